"""What comes next in a plan: deadlines of requirements and planned meetings, by date.

In come the assessments and the records; out come duties as plain data, for the
plan's page and for calendars. A meeting of which only the month is known is
told on the page and left out of calendars: a calendar can only hold days, and
one made up would send people to a closed door.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from urllib.parse import quote

from openroadmap.i18n import Translator
from openroadmap.immutable import immutable
from openroadmap.measure.assessment import Assessment, Deadline, State, Verdict
from openroadmap.model.process import Meeting
from openroadmap.model.site import PlanRecords
from openroadmap.standards.pack import Group, Pack, Requirement, in_language
from openroadmap.standards.sentences import say
from openroadmap.views.around import member_name, plan_title
from openroadmap.views.labels import term
from openroadmap.views.setting import Setting, plan_address
from openroadmap.views.standards.parts import DutyLine, NextStep


@immutable
class Duty:
    """Something that comes. All texts are plain."""

    id: str
    """What makes it this one and no other on the site, the same at every build."""
    day: str
    """Its day as YYYY-MM-DD, or "" when the exact day is not recorded."""
    sort: str
    """The first day it can mean, for the order of lists."""
    date: str
    """When, in words."""
    title: str
    """What is due, or the meeting."""
    name: str
    """The requirement it belongs to, or ""."""
    text: str
    """Why, or what is known of it."""
    member: str
    """The member's name."""
    plan: str
    """The plan's title."""
    place: str
    """Where a meeting takes place, or ""."""
    address: str
    """Where it is told, from the site's root."""
    is_cancelled: bool
    """True for a meeting that will not take place."""


def duties_of(
    records: PlanRecords,
    assessments: Iterable[Assessment],
    packs: Mapping[str, Pack],
    setting: Setting,
) -> tuple[Duty, ...]:
    """Everything still to come, soonest first."""
    found = [*_meetings(records, setting)]
    for each in assessments:
        made = _deadlines(each, packs[each.pack_id], records, setting)
        found.extend(duty for _, duty in made)
    return tuple(sorted(found, key=sort_duties))


def sort_duties(duty: Duty) -> tuple[str, str]:
    """Order of lists: by date."""
    return duty.sort, duty.id


def duty_lines(duties: Iterable[Duty]) -> tuple[DutyLine, ...]:
    return tuple(
        DutyLine(each.date, each.title, each.name, each.address, bool(each.day))
        for each in duties
        if not each.is_cancelled
    )


def next_step(
    assessment: Assessment, pack: Pack, records: PlanRecords, setting: Setting
) -> NextStep | None:
    """What is first to be looked at: of what is required, else of all the rest."""
    known = [
        (*_urgency(each, setting.today), place, each)
        for place, each in enumerate(assessment.verdicts)
        if each.group is not Group.BADGE and _asks(each, setting.today)
    ]
    first = min(known, key=lambda each: each[:-1], default=None)
    if first is None:
        return None
    return _step(first[-1], pack, int(assessment.ambition), records, setting)


def _asks(verdict: Verdict, today: date) -> bool:
    """There is something to say of it: what to do, or a day that comes."""
    return bool(_coming(verdict, today)) or (_is_urgent(verdict) and verdict.todo is not None)


def _urgency(verdict: Verdict, today: date) -> tuple[bool, int, date]:
    """What can be mended first, then what is at risk, then by day; what is required before all."""
    order = {State.NOT_MET: 0, State.AT_RISK: 1}
    rank = order[verdict.state] if _is_urgent(verdict) else len(order)
    due = _coming(verdict, today)
    return verdict.group is not Group.REQUIRED, rank, due.day if due else date.max


def _is_urgent(verdict: Verdict) -> bool:
    mendable = verdict.state is State.NOT_MET and verdict.repairable
    return mendable or verdict.state is State.AT_RISK


def _coming(verdict: Verdict, today: date) -> Deadline | None:
    return verdict.next if verdict.next and verdict.next.day >= today else None


