"""What may be told of records that were changed or are gone: their lives in, rows to keep out.

A content that cannot be read says nothing: what comes after it is held against the
last that could be read, so that nothing passes unseen between the two.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from openroadmap.history.gist import Gist, changes_of
from openroadmap.history.git import Git
from openroadmap.history.lives import Life
from openroadmap.history.read_gist import GISTED, gist_of
from openroadmap.history.store import Gists, Row, Store
from openroadmap.model.kinds import record_at

MOST_GISTS = 4_000
"""Contents read at most for their gist: those of agreed changes first, of these those that are
there, and the latest of each. Of the others only the days and the fields are told."""


def gists_of(git: Git, lives: Iterable[tuple[str, Life]], store: Store) -> Gists:
    """The gist of each content that the records in these files had, by kind and content."""
    every = dict.fromkeys(key for *_, key in sorted(_contents(lives), reverse=True))
    wanted = [*every][:MOST_GISTS]
    known = store.gists()
    gists = {key: known[key] for key in wanted if key in known}
    new = [key for key in wanted if key not in gists]
    if new:
        contents = git.contents([key.partition(" ")[2] for key in new])
        for key, content in zip(new, contents, strict=True):
            gists[key] = gist_of(key.partition(" ")[0], content) if content else None
        store.keep_gists(gists)
    return gists


def _contents(
    lives: Iterable[tuple[str, Life]],
) -> Iterator[tuple[bool, bool, bool, int, int, str]]:
    """Each content whose gist can be told, with the day that it came or, for the last, went.

    What was agreed comes before all else, and first where it is still there: a rule holds
    it against what it said at first, however many others came and went, and however often
    it was changed itself. Then comes the latest change of each record, then the one before:
    a record that was changed very often takes no place from others.
    """
    for path, life in lives:
        first, newest = life.steps[0][1], len(life.steps) - 2
        for number, ((day, content), (left, _)) in enumerate(
            zip(life.steps, (*life.steps[1:], (life.ended, "")), strict=True)
        ):
            if key := _key(path, content):
                agreed, turn = key.startswith("amendment "), min(number - newest, 0)
                is_first = agreed and content == first
                yield agreed, not life.ended, is_first, turn, max(day, left), key


def _key(path: str, content: str) -> str:
    """"" for what is only counted."""
    found = record_at(path)
    return f"{found[1]} {content}" if found and found[1] in GISTED else ""


def last_gist(path: str, life: Life, gists: Gists) -> Gist | None:
    """The last that a record said with a date, or at all."""
    found = [gist for _, gist in _steps(path, life, gists) if gist]
    return next((each for each in reversed(found) if each.dated), found[-1] if found else None)


def revisions(path: str, life: Life, gists: Gists) -> Iterator[Row]:
    """Each thing that may be told and became another, with its day and both sides."""
    before: Gist | None = None
    for day, after in _steps(path, life, gists):
        if before and after:
            yield from ((day, *change) for change in changes_of(before, after))
        before = after or before


def _steps(path: str, life: Life, gists: Gists) -> Iterator[tuple[int, Gist | None]]:
    return ((day, gists.get(_key(path, content))) for day, content in life.steps)
