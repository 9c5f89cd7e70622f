"""A file or folder with an odd name.

## What it says

The names of records and their folders are made of small letters, digits and hyphens:
`open-contracts.yml`. No spaces, capitals, accents or underscores.

## Why it matters

The name becomes the address of a page, and it must be the same on every computer. Some tell
`Budget` from `budget`, others do not.

## Wrong

```yaml commitments/Open Contracts.yml
title: Publish every public contract
# … the rest of the record
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
from openroadmap.rules.clauses import TEACHES
from openroadmap.rules.rule import Rule

RULE = Rule(
    "F01",
    "odd-name",
    Level.ERROR,
    TEACHES,
    messages={
        "record": N_("“{name}” is not a name for a record."),
        "folder": N_("“{name}” is not a name for a folder of records."),
    },
    fixes={
        "": N_("Rename it with small letters, digits and hyphens only, like open-contracts."),
    },
    page=__doc__,
)
