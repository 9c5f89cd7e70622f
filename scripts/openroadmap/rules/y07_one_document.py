"""Two records in one file.

## What it says

A file holds one record. A line of three dashes begins a second one, which is refused.

## Why it matters

The name of the file is the id of its record: a second one would have none.

## Wrong

```yaml commitments/open-contracts.yml
title: Publish every public contract
---
title: Publish every public budget
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
    "Y07",
    "second-document",
    Level.ERROR,
    TEACHES,
    messages={"second-document": N_("A second record begins here.")},
    fixes={"": N_("Move it to a file of its own, or delete the line with the dashes.")},
    examples={
        "": "# in a file of its own, such as open-budgets.yml\ntitle: Publish every budget as data",
    },
    page=__doc__,
)
