"""Milestones that nobody can verify.

## What it says

A commitment has at least one milestone. Each milestone says what will exist when it is done
(`deliverable`) and by when (`due_on`).

Each milestone has a lead. That is the commitment's lead unless the milestone names its own,
so there is no need to repeat it.

## Why it matters

OGP asks whether a reader can tell, after the fact, that a step was taken. “Strengthen
capacity” cannot be verified; “a training manual, published by June” can. Reviewers do not
assess a commitment that cannot be verified.

## Wrong

```yaml commitments/open-contracts.yml
milestones:
  - id: m1
    title: Strengthen the culture of openness
    due_on: 2027-06
# … the rest of the record
```

## Right

```yaml commitments/open-contracts.yml
milestones:
  - id: m1
    title: Open the register
    deliverable: The register, online and free to use
    due_on: 2027-06
# … the rest of the record
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from openroadmap.findings import Level
from openroadmap.i18n import N_
from openroadmap.model.site import PlanRecords
from openroadmap.rules.clauses import VERIFIABLE
from openroadmap.rules.rule import Fault, Rule, missing, missing_variant

REQUIRED = ("deliverable", "due_on")


def check(records: PlanRecords, today: date) -> Iterator[Fault]:
    level, transcribed = missing(records), records.transcribed
    for commitment in records.commitments:
        key = ("commitment", commitment.id)
        if not commitment.milestones:
            yield Fault(key, ("milestones",), missing_variant(records), {}, level)
        for index, milestone in enumerate(commitment.milestones):
            for name in REQUIRED:
                if getattr(milestone, name):
                    continue
                path = ("milestones", index, name)
                if transcribed:
                    args = {"details": f"{milestone.id} {name}"}
                    yield Fault(key, path, "details-not-recorded", args, level, joined=True)
                else:
                    yield Fault(key, path, name, {"milestone": milestone.id}, level)


RULE = Rule(
    "C04",
    "unverifiable-milestones",
    Level.ERROR,
    VERIFIABLE,
    messages={
        "missing": N_("The commitment has no milestone."),
        "not-recorded": N_("No milestone of this commitment is recorded."),
        "deliverable": N_("Milestone {milestone} does not say what will exist when it is done."),
        "due_on": N_("Milestone {milestone} has no date by which it is due."),
        "details-not-recorded": N_("Not recorded for the milestones: {details}."),
    },
    fixes={
        "missing": N_("Add at least one step whose result anybody can check."),
        "deliverable": N_("Name a thing that can be seen: a law, a page, a report, a service."),
        "due_on": N_("Add the day, month, quarter or year by which it is due."),
        "": N_("If you know a public source that says it, add it and name the source."),
    },
    examples={
        "missing": (
            "milestones:\n  - id: m1\n    title: Open the register\n"
            "    deliverable: The register, online\n    due_on: 2027-06"
        ),
        "deliverable": "    deliverable: The register, online and free to use",
        "due_on": "    due_on: 2027-06",
        "": (
            "sources:\n  - title: The action plan\n"
            "    url: https://example.org/plan\n    facts: [milestones]"
        ),
    },
    page=__doc__,
    check=check,
)
