"""Plain YAML: the text of a record as nearly everybody writes it comes in, its data goes out.

Most of what reading costs is an object for each sign of YAML. Here only lines are
looked at: ``key: value``, lists with dashes, and texts that begin with ``>-`` or ``|``.
Whatever else a text holds, from an anchor to a second space after a colon, makes the
whole of it None, and the strict reader reads it, tells what is wrong, and decides. So
nothing is ever refused here; a test holds that both give the same data for all that is read.
"""

from __future__ import annotations

import re
from typing import Final

from openroadmap.read.marks import SHIFT, Value

_DEEPEST: Final = 8
_LARGEST: Final = 20_000
"""Characters. A text of less cannot have too many nodes for the strict reader."""

_ODD: Final = ("\t", " #", "\r", "\x85", "\u2028", "\u2029", "\ufeff")
"""Tabs, what is perhaps a comment, and what YAML but not Python takes for the end of a line."""
_LONGEST_KEY: Final = 128
_SIGNS: Final = frozenset(" -?:,[]{}#&*!|>'\"%@`~")
"""What a text without quotation marks does not begin with."""
_NULLS: Final = frozenset({"null", "Null", "NULL"})
_BLOCKS: Final = frozenset({">", ">-", "|", "|-"})
_KEY: Final = re.compile("[A-Za-z0-9_][A-Za-z0-9_-]*")
_WORD: Final = r"""(?:[A-Za-z0-9_][A-Za-z0-9_.-]*|"[^"\\,]*")"""
_ROW: Final = re.compile(rf"\[{_WORD}(?:, {_WORD})*\]")
_BREAKS: Final = re.compile(r"\n(\n*)")


class _OddError(Exception):
    """It is not plain."""


def read_plain(text: str) -> tuple[dict[str, Value], list[int]] | None:
    """The data of plain YAML and the places of its parts, as ``marks`` has them.

    None for any other text, however right it may be.
    """
    if len(text) > _LARGEST or not text.endswith("\n") or any(sign in text for sign in _ODD):
        return None
    lines = _Lines(text)
    try:
        data = lines.whole()
    except _OddError:
        return None
    return data, lines.places


class _Lines:
    """A text line by line. A comment is a line of its own that begins at the margin."""

    __slots__ = ("_at", "_count", "_lines", "_note", "places")

    def __init__(self, text: str) -> None:
        self.places: list[int] = []
        self._note = self.places.append
        self._lines = text[:-1].split("\n")
        self._count = len(self._lines)
        self._at = 0

    def whole(self) -> dict[str, Value]:
        self._skip()
        self._note(self._at << SHIFT)
        data = self._mapping(0, 0)
        if not data or self._at < self._count:
            raise _OddError
        return data

    def _mapping(self, indent: int, depth: int) -> dict[str, Value]:
        """The entries that stand at an indent, up to a line that stands further left."""
        if depth > _DEEPEST:
            raise _OddError
        lines, count, note, pad = self._lines, self._count, self._note, " " * indent
        into: dict[str, Value] = {}
        while self._at < count:
            line = lines[self._at]
            if not line or line[0] == "#":
                self._at += 1
                continue
            if not line.startswith(pad):
                break
            key, colon, value = line[indent:].partition(": ")
            if not colon and key[-1:] == ":":
                key, colon = key[:-1], ":"
            is_word = len(key) <= _LONGEST_KEY and (key.isidentifier() or _KEY.fullmatch(key))
            if not colon or not is_word or key in into:
                if key.startswith("- "):
                    break
                raise _OddError
            place = self._at << SHIFT | indent
            note(place)
            self._at += 1
            if not value:
                into[key] = self._below(indent, depth + 1)
                continue
            place += len(key) + 2
            note(place)
            if value[0] in _SIGNS:
                into[key] = self._marked(value, place, indent)
            else:
                into[key] = _plain(value)
        return into

    def _below(self, indent: int, depth: int) -> Value:
        """The list or mapping that stands below its key."""
        self._skip()
        line = self._lines[self._at] if self._at < self._count else ""
        start = len(line) - len(line.lstrip(" "))
        self._note(self._at << SHIFT | start)
        if line.startswith("- ", start) and start >= indent:
            return self._list(start, depth)
        if start <= indent:
            raise _OddError  # an empty value, which may well be meant
        return self._mapping(start, depth)

    def _list(self, indent: int, depth: int) -> list[Value]:
        lines, count, dash, inner = self._lines, self._count, f"{' ' * indent}- ", indent + 2
        into: list[Value] = []
        while self._at < count:
            line = lines[self._at]
            if not line or line[0] == "#":
                self._at += 1
                continue
            if not line.startswith(dash):
                break
            value, place = line[inner:], self._at << SHIFT | inner
            self._note(place)
            if not value or value[0] in _SIGNS:
                self._at += 1
                into.append(self._marked(value, place, indent))
            elif ": " in value or value[-1] == ":":
                lines[self._at] = f"{' ' * inner}{value}"
                into.append(self._mapping(inner, depth + 1))
            else:
                self._at += 1
                into.append(_plain(value))
        return into

    def _marked(self, value: str, place: int, indent: int) -> Value:
        """A value that begins with a sign: a text in quotation marks or in lines below, a row."""
        if value in _BLOCKS:
            return self._block(value, indent)
        mark, inner = value[:1], value[1:-1]
        if mark and mark in "'\"" and len(value) > 1 and value[-1] == mark:
            if mark in inner or "\\" in inner:
                raise _OddError
            return inner
        if not _ROW.fullmatch(value):
            raise _OddError
        words = value[1:-1].split(", ")
        for word in words:
            self._note(place + 1)
            place += len(word) + 2
        return [word[1:-1] if word[0] == '"' else _plain(word) for word in words]

    def _block(self, style: str, indent: int) -> str:
        """The lines below that stand further in; ``>`` joins them, ``-`` drops the last break."""
        lines, start = self._lines, self._at
        first = lines[start] if start < self._count else ""
        inner = len(first) - len(first.lstrip(" "))
        if inner <= indent or inner == len(first):
            raise _OddError
        pad, at = first[:inner], start + 1
        while at < self._count and (not lines[at] or lines[at].startswith(pad)):
            at += 1
        self._at = at
        text = "\n".join([line[inner:] for line in lines[start:at]]).rstrip("\n")
        if " \n" in text or "\n " in text or text[-1] == " ":
            raise _OddError
        if style[0] == ">":
            text = _BREAKS.sub(_joined, text) if "\n\n" in text else text.replace("\n", " ")
        return text if style[-1] == "-" else f"{text}\n"

    def _skip(self) -> None:
        lines, count = self._lines, self._count
        while self._at < count and (not lines[self._at] or lines[self._at][0] == "#"):
            self._at += 1


def _plain(value: str) -> str | None:
    """A text without quotation marks."""
    if ": " in value or value[-1] in ": ":
        raise _OddError
    return None if value in _NULLS else value


def _joined(breaks: re.Match[str]) -> str:
    """Line breaks of a folded text: one is a space, each further one stands."""
    return breaks[1] or " "
