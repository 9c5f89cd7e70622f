"""A translation with gaps.

## What it says

A translation (`open-contracts.fr.yml` beside `open-contracts.yml`) holds the texts of the
record in another language: the title and every longer text that the original has. What it may
not hold is rule S07.

## Why it matters

Translations are read and checked today; pages in other languages come with a later version. A
text without a translation will then be shown in its original language and marked as such.

## Wrong

```yaml commitments/open-contracts.fr.yml
title: Publier tous les marchés publics
```

## Right

```yaml commitments/open-contracts.fr.yml
title: Publier tous les marchés publics
problem: Les habitants ne voient pas ce que le comté achète, ni à qui.
solution: Publier chaque marché dans un registre ouvert.
expected_results: Chacun peut consulter tout marché dès le lendemain de sa signature.
values:
  transparency: Chaque marché devient public, avec son prix et son fournisseur.
milestones:
  m1:
    title: Ouvrir le registre
    deliverable: Le registre, en ligne et gratuit
```
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from openroadmap.findings import DataPath, Level
from openroadmap.i18n import N_
from openroadmap.model.fields import Record
from openroadmap.model.site import PlanRecords, RecordKey
from openroadmap.model.table import table
from openroadmap.rules.clauses import TEACHES
from openroadmap.rules.fields import record_of, translation_path
from openroadmap.rules.rule import Fault, Rule

PARTS = ("values", "milestones")
"""Parts of a record whose texts are translated with it."""


def check(records: PlanRecords, today: date) -> Iterator[Fault]:
    for (kind, id, lang), texts in records.texts.items():
        original = record_of(records, kind, id)
        if original is not None:
            yield from _gaps(original, texts, (f"{kind}.{lang}", id), lang)


def _gaps(
    original: Record, texts: Mapping[DataPath, str], key: RecordKey, lang: str
) -> Iterator[Fault]:
    there = dict(_texts_of(original))
    for path in there:
        if not texts.get(path):
            fields = ".".join(map(str, translation_path(original, path)))
            args = {"fields": fields, "language": lang}
            yield Fault(key, (), "", args, joined=True)


def _texts_of(record: Record, path: DataPath = ()) -> Iterator[tuple[DataPath, str]]:
    """The texts a translation should have: the title and all prose that is not a remark."""
    for name, field in table(type(record)).items():
        value = getattr(record, name)
        if not value:
            continue
        if name in PARTS:
            parts = enumerate(value) if field.many else ((None, value),)
            for step, part in parts:
                inner = (*path, name) if step is None else (*path, name, step)
                yield from _texts_of(part, inner)
        elif not field.many and (name == "title" or field.form == "prose"):
            yield (*path, name), value


RULE = Rule(
    "C14",
    "gaps-in-a-translation",
    Level.WARNING,
    TEACHES,
    messages={"": N_("Not translated ({language}): {fields}.")},
    fixes={"": N_("Add the texts. Where one is missing, the original's will be shown.")},
    examples={
        "": (
            "# in the file of the record whose name ends in .{language}.yml\nsolution: …"
        ),
    },
    page=__doc__,
    check=check,
)
