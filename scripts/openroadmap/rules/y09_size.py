"""A file that is too large.

## What it says

A record file has at most 256 KiB and 20,000 keys and values. That is a book of a hundred
pages.

## Why it matters

A record is read by people, and again at each build. Long documents belong where they are
published, with a link from the record.

## Wrong

A minutes file of a whole year pasted into one field.

## Right

```yaml commitments/open-contracts.yml
links:
  - title: Minutes of the year
    url: https://example.org/minutes-2026
# … the rest of the record
```
"""

from __future__ import annotations

from openroadmap.findings import Level
from openroadmap.i18n import N_
from openroadmap.rules.clauses import DATA_NEVER_CODE
from openroadmap.rules.rule import Rule

RULE = Rule(
    "Y09",
    "too-large",
    Level.ERROR,
    DATA_NEVER_CODE,
    messages={
        "bytes": N_("The file is larger than {limit} bytes."),
        "nodes": N_("The file has more than {limit} keys and values."),
    },
    fixes={"": N_("Publish the long text as a document of its own, and link to it.")},
    examples={
        "": "links:\n  - title: Minutes of the year\n    url: https://example.org/minutes-2026"
    },
    page=__doc__,
)
