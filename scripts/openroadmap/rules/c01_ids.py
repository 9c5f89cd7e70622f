"""An id that does not fit.

## What it says

The id of a record is the name of its file without the ending, and never changes. There is
no need to write it in the file; where it is written, it is the same.

`ogp_id` is the id on OGP's website: two to four capital letters and four digits. No two
commitments of a plan share one.

No two milestones of a commitment share an id, and an update speaks of each milestone once. The
name of an update, a meeting or a view begins with its date: `2026-10-01-register.yml`.

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
from openroadmap.model.dates import NotADateError, PartialDate, parse_date
from openroadmap.model.fields import OGP_ID_PATTERN
from openroadmap.model.process import Meeting
from openroadmap.model.site import PlanRecords
from openroadmap.model.voices import Update, View
from openroadmap.rules.clauses import COMMITMENT_PAGE
from openroadmap.rules.rule import Fault, Rule

_OGP_ID = re.compile(OGP_ID_PATTERN)
_DATE = re.compile(r"(\d{4}(?:-\d\d){0,2})(?:-|\Z)")


def check(records: PlanRecords, today: date) -> Iterator[Fault]:
    yield from _ogp_ids(records)
    for kind, dated in _dated(records):
        yield from _names(kind, dated.id, dated.date)


def _dated(records: PlanRecords) -> Iterator[tuple[str, Update | Meeting | View]]:
    yield from (("update", each) for each in records.updates)
    yield from (("meeting", each) for each in records.meetings)
    yield from (("view", each) for each in records.views)


def _names(kind: str, id: str, day: PartialDate) -> Iterator[Fault]:
    """The date in a file's name may be less exact than the record's, but not another."""
    stated = _date_in(id)
    if stated is None:
        yield Fault((kind, id), ("date",), "name-undated", {"date": day.text}, Level.NOTE)
    elif stated.surely_before(day) or day.surely_before(stated):
        args = {"stated": stated.text, "date": day.text}
        yield Fault((kind, id), ("date",), "name-of-another-date", args, Level.WARNING)


def _date_in(id: str) -> PartialDate | None:
    found = _DATE.match(id)
    try:
        return parse_date(found[1]) if found else None
    except NotADateError:
        return None


def _ogp_ids(records: PlanRecords) -> Iterator[Fault]:
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
        "part-twice": N_("The id “{id}” stands twice in “{part}”: here and on line {first_line}."),
        "name-of-another-date": N_("The file's name begins with {stated}, but its date is {date}."),
        "name-undated": N_("The file's name does not begin with its date."),
    },
    fixes={
        "not-the-file-name": N_(
            "Remove the line: the file's name is the id. Do not rename a file that is published."
        ),
        "not-an-ogp-id": N_(
            "Copy the id from the commitment's page on OGP's website, or remove the line."
        ),
        "part-twice": N_("Give the second one an id of its own, or make one of the two."),
        "name-of-another-date": N_(
            "Correct the date if it is wrong. Rename the file only if it is not published yet."
        ),
        "name-undated": N_("Begin the name with {date}-, if the file is not published yet."),
        "ogp-id-twice": N_("Look both up on OGP's website, and correct the one that is wrong."),
    },
    examples={
        "not-an-ogp-id": "ogp_id: ELG0006",
        "ogp-id-twice": "ogp_id: ELG0007",
        "part-twice": "  - id: m2",
        "name-of-another-date": "date: {stated}",
        "name-undated": "git mv {file} {folder}/{date}-{base}",
        "not-the-file-name": "# {base}\ntitle: Publish every public contract",
    },
    page=__doc__,
    check=check,
)
