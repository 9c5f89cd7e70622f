"""The progress of all plans of a site: what every plan gave of itself comes in, one page goes out.

Examples are counted apart: nobody should read of more promises than there are.
Plans stand in the order of their members' names; nothing is ranked.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import ClassVar

from openroadmap.i18n import Translator
from openroadmap.immutable import immutable
from openroadmap.views.around import home_crumb
from openroadmap.views.links import explore_link
from openroadmap.views.listing import Listing
from openroadmap.views.parts import Crumb
from openroadmap.views.progress.bars import Link, StatusBar
from openroadmap.views.progress.funnel import FunnelView, view_funnel
from openroadmap.views.progress.groups import Grouping, view_groups
from openroadmap.views.progress.plan import status_bars
from openroadmap.views.progress.plan_lines import (
    PlanGroup,
    example_groups,
    phases_words,
    plan_groups,
)
from openroadmap.views.progress.quiet import QuietPlans, quiet_plans
from openroadmap.views.progress.site_lists import site_attention, site_outlook
from openroadmap.views.progress.tally import PlanTally, sum_up
from openroadmap.views.progress.things import Thing, heading, things_of
from openroadmap.views.progress.things_dates import ended_words, steps_words, undated_words
from openroadmap.views.progress.things_since import news_words
from openroadmap.views.setting import Setting, root_of
from openroadmap.views.step_lists import StepList

ADDRESS = "progress/"

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
    phases: str
    """How many plans are under way, ended and so on, in sentences, or ""."""
    pace: str
    """How many milestones are reached, in a sentence."""
    news: str
    """When a lead institution last reported, in a sentence."""
    attention: tuple[StepList, ...]
    """Overdue, dates passed or doubtful, due soon: those of which there are any."""
    quiet: QuietPlans | None
    """Where nothing new was reported for six months; None where there is no such plan."""
    outlook: tuple[StepList, ...]
    """Now, next and later; empty where nothing has its place in any of them."""
    ended: str
    """That what is overdue in plans that have ended is not now, in a sentence, or ""."""
    undated: str
    """How many steps have no date that places them, in a sentence, or ""."""
    plans: tuple[PlanGroup, ...]
    """Every plan but invented ones."""
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
    total = sum_up(real, today)
    link = _link(real, invented)
    things = things_of(total, today, words)
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
        phases=phases_words(real, words),
        pace=steps_words(total, words),
        news=news_words(total, today, words),
        attention=site_attention(total, today, words),
        quiet=quiet_plans(real, words),
        outlook=site_outlook(total, today, words),
        ended=ended_words(real, words),
        undated=undated_words(total, words),
        plans=tuple(plan_groups(real, words)),
        groups=groups,
        funnel=view_funnel(total.funnel, None, words),
        examples=tuple(example_groups(invented, words)),
    )


def _link(real: Iterable[PlanTally], invented: Iterable[PlanTally]) -> Link:
    """The list of all commitments, without those of examples where there are any."""
    theirs = {each.member_id for each in invented}
    if not theirs:
        return explore_link
    if theirs.isdisjoint(each.member_id for each in real):
        return partial(explore_link, invented="no")
    plans = tuple(f"{each.member_id}/{each.plan_id}" for each in real)
    return partial(explore_link, plan=plans)


def _scope(plans: Sequence[PlanTally], examples: int, words: Translator) -> str:
    members = len({each.member_id for each in plans})
    said = words.gettext(
        "Counted here: {plans} of {members}.",
        plans=words.ngettext("{n} action plan", "{n} action plans", len(plans)),
        members=words.ngettext("{n} member", "{n} members", members),
    ) if plans else words.gettext("No action plan is recorded yet.")  # fmt: skip
    if not examples:
        return said
    apart = words.ngettext(
        "{n} invented example stands apart at the end.",
        "{n} invented examples stand apart at the end.",
        examples,
    )
    return f"{said} {apart}"
