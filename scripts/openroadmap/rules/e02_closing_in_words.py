"""A promise closed without a word.

## What it says

An update that reports a commitment as complete says in words what was achieved (`progress`).
A milestone that is reported as complete has the day on which it was done (`completed_on`),
and that day is not after the date of the report.

## Why it matters

Closing a promise is the moment people have waited for. One word from a list does not
tell them what they can do now that they could not do before.

## Wrong

```yaml updates/2026-10-01-register.yml
date: 2026-10-01
commitment: open-contracts
completion: substantial
progress: The register is open.
milestones:
  - id: m1
    completion: complete
evidence:
  - title: The register on its first day
    url: https://example.org/register
    published_on: 2026-09-15
```

## Right

```yaml updates/2026-10-01-register.yml
date: 2026-10-01
commitment: open-contracts
completion: substantial
progress: The register is open.
milestones:
  - id: m1
    completion: complete
    completed_on: 2026-09-15
evidence:
  - title: The register on its first day
    url: https://example.org/register
    published_on: 2026-09-15
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from openroadmap.findings import Level
from openroadmap.i18n import N_
from openroadmap.model.reports import completion_of
from openroadmap.model.site import PlanRecords
from openroadmap.model.voices import MilestoneReport, Update
from openroadmap.rules.clauses import DATED_EVIDENCE
from openroadmap.rules.rule import Fault, Rule, missing


def check(records: PlanRecords, today: date) -> Iterator[Fault]:
    for update in records.updates:
        key = ("update", update.id)
        if update.completion == "complete" and not update.progress:
            variant = "words-not-recorded" if records.transcribed else "no-words"
            yield Fault(key, ("completion",), variant, {}, missing(records))
        for index, report in enumerate(update.milestones):
            variant = _judge(report, update)
            if not variant:
                continue
            path, args = ("milestones", index, "completed_on"), {"milestone": report.id}
            if variant == "after-report":
                dates = {"completed_on": str(report.completed_on), "date": update.date.text}
                yield Fault(key, path, variant, {**args, **dates})
            else:
                variant = "day-not-recorded" if records.transcribed else variant
                yield Fault(key, path, variant, args, missing(records))


def _judge(report: MilestoneReport, update: Update) -> str:
    """Which of the sentences fits, or ""."""
    if report.completed_on is None:
        return "no-day" if completion_of(report) == "complete" else ""
    return "after-report" if update.date.surely_before(report.completed_on) else ""


RULE = Rule(
    "E02",
    "closed-without-words",
    Level.ERROR,
    DATED_EVIDENCE,
    messages={
        "no-words": N_("The commitment is reported as complete without a word on what was done."),
        "words-not-recorded": N_(
            "The commitment is reported as complete; what was done is not recorded."
        ),
        "no-day": N_("The update does not say since when milestone {milestone} is complete."),
        "day-not-recorded": N_("Since when milestone {milestone} is complete is not recorded."),
        "after-report": N_(
            "Milestone {milestone} was completed on {completed_on}, after the report of {date}."
        ),
    },
    fixes={
        "no-words": N_("Say in two or three sentences what was achieved."),
        "no-day": N_("Add the day, month, quarter or year in which it was done."),
        "after-report": N_("Correct the date that is wrong; what is only planned is not complete."),
        "": N_("If a public source says it, add it and name the source."),
    },
    examples={
        "no-words": "progress: The register is open and holds every contract since 2020.",
        "no-day": "    completed_on: 2026-09-15",
        "after-report": "milestones:\n  - id: {milestone}\n    completed_on: {date}",
        "day-not-recorded": "milestones:\n  - id: {milestone}\n    completed_on: 2026-09-15",
        "words-not-recorded": "progress: The register is open and holds every contract since 2020.",
    },
    page=__doc__,
    check=check,
)
