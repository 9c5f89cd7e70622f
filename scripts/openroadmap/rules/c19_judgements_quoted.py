"""A judgement outside a reviewer's report.

## What it says

The codes of the Independent Reporting Mechanism (verifiable, relevance, ambition, potential for
results, early results and so on) stand only in files under `assessments/`, and an assessment
that holds judgements links to the report they come from.

In a plan that others transcribed, a missing link is told as not recorded.

## Why it matters

The lead institution reports, others judge. A rating is worth something because readers can
see who gave it, and look it up.

## Wrong

```yaml commitments/open-contracts.yml
potential_for_results: substantial
# … the rest of the record
```

## Right

```yaml assessments/2026-action-plan-review.yml
by: irm
kind: action_plan_review
published_on: 2026-06
url: https://www.opengovpartnership.org/documents/
results:
  open-contracts:
    potential_for_results: substantial
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from openroadmap.findings import Level
from openroadmap.i18n import N_
from openroadmap.model.site import PlanRecords
from openroadmap.model.voices import Assessment
from openroadmap.rules.clauses import FACTS
from openroadmap.rules.rule import Fault, Rule


def check(records: PlanRecords, today: date) -> Iterator[Fault]:
    for assessment in records.assessments:
        if _judges(assessment) and not _is_linked(assessment):
            key, path = ("assessment", assessment.id), ("url",)
            if records.transcribed:
                yield Fault(key, path, "report-not-recorded", {}, Level.WARNING)
            else:
                yield Fault(key, path, "no-report")


def _judges(assessment: Assessment) -> bool:
    return bool(
        assessment.results or assessment.totals or assessment.process or assessment.findings
    )


def _is_linked(assessment: Assessment) -> bool:
    return bool(assessment.url) or any(source.url for source in assessment.sources)


RULE = Rule(
    "C19",
    "judgement-outside-a-report",
    Level.ERROR,
    FACTS,
    messages={
        "outside-assessment": N_("“{key}” is for reviewers to say: it belongs in an assessment."),
        "no-report": N_("The assessment does not link to the report it comes from."),
        "report-not-recorded": N_(
            "Where the report of this assessment can be read is not recorded."
        ),
    },
    fixes={
        "outside-assessment": N_(
            "Move it to a file under assessments/ that names the report and links to it."
        ),
        "no-report": N_("Add the address of the report."),
        "report-not-recorded": N_("If you know where the report can be read, add its address."),
    },
    examples={
        "outside-assessment": (
            "by: irm\nurl: https://www.opengovpartnership.org/documents/\n"
            "results:\n  open-contracts:\n    {key}: …"
        ),
        "no-report": "url: https://www.opengovpartnership.org/documents/",
        "report-not-recorded": "url: https://www.opengovpartnership.org/documents/",
    },
    page=__doc__,
    check=check,
)
