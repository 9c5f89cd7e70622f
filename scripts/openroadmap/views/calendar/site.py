"""What is coming in all plans, month by month: the plans' items come in, a page goes out.

A page of the next twelve months, light however large the site: where a month is
full, what people can take part in goes first, no plan takes the room of another,
and the rest is counted plan by plan. Invented plans stand apart at the end.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
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
MOST_LEFT = 24
"""Plans of which a full month says how much it leaves out; the others are counted."""

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
    """What comes, by date."""
    more: str
    """How many are not listed, in words, or ""."""
    left: tuple[Crumb, ...]
    """The plans of which some are not listed, with how many; each leads to its progress."""
    left_more: str
    """How many more such plans there are, in words, or ""."""


@immutable
class CalendarApart:
    """What comes in invented plans."""

    size: str
    """How many there are, in words."""
    lines: tuple[CalendarLine, ...]
    """What comes, by date."""
    more: str
    """How many are not listed, in words, or ""."""
    plans: tuple[Crumb, ...]
    """Their calendar files."""


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
    """The months in which anything comes, invented plans left out."""
    later: str
    """How many come later, in words, or ""."""
    calendar: str
    """The calendar file of all plans but invented ones, from the site's root, or ""."""
    plans: tuple[Crumb, ...]
    """The calendar files of single plans."""
    more_plans: str
    """How many more there are, in words, or ""."""
    apart: CalendarApart | None
    """What comes in invented plans; None where there is nothing."""


Found = tuple[Coming, ComingPlan]


def view_calendar(plans: Iterable[ComingPlan], setting: Setting) -> CalendarView:
    """The page, examples apart at its end."""
    words = setting.words
    known = sorted(plans, key=lambda each: (each.member.casefold(), each.address))
    real = [each for each in known if not each.example]
    by_month = _by_month(real, setting.today)
    later = sum(len(found) for number, found in by_month.items() if number >= MONTHS)
    files = [each for each in real if each.has_calendar]
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
        later=words.ngettext(
            "{n} more comes later; the calendar file below has it.",
            "{n} more come later; the calendar file below has them.",
            later,
        )
        if later
        else "",
        calendar=CALENDAR if files else "",
        plans=_files(files[:MOST_PLANS]),
        more_plans=words.ngettext("and {n} more", "and {n} more", rest) if rest > 0 else "",
        apart=_apart([each for each in known if each.example], setting),
    )


def _by_month(plans: Iterable[ComingPlan], today: date) -> dict[int, list[Found]]:
    """What comes, by how many months ahead it does."""
    found: dict[int, list[Found]] = defaultdict(list)
    for plan in plans:
        for item in plan.items:
            found[_month(item, today) - _number(today)].append((item, plan))
    return found


def _files(plans: Iterable[ComingPlan]) -> tuple[Crumb, ...]:
    return tuple(Crumb(f"{each.member}: {each.plan}", each.calendar) for each in plans)


def _number(day: date) -> int:
    return day.year * 12 + day.month - 1


def _month(item: Coming, today: date) -> int:
    """The month it is listed in: the first still to come of those that its date can mean."""
    return max(_number(date.fromisoformat(item.first)), _number(today))


def _of_month(number: int, found: list[Found], setting: Setting) -> CalendarMonth:
    words, month = setting.words, _number(setting.today) + number
    first = date(month // 12, month % 12 + 1, 1)
    shown, left = _shared(found)
    plans = Counter(plan.address for _, plan in left)
    of = {plan.address: plan for _, plan in left}
    more = len(plans) - MOST_LEFT
    return CalendarMonth(
        anchor=f"m-{first:%Y-%m}",
        title=words.month(first),
        size=words.number(len(found)),
        lines=tuple(_line(*each, words) for each in shown),
        more=_more(len(left), words),
        left=tuple(
            _left(of[address], plans[address], words) for address in [*of][:MOST_LEFT]
        ),
        left_more=words.ngettext("and {n} more plan", "and {n} more plans", more)
        if more > 0
        else "",
    )


def _apart(plans: Sequence[ComingPlan], setting: Setting) -> CalendarApart | None:
    """What comes in invented plans, months together."""
    by_month = _by_month(plans, setting.today)
    found = [one for number, every in by_month.items() if number < MONTHS for one in every]
    if not found:
        return None
    shown, left = _shared(found)
    return CalendarApart(
        size=setting.words.number(len(found)),
        lines=tuple(_line(*each, setting.words) for each in shown),
        more=_more(len(left), setting.words),
        plans=_files(each for each in plans if each.has_calendar),
    )


def _shared(found: Iterable[Found]) -> tuple[list[Found], list[Found]]:
    """As much as has room, by date, and what has not, plan by plan.

    People go first. Of each kind every plan has its turn before any has a second one.
    """
    every = list(found)
    turns: Counter[tuple[str, str]] = Counter()
    ranked: list[tuple[int, int, Found]] = []
    for item, plan in sorted(every, key=_place):
        turn = (item.kind, plan.address)
        ranked.append((KINDS.index(item.kind), turns[turn], (item, plan)))
        turns[turn] += 1
    ranked.sort(key=lambda each: each[:2])
    shown = [each for _, _, each in ranked[:MOST]]
    left = [each for _, _, each in ranked[MOST:]]
    left.sort(key=lambda each: (each[1].member.casefold(), each[1].address))
    return sorted(shown, key=_place), left


def _more(number: int, words: Translator) -> str:
    return words.ngettext("and {n} more", "and {n} more", number) if number else ""


def _left(plan: ComingPlan, number: int, words: Translator) -> Crumb:
    name = f"{plan.member}: {plan.plan}"
    return Crumb(words.gettext("{name} ({n})", name=name, n=number), f"{plan.address}progress/")


def _place(found: Found) -> tuple[str, str, int, str]:
    item, _ = found
    return item.first, item.last, KINDS.index(item.kind), item.id


def _line(item: Coming, plan: ComingPlan, words: Translator) -> CalendarLine:
    return CalendarLine(
        kind=item.kind,
        label=words.gettext(_KINDS[item.kind]),
        date=item.date,
        title=item.title,
        text=" · ".join(filter(None, (item.text, item.place))),
        member=plan.member,
        address=item.address,
        is_cancelled=item.is_cancelled,
    )
