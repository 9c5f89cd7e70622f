"""The example walked through its life: each state on each day is what ``life.md`` says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from brackenmouth import plan
from openroadmap.measure.assessment.assess import assess, packs_for
from openroadmap.measure.assessment.verdicts import Assessment, State, Verdict
from openroadmap.model.site import PlanRecords
from openroadmap.standards.load import load_pack
from openroadmap.standards.pack import Phase

PACKS = ("local", "national-2022")
LIFE = (Path(__file__).parent / "life.md").read_text("utf-8")


@dataclass(frozen=True, slots=True)
class Expected:
    """One word of a table: the state of a requirement in a phase on a day."""

    day: date
    requirement: str
    phase: Phase
    state: State
    label: str = ""


def rows() -> Iterator[tuple[list[str], list[str]]]:
    """Each row of each table with the head of its table."""
    head: list[str] = []
    for line in LIFE.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")] if "|" in line else []
        if not cells or cells[0].startswith("---"):
            continue
        if cells[0] in ("Requirement", "Day"):
            head = cells
        else:
            yield head, cells


def expected() -> Iterator[Expected]:
    for head, cells in rows():
        if head[0] == "Requirement":
            id, _, label = cells[0].partition(" ")
            for day, state in zip(head[2:], cells[2:], strict=True):
                yield Expected(
                    date.fromisoformat(day), id, Phase(cells[1]), state_of(state), label
                )


def turns() -> Iterator[Expected]:
    """The state before and on each day on which something turns."""
    for head, cells in rows():
        if head[0] == "Day":
            day = date.fromisoformat(cells[0])
            before = day - timedelta(days=1)
            yield Expected(before, cells[1], Phase(cells[2]), state_of(cells[3]))
            yield Expected(day, cells[1], Phase(cells[2]), state_of(cells[4]))


def state_of(words: str) -> State:
    return State(words.replace(" ", "_"))


@cache
def assessed(pack: str, day: date) -> Assessment:
    return assess(plan(), load_pack(pack), day)


def verdict(wanted: Expected) -> Verdict:
    pack = next(id for id in PACKS if wanted.requirement in requirements(id))
    return assessed(pack, wanted.day).of(wanted.requirement, wanted.phase)


@cache
def requirements(pack: str) -> frozenset[str]:
    return frozenset(each.id for each in load_pack(pack).requirements)


TABLE = tuple(expected())
DAYS = sorted({each.day for each in TABLE})


def named(wanted: Expected) -> str:
    return f"{wanted.requirement}-{wanted.phase}-{wanted.day}"


@pytest.mark.parametrize("wanted", [*TABLE, *turns()], ids=named)
def test_a_requirement_stands_where_the_table_says(wanted: Expected) -> None:
    found = verdict(wanted)
    assert found.state is wanted.state, found.because


def test_the_table_holds_every_requirement_in_every_phase() -> None:
    held = {(each.requirement, each.phase) for each in TABLE}
    there = {
        (each.id, phase)
        for pack in PACKS
        for each in load_pack(pack).requirements
        for phase in each.phases
    }
    assert held == there


def test_the_table_calls_requirements_what_their_packs_call_them() -> None:
    labels = {
        each.id: each.label["en"] for pack in PACKS for each in load_pack(pack).requirements
    }
    assert {each.requirement: each.label for each in TABLE} == labels


def test_the_plan_is_held_against_both_packs() -> None:
    assert packs_for(plan()) == PACKS


def test_every_requirement_can_be_told_at_some_time() -> None:
    known = {each.requirement for each in TABLE if each.state is not State.NO_DATA}
    assert known == requirements("local") | requirements("national-2022")


def test_every_state_can_be_seen() -> None:
    assert {each.state for each in TABLE} == set(State)


def test_what_cannot_be_mended_says_so_and_what_can_says_how(today: date) -> None:
    missed = assessed("national-2022", today).of("5.1")
    assert not missed.repairable
    lapsed = assessed("national-2022", today).of("2.1", Phase.IMPLEMENTATION)
    assert lapsed.repairable
    assert lapsed.todo is not None


def test_who_disagrees_is_shown_beside_the_state_from_that_day_on(today: date) -> None:
    disputed = {
        each.requirement: each.disputes
        for pack in PACKS
        for each in assessed(pack, today).verdicts
        if each.disputes
    }
    assert disputed == {
        "3.3": (("attestation", "range-tenants"),),
        "L2.5": (("attestation", "dialogue-tenants"),),
    }
    early = [each for pack in PACKS for each in assessed(pack, DAYS[2]).verdicts if each.disputes]
    assert early == []


def came_on(record: Any) -> date | None:
    """The first day on which a record can have been there."""
    for name in ("published_on", "received_on", "attested_on", "date", "opens_on"):
        day = getattr(record, name, None)
        if day is not None:
            return day.first
    return None


DATED = (
    "updates", "views", "assessments", "meetings", "outreach", "mechanisms", "contributions",
    "responses", "attestations", "amendments",
)  # fmt: skip


def as_it_was(records: PlanRecords, day: date) -> PlanRecords:
    """The records without those of a later day. What is planned may lie ahead."""
    kept = {
        name: tuple(
            each
            for each in getattr(records, name)
            if (came_on(each) or day) <= day or getattr(each, "status", "") == "planned"
        )
        for name in DATED
    }
    return replace(records, **kept)


@pytest.mark.parametrize("day", DAYS, ids=str)
@pytest.mark.parametrize("pack", PACKS)
def test_a_record_of_a_later_day_changes_no_state(pack: str, day: date) -> None:
    without = assess(as_it_was(plan(), day), load_pack(pack), day)
    assert [(each.requirement, each.phase, each.state) for each in without.verdicts] == [
        (each.requirement, each.phase, each.state) for each in assessed(pack, day).verdicts
    ]


@pytest.mark.parametrize("day", DAYS, ids=str)
@pytest.mark.parametrize("pack", PACKS)
def test_no_verdict_rests_on_a_record_of_a_later_day(pack: str, day: date) -> None:
    days = {
        (name.removesuffix("s"), each.id): came_on(each)
        for name in DATED
        for each in getattr(plan(), name)
    }
    ahead = {
        (each.requirement, key)
        for each in assessed(pack, day).verdicts
        for key in (*each.records, *each.disputes)
        if (days.get(key) or day) > day
    }
    assert ahead == set()
