"""A text that is too long for its place.

## What it says

A line, such as a title, has at most 600 characters, a name 300, a longer text 10,000. A
commitment's whole story goes in a file beside it, `open-contracts.md`.

## Why it matters

A promise fits in a sentence. What is longer than its place is not read there.

## Wrong

A title of two pages.

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
    "S06",
    "too-long",
    Level.ERROR,
    TEACHES,
    messages={"": N_("{field} has {length} characters; {limit} is the most.")},
    fixes={"": N_("Shorten it. A commitment's longer story goes in a .md file beside it.")},
    examples={
        "": "{field}: Publish every public contract",
    },
    page=__doc__,
)
