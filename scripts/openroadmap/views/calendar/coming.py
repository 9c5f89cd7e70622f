"""What is coming in a plan, for calendars: chances to take part, meetings, deadlines, milestones.

In come the records and the duties of the standards; out come dated items as
plain data. A date that is no day is a span, from the first to the last day it
can mean; only a meeting of unknown day is left out of calendar files, where it
would send people to a closed door.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from urllib.parse import quote

from openroadmap.immutable import immutable
from openroadmap.measure.progress import PlanProgress, State
from openroadmap.model.process import Mechanism, Opportunity
from openroadmap.model.site import PlanRecords
from openroadmap.views.around import member_name, plan_title
from openroadmap.views.dates import words_for_period
from openroadmap.views.setting import Setting, commitment_address, plan_address
from openroadmap.views.standards.duties import Duty

TAKE_PART, MEETING, DEADLINE, MILESTONE = "take_part", "meeting", "deadline", "milestone"
END = "end"
KINDS = (TAKE_PART, MEETING, DEADLINE, MILESTONE, END)
"""In the order in which a page lists what is coming in a month: people first."""
CALENDAR = "calendar.ics"
"""The calendar of a plan, below its address, and of the whole site."""


@immutable
class Coming:
    """Something that comes. All texts are plain; days are YYYY-MM-DD."""

    kind: str
    """One of KINDS."""
    id: str
    """What makes it this one and no other on the site, the same at every build."""
    first: str
    """The first day it can mean."""
    last: str
    """The last day it can mean."""
    is_exact: bool
    """False where a calendar file would name a day that nobody recorded."""
    date: str
    """When, in words."""
    title: str
    """What it is."""
    text: str
    """What else is known of it."""
    place: str
    """Where, or ""."""
    address: str
    """Where it is told, from the site's root."""
    is_cancelled: bool
    """True for a meeting that will not take place."""


@immutable
class ComingPlan:
    """What is coming in a plan. Kept between builds."""

    member: str
    """The member's name."""
    plan: str
    """The plan's title."""
    address: str
    """The plan's address from the site's root."""
    example: bool
    """True when it is invented."""
    has_calendar: bool
    """True when the plan has a calendar file."""
    items: tuple[Coming, ...]
    """What is coming, soonest first."""

    @property
    def calendar(self) -> str:
        """The plan's calendar file from the site's root, or ""."""
        return f"{self.address}{CALENDAR}" if self.has_calendar else ""


def coming_of(
    records: PlanRecords, progress: PlanProgress, duties: Iterable[Duty], setting: Setting
) -> ComingPlan:
    """Everything still to come in a plan, soonest first."""
    windows = _windows(records, setting)
    found = [*_duties(duties), *windows, *_milestones(records, progress, setting)]
    found += _ends(records, progress, setting)
    items = tuple(sorted(found, key=lambda each: (each.first, each.last, each.id)))
    return ComingPlan(
        member=member_name(records.context.member, records.context.member_id),
        plan=plan_title(records),
        address=plan_address(records),
        example=records.example,
        has_calendar=any(each.is_exact for each in items),
        items=items,
    )


def _duties(duties: Iterable[Duty]) -> Iterator[Coming]:
    """Meetings, and deadlines of requirements."""
    for each in duties:
        day = each.day or each.sort
        yield Coming(
            kind=DEADLINE if each.name else MEETING,
            id=each.id,
            first=day,
            last=day,
            is_exact=bool(each.day),
            date=each.date,
            title=f"{each.title} ({each.name})" if each.name else each.title,
            text=each.text,
            place=each.place,
            address=each.address,
            is_cancelled=each.is_cancelled,
        )


def _windows(records: PlanRecords, setting: Setting) -> Iterator[Coming]:
    """When people can send comments or ideas."""
    opportunities = records.timeline.opportunities if records.timeline else ()
    seen: Counter[str] = Counter()
    for each in opportunities:
        # They have no id of their own; a title keeps an event the same when its days move.
        seen[each.title] += 1
        name = blake2b(f"{each.title}\n{seen[each.title]}".encode(), digest_size=8).hexdigest()
        yield from _window(each, f"opportunity/{name}", records, setting)
    for each in records.mechanisms:
        yield from _window(each, f"mechanism/{each.id}", records, setting)


def _window(
    window: Opportunity | Mechanism, id: str, records: PlanRecords, setting: Setting
) -> Iterator[Coming]:
    opens, closes = window.opens_on or window.closes_on, window.closes_on or window.opens_on
    if opens is None or closes is None or closes.last < setting.today:
        return
    mode = window.mode if isinstance(window, Opportunity) else " · ".join(window.channels)
    yield Coming(
        kind=TAKE_PART,
        id=_id(records, id),
        first=opens.first.isoformat(),
        last=max(opens.last, closes.last).isoformat(),
        is_exact=True,
        date=words_for_period(window.opens_on, window.closes_on, setting.words),
        title=window.title,
        text=mode or "",
        place="",
        address=f"{plan_address(records)}#cocreation",
        is_cancelled=False,
    )


def _milestones(records: PlanRecords, progress: PlanProgress, setting: Setting) -> Iterator[Coming]:
    """Milestones that are not reported as complete and whose date has not passed."""
    over = (State.COMPLETE, State.WITHDRAWN)
    for commitment in records.commitments:
        for each in commitment.milestones:
            due = each.due_on
            if due is None or due.last < setting.today:
                continue
            if progress.milestones[commitment.id, each.id].state not in over:
                yield Coming(
                    kind=MILESTONE,
                    id=_id(records, f"milestone/{commitment.id}/{each.id}"),
                    first=due.first.isoformat(),
                    last=due.last.isoformat(),
                    is_exact=True,
                    date=setting.words.partial(due),
                    title=each.title,
                    text=commitment.title,
                    place="",
                    address=f"{commitment_address(records, commitment.id)}#milestone-{each.id}",
                    is_cancelled=False,
                )


def _ends(records: PlanRecords, progress: PlanProgress, setting: Setting) -> Iterator[Coming]:
    """Ends of commitments that are not reported as complete."""
    for commitment in records.commitments:
        end = commitment.ends_on
        if end is None or end.last < setting.today:
            continue
        if progress.commitments[commitment.id].state not in (State.COMPLETE, State.WITHDRAWN):
            yield Coming(
                kind=END,
                id=_id(records, f"end/{commitment.id}"),
                first=end.first.isoformat(),
                last=end.last.isoformat(),
                is_exact=True,
                date=setting.words.partial(end),
                title=commitment.title,
                text="",
                place="",
                address=commitment_address(records, commitment.id),
                is_cancelled=False,
            )


def _id(records: PlanRecords, name: str) -> str:
    kind, _, rest = name.partition("/")
    return "/".join((kind, records.context.member_id, records.id, quote(rest)))
