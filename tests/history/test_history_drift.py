"""What was frozen and what differs from it: nothing where nothing changed, and exactly what did."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_promises import IDS, LINES, made
from openroadmap.export.record_yaml import write_yaml
from openroadmap.findings import Level
from openroadmap.history.differences import Change, Difference, Promises, compare
from openroadmap.history.drift import NO_DRIFT, baseline_on, drift_of, with_removed
from openroadmap.history.freeze import broken_seals, freeze, is_whole
from openroadmap.model.baseline import Baseline
from openroadmap.model.commitment import Commitment, Promise
from openroadmap.model.dates import parse_date
from openroadmap.model.digests import digest_of
from openroadmap.model.fields import names_of
from openroadmap.model.kinds import KIND
from openroadmap.model.member import Plan, PlanPromise
from openroadmap.model.plain import plain
from openroadmap.model.process import Amendment
from openroadmap.model.site import PlanContext, PlanRecords
from openroadmap.read.shape import shape
from openroadmap.read.yaml import read_yaml
from openroadmap.rules import c15_changed_after_adoption as changed_after_adoption
from openroadmap.rules import c20_baseline_untouched as baseline_untouched

DAY = parse_date("2025-06-19")
TODAY = date(2026, 11, 23)

def records(commitments: list[dict[str, Any]], plan: dict[str, Any] | None = None) -> PlanRecords:
    own = Plan.validated({"title": "Plan", **(plan or {}), "id": "p"})
    each = (Commitment.validated(one) for one in commitments)
    return PlanRecords("p", PlanContext("m", None, {}), own, commitments=tuple(each))


COMMITMENTS = st.lists(made(Promise), min_size=1, max_size=2).map(
    lambda every: [{**one, "id": f"c{place}"} for place, one in enumerate(every)]
)


@settings(max_examples=25)
@given(COMMITMENTS, made(PlanPromise))
def test_what_was_frozen_and_written_is_read_back_and_differs_in_nothing(
    commitments: list[dict[str, Any]], plan: dict[str, Any]
) -> None:
    now = records(commitments, plan)
    frozen = freeze(now, DAY)
    text = write_yaml({k: v for k, v in plain(frozen).items() if k != "id"}, "A remark.\nOr two.")
    read = read_yaml(text.encode(), "baseline.yml")
    assert read.findings == ()
    shaped = shape(KIND["baseline"], "baseline", read.data or {}, read.marks, "baseline.yml")
    assert shaped.findings == ()
    assert shaped.record == frozen
    assert isinstance(shaped.record, Baseline)
    assert is_whole(shaped.record, "p")
    assert drift_of(replace(now, baseline=shaped.record), TODAY) == NO_DRIFT
    assert text == write_yaml(
        {k: v for k, v in plain(freeze(now, DAY)).items() if k != "id"}, "A remark.\nOr two."
    )


SOUND: dict[str, Any] = {
    "id": "c",
    "title": "Publish every contract",
    "summary": "All of them.",
    "solution": "One register.",
    "values": {"transparency": "Contracts can be seen."},
    "lead": "Treasury",
    "supporting": {"government": ["Archive", "Audit Office"]},
    "ends_on": "2026-09-30",
    "milestones": [
        {"id": "m1", "title": "Agree the fields", "due_on": "2026-Q1", "lead": "Treasury"},
        {"id": "m2", "title": "Open the register", "due_on": "2026-06-30"},
    ],
}


def edited(**fields: Any) -> dict[str, Any]:
    return {**SOUND, **fields}


def step(number: int, **fields: Any) -> list[dict[str, Any]]:
    steps = [dict(each) for each in SOUND["milestones"]]
    steps[number].update(fields)
    return steps


EDITS: dict[str, tuple[dict[str, Any], tuple[Any, ...]]] = {
    "a day moved": (edited(ends_on="2026-12-31"), (Change.DATE, "ends_on", 92)),
    "a day moved forward": (edited(ends_on="2026-09-01"), (Change.DATE, "ends_on", -29)),
    "a day made less exact": (edited(ends_on="2026-09"), (Change.DATE, "ends_on", None)),
    "a day taken away": (edited(ends_on=None), (Change.DATE, "ends_on", None)),
    "a day put in words": (edited(ends_label="Ongoing"), (Change.DATE, "ends_label", None)),
    "a quarter moved": (
        edited(milestones=step(0, due_on="2026-12")),
        (Change.DATE, "milestones.m1.due_on", None),
    ),
    "a word of the title": (
        edited(title="Publish most contracts"),
        (Change.WORDING, "title", None),
    ),
    "the solution": (edited(solution="A list."), (Change.SCOPE, "solution", None)),
    "a value in words": (
        edited(values={"transparency": "Some contracts can be seen."}),
        (Change.WORDING, "values.transparency", None),
    ),
    "all values": (edited(values=None), (Change.WORDING, "values.transparency", None)),
    "the lead": (edited(lead="Ministry"), (Change.OWNER, "lead", None)),
    "a partner": (
        edited(supporting={"government": ["Archive"]}),
        (Change.OWNER, "supporting.government", None),
    ),
    "the lead of a milestone": (
        edited(milestones=step(0, lead="Ministry")),
        (Change.OWNER, "milestones.m1.lead", None),
    ),
    "a milestone's title": (
        edited(milestones=step(1, title="Open a page")),
        (Change.SCOPE, "milestones.m2.title", None),
    ),
    "a milestone dropped": (
        edited(milestones=SOUND["milestones"][:1]),
        (Change.MILESTONE_DROPPED, "milestones.m2", None),
    ),
    "a milestone added": (
        edited(milestones=[*SOUND["milestones"], {"id": "m3", "title": "Review"}]),
        (Change.MILESTONE_ADDED, "milestones.m3", None),
    ),
}


@pytest.mark.parametrize("name", EDITS)
def test_one_edit_is_one_difference_either_way(name: str) -> None:
    data, (change, key, days) = EDITS[name]
    (found,) = drift(data)
    assert (found.change, found.key, found.days, found.commitment) == (change, key, days, "c")
    (back,) = drift(SOUND, was=data)
    assert (back.before, back.after) == (found.after, found.before)
    assert back.days == (-days if days else None)


def drift(
    now: dict[str, Any], *amendments: dict[str, Any], was: dict[str, Any] = SOUND
) -> tuple[Difference, ...]:
    return drift_of(changed(now, *amendments, was=was), TODAY).differences


def changed(
    now: dict[str, Any], *amendments: dict[str, Any], was: dict[str, Any] = SOUND
) -> PlanRecords:
    every = tuple(Amendment.validated(each) for each in amendments)
    return replace(records([now]), baseline=freeze(records([was]), DAY), amendments=every)


@settings(max_examples=25)
@given(made(Promise), made(Promise))
def test_every_field_that_differs_is_told_once_and_no_other(
    was: dict[str, Any], now: dict[str, Any]
) -> None:
    old = Commitment.validated({**was, "id": "c"})
    new = Commitment.validated({**now, "id": "c"})
    found = list(compare(Promises(None, {"c": old}), Promises(None, {"c": new})))
    keys = [each.key for each in found]
    assert len(set(keys)) == len(keys)
    told = {key.split(".")[0] for key in keys}
    for name in names_of(Promise):
        before, after = plain(old).get(name), plain(new).get(name)
        if str(before).split() == str(after).split():
            assert name not in told
        elif name not in ("supporting", "institutions", "milestones", "values"):
            assert name in told  # lists of names may differ in their order alone


@pytest.mark.parametrize(
    "same",
    [
        edited(solution="One \n register."),
        edited(supporting={"government": ["Audit Office", "Archive"]}),
        edited(milestones=SOUND["milestones"][::-1]),
        edited(ogp_id="XY0001", number="7", policy_areas=["open-data"], sector="Money"),
        edited(links=[{"title": "The register", "url": "https://example.org"}]),
        edited(notes=[{"text": "A remark."}], sources=[{"title": "The plan"}]),
        edited(contact={"title": "Desk"}, origin_contributions=["2025-02-01-idea"]),
    ],
)
def test_what_is_no_promise_makes_no_difference(same: dict[str, Any]) -> None:
    assert drift(same) == ()


def test_commitments_come_and_go() -> None:
    now, was = records([SOUND, edited(id="new")]), records([SOUND, edited(id="old")])
    found = drift_of(replace(now, baseline=freeze(was, DAY)), TODAY).differences
    assert [(each.change, each.commitment) for each in found] == [
        (Change.ADDED, "new"),
        (Change.REMOVED, "old"),
    ]


def test_a_record_that_cannot_be_read_is_not_gone() -> None:
    frozen = freeze(records([SOUND, edited(id="old")]), DAY)
    assert drift_of(replace(records([SOUND]), baseline=frozen), TODAY, ["old"]) == NO_DRIFT


def test_before_the_day_of_adoption_nothing_is_frozen() -> None:
    now = changed(edited(lead="Ministry"))
    assert baseline_on(now, date(2025, 6, 18)) is None
    assert drift_of(now, date(2025, 6, 18)) == NO_DRIFT
    assert len(drift_of(now, date(2025, 6, 19)).differences) == 1


def test_the_plans_own_promise_is_compared_too() -> None:
    frozen = freeze(records([SOUND], {"ends_on": "2027-06-30"}), DAY)
    (found,) = drift_of(
        replace(records([SOUND], {"ends_on": "2027-12-31"}), baseline=frozen), TODAY
    ).differences
    assert (found.commitment, found.key, found.days) == ("", "ends_on", 184)


# Which amendment explains what: see test_history_agreed.py.


def amendment(id: str, **fields: Any) -> dict[str, Any]:
    return {"id": id, "date": "2026-05-01", "commitment": "c", "kind": "modify", **fields}


def test_a_withdrawal_is_told_with_its_amendment() -> None:
    (found,) = drift(SOUND, amendment("a", kind="withdraw", reason="The region has it now."))
    assert (found.change, found.explained) == (Change.WITHDRAWN, True)


def test_a_withdrawal_of_a_later_day_is_not_known_yet() -> None:
    withdrawn = changed(SOUND, amendment("a", kind="withdraw", date="2027-01-01"))
    assert drift_of(withdrawn, TODAY) == NO_DRIFT


def test_who_was_withdrawn_before_the_plan_was_frozen_was_so_as_adopted() -> None:
    early = Amendment.validated(amendment("a", kind="withdraw", date="2025-05-01"))
    now = replace(records([SOUND]), amendments=(early,))
    frozen = freeze(now, DAY)
    assert [each.withdrawn_on for each in frozen.commitments] == [early.date]
    assert list(broken_seals(frozen)) == []
    assert drift_of(replace(now, baseline=frozen), TODAY) == NO_DRIFT


def test_a_withdrawal_dated_back_before_the_plan_was_frozen_is_not_explained() -> None:
    (found,) = drift(SOUND, amendment("a", kind="withdraw", date="2025-05-01", reason="So."))
    assert (found.change, found.amendments) == (Change.WITHDRAWN, ())


AMENDMENTS = st.lists(
    st.fixed_dictionaries(
        {
            "id": IDS,
            "date": st.sampled_from(["2025", "2025-06", "2025-06-19", "2026-11-23", "2027"]),
            "kind": st.sampled_from(["add", "modify", "correct", "withdraw"]),
        },
        optional={"commitment": st.sampled_from(["c", "d", "gone"]), "reason": LINES},
    ),
    max_size=4,
    unique_by=lambda each: each["id"],
)


@settings(max_examples=60)
@given(made(Promise), made(Promise), AMENDMENTS, st.sampled_from(["2025-06-18", "2026-11-23"]))
def test_a_plan_that_was_just_frozen_has_no_error_it_did_not_have(
    one: dict[str, Any], two: dict[str, Any], amendments: list[dict[str, Any]], day: str
) -> None:
    every = tuple(Amendment.validated(each) for each in amendments)
    now = replace(records([{**one, "id": "c"}, {**two, "id": "d"}]), amendments=every)
    adopted = replace(now, baseline=freeze(now, parse_date(day)))
    for rule in (changed_after_adoption, baseline_untouched):
        before = list(rule.check(now, TODAY))
        new = [fault for fault in rule.check(adopted, TODAY) if fault not in before]
        assert [fault for fault in new if fault.level is not Level.WARNING] == []


# What is gone stays to be seen.


def test_a_commitment_whose_record_is_gone_stands_as_it_was_adopted() -> None:
    frozen = freeze(records([SOUND, edited(id="b", links=[{"title": "A"}])]), DAY)
    kept = with_removed(replace(records([SOUND]), baseline=frozen), TODAY)
    assert [each.id for each in kept.commitments] == ["b", "c"]
    assert kept.removed == {"b"}
    assert kept.commitments[0].milestones == kept.commitments[1].milestones
    (told,) = drift_of(kept, TODAY).differences
    assert (told.change, told.commitment) == (Change.REMOVED, "b")


def test_nothing_is_restored_that_is_there_or_cannot_be_read() -> None:
    now = replace(records([SOUND]), baseline=freeze(records([SOUND, edited(id="b")]), DAY))
    assert with_removed(now, TODAY, ["b"]) is now
    assert with_removed(records([SOUND]), TODAY).removed == frozenset()


# Seals.


def _title(frozen: Baseline) -> Baseline:
    first = frozen.commitments[0].but(title="Publish some")
    return frozen.but(commitments=(first,))


def _resealed(frozen: Baseline) -> Baseline:
    first = _title(frozen).commitments[0]
    first = first.but(digest=digest_of(first))
    return frozen.but(commitments=(first,))


TAMPERED: dict[str, Callable[[Baseline], Baseline]] = {
    "a title": _title,
    "a title with its digest": _resealed,
    "the day": lambda frozen: frozen.but(frozen_on=parse_date("2025-06-20")),
    "the plan": lambda frozen: frozen.but(plan=frozen.plan.but(title="Another")),
    "a commitment left out": lambda frozen: frozen.but(commitments=()),
    "the digest": lambda frozen: frozen.but(digest="0" * 64),
}


@pytest.mark.parametrize("what", TAMPERED)
def test_whatever_is_changed_by_hand_breaks_a_seal(what: str) -> None:
    frozen = freeze(records([SOUND]), DAY)
    assert list(broken_seals(frozen)) == []
    assert list(broken_seals(TAMPERED[what](frozen)))


def test_a_digest_can_be_worked_out_by_anybody() -> None:
    """As the documentation says: SHA-256 of the promise as JSON, with nothing of ours."""
    (frozen,) = freeze(records([SOUND]), DAY).commitments
    text = json.dumps(SOUND, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert frozen.digest == sha256(text.encode()).hexdigest()


def test_a_plan_without_its_own_record_cannot_be_frozen() -> None:
    with pytest.raises(ValueError, match="p"):
        freeze(replace(records([SOUND]), plan=None), DAY)
