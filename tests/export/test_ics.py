"""A calendar is read back by a parser that is not ours: what was due is in it, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event
from openroadmap.export.ics import NO_HOST, CalendarPlace, write_calendar
from openroadmap.i18n import translator
from openroadmap.views.standards_duties import Duty, duties_of
from page_samples import SETTING, TODAY
from standards_samples import assessments, packs, records

PLACE = CalendarPlace("https://open.example/plans/", TODAY, translator("en"))
PLAN = "rivermouth/2025-2027"


def duties() -> tuple[Duty, ...]:
    return duties_of(records(), assessments(), packs(), SETTING)


def events(data: bytes) -> list[Event]:
    return list(Calendar.from_ical(data).walk("VEVENT"))


def one(duty: Duty, place: CalendarPlace = PLACE) -> Event:
    (event,) = events(write_calendar("Duties", [duty], place))
    return event


@pytest.fixture
def duty() -> Duty:
    return duties()[0]


def test_a_calendar_holds_deadlines_and_meetings_of_which_the_day_is_known() -> None:
    read = events(write_calendar("Duties", duties(), PLACE))
    assert [(str(each["UID"]), each["DTSTART"].dt) for each in read] == [
        (f"deadline/{PLAN}/local/L1.1/cocreation@open.example", date(2026, 12, 3)),
        (f"deadline/{PLAN}/national-2022/1.1/implementation@open.example", date(2026, 12, 3)),
        (f"meeting/{PLAN}/2026-12-15-forum@open.example", date(2026, 12, 15)),
        (f"meeting/{PLAN}/2026-12-20-cancelled@open.example", date(2026, 12, 20)),
    ]


def test_what_is_past_and_what_was_held_is_not_in_it() -> None:
    assert not [each for each in duties() if "past" in each.id or "2024" in each.id]


def test_a_meeting_of_which_only_the_month_is_known_is_told_and_left_out() -> None:
    vague = [each for each in duties() if not each.day]
    assert [(each.date, each.sort) for each in vague] == [("February 2027", "2027-02-01")]


def test_a_calendar_without_a_day_is_no_calendar() -> None:
    assert write_calendar("Duties", [each for each in duties() if not each.day], PLACE) == b""
    assert write_calendar("Duties", [], PLACE) == b""


def test_it_says_all_that_a_calendar_must(duty: Duty) -> None:
    calendar = Calendar.from_ical(write_calendar("Duties", [duty], PLACE))
    assert calendar["VERSION"] == "2.0"
    assert "OpenRoadmap" in calendar["PRODID"]
    for name in ("UID", "DTSTAMP", "DTSTART", "SUMMARY"):
        assert name in calendar.walk("VEVENT")[0]


def test_an_event_is_one_whole_day(duty: Duty) -> None:
    event = one(duty)
    assert type(event["DTSTART"].dt) is date
    assert event["DTSTART"].params["VALUE"] == "DATE"
    assert (event["DTEND"].dt - event["DTSTART"].dt).days == 1
    assert event["TRANSP"] == "TRANSPARENT"


def test_two_builds_for_a_day_give_the_same_bytes() -> None:
    assert write_calendar("Duties", duties(), PLACE) == write_calendar("Duties", duties(), PLACE)
    stamp = one(duties()[0])["DTSTAMP"].dt
    assert stamp == datetime(2026, 11, 23, tzinfo=UTC)


def test_an_event_stays_the_same_on_another_day_and_in_a_calendar_of_the_site(duty: Duty) -> None:
    later = one(replace(duty, day="2027-01-07"), replace(PLACE, today=date(2026, 12, 24)))
    assert later["UID"] == one(duty)["UID"]
    (of_site,) = events(write_calendar("All", [duty], PLACE, of_site=True))
    assert of_site["UID"] == one(duty)["UID"]
    assert str(of_site["SUMMARY"]).startswith("Rivermouth: ")


def test_it_leads_to_the_page_where_the_site_has_an_address(duty: Duty) -> None:
    assert one(duty)["URL"] == f"https://open.example/plans/{PLAN}/standards/#r-L1.1"
    nowhere = one(duty, replace(PLACE, site_url=""))
    assert "URL" not in nowhere
    assert str(nowhere["UID"]).endswith(f"@{NO_HOST}")


def test_a_cancelled_meeting_is_taken_out_of_calendars_that_had_it() -> None:
    states = {str(each["UID"]).split("@")[0]: str(each["STATUS"]) for each in
              events(write_calendar("Duties", duties(), PLACE))}  # fmt: skip
    assert states[f"meeting/{PLAN}/2026-12-20-cancelled"] == "CANCELLED"
    assert states[f"meeting/{PLAN}/2026-12-15-forum"] == "CONFIRMED"


def test_the_same_duty_stands_in_it_once(duty: Duty) -> None:
    assert len(events(write_calendar("Duties", [duty, duty], PLACE))) == 1


ENDS = (
    "\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil\r\n",
    "\nATTACH:https://evil.example/x\n",
    "\rBEGIN:VALARM\rACTION:DISPLAY\r",
    "\u2028END:VCALENDAR\u2029",
    "\x0b\x0c\x1c\x85X-EVIL:1",
    '";X-EVIL=1:,;\\n\\N\\;',
    "ß" * 5_000,
    "👩‍🚒" * 60,
)


@pytest.mark.parametrize("text", ENDS)
def test_whatever_is_typed_stays_text(duty: Duty, text: str) -> None:
    check(write_calendar(text, [_typed(duty, text)], PLACE, of_site=True))


@given(text=st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_whatever_characters_are_typed_stay_text(text: str) -> None:
    check(write_calendar(text, [_typed(duties()[0], text)], PLACE, of_site=True))


def _typed(duty: Duty, text: str) -> Duty:
    return replace(duty, title=text, name=text, text=text, member=text, plan=text, place=text)


def check(data: bytes) -> None:
    """One event, of known properties, in lines that every program can read."""
    lines = data.split(b"\r\n")
    assert lines[-1] == b""
    assert max(map(len, lines)) <= 75
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    calendar = Calendar.from_ical(data)
    (event,) = calendar.subcomponents
    assert event.name == "VEVENT"
    assert event.subcomponents == []
    assert set(event.keys()) <= {
        *("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "TRANSP"),
        *("STATUS", "LOCATION", "URL"),
    }
    assert data.count(b"\r\nUID:") == 1
