"""How long an attestation holds: a record and the requirement it speaks of come in, a day goes
out."""

from __future__ import annotations

import re
from datetime import date

from openroadmap.model.process import Attestation
from openroadmap.rules.days import add_months
from openroadmap.standards.pack import Requirement

MONTHS = 12
"""How long it holds where the requirement says nothing else."""

_SPACES = re.compile(r"[\s_-]+")


def claim_of(attestation: Attestation) -> str:
    """The claim as packs name it, however it was typed: "Appropriate period", "open-to-all"."""
    return _SPACES.sub("_", attestation.claim.strip().lower())


def speaks_of(attestation: Attestation, requirement: Requirement) -> bool:
    return attestation.requirement.strip().upper() == requirement.id.upper()


def expiry(attestation: Attestation, requirement: Requirement) -> date:
    """The last day it holds: as stated, and by the requirement's months at the latest."""
    threshold = requirement.rule.thresholds.get("valid_months")
    months = threshold.value if threshold and isinstance(threshold.value, int) else MONTHS
    latest = add_months(attestation.attested_on.first, months)
    stated = attestation.valid_until
    return min(stated.first, latest) if stated else latest
