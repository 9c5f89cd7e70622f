"""The arithmetic of the time rules, case by case as the catalogue of OGP's rules gives it."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from openroadmap.measure.assessment.spans import (
    max_gap,
    per_year,
    perhaps_distinct,
    surely_distinct,
    windows,
    worst,
)
from openroadmap.measure.assessment.verdicts import State
from openroadmap.model.dates import parse_date
from openroadmap.rules.days import add_months

D = date
START = D(2025, 1, 1)


def days(*texts: str) -> list:
    return [parse_date(text) for text in texts]


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (D(2025, 8, 31), 6, D(2026, 2, 28)),
        (D(2023, 8, 31), 6, D(2024, 2, 29)),
        (D(2024, 2, 29), 12, D(2025, 2, 28)),
        (D(2024, 2, 29), 48, D(2028, 2, 29)),
        (D(2025, 3, 31), -1, D(2025, 2, 28)),
    ],
)
def test_months_are_calendar_months_cut_at_the_end(day: date, months: int, then: date) -> None:
    assert add_months(day, months) == then


@pytest.mark.parametrize(
    ("points", "end", "state"),
    [
        (["2025-07-01"], D(2025, 7, 1), State.MET),  # exactly six months
        (["2025-07-02"], D(2025, 7, 2), State.NOT_MET),  # and a day
        (["2025-08-01", "2025-09-01"], D(2025, 10, 1), State.NOT_MET),  # an old gap stays
        (["2025-03-01"], D(2025, 8, 1), State.MET),
        (["2025-03-01"], D(2025, 9, 1), State.MET),
        (["2025-03-01"], D(2025, 9, 2), State.NOT_MET),
        ([], D(2025, 7, 1), State.MET),
        ([], D(2025, 7, 2), State.NOT_MET),
        (["2024-12-31", "2025-12-31"], D(2025, 7, 2), State.NOT_MET),  # both outside
    ],
)
def test_a_gap_of_six_months_is_the_longest(points: list[str], end: date, state: State) -> None:
    assert max_gap(days(*points), START, end, 6).state is state


def test_a_gap_names_both_its_ends() -> None:
    gap = max_gap(days("2025-03-01", "2025-10-01"), START, D(2025, 12, 1), 6)
    assert (gap.since, str(gap.to), gap.due) == (D(2025, 3, 1), "2025-10-01", D(2025, 9, 1))


def test_the_next_point_is_due_after_the_last() -> None:
    assert max_gap(days("2025-03-01"), START, D(2025, 5, 1), 6).due == D(2025, 9, 1)


@pytest.mark.parametrize(
    ("points", "end", "state"),
    [
        (["2025-06"], D(2025, 7, 15), State.MET),  # every day of June will do
        (["2025-07"], D(2025, 8, 15), State.NO_DATA),  # the first of July only
        (["2025-08"], D(2025, 9, 1), State.NOT_MET),  # no day of August
        (["2025"], D(2025, 12, 31), State.NO_DATA),
        (["2025-Q2", "2025-Q4"], D(2025, 12, 31), State.NO_DATA),
        (["2025-04", "2025-09"], D(2025, 12, 31), State.MET),
    ],
)
def test_an_inexact_date_counts_only_if_each_of_its_days_does(
    points: list[str], end: date, state: State
) -> None:
    assert max_gap(days(*points), START, end, 6).state is state


def test_thirty_months_are_two_years_and_a_stump() -> None:
    found = list(windows(D(2024, 1, 1), D(2026, 6, 30), 2))
    assert [each.need for each in found] == [2, 2, 1]
    assert found[-1].last == D(2026, 6, 30)


@pytest.mark.parametrize(
    ("end", "need"),
    [(D(2025, 6, 29), 0), (D(2025, 6, 30), 1), (D(2025, 12, 30), 1), (D(2025, 12, 31), 2)],
)
def test_a_stump_needs_one_from_six_months_on(end: date, need: int) -> None:
    assert [each.need for each in windows(START, end, 2)] == [need]


def test_years_of_a_plan_that_starts_on_a_leap_day_meet_without_a_gap() -> None:
    found = list(windows(D(2024, 2, 29), D(2028, 2, 28), 2))
    assert [each.first for each in found] == [
        D(2024, 2, 29), D(2025, 2, 28), D(2026, 2, 28), D(2027, 2, 28),
    ]  # fmt: skip
    assert all((b.first - a.last).days == 1 for a, b in pairwise(found))


def test_a_member_may_count_in_calendar_years() -> None:
    found = list(windows(D(2025, 7, 1), D(2027, 6, 30), 2, "calendar_year"))
    assert [(str(each.first), str(each.last), each.need) for each in found] == [
        ("2025-07-01", "2025-12-31", 1),
        ("2026-01-01", "2026-12-31", 2),
        ("2027-01-01", "2027-06-30", 1),
    ]


@pytest.mark.parametrize(
    ("events", "today", "end", "state"),
    [
        (["2024-05-01"], D(2025, 1, 1), D(2025, 12, 31), State.NOT_MET),
        (["2024-05-01", "2024-11-01"], D(2025, 1, 1), D(2025, 12, 31), State.ON_TRACK),
        (["2024-05-01", "2024-05-01"], D(2025, 1, 1), D(2025, 12, 31), State.NOT_MET),
        ([], D(2024, 9, 2), D(2025, 12, 31), State.AT_RISK),  # 120 days left
        ([], D(2024, 9, 1), D(2025, 12, 31), State.ON_TRACK),  # 121 days left
        (
            ["2024-05-01", "2024-11-01", "2025-03-01", "2025-09-01"],
            D(2026, 2, 1),
            D(2025, 12, 31),
            State.MET,
        ),
        (
            ["2024-05-01", "2024-11-01", "2025-03-01", "2025-09-01"],
            D(2026, 7, 1),
            D(2026, 6, 30),
            State.NOT_MET,
        ),
        (["2024"], D(2025, 1, 1), D(2024, 12, 31), State.NOT_MET),  # one at the most
        (["2024", "2024"], D(2025, 1, 1), D(2024, 12, 31), State.NO_DATA),
        (["2024-03", "2024-11"], D(2025, 1, 1), D(2024, 12, 31), State.MET),
    ],
)
def test_every_year_needs_its_events(
    events: list[str], today: date, end: date, state: State
) -> None:
    spans = windows(D(2024, 1, 1), end, 2)
    assert worst(per_year(days(*events), spans, today, 60)).state is state


def test_dates_that_may_be_the_same_day_count_once() -> None:
    points = days("2024-05", "2024-05-03")
    assert surely_distinct(points, D(2024, 1, 1), D(2024, 12, 31)) == 1
    assert perhaps_distinct(points, D(2024, 1, 1), D(2024, 12, 31)) == 2
