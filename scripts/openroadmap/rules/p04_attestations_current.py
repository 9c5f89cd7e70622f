"""An attestation that has expired.

## What it says

What somebody vouches for holds for a time: until the day the record states, and for twelve
months at most; for six where a website is concerned. While the plan runs, it is renewed, unless
what it speaks of is over, such as the making of the plan.

## Why it matters

A website that could be reached a year ago may be gone. Readers should see what somebody stands
behind today, and not what somebody once said. How long an attestation holds is a rule of this
project.

## Wrong

```yaml attestations/site-can-be-reached.yml
requirement: "2.1"
claim: public_and_reachable
by:
  organisation: Budget Watch
  sector: civil_society
  role: Member of the forum
attested_on: 2026-01-10
evidence:
  - title: What we tried
    url: https://example.org/tried
```

## Right

```yaml attestations/site-can-be-reached.yml
requirement: "2.1"
claim: public_and_reachable
by:
  organisation: Budget Watch
  sector: civil_society
  role: Member of the forum
attested_on: 2026-09-10
evidence:
  - title: What we tried
    url: https://example.org/tried
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from openroadmap.findings import Level
from openroadmap.i18n import N_
from openroadmap.model.process import Attestation
from openroadmap.model.site import PlanRecords
from openroadmap.rules.attested import claim_of, expiry, speaks_of
from openroadmap.rules.clauses import DATED_EVIDENCE
from openroadmap.rules.rule import Fault, Rule
from openroadmap.standards.load import our_packs
from openroadmap.standards.pack import Phase, Requirement


def check(records: PlanRecords, today: date) -> Iterator[Fault]:
    plan = records.plan
    if not records.attestations or records.transcribed or plan is None:
        return
    if plan.ends_on is not None and plan.ends_on.last < today:
        return
    lasting = [each for each in _requirements() if set(each.phases) != {Phase.COCREATION}]
    latest: dict[tuple[str, str], tuple[date, Attestation]] = {}
    for attestation in records.attestations:
        requirement = next((each for each in lasting if speaks_of(attestation, each)), None)
        if requirement is not None and attestation.agrees is not False:
            last = expiry(attestation, requirement)
            key = (requirement.id, claim_of(attestation))
            if key not in latest or latest[key][0] < last:
                latest[key] = (last, attestation)
    for (id, _claim), (last, attestation) in latest.items():
        if last < today:
            args = {"date": last.isoformat(), "requirement": id}
            yield Fault(("attestation", attestation.id), ("attested_on",), "", args)


def _requirements() -> Iterator[Requirement]:
    for pack in our_packs().values():
        yield from pack.requirements


RULE = Rule(
    "P04",
    "expired-attestation",
    Level.NOTE,
    DATED_EVIDENCE,
    messages={
        "": N_("The attestation expired on {date} and no longer counts for {requirement}."),
    },
    fixes={
        "": N_("Ask whether it still holds, and add an attestation of today."),
    },
    examples={"": "attested_on: 2026-11-20"},
    page=__doc__,
    check=check,
)
