"""A withdrawal that leaves no trace.

## What it says

A commitment that is withdrawn keeps its file. The amendment that withdraws it gives the
reason and the day on which the forum agreed.

OGP's texts, as far as they were at hand, have no rule on withdrawal. This one is ours.

## Why it matters

A promise that vanishes looks like one that was never made. With its page, its reason and the
forum's word, a withdrawal is an honest decision that people can follow.

## Wrong

```yaml amendments/2026-05-withdraw.yml
date: 2026-05-01
commitment: open-contracts
kind: withdraw
agreed_by_forum_on: 2026-04-20
```

## Right

```yaml amendments/2026-05-withdraw.yml
date: 2026-05-01
commitment: open-contracts
kind: withdraw
reason: The national register, opened in March, now lists the county's contracts.
agreed_by_forum_on: 2026-04-20
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from openroadmap.findings import Level
from openroadmap.i18n import N_
from openroadmap.model.site import PlanRecords
from openroadmap.rules.clauses import KEEPS_HISTORY
from openroadmap.rules.examples import bring_back
from openroadmap.rules.rule import Fault, Rule, missing

REQUIRED = ("reason", "agreed_by_forum_on")


def check(records: PlanRecords, today: date) -> Iterator[Fault]:
    if not records.amendments:
        return
    kept = {commitment.id for commitment in records.commitments}
    for amendment in records.amendments:
        if amendment.kind != "withdraw" or amendment.commitment is None:
            continue  # without a commitment it is for C15 to say
        key, args = ("amendment", amendment.id), {"commitment": amendment.commitment}
        if amendment.commitment not in kept:
            absent = ("commitment", amendment.commitment)
            yield Fault(key, ("commitment",), "file-gone", args, absent=absent)
        for name in REQUIRED:
            if getattr(amendment, name):
                continue
            if records.transcribed:
                fields = {**args, "fields": name}
                level = missing(records)
                yield Fault(key, (name,), "not-recorded", fields, level, joined=True)
            else:
                yield Fault(key, (name,), name, args, missing(records))


RULE = Rule(
    "C16",
    "withdrawn-without-trace",
    Level.ERROR,
    KEEPS_HISTORY,
    messages={
        "file-gone": N_("The commitment “{commitment}” was withdrawn, and its file is gone."),
        "reason": N_("The commitment “{commitment}” is withdrawn without a reason."),
        "agreed_by_forum_on": N_(
            "The record does not say when the forum agreed to withdraw the commitment "
            "“{commitment}”."
        ),
        "not-recorded": N_(
            "Not recorded for the withdrawal of the commitment “{commitment}”: {fields}."
        ),
    },
    fixes={
        "file-gone": N_("Bring the commitment's file back; the site shows it as withdrawn."),
        "reason": N_("Say in a sentence why it was withdrawn."),
        "agreed_by_forum_on": N_("Add the day of the forum's decision."),
        "not-recorded": N_("If a public source says it, add it and name the source."),
    },
    examples={
        "reason": "reason: The national register now lists the county's contracts.",
        "agreed_by_forum_on": "agreed_by_forum_on: 2026-04-20",
        "file-gone": bring_back("{plan}/commitments/{commitment}.yml"),
        "not-recorded": (
            "reason: The national register now lists the county's contracts.\n"
            "agreed_by_forum_on: 2026-04-20"
        ),
    },
    page=__doc__,
    check=check,
)
