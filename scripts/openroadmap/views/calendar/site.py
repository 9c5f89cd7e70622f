"""What is coming in all plans, month by month: the plans' items come in, a page goes out.

A page of the next twelve months, light however large the site: where a month is
full, what people can take part in is kept and the rest is counted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from openroadmap.i18n import N_, Translator
from openroadmap.immutable import immutable
from openroadmap.views.around import home_crumb
from openroadmap.views.calendar.coming import (
    CALENDAR,
    DEADLINE,
    END,
    KINDS,
    MEETING,
    MILESTONE,
    TAKE_PART,
    Coming,
    ComingPlan,
)
from openroadmap.views.parts import Crumb
from openroadmap.views.setting import Setting, root_of

ADDRESS = "calendar/"
MONTHS = 12
MOST = 40
"""Items a month, and plans with a calendar of their own: a page then stays far below 100 KB."""
MOST_PLANS = 200

_KINDS = {
    TAKE_PART: N_("Take part"),
    MEETING: N_("Meeting"),
    DEADLINE: N_("Deadline"),
    MILESTONE: N_("Milestone"),
    END: N_("End of a commitment"),
}


@immutable
class CalendarLine:
    """Something that comes."""

    kind: str
    """take_part, meeting, deadline, milestone or end."""
    label: str
    """The kind in words."""
    date: str
    """When, in words."""
    title: str
    """What it is."""
    text: str
    """What else is known of it, and where."""
    member: str
    """The member's name."""
    address: str
    """Where it is told, from the site's root."""
    example: bool
    """True when it is invented."""
    is_cancelled: bool
    """True for a meeting that will not take place."""


@immutable
class CalendarMonth:
    """A month."""

    anchor: str
    """Its place in the page."""
    title: str
    """The month and the year."""
    size: str
    """How many there are, in words."""
    lines: tuple[CalendarLine, ...]
    """What comes, by date; what is invented comes last."""
    more: str
    """How many are not listed, in words, or ""."""


@immutable
class CalendarView:
    """All that the page shows."""

    kind: ClassVar[str] = "calendar"
    address: str
    """Its address from the site's root."""
    root: str
    """The way from the page to the site's root."""
    title: str
    """What the page is called."""
    description: str
    """A sentence for search engines."""
    source: str
    """Always "": no single record."""
    crumbs: tuple[Crumb, ...]
    """Home."""
    months: tuple[CalendarMonth, ...]
    """The months in which anything comes."""
    only_examples: bool
    """True where only invented plans have anything in these months."""
    later: str
    """How many come later, in words, or ""."""
    calendar: str
    """The calendar file of all plans, from the site's root, or ""."""
    plans: tuple[Crumb, ...]
    """The calendar files of single plans."""
    more_plans: str
    """How many more there are, in words, or ""."""


Found = tuple[Coming, ComingPlan]


def view_calendar(plans: Iterable[ComingPlan], setting: Setting) -> CalendarView:
    """The page, examples after all that is real."""
    words, today = setting.words, setting.today
    known = sorted(plans, key=lambda each: (each.example, each.member.casefold(), each.address))
    by_month: dict[int, list[Found]] = defaultdict(list)
    for plan in known:
        for item in plan.items:
            by_month[_month(item, today) - _number(today)].append((item, plan))
    later = sum(len(found) for number, found in by_month.items() if number >= MONTHS)
    files = [each for each in known if each.has_calendar]
    rest = len(files) - MOST_PLANS
    return CalendarView(
        address=ADDRESS,
        root=root_of(ADDRESS),
        title=words.gettext("Calendar"),
        description=words.gettext(
            "Chances to take part, meetings, deadlines, milestones and ends of commitments in the "
            "next twelve months."
        ),
        source="",
        crumbs=(home_crumb(words),),
        months=tuple(
            _of_month(number, by_month[number], setting)
            for number in range(MONTHS)
            if by_month.get(number)
        ),
        only_examples=all(
            plan.example
            for number, found in by_month.items()
            if number < MONTHS
            for _, plan in found
        ),
        later=words.ngettext(
            "{n} more comes later; the calendar file below has it.",
            "{n} more come later; the calendar file below has them.",
            later,
        )
        if later
        else "",
        calendar=CALENDAR if files else "",
        plans=tuple(
            Crumb(f"{each.member}: {each.plan}", f"{each.address}{CALENDAR}")
            for each in files[:MOST_PLANS]
        ),
        more_plans=words.ngettext("and {n} more", "and {n} more", rest) if rest > 0 else "",
    )


def _number(day: date) -> int:
    return day.year * 12 + day.month - 1


def _month(item: Coming, today: date) -> int:
    """The month it is listed in: the first still to come of those that its date can mean."""
    return max(_number(date.fromisoformat(item.first)), _number(today))


def _of_month(number: int, found: list[Found], setting: Setting) -> CalendarMonth:
    words, month = setting.words, _number(setting.today) + number
    first = date(month // 12, month % 12 + 1, 1)
    kept = sorted(found, key=lambda each: (each[1].example, KINDS.index(each[0].kind)))[:MOST]
    rest = len(found) - MOST
    return CalendarMonth(
        anchor=f"m-{first:%Y-%m}",
        title=words.month(first),
        size=words.number(len(found)),
        lines=tuple(_line(*each, words) for each in sorted(kept, key=_place)),
        more=words.ngettext(
            "and {n} more; the page of each plan has them all",
            "and {n} more; the page of each plan has them all",
            rest,
        )
        if rest > 0
        else "",
    )


def _place(found: Found) -> tuple[bool, str, str, int, str]:
    item, plan = found
    return plan.example, item.first, item.last, KINDS.index(item.kind), item.id


def _line(item: Coming, plan: ComingPlan, words: Translator) -> CalendarLine:
    return CalendarLine(
        kind=item.kind,
        label=words.gettext(_KINDS[item.kind]),
        date=item.date,
        title=item.title,
        text=" · ".join(filter(None, (item.text, item.place))),
        member=plan.member,
        address=item.address,
        example=plan.example,
        is_cancelled=item.is_cancelled,
    )
