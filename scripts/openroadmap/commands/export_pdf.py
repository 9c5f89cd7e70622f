"""Write plans as PDF documents: a project and a folder in, a file a plan out.

The files are those that a build with the setting ``pdf`` publishes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from openroadmap.commands import produce
from openroadmap.commands.export import Exported, RefusedError, SettingsError, order_of
from openroadmap.commands.facts import history_of
from openroadmap.commands.produce_pdf import whats_missing
from openroadmap.findings import Level
from openroadmap.read.files import PlanFiles, walk
from openroadmap.read.site import MemberReading, read_member


def export_pdf(
    root: Path, today: date, folder: Path, wanted: Iterable[str] = (), paper: str = "a4"
) -> Exported:
    """Write a PDF of each plan called "member/plan", of a member's plans, or of all.

    Nothing is written when there is an error in any of them. Raises
    ``RefusedError`` for a name that is no plan's, and without WeasyPrint.
    """
    if missing := whats_missing():
        raise RefusedError(missing)
    try:
        order = order_of(root, today)
    except SettingsError as error:
        return Exported((), error.findings)
    order = replace(order, facts=history_of(root, today, order.cache).facts)
    chosen = list(_chosen(root, wanted))
    findings = (one for plan in chosen for one in produce.plan(*plan, order).findings)
    if errors := tuple(one for one in findings if one.level is Level.ERROR):
        return Exported((), errors)  # known in a moment; setting the plans takes minutes
    written: list[str] = []
    boxed: list[tuple[str, str]] = []
    for plan in chosen:
        made = produce.plan(*plan, replace(order, pdf=paper))
        if letters := made.pieces.get("boxed"):
            boxed.append(tuple(letters))
        for path, data in made.files:
            if path.endswith(".pdf"):
                (folder / path).parent.mkdir(parents=True, exist_ok=True)
                (folder / path).write_bytes(data)
                written.append(path)
    return Exported(tuple(written), (), tuple(boxed))


def _chosen(root: Path, wanted: Iterable[str]) -> Iterator[tuple[PlanFiles, MemberReading]]:
    members, _ = walk(root)
    names = {name.strip("/").removeprefix("commitments/") for name in wanted}
    known = {member.id for member in members}
    known |= {f"{member.id}/{plan.id}" for member in members for plan in member.plans}
    if lost := sorted(names - known):
        raise RefusedError(f"There is no plan “{lost[0]}” under commitments/.")
    for member in members:
        around = read_member(member)
        for plan in member.plans:
            if not names or {member.id, f"{member.id}/{plan.id}"} & names:
                yield plan, around
