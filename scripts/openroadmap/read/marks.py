"""Where the keys and values of a YAML file stand: data and a flat row of positions come in,
the line and column of any data path go out.

The row follows the document: first the root, then for each entry of a mapping
its key and its value, for each item of a list its value. Dicts keep their
order, so a walk over the data finds the place in the row again. That costs some
800 bytes for a file of 90 lines, and nothing until a place is asked for.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Iterator
from typing import Final, Self, TypeAlias

from openroadmap.findings import DataPath

Value: TypeAlias = "str | list[Value] | dict[str, Value] | None"
"""What a YAML file may hold: every scalar is text as typed, or None where it is empty."""

SHIFT: Final = 18
"""A position is ``line << SHIFT | column``, both from 0: a file has at most 2^18 of either."""

_LARGE: Final = 2_000
_WHOLE_FILE: Final = (0, 0)

Children: TypeAlias = dict[str | int, int]


class Marks:
    """The places of one file's keys and values."""

    __slots__ = ("_data", "_index", "_row")

    def __init__(self, data: Value = None, positions: Iterable[int] = ()) -> None:
        self._data = data
        self._row = _compact(positions)
        self._index: dict[int, Children] | None = None

    def value(self, path: DataPath) -> tuple[int, int]:
        """Line and column of a value, or of the nearest parent that exists; (0, 0) for none."""
        return self._place(self._find(path)[0])

    def key(self, path: DataPath) -> tuple[int, int]:
        """The same for the key before a value; an item of a list has no key but its own place."""
        return self._place(self._find(path)[1])

    def packed(self) -> str:
        """The positions as text that JSON can hold, for ``restore``."""
        row = self._row[:]
        if sys.byteorder == "big":
            row.byteswap()
        return row.typecode + row.tobytes().hex()

    @classmethod
    def restore(cls, data: Value, packed: str) -> Self:
        """Bring back the marks of the same data; ValueError where the text is not from them."""
        row = array("Q" if packed.startswith("Q") else "I", bytes.fromhex(packed[1:]))
        if sys.byteorder == "big":
            row.byteswap()
        marks = cls(data)
        marks._row = row
        return marks

    def _place(self, at: int) -> tuple[int, int]:
        if at >= len(self._row):
            return _WHOLE_FILE
        position = self._row[at]
        return (position >> SHIFT) + 1, (position & (1 << SHIFT) - 1) + 1

    def _find(self, path: DataPath) -> tuple[int, int]:
        """Where in the row a value and its key stand."""
        index = self._index or self._build()
        value = key = 0
        for step in path:
            found = index.get(value, {}).get(step)
            if found is None:
                break
            value, key = found, found - isinstance(step, str)
        return value, key

    def _build(self) -> dict[int, Children]:
        """For each collection, by its place in the row: the places of what it holds.

        Kept for large files only, where many faults would otherwise cost a walk each.
        """
        index: dict[int, Children] = {}
        _index_into(index, self._data, 0)
        if len(self._row) > _LARGE:
            self._index = index
        return index


def count_positions(value: Value) -> int:
    """How many places of the row a value takes."""
    if isinstance(value, dict):
        return 1 + sum(1 + count_positions(one) for one in value.values())
    if isinstance(value, list):
        return 1 + sum(count_positions(one) for one in value)
    return 1


def _index_into(index: dict[int, Children], value: Value, at: int) -> int:
    """Note the children of the value that stands at ``at``; return the place after it."""
    after = at + 1
    if isinstance(value, (dict, list)):
        children: Children = {}
        for step, child, is_key in _entries(value):
            after += is_key
            children[step] = after
            after = _index_into(index, child, after)
        index[at] = children
    return after


def _entries(value: dict[str, Value] | list[Value]) -> Iterator[tuple[str | int, Value, bool]]:
    if isinstance(value, dict):
        return ((key, child, True) for key, child in value.items())
    return ((number, child, False) for number, child in enumerate(value))


def _compact(positions: Iterable[int]) -> array[int]:
    """Four bytes a position where the file has fewer than 2^14 lines, otherwise eight."""
    positions = list(positions)
    try:
        return array("I", positions)
    except OverflowError:
        return array("Q", positions)
