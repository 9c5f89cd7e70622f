"""A contribution whose way cannot be followed.

## What it says

An answer that accepts a contribution, wholly or in part, names the commitment it led to. That
commitment names the contribution under `origin_contributions`. Each names the other.

## Why it matters

People who took part want to see what became of their proposal, and readers of a commitment
where it came from. OGP asks governments to report back on how contributions were considered.

## Wrong

```yaml contributions/2025-10-02-contract-register.yml
received_on: 2025-10-02
title: Put all contracts online
```

```yaml responses/contract-register.yml
contributions: [2025-10-02-contract-register]
decision: accepted
commitments: [open-contracts]
published_on: 2025-11-20
```

## Right

```yaml contributions/2025-10-02-contract-register.yml
received_on: 2025-10-02
title: Put all contracts online
```

```yaml responses/contract-register.yml
contributions: [2025-10-02-contract-register]
decision: accepted
commitments: [open-contracts]
published_on: 2025-11-20
```

```yaml commitments/open-contracts.yml
origin_contributions: [2025-10-02-contract-register]
# … the rest of the record
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from openroadmap.findings import Level
from openroadmap.i18n import N_
from openroadmap.model.site import PlanRecords
from openroadmap.rules.clauses import REASONED_RESPONSE
from openroadmap.rules.rule import Fault, Rule, missing

ACCEPTED = ("accepted", "partly_accepted", "merged")
_ANY_RESPONSE = ("response", "")


def check(records: PlanRecords, today: date) -> Iterator[Fault]:
    if records.responses:
        yield from _answers(records)
    yield from _origins(records)


def _answers(records: PlanRecords) -> Iterator[Fault]:
    """From an answer that accepts to its commitment, and back."""
    origins = {each.id: each.origin_contributions for each in records.commitments}
    for response in records.responses:
        if response.decision not in ACCEPTED:
            continue
        key = ("response", response.id)
        if not response.commitments:
            of = {*response.contributions}
            named = ", ".join(id for id, every in origins.items() if not of.isdisjoint(every))
            args = {"decision": str(response.decision), "origins": named or "…"}
            yield Fault(key, ("decision",), "leads-nowhere", args, missing(records))
        for index, id in enumerate(response.commitments):
            for contribution in response.contributions if id in origins else ():
                if contribution not in origins[id]:
                    args = {"commitment": id, "contributions": contribution}
                    path = ("commitments", index)
                    yield Fault(key, path, "not-named-back", args)


def _origins(records: PlanRecords) -> Iterator[Fault]:
    """From a commitment to the contributions it came from, and their answers."""
    known = {contribution.id for contribution in records.contributions}
    answered = {
        (contribution, commitment)
        for response in records.responses
        if response.decision in ACCEPTED
        for contribution in response.contributions
        for commitment in response.commitments
    }
    for commitment in records.commitments:
        for index, id in enumerate(commitment.origin_contributions):
            if id in known and (id, commitment.id) not in answered:
                key, path = ("commitment", commitment.id), ("origin_contributions", index)
                variant = "answer-not-recorded" if records.transcribed else "no-answer"
                args = {"contribution": id}
                yield Fault(key, path, variant, args, missing(records), _ANY_RESPONSE)


RULE = Rule(
    "C13",
    "contribution-lost-from-sight",
    Level.ERROR,
    REASONED_RESPONSE,
    messages={
        "leads-nowhere": N_("The answer says “{decision}”, but names no commitment it led to."),
        "not-named-back": N_(
            "The answer names the commitment “{commitment}”, which does not name the "
            "contribution “{contributions}”."
        ),
        "no-answer": N_(
            "The commitment comes from the contribution “{contribution}”, but no answer to that "
            "says so."
        ),
        "answer-not-recorded": N_(
            "The answer to the contribution “{contribution}” is not recorded."
        ),
    },
    fixes={
        "leads-nowhere": N_("Name the commitment by its id."),
        "not-named-back": N_("Add the contribution to the commitment's file."),
        "no-answer": N_("Add an answer under responses/ that names both."),
        "answer-not-recorded": N_("If the answer is public, add it under responses/."),
    },
    examples={
        "leads-nowhere": "commitments: [{origins}]",
        "not-named-back": "origin_contributions: [{contributions}]",
        "no-answer": (
            "contributions: [{contribution}]\ndecision: accepted\ncommitments: [{stem}]"
        ),
        "answer-not-recorded": (
            "contributions: [{contribution}]\ndecision: accepted\ncommitments: [{stem}]"
        ),
    },
    page=__doc__,
    check=check,
)
