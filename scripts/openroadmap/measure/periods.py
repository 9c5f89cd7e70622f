"""What was known of each commitment and milestone at each reporting period.

In come a plan's records and a day; out come the periods (months, quarters,
half-years or years, whichever keeps them few) and, for each thing that was
reported on, where it stood at the end of each. Only the lead's reports count.
No period is shorter than the time that a report's own date leaves open: what is
known to be of a year is not put in a month of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from openroadmap.immutable import immutable
from openroadmap.measure.outlook import is_over, months_later
from openroadmap.measure.progress import State
from openroadmap.model.dates import PartialDate, Precision
from openroadmap.model.reports import (
    milestone_statuses,
    statuses,
    updates_by_commitment,
    withdrawals,
)
from openroadmap.model.site import PlanRecords

MOST = 8
"""Periods beside each other at most: more do not fit a phone."""
LENGTHS = (1, 3, 6, 12, 24, 60, 120, 300, 600)
"""Months of a period, shortest first; the longest covers every date a record may hold."""
OPEN = {Precision.DAY: 1, Precision.MONTH: 1, Precision.QUARTER: 3, Precision.YEAR: 12}
"""Months of the shortest period in which a date of some precision is sure to lie."""


@immutable
class Period:
    """A stretch of whole months from the first day to the last; ``months`` is how many."""

    first: date
    last: date
    months: int


@immutable
class Known:
    """What was known at the end of a period: ``told`` when a report of that period says so."""

    state: State
    words: str
    told: bool


Line = tuple[Known | None, ...]
"""What was known at the end of each period; None before the first report."""


@immutable
class History:
    """The periods, and a line for each commitment by id and each milestone by both ids."""

    periods: tuple[Period, ...]
    commitments: Mapping[str, Line]
    milestones: Mapping[tuple[str, str], Line]


Said = tuple[PartialDate, State, str]
"""The date a report is of, the state it gives, its own words."""


def measure_history(records: PlanRecords, today: date) -> History:
    """Everything that was reported, period by period, as known on a day."""
    reports, gone = updates_by_commitment(records, today), withdrawals(records, today)
    commitments: dict[str, list[Said]] = {}
    milestones: dict[tuple[str, str], list[Said]] = {}
    for each in records.commitments:
        told = reports.get(each.id, ())
        end = [(gone[each.id].date, State.WITHDRAWN, "")] if each.id in gone else []
        said = [
            (one.date, State(one.completion or State.OWN_WORDS),
             "" if one.completion else one.status_words or "")
            for one in statuses(told)
        ]  # fmt: skip
        commitments[each.id] = said + end
        steps = milestone_statuses(told)
        for milestone in each.milestones:
            reported = steps.get(milestone.id, ())
            milestones[each.id, milestone.id] = [
                (one.update.date, State(one.completion), "") for one in reported
            ] + end
    dates = [of for said in (*commitments.values(), *milestones.values()) for of, *_ in said]
    days = [_day(of, today) for of in dates]
    shortest = max((OPEN[of.precision] for of in dates), default=1)
    periods = periods_of(days, _until(records, days, today), shortest)
    return History(
        periods,
        {id: _line(said, periods, today) for id, said in commitments.items()},
        {key: _line(said, periods, today) for key, said in milestones.items()},
    )


def periods_of(days: Sequence[date], until: date, shortest: int = 1) -> tuple[Period, ...]:
    """The shortest periods of one length that cover the days and the last of all in few.

    None is of fewer months than ``shortest``.
    """
    if not days:
        return ()
    first, last = min(days), max(until, *days)
    lengths = (each for each in LENGTHS if each >= shortest)
    months = next(each for each in lengths if _count(first, last, each) <= MOST)
    start = _start(first, months)
    count = _count(first, last, months)
    return tuple(_period(months_later(start, i * months), months) for i in range(count))


def _count(first: date, last: date, months: int) -> int:
    """How many periods of so many months reach from the first day to the last."""
    start = _start(first, months)
    return (last.year * 12 + last.month - start.year * 12 - start.month) // months + 1


def _until(records: PlanRecords, days: Iterable[date], today: date) -> date:
    """While a plan runs, silence is shown to this day; afterwards reports have come to an end."""
    return max(days, default=today) if is_over(records, today) else today


def _start(day: date, months: int) -> date:
    """The first day of the period of so many months in which a day lies, as calendars have it."""
    place = (day.year * 12 + day.month - 1) // months * months
    return date(place // 12, place % 12 + 1, 1)


def _period(first: date, months: int) -> Period:
    return Period(first, months_later(first, months) - timedelta(days=1), months)


def _day(value: PartialDate, today: date) -> date:
    """The last day that a date can mean; what is known today is not of the future."""
    return min(value.last, today)


def _line(said: Sequence[Said], periods: Sequence[Period], today: date) -> Line:
    """What was known at the end of each period; reports are in order, oldest first."""
    if not said:
        return (None,) * len(periods)
    line: list[Known | None] = []
    place, known = 0, None
    for period in periods:
        told = False
        while place < len(said) and _day(said[place][0], today) <= period.last:
            known, told, place = said[place], True, place + 1
        line.append(Known(known[1], known[2], told) if known else None)
    return tuple(line)
