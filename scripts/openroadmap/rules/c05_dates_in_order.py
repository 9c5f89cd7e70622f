"""Dates that contradict each other.

## What it says

A commitment starts before it ends. A milestone lies within its commitment, and a
commitment within its plan.

Dates may be as exact as you know them. `2027` and `2027-03` do not contradict each other;
`2027-03` and `2026` do.

A commitment that runs beyond its plan is a warning only: OGP allows it.

## Why it matters

Everybody plans by these dates: partners, reviewers, the press. Two dates that cannot both
be true leave readers to guess which one is meant.

## Wrong

```yaml commitments/open-contracts.yml
starts_on: 2026-07-01
ends_on: 2026-06-30
# … the rest of the record
```

## Right

```yaml commitments/open-contracts.yml
starts_on: 2026-07-01
ends_on: 2027-09-30
# … the rest of the record
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from openroadmap.findings import Level
from openroadmap.i18n import N_
from openroadmap.model.commitment import Commitment, Milestone
from openroadmap.model.member import Plan
from openroadmap.model.site import PlanRecords
from openroadmap.rules.clauses import TEMPLATE
from openroadmap.rules.rule import Fault, Rule


def check(records: PlanRecords, today: date) -> Iterator[Fault]:
    plan = records.plan
    for commitment in records.commitments:
        starts, ends = commitment.starts_on, commitment.ends_on
        if starts and ends and ends.surely_before(starts):
            args = {"starts_on": starts.text, "ends_on": ends.text}
            yield Fault(("commitment", commitment.id), ("ends_on",), "ends-before-start", args)
            continue
        for index, milestone in enumerate(commitment.milestones):
            yield from _milestone(commitment, milestone, index)
        if plan is not None:
            yield from _within_plan(commitment, plan)


def _milestone(commitment: Commitment, milestone: Milestone, index: int) -> Iterator[Fault]:
    """At most one fault a milestone: the first that is found explains the others."""
    key, path = ("commitment", commitment.id), ("milestones", index)
    starts, due = milestone.starts_on, milestone.due_on
    args = {"milestone": milestone.id}
    if starts and due and due.surely_before(starts):
        dates = {"starts_on": starts.text, "due_on": due.text}
        yield Fault(key, (*path, "due_on"), "milestone-due-before-start", {**args, **dates})
        return
    for name, day in (("starts_on", starts), ("due_on", due)):
        if day and commitment.starts_on and day.surely_before(commitment.starts_on):
            dates = {"field": name, "date": day.text, "limit": commitment.starts_on.text}
            yield Fault(key, (*path, name), "milestone-before", {**args, **dates})
            return
        if day and commitment.ends_on and commitment.ends_on.surely_before(day):
            dates = {"field": name, "date": day.text, "limit": commitment.ends_on.text}
            yield Fault(key, (*path, name), "milestone-after", {**args, **dates})
            return


def _within_plan(commitment: Commitment, plan: Plan) -> Iterator[Fault]:
    key = ("commitment", commitment.id)
    starts, ends = commitment.starts_on, commitment.ends_on
    if starts and plan.starts_on and starts.surely_before(plan.starts_on):
        args = {"date": starts.text, "limit": plan.starts_on.text}
        yield Fault(key, ("starts_on",), "before-plan", args, Level.WARNING)
    if ends and plan.ends_on and plan.ends_on.surely_before(ends):
        args = {"date": ends.text, "limit": plan.ends_on.text}
        yield Fault(key, ("ends_on",), "after-plan", args, Level.WARNING)


RULE = Rule(
    "C05",
    "dates-out-of-order",
    Level.ERROR,
    TEMPLATE,
    messages={
        "ends-before-start": N_(
            "The commitment ends before it starts: its end is {ends_on}, its start {starts_on}."
        ),
        "milestone-due-before-start": N_(
            "Milestone {milestone} is due on {due_on}, before it starts on {starts_on}."
        ),
        "milestone-before": N_(
            "Milestone {milestone}: its {field}, {date}, is before the commitment starts on "
            "{limit}."
        ),
        "milestone-after": N_(
            "Milestone {milestone}: {field} {date} is after the commitment's end, {limit}."
        ),
        "before-plan": N_("The commitment starts on {date}, before its plan starts on {limit}."),
        "after-plan": N_("The commitment ends after its plan: {date} is after {limit}."),
    },
    fixes={
        "": N_("Compare both dates with the plan, and correct the one that is wrong."),
        "before-plan": N_(
            "If the date is right, leave it. If not, correct it here or in plan.yml."
        ),
        "after-plan": N_("If the date is right, leave it. If not, correct it here or in plan.yml."),
    },
    examples={
        "ends-before-start": "starts_on: {ends_on}\nends_on: {starts_on}",
        "before-plan": "notes:\n  - about: [starts_on]\n    text: Work began before the plan.",
        "after-plan": "notes:\n  - about: [ends_on]\n    text: Work goes on after the plan.",
        "milestone-due-before-start": (
            "milestones:\n  - id: {milestone}\n    starts_on: {due_on}\n    due_on: {starts_on}"
        ),
        "milestone-before": "milestones:\n  - id: {milestone}\n    {field}: {limit}",
        "milestone-after": "milestones:\n  - id: {milestone}\n    {field}: {limit}",
    },
    page=__doc__,
    check=check,
)
