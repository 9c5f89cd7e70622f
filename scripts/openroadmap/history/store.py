"""What was found in a history, kept for the next run: plain data, believed only when it is whole.

In come a folder and a key, out comes what was kept under it, or None.
"""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

from openroadmap.draft import draft_of
from openroadmap.immutable import immutable

FORM = 4
"""Grows when what is kept, or how it is worked out, changes."""

_FACTS = "history.json"
_PAIRS = "history-pairs.json"

Days = dict[str, list[int]]
"""The days on which a file changed, first published first, by its path; 0 is unknown."""


@immutable
class Kept:
    """The days of the files that are there, and of those that are gone and should not be."""

    days: Days
    gone: Days


Pairs = dict[str, bool]
"""Two ids of contents with a space between: whether they say the same."""


@immutable
class Store:
    """A folder to keep things in; None keeps nothing."""

    folder: Path | None

    def days(self, key: list[str]) -> Kept | None:
        kept = self._load(_FACTS, key)
        if not isinstance(kept, dict):
            return None
        days, gone = _days(kept.get("days")), _days(kept.get("gone"))
        return None if days is None or gone is None else Kept(days, gone)

    def keep_days(self, key: list[str], kept: Kept) -> None:
        self._save(_FACTS, key, {"days": kept.days, "gone": kept.gone})

    def pairs(self) -> Pairs:
        kept = self._load(_PAIRS, [])
        if not isinstance(kept, dict) or not all(type(same) is bool for same in kept.values()):
            return {}
        return kept

    def keep_pairs(self, pairs: Pairs) -> None:
        self._save(_PAIRS, [], pairs)

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


def _days(kept: Any) -> Days | None:
    if not isinstance(kept, dict):
        return None
    for days in kept.values():
        if not isinstance(days, list) or not days or not all(type(day) is int for day in days):
            return None
    return kept
