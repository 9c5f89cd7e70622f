"""An update that says nothing.

## What it says

An update brings news: how far the commitment or its milestones are, what was done, what stands
in the way, or a document. One that has only a date says nothing.

## Why it matters

An update counts as news of a commitment, and six months pass before anybody asks again. A
reader who follows it would find an empty page.

## Wrong

```yaml updates/2026-10-01-register.yml
date: 2026-10-01
commitment: open-contracts
```

## Right

```yaml updates/2026-10-01-register.yml
date: 2026-10-01
commitment: open-contracts
progress: The register is being tested with three departments.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from openroadmap.findings import Level
from openroadmap.i18n import N_
from openroadmap.model.site import PlanRecords
from openroadmap.rules.clauses import FACTS
from openroadmap.rules.rule import Fault, Rule

NEWS = (
    *("title", "completion", "status_words", "progress", "challenges"),
    *("milestones", "evidence", "notes"),
)


def check(records: PlanRecords, today: date) -> Iterator[Fault]:
    for update in records.updates:
        if not any(getattr(update, name) for name in NEWS):
            unread = ("part of update", update.id)
            yield Fault(("update", update.id), ("date",), "", {}, absent=unread)


RULE = Rule(
    "E03",
    "update-without-news",
    Level.WARNING,
    FACTS,
    messages={"": N_("The update has a date, but says nothing.")},
    fixes={"": N_("Say in a sentence what was done, even if it is little.")},
    examples={"": "progress: The register is being tested with three departments."},
    page=__doc__,
    check=check,
)
