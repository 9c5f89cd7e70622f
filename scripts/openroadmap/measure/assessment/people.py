"""What only people decide (attestation): attestations come in, whether somebody vouches goes
out."""

from __future__ import annotations

from openroadmap.i18n import N_
from openroadmap.measure.assessment.attestations import vouched
from openroadmap.measure.assessment.case import Case
from openroadmap.measure.assessment.outcomes import Outcome
from openroadmap.measure.assessment.phases import not_begun, plan_key
from openroadmap.measure.assessment.verdicts import Proof, State
from openroadmap.standards.pack import Group
from openroadmap.standards.sentences import Sentence

_VOUCHED = Sentence(N_("A named role and organisation vouches for it, with evidence."))
_VOUCHED_OUTSIDE = Sentence(
    N_("Somebody from outside government vouches for it, with evidence.")
)
_ONLY_INSIDE = Sentence(
    N_("Only the government vouches for it; somebody from outside government has to.")
)
_LAPSED = Sentence(N_("What somebody vouched for has expired."))
_NOBODY = Sentence(N_("Only people can tell, and nobody has vouched for it here."))
_ASK = Sentence(N_("Ask somebody from outside government to vouch for it, with evidence."))
_ASK_ANY = Sentence(N_("Ask somebody who knows to vouch for it, with evidence."))


def people(case: Case) -> Outcome:
    """L2.3, L2.5, L2.6 and some badges: somebody who knows vouches for it."""
    claims = frozenset(case.requirement.words("claims"))
    must_be_outside = case.requirement.words("outside") == ("yes",)
    said = vouched(case, looks_back=True)
    enough = said.outside if must_be_outside else said.claims
    if claims and claims <= enough:
        because = _VOUCHED_OUTSIDE if must_be_outside else _VOUCHED
        return Outcome(State.MET, because, said.records, Proof.ATTESTED)
    if case.requirement.group is not Group.BADGE and (early := not_begun(case)):
        return early
    because = _ONLY_INSIDE if claims and claims <= said.claims else _NOBODY
    if said.lapsed and not said.claims:
        because = _LAPSED
    keys = said.records or (plan_key(case.records),)
    ask = _ASK if must_be_outside else _ASK_ANY
    return Outcome(State.NO_DATA, because, keys, todo=ask)
