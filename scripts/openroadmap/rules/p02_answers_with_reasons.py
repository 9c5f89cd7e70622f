"""An answer without a reason.

## What it says

An answer to a contribution says what was decided, and gives a reason unless the contribution
was accepted.

## Why it matters

A refusal with a reason is respected; one without is not, and those who made the effort do
not come back. OGP asks governments to explain how contributions were considered, and why
something was left out.

## Wrong

```yaml contributions/2025-10-02-free-buses.yml
received_on: 2025-10-02
title: Free buses for everybody
```

```yaml responses/free-buses.yml
contributions: [2025-10-02-free-buses]
decision: not_accepted
published_on: 2025-11-20
```

## Right

```yaml contributions/2025-10-02-free-buses.yml
received_on: 2025-10-02
title: Free buses for everybody
```

```yaml responses/free-buses.yml
contributions: [2025-10-02-free-buses]
decision: not_accepted
reason: Fares are set by the national transport authority. We passed the proposal on.
published_on: 2025-11-20
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


def check(records: PlanRecords, today: date) -> Iterator[Fault]:
    for response in records.responses:
        if response.covers_all or response.reason or response.decision == "accepted":
            continue
        key = ("response", response.id)
        if response.decision is None:
            variant = "decision-not-recorded" if records.transcribed else "no-decision"
            yield Fault(key, ("decision",), variant, {}, missing(records))
        else:
            variant = "reason-not-recorded" if records.transcribed else "no-reason"
            args = {"decision": response.decision}
            yield Fault(key, ("reason",), variant, args, missing(records))


RULE = Rule(
    "P02",
    "answer-without-reason",
    Level.ERROR,
    REASONED_RESPONSE,
    messages={
        "no-decision": N_("The answer does not say what was decided."),
        "decision-not-recorded": N_("What was decided is not recorded."),
        "no-reason": N_("The answer says “{decision}”, but not why."),
        "reason-not-recorded": N_("The reason for “{decision}” is not recorded."),
    },
    fixes={
        "no-decision": N_("Say what was decided, and why."),
        "no-reason": N_("Give the reason in a sentence or two."),
        "": N_("If a public source says it, add it and name the source."),
    },
    examples={
        "no-decision": "decision: partly_accepted\nreason: The register starts with new contracts.",
        "no-reason": "reason: Fares are set by the national transport authority.",
        "decision-not-recorded": (
            "decision: partly_accepted\nreason: The register starts with new contracts."
        ),
        "reason-not-recorded": "reason: Fares are set by the national transport authority.",
    },
    page=__doc__,
    check=check,
)
