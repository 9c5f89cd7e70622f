"""Counting in calendar months: a day and a number of months come in, a day goes out."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from openroadmap.model.dates import PartialDate

_DECEMBER = 12


def add_months(day: date, months: int) -> date:
    """The same day so many months later, or the month's last day where there is no such day."""
    total = day.year * _DECEMBER + day.month - 1 + months
    year, month = divmod(total, _DECEMBER)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def in_the_future(day: PartialDate, today: date) -> bool:
    """Whether a date cannot have come yet, anywhere on earth."""
    return day.first > today + timedelta(days=1)


def disagree(one: PartialDate, other: PartialDate) -> bool:
    """Whether two dates cannot be the same day."""
    return one.surely_before(other) or other.surely_before(one)
