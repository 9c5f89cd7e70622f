"""An id that does not fit.

## What it says

The id of a record is the name of its file without the ending, and never changes. There is
no need to write it in the file; where it is written, it is the same.

`ogp_id` is the id on OGP's website: two to four capital letters and four digits. No two
commitments of a plan share one.

## Why it matters

Pages, updates, reviews and links in documents find a commitment by its id. When an id
changes or stands for two things, they lead to the wrong promise, or to none.

## Wrong

```yaml commitments/open-contracts.yml
ogp_id: ELG-6
# … the rest of the record
```

## Right

```yaml commitments/open-contracts.yml
ogp_id: ELG0006
# … the rest of the record
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from openroadmap.findings import Level
from openroadmap.i18n import N_
from openroadmap.model.fields import OGP_ID_PATTERN
from openroadmap.model.site import PlanRecords
from openroadmap.rules.clauses import COMMITMENT_PAGE
from openroadmap.rules.rule import Fault, Rule

_OGP_ID = re.compile(OGP_ID_PATTERN)


def check(records: PlanRecords, today: date) -> Iterator[Fault]:
    owners: dict[str, str] = {}
    for commitment in records.commitments:
        ogp_id = commitment.ogp_id
        if not ogp_id:
            continue
        key = ("commitment", commitment.id)
        if not _OGP_ID.match(ogp_id):
            yield Fault(key, ("ogp_id",), "not-an-ogp-id", {"text": ogp_id})
        elif ogp_id in owners:
            args = {"text": ogp_id, "other": owners[ogp_id]}
            yield Fault(key, ("ogp_id",), "ogp-id-twice", args)
        owners.setdefault(ogp_id, commitment.id)


RULE = Rule(
    "C01",
    "id-that-does-not-fit",
    Level.ERROR,
    COMMITMENT_PAGE,
    messages={
        "not-the-file-name": N_("The file says id “{stated}”, but its name says “{id}”."),
        "not-an-ogp-id": N_("“{text}” is not an id of OGP's website."),
        "ogp-id-twice": N_("The commitment “{other}” has the same ogp_id, {text}."),
    },
    fixes={
        "not-the-file-name": N_(
            "Remove the line: the file's name is the id. Do not rename a file that is published."
        ),
        "not-an-ogp-id": N_(
            "Copy the id from the commitment's page on OGP's website, or remove the line."
        ),
        "ogp-id-twice": N_("Look both up on OGP's website, and correct the one that is wrong."),
    },
    examples={"not-an-ogp-id": "ogp_id: ELG0006", "ogp-id-twice": "ogp_id: ELG0007"},
    page=__doc__,
    check=check,
)
