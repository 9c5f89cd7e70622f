"""What of the records is not given out: a plan's records come in, the same to be published go out.

The rules refuse to publish a name without consent. This holds it back all the
same while a site is served with errors.
"""

from __future__ import annotations

from dataclasses import replace

from openroadmap.model.process import Contribution
from openroadmap.model.site import PlanRecords


def to_publish(records: PlanRecords) -> PlanRecords:
    """The records, a contributor named only with consent."""
    if all(map(_may_be_named, records.contributions)):
        return records
    return replace(records, contributions=tuple(map(_unnamed, records.contributions)))


def _may_be_named(contribution: Contribution) -> bool:
    return bool(contribution.consent_to_publish) or contribution.contributor is None


def _unnamed(contribution: Contribution) -> Contribution:
    if _may_be_named(contribution):
        return contribution
    return contribution.but(contributor=None)
