"""A public website (presence): addresses and attestations come in, a state goes out."""

from __future__ import annotations

from collections.abc import Callable

from openroadmap.i18n import N_
from openroadmap.measure.assessment.attestations import Vouched, vouched
from openroadmap.measure.assessment.case import Case
from openroadmap.measure.assessment.lists import listed
from openroadmap.measure.assessment.outcomes import Outcome
from openroadmap.measure.assessment.phases import not_begun, plan_key
from openroadmap.measure.assessment.verdicts import Deadline, Proof, State
from openroadmap.model.site import PlanRecords
from openroadmap.standards.sentences import Sentence

_MISSING = N_("What a public OGP website needs is not recorded: {missing}.")
_MISSING_HERE = N_("Not recorded here: {missing}.")
_VOUCHED = N_("The website is recorded, and it is vouched for that everybody can reach it.")
_UNTIL = N_(
    "The website is recorded, and it is vouched for until {day} that everybody can reach it."
)
_LAPSED = Sentence(
    N_("The website is recorded, but nobody has vouched lately that everybody can reach it.")
)
_UNVOUCHED = Sentence(
    N_("The website is recorded, but nobody has vouched that everybody can reach it.")
)
_NOT_IN_TIME = Sentence(
    N_(
        "The website is recorded, but at the end of this phase nobody vouched that everybody can "
        "reach it."
    )
)
_NOT_VOUCHED_HERE = Sentence(
    N_("The website is recorded; that everybody can reach it is not vouched for here.")
)
_ADD = Sentence(N_("Record what is missing in plan.yml, member.yml or forum.yml."))
_VOUCH = Sentence(N_("Have somebody try the website without signing in, and record what they say."))
_PARTS = {
    "site_url": N_("the address of the website, beginning with https"),
    "point_of_contact": N_("a point of contact"),
    "forum": N_("the forum"),
    "repository": N_("the address of the repository"),
}


def public_site(case: Case) -> Outcome:
    """2.1: a public website with what people look for, reachable without a barrier."""
    if early := not_begun(case):
        return early
    wanted = case.requirement.words("items")
    missing = [each for each in wanted if each in _HAS and not _HAS[each](case.records)]
    if missing:
        return _missing(case, missing)
    said = vouched(case)
    claims = frozenset(case.requirement.words("claims"))
    if claims <= said.claims:
        return _met(case, said)
    key = (plan_key(case.records),)
    if case.is_over:  # nobody can try today whether it could be reached then
        return Outcome(State.NO_DATA, _NOT_IN_TIME, key, Proof.CLAIMED, repairable=False)
    because = _LAPSED if said.lapsed else _UNVOUCHED
    return Outcome(
        State.AT_RISK, because, key, Proof.CLAIMED, todo=_VOUCH, absent=_NOT_VOUCHED_HERE
    )


def _met(case: Case, said: Vouched) -> Outcome:
    lasts = said.expires if said.expires and not case.is_over else None
    because = Sentence(_UNTIL, {"day": lasts}) if lasts else Sentence(_VOUCHED)
    renew = Deadline(lasts, _VOUCH) if lasts else None
    keys = (plan_key(case.records), *said.records)
    return Outcome(State.MET, because, keys, Proof.ATTESTED, renew)


def _missing(case: Case, missing: list[str]) -> Outcome:
    what = listed([Sentence(_PARTS[each]) for each in missing])
    because = Sentence(_MISSING, {"missing": what})
    here = Sentence(_MISSING_HERE, {"missing": what})
    if case.start is None and case.end is None:
        return Outcome(State.NO_DATA, here, (plan_key(case.records),), todo=_ADD)
    return Outcome(State.NOT_MET, because, (plan_key(case.records),), todo=_ADD, absent=here)


def _site(records: PlanRecords) -> bool:
    member = records.context.member
    urls = (records.plan.site_url if records.plan else None, member.site_url if member else None)
    return any(url is not None and url.startswith("https://") for url in urls)


def _contact(records: PlanRecords) -> bool:
    contact = records.plan.point_of_contact if records.plan else None
    return contact is not None and bool(contact.url or contact.path)


_HAS: dict[str, Callable[[PlanRecords], bool]] = {
    "site_url": _site,
    "point_of_contact": _contact,
    "forum": lambda records: records.forum is not None,
    "repository": lambda records: bool(records.plan and records.plan.repository_url),
}
