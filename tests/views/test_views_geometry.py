"""Places in pictures: within them, in order, seen however small, never one over another."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openroadmap.i18n import translator
from openroadmap.views.progress.geometry import LEAST, axis_of, lanes, percent, spread, ticks_of

WORDS = translator("en")
DAYS = st.lists(st.dates(date(1990, 1, 1), date(2190, 12, 31)), min_size=1, max_size=12)


@given(DAYS)
def test_an_axis_holds_its_days_in_their_order(days: list[date]) -> None:
    axis = axis_of(days)
    assert axis
    places = [axis.place(day) for day in sorted(days)]
    assert places == sorted(places)
    assert all(0 <= place < 100 for place in places)
    assert axis.place(axis.first - timedelta(days=1)) == 0
    assert axis.place(axis.last + timedelta(days=400)) == 100


@given(DAYS)
def test_an_axis_names_few_days_and_says_of_which_year_they_are(days: list[date]) -> None:
    axis = axis_of(days)
    assert axis
    ticks = ticks_of(axis, WORDS)
    assert len(ticks) <= 42
    if ticks:
        assert not (ticks[0].is_minor and ticks[1].is_minor)  # a phone names a year early on
        assert any(char.isdigit() for char in ticks[0].text)
    assert [float(tick.x) for tick in ticks] == sorted(float(tick.x) for tick in ticks)


@pytest.mark.parametrize(
    ("first", "last", "names"),
    [
        (date(2025, 7, 1), date(2027, 6, 30), ["Jul 2025", "2026", "Jul", "2027"]),
        (date(2026, 1, 1), date(2026, 12, 31), ["2026", "Apr", "Jul", "Oct"]),
        (date(2018, 1, 1), date(2022, 12, 31), ["2018", "2019", "2020", "2021", "2022"]),
    ],
)
def test_an_axis_is_named_as_closely_as_there_is_room(
    first: date, last: date, names: list[str]
) -> None:
    axis = axis_of([first, last])
    assert axis
    assert [tick.text for tick in ticks_of(axis, WORDS)] == names


def test_without_a_day_there_is_no_axis() -> None:
    assert axis_of([]) is None


@given(st.lists(st.integers(1, 5_000), min_size=1, max_size=9))
def test_shares_fill_the_bar_and_the_smallest_can_be_seen(numbers: list[int]) -> None:
    places = spread(numbers)
    assert sum(width for _, width in places) == pytest.approx(100)
    assert min(width for _, width in places) >= LEAST - 1e-9
    at = 0.0
    for place, width in places:
        assert place == pytest.approx(at)
        at = place + width


def test_plain_shares_are_exact() -> None:
    assert spread([1, 1, 2]) == ((0, 25), (25, 25), (50, 50))
    assert spread([]) == ()


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(0.1, 30)), max_size=20))
def test_no_mark_covers_another(marks: list[tuple[float, float]]) -> None:
    extents = [(left, left + width) for left, width in marks]
    chosen = lanes(extents)
    assert len(chosen) == len(extents)
    for one, (left, right) in enumerate(extents):
        for other in range(one):
            if chosen[one] == chosen[other]:
                assert right <= extents[other][0] or extents[other][1] <= left


def test_marks_apart_share_a_line() -> None:
    assert lanes([(0, 10), (20, 30), (5, 15)]) == (0, 0, 1)


@pytest.mark.parametrize(
    ("value", "text"), [(0, "0"), (12.5, "12.5"), (100, "100"), (1 / 3, "0.33")]
)
def test_a_place_is_written_short(value: float, text: str) -> None:
    assert percent(value) == text
