"""A plan's progress in numbers, as its own page and the page of the whole site tell it.

Numbers, codes, days and titles, not sentences, so that a build may keep them as
JSON and sum them up over all plans.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Any

from openroadmap.history.differences import Difference
from openroadmap.immutable import immutable
from openroadmap.measure.funnel import Funnel
from openroadmap.measure.outlook import Phase, PlanTime, Silence, Stage, Step, plan_time
from openroadmap.measure.progress import DOUBTFUL, Lateness, PlanProgress, State
from openroadmap.model.dates import parse_date
from openroadmap.model.reports import newest_last
from openroadmap.model.site import PlanRecords
from openroadmap.views.accounts import Account, Side, differ, differing_sides
from openroadmap.views.around import member_name, plan_title
from openroadmap.views.parts import Status
from openroadmap.views.progress.tally_steps import (
    FirstSteps,
    earliest,
    first_of_all,
    first_steps,
    next_dates,
)
from openroadmap.views.setting import plan_address
from openroadmap.views.step_items import StepItem


@immutable
class PlanTally:
    """A plan in numbers.

    ``states`` and ``step_states`` count commitments and milestones by ``State``.
    ``overdue`` and ``passed`` count commitments, ``overdue_steps`` and
    ``passed_steps`` milestones: reported unfinished after their date, or not
    known; ``doubtful`` counts commitments whose recorded end has passed and is doubtful.
    ``soon`` counts commitments and ``soon_steps`` milestones that are due soon.
    ``stages`` counts steps by ``Stage``, those that are now, next and later; ``now_late`` and
    ``now_soon`` what of them is now and overdue or due soon; ``undated`` counts commitments
    and ``undated_steps`` milestones that no date places. ``next_dates`` counts what is due next,
    by its dates as recorded. ``first`` names the first of each list.
    ``differing`` counts commitments on which the accounts differ, ``differing_sides`` names
    the voices that do. ``reviewed`` counts commitments by how far independent reviewers last
    said they are; ``reviewed_words`` those of which they said it in words of their own.
    ``changed`` counts what differs from the plan as adopted, ``unexplained`` what of it has no
    recorded reason. ``reported_on`` is the day of the last report of the lead, or "".
    """

    member_id: str
    member: str
    plan_id: str
    plan: str
    address: str
    example: bool
    states: tuple[tuple[str, int], ...]
    step_states: tuple[tuple[str, int], ...]
    overdue: int
    overdue_steps: int
    passed: int
    passed_steps: int
    doubtful: int
    soon: int
    soon_steps: int
    silent: int
    unreported: int
    differing: int
    differing_sides: tuple[str, ...]
    reviewed: tuple[tuple[str, int], ...]
    reviewed_words: tuple[tuple[str, int], ...]
    changed: int
    unexplained: int
    reported_on: str
    starts_on: str
    ends_on: str
    time: PlanTime
    funnel: Funnel
    stages: tuple[tuple[str, int], ...]
    undated: int
    undated_steps: int
    now_late: int
    now_soon: int
    next_dates: tuple[tuple[str, int], ...]
    first: FirstSteps

    @property
    def size(self) -> int:
        """How many commitments there are."""
        return sum(number for _, number in self.states)

    @property
    def steps(self) -> int:
        """How many milestones are promised: those of withdrawn commitments no longer are."""
        return sum(number for state, number in self.step_states if state != State.WITHDRAWN)

    def count(self, state: State) -> int:
        return dict(self.states).get(state.value, 0)

    def count_steps(self, state: State) -> int:
        return dict(self.step_states).get(state.value, 0)

    def count_stage(self, stage: Stage) -> int:
        return dict(self.stages).get(stage.value, 0)

    @property
    def known(self) -> int:
        """How many commitments have a status that the lead reported, or were withdrawn."""
        return self.size - self.count(State.NOT_RECORDED)

    @property
    def placed(self) -> int:
        """How many commitments have a status on OGP's scale, "no evidence" among them."""
        elsewhere = (State.OWN_WORDS, State.WITHDRAWN)
        return self.known - sum(self.count(state) for state in elsewhere)


def tally_of(
    records: PlanRecords,
    progress: PlanProgress,
    steps: Sequence[tuple[Step, StepItem]],
    wholes: Sequence[tuple[Step, StepItem]],
    placed: Sequence[tuple[Step, StepItem]],
    silences: Mapping[str, Silence],
    funnel: Funnel,
    accounts: Mapping[str, tuple[Account, ...]],
    differences: Collection[Difference],
    today: date,
) -> PlanTally:
    """A plan in numbers, as of a day.

    ``steps`` and ``placed`` lie in the order of their dates; ``wholes`` are commitments that
    have milestones and are past their own dates or due soon, ``placed`` what is now, next
    or later.
    """
    context, plan = records.context, records.plan
    mine, theirs = progress.commitments.values(), progress.milestones.values()
    starts, ends = (plan.starts_on, plan.ends_on) if plan else (None, None)
    told = newest_last(each for each in records.updates if each.date.first <= today)
    undated = [step for step, _ in steps if step.stage is Stage.UNDATED]
    undated_steps = sum(step.milestone is not None for step in undated)
    reviews = [status for each in accounts.values() if (status := _reviewed(each))]
    return PlanTally(
        member_id=context.member_id,
        member=member_name(context.member, context.member_id),
        plan_id=records.id,
        plan=plan_title(records),
        address=plan_address(records),
        example=records.example,
        states=_states(each.state for each in mine),
        step_states=_states(each.state for each in theirs),
        **_late(Counter(each.lateness for each in mine), Counter(each.lateness for each in theirs)),
        silent=sum(each is Silence.LONG for each in silences.values()),
        unreported=sum(each is Silence.NEVER for each in silences.values()),
        differing=sum(differ(each) for each in accounts.values()),
        differing_sides=_sides(differing_sides(each) for each in accounts.values()),
        reviewed=_states(State(each.code) for each in reviews if each.code != State.OWN_WORDS),
        reviewed_words=_most(
            Counter(each.word for each in reviews if each.code == State.OWN_WORDS)
        ),
        changed=len(differences),
        unexplained=sum(not each.explained for each in differences),
        reported_on=told[-1].date.text if told else "",
        starts_on=starts.text if starts else "",
        ends_on=ends.text if ends else "",
        time=plan_time(starts, ends, today),
        funnel=funnel,
        stages=_in_order(Counter(step.stage for step, _ in placed), Stage),
        undated=len(undated) - undated_steps,
        undated_steps=undated_steps,
        now_late=sum(step.stage is Stage.NOW and item.overdue for step, item in placed),
        **_coming(wholes, steps, placed, today),
        first=first_steps(records, wholes, steps, placed),
    )


