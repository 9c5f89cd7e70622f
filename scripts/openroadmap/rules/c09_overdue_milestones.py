"""A milestone past its date.

## What it says

The date of a milestone has passed, and no update reports it as complete. This is worked out
from the dates on the day the site is built; nobody has to type it, and it stops nothing.

In a plan that others transcribed, a milestone counts as overdue only when an update says that it is
not complete: what is not recorded may well be done.

## Why it matters

A missed date that shows is a conversation; one that is quietly moved is a loss of trust.
Reporting the delay, or agreeing on a new date, both put it right.

## Wrong

```yaml commitments/open-contracts.yml
milestones:
  - id: m1
    title: Open the register
    deliverable: The register, online and free to use
    due_on: 2026-09
# … the rest of the record
```

## Right

```yaml commitments/open-contracts.yml
milestones:
  - id: m1
    title: Open the register
    deliverable: The register, online and free to use
    due_on: 2026-09
# … the rest of the record
```

```yaml updates/2026-10-01-register.yml
date: 2026-10-01
commitment: open-contracts
completion: substantial
progress: The register opened in September. Contracts before 2020 will follow.
milestones:
  - id: m1
    completion: complete
    completed_on: 2026-09-20
    evidence:
      - title: The register
        url: https://example.org/register
        published_on: 2026-09-20
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from openroadmap.findings import Level
from openroadmap.i18n import N_
from openroadmap.model.reports import (
    latest_milestones,
    latest_status,
    updates_by_commitment,
    withdrawals,
)
from openroadmap.model.site import PlanRecords
from openroadmap.rules.clauses import FACTS
from openroadmap.rules.rule import Fault, Rule

_ANY_UPDATE = ("update", "")


def check(records: PlanRecords, today: date) -> Iterator[Fault]:
    reports, gone = updates_by_commitment(records, today), withdrawals(records, today)
    for commitment in records.commitments:
        updates = reports.get(commitment.id, ())
        status = latest_status(updates)
        if commitment.id in gone or (status is not None and status.completion == "complete"):
            continue
        states = latest_milestones(updates)
        for index, milestone in enumerate(commitment.milestones):
            due, state = milestone.due_on, states.get(milestone.id)
            if due is None or due.last >= today:
                continue
            if state.completion == "complete" if state else records.transcribed:
                continue
            args = {"milestone": milestone.id, "due_on": due.text}
            key, path = ("commitment", commitment.id), ("milestones", index, "due_on")
            yield Fault(key, path, "", args, absent=_ANY_UPDATE)


RULE = Rule(
    "C09",
    "overdue-milestone",
    Level.NOTE,
    FACTS,
    messages={
        "": N_("Milestone {milestone} was due on {due_on}, and no update reports it as complete."),
    },
    fixes={
        "": N_(
            "Report how far it is in an update. A new date is agreed with the forum and recorded "
            "as an amendment."
        ),
    },
    examples={
        "": "milestones:\n  - id: {milestone}\n    completion: limited\n    note: Testing goes on.",
    },
    page=__doc__,
    check=check,
)
