"""A completion that the reports do not bear out.

## What it says

A commitment is reported as limited or substantial only with evidence in that update or an
earlier one. It is reported as complete only when each of its milestones is reported
as complete.

The latest update that reports a completion counts. What a status of complete needs in
evidence is rule E01.

## Why it matters

A status is a claim. Reviewers rate what they can find proof of, and a claim without it is
rated as “no evidence available”, however good the work was.

## Wrong

```yaml updates/2026-10-01-register.yml
date: 2026-10-01
commitment: open-contracts
completion: substantial
progress: The register is being tested with three departments.
```

## Right

```yaml updates/2026-10-01-register.yml
date: 2026-10-01
commitment: open-contracts
completion: substantial
progress: The register is being tested with three departments.
evidence:
  - title: Test report
    url: https://example.org/test-report
    published_on: 2026-09-28
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from openroadmap.findings import Level
from openroadmap.i18n import N_
from openroadmap.model.commitment import Commitment
from openroadmap.model.reports import (
    evidence_of,
    latest_status,
    unfinished,
    updates_by_commitment,
)
from openroadmap.model.site import PlanRecords
from openroadmap.model.voices import Update
from openroadmap.rules.clauses import COMPLETION
from openroadmap.rules.rule import Fault, Rule, missing

_ANY_UPDATE = ("update", "")


def check(records: PlanRecords, today: date) -> Iterator[Fault]:
    reports = updates_by_commitment(records, today)
    for commitment in records.commitments:
        updates = reports.get(commitment.id, ())
        status = latest_status(updates)
        if status is None:
            continue
        if status.completion in ("limited", "substantial"):
            yield from _needs_evidence(records, status, updates)
        elif status.completion == "complete":
            yield from _needs_milestones(records, commitment, status, updates)


def _needs_evidence(records: PlanRecords, status: Update, updates: list[Update]) -> Iterator[Fault]:
    for update in updates:
        if next(evidence_of(update), None) is not None:
            return
        if update is status:
            break
    variant = "evidence-not-recorded" if records.transcribed else "no-evidence"
    args = {"completion": str(status.completion)}
    key = ("update", status.id)
    yield Fault(key, ("completion",), variant, args, missing(records), _ANY_UPDATE)


def _needs_milestones(
    records: PlanRecords, commitment: Commitment, status: Update, updates: list[Update]
) -> Iterator[Fault]:
    """One fault for all: what is reported otherwise weighs more than what is not reported."""
    left = unfinished(commitment, updates)
    key, path = ("update", status.id), ("completion",)
    args = {"milestones": ", ".join((*left.open, *left.unreported))}
    if left.open:
        yield Fault(key, path, "milestones-open", args)
    elif left.unreported:
        variant = "milestones-not-recorded" if records.transcribed else "milestones-unreported"
        yield Fault(key, path, variant, args, missing(records), _ANY_UPDATE)


RULE = Rule(
    "C07",
    "completion-not-borne-out",
    Level.ERROR,
    COMPLETION,
    messages={
        "no-evidence": N_("The update reports “{completion}”, but no update names evidence."),
        "evidence-not-recorded": N_("Evidence for “{completion}” is not recorded."),
        "milestones-open": N_(
            "The update reports the commitment as complete, but not these milestones: {milestones}."
        ),
        "milestones-unreported": N_(
            "The commitment is reported as complete, but no update says so of: {milestones}."
        ),
        "milestones-not-recorded": N_(
            "The commitment is reported as complete; how far these milestones are is not "
            "recorded: {milestones}."
        ),
    },
    fixes={
        "no-evidence": N_(
            "Add a document that shows the progress, with its date. If there is none yet, "
            "report no_evidence_available."
        ),
        "evidence-not-recorded": N_("If you know a public document that shows it, add it."),
        "milestones-open": N_(
            "Report the milestones as complete if they are; if not, report the commitment as "
            "substantial."
        ),
        "milestones-unreported": N_("Report each milestone, with its day and its evidence."),
        "milestones-not-recorded": N_("If a public source says it, report each milestone."),
    },
    examples={
        "no-evidence": (
            "evidence:\n  - title: Test report\n    url: https://example.org/test-report\n"
            "    published_on: 2026-09-28"
        ),
        "milestones-unreported": (
            "milestones:\n  - id: m1\n    completion: complete\n    completed_on: 2026-09-15"
        ),
        "evidence-not-recorded": (
            "evidence:\n  - title: Test report\n    url: https://example.org/test-report\n"
            "    published_on: 2026-09-28"
        ),
        "milestones-not-recorded": (
            "milestones:\n  - id: m1\n    completion: complete\n    completed_on: 2026-09-15"
        ),
        "milestones-open": "completion: substantial",
    },
    page=__doc__,
    check=check,
)
