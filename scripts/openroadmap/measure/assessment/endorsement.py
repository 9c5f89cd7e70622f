"""Endorsement before submission (at_least): who stands behind the plan comes in, a state goes
out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from openroadmap.i18n import N_
from openroadmap.measure.assessment.attestations import OUTSIDE, vouched
from openroadmap.measure.assessment.case import Case, perhaps_by
from openroadmap.measure.assessment.outcomes import NOT_EXACT, Outcome
from openroadmap.measure.assessment.phases import not_begun, plan_key
from openroadmap.measure.assessment.verdicts import Deadline, Proof, State
from openroadmap.model.member import Endorsement
from openroadmap.model.site import PlanRecords
from openroadmap.standards.sentences import Sentence, When

_ENDORSED = N_("{organisation} endorsed the plan {when}, before it was submitted.")
_ENDORSED_SO_FAR = N_("{organisation} endorsed the plan {when}.")
_VOUCHED = Sentence(
    N_("Somebody from outside government vouches that the plan was endorsed before submission.")
)
_NONE = Sentence(
    N_(
        "The plan was submitted, and no endorsement from outside government that counts is "
        "recorded."
    )
)
_NONE_BY = N_("No endorsement from outside government is recorded yet; the plan is due on {last}.")
_NONE_YET = Sentence(N_("No endorsement from outside government is recorded yet."))
_NOT_HERE = Sentence(N_("No endorsement of the plan is recorded here."))
_UNCLEAR = N_("{organisation} endorsed the plan; whether before its submission cannot be told.")
_NO_EVIDENCE = N_("The endorsement by {organisation} does not count, because it has no evidence.")
_FROM_INSIDE = N_(
    "The endorsement by {organisation} does not count, because it is not recorded as a member "
    "of the forum from outside government."
)
_ENDORSE = Sentence(
    N_("Ask members of the forum from outside government to endorse the plan, with evidence.")
)
_RECORD_DAY = Sentence(N_("Record the exact day of the endorsement."))


def endorsement(case: Case) -> Outcome:
    """L1.4: stakeholders of the forum outside government endorsed the plan in time."""
    limit = case.times.delivered or case.times.made_by
    by = min(limit, case.today) if limit else case.today
    fit = list(_fitting(case.records))
    for place, each in fit:
        day = each.endorsed_on
        if day is not None and day.last <= by:
            args = {"organisation": each.organisation, "when": When(day)}
            return Outcome(
                State.MET, Sentence(_ENDORSED if case.is_delivered else _ENDORSED_SO_FAR, args),
                (plan_key(case.records),), case.proof_of(plan_key(case.records), None,
                each.evidence), at=("endorsements", place),
            )  # fmt: skip
    return _vouched(case) or _maybe(case, fit, by) or _none(case, limit)


def _fitting(records: PlanRecords) -> Iterator[tuple[int, Endorsement]]:
    """Endorsements from outside government, by the forum's members where these are recorded."""
    for place, each in enumerate(records.plan.endorsements if records.plan else ()):
        if _is_outside(each, records) and each.evidence:
            yield place, each


def _is_outside(each: Endorsement, records: PlanRecords) -> bool:
    forum = records.forum
    seats = {_name(seat.organisation): seat.sector for seat in
             (*forum.chairs, *forum.members)} if forum else {}  # fmt: skip
    sector = each.sector or seats.get(_name(each.organisation))
    return sector in OUTSIDE and (not seats or _name(each.organisation) in seats)


def _name(organisation: str) -> str:
    return " ".join(organisation.lower().split())


def _vouched(case: Case) -> Outcome | None:
    said = vouched(case, looks_back=True)
    claims = frozenset(case.requirement.words("claims"))
    if claims and claims <= said.outside:
        return Outcome(State.MET, _VOUCHED, said.records, Proof.ATTESTED)
    return None


def _maybe(case: Case, fit: list[tuple[int, Endorsement]], by: date) -> Outcome | None:
    """An endorsement of which the day is unknown or not exact enough."""
    for place, each in fit:
        if each.endorsed_on is None or each.endorsed_on.first <= by:
            because = Sentence(_UNCLEAR, {"organisation": each.organisation})
            return Outcome(
                State.NO_DATA, because, (plan_key(case.records),), Proof.CLAIMED,
                todo=_RECORD_DAY, remarks=(NOT_EXACT,), at=("endorsements", place),
            )  # fmt: skip
    return None


def _none(case: Case, limit: date | None) -> Outcome:
    keys, remarks = (plan_key(case.records),), tuple(_lacking(case))
    if case.is_delivered:
        return Outcome(
            State.NOT_MET, _NONE, keys, repairable=False, remarks=remarks, absent=_NOT_HERE
        )
    if early := not_begun(case):
        return early
    if limit is None:
        known = case.start is not None
        state = State.ON_TRACK if known else State.NO_DATA
        return Outcome(state, _NONE_YET, keys, todo=_ENDORSE, remarks=remarks, absent=_NOT_HERE)
    near = (limit - case.today).days <= case.requirement.number("warn_days")
    because = Sentence(_NONE_BY, {"last": limit})
    return Outcome(
        State.AT_RISK if near else State.ON_TRACK, because, keys, Proof.NONE,
        Deadline(limit, _ENDORSE), _ENDORSE, remarks=remarks, absent=_NOT_HERE,
    )  # fmt: skip


def _lacking(case: Case) -> Iterator[Sentence]:
    """Why the first endorsement that was given by then does not count."""
    plan = case.records.plan
    given = [
        each
        for each in (plan.endorsements if plan else ())
        if perhaps_by(each.endorsed_on, case.today)
    ]
    for each in given[:1]:
        args = {"organisation": each.organisation}
        if not _is_outside(each, case.records):
            yield Sentence(_FROM_INSIDE, args)
        elif not each.evidence:
            yield Sentence(_NO_EVIDENCE, args)
