"""A name without consent.

## What it says

The name of somebody who contributed stands in a record only with `consent_to_publish: yes`.

## Why it matters

What is published in a repository stays in its history and is copied. People take part more
freely when they know that their name appears only if they said so.

## Wrong

```yaml contributions/2025-10-02-contract-register.yml
received_on: 2025-10-02
title: Put all contracts online
contributor: A. Citizen
```

## Right

```yaml contributions/2025-10-02-contract-register.yml
received_on: 2025-10-02
title: Put all contracts online
contributor_type: citizen
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from openroadmap.findings import Level
from openroadmap.i18n import N_
from openroadmap.model.site import PlanRecords
from openroadmap.rules.clauses import PRIVATE
from openroadmap.rules.rule import Fault, Rule


def check(records: PlanRecords, today: date) -> Iterator[Fault]:
    for contribution in records.contributions:
        if contribution.contributor and not contribution.consent_to_publish:
            yield Fault(("contribution", contribution.id), ("contributor",))


RULE = Rule(
    "P03",
    "name-without-consent",
    Level.ERROR,
    PRIVATE,
    messages={"": N_("The contributor is named, but there is no consent to publish the name.")},
    fixes={
        "": N_("Remove the name and keep the sector, or ask for consent and record it."),
    },
    examples={"": "contributor_type: citizen"},
    page=__doc__,
    check=check,
)
