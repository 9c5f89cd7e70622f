"""Where things lie in a picture: days on an axis, shares of a bar, marks that do not overlap.

Places along a picture are percentages of its width, written as text ("12.5"),
so that a picture fits a phone and a sheet of paper and its words keep their size.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from openroadmap.i18n import Translator
from openroadmap.immutable import immutable
from openroadmap.measure.outlook import months_later

LEAST = 2.0
"""Percent of a bar that even the smallest number gets, so that it can be seen."""
APART = 7.5
"""Percent between the middles of two marks beside each other: a mark's width on a phone."""
FEW_MONTHS = 18
SOME_MONTHS = 42
"""Up to so many months an axis names each quarter, or each half-year; beyond that, years."""
NEAR = 30.0
"""Percent within which a month's name with its year and the next year meet on a phone."""
MANY_YEARS = 12
"""Beyond so many years, an axis names each fifth."""
_DAY = timedelta(days=1)


@immutable
class Tick:
    """A named day on the axis of a picture."""

    x: str
    """Its place, in percent."""
    text: str
    """A year, or a month within one."""
    is_minor: bool
    """True for a month; narrow screens leave its name out."""


@immutable
class Axis:
    """Whole quarters from one day to another; ``last`` is the day after the end."""

    first: date
    last: date

    def place(self, day: date) -> float:
        """A day's place in percent; what lies outside lies at the edge."""
        if day <= self.first:
            return 0.0
        if day >= self.last:
            return 100.0
        first = self.first.toordinal()
        return 100 * (day.toordinal() - first) / (self.last.toordinal() - first)


def axis_of(days: Iterable[date]) -> Axis | None:
    """The axis that holds all the days; None without any."""
    known = sorted(days)
    if not known:
        return None
    return Axis(_quarter(known[0]), months_later(_quarter(known[-1]), 3))


def ticks_of(axis: Axis, words: Translator) -> tuple[Tick, ...]:
    """The named days, at least the first; a name fits before the end of the axis."""
    months = _months(axis)
    if months <= FEW_MONTHS:
        step = 3
    elif months <= SOME_MONTHS:
        step = 6
    else:
        step = 12 if months <= MANY_YEARS * 12 else 60
    made: list[Tick] = []
    day = _start(axis.first, step)
    while day < axis.last:
        if day >= axis.first:
            is_named = day.month == 1 or not made  # the first name says which year it is of
            made.append(Tick(percent(axis.place(day)), _named(day, is_named, words), not is_named))
        day = months_later(day, step)
    if len(made) > 1 and not made[1].is_minor and float(made[1].x) - float(made[0].x) < NEAR:
        made[0] = replace(made[0], is_minor=True)  # the year beside it says enough on a phone
    return tuple(made)


def spread(numbers: Sequence[int]) -> tuple[tuple[float, float], ...]:
    """Place and width, in percent, of each number's share; they fill the whole.

    None is narrower than ``LEAST``, as far as there is room for that.
    """
    total = sum(numbers)
    if not total:
        return ()
    least = min(LEAST, 100 / len(numbers))
    wide = [max(least, 100 * number / total) for number in numbers]
    over = sum(wide) - 100
    room = sum(each - least for each in wide)
    if room > 0:
        wide = [each - over * (each - least) / room for each in wide]
    placed, at = [], 0.0
    for each in wide:
        placed.append((at, each))
        at += each
    return tuple(placed)


def lanes(extents: Iterable[tuple[float, float]]) -> tuple[int, ...]:
    """The line for each mark, from its left and right edge, so that none covers another."""
    extents = tuple(extents)
    if len(extents) < 2:
        return (0,) * len(extents)
    ends: list[float] = []
    chosen: dict[int, int] = {}
    for index, (left, right) in sorted(enumerate(extents), key=lambda each: each[1]):
        free = (lane for lane, end in enumerate(ends) if end <= left)
        lane = next(free, len(ends))
        if lane == len(ends):
            ends.append(right)
        ends[lane] = right
        chosen[index] = lane
    return tuple(chosen[index] for index in range(len(chosen)))


def percent(value: float) -> str:
    """A place as a picture has it: "12.5"."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def after(day: date) -> date:
    """Where a day ends on an axis."""
    return day + _DAY if day < date.max else day


def _named(day: date, is_named: bool, words: Translator) -> str:
    """The year in January; else the month, of which ``is_named`` gives the year."""
    if day.month == 1:
        return str(day.year)
    return words.period(day, day) if is_named else words.month_name(day)


def _months(axis: Axis) -> int:
    return (axis.last.year - axis.first.year) * 12 + axis.last.month - axis.first.month


def _quarter(day: date) -> date:
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)


def _start(day: date, step: int) -> date:
    """The first of so many months, as calendars have it."""
    place = (day.year * 12 + day.month - 1) // step * step
    return date(place // 12, place % 12 + 1, 1)
