"""The progress of all plans of a site: what every plan gave of itself comes in, one page goes out.

Examples are counted apart: nobody should read of more promises than there are.
Plans stand in the order of their members' names; nothing is ranked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import ClassVar

from openroadmap.i18n import Translator
from openroadmap.immutable import immutable
from openroadmap.measure.outlook import Phase
from openroadmap.measure.progress import DOUBTFUL, Lateness, State
from openroadmap.model.dates import parse_date
from openroadmap.views.around import home_crumb
from openroadmap.views.cards import commitments_words
from openroadmap.views.labels import status_of
from openroadmap.views.links import explore_link
from openroadmap.views.listing import Listing
from openroadmap.views.parts import Crumb
from openroadmap.views.progress.bars import Link, StatusBar, status_bar
from openroadmap.views.progress.funnel import FunnelView, view_funnel
from openroadmap.views.progress.groups import Grouping, milestones_words, view_groups
from openroadmap.views.progress.plan import status_bars
from openroadmap.views.progress.quiet import QuietPlans, quiet_plans
from openroadmap.views.progress.tally import PlanTally, TallyStep, sum_up
from openroadmap.views.progress.things import Thing, heading, things_of, time_words
from openroadmap.views.setting import Setting, root_of
from openroadmap.views.step_items import StepItem
from openroadmap.views.step_lists import StepList

ADDRESS = "progress/"
MOST = 100
"""Plans of a list; where there are more, the rest is counted and found from the home page."""


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
    milestones: str
    """How many milestones it has, complete ones and withdrawn ones apart, in words, or ""."""
    bar: StatusBar | None
    """Its commitments by status."""
    time: str
    """How much of its time has passed, in a sentence, or ""."""


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
    """True where the list is folded away at first."""


@immutable
class ProgressSiteView:
    """All that the page of the progress of all plans shows."""

    kind: ClassVar[str] = "progress-site"
    address: str
    """Its address from the site's root."""
    root: str
    """The way from the page to the site's root."""
    title: str
    """What the page is called."""
    description: str
    """A sentence for search engines."""
    source: str
    """Always "": the page has no record."""
    crumbs: tuple[Crumb, ...]
    """Home."""
    as_of: str
    """The day that everything is judged by, in words."""
    scope: str
    """What is counted here, in a sentence."""
    things_heading: str
    """How many things there are to know."""
    things: tuple[Thing, ...]
    """What matters most, in at most five sentences."""
    bars: tuple[StatusBar, ...]
    """The statuses of commitments and milestones."""
    attention: tuple[StepList, ...]
    """Overdue, and due next."""
    quiet: QuietPlans | None
    """Where nothing new was reported for six months; None where there is no such plan."""
    plans: tuple[PlanGroup, ...]
    """Every plan."""
    groups: tuple[Grouping, ...]
    """By institution, policy area and value."""
    funnel: FunnelView | None
    """From contributions to commitments."""
    examples: tuple[PlanGroup, ...]
    """Invented plans, which are counted nowhere above."""


def view_progress_site(
    tallies: Iterable[PlanTally], listings: Iterable[Listing], setting: Setting
) -> ProgressSiteView:
    words, today = setting.words, setting.today
    ordered = sorted(tallies, key=lambda each: (each.member.casefold(), each.address))
    real = [each for each in ordered if not each.example]
    invented = [each for each in ordered if each.example]
    total = sum_up(real, today, words)
    link = _link(real, invented)
    things = things_of(total, today, words, {
        "#late": link(late=Lateness.OVERDUE),
        "#passed": link(late=Lateness.DATE_PASSED),
        "#doubtful": link(late=DOUBTFUL),
    })  # fmt: skip
    commitments = (one for each in listings if not each.example for one in each.commitments)
    groups = view_groups(commitments, link, words) if total.size else ()
    return ProgressSiteView(
        address=ADDRESS,
        root=root_of(ADDRESS),
        title=words.gettext("Progress of all action plans"),
        description=words.gettext(
            "What was promised, what is done, what is late and what comes next, in all plans."
        ),
        source="",
        crumbs=(home_crumb(words),),
        as_of=words.day(today),
        scope=_scope(real, len(invented), words),
        things_heading=heading(things, words),
        things=things,
        bars=tuple(filter(None, status_bars(total, link, words))),
        attention=tuple(_attention(total, words)),
        quiet=quiet_plans(real, words),
        plans=tuple(_plan_groups(real, words)),
        groups=groups,
        funnel=view_funnel(total.funnel, None, words),
        examples=tuple(_examples(invented, words)),
    )


