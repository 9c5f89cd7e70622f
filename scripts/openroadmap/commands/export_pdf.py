"""Write plans as PDF documents: a project and a folder in, a file a plan out.

A document is made of the pages that a build makes of the plan. The site itself
has no page of a whole plan: it would hold everything twice, and a long plan
would be too heavy for a phone; who needs the whole plan needs it as a file.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from openroadmap.commands import produce
from openroadmap.commands.export import Exported, RefusedError, order_of
from openroadmap.commands.facts import history_of
from openroadmap.commands.order import Order
from openroadmap.export.pdf import PdfError, load, write_pdf
from openroadmap.findings import Finding, Level
from openroadmap.read.files import MemberFiles, PlanFiles, walk
from openroadmap.read.site import MemberReading, read_member, read_plan
from openroadmap.render.document import PrintedPlan, print_plan
from openroadmap.views.document import view_document

PAPERS = {"a4": "A4", "letter": "letter"}
"""Sizes of paper as people and as CSS call them."""


INSTALL = """\
A PDF is made by WeasyPrint 70 or newer, which is not ready here: {reason}

Install it:
  {python} -m pip install "weasyprint>=70"
and the libraries and fonts of the system that it stands on:
  Debian, Ubuntu:  apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 \
fonts-liberation fonts-dejavu-core
  Fedora:          dnf install pango liberation-sans-fonts dejavu-sans-fonts
  macOS:           brew install pango
  Windows:         see https://doc.courtbouillon.org/weasyprint/stable/first_steps.html
"""
"""What to do where a PDF cannot be made."""


def export_pdf(
    root: Path, today: date, folder: Path, wanted: Iterable[str] = (), paper: str = "a4"
) -> Exported:
    """Write a PDF of each plan called "member/plan", of a member's plans, or of all.

    Nothing is written when there is an error in any of them. Raises
    ``RefusedError`` for a name that is no plan's, and without WeasyPrint.
    """
    try:
        load()
    except PdfError as reason:
        raise RefusedError(INSTALL.format(reason=reason, python=sys.executable)) from None
    order = order_of(root, today)
    order = replace(order, facts=history_of(root, today, order.cache).facts)
    printed: list[tuple[str, PrintedPlan, date]] = []
    errors: list[Finding] = []
    for member, plans in _chosen(root, wanted):
        around = read_member(member)
        for plan in plans:
            document, day, found = document_of(plan, around, order, paper)
            name = f"{member.id}-{plan.id}.pdf"
            printed.append((f"{member.id}/{plan.id}/{name}", document, day))
            errors += (one for one in found if one.level is Level.ERROR)
    if errors:
        return Exported((), tuple(errors))
    for path, document, day in printed:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(write_pdf(document, day))
    return Exported(tuple(path for path, _, _ in printed), ())


def _chosen(
    root: Path, wanted: Iterable[str]
) -> Iterator[tuple[MemberFiles, tuple[PlanFiles, ...]]]:
    members, _ = walk(root)
    names = {name.strip("/").removeprefix("commitments/") for name in wanted}
    known = {member.id for member in members}
    known |= {f"{member.id}/{plan.id}" for member in members for plan in member.plans}
    if lost := sorted(names - known):
        raise RefusedError(f"There is no plan “{lost[0]}” under commitments/.")
    for member in members:
        plans = tuple(
            plan
            for plan in member.plans
            if not names or {member.id, f"{member.id}/{plan.id}"} & names
        )
        if plans:
            yield member, plans


def document_of(
    plan: PlanFiles, around: MemberReading, order: Order, paper: str
) -> tuple[PrintedPlan, date, Iterable[Finding]]:
    """The document of a plan, the day it speaks of, and what was found in its records."""
    made = produce.plan(plan, around, order)
    records = read_plan(plan, around.context).records
    order = replace(order, today=records.day(order.today))
    licence = order.licence, order.licence_url
    view = view_document(records, produce.setting_of(order), order.url, licence)
    bodies = produce.bodies_of(order)
    document = print_plan(view, made.pages, bodies, order.url, PAPERS[paper])
    return document, order.today, made.findings
