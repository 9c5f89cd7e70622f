"""Rules of the plan itself: its dates, commitments and bodies come in, reminders go out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from openroadmap.i18n import N_
from openroadmap.measure.assessment.attestations import vouched
from openroadmap.measure.assessment.case import Case, kept_by_government
from openroadmap.measure.assessment.outcomes import Outcome
from openroadmap.measure.assessment.phases import plan_key, recorded
from openroadmap.measure.assessment.verdicts import Deadline, Proof, State
from openroadmap.model.reports import withdrawals
from openroadmap.rules.days import add_months
from openroadmap.standards.sentences import NN_, Sentence, counted

_COUNT = NN_(
    "The plan has {n} commitment; at most {most} are asked for.",
    "The plan has {n} commitments; at most {most} are asked for.",
)
_COUNT_HERE = NN_(
    "{n} commitment is recorded; how many the plan has is not.",
    "{n} commitments are recorded; how many the plan has is not.",
)
_NO_COUNT = Sentence(N_("No commitment is recorded, and no number of commitments either."))
_LONG_ENOUGH = N_("The plan runs from {first} to {last}; at least {months} months are asked for.")
_NO_DATES = Sentence(N_("When the plan begins and ends is not recorded."))
_RECORD_DATES = Sentence(N_("Record the first and last day of the plan in plan.yml."))
_WITHIN = N_("The plan ends {last}, and the term of office {term}.")
_NO_TERM = Sentence(N_("When the term of office ends is not recorded."))
_RECORD_TERM = Sentence(N_("Record term_ends_on in plan.yml."))
_BODY = N_("{body} is named as monitoring body and takes part in no commitment.")
_BODY_VOUCHED = N_(
    "{body} is named as monitoring body, takes part in no commitment, and is vouched for as "
    "independent."
)
_BODY_INSIDE = N_("{body} is named as monitoring body, and takes part in the commitment “{id}”.")
_NO_BODY = Sentence(N_("No monitoring body is named."))
_NO_BODY_HERE = Sentence(N_("No monitoring body is recorded here."))
_NAME_BODY = Sentence(N_("Name an independent monitoring body in plan.yml."))
_OTHER_BODY = Sentence(N_("Name a monitoring body that takes part in no commitment."))
_SHORTER = N_("The plan is shorter than {years} years and needs no refresh.")
_REFRESHED = N_("The plan's refresh is recorded for {day}.")
_REFRESH_DUE = N_("A plan of {years} years is refreshed midway, here by {due}.")
_NO_REFRESH = N_("No refresh is recorded; midway was on {due}.")
_NO_REFRESH_HERE = Sentence(N_("No refresh of the plan is recorded here."))
_REFRESH = Sentence(N_("Refresh the plan with the forum, and record refresh_on in plan.yml."))
_WARN_MONTHS = 6


def commitment_count(case: Case) -> Outcome:
    """LP1: no more commitments than asked for."""
    records = case.records
    gone = withdrawals(records, case.today)
    stated = records.plan.commitments_stated if records.plan else None
    here = sum(each.id not in gone for each in records.commitments)
    n, most = max(stated or 0, here), case.requirement.number("most")
    key = (plan_key(records),)
    if n == 0:
        return Outcome(State.NO_DATA, _NO_COUNT, key)
    if not kept_by_government(records) and stated is None and n <= most:
        return Outcome(State.NO_DATA, counted(_COUNT_HERE, n), key)
    because = counted(_COUNT, n, most=most)
    at = ("commitments_stated",) if stated else ()
    state = State.MET if n <= most else State.NOT_MET
    mendable = state is State.MET or not case.is_delivered
    return Outcome(state, because, key, Proof.CLAIMED, repairable=mendable, at=at)


def plan_length(case: Case) -> Outcome:
    """LP2: the plan is long enough."""
    starts, ends = case.times.starts, case.times.ends
    first, last = recorded(case, "starts"), recorded(case, "ends")
    key = (plan_key(case.records),)
    if starts is None or ends is None or first is None or last is None:
        return Outcome(State.NO_DATA, _NO_DATES, key, todo=_RECORD_DATES)
    months = case.requirement.number("months")
    enough = ends >= add_months(starts, months) - timedelta(days=1)
    because = Sentence(_LONG_ENOUGH, {"first": first, "last": last, "months": months})
    return Outcome(
        State.MET if enough else State.NOT_MET, because, key, Proof.CLAIMED,
        repairable=enough or not case.is_delivered, at=("ends_on",),
    )  # fmt: skip


def within_term(case: Case) -> Outcome:
    """LP3: the plan ends within the term of office."""
    ends, term = case.times.ends, case.times.term_ends
    last, term_last = recorded(case, "ends"), recorded(case, "term_ends")
    key = (plan_key(case.records),)
    if term is None or term_last is None:
        return Outcome(State.NO_DATA, _NO_TERM, key, todo=_RECORD_TERM)
    if ends is None or last is None:
        return Outcome(State.NO_DATA, _NO_DATES, key, todo=_RECORD_DATES)
    because = Sentence(_WITHIN, {"last": last, "term": term_last})
    return Outcome(
        State.MET if ends <= term else State.NOT_MET, because, key, Proof.CLAIMED,
        repairable=ends <= term or not case.is_delivered, at=("ends_on",),
    )  # fmt: skip


def monitoring_body(case: Case) -> Outcome:
    """LP4: a monitoring body is named that takes part in no commitment."""
    plan = case.records.plan
    body = plan.monitoring_body if plan else None
    key = plan_key(case.records)
    if not body:
        state = State.NOT_MET if case.is_delivered else State.ON_TRACK
        return Outcome(state, _NO_BODY, (key,), todo=_NAME_BODY, absent=_NO_BODY_HERE)
    for id, organisations in _involved(case):
        if _name(body) in organisations:
            because = Sentence(_BODY_INSIDE, {"body": body, "id": id})
            keys = (key, ("commitment", id))
            return Outcome(State.NOT_MET, because, keys, Proof.CLAIMED, todo=_OTHER_BODY,
                           at=("monitoring_body",))  # fmt: skip
    said = vouched(case, looks_back=True)
    trusted = bool(case.requirement.words("claims")) and (
        frozenset(case.requirement.words("claims")) <= said.claims
    )
    because = Sentence(_BODY_VOUCHED if trusted else _BODY, {"body": body})
    proof = Proof.ATTESTED if trusted else Proof.CLAIMED
    return Outcome(State.MET, because, (key, *said.records), proof, at=("monitoring_body",))


def _involved(case: Case) -> Iterator[tuple[str, frozenset[str]]]:
    """The organisations that lead or support each commitment."""
    for each in case.records.commitments:
        names = [each.lead, *each.institutions, *(step.lead for step in each.milestones)]
        names += [name for step in each.milestones for name in step.supporting]
        if each.supporting:
            helpers = each.supporting
            names += [*helpers.government, *helpers.civil_society, *helpers.other]
        yield each.id, frozenset(_name(name) for name in names if name)


def _name(organisation: str) -> str:
    return " ".join(organisation.lower().split())


def refresh(case: Case) -> Outcome:
    """NP1: a four-year plan is refreshed midway."""
    starts, ends = case.times.starts, case.times.ends
    key, years = (plan_key(case.records),), case.requirement.number("years")
    if starts is None or ends is None:
        return Outcome(State.NO_DATA, _NO_DATES, key, todo=_RECORD_DATES)
    if ends < add_months(starts, 12 * years - 2):
        return Outcome(State.MET, Sentence(_SHORTER, {"years": years}), key, Proof.CLAIMED)
    day = recorded(case, "refreshed")
    if day is not None:
        because = Sentence(_REFRESHED, {"day": day})
        return Outcome(State.MET, because, key, Proof.CLAIMED, at=("refresh_on",))
    due = add_months(starts, case.requirement.number("midway_months"))
    if case.today > ends:
        because = Sentence(_NO_REFRESH, {"due": due})
        return Outcome(State.NOT_MET, because, key, repairable=False, absent=_NO_REFRESH_HERE)
    soon = add_months(due, -_WARN_MONTHS) <= case.today
    state = State.AT_RISK if soon else State.ON_TRACK
    next_day = due if case.today <= due else ends
    return Outcome(
        state, Sentence(_REFRESH_DUE, {"due": due, "years": years}), key, Proof.NONE,
        Deadline(next_day, _REFRESH), _REFRESH if soon else None, absent=_NO_REFRESH_HERE,
    )  # fmt: skip
