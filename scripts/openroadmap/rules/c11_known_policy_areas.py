"""A policy area that OGP does not list.

## What it says

`policy_areas` uses the ids of OGP's policy areas. OGP reviews its list every year, so an
unknown one is a warning only.

## Why it matters

People follow a subject across governments. A policy area under another name is not found by
those who look for it.

## Wrong

```yaml commitments/open-contracts.yml
policy_areas:
  - open contracts
# … the rest of the record
```

## Right

```yaml commitments/open-contracts.yml
policy_areas:
  - open-contracting
# … the rest of the record
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from openroadmap.findings import Level
from openroadmap.i18n import N_
from openroadmap.model.site import PlanRecords
from openroadmap.model.vocabulary import vocabulary
from openroadmap.rules.clauses import POLICY_AREAS
from openroadmap.rules.rule import Fault, Rule


def check(records: PlanRecords, today: date) -> Iterator[Fault]:
    areas = vocabulary("policy_area")
    for commitment in records.commitments:
        for index, area in enumerate(commitment.policy_areas):
            if area not in areas.terms:
                args = {"text": area, "suggestion": areas.nearest(area)}
                key = ("commitment", commitment.id)
                yield Fault(key, ("policy_areas", index), "", args)


RULE = Rule(
    "C11",
    "unknown-policy-area",
    Level.WARNING,
    POLICY_AREAS,
    messages={"": N_("“{text}” is not among OGP's policy areas.")},
    fixes={
        "": N_("Choose one from OGP's list. If OGP has added one, propose it for the list."),
        "+suggestion": N_("Did you mean {suggestion}?"),
    },
    examples={
        "": "policy_areas: [open-data, public-participation]",
        "+suggestion": "policy_areas: [{suggestion}]",
    },
    page=__doc__,
    check=check,
)
