"""A delay without a word on what stands in the way.

## What it says

An update that reports a commitment as not started or limited says what stands in the way
(`challenges`). The latest update that reports a completion counts.

## Why it matters

Slow is not the same as failed. A reader who learns what stands in the way can help, wait, or
ask the right question. A status alone says only that something did not happen.

## Wrong

```yaml updates/2026-10-01-register.yml
date: 2026-10-01
commitment: open-contracts
completion: not_started
progress: Work has not begun.
```

## Right

```yaml updates/2026-10-01-register.yml
date: 2026-10-01
commitment: open-contracts
completion: not_started
progress: Work has not begun.
challenges: The tender for the software drew no offers and is being repeated in November.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from openroadmap.findings import Level
from openroadmap.i18n import N_
from openroadmap.model.reports import latest_status, updates_by_commitment
from openroadmap.model.site import PlanRecords
from openroadmap.rules.clauses import TRACKER
from openroadmap.rules.rule import Fault, Rule, missing_variant

SLOW = ("not_started", "limited")


def check(records: PlanRecords, today: date) -> Iterator[Fault]:
    for updates in updates_by_commitment(records, today).values():
        status = latest_status(updates)
        if status is not None and status.completion in SLOW and not status.challenges:
            args = {"completion": status.completion}
            key, variant = ("update", status.id), missing_variant(records)
            yield Fault(key, ("completion",), variant, args)


RULE = Rule(
    "C08",
    "delay-unexplained",
    Level.WARNING,
    TRACKER,
    messages={
        "missing": N_("The update reports “{completion}”, but not what stands in the way."),
        "not-recorded": N_(
            "The update reports “{completion}”; what stands in the way is not recorded."
        ),
    },
    fixes={
        "missing": N_("Say in a sentence what is in the way and what is being done about it."),
        "not-recorded": N_("If a public source says it, add it and name the source."),
    },
    examples={"": "challenges: The tender drew no offers and is being repeated in November."},
    page=__doc__,
    check=check,
)
