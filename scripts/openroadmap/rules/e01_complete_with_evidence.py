"""Complete without dated evidence.

## What it says

An update that reports a commitment or a milestone as complete names at least one document
with its date. Evidence of the update as a whole counts for its milestones too.

This holds for every plan, also for one that others transcribed. Where a source says that
something is done but shows no proof, put its words under `status_words`.

## Why it matters

“Complete” closes the matter: nobody looks again. In one government's tracker half of the
commitments marked as complete had no link to any proof. A dated document lets readers see
for themselves, and tells what was there on that day.

## Wrong

```yaml updates/2026-10-01-register.yml
date: 2026-10-01
commitment: open-contracts
progress: The register is open.
milestones:
  - id: m1
    completion: complete
    completed_on: 2026-09-15
```

## Right

```yaml updates/2026-10-01-register.yml
date: 2026-10-01
commitment: open-contracts
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

from collections.abc import Iterable, Iterator
from datetime import date

from openroadmap.findings import Level
from openroadmap.i18n import N_
from openroadmap.model.parts import Evidence
from openroadmap.model.reports import (
    completion_of,
    evidence_of,
    latest_status,
    unfinished,
    updates_by_commitment,
)
from openroadmap.model.site import PlanRecords
from openroadmap.model.voices import Update
from openroadmap.rules.clauses import DATED_EVIDENCE
from openroadmap.rules.rule import Fault, Rule, missing


def check(records: PlanRecords, today: date) -> Iterator[Fault]:
    told = _told_by_milestones(records, today)
    for update in records.updates:
        if not _is_dated(update.evidence):
            yield from _faults(update, update.id in told)


def _told_by_milestones(records: PlanRecords, today: date) -> frozenset[str]:
    """Updates with an error of C07: while milestones are open, evidence is not what is missing."""
    reports = updates_by_commitment(records, today)
    told: set[str] = set()
    for commitment in records.commitments:
        updates = reports.get(commitment.id, [])
        status = latest_status(updates)
        if status is not None and status.completion == "complete":
            left = unfinished(commitment, updates)
            if left.open or (left.unreported and missing(records) is Level.ERROR):
                told.add(status.id)
    return frozenset(told)


def _faults(update: Update, told: bool) -> Iterator[Fault]:
    """One for the commitment, or one for each milestone: the first explains the others."""
    key = ("update", update.id)
    every = tuple(evidence_of(update))
    if update.completion == "complete" and not told and not _is_dated(every):
        yield Fault(key, ("completion",), "commitment-undated" if every else "commitment")
        return
    for index, report in enumerate(update.milestones):
        if completion_of(report) == "complete" and not _is_dated(report.evidence):
            some = report.evidence or update.evidence
            variant = "milestone-undated" if some else "milestone"
            said = "completion" if report.completion else "completed_on"
            path = ("milestones", index, said)
            yield Fault(key, path, variant, {"milestone": report.id})


def _is_dated(evidence: Iterable[Evidence]) -> bool:
    return any(each.published_on is not None for each in evidence)


RULE = Rule(
    "E01",
    "complete-without-evidence",
    Level.ERROR,
    DATED_EVIDENCE,
    messages={
        "commitment": N_("The commitment is reported as complete without evidence."),
        "commitment-undated": N_(
            "The commitment is reported as complete, but its evidence has no date."
        ),
        "milestone": N_("Milestone {milestone} is reported as complete without evidence."),
        "milestone-undated": N_(
            "Milestone {milestone} is reported as complete, but its evidence has no date."
        ),
    },
    fixes={
        "": N_("Add a document that shows it, with the date of the document."),
        "commitment-undated": N_("Add published_on, the date of the document."),
        "milestone-undated": N_("Add published_on, the date of the document."),
    },
    examples={
        "": (
            "evidence:\n  - title: The register on its first day\n"
            "    url: https://example.org/register\n    published_on: 2026-09-15"
        ),
        "commitment-undated": "    published_on: 2026-09-15",
        "milestone-undated": "        published_on: 2026-09-15",
    },
    page=__doc__,
    check=check,
)
