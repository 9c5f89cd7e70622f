"""Where the keys and values of plain YAML stand: its text and data come in, the line and column
of any data path go out.

In a text that ``read_plain`` has read, each entry begins a line, and only entries of one
collection stand equally far in. So a place is looked for in the text when it is asked for,
and none is noted before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from openroadmap.findings import DataPath
from openroadmap.read.marks import Marks, Value

_APART: Final = r"(?:(?:#[^\n]*)?\n)*"
"""Empty lines and comments."""
_START: Final = re.compile(_APART)
_VALUE: Final = re.compile(rf" ?(?:\n{_APART} *)?")
"""What stands between a key and its value, in the same line or below."""


class PlainMarks(Marks):
    """The places of plain YAML; asked like ``Marks``."""

    __slots__ = ("_items", "_text")

    def __init__(self, data: Value, text: str) -> None:
        super().__init__(data)
        self._text = text
        self._items: dict[int, list[int]] = {}

    def _place(self, at: int) -> tuple[int, int]:
        return self._text.count("\n", 0, at) + 1, at - self._text.rfind("\n", 0, at)

    def _find(self, path: DataPath) -> tuple[int, int]:
        node, text = self._data, self._text
        value = key = _end(_START, text, 0)
        for step in path:
            if isinstance(node, dict) and isinstance(step, str) and step in node:
                key = _find_key(text, value, step)
                value, node = _end(_VALUE, text, key + len(step) + 1), node[step]
            elif isinstance(node, list) and isinstance(step, int) and 0 <= step < len(node):
                value = key = self._items_of(value, len(node))[step]
                node = node[step]
            else:
                break
        return value, key

    def _items_of(self, at: int, count: int) -> list[int]:
        """Where the items of a list stand; found once, since each of many may be at fault."""
        if at not in self._items:
            self._items[at] = list(_find_items(self._text, at, count))
        return self._items[at]


def _find_key(text: str, at: int, key: str) -> int:
    """Where a key stands, in the mapping that begins at a place."""
    if text.startswith(f"{key}:", at):
        return at
    before = f"\n{_indent(text, at)}"
    return text.index(f"{before}{key}:", at) + len(before)


def _find_items(text: str, at: int, count: int) -> Iterator[int]:
    """Where each item stands, in the list or row that begins at a place."""
    between = ", " if text[at] == "[" else f"\n{_indent(text, at)}- "
    at += 1 if text[at] == "[" else 2
    yield at
    for _ in range(count - 1):
        at = text.index(between, at) + len(between)
        yield at


def _indent(text: str, at: int) -> str:
    return " " * (at - text.rfind("\n", 0, at) - 1)


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    """Where a pattern that fits everything ends."""
    found = pattern.match(text, at)
    return found.end() if found else at
