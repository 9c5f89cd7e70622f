"""The invented plan of the demonstration site, read once: its member and its records come out."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from openroadmap.model.fields import Record
from openroadmap.model.member import Member
from openroadmap.model.site import PlanRecords
from openroadmap.read.files import RECORDS, MemberFiles, walk
from openroadmap.read.site import read_member, read_plan
from openroadmap.rules.fields import every_record

ROOT = Path(__file__).resolve().parents[2]
MEMBER, PLAN = "brackenmouth-example", "2025-2027"
FOLDER = ROOT / RECORDS / MEMBER


@cache
def files() -> MemberFiles:
    return next(each for each in walk(ROOT)[0] if each.id == MEMBER)


@cache
def member() -> Member:
    found = read_member(files()).context.member
    assert found is not None
    return found


@cache
def plan() -> PlanRecords:
    folder = next(each for each in files().plans if each.id == PLAN)
    return read_plan(folder, read_member(files()).context).records


def records() -> tuple[tuple[str, Record], ...]:
    """The kind of each record, and the record: the member and all of its plan."""
    own = ((key[0], record) for key, record in every_record(plan()))
    frozen = plan().baseline
    return (("member", member()), *own, *([("baseline", frozen)] if frozen else []))
