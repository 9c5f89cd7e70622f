"""Calendars of all that is coming: items of a plan in, the events of an iCalendar file out.

A site of 5,000 commitments has some ten thousand of them, so they are written
by templates of our own, a tenth of the library's time; tests read them back
with the library. Every event is of whole days, has no alarm and no attachment,
and stays the same event from build to build. The stamp is the site's day, so
two builds of the same records give the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from urllib.parse import urlsplit

from openroadmap import __version__
from openroadmap.i18n import N_, Translator
from openroadmap.views.calendar.coming import (
    DEADLINE,
    END,
    MEETING,
    MILESTONE,
    TAKE_PART,
    Coming,
    ComingPlan,
)

NO_HOST = "openroadmap.invalid"
"""Stands in the ids of events of a site that does not say where it is published."""

SUMMARIES = {
    TAKE_PART: N_("{member}: take part: {title}"),
    MEETING: N_("{member}: {title}"),
    DEADLINE: N_("{member}: {title}"),
    MILESTONE: N_("{member}: milestone: {title}"),
    END: N_("{member}: end of: {title}"),
}
CATEGORIES = {
    TAKE_PART: N_("Taking part"),
    MEETING: N_("Meeting"),
    DEADLINE: N_("Deadline"),
    MILESTONE: N_("Milestone"),
    END: N_("End of a commitment"),
}

_CONTROL = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029\s]+")
_LONGEST = 2_000
_OCTETS = 75
_END = "END:VCALENDAR\r\n"


@dataclass(frozen=True, slots=True)
class CalendarPlace:
    """Where a calendar stands: the site's address ("" when unknown), its day and language."""

    site_url: str
    today: date
    words: Translator

    @property
    def host(self) -> str:
        return _host_of(self.site_url)


def calendar_head(name: str) -> bytes:
    """How a calendar begins; the events follow, then ``calendar_end``."""
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//OpenRoadmap//OpenRoadmap {__version__}//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_text(name)}",
    )
    return "".join(map(_line, lines)).encode()


def calendar_end() -> bytes:
    return _END.encode()


def events_of(plan: ComingPlan, place: CalendarPlace) -> bytes:
    """The events of a plan, b"" when there is none that a calendar can hold."""
    found = (each for each in plan.items if each.is_exact)
    return "".join([line for each in found for line in _event(each, plan, place)]).encode()


def _event(item: Coming, plan: ComingPlan, place: CalendarPlace) -> Iterator[str]:
    words = place.words
    summary = words.gettext(SUMMARIES[item.kind], member=plan.member, title=item.title)
    about = [item.date, item.text, f"{plan.member}, {plan.plan}"]
    if item.kind == DEADLINE:
        about.append(words.gettext("Worked out by a machine from the records. People decide."))
    yield "BEGIN:VEVENT\r\n"
    yield _line(f"UID:{_text(item.id)}@{place.host}")
    yield f"DTSTAMP:{_day(place.today.isoformat())}T000000Z\r\n"
    yield f"DTSTART;VALUE=DATE:{_day(item.first)}\r\n"
    yield f"DTEND;VALUE=DATE:{_after(item.last)}\r\n"
    yield _line(f"SUMMARY:{_text(summary)}")
    yield _line(f"DESCRIPTION:{_BREAK.join(_text(each) for each in about if each)}")
    yield _line(f"CATEGORIES:{_text(words.gettext(CATEGORIES[item.kind]))}")
    yield f"STATUS:{'CANCELLED' if item.is_cancelled else 'CONFIRMED'}\r\nTRANSP:TRANSPARENT\r\n"
    if item.place:
        yield _line(f"LOCATION:{_text(item.place)}")
    if place.site_url:
        yield _line(f"URL:{place.site_url}{item.address}")
    yield "END:VEVENT\r\n"


_BREAK = r"\n"


@lru_cache(maxsize=4)
def _host_of(url: str) -> str:
    return urlsplit(url).hostname or NO_HOST


@lru_cache(maxsize=4_096)
def _after(day: str) -> str:
    """The day after, as a calendar counts ends."""
    return _day((date.fromisoformat(day) + timedelta(days=1)).isoformat())


def _day(iso: str) -> str:
    return iso.replace("-", "")


def _text(text: str) -> str:
    """One line of text: what a program could take for an end of line becomes a space."""
    if not text.isprintable() or "  " in text:
        text = _CONTROL.sub(" ", text)
    text = text.strip()[:_LONGEST]
    return text.replace("\\", r"\\").replace(";", r"\;").replace(",", r"\,")


def _line(line: str) -> str:
    """A line, folded so that none is longer than 75 octets, letters kept whole."""
    if len(line) <= _OCTETS and line.isascii():
        return f"{line}\r\n"
    octets, parts, start, room = line.encode(), [], 0, _OCTETS
    while start + room < len(octets):
        end = start + room
        while octets[end] & 0xC0 == 0x80:  # within a letter of several octets
            end -= 1
        parts.append(octets[start:end])
        start, room = end, _OCTETS - 1  # the space that a folded line begins with
    parts.append(octets[start:])
    return b"\r\n ".join(parts).decode() + "\r\n"
