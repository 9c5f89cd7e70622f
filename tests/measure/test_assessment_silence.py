"""What is not recorded: plans without dates, plans that others transcribed, and odd input."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from assessment_cases import (
    SOUND,
    assessed,
    forum_meeting,
    records,
    said,
    sound,
    verdict,
)
from openroadmap.measure.assessment import State, assess, assess_plan, packs_for
from openroadmap.model.facts import GitFacts, History
from openroadmap.model.site import PlanContext, PlanRecords
from openroadmap.standards.load import load_pack, our_packs
from openroadmap.standards.pack import Group

TODAY = date(2026, 11, 23)
BOTH = ("national-2022", "local")
EMPTY: dict[str, Any] = {"plan": {"title": "A plan", "level": "local"}}
OTHERS = {"kept_by": "others"}


@pytest.mark.parametrize("pack", BOTH)
def test_a_plan_without_dates_misses_nothing_it_must_do_by_a_day(pack: str) -> None:
    states = {each.requirement: each.state for each in assessed(EMPTY, TODAY, pack).verdicts}
    assert {id for id, each in states.items() if each is State.NOT_MET} == set()
    assert State.NO_DATA in states.values()


@pytest.mark.parametrize("pack", BOTH)
def test_a_plan_that_could_not_be_read_has_verdicts_too(pack: str) -> None:
    lost = PlanRecords("p", PlanContext("m", None, {}))
    found = assess(lost, load_pack(pack), TODAY)
    expected = sum(len(each.phases) for each in load_pack(pack).requirements)
    assert len(found.verdicts) == expected
    assert all(each.state is not State.NOT_MET for each in found.verdicts)


@pytest.mark.parametrize("pack", BOTH)
@pytest.mark.parametrize("day", [date(2025, 7, 1), TODAY, date(2030, 1, 1)])
def test_what_others_did_not_transcribe_is_held_against_nobody(pack: str, day: date) -> None:
    plan = {name: SOUND["plan"][name] for name in
            ("title", "level", "starts_on", "ends_on", "submitted_on", "cocreation")}  # fmt: skip
    data = {"plan": {**plan, **OTHERS}, "commitments": SOUND["commitments"]}
    found = assessed(data, day, pack).verdicts
    assert {each.requirement for each in found if each.state is State.NOT_MET} == set()
    assert {each.requirement for each in found if each.state is State.AT_RISK} == set()
    words = " ".join(said(each) for each in found if each.state is State.NO_DATA)
    assert " must " not in words


def test_what_others_transcribed_can_show_a_breach() -> None:
    late = {**SOUND["timeline"], "published_on": "2025-05-23"}
    assert verdict(sound(plan=OTHERS, timeline=late), "3.1", TODAY).state is State.NOT_MET
    assert verdict(sound(plan=OTHERS), "3.1", TODAY).state is State.MET


def test_two_recorded_meetings_far_apart_show_no_breach_when_others_transcribed() -> None:
    held = [forum_meeting("2025-06-15"), forum_meeting("2026-06-15")]
    found = verdict(sound(plan=OTHERS, meetings=held), "1.1", TODAY, "implementation")
    assert found.state is State.NO_DATA
    assert said(found) == "Not every meeting of the forum may be recorded here."


def test_silence_is_no_fault_where_nobody_says_who_keeps_the_records() -> None:
    empty = {"plan": {**SOUND["plan"], "kept_by": None, "endorsements": None, "site_url": None}}
    for pack in ("national-2022", "local"):
        found = assessed(empty, TODAY, pack)
        assert not [each.requirement for each in found.verdicts if each.state is State.NOT_MET]
    todo = verdict(empty, "1.1", TODAY).todo
    assert todo and "kept_by" in todo.text
    late = sound(plan={"kept_by": None}, timeline={**SOUND["timeline"], "published_on": "2025-07"})
    assert verdict(late, "3.1", TODAY).state is State.NOT_MET


def test_the_history_of_transcribed_files_proves_nothing() -> None:
    file = "commitments/m/p/cocreation/timeline.yml"
    facts = GitFacts(History.FULL, {file: date(2025, 5, 1)})
    timeline = {"opportunities": SOUND["timeline"]["opportunities"]}
    own = verdict(sound(timeline=timeline), "3.1", TODAY, facts=facts)
    others = verdict(sound(timeline=timeline, plan=OTHERS), "3.1", TODAY, facts=facts)
    assert (own.state, others.state) == (State.MET, State.NO_DATA)


def test_what_an_inexact_date_leaves_open_is_named() -> None:
    plan = {"cocreation": {"starts_on": "2025", "ends_on": "2025-11-30"}}
    found = verdict(sound(plan=plan), "3.1", TODAY)
    assert found.state is State.NO_DATA
    assert said(found) == (
        "This depends on the first day of co-creation, of which the exact day is not recorded."
    )


def test_what_holds_on_every_day_an_inexact_date_can_mean_holds() -> None:
    plan = {"cocreation": {"starts_on": "2025-06", "ends_on": "2025-11"}}
    found = verdict(sound(plan=plan), "3.1", TODAY)
    assert found.state is State.MET
    assert said(found).endswith("The exact day is not recorded.")


@pytest.mark.parametrize("pack", BOTH)
@pytest.mark.parametrize(
    "change",
    [
        {"plan": {"starts_on": "2027-12-31", "ends_on": "2026-01-01"}},
        {"plan": {"cocreation": {"starts_on": "2026-01-01", "ends_on": "2025-01-01"}}},
        {"plan": {"starts_on": "1900", "ends_on": "2199"}},
        {"plan": {"submitted_on": "2199-12-31"}},
        {"meetings": [forum_meeting("2199-12-31")]},
        {"timeline": {"published_on": "2199-12-31"}},
        {"updates": [{"id": "u", "date": "2199", "commitment": "nowhere"}]},
        {"responses": [{"id": "r", "contributions": ["nowhere"]}]},
        {"mechanisms": [{"id": "m", "title": "M", "opens_on": "2025", "closes_on": "2024"}]},
    ],
)
def test_odd_input_has_a_defined_state(pack: str, change: dict[str, Any]) -> None:
    for day in (date(1900, 1, 1), TODAY, date(2199, 12, 31)):
        found = assessed(sound(**change), day, pack)
        assert all(isinstance(each.state, State) for each in found.verdicts)
        assert all(said(each) for each in found.verdicts)


@pytest.mark.parametrize(
    ("plan", "packs"),
    [
        ({"level": "local"}, ("local",)),
        ({"level": "national"}, ("national-2022",)),
        ({"level": None}, ()),
        ({"level": "local", "ambition": "national-2022"}, ("local", "national-2022")),
        ({"level": "local", "profile": "national-2022"}, ("national-2022",)),
        ({"level": "local", "ambition": "local"}, ("local",)),
    ],
)
def test_a_plan_is_held_against_the_pack_of_its_level(
    plan: dict[str, Any], packs: tuple[str, ...]
) -> None:
    assert packs_for(records(sound(plan=plan))) == packs


def test_an_ambition_takes_up_the_eight_and_no_warnings() -> None:
    plan = {"level": "local", "ambition": "national-2022"}
    own, aspired = assess_plan(records(sound(plan=plan)), our_packs(), TODAY)
    assert (own.pack_id, own.ambition) == ("local", False)
    assert aspired.ambition
    assert {each.group for each in aspired.verdicts} == {Group.REQUIRED}
    assert len({each.requirement for each in aspired.verdicts}) == 8


def test_a_pack_that_is_not_there_is_passed_over() -> None:
    assert assess_plan(records(sound(plan={"profile": "nowhere"})), our_packs(), TODAY) == ()
