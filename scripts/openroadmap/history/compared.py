"""Which changes of a file changed what it says: lives and git come in, verdicts go out.

A content that nobody could read says nothing: what comes after it is held against the last
that could be read, so that nothing passes unseen between the two. Where nothing comes after
it, or two contents were not compared, what was said may have changed, and so it counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from openroadmap.history.git import Git
from openroadmap.history.lives import Life
from openroadmap.history.log import WRITTEN_ONCE, is_to_stay, translates
from openroadmap.history.read_gist import GISTED, differs_in_statuses
from openroadmap.history.same import fields_that_differ, is_text, says_the_same
from openroadmap.history.store import Pairs, Store
from openroadmap.immutable import immutable
from openroadmap.model.kinds import KIND, record_at
from openroadmap.model.table import table

MOST_PAIRS = 40_000
"""Contents compared at most: of what is never to change first, then of each file the latest."""

NAMED = frozenset((
    *GISTED, "plan", "commitment", "forum", "timeline", "contribution", "mechanism", "outreach",
))  # fmt: skip
"""The kinds of record of which it is told which of their fields were changed."""
Step = tuple[tuple[int, str], tuple[int, str]]
"""A content with the day it came, and the one that took its place."""
_ROUNDS = 2
"""In the first it is seen what cannot be read, in the second its neighbours are compared."""


@immutable
class Compared:
    """What was found. ``missed`` is the number of changes that were not compared."""

    pairs: Pairs
    missed: int

    def as_read(self, path: str, life: Life) -> Life:
        """A life without what nobody could read, but for what nobody can read since."""
        return life.without(self.pairs.unread, _sort(path))

    def changes(self, path: str, life: Life) -> Iterator[tuple[int, str, str, str]]:
        """Each change of what a file says: its day, both contents, and the names of the fields
        where they are known. The life is as read."""
        sort = _sort(path)
        for (_, before), (day, content) in _changes(path, life):
            names = self.pairs.said.get(f"{sort} {before} {content}", "")
            if names is not None:
                yield day, before, content, names


def compare(git: Git, lives: Iterable[tuple[str, Life]], store: Store) -> Compared:
    """Look at every change of every file, and keep what was found.

    However often a file went to and fro, two contents are compared once.
    """
    every, kept = [*lives], store.pairs()
    found, wanted = kept, _wanted(every, kept)
    for _ in range(_ROUNDS):
        if new := [key for key in wanted[:MOST_PAIRS] if key not in found.said]:
            known, found = found.unread, _look(git, new, found)
            wanted = wanted if found.unread == known else _wanted(every, found)
    if found is not kept:
        said = {key: found.said[key] for key in wanted if key in found.said}
        store.keep_pairs(Pairs(said, found.unread))
    return Compared(found, sum(key not in found.said for key in wanted))


def _wanted(lives: Iterable[tuple[str, Life]], found: Pairs) -> list[str]:
    """The key of each pair of contents, by weight."""
    return list(dict.fromkeys(key for *_, key in sorted(_weighed(lives, found), reverse=True)))


def _weighed(
    lives: Iterable[tuple[str, Life]], found: Pairs
) -> Iterator[tuple[bool, bool, int, int, str]]:
    """Each change of content after the first, the heaviest where it would be missed most.

    However much else was changed, what is there of a plan as adopted and of what was
    agreed since comes before it, and translations come after it. A file that was changed
    very often takes no place from those that were not.
    """
    for path, life in lives:
        if len(life.steps) == 1:
            continue
        stays, is_original = not life.ended and is_to_stay(path), not translates(path)
        sort = _sort(path)
        changes = [*_changes(path, life.without(found.unread, sort))]
        for turn, ((_, before), (day, content)) in enumerate(reversed(changes)):
            yield stays, is_original, -turn, day, f"{sort} {before} {content}"


def _changes(path: str, life: Life) -> Iterator[Step]:
    """The changes of content that count, in their order.

    Of a file that is written once it counts what it says now, and what it said at first.
    """
    if not path.endswith(WRITTEN_ONCE):
        yield from pairwise(life.steps)
    elif life.steps[0][1] != life.steps[-1][1]:
        yield life.steps[0], life.steps[-1]


def _sort(path: str) -> str:
    """How a file is read: as a record of a kind, or by the ending of its name."""
    found = record_at(path)
    return found[1] if found else path.rpartition(".")[2]


def _look(git: Git, new: Sequence[str], found: Pairs) -> Pairs:
    """Look at the contents of pairs."""
    contents = git.contents([id for key in new for id in key.split()[1:]])
    said, read = dict(found.said), dict.fromkeys(found.unread, False)
    for key, old, content in zip(new, contents, contents, strict=True):
        sort, *ids = key.split()
        names = [f"{sort} {id}" for id in ids]
        for name, each in zip(names, (old, content), strict=True):
            if name not in read:
                read[name] = each is not None and is_text(each, _room(sort))
        can_be = old is not None and content is not None and all(map(read.get, names))
        said[key] = _difference(old, content, sort) if can_be else ""
    return Pairs(said, frozenset(name for name, can_be in read.items() if not can_be))


def _room(sort: str) -> int:
    return KIND[sort].room if sort in KIND else 1


def _difference(old: bytes, new: bytes, sort: str) -> str | None:
    """See ``Pairs``. A name that is no field's may be anything, and is not kept; one is not needed
    where the gists tell of all that differs."""
    if says_the_same(old, new, sort, _room(sort)):
        return None
    if sort not in NAMED:
        return ""
    known = table(KIND[sort].model)
    return " ".join(
        name
        for name in fields_that_differ(old, new)
        if name in known and not differs_in_statuses(sort, name, old, new)
    )
