"""When each record of a project changed: git and a place in its repository come in, days go out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import pairwise

from openroadmap.history.git import Git
from openroadmap.history.invented import invented_plans
from openroadmap.history.lives import Life, Lives, follow
from openroadmap.history.log import (
    WRITTEN_ONCE,
    day_of,
    is_to_stay,
    read_log,
    translates,
)
from openroadmap.history.read_gist import GISTED, differs_in_statuses
from openroadmap.history.revisions import gists_of, last_gist, revisions
from openroadmap.history.same import fields_that_differ, says_the_same
from openroadmap.history.store import Kept, KeptGone, Pairs, Row, Store
from openroadmap.history.texts import text_rows
from openroadmap.model.facts import Told
from openroadmap.model.kinds import KIND, beside, record_at
from openroadmap.model.table import table

RECORDS = "commitments"
MOST_PAIRS = 40_000
"""Contents compared at most: of what is never to change first, then the latest; what came before
counts as unchanged."""

NAMED = frozenset((*GISTED, "plan", "commitment", "forum", "timeline"))
"""The kinds of record of which it is told which of their fields were changed."""
Step = tuple[tuple[int, str], tuple[int, str]]
"""A content with the day it came, and the one that took its place."""


def days_of(git: Git, prefix: bytes, store: Store, latest: int) -> Kept:
    """The days of every record file that lies in the project now, and of those that are gone.

    Of those that were changed or are gone also what may be told of it. ``latest`` is the
    last day, as an ordinal, that a clock can have shown.
    """
    log = read_log(git, latest)
    alive, lost = follow(log.commits, partial(day_of, git))
    lives, gone = _within(prefix, alive), _within(prefix, lost)
    invented = invented_plans(git, lives, gone)
    gone = {path: life for path, life in gone.items() if record_at(path) or beside(path)}
    pairs = _compared(git, (*lives.items(), *gone.items()), store)
    texts = [*text_rows(lives, gone, pairs)]
    gone = {path: life for path, life in gone.items() if record_at(path)}
    days = {path: _days(path, life, pairs) for path, life in lives.items()}
    told = [*gone.items(), *((path, lives[path]) for path, each in days.items() if each[1:])]
    gists = gists_of(git, told, store)
    revised: dict[str, list[Row]] = {}
    for path, life in told:
        if rows := [*revisions(path, life, gists), *_fields(path, life, pairs)]:
            revised.setdefault(path, []).extend(rows)
    for path, row in texts:
        revised.setdefault(path, []).append(row)
    ended = {
        path: KeptGone(_days(path, life, pairs), life.ended, last_gist(path, life, gists))
        for path, life in gone.items()
    }
    return Kept(days, ended, revised, invented, log.ahead)


def _within(prefix: bytes, lives: Lives) -> dict[str, Life]:
    """Those of the project that lies in a folder of the repository, by the path within."""
    start = prefix + RECORDS.encode() + b"/"
    return {
        path[len(prefix) :].decode("utf-8", "backslashreplace"): life
        for path, life in lives.items()
        if path.startswith(start)
    }


def _compared(git: Git, lives: Iterable[tuple[str, Life]], store: Store) -> Pairs:
    """Every change of every record, and whether it changed what the record says."""
    wanted = sorted(_steps(lives), reverse=True)[:MOST_PAIRS]
    known = store.pairs()
    pairs = {pair: known[pair] for *_, pair, _ in wanted if pair in known}
    new = {pair: name for *_, pair, name in wanted if pair not in pairs}
    if new:
        pairs |= _compare(git, new)
        store.keep_pairs(pairs)
    return pairs


def _steps(lives: Iterable[tuple[str, Life]]) -> Iterator[tuple[bool, bool, int, str, str]]:
    """Each change of content after the first: its day, its pair, the file's name.

    However much else was changed, what is there of a plan as adopted and of what was
    agreed since comes before it, and translations come after it.
    """
    for path, life in lives:
        stays, is_original = not life.ended and is_to_stay(path), not translates(path)
        for (_, before), (day, content) in _changes(path, life):
            yield stays, is_original, day, f"{before} {content}", path


def _changes(path: str, life: Life) -> Iterator[Step]:
    """The changes of content that count, in their order.

    Of a file that is written once it counts what it says now, and what it said at first.
    """
    if not path.endswith(WRITTEN_ONCE):
        yield from pairwise(life.steps)
    elif life.steps[0][1] != life.steps[-1][1]:
        yield life.steps[0], life.steps[-1]


def _compare(git: Git, new: Mapping[str, str]) -> Pairs:
    """Look at the contents of pairs, which come with the names of their files."""
    contents = git.contents([blob for pair in new for blob in pair.split()])
    return {
        pair: _difference(old, content, name)
        for (pair, name), old, content in zip(new.items(), contents, contents, strict=True)
    }


def _difference(old: bytes | None, new: bytes | None, path: str) -> str | None:
    """See ``Pairs``. A name that is no field's may be anything, and is not kept; one is not needed
    where the gists tell of all that differs."""
    if old is None or new is None or says_the_same(old, new, path):
        return None
    found = record_at(path)
    if found is None or found[1] not in NAMED:
        return ""
    kind, known = found[1], table(KIND[found[1]].model)
    return " ".join(
        name
        for name in fields_that_differ(old, new)
        if name in known and not differs_in_statuses(kind, name, old, new)
    )


def _days(path: str, life: Life, pairs: Pairs) -> list[int]:
    """The day on which a record came, and each day since on which it said something new.

    What is never to change, and did so on the very day on which it came, has that day twice.
    """
    days = [life.first, *_changed(path, life, pairs)]
    return days if path.endswith(WRITTEN_ONCE) else list(dict.fromkeys(days))


def _changed(path: str, life: Life, pairs: Pairs) -> Iterator[int]:
    """The days on which a record said something new; a pair not looked at said nothing new."""
    for (_, before), (day, content) in _changes(path, life):
        if pairs.get(f"{before} {content}") is not None:
            yield day


def _fields(path: str, life: Life, pairs: Pairs) -> Iterator[Row]:
    """Each change with the names of the fields that say something else since."""
    for (_, before), (day, content) in _changes(path, life):
        if names := pairs.get(f"{before} {content}"):
            yield day, Told.FIELDS, "", "", names
