"""How far each commitment and milestone is, by what was reported and by the calendar.

In come the records of a plan and a date; out comes, for each commitment and
milestone, its last reported completion with the report it stands in, and
whether its date has passed. Only the lead's updates count; nothing is guessed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum

from openroadmap.immutable import immutable
from openroadmap.model.commitment import Commitment, Milestone
from openroadmap.model.dates import PartialDate
from openroadmap.model.process import Amendment
from openroadmap.model.reports import (
    MilestoneStatus,
    milestone_statuses,
    statuses,
    updates_by_commitment,
    withdrawals,
)
from openroadmap.model.site import PlanRecords
from openroadmap.model.voices import Update


class State(StrEnum):
    """Where something stands. The five unknowns are five different members or places.

    NOT_RECORDED: nobody reported. NO_EVIDENCE_AVAILABLE: reported, without
    evidence. NOT_STARTED: reported as not begun. NOT_ASSESSED: only reviewers
    say it. WITHDRAWN: no longer promised. OWN_WORDS: reported, but not on
    OGP's scale.
    """

    NOT_STARTED = "not_started"
    LIMITED = "limited"
    SUBSTANTIAL = "substantial"
    COMPLETE = "complete"
    NO_EVIDENCE_AVAILABLE = "no_evidence_available"
    OWN_WORDS = "own_words"
    WITHDRAWN = "withdrawn"
    NOT_ASSESSED = "not_assessed"
    NOT_RECORDED = "not_recorded"


class Lateness(StrEnum):
    """What the calendar adds. A passed date without any report is not called late.

    Nor is one that is doubtful: DATE_DOUBTED, for a note of the record is about it and no
    report says where the commitment stands; DATE_BEFORE_PLAN, for it lies before the plan begins.
    """

    NONE = ""
    OVERDUE = "overdue"
    DATE_PASSED = "date_passed"
    DATE_DOUBTED = "date_doubted"
    DATE_BEFORE_PLAN = "date_before_plan"


DOUBTFUL = (Lateness.DATE_DOUBTED, Lateness.DATE_BEFORE_PLAN)
"""A date has passed, and nothing follows from that."""


@immutable
class Standing:
    """Where one commitment or milestone stands.

    ``update`` is the report that says so (of what was withdrawn, the last one
    before), ``since`` the date from which reports have said so without a break,
    ``words`` the report's own words where it used no code, ``completed_on`` the
    day a milestone was done. ``silent`` is False where something was reported of a
    commitment, be it without a status.
    """

    state: State
    lateness: Lateness = Lateness.NONE
    since: PartialDate | None = None
    update: Update | None = None
    words: str = ""
    completed_on: PartialDate | None = None
    silent: bool = True


UNREPORTED = {late: Standing(State.NOT_RECORDED, late) for late in Lateness}
"""Where that stands of which nothing was ever reported, as is so of most milestones."""


@immutable
class PlanProgress:
    """The standing of every commitment by id, and of every milestone by commitment and id."""

    commitments: Mapping[str, Standing]
    milestones: Mapping[tuple[str, str], Standing]
    withdrawals: Mapping[str, Amendment]

    def counts(self) -> tuple[tuple[State, int], ...]:
        """How many commitments are in each state, in the order of the scale, without zeros."""
        found = Counter(standing.state for standing in self.commitments.values())
        return tuple((state, found[state]) for state in State if found[state])


def measure_progress(records: PlanRecords, today: date) -> PlanProgress:
    """Progress as known on a day: reports and amendments of later days do not count."""
    reports, withdrawn = updates_by_commitment(records, today), withdrawals(records, today)
    begins = records.plan.starts_on if records.plan else None
    commitments: dict[str, Standing] = {}
    milestones: dict[tuple[str, str], Standing] = {}
    for commitment in records.commitments:
        told = reports.get(commitment.id, ())
        gone = withdrawn.get(commitment.id)
        commitments[commitment.id] = _doubted(
            measure_commitment(commitment, told, gone, today), commitment, begins
        )
        steps = milestone_statuses(told)
        for milestone in commitment.milestones:
            key, reported = (commitment.id, milestone.id), steps.get(milestone.id, ())
            milestones[key] = measure_milestone(milestone, reported, gone, today)
    return PlanProgress(commitments, milestones, withdrawn)


def measure_commitment(
    commitment: Commitment, told: Sequence[Update], gone: Amendment | None, today: date
) -> Standing:
    """A commitment's standing from its updates, oldest first."""
    if not told and not gone:
        return UNREPORTED[_lateness(State.NOT_RECORDED, commitment.ends_on, today)]
    found = Standing(State.NOT_RECORDED, silent=not told)
    for update in statuses(told):
        found = _next(found, update, update.completion, update.status_words)
    return _withdrawn(found, gone) or _with_lateness(found, commitment.ends_on, today)


def measure_milestone(
    milestone: Milestone, told: Sequence[MilestoneStatus], gone: Amendment | None, today: date
) -> Standing:
    """A milestone's standing from what the updates say of it, oldest first."""
    if not told and not gone:
        return UNREPORTED[_lateness(State.NOT_RECORDED, milestone.due_on, today)]
    found = Standing(State.NOT_RECORDED)
    for each in told:
        found = _next(found, each.update, each.completion, None, each.completed_on)
    return _withdrawn(found, gone) or _with_lateness(found, milestone.due_on, today)


def is_done_late(standing: Standing, due: PartialDate | None) -> bool:
    """Whether it was done after its date; where the two dates do not tell, it was not."""
    done = standing.completed_on
    return bool(due and done and done.first > due.last)


def _next(
    before: Standing,
    update: Update,
    completion: str | None,
    words: str | None,
    completed_on: PartialDate | None = None,
) -> Standing:
    state = State(completion) if completion else State.OWN_WORDS
    text = "" if completion else words or ""
    unchanged = before.state == state and before.words == text
    since = before.since if unchanged else update.date
    done = completed_on or _kept(before, state)
    return Standing(state, Lateness.NONE, since, update, text, done, before.silent)


def _kept(before: Standing, state: State) -> PartialDate | None:
    return before.completed_on if before.state == state else None


def _withdrawn(found: Standing, gone: Amendment | None) -> Standing | None:
    """What is withdrawn keeps the last report there was, and is neither late nor complete."""
    if gone is None:
        return None
    return Standing(State.WITHDRAWN, since=gone.date, update=found.update, silent=found.silent)


def _doubted(
    found: Standing, commitment: Commitment, begins: PartialDate | None
) -> Standing:
    """Of a commitment whose recorded end has passed: whether that end can be relied on.

    A note takes nothing back that a report says: nobody is no longer overdue by writing one.
    """
    ends = commitment.ends_on
    if found.lateness is Lateness.NONE or ends is None:
        return found
    is_noted = any("ends_on" in note.about for note in commitment.notes)
    if is_noted and found.lateness is Lateness.DATE_PASSED:
        return replace(found, lateness=Lateness.DATE_DOUBTED)
    if begins and ends.last < begins.first:
        return replace(found, lateness=Lateness.DATE_BEFORE_PLAN)
    return found


def _with_lateness(found: Standing, due: PartialDate | None, today: date) -> Standing:
    late = _lateness(found.state, due, today)
    return replace(found, lateness=late) if late else found


def _lateness(state: State, due: PartialDate | None, today: date) -> Lateness:
    if due is None or due.last >= today or state is State.COMPLETE:
        return Lateness.NONE
    unknown = state in (State.NOT_RECORDED, State.NO_EVIDENCE_AVAILABLE, State.OWN_WORDS)
    return Lateness.DATE_PASSED if unknown else Lateness.OVERDUE
