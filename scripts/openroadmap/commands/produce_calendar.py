"""Make the calendars: each plan's events and file, and what is made of all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from openroadmap.commands import memo, stored
from openroadmap.commands.means import bodies_of, setting_of
from openroadmap.commands.order import Made, Order
from openroadmap.export.calendar import CalendarPlace, calendar_end, calendar_head, events_of
from openroadmap.render.html import render
from openroadmap.views.calendar.coming import CALENDAR, ComingPlan
from openroadmap.views.calendar.site import view_calendar

EVENTS = "events"
"""The piece that holds a plan's events as they stand in a calendar file."""


def calendar_pieces(coming: ComingPlan, order: Order) -> dict[str, Any]:
    """What the calendar of the whole site takes of a plan."""
    if not coming.items:
        return {}
    events = events_of(coming, CalendarPlace(order.url, order.today, setting_of(order).words))
    return {"coming": coming, EVENTS: events}


def plan_calendar(coming: ComingPlan, events: bytes) -> Iterator[tuple[str, bytes]]:
    """The calendar file of a plan; a calendar without an event is not valid, so none is made."""
    if events:
        name = f"{coming.member}: {coming.plan}"
        text = b"".join((calendar_head(name), events, calendar_end()))
        yield f"{coming.address}{CALENDAR}", text


def calendar_of_all(parts: Sequence[memo.Pieces], order: Order) -> Made:
    """The page of what is coming, and the calendar file of all plans but invented ones."""
    found = [(part, plan) for part in parts if (plan := part.value("coming", ComingPlan))]
    view = view_calendar((plan for _, plan in found), setting_of(order))
    real = (part.data(EVENTS) for part, plan in found if not plan.example)
    events = [each for each in real if each]
    joint = stored.Joint((calendar_head(order.name), *events, calendar_end()))
    return Made(
        pages=[render(view, bodies_of(order))],
        files=[(CALENDAR, joint)] if events else (),
    )
