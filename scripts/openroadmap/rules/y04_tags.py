"""A type put before a value.

## What it says

YAML can put a type before a value, such as `!!str` or `!secret`. Records may not: what type a
value has follows from its key.

## Why it matters

Such types can make a program run code when it reads the file. Records are data and nothing
else.

## Wrong

```yaml commitments/open-contracts.yml
number: !!int 3
# … the rest of the record
```

## Right

```yaml commitments/open-contracts.yml
number: 3
# … the rest of the record
```
"""

from __future__ import annotations

from openroadmap.findings import Level
from openroadmap.i18n import N_
from openroadmap.rules.clauses import DATA_NEVER_CODE
from openroadmap.rules.rule import Rule

RULE = Rule(
    "Y04",
    "tag",
    Level.ERROR,
    DATA_NEVER_CODE,
    messages={"tag": N_("“{tag}” gives the value a type, which records may not do.")},
    fixes={"": N_("Remove it. If the text itself begins with !, put it in double quotes.")},
    examples={"": 'title: "!Open data for all!"'},
    page=__doc__,
)