def _link(real: Iterable[PlanTally], invented: Iterable[PlanTally]) -> Link:
    """The list of all commitments, without those of examples where there are any."""
    theirs = {each.member_id for each in invented}
    if not theirs:
        return explore_link
    members = tuple(dict.fromkeys(each.member_id for each in real))
    if theirs.isdisjoint(members):
        return partial(explore_link, member=members)
    plans = tuple(f"{each.member_id}/{each.plan_id}" for each in real)
    return partial(explore_link, plan=plans)


def _scope(plans: Sequence[PlanTally], examples: int, words: Translator) -> str:
    members = len({each.member_id for each in plans})
    said = words.gettext(
        "Counted here: {plans} of {members}.",
        plans=words.ngettext("{n} action plan", "{n} action plans", len(plans)),
        members=words.ngettext("{n} member", "{n} members", members),
    )
    if not examples:
        return said
    apart = words.ngettext(
        "{n} invented example stands apart at the end.",
        "{n} invented examples stand apart at the end.",
        examples,
    )
    return f"{said} {apart}"


def _attention(total: PlanTally, words: Translator) -> Iterator[StepList]:
    """The first of what is overdue and of what is due next, of all plans."""
    late = total.overdue + total.overdue_steps
    if total.late:
        yield _steps(
            "late", words.gettext("Overdue"), late, total.late, words,
            words.gettext("The date has passed, and the last report says that it is not finished."),
        )  # fmt: skip
    if total.coming:
        yield _steps(
            "outlook", words.gettext("Due next"), 0, total.coming, words,
            words.gettext("The next dates of what is not finished, whoever promised it."),
        )  # fmt: skip


def _steps(
    anchor: str,
    heading: str,
    number: int,
    steps: Sequence[TallyStep],
    words: Translator,
    note: str,
) -> StepList:
    left = number - len(steps)
    return StepList(
        anchor=anchor,
        heading=heading,
        note=note,
        size=words.number(number) if number else "",
        items=tuple(_item(step, words) for step in steps),
        more=words.ngettext("and {n} more", "and {n} more", left) if left > 0 else "",
    )


def _item(step: TallyStep, words: Translator) -> StepItem:
    due = words.partial(parse_date(step.due)) if step.due else ""
    status = status_of(step.state, words)
    return StepItem(
        "", step.title, step.address, "", due, step.adopted, status, "", "", False, False
    )


def _plan_groups(plans: Sequence[PlanTally], words: Translator) -> Iterator[PlanGroup]:
    """Plans under way and to come, then those whose period has ended."""
    running = [each for each in plans if each.time.phase is not Phase.OVER]
    over = [each for each in plans if each.time.phase is Phase.OVER]
    if running:
        title = words.gettext("Under way, to come, or without dates")
        yield _plan_group("under-way", title, running, words, is_folded=False)
    if over:
        title = words.gettext("Whose period has ended")
        yield _plan_group("ended", title, over, words, is_folded=bool(running))


def _examples(plans: Sequence[PlanTally], words: Translator) -> Iterator[PlanGroup]:
    if plans:
        yield _plan_group(
            "examples", words.gettext("Invented examples"), plans, words, is_folded=False
        )


def _plan_group(
    anchor: str, title: str, plans: Sequence[PlanTally], words: Translator, *, is_folded: bool
) -> PlanGroup:
    left = len(plans) - MOST
    return PlanGroup(
        anchor=anchor,
        heading=title,
        size=words.ngettext("{n} action plan", "{n} action plans", len(plans)),
        plans=tuple(_line(each, words) for each in plans[:MOST]),
        left=words.ngettext("and {n} more", "and {n} more", left) if left > 0 else "",
        is_folded=is_folded,
    )


def _line(plan: PlanTally, words: Translator) -> PlanLine:
    size = commitments_words(plan.size, words)
    states = [(State(code), number) for code, number in plan.states]
    return PlanLine(
        member=plan.member,
        title=plan.plan,
        address=f"{plan.address}progress/",
        size=size,
        milestones=milestones_words(
            plan.count_steps(State.COMPLETE), plan.steps, plan.count_steps(State.WITHDRAWN), words
        ),
        bar=status_bar(size, states, words),
        time=time_words(plan, words),
    )
