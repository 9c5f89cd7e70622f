"""What was agreed since adoption: it explains what it says, and nothing that comes after it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import assume, given, settings
from made_promises import made
from openroadmap.history.agreed import sayings
from openroadmap.history.differences import Change, Difference, Promises, compare
from openroadmap.history.drift import Drift, drift_of
from openroadmap.history.freeze import freeze
from openroadmap.model.commitment import Commitment, Promise
from openroadmap.model.dates import parse_date
from openroadmap.model.member import Plan, PlanPromise
from openroadmap.model.plain import plain
from openroadmap.model.process import Amendment
from openroadmap.model.site import PlanContext, PlanRecords

DAY = parse_date("2025-06-19")
TODAY = date(2026, 11, 23)

SOUND: dict[str, Any] = {
    "id": "c",
    "title": "Publish every contract",
    "solution": "One register.",
    "lead": "Treasury",
    "supporting": {"government": ["Archive", "Audit Office"]},
    "ends_on": "2026-09-30",
    "milestones": [
        {"id": "m1", "title": "Agree the fields", "due_on": "2026-Q1"},
        {"id": "m2", "title": "Open the register", "due_on": "2026-06-30"},
    ],
}


def edited(**fields: Any) -> dict[str, Any]:
    return {**SOUND, **fields}


def step(number: int, **fields: Any) -> list[dict[str, Any]]:
    steps = [dict(each) for each in SOUND["milestones"]]
    steps[number].update(fields)
    return steps


def records(
    *commitments: dict[str, Any], plan: dict[str, Any] | None = None
) -> PlanRecords:
    own = Plan.validated({"title": "Plan", **(plan or {}), "id": "p"})
    every = tuple(Commitment.validated(each) for each in commitments)
    return PlanRecords("p", PlanContext("m", None, {}), own, commitments=every)


def amendment(id: str, *agreed: tuple[str, Any], **fields: Any) -> dict[str, Any]:
    """One of 1 May 2026; what is agreed comes as a field with a text, names or nothing."""
    return {
        "id": id,
        "date": "2026-05-01",
        "commitment": "c",
        "kind": "modify",
        "agreed": [_said(field, value) for field, value in agreed],
        **fields,
    }


def _said(field: str, value: Any) -> dict[str, Any]:
    if value is None:
        return {"field": field}
    return {"field": field, "names" if isinstance(value, list) else "says": value}


def drift(
    now: PlanRecords, *amendments: dict[str, Any], was: PlanRecords | None = None
) -> Drift:
    every = tuple(Amendment.validated(each) for each in amendments)
    frozen = freeze(was or records(SOUND), DAY)
    return drift_of(replace(now, baseline=frozen, amendments=every), TODAY)


def told(found: Drift) -> list[tuple[str, str, list[str]]]:
    """What differs, the agreed change that says otherwise, and those that explain it."""
    return [
        (each.key, each.stated.id if each.stated else "", [one.id for one in each.amendments])
        for each in found.differences
    ]


LATER = records(edited(ends_on="2026-12-31"))
MOVED = amendment("a", ("ends_on", "2026-12-31"))


def test_what_an_amendment_says_was_agreed_it_explains() -> None:
    assert told(drift(LATER, MOVED)) == [("ends_on", "", ["a"])]
    assert told(drift(LATER, {**MOVED, "kind": "correct"})) == [("ends_on", "", ["a"])]


@pytest.mark.parametrize(
    "other",
    [
        {"commitment": "another"},
        {"date": "2025-06-18"},
        {"date": "2026-11-24"},
        {"kind": "withdraw", "commitment": "another"},
        {"agreed": []},
        {"agreed": [{"field": "lead", "says": "Treasury"}]},
    ],
)
def test_an_amendment_of_something_else_explains_nothing(other: dict[str, Any]) -> None:
    assert told(drift(LATER, {**MOVED, **other})) == [("ends_on", "", [])]


def test_whoever_changes_it_again_needs_a_second_amendment() -> None:
    again = records(edited(ends_on="2027-03-31"))
    (found,) = drift(again, MOVED).differences
    assert (found.key, found.amendments) == ("ends_on", ())
    assert found.stated is not None and found.stated.id == "a"
    assert found.agreed == parse_date("2026-12-31")
    second = amendment("b", ("ends_on", "2027-03-31"), date="2026-08-01")
    assert told(drift(again, MOVED, second)) == [("ends_on", "", ["a", "b"])]


def test_each_agreed_change_keeps_its_own_step() -> None:
    second = amendment("b", ("ends_on", "2027-03-31"), date="2026-08-01")
    steps = drift(records(edited(ends_on="2027-03-31")), second, MOVED).steps
    sides = {
        id: [(each.before, each.after, each.days) for each in own] for id, own in steps.items()
    }
    assert sides == {
        "a": [(parse_date("2026-09-30"), parse_date("2026-12-31"), 92)],
        "b": [(parse_date("2026-12-31"), parse_date("2027-03-31"), 90)],
    }


def test_a_change_that_is_taken_back_in_silence_is_told() -> None:
    (found,) = drift(records(SOUND), MOVED).differences
    assert (found.change, found.key, found.amendments) == (Change.DATE, "ends_on", ())
    assert (found.before, found.after) == (parse_date("2026-12-31"), parse_date("2026-09-30"))


def test_the_form_of_a_text_and_the_order_of_names_say_nothing() -> None:
    now = records(edited(solution="Two\n registers.", supporting={"government": ["B", "A"]}))
    agreed = amendment("a", ("solution", "Two registers."), ("supporting.government", ["A", "B"]))
    assert [each.amendments != () for each in drift(now, agreed).differences] == [True, True]


@pytest.mark.parametrize(
    ("field", "value"),
    [("ends_on", "next year"), ("nonsense", "2026-12-31"), ("values.nonsense", "So.")],
)
def test_what_cannot_stand_there_explains_nothing(field: str, value: str) -> None:
    (found,) = drift(LATER, amendment("a", (field, value))).differences
    assert found.amendments == ()


def test_a_milestone_is_dropped_by_its_name_alone() -> None:
    now = records(edited(milestones=SOUND["milestones"][:1]))
    dropped = amendment("a", ("milestones.m2", None))
    assert told(drift(now, dropped)) == [("milestones.m2", "", ["a"])]
    assert told(drift(now, amendment("a", ("milestones.m2.due_on", "2027")))) == [
        ("milestones.m2", "a", [])
    ]
    assert told(drift(records(SOUND), dropped)) == [("milestones.m2", "a", [])]


NEW = {"id": "m3", "title": "Review", "due_on": "2026-12"}
ADDED = amendment("a", ("milestones.m3.title", "Review"), ("milestones.m3.due_on", "2026-12"))


def test_an_added_milestone_is_held_to_what_was_agreed_of_it() -> None:
    now = records(edited(milestones=[*SOUND["milestones"], NEW]))
    assert told(drift(now, ADDED)) == [("milestones.m3", "", ["a"])]
    moved = records(edited(milestones=[*SOUND["milestones"], {**NEW, "due_on": "2027-03"}]))
    assert told(drift(moved, ADDED)) == [
        ("milestones.m3", "", ["a"]),
        ("milestones.m3.due_on", "a", []),
    ]
    assert told(drift(records(SOUND), ADDED)) == [("milestones.m3", "a", [])], "dropped in silence"


def test_what_no_amendment_says_of_an_added_milestone_is_not_held() -> None:
    now = records(edited(milestones=[*SOUND["milestones"], NEW]))
    found = drift(now, amendment("a", ("milestones.m3.title", "Review")))
    assert told(found) == [("milestones.m3", "", ["a"])]
    assert [(each.difference.key, each.amendment) for each in found.unheld] == [
        ("milestones.m3.due_on", "a")
    ]


def test_an_added_commitment_is_held_to_what_was_agreed_of_it() -> None:
    new = {"id": "d", "title": "Open the budget", "ends_on": "2027-01-31"}
    add = amendment(
        "a", ("title", "Open the budget"), ("ends_on", "2027-01-31"), commitment="d", kind="add"
    )
    found = drift(records(SOUND, new), add)
    assert (told(found), found.unheld, found.steps) == ([("", "", ["a"])], (), {"a": ()})
    moved = records(SOUND, {**new, "ends_on": "2027-06-30"})
    assert told(drift(moved, add)) == [("", "", ["a"]), ("ends_on", "a", [])]
    bare = drift(records(SOUND, new), {**add, "agreed": []})
    assert told(bare) == [("", "", ["a"])]
    assert [each.difference.key for each in bare.unheld] == ["title", "ends_on"]


def test_what_an_amendment_of_the_kind_add_changes_is_a_step_like_any_other() -> None:
    found = drift(LATER, {**MOVED, "kind": "add"})
    assert [each.key for each in found.steps["a"]] == ["ends_on"], "it was adopted"
    new = {"id": "d", "title": "Open the budget", "ends_on": "2028-01-31"}
    first = amendment(
        "a", ("title", "Open the budget"), ("ends_on", "2027-01-31"), commitment="d", kind="add"
    )
    second = amendment(
        "b", ("ends_on", "2028-01-31"), commitment="d", kind="add", date="2026-08-01"
    )
    found = drift(records(SOUND, new), first, second)
    assert {id: [each.key for each in own] for id, own in found.steps.items()} == {
        "a": [], "b": ["ends_on"],
    }  # fmt: skip


def test_only_what_led_there_explains_and_each_step_needs_its_reason() -> None:
    idle = amendment("a", ("ends_on", "2026-09-30"), reason="A slip of the pen.")
    moved = amendment("b", ("ends_on", "2026-12-31"), date="2026-08-01")
    (found,) = drift(LATER, idle, moved).differences
    assert ([each.id for each in found.amendments], found.explained) == (["b"], False)


def turn(kind: str, day: str) -> dict[str, Any]:
    return amendment(kind, kind=kind, date=day, reason="So.")


def test_who_was_withdrawn_when_it_was_frozen_does_not_come_back_in_silence() -> None:
    early = Amendment.validated(turn("withdraw", "2025-05-01"))
    frozen = freeze(replace(records(SOUND), amendments=(early,)), DAY)
    back = replace(records(SOUND), baseline=frozen)
    (found,) = drift_of(back, TODAY).differences
    assert (found.change, found.amendments) == (Change.RESUMED, ())
    resumed = Amendment.validated(turn("resume", "2026-05-01"))
    (said,) = drift_of(replace(back, amendments=(early, resumed)), TODAY).differences
    assert (said.change, said.explained) == (Change.RESUMED, True)


def test_what_was_added_and_then_withdrawn_is_both() -> None:
    new = {"id": "d", "title": "Open the budget"}
    add = amendment("a", ("title", "Open the budget"), commitment="d", kind="add")
    gone = {**turn("withdraw", "2026-08-01"), "commitment": "d"}
    found = drift(records(SOUND, new), add, gone)
    assert [each.change for each in found.differences] == [Change.ADDED, Change.WITHDRAWN]


def test_hundreds_of_changes_in_one_commitment_are_each_explained() -> None:
    steps = [{"id": f"m{n}", "title": "Step", "due_on": "2026"} for n in range(400)]
    was = records(edited(milestones=steps))
    now = records(edited(milestones=[{**each, "due_on": "2027"} for each in steps]))
    agreed = amendment("a", *((f"milestones.m{n}.due_on", "2027") for n in range(400)))
    found = drift(now, agreed, was=was)
    assert len(found.differences) == 400
    assert all(each.amendments for each in found.differences)


def test_the_plan_itself_is_held_in_the_same_way() -> None:
    was, now = (records(SOUND, plan={"ends_on": day}) for day in ("2027-06-30", "2027-12-31"))
    agreed = amendment("a", ("ends_on", "2027-12-31"), commitment=None)
    assert told(drift(now, agreed, was=was)) == [("ends_on", "", ["a"])]
    later = records(SOUND, plan={"ends_on": "2028-01-31"})
    assert told(drift(later, agreed, was=was)) == [("ends_on", "a", [])]


def test_without_a_reason_nothing_is_explained_to_readers() -> None:
    (silent,) = drift(LATER, MOVED).differences
    (said,) = drift(LATER, {**MOVED, "reason": "A late tender."}).differences
    assert (silent.explained, said.explained) == (False, True)


# Whatever differs, an amendment can say it; and whatever it says, it says no more.


def stating(found: tuple[Difference, ...], now: Promise | PlanPromise) -> dict[str, Any]:
    """The amendment that says of all differences that they were agreed."""
    said = [plain(each) for difference in found for each in sayings(difference, now)]
    return {**amendment("a"), "agreed": said}


@settings(max_examples=40)
@given(made(Promise), made(Promise), made(Promise))
def test_any_change_can_be_agreed_and_any_other_needs_another_amendment(
    first: dict[str, Any], second: dict[str, Any], third: dict[str, Any]
) -> None:
    was, now, later = (records({**each, "id": "c"}) for each in (first, second, third))
    agreed = stating(drift(now, was=was).differences, now.commitments[0])
    explained = drift(now, agreed, was=was)
    assert all(each.amendments for each in explained.differences)
    assert explained.unheld == ()
    assert [each.key for each in explained.steps["a"]] == [
        each.key for each in explained.differences
    ], "what differs is in the step that made it"
    between = Promises(None, {"c": now.commitments[0]}), Promises(None, {"c": later.commitments[0]})
    silent = list(compare(*between))
    assume(silent)
    found = drift(later, agreed, was=was)
    assert any(not each.amendments for each in found.differences) or found.unheld
    if not found.unheld:
        open_ = {each.key for each in found.differences if not each.amendments}
        assert all(any(one in key or key in one for one in open_) for key in
                   (each.key for each in silent))  # fmt: skip


@settings(max_examples=25)
@given(made(PlanPromise), made(PlanPromise))
def test_any_change_of_a_plan_can_be_agreed(first: dict[str, Any], second: dict[str, Any]) -> None:
    was, now = (records(SOUND, plan=each) for each in (first, second))
    found = drift(now, was=was).differences
    assert now.plan is not None
    agreed = {**stating(found, now.plan), "commitment": None}
    assert all(each.amendments for each in drift(now, agreed, was=was).differences)
