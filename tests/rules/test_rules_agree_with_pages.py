"""Rules and pages read the lead's updates alike: what one calls complete, the other does too."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from openroadmap.measure.progress import PlanProgress, State, measure_progress
from openroadmap.model.process import Amendment
from openroadmap.model.site import PlanRecords
from openroadmap.model.voices import Update
from openroadmap.rules import RULE
from plan_samples import commitment, plan_of

TODAY = date(2026, 11, 23)
STEPS = ("m1", "m2")
DUE = {"m1": "2026-06-30", "m2": "2026-10"}
DATES = st.sampled_from(
    ["2025", "2026", "2026-Q2", "2026-05", "2026-06-30", "2026-09-01", "2026-11-23", "2026-12-24"]
)
CODES = st.none() | st.sampled_from(["not_started", "limited", "complete", "no_evidence_available"])
REPORTS = st.fixed_dictionaries(
    {"id": st.sampled_from(STEPS), "completion": CODES, "completed_on": st.none() | DATES}
)
UPDATES = st.lists(
    st.fixed_dictionaries({
        "date": DATES,
        "completion": CODES,
        "status_words": st.sampled_from([None, "On its way"]),
        "milestones": st.lists(REPORTS, max_size=3),
    }),
    max_size=4,
)  # fmt: skip
WITHDRAWN = st.none() | DATES


def records(updates: list[dict[str, Any]], withdrawn_on: str | None = None) -> PlanRecords:
    told = tuple(
        Update.validated({"id": f"u{n}", "commitment": "one", **_filled(each)})
        for n, each in enumerate(updates)
    )
    gone = {"id": "a", "date": withdrawn_on, "commitment": "one", "kind": "withdraw"}
    steps = [{"id": id, "title": "A step", "due_on": due} for id, due in DUE.items()]
    return plan_of(
        commitment(milestones=steps),
        updates=told,
        amendments=(Amendment.validated(gone),) if withdrawn_on else (),
    )


def _filled(data: dict[str, Any]) -> dict[str, Any]:
    kept = {name: value for name, value in data.items() if value is not None}
    return {**kept, "milestones": [
        {name: value for name, value in each.items() if value is not None}
        for each in data.get("milestones", ())
    ]}  # fmt: skip


def said(code: str, plan: PlanRecords, argument: str, *variants: str) -> set[str]:
    """The milestones that a rule speaks of."""
    faults = RULE[code].check(plan, TODAY)
    return {str(each.args[argument]) for each in faults if each.variant in variants}


def in_state(progress: PlanProgress, *states: State) -> set[str]:
    return {id for (_, id), found in progress.milestones.items() if found.state in states}


LEFT = ("milestones-open", "milestones-unreported")


@settings(max_examples=300)
@given(UPDATES)
def test_c07_asks_for_the_milestones_that_the_page_does_not_show_as_complete(
    updates: list[dict[str, Any]],
) -> None:
    plan = records(updates)
    progress = measure_progress(plan, TODAY)
    unreported = in_state(progress, State.NOT_RECORDED)
    still_open = set(STEPS) - unreported - in_state(progress, State.COMPLETE)
    if progress.commitments["one"].state is not State.COMPLETE:
        unreported = still_open = set()
    left = {id for told in said("C07", plan, "milestones", *LEFT) for id in told.split(", ")}
    assert left == unreported | still_open
    assert bool(said("C07", plan, "milestones", "milestones-open")) == bool(still_open)


@settings(max_examples=300)
@given(UPDATES, WITHDRAWN)
def test_c09_notes_the_milestones_that_the_page_shows_as_past_their_date(
    updates: list[dict[str, Any]], withdrawn_on: str | None
) -> None:
    plan = records(updates, withdrawn_on)
    progress = measure_progress(plan, TODAY)
    past = {id for (_, id), found in progress.milestones.items() if found.lateness}
    if progress.commitments["one"].state is State.COMPLETE:
        past = set()
    assert said("C09", plan, "milestone", "") == past


@settings(max_examples=300)
@given(UPDATES)
def test_what_the_page_shows_as_complete_is_what_e01_and_e02_ask_about(
    updates: list[dict[str, Any]],
) -> None:
    for each in updates:
        plan = records([{**each, "date": "2026-11-23", "completion": None}])
        done = in_state(measure_progress(plan, TODAY), State.COMPLETE)
        last = {report.id: report for report in plan.updates[0].milestones}
        without_day = {id for id in done if last[id].completed_on is None and last[id].completion}
        assert done <= said("E01", plan, "milestone", "milestone")
        assert without_day <= said("E02", plan, "milestone", "no-day")


@given(CODES, st.none() | DATES)
def test_e01_asks_about_a_milestone_only_where_the_page_shows_it_as_complete(
    completion: str | None, day: str | None
) -> None:
    report = {"id": "m1", "completion": completion, "completed_on": day}
    plan = records([{"date": "2026-06-30", "milestones": [report]}])
    shown = in_state(measure_progress(plan, TODAY), State.COMPLETE)
    assert said("E01", plan, "milestone", "milestone") == shown


def test_a_status_in_own_words_replaces_an_earlier_code_for_both() -> None:
    plan = records([
        {"date": "2026-05", "completion": "complete"},
        {"date": "2026-09-01", "status_words": "Taken up again"},
    ])  # fmt: skip
    assert measure_progress(plan, TODAY).commitments["one"].state is State.OWN_WORDS
    assert list(RULE["C07"].check(plan, TODAY)) == []


def test_a_withdrawal_that_lies_ahead_excuses_no_milestone_yet() -> None:
    plan = records([], "2026-12-24")
    assert said("C09", plan, "milestone", "") == set(STEPS)
