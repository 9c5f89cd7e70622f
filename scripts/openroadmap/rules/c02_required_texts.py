"""A commitment with gaps.

## What it says

A commitment says which problem it addresses, what will be done, what will be different for
people, which institution answers for it, when it starts and when it ends.

In a plan that others transcribed from public sources, what the sources do not say is
listed once for each commitment, as not recorded.

## Why it matters

These are the questions of OGP's commitment template. Whoever reads the promise must be able
to see what is promised, by whom and by when, and later whether it was kept.

## Wrong

```yaml commitments/open-contracts.yml
title: Publish every public contract
problem: Residents cannot see what the county buys, or from whom.
solution: Publish every contract in an open register.
expected_results: Anyone can look up any contract within a day of its signature.
starts_on: 2026-07-01
ends_on: 2027-09-30
values:
  transparency: Every contract becomes public.
supporting:
  civil_society:
    - Budget Watch
milestones:
  - id: m1
    title: Open the register
    deliverable: The register, online and free to use
    due_on: 2027-06
```

## Right

```yaml commitments/open-contracts.yml
title: Publish every public contract
problem: Residents cannot see what the county buys, or from whom.
solution: Publish every contract in an open register.
expected_results: Anyone can look up any contract within a day of its signature.
lead: Ministry of Finance
starts_on: 2026-07-01
ends_on: 2027-09-30
values:
  transparency: Every contract becomes public.
supporting:
  civil_society:
    - Budget Watch
milestones:
  - id: m1
    title: Open the register
    deliverable: The register, online and free to use
    due_on: 2027-06
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from openroadmap.findings import Level
from openroadmap.i18n import N_
from openroadmap.model.commitment import Commitment
from openroadmap.model.site import PlanRecords
from openroadmap.rules.clauses import TEMPLATE
from openroadmap.rules.rule import Fault, Rule, missing

REQUIRED = ("problem", "solution", "expected_results", "lead", "starts_on", "ends_on")


def check(records: PlanRecords, today: date) -> Iterator[Fault]:
    level = missing(records)
    for commitment in records.commitments:
        for name in REQUIRED:
            if not getattr(commitment, name):
                yield _fault(records, commitment, name, level)


def _fault(records: PlanRecords, commitment: Commitment, name: str, level: Level) -> Fault:
    key = ("commitment", commitment.id)
    if records.transcribed:
        return Fault(key, (name,), "not-recorded", {"fields": name}, level, joined=True)
    if name == "ends_on" and commitment.ends_label:
        args = {"label": commitment.ends_label}
        return Fault(key, ("ends_label",), "ends-in-words", args, level)
    return Fault(key, (name,), name, {}, level)


RULE = Rule(
    "C02",
    "gaps-in-a-commitment",
    Level.ERROR,
    TEMPLATE,
    messages={
        "problem": N_("The commitment does not say which problem it addresses."),
        "solution": N_("The commitment does not say what will be done."),
        "expected_results": N_("The commitment does not say what will be different for people."),
        "lead": N_("The commitment does not name the institution that answers for it."),
        "starts_on": N_("The commitment does not say when it starts."),
        "ends_on": N_("The commitment does not say when it ends."),
        "ends-in-words": N_("The commitment ends “{label}”, which is not a date."),
        "not-recorded": N_("Not recorded for this commitment: {fields}."),
    },
    fixes={
        "problem": N_("Say in a sentence or two who is affected by what."),
        "solution": N_("Say in a sentence or two what will be done."),
        "expected_results": N_("Say what people will be able to do, see or rely on afterwards."),
        "lead": N_("Name one institution; the others go under supporting."),
        "starts_on": N_("Add the day, month, quarter or year in which it starts."),
        "ends_on": N_("Add the day, month, quarter or year by which it will be kept."),
        "ends-in-words": N_("Add the date by which the next result can be judged; keep the words."),
        "not-recorded": N_("If you know a public source that says it, add it and name the source."),
    },
    examples={
        "problem": "problem: Residents cannot see what the county buys, or from whom.",
        "solution": "solution: Publish every contract in an open register.",
        "expected_results": "expected_results: Anyone can look up any contract within a day.",
        "lead": "lead: Ministry of Finance",
        "starts_on": "starts_on: 2026-01-01",
        "ends_on": "ends_on: 2027-09-30",
        "ends-in-words": "ends_on: 2027-12-31\nends_label: Ongoing",
        "not-recorded": (
            "lead: Ministry of Finance\nsources:\n  - title: The action plan\n"
            "    url: https://example.org/plan\n    facts: [lead]"
        ),
    },
    page=__doc__,
    check=check,
)
