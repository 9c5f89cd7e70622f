"""The progress of a plan: what was done, what is late, what comes, and how that is known.

In come a plan's records and what was measured; out comes all that the page
shows: sentences, pictures and the tables they are drawn from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import ClassVar

from openroadmap.history.drift import NO_DRIFT, Drift
from openroadmap.i18n import Translator
from openroadmap.immutable import immutable
from openroadmap.measure.funnel import measure_funnel
from openroadmap.measure.outlook import (
    DATED,
    Step,
    by_due,
    placed_wholes,
    pressing_wholes,
    silences,
    steps_of,
)
from openroadmap.measure.periods import measure_history
from openroadmap.measure.progress import PlanProgress, State
from openroadmap.model.site import PlanRecords
from openroadmap.views.accounts import accounts_of
from openroadmap.views.around import in_plan_order, plan_in_full
from openroadmap.views.cards import commitments_words, shared_words, silence_words
from openroadmap.views.drift.promise import moved_days
from openroadmap.views.links import explore_link
from openroadmap.views.listing import Listing
from openroadmap.views.news.later import Later
from openroadmap.views.parts import Crumb, Foot
from openroadmap.views.progress.bars import Link, StatusBar, status_bar
from openroadmap.views.progress.funnel import FunnelView, view_funnel
from openroadmap.views.progress.geometry import percent
from openroadmap.views.progress.groups import Grouping, view_groups
from openroadmap.views.progress.matrix import Matrix, view_matrix
from openroadmap.views.progress.tally import PlanTally, tally_of
from openroadmap.views.progress.things import Thing, heading, things_of
from openroadmap.views.progress.things_dates import (
    ended_words,
    steps_words,
    time_words,
    undated_words,
)
from openroadmap.views.progress.things_since import news_words
from openroadmap.views.progress.timeline import Timeline, view_timeline
from openroadmap.views.progress.timeline_marks import key_of
from openroadmap.views.setting import Setting, plan_address
from openroadmap.views.step_items import Moved, StepItem, step_items
from openroadmap.views.step_lists import StepList, all_commitments, attention, outlook
from openroadmap.views.tabs import Tab, plan_page


@immutable
class Pace:
    """A share of a whole as a bar: time that has passed, milestones that are reached."""

    text: str
    """The share in a sentence."""
    width: str
    """The share in percent."""


@immutable
class ProgressView:
    """All that the page of a plan's progress shows."""

    kind: ClassVar[str] = "progress"
    address: str
    """Its address from the site's root."""
    root: str
    """The way from the page to the site's root."""
    near: str
    """The way from the page to the plan's, from which its commitments have their addresses."""
    title: str
    """What the page is called."""
    description: str
    """A sentence for search engines."""
    source: str
    """The plan's file in the repository."""
    crumbs: tuple[Crumb, ...]
    """Home, member and plan."""
    tabs: tuple[Tab, ...]
    """The plan's pages."""
    plan: str
    """The plan's title."""
    as_of: str
    """The day that everything is judged by, in words."""
    things_heading: str
    """How many things there are to know."""
    things: tuple[Thing, ...]
    """What matters most, in at most five sentences."""
    sparse: str
    """That hardly anything is recorded, in a sentence, or ""."""
    silence: str
    """Where no report of the lead is recorded but reviewers' are, that in words, or ""."""
    bars: tuple[StatusBar, ...]
    """The statuses of commitments and milestones."""
    pace: tuple[Pace, ...]
    """Time elapsed against milestones reached."""
    news: str
    """When the lead institutions last reported."""
    timeline: Timeline | None
    """Commitments and milestones in time."""
    steps: tuple[StepItem, ...]
    """The same as a table, with the commitments that lists by dates name by themselves."""
    attention: tuple[StepList, ...]
    """Overdue, past their dates, due soon, without news."""
    outlook: tuple[StepList, ...]
    """Now, next and later."""
    ended: str
    """That what is overdue is not now, since the plan has ended, in a sentence, or ""."""
    undated: str
    """How many steps have no date, in words, or ""."""
    calendar: str
    """The plan's calendar file from the site's root, "" where nothing is coming."""
    matrix: Matrix | None
    """The status at each reporting period."""
    groups: tuple[Grouping, ...]
    """By institution, policy area and value."""
    funnel: FunnelView | None
    """From contributions to commitments."""
    foot: Foot
    """How to suggest a change."""


