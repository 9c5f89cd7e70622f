"""Dates that say how exact they are: a year, a quarter, a month or a day.

In comes the text of a date as somebody typed it; out comes a ``PartialDate``,
or a ``NotADateError`` that says which of the usual mistakes it is.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from enum import IntEnum
from functools import lru_cache

from openroadmap.immutable import immutable
from openroadmap.model.date_forms import read_form


class Precision(IntEnum):
    """How exact a date is; a higher value is more exact."""

    YEAR = 1
    QUARTER = 2
    MONTH = 3
    DAY = 4


class NotADateError(ValueError):
    """Raised if a text is not a date we accept; ``variant`` names the mistake.

    Where a text can mean two dates, ``other`` is the second.
    """

    def __init__(self, variant: str, suggestion: str = "", other: str = "") -> None:
        super().__init__(variant)
        self.variant = variant
        self.suggestion = suggestion
        self.other = other


@immutable
class PartialDate:
    """A civil date with its precision, as written (ISO 8601, and ``YYYY-Qn`` for quarters).

    ``first`` and ``last`` are the first and last day it can mean. Two dates
    are in order unless the one surely lies before the other (``surely_before``):
    "2027" and "2027-03" do not contradict each other.
    """

    text: str
    first: date
    last: date
    precision: Precision

    def __str__(self) -> str:
        return self.text

    def surely_before(self, other: PartialDate) -> bool:
        """True when every day this can mean lies before every day the other can mean."""
        return self.last < other.first


_FORMS = re.compile(
    r"(?P<year>(?:19|20|21)\d\d)"
    r"(?:-(?:Q(?P<quarter>[1-4])|(?P<month>\d\d)(?:-(?P<day>\d\d))?))?\Z",
    re.ASCII,  # digits of other scripts are numbers too, but not in ISO 8601
)
_UNPADDED = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?\Z", re.ASCII)
_WITH_TIME = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d", re.ASCII)
_SLASHED = re.compile(r"\d{1,4}[/.]\d{1,2}(?:[/.]\d{1,4})?\Z", re.ASCII)
_QUARTER = re.compile(r"(?:(\d{4})[ -]?[qQ]([1-4])|[qQ]([1-4])[ /-]?(\d{4}))\Z", re.ASCII)


@lru_cache(maxsize=50_000)
def parse_date(text: str) -> PartialDate:
    """Read ``2027``, ``2027-Q3``, ``2027-09`` or ``2027-09-30``.

    Raises ``NotADateError``: what is ambiguous is refused, never guessed.
    """
    form = _FORMS.match(text)
    if form is None:
        raise _problem(text)
    year = int(form["year"])
    if form["quarter"]:
        start = int(form["quarter"]) * 3 - 2
        return PartialDate(text, date(year, start, 1), _end(year, start + 2), Precision.QUARTER)
    if not form["month"]:
        return PartialDate(text, date(year, 1, 1), date(year, 12, 31), Precision.YEAR)
    month = int(form["month"])
    if not 1 <= month <= 12:
        raise NotADateError("no-such-month")
    if not form["day"]:
        return PartialDate(text, date(year, month, 1), _end(year, month), Precision.MONTH)
    return _exact(text, year, month, int(form["day"]))


def _exact(text: str, year: int, month: int, day: int) -> PartialDate:
    last = monthrange(year, month)[1]
    if not 1 <= day <= last:
        raise NotADateError("no-such-day", f"{year}-{month:02}-{last:02}")
    exact = date(year, month, day)
    return PartialDate(text, exact, exact, Precision.DAY)


def _end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _problem(text: str) -> NotADateError:
    """Which usual mistake this is, with the form that was probably meant when it is certain."""
    if found := _WITH_TIME.match(text):
        return _mistake("with-time", found[1])
    if found := _UNPADDED.match(text):
        year, month, day = found.groups()
        return _mistake("not-padded", f"{year}-{month:0>2}" + (f"-{day:0>2}" if day else ""))
    if found := _QUARTER.match(text):
        year, quarter = (found[1], found[2]) if found[1] else (found[4], found[3])
        return _mistake("quarter-form", f"{year}-Q{quarter}")
    if reading := read_form(text):
        return _mistake(reading.variant, reading.meant, reading.other)
    if _SLASHED.match(text):
        return NotADateError("ambiguous")
    return NotADateError("not-a-date")


def _mistake(variant: str, meant: str, other: str = "") -> NotADateError:
    """The mistake, unless what was meant is no date either: then that is what to say."""
    if not _FORMS.match(meant):
        return NotADateError("not-a-date")
    try:
        parse_date(meant)
    except NotADateError as fault:
        return fault
    return NotADateError(variant, meant, other)
