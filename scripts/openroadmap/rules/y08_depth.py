"""Parts within parts, too deep.

## What it says

Parts lie within parts at most twelve deep. No record needs more than five.

## Why it matters

A file that goes deeper is broken or made to be hard to read, for people and for programs.

## Wrong

```yaml commitments/open-contracts.yml
title: [[[[[[[[[[[[[Publish every public contract]]]]]]]]]]]]]
```

## Right

```yaml commitments/open-contracts.yml
title: Publish every public contract
# … the rest of the record
```
"""

from __future__ import annotations

from openroadmap.findings import Level
from openroadmap.i18n import N_
from openroadmap.rules.clauses import DATA_NEVER_CODE
from openroadmap.rules.rule import Rule

RULE = Rule(
    "Y08",
    "too-deep",
    Level.ERROR,
    DATA_NEVER_CODE,
    messages={"deep": N_("Parts lie within parts more than {limit} deep here.")},
    fixes={"": N_("Remove brackets that are not needed, or set lines in less far.")},
    examples={"": "policy_areas: [open-data, public-participation]"},
    page=__doc__,
)
