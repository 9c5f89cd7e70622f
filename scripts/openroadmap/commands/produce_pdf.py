"""The PDF of a plan: its records and pages come in, a file goes out.

The site has no page of a whole plan: it would hold everything twice, and a
long plan would be too heavy for a phone. Who needs the whole plan needs a
document, and this is it. It takes seconds a plan, so a build makes it only
where the settings ask for it, and never while serving.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from openroadmap.commands.order import Made, Order
from openroadmap.findings import Level
from openroadmap.model.site import PlanRecords
from openroadmap.render.document import print_plan
from openroadmap.render.html import Bodies
from openroadmap.views.document import document_path, view_document
from openroadmap.views.setting import Setting

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


def plan_pdf(
    records: PlanRecords,
    made: Made,
    order: Order,
    setting: Setting,
    bodies: Bodies,
) -> Iterator[tuple[str, bytes]]:
    """The document of a plan, where the order asks for one; with errors nobody will publish it."""
    if order.pdf and not any(one.level is Level.ERROR for one in made.findings):
        from openroadmap.export.pdf import write_pdf  # late: WeasyPrint is an optional extra

        licence = order.licence, order.licence_url
        view = view_document(records, setting, order.url, licence)
        printed = print_plan(view, made.pages, bodies, order.url, PAPERS[order.pdf])
        yield document_path(records), write_pdf(printed, order.today)
