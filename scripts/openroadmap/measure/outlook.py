"""What the calendar says of a plan: what is now, next and later, due soon, without news for long.

In come a plan's records, its progress and a day; out come its steps with their
place in time, and how much of the plan's own time has passed. A step is a
milestone, or a commitment of which no milestone is recorded; a commitment that
none of its milestones places is placed by itself. Of a date that is not exact
the last day it can mean counts: nothing is called due soon or late before it
surely is.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum

from openroadmap.immutable import immutable
from openroadmap.measure.progress import PlanProgress, Standing, State
from openroadmap.model.commitment import Commitment, Milestone
from openroadmap.model.dates import PartialDate, Precision
from openroadmap.model.reports import updates_by_commitment
from openroadmap.model.site import PlanRecords

SOON = 90
"""Days ahead within which something is due soon."""
AHEAD = 12
"""Months ahead that count as next; what is later than that is later."""
SILENCE = 6
"""Months without a report on what is not finished, after which that is said."""

FINISHED = frozenset({State.COMPLETE, State.WITHDRAWN})
"""Of these nobody expects any more."""
UNDER_WAY = frozenset({State.LIMITED, State.SUBSTANTIAL})
"""By the report on it, work has begun and is not finished."""


class Stage(StrEnum):
    """The place of a step in time.

    DONE: reported complete. WITHDRAWN: no longer promised. NOW: reported as under
    way (limited or substantial) or, after its date, as not started; or its date has
    not passed, and it has begun by its own date or is due within 90 days. PAST: its
    date has passed, and no report says where it stands, or its plan has ended. NEXT:
    it may begin, or else be due, within a year. LATER: all that surely comes after that.
    UNDATED: no date is recorded.
    """

    NOW = "now"
    NEXT = "next"
    LATER = "later"
    PAST = "past"
    DONE = "done"
    WITHDRAWN = "withdrawn"
    UNDATED = "undated"


class Silence(StrEnum):
    """How long nothing was reported on an unfinished commitment of a plan that is under way.

    NEVER: no report at all is recorded, six months or more after it began.
    LONG: the last report is older than six months.
    """

    NONE = ""
    LONG = "old_report"
    NEVER = "no_report"


class Phase(StrEnum):
    """Where the day lies in a plan's own time."""

    BEFORE = "before"
    RUNNING = "running"
    OVER = "over"
    UNKNOWN = "unknown"


DATED = (Stage.NOW, Stage.NEXT, Stage.LATER)
"""The places that reports and dates give to what is not over."""


@immutable
class Step:
    """A milestone, or a commitment by itself, with its place in time.

    ``number`` is a milestone's place in its commitment, from 1; of a commitment it is 0.
    """

    commitment: Commitment
    milestone: Milestone | None
    number: int
    due: PartialDate | None
    standing: Standing
    stage: Stage
    is_soon: bool

    @property
    def title(self) -> str:
        return (self.milestone or self.commitment).title


@immutable
class PlanTime:
    """How much of a plan's time has passed, in whole months.

    ``total`` is 0 where the dates are not exact to the month and no number can be given.
    """

    phase: Phase
    passed: int = 0
    total: int = 0


def stage_of(
    state: State, starts: PartialDate | None, due: PartialDate | None, today: date
) -> Stage:
    """The place in time of what begins and is due at these dates."""
    if state is State.COMPLETE:
        return Stage.DONE
    if state is State.WITHDRAWN:
        return Stage.WITHDRAWN
    if state in UNDER_WAY:
        return Stage.NOW
    if due and due.last < today:
        return Stage.NOW if state is State.NOT_STARTED else Stage.PAST
    if (starts and starts.last <= today) or is_soon(state, due, today):
        return Stage.NOW
    known = starts or due
    if known is None:
        return Stage.UNDATED
    horizon = months_later(today, AHEAD)
    return Stage.NEXT if known.first <= horizon else Stage.LATER


def is_soon(state: State, due: PartialDate | None, today: date) -> bool:
    """Whether it is surely due within 90 days, and neither complete nor withdrawn."""
    if due is None or state in FINISHED:
        return False
    return 0 <= (due.last - today).days <= SOON


def steps_of(records: PlanRecords, progress: PlanProgress, today: date) -> tuple[Step, ...]:
    """Every step of a plan, by the last day it can be due; those without a date last.

    After the plan's own end nothing is called current that has no date or is past it.
    """
    steps = _steps(records, progress, today)
    if is_over(records, today):
        steps = (_after_the_plan(each, today) for each in steps)
    return tuple(sorted(steps, key=by_due))


