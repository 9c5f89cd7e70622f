"""The same key twice.

## What it says

A key stands once in its part of a file.

## Why it matters

Of two values only one can be meant, and readers should not have to guess which.

## Wrong

```yaml commitments/open-contracts.yml
ends_on: 2027-06-30
ends_on: 2027-09-30
# … the rest of the record
```

## Right

```yaml commitments/open-contracts.yml
ends_on: 2027-09-30
# … the rest of the record
```
"""

from __future__ import annotations

from openroadmap.findings import Level
from openroadmap.i18n import N_
from openroadmap.rules.clauses import NOTHING_INVENTED
from openroadmap.rules.rule import Rule

RULE = Rule(
    "Y06",
    "duplicate-key",
    Level.ERROR,
    NOTHING_INVENTED,
    messages={"duplicate": N_("“{key}” stands on line {first_line} and again on line {line}.")},
    fixes={"": N_("Keep the one that is right, and delete the other.")},
    examples={
        "": "{key}: {quoted}",
    },
    page=__doc__,
)
