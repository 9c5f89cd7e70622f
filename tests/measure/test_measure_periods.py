"""The status at each reporting period: what was told then, what stayed, what nobody had said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openroadmap.measure.periods import MOST, measure_history, periods_of
from openroadmap.model.kinds import KIND
from openroadmap.model.member import Plan
from plan_samples import commitment, plan_of, update

TODAY = date(2026, 11, 23)
DAYS = st.dates(date(1990, 1, 1), date(2190, 12, 31))


@given(st.lists(DAYS, min_size=1, max_size=20), DAYS)
def test_periods_are_few_follow_each_other_and_hold_every_day(
    days: list[date], until: date
) -> None:
    periods = periods_of(days, until)
    assert 1 <= len(periods) <= MOST
    assert len({each.months for each in periods}) == 1
    for before, after in pairwise(periods):
        assert (after.first - before.last).days == 1
    for each in (*days, max(until, *days)):
        assert periods[0].first <= each <= periods[-1].last


def test_without_a_report_there_is_no_period() -> None:
    assert periods_of([], TODAY) == ()
    assert measure_history(plan_of(commitment()), TODAY).periods == ()


def test_a_status_holds_until_the_next_report_and_is_told_once() -> None:
    told = (
        update(date="2026-01-10", completion="limited"),
        update(date="2026-03-31", completion="substantial", id="second"),
        update(date="2026-12-01", completion="complete", id="of-the-future"),
    )
    history = measure_history(plan_of(commitment(), updates=told), TODAY)
    assert [(each.first.isoformat(), each.months) for each in history.periods] == [
        ("2026-01-01", 3), ("2026-04-01", 3), ("2026-07-01", 3), ("2026-10-01", 3),
    ]  # fmt: skip
    line = history.commitments["one"]
    assert [(each.state.value, each.told) for each in line if each] == [
        ("substantial", True), ("substantial", False), ("substantial", False),
        ("substantial", False),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("of", "months"), [("2026-11", 1), ("2026-11-20", 1), ("2026-Q4", 3), ("2026", 12)]
)
def test_no_period_is_shorter_than_what_a_reports_date_leaves_open(of: str, months: int) -> None:
    """A report of a year is not put in a month of it, even beside exact ones."""
    told = (
        update(date="2026-09-10", completion="limited", id="exact"),
        update(date=of, completion="substantial", id="open"),
    )
    history = measure_history(plan_of(commitment(), updates=told), TODAY)
    assert {each.months for each in history.periods} == {months}
    if months < 12:  # in a year, the exact one is the later of the two
        last = history.commitments["one"][-1]
        assert last
        assert (last.state.value, last.told) == ("substantial", True)


def test_before_the_first_report_nothing_is_known_and_own_words_are_kept() -> None:
    told = (
        update(date="2026-02-10", completion="limited"),
        update(date="2026-08-31", status_words="Nearly there", id="words"),
    )
    two = commitment(id="two", milestones=[{"id": "m1", "title": "Step"}])
    later = update(
        date="2026-08-01", commitment="two", id="later",
        milestones=[{"id": "m1", "completed_on": "2026-07-30"}],
    )  # fmt: skip
    history = measure_history(plan_of(commitment(), two, updates=(*told, later)), TODAY)
    assert history.commitments["two"] == (None,) * len(history.periods)
    last = history.commitments["one"][-1]
    assert last
    assert last.words == "Nearly there"
    step = history.milestones["two", "m1"]
    assert step[0] is None
    assert step[-1]
    assert step[-1].state.value == "complete"


def test_what_was_withdrawn_is_so_with_its_milestones() -> None:
    gone = KIND["amendment"].model.validated(
        {"id": "gone", "date": "2026-07-01", "commitment": "one", "kind": "withdraw"}
    )
    one = commitment(milestones=[{"id": "m1", "title": "Step"}])
    told = (update(date="2026-02-10", completion="limited"),)
    history = measure_history(plan_of(one, updates=told, amendments=(gone,)), TODAY)
    for line in (history.commitments["one"], history.milestones["one", "m1"]):
        assert line[-1]
        assert line[-1].state.value == "withdrawn"


def test_silence_is_shown_while_a_plan_runs_and_not_for_ever() -> None:
    records = plan_of(commitment(), updates=(update(date="2018-02-10", completion="limited"),))
    assert measure_history(records, TODAY).periods[-1].last >= TODAY
    over = replace(records, plan=Plan(id="p", title="Plan", ends_on="2018"))
    assert len(measure_history(over, TODAY).periods) == 1