def placed_wholes(
    records: PlanRecords, steps: Iterable[Step], progress: PlanProgress, today: date
) -> tuple[Step, ...]:
    """Those with milestones, none of them now, next or later, that have such a place themselves.

    ``steps`` are the plan's.
    """
    placed = {each.commitment.id for each in steps if each.stage in DATED}
    over = is_over(records, today)
    wholes = (
        _step(each, None, 0, progress.commitments[each.id], today)
        for each in records.commitments
        if each.milestones and each.id not in placed
    )
    found = (_after_the_plan(each, today) if over else each for each in wholes)
    return tuple(each for each in found if each.stage in DATED)


def by_due(step: Step) -> tuple[date, date]:
    """What steps are ordered by: the last day on which they can be due; those without come last."""
    due = step.due
    return (due.last, due.first) if due else (date.max, date.max)


def pressing_wholes(
    commitments: Iterable[Commitment], progress: PlanProgress, today: date
) -> tuple[Step, ...]:
    """Those that have milestones and are themselves past their own dates or due soon.

    They come as they are given.
    """
    wholes = (
        _step(each, None, 0, progress.commitments[each.id], today)
        for each in commitments
        if each.milestones
    )
    return tuple(each for each in wholes if each.standing.lateness or each.is_soon)


def is_over(records: PlanRecords, today: date) -> bool:
    """Whether the plan's own period has surely ended."""
    ends = records.plan.ends_on if records.plan else None
    return ends is not None and ends.last < today


def silences(
    records: PlanRecords, progress: PlanProgress, today: date
) -> dict[str, Silence]:
    """How long nothing was reported, by the id of each commitment.

    After a plan's end nobody is expected to report; what was not finished then is late instead.
    """
    reported = updates_by_commitment(records, today)
    begun = records.plan.starts_on if records.plan else None
    over = is_over(records, today)
    found: dict[str, Silence] = {}
    for each in records.commitments:
        told = reported.get(each.id)
        ended = over or progress.commitments[each.id].state in FINISHED
        last = told[-1].date if told else None
        found[each.id] = (
            Silence.NONE if ended else silence_of(last, each.starts_on or begun, today)
        )
    return found


def silence_of(last: PartialDate | None, begun: PartialDate | None, today: date) -> Silence:
    """How long nothing was reported of something unfinished."""
    limit = months_later(today, -SILENCE)
    if last:
        return Silence.LONG if last.last < limit else Silence.NONE
    return Silence.NEVER if begun and begun.last <= limit else Silence.NONE


def plan_time(starts: PartialDate | None, ends: PartialDate | None, today: date) -> PlanTime:
    """How much of the time from one date to another has passed."""
    if ends and ends.last < today:
        phase = Phase.OVER
    elif starts and starts.first > today:
        phase = Phase.BEFORE
    elif starts and ends:
        phase = Phase.RUNNING
    else:
        return PlanTime(Phase.UNKNOWN)
    if not starts or not ends or Precision.YEAR in (starts.precision, ends.precision):
        return PlanTime(phase)
    total = months_between(starts.first, ends.last + timedelta(days=1))
    return PlanTime(phase, max(0, min(months_between(starts.first, today), total)), total)


def months_between(start: date, end: date) -> int:
    """Whole months from one day to another; negative when it lies before."""
    months = (end.year - start.year) * 12 + end.month - start.month
    return months - (months_later(start, months) > end)


def months_later(day: date, months: int) -> date:
    """The same day of another month, or that month's last day where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _steps(records: PlanRecords, progress: PlanProgress, today: date) -> Iterator[Step]:
    for each in records.commitments:
        if not each.milestones:
            standing = progress.commitments[each.id]
            yield _step(each, None, 0, standing, today)
        for number, milestone in enumerate(each.milestones, start=1):
            standing = progress.milestones[each.id, milestone.id]
            yield _step(each, milestone, number, standing, today)


def _step(
    commitment: Commitment,
    milestone: Milestone | None,
    number: int,
    standing: Standing,
    today: date,
) -> Step:
    starts = (milestone or commitment).starts_on
    due = milestone.due_on if milestone else commitment.ends_on
    stage, soon = stage_of(standing.state, starts, due, today), is_soon(standing.state, due, today)
    return Step(commitment, milestone, number, due, standing, stage, soon)


def _after_the_plan(step: Step, today: date) -> Step:
    if step.stage is not Stage.NOW or (step.due and step.due.last >= today):
        return step
    return replace(step, stage=Stage.PAST if step.due else Stage.UNDATED)
