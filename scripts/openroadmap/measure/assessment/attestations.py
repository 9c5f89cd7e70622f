"""What people vouch for: attestations by named role and organisation, with evidence and expiry."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from openroadmap.immutable import immutable
from openroadmap.measure.assessment.case import Case
from openroadmap.model.process import Attestation
from openroadmap.model.site import RecordKey
from openroadmap.rules.attested import claim_of, expiry, speaks_of

OUTSIDE = frozenset({
    "civil_society", "community_group", "academia", "private_sector", "media",
    "international", "citizen", "monitoring_body",
})  # fmt: skip
"""Sectors that are not the state."""
GOVERNMENT = frozenset({"government", "subnational"})


@immutable
class Vouched:
    """What is vouched for on a day. ``lapsed`` are claims of which the attestation expired."""

    claims: frozenset[str]
    outside: frozenset[str]
    lapsed: frozenset[str]
    records: tuple[RecordKey, ...]
    expires: date | None


def vouched(case: Case, *, looks_back: bool = False) -> Vouched:
    """The claims of the case's requirement that valid attestations support.

    One that looks back speaks of a time that is over, so it may be made after
    the phase; any other must be valid on the day the phase is judged by.
    """
    claims: set[str] = set()
    outside: set[str] = set()
    lapsed: set[str] = set()
    keys: list[RecordKey] = []
    ends: list[date] = []
    for each in _sound(case):
        claim = claim_of(each)
        expires = expiry(each, case.requirement)
        if each.attested_on.last > (case.today if looks_back else case.until):
            continue
        if expires < case.until:
            lapsed.add(claim)
            continue
        claims.add(claim)
        keys.append(("attestation", each.id))
        ends.append(expires)
        if is_outside(each):
            outside.add(claim)
    soonest = min(ends, default=None)
    return Vouched(
        frozenset(claims), frozenset(outside), frozenset(lapsed - claims), tuple(keys), soonest
    )


def is_outside(attestation: Attestation) -> bool:
    return attestation.by.sector in OUTSIDE


def _sound(case: Case) -> Iterator[Attestation]:
    """Those that agree, say whose role it is, and show evidence."""
    for each in case.records.attestations:
        has_proof = any(proof.url or proof.path for proof in each.evidence)
        if (
            speaks_of(each, case.requirement)
            and each.agrees is not False
            and each.by.role
            and has_proof
        ):
            yield each
