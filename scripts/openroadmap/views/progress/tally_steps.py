"""The first steps of each list by the dates: what of a plan the page of all plans may have to name.

In come a plan's steps by their dates, out come a few of each list, whatever the
size of the plan; of several plans' come the first of all. Codes and days, so
that a build may keep them as JSON.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields, replace
from datetime import date
from heapq import nsmallest
from itertools import islice

from openroadmap.immutable import immutable
from openroadmap.measure.outlook import Stage, Step, by_due
from openroadmap.measure.progress import DOUBTFUL, Lateness
from openroadmap.model.dates import parse_date
from openroadmap.model.site import PlanRecords
from openroadmap.views.setting import commitment_address
from openroadmap.views.step_items import StepItem, is_above

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
    """The first of each list by dates, each by its date.

    Of what is now only that is here which is neither overdue nor due soon: those
    have lists of their own on the same page.
    """

    late: tuple[TallyStep, ...] = ()
    passed: tuple[TallyStep, ...] = ()
    doubtful: tuple[TallyStep, ...] = ()
    soon: tuple[TallyStep, ...] = ()
    now: tuple[TallyStep, ...] = ()
    next: tuple[TallyStep, ...] = ()
    later: tuple[TallyStep, ...] = ()


def first_steps(
    records: PlanRecords,
    wholes: Iterable[tuple[Step, StepItem]],
    steps: Iterable[tuple[Step, StepItem]],
    placed: Sequence[tuple[Step, StepItem]],
) -> FirstSteps:
    """Those of a plan. ``steps`` and ``placed`` lie in the order of their dates.

    ``wholes`` are commitments that have milestones and are past their own dates or due soon,
    ``placed`` what has its place now, next or later.
    """
    every = sorted((*wholes, *steps), key=lambda each: by_due(each[0]))

    def first(
        found: Iterable[tuple[Step, StepItem]], fits: Callable[[Step], bool]
    ) -> tuple[TallyStep, ...]:
        fitting = (each for each in found if fits(each[0]))
        return tuple(_named(records, *each) for each in islice(fitting, MOST))

    return FirstSteps(
        late=first(every, lambda step: step.standing.lateness is Lateness.OVERDUE),
        passed=first(every, lambda step: step.standing.lateness is Lateness.DATE_PASSED),
        doubtful=first(every, lambda step: step.standing.lateness in DOUBTFUL),
        soon=first(every, lambda step: step.is_soon),
        now=first(placed, lambda step: step.stage is Stage.NOW and not is_above(step)),
        next=first(placed, lambda step: step.stage is Stage.NEXT),
        later=first(placed, lambda step: step.stage is Stage.LATER),
    )


def first_of_all(plans: Iterable[tuple[str, str, bool, FirstSteps]]) -> FirstSteps:
    """Those of several plans, each with its member's name, its title, and what it gave.

    Of what is past its date, that of plans of which it is said that they have ended comes last.
    """
    every = tuple(plans)

    def first(name: str) -> tuple[TallyStep, ...]:
        is_past = name in ("late", "passed", "doubtful")
        given = (
            (is_past and over, step, member, plan)
            for member, plan, over, steps in every
            for step in getattr(steps, name)
        )
        found = nsmallest(MOST, given, key=lambda each: (each[0], *_place(each[1])))
        return tuple(replace(step, member=member, plan=plan) for _, step, member, plan in found)

    return FirstSteps(**{each.name: first(each.name) for each in fields(FirstSteps)})


def coming_next(steps: FirstSteps, today: date) -> TallyStep | None:
    """What is due next of all that is not finished; None where nothing has such a date."""
    every = (*steps.soon, *steps.now, *steps.next, *steps.later)
    dated = (each for each in every if each.due and _last_day(each.due) >= today)
    return min(dated, key=_place, default=None)


def next_dates(
    placed: Iterable[tuple[Step, StepItem]], today: date
) -> tuple[tuple[str, int], ...]:
    """How many steps are due next, by their dates as recorded: these all end on one day."""
    coming = Counter(
        step.due.text for step, _ in placed if step.due and step.due.last >= today
    )
    return earliest(coming)


def earliest(dates: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    """Of dates as recorded, each with a number, those that end first."""
    first = min(map(_last_day, dates), default=None)
    return tuple(sorted(each for each in dates.items() if _last_day(each[0]) == first))


def _last_day(due: str) -> date:
    """The last day that a date as recorded can mean; of none, the last day of all."""
    return parse_date(due).last if due else date.max


def _place(step: TallyStep) -> tuple[date, str]:
    return _last_day(step.due), step.address


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
