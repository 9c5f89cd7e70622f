"""What a new amendment has to say was agreed: its place and a day in, its fields out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from openroadmap.commands.project import plan_in
from openroadmap.history.agreed import AnyPromise, sayings
from openroadmap.history.differences import Change, Difference
from openroadmap.history.drift import drift_of
from openroadmap.model.plain import plain
from openroadmap.model.site import PlanRecords
from openroadmap.read.files import walk
from openroadmap.read.site import read_member, read_plan


def agreed_in(root: Path, file: Path, commitment: str, today: date) -> dict[str, Any]:
    """The fields of an amendment for all that no other says was agreed.

    ``commitment`` is "" where it is about the plan itself. Nothing where nothing
    differs, or where the plan cannot be read.
    """
    records = _records(root, file)
    if records is None:
        return {}
    drift = drift_of(records, records.day(today))
    unsaid = [each for each in drift.differences if not each.amendments]
    unsaid += [each.difference for each in drift.unheld]
    silent = [each for each in unsaid if each.commitment == commitment]
    said = [plain(one) for one in _said(silent, records, commitment)]
    is_new = any(each.change is Change.ADDED for each in silent)
    return {**({"kind": "add"} if is_new else {}), **({"agreed": said} if said else {})}


def _said(differences: Iterable[Difference], records: PlanRecords, id: str) -> Iterator[Any]:
    present: AnyPromise | None = records.plan
    if id:
        present = next((each for each in records.commitments if each.id == id), None)
    for each in differences if present else ():
        yield from sayings(each, present)


def _records(root: Path, file: Path) -> PlanRecords | None:
    member_id, plan_id = file.relative_to(root).parts[1:3]
    members, _ = walk(root)
    found = plan_in(members, member_id, plan_id)
    if found is None:
        return None
    member, plan = found
    return read_plan(plan, read_member(member).context).records
