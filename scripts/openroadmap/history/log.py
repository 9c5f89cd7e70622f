"""The log of a repository comes in as git writes it, what each commit did to records goes out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from openroadmap.history.git import Git, HistoryError
from openroadmap.immutable import immutable
from openroadmap.model.kinds import KINDS

LOG = (
    "log", "--first-parent", "-m", "--raw", "-z", "--no-renames", "--no-abbrev", "--no-color",
    "--no-ext-diff", "-O/dev/null", "--encoding=UTF-8", "--format=tformat:@%ct", "HEAD", "--",
)  # fmt: skip
"""Along the first parents: what was written on a branch counts from the day it was merged."""

_RECORDS = b"commitments"
_FOLDERS = frozenset(kind.folder.encode() for kind in KINDS if kind.folder)
_TRANSLATION = re.compile(r"\.[a-z]{2}(?:-[A-Z]{2})?\.(?:yml|md)\Z")
_FILES = (b"100644", b"100755", b"100664")
_SECONDS_OF_A_DAY = 86_400
_FIRST, _LAST = 719_163, 803_533
"""1 January 1970 and 31 December 2200 as ordinals: beyond, a commit's date means nothing."""


@immutable
class Spot:
    """Where a record file lies: the plan's (or member's) folder, the folder of its kind, a name."""

    folder: bytes
    kind: bytes
    name: bytes


@immutable
class Change:
    """What a commit did to one file; ``old`` and ``new`` are ids of contents, "" for none."""

    path: bytes
    old: str
    new: str


@immutable
class Commit:
    """The record files that one commit changed.

    ``day`` is the day of its committer in UTC as an ordinal, 0 when it is none.
    """

    day: int
    changes: tuple[Change, ...]


@lru_cache(maxsize=100_000)
def spot(path: bytes) -> Spot | None:
    """Where in the folders of records a path lies, or None when it lies elsewhere."""
    parts = path.split(b"/")
    if not parts[-1].endswith((b".yml", b".md")):
        return None
    if parts[-5:-4] == [_RECORDS] and parts[-2] in _FOLDERS:
        return Spot(b"/".join(parts[:-2]), parts[-2], parts[-1])
    if _RECORDS in (*parts[-4:-3], *parts[-3:-2]):
        return Spot(b"/".join(parts[:-1]), b"", parts[-1])
    return None


def translates(path: str) -> bool:
    """Whether a file is a translation, which says what its original said already."""
    return _TRANSLATION.search(path) is not None


def read_log(git: Git) -> list[Commit]:
    """Every commit that changed a record file, oldest first, in one pass."""
    commits = [commit for commit in _commits(git.ask(*LOG)) if commit.changes]
    commits.reverse()
    return commits


def _commits(log: bytes) -> Iterator[Commit]:
    """Take ``@<seconds>``, then ``:<modes> <ids> <letter>`` and a path for each file, apart."""
    tokens = iter(log.split(b"\0"))
    day, changes = 0, []
    begun = False
    for token in tokens:
        if token.startswith(b"@"):
            if begun:
                yield Commit(day, tuple(changes))
            begun, day, changes = True, _day(token), []
        elif token:
            path = next(tokens, b"")
            if not token.lstrip(b"\n").startswith(b":"):
                raise HistoryError("broken")
            if spot(path) and (change := _change(token, path)):
                changes.append(change)
    if begun:
        yield Commit(day, tuple(changes))


def _day(token: bytes) -> int:
    try:
        day = _FIRST + int(token[1:]) // _SECONDS_OF_A_DAY
    except ValueError:
        raise HistoryError("broken") from None
    return day if _FIRST <= day <= _LAST else 0


def _change(token: bytes, path: bytes) -> Change | None:
    """One changed file; links, submodules and what is no file count as nothing there."""
    words = token.split()
    if len(words) != 5:
        raise HistoryError("broken")
    old = words[2].decode() if words[0][1:] in _FILES else ""
    new = words[3].decode() if words[1] in _FILES else ""
    return Change(path, old, new) if old != new else None
