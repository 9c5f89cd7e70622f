"""More or fewer commitments than the plan has.

## What it says

Where `commitments_stated` says how many commitments the plan has, there is a record for each
of them, and for no others. Withdrawn commitments keep their record and are counted.

## Why it matters

A reader who sees three commitments believes that there are three. If the plan has five, two
promises are out of sight.

## Wrong

```yaml plan.yml
commitments_stated: 5
# … the rest of the record
```

## Right

```yaml plan.yml
commitments_stated: 1
# … the rest of the record
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from openroadmap.findings import Level
from openroadmap.i18n import N_
from openroadmap.model.site import PlanRecords
from openroadmap.rules.clauses import NOTHING_INVENTED
from openroadmap.rules.rule import Fault, Rule


def check(records: PlanRecords, today: date) -> Iterator[Fault]:
    plan, recorded = records.plan, len(records.commitments)
    if plan is None or plan.commitments_stated is None:
        return
    added = sum(amendment.kind == "add" for amendment in records.amendments)
    stated = plan.commitments_stated
    if stated <= recorded <= stated + added:
        return
    variant = "more" if recorded > stated else "not-recorded" if records.transcribed else "fewer"
    args = {"stated": stated, "recorded": recorded}
    key = ("plan", plan.id)
    yield Fault(key, ("commitments_stated",), variant, args, absent=("commitment", ""))


RULE = Rule(
    "P01",
    "commitments-miscounted",
    Level.WARNING,
    NOTHING_INVENTED,
    messages={
        "fewer": N_("The plan states {stated} commitments; there are records of {recorded}."),
        "not-recorded": N_("Of the {stated} commitments stated, {recorded} are recorded."),
        "more": N_("The plan states {stated} commitments, but there are records of {recorded}."),
    },
    fixes={
        "fewer": N_("Add a file under commitments/ for each, or correct the number."),
        "not-recorded": N_("If you know the others from a public source, add their files."),
        "more": N_("Correct the number. One that was added later has an amendment of kind add."),
    },
    examples={"": "commitments_stated: 5"},
    page=__doc__,
    check=check,
)
