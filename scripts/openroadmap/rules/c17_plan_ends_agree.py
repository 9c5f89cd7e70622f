"""Two ends of one plan.

## What it says

Where the end of a plan is stated twice, both say the same: `duration_until` beside `ends_on`,
and `previous_plan_ended_on` beside the `ends_on` of the plan before.

Where the sources themselves disagree, keep both and say so in a note. The warning stays, and
readers see why.

## Why it matters

The end of a plan starts several clocks: the last review, and the twelve months in which the
next plan is due. OGP's own pages give two ends for some plans.

## Wrong

```yaml plan.yml
ends_on: 2027-12-31
duration_until: 2028-02
# … the rest of the record
```

## Right

```yaml plan.yml
ends_on: 2027-12-31
duration_until: 2027-12
# … the rest of the record
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from openroadmap.findings import Level
from openroadmap.i18n import N_
from openroadmap.model.member import Plan
from openroadmap.model.site import PlanRecords
from openroadmap.rules.clauses import NOTHING_INVENTED
from openroadmap.rules.days import disagree
from openroadmap.rules.rule import Fault, Rule


def check(records: PlanRecords, today: date) -> Iterator[Fault]:
    plan = records.plan
    if plan is None:
        return
    key, ends, until = ("plan", plan.id), plan.ends_on, plan.duration_until
    if ends and until and disagree(ends, until):
        args = {"ends_on": ends.text, "until": until.text}
        variant = "duration-explained" if _is_explained(plan) else "duration"
        yield Fault(key, ("duration_until",), variant, args)
    before = records.context.plans.get(plan.previous_plan or "")
    ended = plan.previous_plan_ended_on
    if before and before.ends_on and ended and disagree(before.ends_on, ended):
        args = {"plan": before.id, "ends_on": before.ends_on.text, "ended_on": ended.text}
        yield Fault(key, ("previous_plan_ended_on",), "previous", args)


def _is_explained(plan: Plan) -> bool:
    """Whether a note tells readers about the two ends."""
    return any("ends_on" in note.about or "duration_until" in note.about for note in plan.notes)


RULE = Rule(
    "C17",
    "two-ends-of-a-plan",
    Level.WARNING,
    NOTHING_INVENTED,
    messages={
        "duration": N_("The plan ends on {ends_on}, but its duration runs until {until}."),
        "duration-explained": N_(
            "The plan ends on {ends_on}, but its duration runs until {until}; a note says why."
        ),
        "previous": N_(
            "The plan before, {plan}, ends on {ends_on} by its own record; here it ended on "
            "{ended_on}."
        ),
    },
    fixes={
        "": N_(
            "Correct the one that is wrong. If sources disagree, keep both and add a note about it."
        ),
        "duration-explained": N_("Nothing, unless a source settles which end is right."),
    },
    examples={
        "duration": "notes:\n  - about: [ends_on]\n    text: OGP's page gives two ends.",
        "previous": "previous_plan_ended_on: 2025-12-31",
        "duration-explained": (
            "sources:\n  - title: The action plan\n    url: https://example.org/plan\n"
            "    facts: [ends_on]"
        ),
    },
    page=__doc__,
    check=check,
)
