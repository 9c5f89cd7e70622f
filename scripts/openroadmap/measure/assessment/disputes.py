"""Who disagrees: attestations against a requirement by others than the government."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from openroadmap.measure.assessment.attestations import is_outside
from openroadmap.model.site import PlanRecords, RecordKey
from openroadmap.rules.attested import speaks_of
from openroadmap.standards.pack import Requirement


def disputes_of(
    requirement: Requirement, records: PlanRecords, today: date
) -> Iterator[RecordKey]:
    """Attestations that disagree. They are shown beside the state and never change it."""
    for each in records.attestations:
        said = each.agrees is False and each.attested_on.first <= today
        if said and speaks_of(each, requirement) and is_outside(each):
            yield "attestation", each.id