def view_progress(
    records: PlanRecords,
    progress: PlanProgress,
    listing: Listing,
    setting: Setting,
    drift: Drift = NO_DRIFT,
    calendar: str = "",
    later: Iterable[Later] = (),
    *,
    has_standards: bool,
) -> tuple[ProgressView, PlanTally]:
    """The page, and the same in numbers for the page of the whole site.

    ``drift`` is what became of the plan since it was adopted, ``calendar`` its calendar file,
    ``later`` what became of its reports.
    """
    words, today = setting.words, setting.today
    moved = moved_days(drift.differences)
    steps = step_items(records, steps_of(records, progress, today), moved, words)
    ordered = in_plan_order(records.commitments)
    wholes = step_items(records, pressing_wholes(ordered, progress, today), moved, words)
    placed = _placed(records, steps, progress, moved, setting)
    silent, funnel = silences(records, progress, today), measure_funnel(records, today)
    tally = tally_of(
        records, progress, steps, wholes, placed, silent, funnel,
        accounts_of(records, progress, words), drift.differences, today,
    )  # fmt: skip
    link = partial(explore_link, plan=f"{tally.member_id}/{records.id}")
    things = things_of(tally, today, words)
    timeline = view_timeline(records, progress, steps, moved, today, words)
    rest = _rest(timeline, words)
    page = plan_page(
        ProgressView.kind, words.gettext("Progress"), records, setting, has_standards=has_standards
    )
    view = ProgressView(
        **page,
        near="../",
        description=words.gettext(
            "What {plan} promised, what is done, what is late and what comes next.",
            plan=plan_in_full(records, words),
        ),
        things_heading=heading(things, words),
        things=things,
        sparse=_sparse(tally, words),
        silence=silence_words(records, progress, words),
        bars=tuple(filter(None, status_bars(tally, link, words, shared_words(progress)))),
        pace=tuple(view_pace(tally, words)),
        news=news_words(tally, today, words),
        timeline=timeline,
        steps=_table(steps, wholes, placed),
        attention=attention(records, progress, steps, wholes, silent, rest, setting),
        outlook=outlook(placed, rest, words),
        ended=ended_words((tally,), words),
        undated=undated_words(tally, words),
        calendar=calendar,
        matrix=view_matrix(records, measure_history(records, today), words, later),
        groups=view_groups(listing.commitments, link, words) if listing.commitments else (),
        funnel=view_funnel(funnel, records, words),
    )  # fmt: skip
    return view, tally


def progress_address(records: PlanRecords) -> str:
    return f"{plan_address(records)}progress/"


def status_bars(
    tally: PlanTally, link: Link, words: Translator, own_words: str = ""
) -> Iterator[StatusBar | None]:
    """Commitments, then milestones, by status; ``link`` gives lists of commitments."""
    states = [(State(code), number) for code, number in tally.states]
    yield status_bar(commitments_words(tally.size, words), states, words, link, own_words)
    steps = [(State(code), number) for code, number in tally.step_states]
    number = sum(number for _, number in steps)
    size = words.ngettext("{n} milestone", "{n} milestones", number)
    if gone := tally.count_steps(State.WITHDRAWN):
        size = words.ngettext(
            "{size}, {n} of them withdrawn", "{size}, {n} of them withdrawn", gone, size=size
        )
    yield status_bar(size, steps, words)


def view_pace(tally: PlanTally, words: Translator) -> Iterator[Pace]:
    """Time elapsed, then milestones reached: each a plain fraction, neither judged by the other."""
    if text := time_words(tally, words):
        time = tally.time
        share = 100 * time.passed / time.total if time.total else 0
        yield Pace(text, percent(share) if time.total else "")
    if tally.steps:
        done = tally.count_steps(State.COMPLETE)
        yield Pace(steps_words(tally, words), percent(100 * done / tally.steps))


def _placed(
    records: PlanRecords,
    steps: Sequence[tuple[Step, StepItem]],
    progress: PlanProgress,
    moved: Moved,
    setting: Setting,
) -> list[tuple[Step, StepItem]]:
    """What is now, next or later, by its date: steps, and commitments that none of them places."""
    every = (step for step, _ in steps)
    wholes = placed_wholes(records, every, progress, setting.today)
    found = [each for each in steps if each[0].stage in DATED]
    found += step_items(records, wholes, moved, setting.words)
    return sorted(found, key=lambda each: by_due(each[0]))


def _table(*lists: Iterable[tuple[Step, StepItem]]) -> tuple[StepItem, ...]:
    """Whatever a list by dates may name, once each, by its date."""
    every = {key_of(step): (step, item) for found in lists for step, item in found}
    return tuple(item for _, item in sorted(every.values(), key=lambda each: by_due(each[0])))


def _rest(timeline: Timeline | None, words: Translator) -> Crumb:
    """Where that is found which lists by dates leave out: the table stands beneath the picture."""
    return Crumb(words.gettext("all in a table"), "#steps") if timeline else all_commitments(words)


def _sparse(tally: PlanTally, words: Translator) -> str:
    if tally.known or tally.steps or tally.reported_on or not tally.size:
        return ""
    return words.gettext(
        "Of the progress of this plan hardly anything is recorded here: no status, no milestone "
        "and no progress report of a lead institution. That does not mean that nothing happened."
    )
