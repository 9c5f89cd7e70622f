"""A plan held against a pack that is not there.

## What it says

`profile` and `ambition` in `plan.yml` name a pack of requirements: `national-2022`, `local`,
or one in `commitments/standards/`.

## Why it matters

A plan that names a pack nobody wrote is held against nothing, and would seem to be without a
fault.

## Wrong

```yaml plan.yml
profile: locall
# … the rest of the record
```

## Right

```yaml plan.yml
profile: local
# … the rest of the record
```
"""

from __future__ import annotations

from openroadmap.findings import Level
from openroadmap.i18n import N_
from openroadmap.rules.clauses import TEACHES
from openroadmap.rules.rule import Rule

RULE = Rule(
    "N03",
    "unknown-pack",
    Level.ERROR,
    TEACHES,
    messages={"": N_("There is no pack of requirements “{id}”.")},
    fixes={"": N_("Use one of these, or add the pack in commitments/standards/: {known}.")},
    examples={"": "profile: local"},
    page=__doc__,
)
