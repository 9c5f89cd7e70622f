"""Dates as people and spreadsheets write them: a text comes in, the dates it can mean go out.

What has one reading is proposed, what has two is asked about, both ways.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta
from typing import Final

from openroadmap.immutable import immutable


@immutable
class Reading:
    """Which form it is, the date it means, and a second one where it can mean two."""

    variant: str
    meant: str
    other: str = ""


_MONTHS: Final = (
    ("january", "janvier", "enero"),
    ("february", "fevrier", "febrero"),
    ("march", "mars", "marzo"),
    ("april", "avril", "abril"),
    ("may", "mai", "mayo"),
    ("june", "juin", "junio"),
    ("july", "juillet", "julio"),
    ("august", "aout", "agosto"),
    ("september", "septembre", "septiembre"),
    ("october", "octobre", "octubre"),
    ("november", "novembre", "noviembre"),
    ("december", "decembre", "diciembre"),
)
_MONTH: Final = {
    name: number
    for number, names in enumerate(_MONTHS, 1)
    for name in (*names, names[0][:3], "sept" if number == 9 else names[0])
}
_LONGEST: Final = 40
_NAMED: Final = re.compile(
    r"(?:(?P<day>\d{1,2})(?:er|st|nd|rd|th|\.)? )?(?:de |of )?(?P<month>[a-z]+)\.?"
    r"(?: (?P<after>\d{1,2})(?:st|nd|rd|th)?,)?,? (?:de |del )?(?P<year>\d{4})\Z",
    re.ASCII,
)
_YEAR_LAST: Final = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})\Z", re.ASCII)
_YEAR_FIRST: Final = re.compile(r"(\d{4})[/.](\d{1,2})(?:[/.](\d{1,2}))?\Z", re.ASCII)
_MONTH_FIRST: Final = re.compile(r"(\d{1,2})[/.-](\d{4})\Z", re.ASCII)
_SERIAL: Final = re.compile(r"[2-7]\d{4}\Z", re.ASCII)
_SERIAL_ZERO: Final = date(1899, 12, 30)


def read_form(text: str) -> Reading | None:
    """What a text that is no date of ours most probably means; None where nobody can say."""
    if len(text) > _LONGEST:
        return None
    if found := _YEAR_LAST.match(text):
        return _year_last(int(found[1]), int(found[3]), found[4])
    if found := _YEAR_FIRST.match(text):
        return Reading("other-order", _iso(*found.groups()))
    if found := _MONTH_FIRST.match(text):
        return Reading("other-order", _iso(found[2], found[1]))
    if _SERIAL.match(text):
        return Reading("serial", (_SERIAL_ZERO + timedelta(int(text))).isoformat())
    return _month_by_name(text)


def _year_last(first: int, second: int, year: str) -> Reading:
    """The day comes first in most countries, the month in one."""
    by_day, by_month = _iso(year, second, first), _iso(year, first, second)
    if second > 12 or first == second:
        return Reading("other-order", by_month)
    if first > 12:
        return Reading("other-order", by_day)
    return Reading("ambiguous", by_day, by_month)


def _month_by_name(text: str) -> Reading | None:
    plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    found = _NAMED.match(" ".join(plain.split()))
    if found is None or found["month"] not in _MONTH:
        return None
    day = found["day"] or found["after"]
    return Reading("month-by-name", _iso(found["year"], _MONTH[found["month"]], day))


def _iso(year: str, month: int | str, day: int | str | None = None) -> str:
    return f"{year}-{month:0>2}" + (f"-{day:0>2}" if day else "")
