"""Deadlines of reports (deadline): submission, completion and reports come in, states go out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from openroadmap.i18n import N_
from openroadmap.immutable import immutable
from openroadmap.measure.assessment.case import Case, perhaps_by
from openroadmap.measure.assessment.outcomes import NOT_EXACT, Outcome
from openroadmap.measure.assessment.phases import plan_key
from openroadmap.measure.assessment.verdicts import Deadline, Proof, State
from openroadmap.model.dates import PartialDate
from openroadmap.model.reports import statuses, updates_by_commitment
from openroadmap.model.voices import Assessment, Update
from openroadmap.rules.days import add_months
from openroadmap.standards.sentences import NN_, Sentence, When, counted

_NOT_SUBMITTED = Sentence(N_("The plan has not been submitted yet."))
_NO_SUBMISSION = Sentence(N_("It is not recorded when the plan was submitted."))
_IN_TIME = N_("The inception assessment was published {when}; it was due by {due}.")
_LATE = N_("The inception assessment was published {when}, after {due}, when it was due.")
_UNCLEAR = N_("Whether the inception assessment was published by {due} cannot be told.")
_DUE = N_("The inception assessment is due by {due}.")
_MISSED = N_("No inception assessment is recorded; it was due by {due}.")
_NOT_HERE = Sentence(N_("No inception assessment with its date is recorded here."))
_RECORD = Sentence(N_("Record the inception assessment, or remind the monitoring body."))
_RECORD_SUBMISSION = Sentence(N_("Record in plan.yml when the plan was submitted."))

_NONE_COMPLETE = Sentence(N_("No commitment has been reported complete yet."))
_NONE_COMPLETE_HERE = Sentence(N_("No commitment is recorded here as reported complete."))
_ALL_IN_TIME = NN_(
    "{n} commitment is complete, and its report came in time.",
    "{n} commitments are complete, and each has its report in time.",
)
_EOC_MISSED = N_("No report on the complete commitment “{id}” is recorded; it was due by {due}.")
_EOC_LATE = N_("The report on the complete commitment “{id}” came {when}; it was due by {due}.")
_EOC_DUE = N_("The report on the complete commitment “{id}” is due by {due}.")
_EOC_UNCLEAR = N_("Whether the report on “{id}” was published by {due} cannot be told.")
_EOC_NOT_HERE = Sentence(N_("Not every end-of-commitment report may be recorded here."))
_EOC_RECORD = Sentence(N_("Record the end-of-commitment report, or remind the monitoring body."))


def inception_assessment(case: Case) -> Outcome:
    """LD1: the inception assessment comes soon enough after submission."""
    submitted = case.times.delivered
    key = (plan_key(case.records),)
    if submitted is None:
        return Outcome(
            State.NO_DATA, _NO_SUBMISSION, key, todo=_RECORD_SUBMISSION, at=("submitted_on",)
        )
    if submitted > case.today:
        return Outcome(State.NOT_STARTED, _NOT_SUBMITTED, key, at=("submitted_on",))
    due = add_months(submitted, case.requirement.number("months"))
    reports = _published(case, "inception")
    if reports:
        return _judged(case, reports[0], due)
    if case.today > due:
        because = Sentence(_MISSED, {"due": due})
        return Outcome(State.NOT_MET, because, key, todo=_RECORD, repairable=False,
                       absent=_NOT_HERE)  # fmt: skip
    soon = case.today >= submitted + timedelta(days=case.requirement.number("warn_from_days"))
    return Outcome(
        State.AT_RISK if soon else State.ON_TRACK, Sentence(_DUE, {"due": due}), key, Proof.NONE,
        Deadline(due, _RECORD), _RECORD if soon else None, absent=_NOT_HERE,
    )  # fmt: skip


def _published(case: Case, kind: str) -> list[Assessment]:
    """The reports of a kind that could be read by today, the earliest first."""
    found = [
        each
        for each in case.records.assessments
        if each.kind == kind and perhaps_by(each.published_on, case.today)
    ]
    return sorted(found, key=lambda each: (_last(each.published_on), each.id))


def _last(day: PartialDate | None) -> date:
    return day.last if day else date.max


def _judged(case: Case, report: Assessment, due: date) -> Outcome:
    key = ("assessment", report.id)
    day = report.published_on
    if day is None or day.first <= due < day.last:
        because = Sentence(_UNCLEAR, {"due": due})
        return Outcome(
            State.NO_DATA, because, (key,), remarks=(NOT_EXACT,), at=("published_on",)
        )
    in_time = day.last <= due
    because = Sentence(_IN_TIME if in_time else _LATE, {"when": When(day), "due": due})
    return Outcome(
        State.MET if in_time else State.NOT_MET, because, (key,),
        case.proof_of(key, due, event=day), repairable=in_time, at=("published_on",),
    )  # fmt: skip


@immutable
class _Completed:
    """A complete commitment: since when, by when its report is due, and the report."""

    id: str
    update: Update
    since: date
    due: date
    report: Assessment | None


def end_of_commitment(case: Case) -> Outcome:
    """LD2: every complete commitment is reported on soon enough."""
    done = list(_completed(case))
    if not done:
        keys = (plan_key(case.records),)
        return Outcome(State.NOT_STARTED, _NONE_COMPLETE, keys, absent=_NONE_COMPLETE_HERE)
    outcomes = [_one(case, each) for each in done]
    for state in (State.NOT_MET, State.AT_RISK, State.NO_DATA, State.ON_TRACK):
        for outcome in outcomes:
            if outcome.state is state:
                return outcome
    keys = tuple(key for outcome in outcomes for key in outcome.records)
    because = counted(_ALL_IN_TIME, len(done))
    return Outcome(State.MET, because, keys, Proof.CLAIMED)


def _completed(case: Case) -> Iterator[_Completed]:
    reports = _published(case, "end_of_commitment")
    for id, updates in updates_by_commitment(case.records, case.today).items():
        told = list(statuses(updates))
        if not told or told[-1].completion != "complete":
            continue
        first = next(each for each in told if each.completion == "complete")
        report = next((each for each in reports if id in each.results), None)
        due = add_months(first.date.last, case.requirement.number("months"))
        yield _Completed(id, first, first.date.last, due, report)


def _one(case: Case, done: _Completed) -> Outcome:
    key = ("update", done.update.id)
    args = {"id": done.id, "due": done.due}
    if done.report is not None:
        return _eoc_judged(done, done.report)
    if case.today > done.due:
        return Outcome(
            State.NOT_MET, Sentence(_EOC_MISSED, args), (key,), todo=_EOC_RECORD,
            repairable=False, at=("completion",), absent=_EOC_NOT_HERE,
        )  # fmt: skip
    soon = case.today >= done.since + timedelta(days=case.requirement.number("warn_from_days"))
    return Outcome(
        State.AT_RISK if soon else State.ON_TRACK, Sentence(_EOC_DUE, args), (key,), Proof.NONE,
        Deadline(done.due, _EOC_RECORD), _EOC_RECORD if soon else None, absent=_EOC_NOT_HERE,
    )  # fmt: skip


def _eoc_judged(done: _Completed, report: Assessment) -> Outcome:
    key, day = ("assessment", report.id), report.published_on
    args = {"id": done.id, "due": done.due}
    if day is not None and day.last <= done.due:
        because = counted(_ALL_IN_TIME, 1)
        return Outcome(State.MET, because, (key,), Proof.CLAIMED)
    if day is None or day.first <= done.due:
        return Outcome(
            State.NO_DATA, Sentence(_EOC_UNCLEAR, args), (key,), remarks=(NOT_EXACT,)
        )
    because = Sentence(_EOC_LATE, {**args, "when": When(day)})
    return Outcome(
        State.NOT_MET, because, (key,), Proof.CLAIMED, repairable=False, at=("published_on",)
    )
