"""What was found in a history, kept for the next run: plain data, believed only when it is whole.

In come a folder and a key, out comes what was kept under it, or None.
"""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

from openroadmap.draft import draft_of
from openroadmap.history.gist import Gist, pack_gist, unpack_gist
from openroadmap.immutable import immutable
from openroadmap.model.facts import Told

FORM = 15
"""Grows when what is kept, or how it is worked out, changes."""

_FACTS = "history.json"
_PAIRS = "history-pairs.json"
_GISTS = "history-gists.json"
_LISTS = ("invented", "doubted")
_COUNTS = ("ahead", "newest", "missed")

Days = dict[str, list[int]]
"""The days on which a file changed, first published first, by its path; 0 is unknown."""
Row = tuple[int, Told, str, str, str]
"""A day and what changed on it; see ``Revision``."""
Rows = dict[str, list[Row]]
"""What changed, by the path of the file."""
Gists = dict[str, Gist | None]
"""A kind of record and the id of a content with a space between: what it comes to."""


@immutable
class Pairs:
    """What contents were found to say, each known by how its file is read and by its id.

    ``said`` holds for two of one sort the names of the fields that say something else, with
    spaces between, "" where they are not known, and None where both say the same. ``unread``
    are those that cannot be read. Spaces stand between the parts of their names.
    """

    said: dict[str, str | None]
    unread: frozenset[str]


@immutable
class KeptGone:
    """Of a file that is gone: its days, the day on which it went, and what it was."""

    days: list[int]
    ended: int
    gist: Gist | None


@immutable
class Kept:
    """The days of the files that are there, those that are gone, and what changed in either.

    ``invented`` are the folders of those plans that are gone and were examples. ``doubted``
    are the files that a commit changed whose day cannot be right. ``ahead`` is the first day of
    a commit that lay in the future, 0 for none: from then on it may be right, and all is to be
    read anew. So it is where ``newest``, the last day of all others, lies ahead now. ``missed``
    is the number of changes that were too many to be compared.
    """

    days: Days
    gone: dict[str, KeptGone]
    revised: Rows
    invented: list[str]
    doubted: list[str]
    ahead: int
    newest: int
    missed: int

    def still_holds(self, latest: int) -> bool:
        """Whether the same days lie in the future as then."""
        return self.newest <= latest and (not self.ahead or latest < self.ahead)


@immutable
class Store:
    """A folder to keep things in; None keeps nothing."""

    folder: Path | None

    def days(self, key: list[str]) -> Kept | None:
        kept = self._load(_FACTS, key)
        if not isinstance(kept, dict):
            return None
        try:
            gone = {path: _gone(each) for path, each in kept["gone"].items()}
            revised = {path: [*map(_row, rows)] for path, rows in kept["revised"].items()}
            lists = [[*map(_text, kept[name])] for name in _LISTS]
            counts = [kept[name] for name in _COUNTS]
        except (KeyError, TypeError, ValueError, AttributeError):
            return None  # not whole
        days = kept.get("days")
        whole = _are_days(days) and _are_ordinals(counts)
        return Kept(days, gone, revised, *lists, *counts) if whole else None

    def keep_days(self, key: list[str], kept: Kept) -> None:
        gone = {path: [g.days, g.ended, pack_gist(g.gist)] for path, g in kept.gone.items()}
        rest = {name: getattr(kept, name) for name in (*_LISTS, *_COUNTS)}
        told = {"days": kept.days, "gone": gone, "revised": kept.revised, **rest}
        self._save(_FACTS, key, told)

    def pairs(self) -> Pairs:
        kept = self._load(_PAIRS, [])
        try:
            said, unread = kept["said"], frozenset(map(_text, kept["unread"]))
            whole = all(each is None or type(each) is str for each in said.values())
        except (KeyError, TypeError, AttributeError):
            whole = False  # not there, or not whole
        return Pairs(said, unread) if whole else Pairs({}, frozenset())

    def keep_pairs(self, pairs: Pairs) -> None:
        self._save(_PAIRS, [], {"said": pairs.said, "unread": sorted(pairs.unread)})

    def gists(self) -> Gists:
        kept = self._load(_GISTS, [])
        try:
            return {key: unpack_gist(each) for key, each in kept.items()}
        except (TypeError, ValueError, AttributeError):
            return {}  # not there, or not whole

    def keep_gists(self, gists: Gists) -> None:
        self._save(_GISTS, [], {key: pack_gist(each) for key, each in gists.items()})

    def _load(self, name: str, key: list[str]) -> Any:
        if self.folder is None:
            return None
        try:
            kept = json.loads((self.folder / name).read_bytes())
        except (OSError, ValueError, RecursionError):
            return None  # not there yet, or not ours
        whole = isinstance(kept, dict) and kept.get("form") == FORM and kept.get("key") == key
        return kept.get("kept") if whole else None

    def _save(self, name: str, key: list[str], kept: Any) -> None:
        if self.folder is None:
            return
        with suppress(OSError):  # a folder that cannot be written costs time, nothing else
            self.folder.mkdir(parents=True, exist_ok=True)
            with draft_of(self.folder / name) as opened:
                opened.write(json.dumps({"form": FORM, "key": key, "kept": kept}).encode())


def _are_days(kept: Any) -> bool:
    return isinstance(kept, dict) and all(map(_are_ordinals, kept.values()))


def _are_ordinals(days: Any) -> bool:
    return isinstance(days, list) and bool(days) and all(type(day) is int for day in days)


def _gone(kept: Any) -> KeptGone:
    days, ended, gist = kept
    if not _are_ordinals([ended]) or not _are_ordinals(days):
        raise ValueError(kept)
    return KeptGone(days, ended, unpack_gist(gist))


def _text(kept: Any) -> str:
    if type(kept) is not str:
        raise TypeError(kept)
    return kept


def _row(kept: Any) -> Row:
    day, told, id, before, after = kept
    if type(day) is not int or not type(id) is type(before) is type(after) is str:
        raise ValueError(kept)
    return day, Told(told), id, before, after
