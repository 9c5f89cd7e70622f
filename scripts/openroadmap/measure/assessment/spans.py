"""The arithmetic of time rules on dates that may be inexact: dates come in, what surely holds
and what can hold go out.

Months are calendar months, cut at the month's end: six months after 31 August
is the last day of February. With exact dates what surely holds and what can
hold are the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from openroadmap.immutable import immutable
from openroadmap.measure.assessment.verdicts import State
from openroadmap.model.dates import PartialDate, Precision
from openroadmap.rules.days import add_months

DAY = timedelta(days=1)


@immutable
class Gap:
    """How long was too long between two points; ``state`` is NO_DATA where it cannot be told.

    ``since`` is the point after which it was, or is, too long or next due;
    ``to`` the point that came too late, None when nothing came.
    """

    state: State
    since: date
    to: PartialDate | None
    due: date


def max_gap(points: Iterable[PartialDate], start: date, end: date, months: int) -> Gap:
    """Whether from the start to the end no more than so many months lie between points."""
    inside = sorted(
        {point for point in points if point.last >= start and point.first <= end},
        key=lambda point: (point.last, point.first),
    )
    surely = _reach(inside, start, end, months, certain=True)
    if surely.state is State.MET:
        return surely
    perhaps = _reach(inside, start, end, months, certain=False)
    if perhaps.state is State.MET:
        return Gap(State.NO_DATA, surely.since, surely.to, surely.due)
    return perhaps


def _reach(
    points: Sequence[PartialDate], start: date, end: date, months: int, *, certain: bool
) -> Gap:
    """Go from point to point, each time as far as the months allow.

    A certain step counts a point from its first day, if all its days are near
    enough; a possible one puts it on the best of its days.
    """
    here = start
    while True:
        due = add_months(here, months)
        if certain:
            near = [point.first for point in points if point.last <= due]
        else:
            near = [min(point.last, due) for point in points if point.first <= due]
        last = max((min(day, end) for day in near), default=here)
        if last > here:
            here = last
            continue
        if end <= due:
            return Gap(State.MET, here, None, due)
        late = next((point for point in points if point.last > due), None)
        return Gap(State.NOT_MET, here, late, due)


@immutable
class Window:
    """One year of the plan, first and last day, and how many events it needs."""

    first: date
    last: date
    need: int


def windows(start: date, end: date, need: int, year: str = "plan_year") -> Iterator[Window]:
    """The years from the start to the end; ``year`` is plan_year or calendar_year.

    A year that the plan does not fill needs one event where it has six months
    or more, and none otherwise.
    """
    first = start
    while first <= end:
        full = _year_after(start, first, year)
        last = min(full - DAY, end)
        whole = last == full - DAY and (year == "plan_year" or first.timetuple().tm_yday == 1)
        half = last >= add_months(first, 6) - DAY
        yield Window(first, last, need if whole else min(need, int(half)))
        first = full


def _year_after(start: date, first: date, year: str) -> date:
    """The first day of the next year; anniversaries are counted from the start (29 February)."""
    if year == "calendar_year":
        return date(first.year + 1, 1, 1)
    elapsed = (first.year - start.year) * 12 + first.month - start.month
    return add_months(start, elapsed + 12)


def surely_distinct(points: Iterable[PartialDate], first: date, last: date) -> int:
    """How many different days within a window these points are at the least."""
    count, after = 0, first - DAY
    for point in sorted(points, key=lambda point: point.last):
        if point.first > after and first <= point.first and point.last <= last:
            count, after = count + 1, point.last
    return count


def perhaps_distinct(points: Iterable[PartialDate], first: date, last: date) -> int:
    """How many different days within a window they can be at the most."""
    inside = [point for point in points if point.last >= first and point.first <= last]
    exact = {point.first for point in inside if point.precision is Precision.DAY}
    return len(exact) + sum(point.precision is not Precision.DAY for point in inside)


@immutable
class YearCount:
    """What one year of the plan has of what it needs, on a day."""

    window: Window
    count: int
    state: State


def per_year(
    points: Sequence[PartialDate], spans: Iterable[Window], today: date, warn_days: int
) -> tuple[YearCount, ...]:
    """Each year that has begun, with its state."""
    return tuple(
        _year(points, window, today, warn_days) for window in spans if window.first <= today
    )


def _year(
    points: Sequence[PartialDate], window: Window, today: date, warn_days: int
) -> YearCount:
    until = min(window.last, today)
    count = surely_distinct(points, window.first, until)
    missing = window.need - count
    if missing <= 0:
        state = State.MET
    elif today > window.last:
        perhaps = perhaps_distinct(points, window.first, window.last)
        state = State.NO_DATA if perhaps >= window.need else State.NOT_MET
    else:
        late = (window.last - today).days <= warn_days * missing
        state = State.AT_RISK if late else State.ON_TRACK
    return YearCount(window, count, state)


WORST_FIRST = (State.NOT_MET, State.NO_DATA, State.AT_RISK, State.ON_TRACK, State.MET)


def worst(years: Sequence[YearCount]) -> YearCount:
    """The year that decides: the first of those in the worst state."""
    return min(years, key=lambda each: WORST_FIRST.index(each.state))
