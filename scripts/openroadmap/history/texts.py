"""Stories and translations that were changed or removed: lives come in, rows of their records go
out.

Such a text is a part of what a record says, in a file of its own. One that comes later hides
nothing, and is no change; on the day on which it came it may still be put right. Of its words
nothing is kept but by which two versions differ.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import inf

from openroadmap.history.compared import Compared
from openroadmap.history.lives import Life
from openroadmap.history.store import Row
from openroadmap.model.facts import NOTHING, WORDS, Told
from openroadmap.model.kinds import Beside, beside

Lives = Mapping[str, Life]
_DIGITS = 16


def text_rows(alive: Lives, gone: Lives, found: Compared) -> Iterator[tuple[str, Row]]:
    """Each change of a text, and each removal, with the file of the record that it lies beside.

    ``found`` tells which changes changed what is said. Where the record went on the same day,
    its own removal says so.
    """
    for path, life in (*alive.items(), *gone.items()):
        if len(life.steps) == 1 and path not in gone:
            continue
        text = beside(path)
        if text is None:
            continue
        for day, before, after, _ in found.changes(path, life):
            if day != life.first:
                yield text.record, _row(day, text, before, _digest(after))
        record = gone.get(text.record)
        if path in gone and (record is None or (life.ended or inf) < (record.ended or inf)):
            yield text.record, _row(life.ended, text, life.steps[-1][1], NOTHING)


def _row(day: int, text: Beside, before: str, after: str) -> Row:
    told = Told.STORY if text.is_story else Told.TRANSLATION
    return day, told, text.lang, _digest(before), after


def _digest(content: str) -> str:
    """By the id of its content, which is one of its words already."""
    return WORDS + content[:_DIGITS]
