"""Write plans as PDF documents: a project and a folder in, a file a plan out.

The files are those that a build with the setting ``pdf`` publishes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from openroadmap.commands import produce
from openroadmap.commands.export import Exported, RefusedError, order_of
from openroadmap.commands.facts import history_of
from openroadmap.commands.produce_pdf import whats_missing
from openroadmap.findings import Finding, Level
from openroadmap.read.files import MemberFiles, PlanFiles, walk
from openroadmap.read.site import read_member


def export_pdf(
    root: Path, today: date, folder: Path, wanted: Iterable[str] = (), paper: str = "a4"
) -> Exported:
    """Write a PDF of each plan called "member/plan", of a member's plans, or of all.

    Nothing is written when there is an error in any of them. Raises
    ``RefusedError`` for a name that is no plan's, and without WeasyPrint.
    """
    if missing := whats_missing():
        raise RefusedError(missing)
    order = replace(order_of(root, today), pdf=paper)
    order = replace(order, facts=history_of(root, today, order.cache).facts)
    files: list[tuple[str, bytes]] = []
    errors: list[Finding] = []
    for member, plans in _chosen(root, wanted):
        around = read_member(member)
        for plan in plans:
            made = produce.plan(plan, around, order)
            errors += (one for one in made.findings if one.level is Level.ERROR)
            files += (file for file in made.files if file[0].endswith(".pdf"))
    if errors:
        return Exported((), tuple(errors))
    for path, data in files:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return Exported(tuple(path for path, _ in files), ())


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
