"""All plans one by one: how much of its time has passed, what of it is reached, what is dated when.

In come plans in numbers, out come lists by where the day lies in their time;
nothing is ranked, and no plan is judged by another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from openroadmap.i18n import Translator
from openroadmap.immutable import immutable
from openroadmap.measure.outlook import DATED, Phase
from openroadmap.measure.progress import State
from openroadmap.standards.sentences import NN_
from openroadmap.views.cards import commitments_words
from openroadmap.views.progress.bars import StatusBar, status_bar
from openroadmap.views.progress.plan import Pace, view_pace
from openroadmap.views.progress.tally import PlanTally

MOST = 100
"""Plans of a list; where there are more, the rest is counted and found from the home page."""

_PHASES = {
    Phase.RUNNING: NN_("{n} action plan is under way.", "{n} action plans are under way."),
    Phase.BEFORE: NN_("{n} action plan has not begun.", "{n} action plans have not begun."),
    Phase.OVER: NN_(
        "The period of {n} action plan has ended.", "The period of {n} action plans has ended."
    ),
    Phase.UNKNOWN: NN_(
        "{n} action plan has no dates that say whether it is under way.",
        "{n} action plans have no dates that say whether they are under way.",
    ),
}
_DATED = {
    "late": NN_("{n} overdue", "{n} overdue"),
    "passed": NN_("{n} past its date", "{n} past their date"),
    "doubtful": NN_("{n} with a doubtful date", "{n} with a doubtful date"),
    "soon": NN_("{n} due soon", "{n} due soon"),
    "now": NN_("{n} now", "{n} now"),
    "next": NN_("{n} next", "{n} next"),
    "later": NN_("{n} later", "{n} later"),
}
"""By the anchors of these lists on a plan's page."""


@immutable
class DatedCount:
    """How many steps of a plan stand in one of its lists by dates."""

    text: str
    """The number and what it counts."""
    address: str
    """That list."""


@immutable
class PlanLine:
    """A plan in a list of plans."""

    member: str
    """The member's name."""
    title: str
    """The plan's title."""
    address: str
    """The page of its progress."""
    size: str
    """How many commitments it has, in words."""
    pace: tuple[Pace, ...]
    """How much of its time has passed, and how many of its milestones are reported complete.

    Both are bars while it is under way.
    """
    dated: tuple[DatedCount, ...]
    """What of it is overdue, past its date, doubtful, due soon, now, next and later, if any is."""
    bar: StatusBar | None
    """Its commitments by status."""


@immutable
class PlanGroup:
    """Plans that have something in common."""

    anchor: str
    """The place of its heading in the page."""
    heading: str
    """What they have in common."""
    size: str
    """How many there are."""
    plans: tuple[PlanLine, ...]
    """By their members' names."""
    left: str
    """How many are not shown, in words, or ""."""
    is_folded: bool
    """True where the list is folded away at first: never where lists above lead to its plans."""


def phases_words(plans: Iterable[PlanTally], words: Translator) -> str:
    """How many plans are under way, ended and so on, in sentences; "" of none."""
    found = Counter(each.time.phase for each in plans)
    told = (words.ngettext(*_PHASES[phase], found[phase]) for phase in _PHASES if found[phase])
    return " ".join(told)


def plan_groups(plans: Sequence[PlanTally], words: Translator) -> Iterator[PlanGroup]:
    """Plans under way and to come, then those whose period has ended."""
    running = [each for each in plans if each.time.phase is not Phase.OVER]
    over = [each for each in plans if each.time.phase is Phase.OVER]
    if running:
        title = words.gettext("Under way, to come, or without dates")
        yield _plan_group("under-way", title, running, words, is_folded=False)
    if over:
        title = words.gettext("Whose period has ended")
        yield _plan_group("ended", title, over, words, is_folded=bool(running))


def example_groups(plans: Sequence[PlanTally], words: Translator) -> Iterator[PlanGroup]:
    if plans:
        yield _plan_group(
            "examples", words.gettext("Invented examples"), plans, words, is_folded=False
        )


def _plan_group(
    anchor: str, title: str, plans: Sequence[PlanTally], words: Translator, *, is_folded: bool
) -> PlanGroup:
    left = len(plans) - MOST
    lines = tuple(_line(each, words) for each in plans[:MOST])
    return PlanGroup(
        anchor=anchor,
        heading=title,
        size=words.ngettext("{n} action plan", "{n} action plans", len(plans)),
        plans=lines,
        left=words.ngettext("and {n} more", "and {n} more", left) if left > 0 else "",
        is_folded=is_folded and not any(each.dated for each in lines),
    )


def _line(plan: PlanTally, words: Translator) -> PlanLine:
    size = commitments_words(plan.size, words)
    states = [(State(code), number) for code, number in plan.states]
    pace = tuple(view_pace(plan, words))
    if plan.time.phase is not Phase.RUNNING:
        pace = tuple(replace(each, width="") for each in pace)
    return PlanLine(
        member=plan.member,
        title=plan.plan,
        address=f"{plan.address}progress/",
        size=size,
        pace=pace,
        dated=tuple(_dated(plan, words)),
        bar=status_bar(size, states, words),
    )


def _dated(plan: PlanTally, words: Translator) -> Iterator[DatedCount]:
    numbers = (
        plan.overdue + plan.overdue_steps,
        plan.passed + plan.passed_steps,
        plan.doubtful,
        plan.soon + plan.soon_steps,
        *map(plan.count_stage, DATED),
    )
    for (anchor, said), number in zip(_DATED.items(), numbers, strict=True):
        if number:
            address = f"{plan.address}progress/#{anchor}"
            yield DatedCount(words.ngettext(*said, number), address)
