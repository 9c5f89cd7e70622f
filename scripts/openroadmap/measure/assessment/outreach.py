"""Outreach (at_least): what was done to reach people comes in, whether it was in time goes out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from openroadmap.i18n import N_
from openroadmap.immutable import immutable
from openroadmap.measure.assessment.case import Case
from openroadmap.measure.assessment.meetings import held, key_of, lacks_others
from openroadmap.measure.assessment.outcomes import NOT_EXACT, Outcome
from openroadmap.measure.assessment.phases import plan_key
from openroadmap.measure.assessment.verdicts import Deadline, Proof, State
from openroadmap.model.dates import PartialDate
from openroadmap.model.parts import Evidence
from openroadmap.model.process import Outreach
from openroadmap.model.site import RecordKey
from openroadmap.standards.sentences import Sentence, When

_DONE = N_("“{title}” reached out to people {when}, while they could still take part.")
_DONE_OPEN = N_("“{title}” reached out to people {when}.")
_UNTIL = N_("No outreach is recorded yet; people can take part until {last}.")
_NOT_YET = Sentence(N_("No outreach is recorded yet."))
_NEVER = Sentence(N_("No outreach is recorded from the time when people could take part."))
_UNCLEAR = N_("“{title}” was {when}; whether people could still take part then cannot be told.")
_NOT_HERE = Sentence(N_("No outreach is recorded here."))
_NO_DATES = Sentence(N_("No outreach is recorded, and no dates of co-creation either."))
_LACKS_EVIDENCE = N_("“{title}” does not count, because no evidence of it is recorded.")
_LACKS_AUDIENCE = N_(
    "“{title}” does not count, because no audience outside government is recorded."
)
_LACKS_DATE = N_("“{title}” does not count, because its date is not recorded.")
_REACH_OUT = Sentence(N_("Tell people how they can take part, and record it with evidence."))
_PUBLIC_BODIES = frozenset({
    "government", "the government", "public officials", "civil servants", "public servants",
    "gouvernement", "le gouvernement", "agents publics", "fonctionnaires",
    "gobierno", "el gobierno", "servidores públicos", "funcionarios",
})  # fmt: skip


@immutable
class _Step:
    key: RecordKey
    title: str
    day: PartialDate
    evidence: tuple[Evidence, ...]


def outreach(case: Case) -> Outcome:
    """3.2: people learnt in time how they could take part."""
    limit = case.times.inputs_closed or case.times.made_by
    steps = sorted(_steps(case), key=lambda each: (each.day.last, each.key))
    for step in steps:
        if limit is None or step.day.last <= limit:
            return _done(case, step, limit)
    remarks = _lacking(case)
    if steps and limit and any(each.day.first <= limit for each in steps):
        step = next(each for each in steps if each.day.first <= limit)
        because = Sentence(_UNCLEAR, {"title": step.title, "when": When(step.day)})
        return Outcome(State.NO_DATA, because, (step.key,), remarks=(NOT_EXACT,), at=("date",))
    return _none(case, limit, remarks)


def _done(case: Case, step: _Step, limit: date | None) -> Outcome:
    text = _DONE if limit else _DONE_OPEN
    because = Sentence(text, {"title": step.title, "when": When(step.day)})
    proof = case.proof_of(step.key, limit, step.evidence, step.day)
    return Outcome(State.MET, because, (step.key,), proof)


def _none(case: Case, limit: date | None, remarks: tuple[Sentence, ...]) -> Outcome:
    keys = (plan_key(case.records),)
    closed = limit is not None and case.today > limit
    if closed or case.is_delivered:
        return Outcome(
            State.NOT_MET, _NEVER, keys, repairable=False, remarks=remarks, absent=_NOT_HERE
        )
    if limit is None and case.start is None:
        return Outcome(State.NO_DATA, _NO_DATES, keys, todo=_REACH_OUT, remarks=remarks)
    because = Sentence(_UNTIL, {"last": limit}) if limit else _NOT_YET
    begun = case.start is not None and case.today >= case.start
    return Outcome(
        State.AT_RISK if begun else State.ON_TRACK, because, keys, Proof.NONE,
        Deadline(limit, _REACH_OUT) if limit else None, _REACH_OUT, remarks=remarks,
        absent=_NOT_HERE,
    )  # fmt: skip


def _steps(case: Case) -> Iterator[_Step]:
    """Outreach that counts: dated, with evidence, for others than the government."""
    for each in case.records.outreach:
        if each.date and each.date.first <= case.today and each.evidence and _for_others(each):
            yield _Step(("outreach", each.id), each.title, each.date, each.evidence)
    reason = lacks_others(case)
    for meeting in held(case, "outreach"):
        if reason(meeting) is None:
            title = meeting.title or meeting.id
            yield _Step(key_of(meeting), title, meeting.date, meeting.evidence)


def _for_others(step: Outreach) -> bool:
    return any(each.strip().lower() not in _PUBLIC_BODIES for each in step.audiences)


def _lacking(case: Case) -> tuple[Sentence, ...]:
    """Why the last recorded outreach does not count."""
    for each in case.records.outreach[-1:]:
        if not each.date:
            return (Sentence(_LACKS_DATE, {"title": each.title}),)
        if not each.evidence:
            return (Sentence(_LACKS_EVIDENCE, {"title": each.title}),)
        if not _for_others(each):
            return (Sentence(_LACKS_AUDIENCE, {"title": each.title}),)
    return ()
