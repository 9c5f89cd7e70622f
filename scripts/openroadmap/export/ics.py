"""Calendars: duties come in, an iCalendar file (RFC 5545) goes out.

Every event is a whole day, has no alarm and no attachment, and stays the same
event from build to build. The stamp is the day the site is built for, so that
two builds of the same records give the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urlsplit

from icalendar import Calendar, Event

from openroadmap import __version__
from openroadmap.i18n import Translator
from openroadmap.views.standards_duties import Duty

NO_HOST = "openroadmap.invalid"
"""Stands in the ids of events of a site that does not say where it is published."""

_CONTROL = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]+")
_LONGEST = 2_000


@dataclass(frozen=True, slots=True)
class CalendarPlace:
    """Where a calendar stands: the site's address ("" when unknown), its day and language."""

    site_url: str
    today: date
    words: Translator

    @property
    def host(self) -> str:
        return urlsplit(self.site_url).hostname or NO_HOST


def write_calendar(
    name: str, duties: Iterable[Duty], place: CalendarPlace, *, of_site: bool = False
) -> bytes:
    """The calendar of a plan or, with the member's name before each event, of a site.

    b"" when no duty has an exact day: a calendar without an event is not valid.
    """
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", f"-//OpenRoadmap//OpenRoadmap {__version__}//EN")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _line(name))
    known: set[str] = set()
    for duty in duties:
        if duty.day and duty.id not in known:
            known.add(duty.id)
            calendar.add_component(_event(duty, place, of_site))
    return calendar.to_ical() if known else b""


def _event(duty: Duty, place: CalendarPlace, of_site: bool) -> Event:
    day, words = date.fromisoformat(duty.day), place.words
    title = f"{duty.title} ({duty.name})" if duty.name else duty.title
    event = Event()
    event.add("uid", f"{duty.id}@{place.host}")
    event.add("dtstamp", datetime.combine(place.today, time(), UTC))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", _line(f"{duty.member}: {title}" if of_site else title))
    event.add("description", _description(duty, words))
    event.add("transp", "TRANSPARENT")
    event.add("status", "CANCELLED" if duty.is_cancelled else "CONFIRMED")
    if duty.place:
        event.add("location", _line(duty.place))
    if place.site_url:
        event.add("url", place.site_url + duty.address)
    return event


def _description(duty: Duty, words: Translator) -> str:
    notice = words.gettext("Worked out by a machine from the records. People decide.")
    lines = (duty.text, f"{duty.member}, {duty.plan}", "" if not duty.name else notice)
    return "\n".join(_line(line) for line in lines if line)


def _line(text: str) -> str:
    """One line of text: what a calendar program could take for an end of line becomes a space."""
    return " ".join(_CONTROL.sub(" ", text).split())[:_LONGEST]
