"""Reasoned response (coverage): contributions and answers come in, how many were answered in
time goes out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from openroadmap.i18n import N_
from openroadmap.immutable import immutable
from openroadmap.measure.assessment.case import Case, kept_by_government, weakest
from openroadmap.measure.assessment.outcomes import NOT_EXACT, Outcome
from openroadmap.measure.assessment.phases import plan_key
from openroadmap.measure.assessment.verdicts import Deadline, Proof, State
from openroadmap.model.dates import PartialDate, Precision, parse_date
from openroadmap.model.process import Contribution, Response
from openroadmap.model.site import RecordKey
from openroadmap.standards.sentences import NN_, Sentence, When, counted

_ALL = NN_(
    "{n} contribution was answered in time, with a reason where one was needed.",
    "All {n} contributions were answered in time, with a reason where one was needed.",
)
_BY_REPORT = N_("One report on all contributions was published {when}, in time.")
_ONE_LATER = N_(
    "The last answer to a single contribution came on {day}, after the plan was submitted."
)
_SOME = N_(
    "Answers to {answered} of {total} contributions are recorded by {limit}, when the plan was "
    "submitted."
)
_SOME_BY_START = N_(
    "Answers to {answered} of {total} contributions are recorded by {limit}, when the plan began."
)
_SO_FAR = N_("{answered} of {total} contributions are answered so far.")
_LATER = NN_(
    "The last answer came {n} day after that.",
    "The last answer came {n} days after that.",
)
_NOTHING = Sentence(N_("No contribution is recorded, so there is nothing to answer."))
_NOTHING_YET = Sentence(N_("No contribution is recorded yet."))
_HERE = N_("Answers to {answered} of {total} recorded contributions are recorded here in time.")
_UNCLEAR = N_("Whether each of {total} contributions was answered in time cannot be told.")
_ANSWER = Sentence(N_("Answer every contribution with a reason, or publish one report on all."))
_RECORD_DAY = Sentence(N_("Record the exact day on which each answer was published."))


@immutable
class _Answers:
    """The answers to each contribution: those that surely and those that perhaps were in time."""

    total: int
    surely: int
    perhaps: int
    first_open: str
    used: tuple[Response, ...]
    latest: date | None


def reasoned_response(case: Case) -> Outcome:
    """4.1: every contribution was answered before the plan was submitted."""
    delivered = case.times.delivered or case.times.starts
    mine = [each for each in case.records.contributions if _belongs(each, case.today, delivered)]
    if not mine:
        because = _NOTHING if case.is_delivered else _NOTHING_YET
        return Outcome(State.NO_DATA, because, (plan_key(case.records),))
    limit = min(delivered, case.today) if delivered else case.today
    answers = _answers(case, mine, limit)
    if answers.surely == answers.total:
        return _met(case, answers, limit)
    if case.is_delivered:
        return _not_in_time(case, answers, delivered or limit)
    return _so_far(case, answers)


def _belongs(contribution: Contribution, today: date, delivered: date | None) -> bool:
    """Received while the plan was made: what came after its submission is for later."""
    first = contribution.received_on.first
    return first <= today and (delivered is None or first <= delivered)


def _answers(case: Case, contributions: list[Contribution], limit: date) -> _Answers:
    to_all = [each for each in case.records.responses if each.covers_all]
    by_id: dict[str, list[Response]] = {}
    for response in case.records.responses:
        for id in response.contributions:
            by_id.setdefault(id, []).append(response)
    surely = perhaps = 0
    first_open, used, days = "", [], []
    for contribution in contributions:
        answered = [*by_id.get(contribution.id, ()), *to_all]
        answers = [each for each in answered if _is_answer(each, contribution)]
        fit = [(each, _day(case, each, limit)) for each in answers]
        days += [day.last for _, day in fit if day is not None and day.first <= case.today]
        sure = next((each for each, day in fit if day is not None and day.last <= limit), None)
        if sure is not None:
            surely += 1
            used.append(sure)
        elif any(day is None or day.first <= limit for _, day in fit):
            perhaps += 1
        first_open = first_open or ("" if sure else contribution.id)
    unique = tuple({each.id: each for each in used}.values())
    return _Answers(
        len(contributions), surely, surely + perhaps, first_open, unique, max(days, default=None)
    )


def _day(case: Case, response: Response, limit: date) -> PartialDate | None:
    """When people could read it: as typed, else as the history shows.

    One that was there by the limit and changed after it may have answered
    before or after: that cannot be told.
    """
    if response.published_on is not None:
        return response.published_on
    shown = case.shown_by(("response", response.id), limit)
    return parse_date(shown.isoformat()) if shown else None


def _is_answer(response: Response, contribution: Contribution) -> bool:
    """One with a reason where it needs one, and not older than what it answers."""
    day = response.published_on
    if day is not None and day.surely_before(contribution.received_on):
        return False
    return bool(response.covers_all or response.reason or response.decision == "accepted")


def _keys(answers: _Answers) -> Iterator[RecordKey]:
    if answers.first_open:
        yield "contribution", answers.first_open
    yield from (("response", each.id) for each in answers.used)


def _met(case: Case, answers: _Answers, limit: date) -> Outcome:
    proof = weakest(
        case.proof_of(("response", each.id), limit, each.evidence) for each in answers.used
    )
    days = [day for each in answers.used if (day := each.published_on)]
    remarks = [NOT_EXACT] if any(day.precision is not Precision.DAY for day in days) else []
    because = counted(_ALL, answers.total)
    keys = list(_keys(answers))
    report = next((each for each in answers.used if each.covers_all), None)
    if report is not None and (day := _day(case, report, limit)):
        because = Sentence(_BY_REPORT, {"when": When(day)})
        keys.sort(key=lambda key: key[1] != report.id)
    due, latest = case.times.delivered, answers.latest
    if due is not None and latest is not None and latest > due:
        remarks.append(Sentence(_ONE_LATER, {"day": latest}))
    return Outcome(State.MET, because, tuple(keys), proof, remarks=tuple(remarks))


def _not_in_time(case: Case, answers: _Answers, limit: date) -> Outcome:
    args = {"answered": answers.surely, "total": answers.total}
    keys = tuple(_keys(answers))
    if answers.perhaps == answers.total and kept_by_government(case.records):
        because = Sentence(_UNCLEAR, {"total": answers.total})
        return Outcome(
            State.NO_DATA, because, keys, todo=_RECORD_DAY, remarks=(NOT_EXACT,)
        )
    late = (answers.latest - limit).days if answers.latest else 0
    remarks = (counted(_LATER, late),) if late > 0 else ()
    text = _SOME if case.times.delivered else _SOME_BY_START
    return Outcome(
        State.NOT_MET, Sentence(text, {**args, "limit": limit}), keys, Proof.CLAIMED,
        todo=_ANSWER if late <= 0 else None, repairable=False, remarks=remarks,
        absent=Sentence(_HERE, args),
    )  # fmt: skip


def _so_far(case: Case, answers: _Answers) -> Outcome:
    args = {"answered": answers.surely, "total": answers.total}
    closed = case.times.inputs_closed
    days = timedelta(days=case.requirement.number("warn_days"))
    slow = closed is not None and case.today > closed + days
    due = case.times.delivered or case.times.closed or case.times.starts
    return Outcome(
        State.AT_RISK if slow else State.ON_TRACK, Sentence(_SO_FAR, args), tuple(_keys(answers)),
        Proof.CLAIMED, Deadline(due, _ANSWER) if due else None, _ANSWER,
        absent=Sentence(_HERE, args),
    )  # fmt: skip
