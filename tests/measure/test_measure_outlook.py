"""What the calendar says: each step has one place in time, and nothing is called late too early."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openroadmap.measure.outlook import (
    Phase,
    PlanTime,
    Silence,
    Stage,
    is_soon,
    months_between,
    months_later,
    placed_wholes,
    plan_time,
    silences,
    stage_of,
    steps_of,
)
from openroadmap.measure.progress import State, measure_progress
from openroadmap.model.dates import PartialDate, parse_date
from openroadmap.model.member import Plan
from plan_samples import commitment, plan_of, update
from progress_samples import withdrawal

TODAY = date(2026, 11, 23)
DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))
STATES = st.sampled_from(State)
DATES = st.none() | st.builds(
    lambda day, form: parse_date(day.strftime(form).replace("%Q", str((day.month + 2) // 3))),
    DAYS, st.sampled_from(["%Y", "%Y-Q%%Q", "%Y-%m", "%Y-%m-%d"]),
)  # fmt: skip


def day(text: str) -> PartialDate | None:
    return parse_date(text) if text else None


@pytest.mark.parametrize(
    ("state", "starts", "due", "stage"),
    [
        ("complete", "", "2020", Stage.DONE),
        ("withdrawn", "", "2020", Stage.WITHDRAWN),
        ("limited", "", "2026-11-22", Stage.NOW),  # overdue
        ("not_started", "", "2026-11-22", Stage.NOW),  # overdue
        ("not_recorded", "", "2026-11-22", Stage.PAST),
        ("own_words", "", "2026-11-22", Stage.PAST),
        ("limited", "", "2030", Stage.NOW),  # under way
        ("substantial", "2028", "", Stage.NOW),
        ("limited", "", "", Stage.NOW),
        ("not_started", "", "2026-11-23", Stage.NOW),
        ("not_started", "", "2027-02-21", Stage.NOW),  # 90 days ahead
        ("not_started", "", "2027-02-22", Stage.NEXT),
        ("not_started", "", "2026-Q4", Stage.NOW),
        ("not_started", "", "2027", Stage.NEXT),  # it may be in January
        ("not_recorded", "2026-11-23", "2030", Stage.NOW),
        ("not_recorded", "2026", "2030", Stage.NEXT),  # it may begin on the last day of the year
        ("not_started", "", "2027-11-23", Stage.NEXT),
        ("not_started", "", "2027-11-24", Stage.LATER),
        ("not_started", "2028", "", Stage.LATER),
        ("not_started", "2020", "", Stage.NOW),
        ("not_started", "", "", Stage.UNDATED),
    ],
)
def test_the_place_of_a_step_in_time(state: str, starts: str, due: str, stage: Stage) -> None:
    assert stage_of(State(state), day(starts), day(due), TODAY) is stage


@given(STATES, DATES, DATES, DAYS)
def test_what_is_due_soon_is_now_and_what_is_over_is_past(
    state: State, starts: PartialDate | None, due: PartialDate | None, today: date
) -> None:
    stage = stage_of(state, starts, due, today)
    if is_soon(state, due, today):
        assert stage is Stage.NOW
    assert (stage is Stage.DONE) == (state is State.COMPLETE)
    assert (stage is Stage.UNDATED) <= (starts is None and due is None)
    if stage is Stage.PAST:
        assert due is not None
        assert due.last < today


@given(STATES, DATES, DATES, DAYS)
def test_time_moves_a_step_in_one_direction_only(
    state: State, starts: PartialDate | None, due: PartialDate | None, today: date
) -> None:
    order = [Stage.UNDATED, Stage.LATER, Stage.NEXT, Stage.NOW, Stage.PAST]
    before = stage_of(state, starts, due, today)
    after = stage_of(state, starts, due, today + timedelta(days=40))
    if before in order:
        assert order.index(before) <= order.index(after)


def test_steps_are_milestones_or_a_commitment_without_any() -> None:
    one = commitment(milestones=[
        {"id": "b", "title": "Late", "due_on": "2027"}, {"id": "a", "title": "Early",
         "due_on": "2026-12"}, {"id": "c", "title": "Some day"}])  # fmt: skip
    two = commitment(id="two", title="Two", ends_on="2027-01-31")
    records = plan_of(one, two)
    steps = steps_of(records, measure_progress(records, TODAY), TODAY)
    assert [step.title for step in steps] == ["Early", "Two", "Late", "Some day"]
    assert [step.is_soon for step in steps] == [True, True, False, False]


def test_what_began_and_has_no_end_is_not_current_after_the_plan() -> None:
    records = plan_of(commitment(starts_on="2023"))
    over = Plan(id="p", title="Plan", ends_on="2024-10")
    for plan, stage in ((records.plan, Stage.NOW), (over, Stage.UNDATED)):
        mine = plan_of(commitment(starts_on="2023"))
        object.__setattr__(mine, "plan", plan)
        assert steps_of(mine, measure_progress(mine, TODAY), TODAY)[0].stage is stage


def test_what_is_past_its_date_is_not_current_after_the_plan() -> None:
    """What is due later than that is, for it is still promised."""
    told = (update(completion="limited"), update(id="v", commitment="two", completion="limited"))
    mine = plan_of(commitment(ends_on="2026-11-22"), commitment(id="two", ends_on="2026-11-23"),
                   updates=told)  # fmt: skip
    over = replace(mine, plan=Plan(id="p", title="Plan", ends_on="2026-06"))
    for records, stages in ((mine, [Stage.NOW, Stage.NOW]), (over, [Stage.PAST, Stage.NOW])):
        steps = steps_of(records, measure_progress(records, TODAY), TODAY)
        assert [step.stage for step in steps] == stages


@pytest.mark.parametrize(
    ("dates", "ends", "completion", "stage"),
    [
        (["2026-02", ""], "2027-06", "limited", Stage.NOW),  # under way, none of them says so
        (["2026-11-22"], "2027-06", "limited", Stage.NOW),
        (["2026-11-23"], "2027-06", "limited", None),  # it is due today
        (["", "2029"], "2027-06", "limited", None),
        (["", ""], "2026-12", "", Stage.NOW),
        (["", ""], "2027-11-23", "", Stage.NEXT),
        (["", ""], "2027-11-24", "", Stage.LATER),
        ([""], "", "limited", Stage.NOW),
        ([""], "", "", None),
        ([""], "2026-11-22", "", None),  # nobody knows whether it was kept
        ([""], "2026-11-22", "limited", Stage.NOW),  # overdue
        ([""], "2029", "complete", None),
        ([], "2029", "limited", None),  # it is a step itself
    ],
)
def test_what_none_of_its_milestones_places_is_placed_by_itself(
    dates: list[str], ends: str, completion: str, stage: Stage | None
) -> None:
    steps = [
        {"id": f"m{n}", "title": "Step", **({"due_on": due} if due else {})}
        for n, due in enumerate(dates)
    ]
    told = (update(completion=completion),) if completion else ()
    one = commitment(milestones=steps, ends_on=ends or None)
    records = plan_of(one, updates=told)
    progress = measure_progress(records, TODAY)
    every = steps_of(records, progress, TODAY)
    found = placed_wholes(records, every, progress, TODAY)
    assert [(step.milestone, step.stage) for step in found] == ([(None, stage)] if stage else [])


def test_what_was_withdrawn_has_no_place() -> None:
    one = commitment(milestones=[{"id": "a", "title": "Step"}], ends_on="2029")
    records = plan_of(one, amendments=(withdrawal("one"),))
    progress = measure_progress(records, TODAY)
    assert placed_wholes(records, steps_of(records, progress, TODAY), progress, TODAY) == ()


@pytest.mark.parametrize(
    ("starts", "reported", "completion", "silence"),
    [
        ("2026-01", "2026-05-22", "limited", Silence.LONG),
        ("2026-01", "2026-05-23", "limited", Silence.NONE),  # six months ago to the day
        ("2026-01", "2026", "limited", Silence.NONE),  # it may have been yesterday
        ("2026-01", "2026-05-22", "complete", Silence.NONE),
        ("2026-05-23", "", "", Silence.NEVER),
        ("2026-05-24", "", "", Silence.NONE),
        ("", "", "", Silence.NONE),  # nobody knows when it began
    ],
)
def test_silence_is_told_after_six_months(
    starts: str, reported: str, completion: str, silence: Silence
) -> None:
    told = (update(date=reported, completion=completion),) if reported else ()
    records = plan_of(commitment(starts_on=starts or None), updates=told)
    progress = measure_progress(records, TODAY)
    assert silences(records, progress, TODAY) == {"one": silence}


def test_nobody_is_silent_after_the_plan() -> None:
    over = Plan(id="p", title="Plan", ends_on="2022")
    records = replace(plan_of(commitment(starts_on="2020")), plan=over)
    progress = measure_progress(records, TODAY)
    assert silences(records, progress, TODAY) == {"one": Silence.NONE}


@pytest.mark.parametrize(
    ("starts", "ends", "time"),
    [
        ("2025-07-01", "2027-06-30", PlanTime(Phase.RUNNING, 16, 24)),
        ("2025-07", "2027-Q2", PlanTime(Phase.RUNNING, 16, 24)),
        ("2026-12", "2027-11", PlanTime(Phase.BEFORE, 0, 12)),
        ("2024-01", "2025-12", PlanTime(Phase.OVER, 24, 24)),
        ("2024", "2028-11", PlanTime(Phase.RUNNING)),  # which month of 2024 is not known
        ("", "2020", PlanTime(Phase.OVER)),
        ("2024", "", PlanTime(Phase.UNKNOWN)),
    ],
)
def test_how_much_of_a_plan_has_passed(starts: str, ends: str, time: PlanTime) -> None:
    assert plan_time(day(starts), day(ends), TODAY) == time


@given(DATES, DATES, DAYS)
def test_no_more_has_passed_than_there_is(
    starts: PartialDate | None, ends: PartialDate | None, today: date
) -> None:
    time = plan_time(starts, ends, today)
    assert 0 <= time.passed <= max(time.total, 0)


@given(DAYS, st.integers(-300, 300))
def test_months_are_counted_as_people_do(start: date, months: int) -> None:
    there = months_later(start, months)
    assert abs((there.year - start.year) * 12 + there.month - start.month) == abs(months)
    assert there.day <= start.day
    if there.day == start.day:
        assert months_between(start, there) == months


def test_the_end_of_a_month_stays_in_its_month() -> None:
    assert months_later(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert months_later(date(2026, 8, 31), -6) == date(2026, 2, 28)
    assert months_between(date(2026, 1, 31), date(2026, 2, 28)) == 1
