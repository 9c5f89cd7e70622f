"""A commitment without news.

## What it says

While a plan runs, each of its commitments has an update at least every six months. Commitments
that are complete or withdrawn need none, and one that has not begun needs none yet.

In a plan that others transcribed, nobody can know from the records whether the
government reported elsewhere. There the number of commitments without a recorded update is
noted once for the plan.

## Why it matters

OGP asks that a repository be updated at least twice a year. A page without news is read as a
promise given up, even where people are hard at work.

## Wrong

```yaml commitments/open-contracts.yml
starts_on: 2026-01-01
# … the rest of the record
```

```yaml updates/2026-03-01-register.yml
date: 2026-03-01
commitment: open-contracts
progress: The tender for the register is out.
```

## Right

```yaml commitments/open-contracts.yml
starts_on: 2026-01-01
# … the rest of the record
```

```yaml updates/2026-03-01-register.yml
date: 2026-03-01
commitment: open-contracts
progress: The tender for the register is out.
```

```yaml updates/2026-09-01-register.yml
date: 2026-09-01
commitment: open-contracts
progress: The register is being tested with three departments.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from openroadmap.findings import Level
from openroadmap.i18n import N_
from openroadmap.model.commitment import Commitment
from openroadmap.model.member import Plan
from openroadmap.model.reports import latest_status, updates_by_commitment, withdrawals
from openroadmap.model.site import PlanRecords
from openroadmap.model.voices import Update
from openroadmap.rules.clauses import FRESH
from openroadmap.rules.days import add_months
from openroadmap.rules.rule import Fault, Rule

MONTHS = 6
_ANY_UPDATE = ("update", "")


def check(records: PlanRecords, today: date) -> Iterator[Fault]:
    plan = records.plan
    if plan is None or not _is_running(plan, today):
        return
    reports, gone = updates_by_commitment(records, today), withdrawals(records, today)
    stale = [
        (commitment, updates)
        for commitment in records.commitments
        if commitment.id not in gone
        and _is_stale(plan, commitment, updates := reports.get(commitment.id, []), today)
        and (updates or commitment.starts_on or records.transcribed)
    ]
    if not records.transcribed:
        for commitment, updates in stale:
            yield _fault(commitment, updates)
    elif stale:
        args = {"count": len(stale), "total": len(records.commitments)}
        key = ("plan", plan.id)
        yield Fault(key, (), "not-recorded", args, Level.NOTE, _ANY_UPDATE)


def _is_running(plan: Plan, today: date) -> bool:
    return (
        plan.starts_on is not None
        and plan.ends_on is not None
        and plan.starts_on.last < today <= plan.ends_on.last
    )


def _is_stale(plan: Plan, commitment: Commitment, updates: list[Update], today: date) -> bool:
    """Whether six months have passed since the last update, or the start when there is none."""
    status = latest_status(updates)
    if status is not None and status.completion == "complete":
        return False
    since = [day.last for day in (plan.starts_on, commitment.starts_on) if day is not None]
    since += [update.date.last for update in updates]
    return add_months(max(since), MONTHS) < today


def _fault(commitment: Commitment, updates: list[Update]) -> Fault:
    key = ("commitment", commitment.id)
    if not updates:
        return Fault(key, (), "none", {}, absent=_ANY_UPDATE)
    return Fault(key, (), "old", {"date": updates[-1].date.text}, absent=_ANY_UPDATE)


RULE = Rule(
    "C10",
    "no-news",
    Level.WARNING,
    FRESH,
    messages={
        "none": N_("There is no update on this commitment, and it began over six months ago."),
        "old": N_("The last update on this commitment is of {date}, over six months ago."),
        "not-recorded": N_(
            "No update of the last six months is recorded for {count} of {total} commitments."
        ),
    },
    fixes={
        "": N_("Add a file under updates/, even if the news is that nothing moved."),
        "not-recorded": N_("If you know of a public report, add it under updates/."),
    },
    examples={
        "": "date: 2026-11-20\ncommitment: {stem}\nprogress: The register is being tested.",
        "not-recorded": "date: 2026-11-20\ncommitment: …\nprogress: …",
    },
    page=__doc__,
    check=check,
)
