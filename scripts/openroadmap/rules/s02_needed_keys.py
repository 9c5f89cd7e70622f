"""A key without which a record means nothing.

## What it says

A few keys are needed in every record of a kind, whoever keeps it: a commitment has a title,
an update a date, a milestone an id and a title.

## Why it matters

Without these keys a record has nothing to show, and nothing that others could refer to.

## Wrong

```yaml updates/2026-10-01-register.yml
commitment: open-contracts
progress: The register is being tested.
```

## Right

```yaml updates/2026-10-01-register.yml
date: 2026-10-01
commitment: open-contracts
progress: The register is being tested.
```
"""

from __future__ import annotations

from openroadmap.findings import Level
from openroadmap.i18n import N_
from openroadmap.rules.clauses import TEACHES
from openroadmap.rules.rule import Rule

RULE = Rule(
    "S02",
    "needed-key-absent",
    Level.ERROR,
    TEACHES,
    messages={
        "": N_("The record needs a value for “{field}”."),
        "+part": N_("This part of “{part}” needs a value for “{field}”."),
    },
    fixes={"": N_("Add the line.")},
    examples={"": "{field}: …"},
    page=__doc__,
)
