"""Signs of acting contrary to process (national): plans, progress and verdicts come in, warnings
go out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from openroadmap.i18n import N_
from openroadmap.measure.assessment.case import Case, weakest
from openroadmap.measure.assessment.outcomes import NOT_EXACT, Outcome
from openroadmap.measure.assessment.phases import not_begun, plan_key, recorded
from openroadmap.measure.assessment.verdicts import Deadline, Proof, State, Verdict
from openroadmap.model.dates import PartialDate
from openroadmap.model.member import Plan
from openroadmap.model.site import PlanRecords, RecordKey
from openroadmap.rules.days import add_months
from openroadmap.standards.pack import Group
from openroadmap.standards.sentences import NN_, Sentence, When, counted

_IN_TIME = N_("The plan was submitted {when}, within {months} months after the one before.")
_TOO_LATE = N_("The plan was submitted {when}; it was due by {due}, after the one before.")
_UNCLEAR = N_("Whether the plan was submitted by {due} cannot be told.")
_DUE = N_("The plan must be submitted by {due}, {months} months after the one before ended.")
_MISSED = N_(
    "The plan is not recorded as submitted by {due}, {months} months after the one before ended."
)
_NEXT_DUE = N_("This plan has ended; the next must be submitted by {due}.")
_NEXT_MISSED = N_("This plan has ended, and no next plan is recorded as submitted by {due}.")
_FIRST = Sentence(N_("No plan before this one is recorded."))
_NO_NEXT_HERE = Sentence(N_("No later plan is recorded here."))
_NO_SUBMISSION_HERE = Sentence(N_("When the plan was submitted is not recorded here."))
_SUBMIT = Sentence(N_("Submit the plan to OGP, and record the day."))
_PREPARE = Sentence(N_("Make the next plan and submit it to OGP."))

_ALL_MET = Sentence(N_("Each minimum requirement is met so far."))
_SOME_NOT_MET = N_("Minimum requirements not met: {ids}.")
_SOME_AT_RISK = N_("Minimum requirements at risk: {ids}.")
_OPEN = Sentence(N_("No minimum requirement is known to be missed or at risk."))
_NOTHING_KNOWN = Sentence(N_("There is no record to decide any minimum requirement by."))
_LOOK = Sentence(N_("See these requirements for what can be done."))

_PROGRESS = NN_(
    "Progress is reported on {n} commitment.",
    "Progress is reported on {n} commitments.",
)
_NO_PROGRESS = N_("Progress is reported on no commitment, and the plan ends {last}.")
_NO_PROGRESS_AT_END = N_("The plan ended {last}, and progress is reported on no commitment.")
_NO_PROGRESS_HERE = Sentence(N_("No progress on a commitment is recorded here."))
_NOTHING = Sentence(N_("No commitment is recorded."))
_NO_DATES = Sentence(N_("No progress is recorded, and no dates of the plan either."))
_REPORT = Sentence(N_("Report progress in an update, with evidence."))
_MOVING = frozenset({"limited", "substantial", "complete"})


def next_plan(case: Case) -> Outcome:
    """CP1: this plan came in time after the last, and the next comes in time after this."""
    own, after = _own(case), _after(case)
    if after is None:
        return own
    grave = (State.NOT_MET, State.AT_RISK)
    return own if own.state in grave[:1] or after.state not in grave else after


def _own(case: Case) -> Outcome:
    before = _before(case.records)
    keys = (plan_key(case.records),)
    if before is None:
        return Outcome(State.NO_DATA, _FIRST, keys)
    months = case.requirement.number("months")
    due = add_months(before.last, months)
    args = {"due": due, "months": months}
    day = recorded(case, "delivered")
    if day is not None and day.first <= case.today:
        return _delivered(case, day, due, before)
    if case.today > due:
        return Outcome(State.NOT_MET, Sentence(_MISSED, args), keys, repairable=False,
                       absent=_NO_SUBMISSION_HERE)  # fmt: skip
    return _waiting(case, due, Sentence(_DUE, args), _SUBMIT)


def _delivered(case: Case, day: PartialDate, due: date, before: PartialDate) -> Outcome:
    args = {"when": When(day), "due": due, "months": case.requirement.number("months")}
    keys, at = (plan_key(case.records),), ("submitted_on",)
    earliest = add_months(before.first, case.requirement.number("months"))
    if day.last <= earliest:
        return Outcome(State.MET, Sentence(_IN_TIME, args), keys, Proof.CLAIMED, at=at)
    if day.first > due:
        return Outcome(
            State.NOT_MET, Sentence(_TOO_LATE, args), keys, Proof.CLAIMED, repairable=False, at=at
        )
    return Outcome(
        State.NO_DATA, Sentence(_UNCLEAR, args), keys, Proof.CLAIMED, remarks=(NOT_EXACT,), at=at
    )


def _before(records: PlanRecords) -> PartialDate | None:
    """When the plan before ended: as this plan says, else as its own record does."""
    plan = records.plan
    if plan is None:
        return None
    earlier = records.context.plans.get(plan.previous_plan or "")
    return plan.previous_plan_ended_on or (earlier.ends_on if earlier else None)


def _after(case: Case) -> Outcome | None:
    """What is to be said of the plan after this one, once this one has ended."""
    ends = case.times.ends
    if ends is None or case.today <= ends or any(_later(case.records)):
        return None
    months = case.requirement.number("months")
    due = add_months(ends, months)
    if case.today > due:
        because = Sentence(_NEXT_MISSED, {"due": due})
        return Outcome(
            State.NOT_MET, because, (plan_key(case.records),), todo=_PREPARE, repairable=False,
            at=("ends_on",), absent=_NO_NEXT_HERE,
        )  # fmt: skip
    return _waiting(case, due, Sentence(_NEXT_DUE, {"due": due}), _PREPARE)


def _later(records: PlanRecords) -> Iterator[Plan]:
    """Plans of the member that follow this one and were submitted or run."""
    this = records.plan
    for id, plan in records.context.plans.items():
        if this is None or id == records.id or not (plan.submitted_on or plan.starts_on):
            continue
        begins, ended = plan.starts_on or plan.submitted_on, this.ends_on
        after = begins is not None and ended is not None and this.starts_on is not None
        if plan.previous_plan == records.id or (
            after and begins and this.starts_on and begins.first > this.starts_on.first
        ):
            yield plan


def _waiting(case: Case, due: date, because: Sentence, todo: Sentence) -> Outcome:
    warn = add_months(due, -case.requirement.number("warn_months"))
    soon = case.today >= warn
    return Outcome(
        State.AT_RISK if soon else State.ON_TRACK, because, (plan_key(case.records),), Proof.NONE,
        Deadline(due, todo), todo if soon else None, absent=_NO_NEXT_HERE,
    )  # fmt: skip


def all_required(case: Case, verdicts: tuple[Verdict, ...]) -> Outcome:
    """CP2: none of the minimum requirements is missed."""
    required = [each for each in verdicts if each.group is Group.REQUIRED]
    found = Counter(each.state for each in required)
    for state, text in ((State.NOT_MET, _SOME_NOT_MET), (State.AT_RISK, _SOME_AT_RISK)):
        named = list(dict.fromkeys(each.requirement for each in required if each.state is state))
        if named:
            keys = tuple(dict.fromkeys(
                key for each in required if each.state is state for key in each.records
            ))  # fmt: skip
            because = Sentence(text, {"ids": ", ".join(named)})
            mendable = all(each.repairable for each in required if each.state is state)
            return Outcome(
                state, because, keys, _proof(required, state),
                todo=_LOOK if mendable else None, repairable=mendable,
            )  # fmt: skip
    keys = (plan_key(case.records),)
    if required and found[State.MET] == len(required):
        return Outcome(State.MET, _ALL_MET, keys, _proof(required, State.MET))
    if found[State.NO_DATA] == len(required):
        return Outcome(State.NO_DATA, _NOTHING_KNOWN, keys)
    if found[State.NOT_STARTED] == len(required):
        return Outcome(State.NOT_STARTED, _OPEN, keys)
    if found[State.NO_DATA]:
        return Outcome(State.NO_DATA, _OPEN, keys)
    return Outcome(State.ON_TRACK, _OPEN, keys)


def _proof(verdicts: list[Verdict], state: State) -> Proof:
    return weakest(each.proof for each in verdicts if each.state is state)


def some_progress(case: Case) -> Outcome:
    """CP3: something has moved on at least one commitment."""
    if early := not_begun(case):
        return early
    moving = tuple(dict.fromkeys(_moving(case)))
    if moving:
        n = len({id for id, _ in moving})
        because = counted(_PROGRESS, n)
        keys = tuple(dict.fromkeys(key for _, key in moving))
        return Outcome(State.MET, because, keys, Proof.CLAIMED)
    keys = (plan_key(case.records),)
    if not case.records.commitments:
        return Outcome(State.NO_DATA, _NOTHING, keys)
    starts, ends, last = case.times.starts, case.times.ends, recorded(case, "ends")
    if starts is None or ends is None or last is None:
        return Outcome(State.NO_DATA, _NO_DATES, keys)
    if case.today > ends:
        because = Sentence(_NO_PROGRESS_AT_END, {"last": When(last)})
        return Outcome(
            State.NOT_MET, because, keys, repairable=False, at=("ends_on",),
            absent=_NO_PROGRESS_HERE,
        )  # fmt: skip
    elapsed = (case.today - starts).days * 100
    late = elapsed >= case.requirement.number("half") * (ends - starts).days
    because = Sentence(_NO_PROGRESS, {"last": When(last)})
    return Outcome(
        State.AT_RISK if late else State.ON_TRACK, because, keys, Proof.NONE,
        Deadline(ends, _REPORT), _REPORT if late else None, absent=_NO_PROGRESS_HERE,
    )  # fmt: skip


def _moving(case: Case) -> Iterator[tuple[str, RecordKey]]:
    """Commitments on which the lead or a report says that something moved."""
    for update in case.records.updates:
        if update.commitment and update.completion in _MOVING and update.date.first <= case.today:
            yield update.commitment, ("update", update.id)
    for report in case.records.assessments:
        day = report.published_on
        for id, result in report.results.items():
            if result.completion in _MOVING and (day is None or day.first <= case.today):
                yield id, ("assessment", report.id)
