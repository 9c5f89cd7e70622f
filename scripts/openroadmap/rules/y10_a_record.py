"""A file that is not a record.

## What it says

A record file holds keys with values. A file that is empty, a list or one piece of text is
not a record.

## Why it matters

Nothing can be shown of it. An empty file is most often one that was begun and forgotten.

## Wrong

```yaml commitments/open-contracts.yml
Publish every public contract
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
    "Y10",
    "no-record",
    Level.ERROR,
    TEACHES,
    messages={
        "empty": N_("The file is empty."),
        "list": N_("The file is a list; a record is keys with values."),
        "text": N_("The file is one piece of text; a record is keys with values: {text}"),
    },
    fixes={
        "": N_("Begin each line with a key and a colon."),
        "empty": N_(
            "Write the record, or delete the file. “openroadmap new” lays down a skeleton."
        ),
    },
    examples={"": "title: Publish every public contract"},
    page=__doc__,
)
