"""A key that no record of this kind has.

## What it says

Each kind of record has its own keys. A key that is not among them is refused, and the nearest
known one is suggested.

How far a commitment is stands in updates, never in the commitment's own file.

## Why it matters

A mistyped key would be a fact that is silently lost: nobody would see it, and nobody would
miss it.

## Wrong

```yaml commitments/open-contracts.yml
titel: Publish every public contract
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
    "S01",
    "unknown-key",
    Level.ERROR,
    TEACHES,
    messages={
        "": N_("“{key}” is not a key of this part of the record."),
        "nearest": N_("“{key}” is not a key of this part of the record."),
        "status-in-commitment": N_(
            "“{key}” does not stand here: how far a commitment is stands in updates."
        ),
    },
    fixes={
        "+known": N_("Use one of these, or remove the line: {known}."),
        "": N_("Remove the line."),
        "nearest": N_("Did you mean {suggestion}?"),
        "status-in-commitment": N_("Move it to a file under updates/, with its date."),
    },
    examples={
        "nearest": "{suggestion}: …",
        "status-in-commitment": "date: 2026-10-01\ncommitment: {stem}\ncompletion: limited",
        "": "title: Publish every public contract",
        "+first": "{first}: …",
    },
    page=__doc__,
)
