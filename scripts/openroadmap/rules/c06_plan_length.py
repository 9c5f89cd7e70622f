"""A plan of an unusual length.

## What it says

A plan says when it starts and when it ends. A national plan runs two years or four; two
months more or less are let pass. A local plan runs at least one year and ends within the
term of office.

## Why it matters

OGP's calendar of reviews follows from the length of a plan. A plan of another length is
reviewed too early, too late, or not at all.

That national plans run two or four years is OGP's text. The two months of tolerance are
ours, and what is said of local plans is known from OGP's handbook but was not at hand.

## Wrong

```yaml plan.yml
level: national
starts_on: 2026-01-01
ends_on: 2028-12-31
# … the rest of the record
```

## Right

```yaml plan.yml
level: national
starts_on: 2026-01-01
ends_on: 2027-12-31
# … the rest of the record
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from openroadmap.findings import Level
from openroadmap.i18n import N_
from openroadmap.model.dates import PartialDate
from openroadmap.model.member import Plan
from openroadmap.model.site import PlanRecords
from openroadmap.rules.clauses import PLAN_LENGTH
from openroadmap.rules.days import add_months
from openroadmap.rules.rule import Fault, Rule, missing

LENGTHS = (24, 48)
TOLERANCE = 2
SHORTEST_LOCAL = 12


def check(records: PlanRecords, today: date) -> Iterator[Fault]:
    plan = records.plan
    if plan is None:
        return
    key = ("plan", plan.id)
    starts, ends = plan.starts_on, plan.ends_on
    if starts is None or ends is None:
        names = [name for name in ("starts_on", "ends_on") if getattr(plan, name) is None]
        variant = "not-recorded" if records.transcribed else "missing"
        for name in names:
            yield Fault(key, (name,), variant, {"fields": name}, missing(records), joined=True)
        return
    member = records.context.member
    level = plan.level or (member.level if member else None)
    args = {"starts_on": starts.text, "ends_on": ends.text}
    if level == "national" and not _runs_two_or_four_years(starts, ends):
        yield Fault(key, ("ends_on",), "not-two-or-four-years", args)
    elif level == "local":
        yield from _local(plan, starts, ends, args)


def _runs_two_or_four_years(starts: PartialDate, ends: PartialDate) -> bool:
    """Whether the dates, as exact as they are, can mean it."""
    return any(
        add_months(starts.first, months - TOLERANCE) <= ends.last + timedelta(days=1)
        and ends.first <= add_months(starts.last, months + TOLERANCE)
        for months in LENGTHS
    )


def _local(
    plan: Plan, starts: PartialDate, ends: PartialDate, args: dict[str, str]
) -> Iterator[Fault]:
    key, term = ("plan", plan.id), plan.term_ends_on
    if ends.last < add_months(starts.first, SHORTEST_LOCAL) - timedelta(days=1):
        yield Fault(key, ("ends_on",), "under-a-year", args)
    elif term is not None and term.surely_before(ends):
        yield Fault(key, ("ends_on",), "after-the-term", {**args, "term": term.text})


RULE = Rule(
    "C06",
    "unusual-plan-length",
    Level.WARNING,
    PLAN_LENGTH,
    messages={
        "not-two-or-four-years": N_(
            "The plan runs from {starts_on} to {ends_on}, which is neither two years nor four."
        ),
        "under-a-year": N_("The plan runs from {starts_on} to {ends_on}, less than one year."),
        "after-the-term": N_("The plan ends on {ends_on}, after the term of office, {term}."),
        "missing": N_("The plan does not give its whole period. Missing: {fields}."),
        "not-recorded": N_("The whole period of the plan is not recorded. Missing: {fields}."),
    },
    fixes={
        "": N_("Compare the dates with the plan as delivered to OGP."),
        "missing": N_("Add the first and the last day of the plan."),
        "not-recorded": N_("If you know a public source that says it, add it and name the source."),
    },
    examples={"": "starts_on: 2026-01-01\nends_on: 2027-12-31"},
    page=__doc__,
    check=check,
)
