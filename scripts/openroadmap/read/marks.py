"""Where the keys and values of a YAML file stand: data and a flat row of positions come in,
the line and column of any data path go out.

The row follows the document: first the root, then for each entry of a mapping
its key and its value, for each item of a list its value. Dicts keep their
order, so a walk over the data finds the place in the row again. That costs some
800 bytes for a file of 90 lines, and nothing until a place is asked for.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator
from typing import Final, TypeAlias

from yaml.error import Mark

from openroadmap.findings import DataPath

Value: TypeAlias = "str | list[Value] | dict[str, Value] | None"
"""What a YAML file may hold: every scalar is text as typed, or None where it is empty."""

SHIFT: Final = 18
"""A position is ``line << SHIFT | column``, both from 0: a file has at most 2^18 of either."""

_LARGE: Final = 2_000
_WHOLE_FILE: Final = (0, 0)


class Marks:
    """The places of one file's keys and values."""

    __slots__ = ("_data", "_index", "_row")

    def __init__(self, data: Value = None, positions: Iterable[int] = ()) -> None:
        self._data = data
        self._row = _compact(list(positions))
        self._index: dict[int, dict[str | int, int]] | None = None

    def value(self, path: DataPath) -> tuple[int, int]:
        """Line and column of a value, or of the nearest parent that exists; (0, 0) for none."""
        return self._place(self._find(path)[0])

    def key(self, path: DataPath) -> tuple[int, int]:
        """The same for the key before a value; an item of a list has no key but its own place."""
        return self._place(self._find(path)[1])

    def both(self, path: DataPath) -> tuple[tuple[int, int], tuple[int, int]]:
        """The places of a value and of its key, for the price of one."""
        value, key = self._find(path)
        return self._place(value), self._place(key)

    def _place(self, at: int) -> tuple[int, int]:
        if at >= len(self._row):
            return _WHOLE_FILE
        position = self._row[at]
        return (position >> SHIFT) + 1, (position & (1 << SHIFT) - 1) + 1

    def _find(self, path: DataPath) -> tuple[int, int]:
        """Where in the row a value and its key stand, or those of the nearest parent."""
        if len(self._row) > _LARGE:
            return self._find_in_index(path)
        node, value, key = self._data, 0, 0
        for step in path:
            for name, child, place in _children(node, value):
                if name == step:
                    node, value, key = child, place, place - isinstance(step, str)
                    break
            else:
                break
        return value, key

    def _find_in_index(self, path: DataPath) -> tuple[int, int]:
        """The same for a large file, in which many faults would cost a long walk each."""
        if self._index is None:
            self._index = {}
            _index_into(self._index, self._data, 0)
        value = key = 0
        for step in path:
            found = self._index.get(value, {}).get(step)
            if found is None:
                break
            value, key = found, found - isinstance(step, str)
        return value, key


class LateMarks(Marks):
    """The marks of a file that is read for them only when a place is asked for."""

    __slots__ = ("_marks", "_read")

    def __init__(self, read: Callable[[], Marks]) -> None:
        super().__init__()
        self._read = read
        self._marks: Marks | None = None

    def _find(self, path: DataPath) -> tuple[int, int]:
        if self._marks is None:
            self._marks = self._read()
        return self._marks._find(path)

    def _place(self, at: int) -> tuple[int, int]:
        return self._marks._place(at) if self._marks else _WHOLE_FILE


def position_of(mark: Mark) -> int:
    """Where a parser says that something begins."""
    return mark.line << SHIFT | mark.column


def count_positions(value: Value) -> int:
    """How many places of the row a value takes."""
    if isinstance(value, dict):
        own, children = 1 + len(value), list(value.values())
    elif isinstance(value, list):
        own, children = 1, value
    else:
        return 1
    for child in children:
        own += 1 if type(child) is str else count_positions(child)
    return own


def _children(value: Value, at: int) -> Iterator[tuple[str | int, Value, int]]:
    """What a collection that stands at ``at`` holds, each with its own place in the row."""
    after = at + 1
    if isinstance(value, dict):
        for key, child in value.items():
            yield key, child, after + 1
            after += 1 + count_positions(child)
    elif isinstance(value, list):
        for number, child in enumerate(value):
            yield number, child, after
            after += count_positions(child)


def _index_into(index: dict[int, dict[str | int, int]], value: Value, at: int) -> None:
    """For each collection, by its place in the row, note the places of what it holds."""
    places: dict[str | int, int] = {}
    for step, child, place in _children(value, at):
        places[step] = place
        if isinstance(child, (dict, list)):
            _index_into(index, child, place)
    index[at] = places


def _compact(positions: list[int]) -> array[int]:
    """Four bytes a position where the file has fewer than 2^14 lines, otherwise eight."""
    try:
        return array("I", positions)
    except OverflowError:
        return array("Q", positions)
