"""The PDF of a plan: its records and pages come in, a file goes out.

The site has no page of a whole plan: it would hold everything twice, and a
long plan would be too heavy for a phone. Who needs the whole plan needs a
document, and this is it. It takes seconds a plan, so a build makes it only
where the settings ask for it, and never while serving.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from openroadmap.commands.order import Made, Order
from openroadmap.findings import Level
from openroadmap.i18n import Translator
from openroadmap.model.site import PlanRecords
from openroadmap.render.document import print_plan
from openroadmap.render.html import Bodies
from openroadmap.views.document import document_path, view_document
from openroadmap.views.setting import Setting

if TYPE_CHECKING:
    from openroadmap.export.pdf import Pdf

PAPERS = {"a4": "A4", "letter": "letter"}
"""Sizes of paper as the settings and as CSS call them."""

INSTALL = """\
A PDF is made by WeasyPrint 70 or newer, which is not ready here: {reason}

Install it:
  {python} -m pip install "weasyprint>=70"
and the libraries and fonts of the system that it stands on:
  Debian, Ubuntu:  apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 \\
fonts-liberation fonts-dejavu-core
  Fedora:          dnf install pango liberation-sans-fonts dejavu-sans-fonts
  macOS:           brew install pango
  Windows:         see https://doc.courtbouillon.org/weasyprint/stable/first_steps.html
"""


def whats_missing() -> str:
    """What to install before a PDF can be made; "" when all is there."""
    from openroadmap.export.pdf import PdfError, load

    try:
        load()
    except PdfError as reason:
        return INSTALL.format(reason=reason, python=sys.executable)
    return ""


MOST = 12
"""More letters than this are only counted."""


def with_pdf(
    records: PlanRecords, made: Made, order: Order, setting: Setting, bodies: Bodies
) -> Made:
    """A plan with its document, where the order asks for one.

    There is none of a plan with errors, which nobody will publish.
    """
    if not order.pdf or any(one.level is Level.ERROR for one in made.findings):
        return made
    path, pdf = document_path(records), plan_pdf(records, made, order, setting, bodies)
    pieces = {**made.pieces, "boxed": [path, pdf.boxed]} if pdf.boxed else made.pieces
    return replace(made, files=(*made.files, (path, pdf.data)), pieces=pieces)


def plan_pdf(
    records: PlanRecords, made: Made, order: Order, setting: Setting, bodies: Bodies
) -> Pdf:
    """The document of a plan."""
    from openroadmap.export.pdf import write_pdf  # late: WeasyPrint is an optional extra

    licence = order.licence, order.licence_url
    view = view_document(records, setting, order.url, licence)
    printed = print_plan(view, made.pages, bodies, order.url, PAPERS[order.pdf])
    return write_pdf(printed, order.today)


def boxed_lines(boxed: Iterable[tuple[str, str]], words: Translator) -> Iterator[str]:
    """A line for each document in which letters are missing; ``boxed`` is its file and they."""
    for file, letters in boxed:
        named, more = ", ".join(map(_named, letters[:MOST])), len(letters[MOST:])
        if more:
            named = words.gettext("{letters} and {n} more", letters=named, n=more)
        yield words.gettext(
            "In {file} these letters are printed as boxes, because no font of this machine has "
            "them: {letters}. Install a font that does, such as one of the Noto fonts; a build "
            "makes the document again when .cache/ is deleted.",
            file=file,
            letters=named,
        )


def _named(letter: str) -> str:
    """A letter as itself, where it can be shown, and by its number."""
    number = f"U+{ord(letter):04X}"
    return f"{letter} ({number})" if letter.isprintable() else number
