"""The first steps of each list by the dates: what of a plan the page of all plans may have to name.

In come a plan's steps by their dates, out come a few of each list, whatever the
size of the plan; of several plans' come the first of all. Codes and days, so
that a build may keep them as JSON.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from heapq import nsmallest
from itertools import islice

from openroadmap.immutable import immutable
from openroadmap.measure.outlook import SOON, Stage, Step
from openroadmap.measure.progress import Lateness
from openroadmap.model.dates import parse_date
from openroadmap.model.site import PlanRecords
from openroadmap.views.setting import commitment_address
from openroadmap.views.step_items import StepItem

MOST = 6
"""Steps of each list that the page of all plans names; it needs no more of any plan."""


@immutable
class TallyStep:
    """A step as the page of all plans shows it.

    ``due`` is its date as recorded, or "", and ``label`` what else the plan says of it.
    ``adopted`` is what was adopted instead, in words; ``state`` a ``State``, and
    ``state_words`` a report's own words where it used no code; ``lateness`` a ``Lateness``.
    ``member`` and ``plan`` say whose it is where several plans were summed up, else "".
    """

    title: str
    address: str
    due: str
    label: str
    adopted: str
    state: str
    state_words: str
    lateness: str
    member: str = ""
    plan: str = ""


@immutable
class FirstSteps:
    """The first of what is overdue, due soon, now, next and later, each by its date.

    Of what is now, that comes first which is neither overdue nor due soon: those
    have lists of their own on the same page.
    """

    late: tuple[TallyStep, ...] = ()
    soon: tuple[TallyStep, ...] = ()
    now: tuple[TallyStep, ...] = ()
    next: tuple[TallyStep, ...] = ()
    later: tuple[TallyStep, ...] = ()


def first_steps(
    records: PlanRecords,
    wholes: Iterable[tuple[Step, StepItem]],
    steps: Sequence[tuple[Step, StepItem]],
    today: date,
) -> FirstSteps:
    """Those of a plan. ``steps`` lie in the order of their dates.

    ``wholes`` are commitments that have milestones and are past their own dates.
    """
    late = [each for each in (*wholes, *steps) if each[0].standing.lateness is Lateness.OVERDUE]
    now = [each for each in steps if each[0].stage is Stage.NOW]
    horizon = today + timedelta(days=SOON)

    def first(found: Iterable[tuple[Step, StepItem]]) -> tuple[TallyStep, ...]:
        return tuple(_named(records, *each) for each in islice(found, MOST))

    return FirstSteps(
        late=first(sorted(late, key=lambda each: _day(each[0]))),
        soon=first(each for each in steps if each[0].is_soon),
        now=first(sorted(now, key=lambda each: _day(each[0]) <= horizon)),
        next=first(each for each in steps if each[0].stage is Stage.NEXT),
        later=first(each for each in steps if each[0].stage is Stage.LATER),
    )


def first_of_all(plans: Iterable[tuple[str, str, FirstSteps]], today: date) -> FirstSteps:
    """Those of several plans, each with its member's name, its title and what it gave."""
    every = tuple(plans)
    horizon = today + timedelta(days=SOON)

    def first(name: str, key: Callable[[TallyStep], tuple[object, ...]]) -> tuple[TallyStep, ...]:
        given = (
            (step, member, plan) for member, plan, steps in every for step in getattr(steps, name)
        )
        found = nsmallest(MOST, given, key=lambda each: key(each[0]))
        named = (replace(step, member=member, plan=plan) for step, member, plan in found)
        return tuple(sorted(named, key=_place))

    def others_first(step: TallyStep) -> tuple[object, ...]:
        return last_day(step) <= horizon, *_place(step)

    return FirstSteps(
        late=first("late", _place),
        soon=first("soon", _place),
        now=first("now", others_first),
        next=first("next", _place),
        later=first("later", _place),
    )


def coming_next(steps: FirstSteps, today: date) -> TallyStep | None:
    """What is due next of all that is not finished; None where nothing has such a date."""
    every = (*steps.soon, *steps.now, *steps.next, *steps.later)
    dated = (each for each in every if each.due and last_day(each) >= today)
    return min(dated, key=last_day, default=None)


def last_day(step: TallyStep) -> date:
    """The last day on which it can be due; of what has no date, the last day of all."""
    return parse_date(step.due).last if step.due else date.max


def _place(step: TallyStep) -> tuple[date, str]:
    return last_day(step), step.address


def _day(step: Step) -> date:
    return step.due.last if step.due else date.max


def _named(records: PlanRecords, step: Step, item: StepItem) -> TallyStep:
    milestone = step.milestone
    place = f"#milestone-{milestone.id}" if milestone else ""
    label = milestone.due_label if milestone else step.commitment.ends_label
    return TallyStep(
        title=step.title,
        address=commitment_address(records, step.commitment.id) + place,
        due=step.due.text if step.due else "",
        label=label or "",
        adopted=item.adopted,
        state=step.standing.state.value,
        state_words=step.standing.words,
        lateness=step.standing.lateness.value,
    )
