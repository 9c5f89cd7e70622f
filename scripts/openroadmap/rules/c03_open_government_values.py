"""A commitment that does not say how it opens government.

## What it says

A commitment says in a sentence how it serves at least one of the three values: transparency,
civic participation, public accountability. Technology and inclusion count in addition, never
alone.

Where a source only names the values (`values_named`), that is shown, and the missing reason
is told.

## Why it matters

It is OGP's first question to a commitment: does it make a policy area, an institution or a
decision more transparent, participatory or accountable to the public? A reviewer who finds
no answer counts the commitment as not relevant.

## Wrong

```yaml commitments/open-contracts.yml
values:
  technology: The register runs on modern software.
# … the rest of the record
```

## Right

```yaml commitments/open-contracts.yml
values:
  transparency: Every contract becomes public, with its price and its supplier.
  technology: The register runs on modern software.
# … the rest of the record
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from openroadmap.findings import Level
from openroadmap.i18n import N_
from openroadmap.model.commitment import Commitment
from openroadmap.model.site import PlanRecords
from openroadmap.rules.clauses import LENS
from openroadmap.rules.rule import Fault, Rule, missing, missing_variant

CORE = ("transparency", "participation", "accountability")
SUPPORTING = ("technology", "inclusion")


def check(records: PlanRecords, today: date) -> Iterator[Fault]:
    for commitment in records.commitments:
        variant = _judge(commitment)
        if not variant:
            continue
        key, path = ("commitment", commitment.id), ("values",)
        if variant == "named-only":
            args = {"values": ", ".join(commitment.values_named)}
            yield Fault(key, ("values_named",), variant, args, Level.WARNING)
        elif variant == "missing":
            yield Fault(key, path, missing_variant(records), {}, missing(records))
        else:
            yield Fault(key, path, variant, {}, missing(records))


def _judge(commitment: Commitment) -> str:
    """Which of the sentences fits, or "" when the commitment gives a reason."""
    values, named = commitment.values, commitment.values_named
    if values is not None and any(getattr(values, name) for name in CORE):
        return ""
    if any(name in CORE for name in named):
        return "named-only"
    if named or (values is not None and any(getattr(values, name) for name in SUPPORTING)):
        return "supporting-only"
    return "missing"


RULE = Rule(
    "C03",
    "no-open-government-value",
    Level.ERROR,
    LENS,
    messages={
        "missing": N_("The commitment does not say how it opens government."),
        "not-recorded": N_("How this commitment opens government is not recorded."),
        "named-only": N_("The commitment names values ({values}), but not how it serves them."),
        "supporting-only": N_(
            "The commitment names technology or inclusion, which count only beside one of the "
            "three values of open government."
        ),
    },
    fixes={
        "": N_("Say in one sentence how it serves transparency, participation or accountability."),
        "not-recorded": N_(
            "If a public source says it, add the sentence; if it only names values, add those."
        ),
    },
    examples={
        "": "values:\n  transparency: Every contract becomes public, with price and supplier.",
        "not-recorded": "values_named: [transparency]",
    },
    page=__doc__,
    check=check,
)
