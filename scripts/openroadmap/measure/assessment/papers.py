"""Papers before meetings (lead_time): meetings come in, whether papers came first goes out."""

from __future__ import annotations

from datetime import timedelta

from openroadmap.i18n import N_
from openroadmap.measure.assessment.case import Case, weakest
from openroadmap.measure.assessment.meetings import held, key_of
from openroadmap.measure.assessment.outcomes import NOT_EXACT, Outcome
from openroadmap.measure.assessment.phases import no_start, not_begun, plan_key
from openroadmap.measure.assessment.verdicts import Proof, State
from openroadmap.model.process import Meeting
from openroadmap.standards.sentences import NN_, Sentence, When, counted

_ALL = NN_(
    "{n} meeting was held during co-creation, with papers published before it.",
    "{n} meetings were held during co-creation, each with papers published before it.",
)
_LATE = N_("The papers for the meeting held {when} were published {published}, not before it.")
_NONE = N_("When papers for the meeting held {when} were published is not recorded.")
_UNCLEAR = N_("Whether the papers for the meeting held {when} came before it cannot be told.")
_NO_MEETING = Sentence(N_("No meeting during co-creation is recorded."))
_RECORD = Sentence(N_("Record for each meeting when its papers were published."))


def papers_before(case: Case) -> Outcome:
    """L2.2: information came before every meeting of co-creation."""
    if early := not_begun(case):
        return early
    start = case.start
    if start is None:
        return no_start(case)
    meetings = [
        each
        for each in held(case)
        if each.kind != "implementation"
        and each.date.last >= start
        and (case.end is None or each.date.first <= case.end)
    ]
    if not meetings:
        return Outcome(State.NO_DATA, _NO_MEETING, (plan_key(case.records),))
    faulty = next((each for each in meetings if _is_late(case, each)), None)
    if faulty is not None:
        return _late(faulty)
    silent = next((each for each in meetings if each.papers_published_on is None), None)
    if silent is not None:
        because = Sentence(_NONE, {"when": When(silent.date)})
        return Outcome(
            State.NO_DATA, because, (key_of(silent),), todo=_RECORD, at=("date",)
        )
    return _all(case, meetings)


def _is_late(case: Case, meeting: Meeting) -> bool:
    """Surely not so many days before the meeting."""
    days = timedelta(days=case.requirement.number("days"))
    published = meeting.papers_published_on
    return published is not None and published.first > meeting.date.last - days


def _late(meeting: Meeting) -> Outcome:
    published = meeting.papers_published_on
    args = {"when": When(meeting.date)}
    if published is not None:
        args["published"] = When(published)
    return Outcome(
        State.NOT_MET, Sentence(_LATE, args), (key_of(meeting),), Proof.CLAIMED, repairable=False,
        at=("papers_published_on",),
    )  # fmt: skip


def _all(case: Case, meetings: list[Meeting]) -> Outcome:
    days = timedelta(days=case.requirement.number("days"))
    for each in meetings:
        published = each.papers_published_on
        if published is not None and published.last > each.date.first - days:
            because = Sentence(_UNCLEAR, {"when": When(each.date)})
            return Outcome(State.NO_DATA, because, (key_of(each),), remarks=(NOT_EXACT,))
    proof = weakest(case.proof_of(key_of(each), None) for each in meetings)
    keys = tuple(key_of(each) for each in meetings)
    because = counted(_ALL, len(meetings))
    return Outcome(State.MET, because, keys, proof)
