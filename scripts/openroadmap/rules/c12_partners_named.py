"""A commitment without a partner outside government.

## What it says

A commitment names at least one partner outside government under `supporting`: a civil
society organisation, a university, a company, a community group.

## Why it matters

A plan is co-created, and partners keep a promise alive when people in office change. OGP's
template asks who supports each commitment. That there should be at least one partner outside
government is a rule of this project.

## Wrong

```yaml commitments/open-contracts.yml
supporting:
  government:
    - Procurement Office
# … the rest of the record
```

## Right

```yaml commitments/open-contracts.yml
supporting:
  government:
    - Procurement Office
  civil_society:
    - Budget Watch
# … the rest of the record
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from openroadmap.findings import Level
from openroadmap.i18n import N_
from openroadmap.model.site import PlanRecords
from openroadmap.rules.clauses import PARTNERS
from openroadmap.rules.rule import Fault, Rule, missing_variant


def check(records: PlanRecords, today: date) -> Iterator[Fault]:
    for commitment in records.commitments:
        partners = commitment.supporting
        if commitment.institutions:
            continue  # the source names institutions without saying what each one does
        if partners is None or not (partners.civil_society or partners.other):
            key = ("commitment", commitment.id)
            yield Fault(key, ("supporting",), missing_variant(records))


RULE = Rule(
    "C12",
    "no-partner",
    Level.WARNING,
    PARTNERS,
    messages={
        "missing": N_("The commitment names no partner outside government."),
        "not-recorded": N_("No partner outside government is recorded for this commitment."),
    },
    fixes={
        "missing": N_("Name who helps, or who is invited to follow it."),
        "not-recorded": N_("If a public source names one, add it and name the source."),
    },
    examples={"": "supporting:\n  civil_society:\n    - Budget Watch"},
    page=__doc__,
    check=check,
)
