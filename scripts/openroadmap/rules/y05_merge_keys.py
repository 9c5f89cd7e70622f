"""A part merged in from elsewhere.

## What it says

The key `<<` merges another part into this one. Records may not use it: each says what it says
in full.

## Why it matters

A reader of the file could not see which facts it holds.

## Wrong

```yaml commitments/open-contracts.yml
<<: {lead: Ministry of Finance}
# … the rest of the record
```

## Right

```yaml commitments/open-contracts.yml
lead: Ministry of Finance
# … the rest of the record
```
"""

from __future__ import annotations

from openroadmap.findings import Level
from openroadmap.i18n import N_
from openroadmap.rules.clauses import DATA_NEVER_CODE
from openroadmap.rules.rule import Rule

RULE = Rule(
    "Y05",
    "merge-key",
    Level.ERROR,
    DATA_NEVER_CODE,
    messages={"merge": N_("The key “<<” merges in another part, which records may not do.")},
    fixes={"": N_("Write the keys and values out.")},
    examples={
        "": "lead: Ministry of Finance\nstarts_on: 2026-01-01",
    },
    page=__doc__,
)