def _late(commitments: Counter[Lateness], milestones: Counter[Lateness]) -> dict[str, int]:
    return {
        "overdue": commitments[Lateness.OVERDUE],
        "overdue_steps": milestones[Lateness.OVERDUE],
        "passed": commitments[Lateness.DATE_PASSED],
        "passed_steps": milestones[Lateness.DATE_PASSED],
        "doubtful": sum(commitments[each] for each in DOUBTFUL),
    }


def _coming(
    wholes: Iterable[tuple[Step, StepItem]],
    steps: Iterable[tuple[Step, StepItem]],
    placed: Sequence[tuple[Step, StepItem]],
    today: date,
) -> dict[str, Any]:
    soon = [each for each in (*wholes, *steps) if each[0].is_soon]
    milestones = sum(step.milestone is not None for step, _ in soon)
    return {
        "soon": len(soon) - milestones,
        "soon_steps": milestones,
        "now_soon": sum(step.is_soon for step, _ in placed),
        # Whatever is due soon is due before all that is not.
        "next_dates": next_dates(soon or placed, today),
    }


def sum_up(tallies: Iterable[PlanTally], today: date) -> PlanTally:
    """Several plans in numbers, as if they were one; it has no dates of its own."""
    plans = tuple(tallies)
    return PlanTally(
        **dict.fromkeys(("member_id", "member", "plan_id", "plan", "address"), ""),
        example=False,
        states=_in_order(_counter(each.states for each in plans), State),
        step_states=_in_order(_counter(each.step_states for each in plans), State),
        **{name: sum(getattr(each, name) for each in plans) for name in _ADDED},
        differing_sides=_sides(each.differing_sides for each in plans),
        reviewed=_in_order(_counter(each.reviewed for each in plans), State),
        reviewed_words=_most(_counter(each.reviewed_words for each in plans)),
        reported_on=max((each.reported_on for each in plans), key=_last_day, default=""),
        starts_on="",
        ends_on="",
        time=plan_time(None, None, today),
        funnel=_sum_funnels(each.funnel for each in plans),
        stages=_in_order(_counter(each.stages for each in plans), Stage),
        next_dates=earliest(_counter(each.next_dates for each in plans)),
        first=first_of_all(
            (each.member, each.plan, each.time.phase is Phase.OVER, each.first) for each in plans
        ),
    )


_ADDED = (
    *("overdue", "overdue_steps", "passed", "passed_steps", "silent", "unreported"),
    *("doubtful", "differing", "changed", "unexplained", "undated", "undated_steps"),
    *("soon", "soon_steps", "now_late", "now_soon"),
)


def _counter(counts: Iterable[tuple[tuple[str, int], ...]]) -> Counter[str]:
    found: Counter[str] = Counter()
    for each in counts:
        found.update(dict(each))
    return found


def _most(found: Counter[str]) -> tuple[tuple[str, int], ...]:
    """The most frequent first, those of one number by their letters."""
    return tuple(sorted(found.items(), key=lambda each: (-each[1], each[0])))


def _sides(named: Iterable[Iterable[str]]) -> tuple[str, ...]:
    """All voices that are named, in their order."""
    found = {side for each in named for side in each}
    return tuple(side.value for side in Side if side in found)


def _sum_funnels(funnels: Iterable[Funnel]) -> Funnel:
    every = tuple(funnels)
    names = ("received", "answered", "accepted", "promised")
    return Funnel(*(sum(getattr(each, name) for each in every) for name in names))


def _last_day(date: str) -> str:
    return parse_date(date).last.isoformat() if date else ""


def _reviewed(accounts: Iterable[Account]) -> Status | None:
    """How far a commitment is by the newest review that says so, be it in its own words."""
    said = (each.status for each in accounts if each.side is Side.REVIEW and each.status)
    return next(said, None)


def _states(states: Iterable[State]) -> tuple[tuple[str, int], ...]:
    return _in_order(Counter(states), State)


def _in_order(found: Mapping[str, int], scale: type[StrEnum]) -> tuple[tuple[str, int], ...]:
    """How many of each, in the order of the scale, without zeros."""
    return tuple((each.value, number) for each in scale if (number := found.get(each, 0)))
