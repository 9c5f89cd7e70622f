"""Calendars of all that is coming are read back by a parser that is not ours."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event
from openroadmap.export.calendar import (
    NO_HOST,
    CalendarPlace,
    calendar_end,
    calendar_head,
    events_of,
)
from openroadmap.i18n import translator
from openroadmap.measure.progress import measure_progress
from openroadmap.model.process import Mechanism, Timeline
from openroadmap.views.calendar.coming import KINDS, Coming, ComingPlan, coming_of
from openroadmap.views.calendar.site import MONTHS, MOST, MOST_LEFT, MOST_PLANS, view_calendar
from page_samples import SETTING, TODAY, calendar_view, coming
from plan_samples import commitment, plan_of, update

PLACE = CalendarPlace("https://open.example/plans/", TODAY, translator("en"))


def calendar(plan: ComingPlan, place: CalendarPlace = PLACE, name: str = "Plans") -> bytes:
    return calendar_head(name) + events_of(plan, place) + calendar_end()


def events(data: bytes) -> list[Event]:
    return list(Calendar.from_ical(data).walk("VEVENT"))


def of(*commitments: object, **more: object) -> ComingPlan:
    records = plan_of(*commitments, **more)  # type: ignore[arg-type]
    return coming_of(records, measure_progress(records, TODAY), (), SETTING)


def milestone(due: str) -> ComingPlan:
    return of(commitment(milestones=[{"id": "m1", "title": "Step", "due_on": due}]))


@pytest.mark.parametrize(
    ("due", "first", "after"),
    [
        ("2027-02-03", date(2027, 2, 3), date(2027, 2, 4)),
        ("2027-02", date(2027, 2, 1), date(2027, 3, 1)),
        ("2027-Q1", date(2027, 1, 1), date(2027, 4, 1)),
        ("2027", date(2027, 1, 1), date(2028, 1, 1)),
        ("2026-Q4", date(2026, 10, 1), date(2027, 1, 1)),  # has begun, and has not passed
    ],
)
def test_a_date_that_is_no_day_is_a_span(due: str, first: date, after: date) -> None:
    (event,) = events(calendar(milestone(due)))
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (first, after)
    assert event["DTSTART"].params["VALUE"] == "DATE"


def test_what_is_past_and_what_is_done_is_not_coming() -> None:
    assert milestone("2026-Q3").items == ()
    done = update(milestones=[{"id": "m1", "completion": "complete"}])
    promised = commitment(milestones=[{"id": "m1", "title": "Step", "due_on": "2027"}])
    assert of(promised, updates=(done,)).items == ()
    assert events_of(of(commitment()), PLACE) == b""


def test_a_time_to_take_part_is_a_span_from_its_first_to_its_last_day() -> None:
    window = {"title": "Send ideas", "opens_on": "2026-12-01", "closes_on": "2027-01-15"}
    timeline = Timeline.validated({"id": "timeline", "opportunities": [window, window]})
    mechanism = Mechanism.validated({"id": "hall", "title": "Town hall", "closes_on": "2027"})
    read = events(calendar(of(timeline=timeline, mechanisms=(mechanism,))))
    spans = {(each["DTSTART"].dt, each["DTEND"].dt) for each in read}
    assert spans == {
        (date(2026, 12, 1), date(2027, 1, 16)),
        (date(2027, 1, 1), date(2028, 1, 1)),
    }
    assert len({str(each["UID"]) for each in read}) == 3


def test_it_holds_what_is_dated_but_no_meeting_of_unknown_day() -> None:
    plan = coming()
    told = {each.id for each in plan.items if each.is_exact}
    read = events(calendar(plan))
    assert {str(each["UID"]).split("@")[0] for each in read} == told
    assert {each.kind for each in plan.items} >= {"meeting", "deadline"}
    vague = [each for each in plan.items if not each.is_exact]
    assert [each.kind for each in vague] == ["meeting"]
    assert all(each["CATEGORIES"].cats for each in read)


def test_an_event_stays_the_same_when_its_day_moves() -> None:
    (one,), (other,) = events(calendar(milestone("2027-02"))), events(calendar(milestone("2028")))
    assert one["UID"] == other["UID"] == "milestone/m/p/one/m1@open.example"
    nowhere = replace(PLACE, site_url="")
    (event,) = events(calendar(milestone("2027"), nowhere))
    assert str(event["UID"]).endswith(f"@{NO_HOST}")
    assert "URL" not in event


def test_a_cancelled_meeting_is_taken_out_of_calendars_that_had_it() -> None:
    states = {str(each["UID"]).split("@")[0]: str(each["STATUS"]) for each in
              events(calendar(coming()))}  # fmt: skip
    assert states["meeting/rivermouth/2025-2027/2026-12-20-cancelled"] == "CANCELLED"
    assert states["meeting/rivermouth/2025-2027/2026-12-15-forum"] == "CONFIRMED"


def test_two_builds_for_a_day_give_the_same_bytes() -> None:
    assert calendar(coming()) == calendar(coming())


ENDS = (
    "\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil\r\n",
    "\nATTACH:https://evil.example/x\n",
    "\u2028END:VCALENDAR\u2029",
    '";X-EVIL=1:,;\\n\\N\\;',
    "ß" * 5_000,
    "👩‍🚒" * 60,
)


@pytest.mark.parametrize("text", ENDS)
def test_whatever_is_typed_stays_text(text: str) -> None:
    check(text)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_whatever_characters_are_typed_stay_text(text: str) -> None:
    check(text)


def check(text: str) -> None:
    """One event, of known properties, in lines that every program can read."""
    (item,) = milestone("2027").items
    typed = replace(item, title=text, text=text, place=text, date=text)
    plan = replace(milestone("2027"), items=(typed,), member=text, plan=text)
    data = calendar(plan, name=text)
    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    (event,) = Calendar.from_ical(data).subcomponents
    assert event.subcomponents == []
    assert set(event.keys()) <= {
        *("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "TRANSP"),
        *("STATUS", "LOCATION", "URL", "CATEGORIES"),
    }


def item(kind: str, first: str, number: int) -> Coming:
    (one,) = milestone("2027").items
    return replace(one, kind=kind, date=first, first=first, last=first, id=f"{kind}/{number}")


def test_a_full_month_lists_people_first_and_counts_the_rest() -> None:
    many = tuple(
        item(kind, "2027-01-15", number) for number in range(30) for kind in reversed(KINDS)
    )
    view = view_calendar([replace(coming(), items=many)], SETTING)
    (month,) = view.months
    assert (month.title, month.size, len(month.lines)) == ("January 2027", "150", MOST)
    assert Counter(line.kind for line in month.lines) == {"take_part": 30, "meeting": 10}
    assert month.more == f"and {150 - MOST} more"


def named(member: str, *items: Coming) -> ComingPlan:
    return replace(coming(), member=member, plan="Plan", address=f"{member}/p/", items=items)


def test_no_plan_takes_the_room_of_another_and_what_is_left_is_counted_plan_by_plan() -> None:
    many = [item("milestone", f"2027-01-{day:02}", day) for day in range(1, 31)]
    plans = [named("a", *many), named("b", *many), named("c", *many[-5:])]
    (month,) = view_calendar(plans, SETTING).months
    assert Counter(line.member for line in month.lines) == {"a": 18, "b": 17, "c": 5}
    assert [(each.text, each.address) for each in month.left] == [
        ("a: Plan (12)", "a/p/progress/"), ("b: Plan (13)", "b/p/progress/"),
    ]  # fmt: skip
    assert (month.more, month.left_more) == ("and 25 more", "")
    days = [line.date for line in month.lines if line.member == "a"]
    assert days == [f"2027-01-{day:02}" for day in range(1, 19)]


def test_very_many_plans_of_a_full_month_are_counted_too() -> None:
    plans = [named(f"m{n:03}", item("milestone", "2027-01-15", 1)) for n in range(MOST + 30)]
    (month,) = view_calendar(plans, SETTING).months
    assert (len(month.left), month.left_more) == (MOST_LEFT, "and 6 more plans")


def test_the_page_ends_after_a_year_and_says_what_comes_later() -> None:
    days = ("2026-11-30", "2027-10-31", "2027-11-01", "2030-01-01")
    items = tuple(item("meeting", day, number) for number, day in enumerate(days))
    view = view_calendar([replace(coming(), items=items)], SETTING)
    assert [month.title for month in view.months] == ["November 2026", "October 2027"]
    assert len(view.months) <= MONTHS
    assert view.later == "2 more come later; the calendar file below has them."


def test_a_month_is_in_the_order_of_its_days_and_a_span_stands_where_it_begins() -> None:
    days = {"milestone": "2027-03-16", "meeting": "2027-03-17", "take_part": "2027-03-18"}
    items = tuple(item(kind, day, 0) for kind, day in days.items())
    quarter = replace(item("milestone", "2026-10-01", 1), last="2026-12-31")
    now, march = view_calendar([replace(coming(), items=(*items, quarter))], SETTING).months
    assert now.title == "November 2026"
    assert [line.kind for line in march.lines] == list(days)


def test_the_end_of_a_commitment_is_coming_unless_it_is_complete() -> None:
    promised = commitment(ends_on="2027-06")
    (end,) = of(promised).items
    assert (end.kind, end.date, end.address) == ("end", "June 2027", "m/p/one/")
    (event,) = events(calendar(of(promised)))
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2027, 6, 1), date(2027, 7, 1))
    assert of(commitment(ends_on="2026-10")).items == ()
    assert of(promised, updates=(update(completion="complete"),)).items == ()


def test_examples_stand_apart_and_are_counted_nowhere_else() -> None:
    real = named("real", item("milestone", "2027-01-20", 1), item("end", "2030-01-01", 1))
    dates = ("2027-01-01", "2027-05-01", "2030-01-01")
    made_up = named("made-up", *(item("take_part", day, n) for n, day in enumerate(dates)))
    view = view_calendar([replace(made_up, example=True), real], SETTING)
    (month,) = view.months
    assert (month.size, [line.member for line in month.lines]) == ("1", ["real"])
    assert view.later == "1 more comes later; the calendar file below has it."
    assert [each.address for each in view.plans] == ["real/p/calendar.ics"]
    assert view.apart
    assert (view.apart.size, [line.member for line in view.apart.lines]) == ("2", ["made-up"] * 2)
    assert [each.address for each in view.apart.plans] == ["made-up/p/calendar.ics"]


def test_where_only_an_invented_plan_has_dates_there_is_no_calendar_of_all_plans() -> None:
    made_up = replace(named("made-up", item("milestone", "2027-01-20", 1)), example=True)
    view = view_calendar([made_up, replace(coming(), items=(), has_calendar=False)], SETTING)
    assert (view.months, view.calendar, view.plans) == ((), "", ())
    assert view.apart and view.apart.size == "1"
    assert view_calendar([named("real")], SETTING).apart is None


def test_a_large_site_names_as_many_calendars_as_a_page_can_hold() -> None:
    view = calendar_view()
    assert (len(view.plans), view.more_plans) == (MOST_PLANS, "and 1 more")
    assert view_calendar([], SETTING).calendar == ""
