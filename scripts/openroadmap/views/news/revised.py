"""What was changed in a record on a day: git's revisions come in, those that count go out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from openroadmap.model.facts import Revision, Told

PARTS = (Told.CODE, Told.TEXT)
"""What came or went with the whole of what an assessment says of a commitment is not told again."""
TEXTS = (Told.STORY, Told.TRANSLATION)
"""What lies beside a record, in a file of its own."""


def revisions_of(every: Iterable[Revision], day: date) -> tuple[Revision, ...]:
    """What changed in a record in the course of one day, each thing once."""
    found: dict[tuple[Told, str], Revision] = {}
    for each in every:
        if each.day == day and each.told is not Told.FIELDS:
            key = (each.told, each.id)
            found[key] = replace(each, before=found[key].before) if key in found else each
    revised = tuple(each for each in found.values() if each.before != each.after)
    whole = {each.id for each in revised if each.told is Told.RESULT and "" in _sides(each)}
    return tuple(each for each in revised if part_of(each) not in whole)


def part_of(revision: Revision) -> str:
    """The commitment of which an assessment says another code or word; "" of all else."""
    id, dot, _ = revision.id.partition(".")
    return id if dot and revision.told in PARTS else ""


def _sides(revision: Revision) -> tuple[str, str]:
    return revision.before, revision.after


def text_days(every: Iterable[Revision]) -> set[date]:
    """The days on which a text beside the record became another or went, and stayed so."""
    texts = [each for each in every if each.told in TEXTS]
    return {each.day for each in texts if revisions_of(texts, each.day)}