def _step(
    verdict: Verdict, pack: Pack, place: int, records: PlanRecords, setting: Setting
) -> NextStep:
    words, due = setting.words, _coming(verdict, setting.today)
    requirement = pack.requirement(verdict.requirement)
    what = due.what if due else verdict.todo
    return NextStep(
        title=say(what, words) if what else "",
        date=words.day(due.day) if due else "",
        name=f"{requirement.id} {in_language(requirement.label, words.lang)}",
        address=_place_of(verdict, place, records),
        is_urgent=_is_urgent(verdict),
    )


def _place_of(verdict: Verdict, place: int, records: PlanRecords) -> str:
    """Where a verdict is told. What no record decides is gathered and has no place of its own."""
    is_silent = verdict.state is State.NO_DATA
    anchor = "" if is_silent else f"#{anchor_of(verdict.requirement, place)}"
    return f"{standards_address(records)}{anchor}"


def standards_address(records: PlanRecords) -> str:
    return f"{plan_address(records)}standards/"


def anchor_of(requirement: str, place: int) -> str:
    """The place of a requirement in the plan's page; ``place`` counts the packs from 0."""
    return f"{'r' if place == 0 else f'r{place + 1}'}-{quote(requirement, safe='')}"


def _deadlines(
    assessment: Assessment, pack: Pack, records: PlanRecords, setting: Setting
) -> Iterator[tuple[Verdict, Duty]]:
    place = int(assessment.ambition)
    for verdict in assessment.verdicts:
        if _coming(verdict, setting.today) and verdict.group is not Group.BADGE:
            requirement = pack.requirement(verdict.requirement)
            yield verdict, _deadline(verdict, requirement, (pack.id, place), records, setting)


def _deadline(
    verdict: Verdict,
    requirement: Requirement,
    pack: tuple[str, int],
    records: PlanRecords,
    setting: Setting,
) -> Duty:
    words, due = setting.words, verdict.next
    if due is None:
        raise ValueError("no deadline without a day")
    return Duty(
        id=_id("deadline", records, pack[0], verdict.requirement, verdict.phase.value),
        day=due.day.isoformat(),
        sort=due.day.isoformat(),
        date=words.day(due.day),
        title=say(due.what, words),
        name=f"{requirement.id} {in_language(requirement.label, words.lang)}",
        text=say(verdict.because, words),
        place="",
        address=_place_of(verdict, pack[1], records),
        is_cancelled=False,
        **_whose(records),
    )


def _meetings(records: PlanRecords, setting: Setting) -> Iterator[Duty]:
    for each in records.meetings:
        if each.status in ("planned", "cancelled") and each.date.last >= setting.today:
            yield _meeting(each, records, setting.words)


def _meeting(meeting: Meeting, records: PlanRecords, words: Translator) -> Duty:
    kind = term("meeting_kind", meeting.kind, words) or words.gettext("Meeting")
    exact = meeting.date.first == meeting.date.last
    opened = term("openness", meeting.open_to, words)
    return Duty(
        id=_id("meeting", records, meeting.id),
        day=_iso(meeting.date.first) if exact else "",
        sort=_iso(meeting.date.first),
        date=words.partial(meeting.date),
        title=meeting.title or kind,
        name="",
        text=" · ".join(filter(None, (kind, opened))),
        place=meeting.place or "",
        address=f"{plan_address(records)}#cocreation",
        is_cancelled=meeting.status == "cancelled",
        **_whose(records),
    )


def _whose(records: PlanRecords) -> dict[str, str]:
    context = records.context
    return {
        "member": member_name(context.member, context.member_id),
        "plan": plan_title(records),
    }


def _id(kind: str, records: PlanRecords, *parts: str) -> str:
    every = (kind, records.context.member_id, records.id, *parts)
    return "/".join(quote(each, safe="") for each in every)


def _iso(day: date) -> str:
    return day.isoformat()
