"""Calendar months and the edge of today, as the rules count them."""

from __future__ import annotations

from datetime import date

import pytest
from openroadmap.model.dates import parse_date
from openroadmap.rules.days import add_months, disagree, in_the_future


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 1, 1), 24, date(2028, 1, 1)),
        (date(2026, 1, 31), 0, date(2026, 1, 31)),
    ],
)
def test_months_are_counted_by_the_calendar_and_end_with_the_month(
    day: date, months: int, later: date
) -> None:
    assert add_months(day, months) == later


@pytest.mark.parametrize(
    ("text", "future"),
    [("2026-11-24", False), ("2026-11-25", True), ("2026", False), ("2026-12", True)],
)
def test_tomorrow_has_come_somewhere_and_a_year_may_have(text: str, future: bool) -> None:
    assert in_the_future(parse_date(text), date(2026, 11, 23)) is future


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [("2027", "2027-12-31", False), ("2027-06", "2027-08", True), ("2027-08", "2027-06", True)],
)
def test_dates_disagree_only_where_both_cannot_be_true(one: str, other: str, apart: bool) -> None:
    assert disagree(parse_date(one), parse_date(other)) is apart
