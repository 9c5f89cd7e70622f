"""The log of a repository comes in as git writes it, what each commit did to records goes out.

A commit comes after its parent, whatever the clock said on which it was made: its day
is never earlier than those before it. One whose day cannot be right was made by the day
of the next, and the last of them by today.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

from openroadmap.history.git import Git, HistoryError
from openroadmap.immutable import immutable
from openroadmap.model.kinds import KIND, KINDS

LOG = (
    "log", "--first-parent", "-m", "--raw", "-z", "--no-renames", "--no-abbrev", "--no-color",
    "--no-ext-diff", "-O/dev/null", "--encoding=UTF-8", "--format=tformat:@%ct %H %P", "HEAD", "--",
)  # fmt: skip
"""Along the first parents: what was written on a branch counts from the day it was merged."""

WRITTEN_ONCE = tuple(f"/{kind.file}" for kind in KINDS if kind.made_by)
"""How the path of a file ends that a command writes and nobody is to change."""
_AGREED = f"/{KIND['amendment'].folder}/"

ASIDE = (
    "diff-tree", "--stdin", "-r", "--raw", "-z", "--no-renames", "--no-abbrev", "--no-color",
    "--no-ext-diff", "--", *(f":(top,glob)**{end}" for end in (*WRITTEN_ONCE, f"{_AGREED}*.yml")),
)  # fmt: skip
"""What a merge has otherwise than one of its other parents, of what is not to be rewritten."""

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
class Aside:
    """What a merge has otherwise than one of its parents, other than the first."""

    parent: str
    change: Change


@immutable
class Commit:
    """The record files that one commit changed.

    ``day`` is the day of its committer in UTC as an ordinal, or that of an earlier
    commit where this is later, or that of the next one where its own cannot be right; 0
    where none after it is right either.
    """

    day: int
    changes: tuple[Change, ...]
    aside: tuple[Aside, ...] = ()


@immutable
class _Entry:
    """A commit as it stands in the log."""

    id: str
    others: tuple[str, ...]
    """Its parents but for the first."""
    day: int
    changes: tuple[Change, ...]


@immutable
class Log:
    """The commits that changed a record, oldest first.

    ``ahead`` is the first day among those of commits that were made later than is
    possible, 0 where there are none, and ``newest`` the last of all others. ``doubted`` are
    the files that were changed by a commit whose day cannot be right.
    """

    commits: tuple[Commit, ...]
    ahead: int
    newest: int
    doubted: tuple[bytes, ...]


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


def is_to_stay(path: str) -> bool:
    """Whether what a file says is never to be said otherwise: as adopted, or agreed since."""
    return path.endswith(WRITTEN_ONCE) or (_AGREED in path and not translates(path))


def read_log(git: Git, latest: int) -> Log:
    """Every commit that changed a record file, in one pass.

    ``latest`` is the last day, as an ordinal, that a clock can have shown.
    """
    entries = [*_entries(git.ask(*LOG))]
    entries.reverse()
    asides = _asides(git, entries)
    days = _in_order([each.day if each.day <= latest else 0 for each in entries])
    commits = tuple(
        Commit(day, each.changes, tuple(asides.get(each.id, ())))
        for each, day in zip(entries, days, strict=True)
        if each.changes or each.id in asides
    )
    doubted = (each for each in entries if not 0 < each.day <= latest)
    return Log(
        commits,
        ahead=min((each.day for each in entries if each.day > latest), default=0),
        newest=max(days, default=0),
        doubted=tuple({change.path: None for each in doubted for change in each.changes}),
    )


def _in_order(days: Sequence[int]) -> list[int]:
    """The days of commits, oldest first; 0 is one that cannot be right."""
    found = [*accumulate(days, max)]
    following = 0
    for number in reversed(range(len(days))):
        following = found[number] if days[number] else following
        found[number] = following
    return found


def day_of(git: Git, latest: int, commit: str, path: bytes) -> int:
    """The day on which a file became what it is in a commit, as an ordinal; 0 when it is none,
    or later than ``latest``."""
    place = f":(top,literal){path.decode('utf-8', 'surrogateescape')}"
    said = git.ask("log", "-1", "--format=tformat:@%ct", commit, "--", place)
    day = _day(said.strip()) if said.strip() else 0
    return day if day <= latest else 0


def _asides(git: Git, entries: Sequence[_Entry]) -> dict[str, list[Aside]]:
    """What merges have otherwise than their other parents, by the merge."""
    found: dict[str, list[Aside]] = {}
    # Whose difference it is, git says by the commit alone, so each parent has its turn.
    for turn in range(max((len(each.others) for each in entries), default=0)):
        ofs = {each.id: each.others[turn] for each in entries if len(each.others) > turn}
        asked = "".join(f"{id} {parent}\n" for id, parent in ofs.items())
        for id, change in _asides_of(git.ask(*ASIDE, questions=asked.encode())):
            found.setdefault(id, []).append(Aside(ofs[id], change))
    return found


def _asides_of(said: bytes) -> Iterator[tuple[str, Change]]:
    """Take an id of a commit, then what it changed as in the log, apart."""
    tokens = iter(said.split(b"\0"))
    id = ""
    for token in tokens:
        if token.startswith(b":"):
            path = next(tokens, b"")
            wanted = spot(path) and is_to_stay(path.decode("utf-8", "backslashreplace"))
            if wanted and (change := _change(token, path)) and change.old:
                yield id, change
        elif token:
            id = token.strip().decode()


def _entries(log: bytes) -> Iterator[_Entry]:
    """Take ``@<seconds> <id> <parents>``, then ``:<modes> <ids> <letter>`` and a path for each
    file, apart."""
    tokens = iter(log.split(b"\0"))
    head: list[bytes] = []
    changes: list[Change] = []
    for token in tokens:
        if token.startswith(b"@"):
            if head:
                yield _entry(head, changes)
            head, changes = token.split(), []
        elif token:
            path = next(tokens, b"")
            if not token.lstrip(b"\n").startswith(b":"):
                raise HistoryError("broken")
            if spot(path) and (change := _change(token, path)):
                changes.append(change)
    if head:
        yield _entry(head, changes)


def _entry(head: list[bytes], changes: Iterable[Change]) -> _Entry:
    if len(head) < 2:
        raise HistoryError("broken")
    id, *parents = (each.decode() for each in head[1:])
    return _Entry(id, tuple(parents[1:]), _day(head[0]), tuple(changes))


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
