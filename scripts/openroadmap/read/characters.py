"""Text comes in; each character that a contributed text may not hold goes out, with the reason.

Refused everywhere: what cannot be seen, or makes a line read differently from
what it says. Marks that Arabic, Persian and Indic texts need are welcome in
running text, but not in keys, identifiers and file names.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Final

from openroadmap.immutable import immutable

_EVERYWHERE: Final = {
    "control": r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f",
    "line-end": r"\r\x85\u2028\u2029",
    "bidi": r"\u202a-\u202e\u2066-\u2069",
    "invisible": (
        r"\u180e\u200b\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb"
        r"\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
        r"\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
    ),
    "private": r"\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd",
    "noncharacter": r"\ufdd0-\ufdef\ufffe\uffff"
    + "".join(rf"\U{plane:04x}fffe\U{plane:04x}ffff" for plane in range(1, 17)),
    "surrogate": r"\ud800-\udfff",
    "damaged": r"\ufffd",
}
_IN_NAMES: Final = {
    "control": r"\t\n",
    "space": r"\xa0\u1680\u2000-\u200a\u202f\u205f\u3000",
    "mark": r"\xad\u034f\u061c\u200c-\u200f",
}


@lru_cache(maxsize=2)
def _reasons_in(prose: bool) -> re.Pattern[str]:
    """One pattern; the number of the group that matched names the reason."""
    tables = (_EVERYWHERE,) if prose else (_EVERYWHERE, _IN_NAMES)
    return re.compile("|".join(f"([{kind}])" for table in tables for kind in table.values()))


_REASONS: Final = (*_EVERYWHERE, *_IN_NAMES)
_ANY_FORBIDDEN: Final = re.compile(f"[{''.join(_EVERYWHERE.values())}]")
_PLAIN_ASCII: Final = bytes([*b"\t\n", *range(0x20, 0x7F)])
_WORD: Final = re.compile(r"\S+|[^\S ]")
_MOST_PIECES: Final = 8

MOST_MARKS: Final = 30
"""Accents on one letter. Unicode's own limit for text in streams (UAX 15); more take minutes
to put in order, and cover the lines above and below."""


@immutable
class Character:
    """One refused character and where it stands: offset from 0, line and column from 1."""

    offset: int
    line: int
    column: int
    codepoint: str
    name: str
    reason: str


@immutable
class Decomposed:
    """One word that is typed in pieces: a letter and its accent as two characters."""

    line: int
    column: int
    word: str
    codepoints: str
    lines: int = 1


def check_characters(text: str, *, prose: bool) -> Iterator[Character]:
    """Yield each character that running text (or else a key, identifier or name) may not hold."""
    pattern = _reasons_in(prose)
    line, line_start, seen = 1, 0, 0
    for match in pattern.finditer(text):
        offset = match.start()
        line += text.count("\n", seen, offset)
        line_start = max(line_start, text.rfind("\n", seen, offset) + 1)
        seen = offset
        reason = _REASONS[(match.lastindex or 1) - 1]
        yield Character(
            offset,
            line,
            offset - line_start + 1,
            codepoint(match[0]),
            unicodedata.name(match[0], "").lower(),
            reason,
        )


def is_clean(raw: bytes) -> bool:
    """Whether UTF-8 bytes hold no character refused in running text (quick: most are ASCII)."""
    unusual = raw.translate(None, _PLAIN_ASCII)
    return not unusual or not _ANY_FORBIDDEN.search(unusual.decode("utf-8"))


def find_decomposed(text: str) -> Decomposed | Character | None:
    """The first word that is not in Unicode's composed form (NFC), with how many lines have some.

    Dozens of marks on one letter are no writing: then the first such mark.
    """
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return None
    first, lines = None, 0
    for number, line in enumerate(text.split("\n"), 1):
        if unicodedata.is_normalized("NFC", line):
            continue
        if stacked := _find_stacked(line, number):
            return stacked
        lines += 1
        first = first or _first_decomposed(line, number)
    return replace(first, lines=lines) if first else None


def without_forbidden(text: str, *, prose: bool) -> str:
    """The text without what running text, or a key, may not hold; a key has plain spaces."""
    pattern = _reasons_in(prose)
    plain = text if prose else " ".join(text.split())
    return pattern.sub("", plain)


def _find_stacked(line: str, number: int) -> Character | None:
    run = 0
    for offset, character in enumerate(line):
        run = run + 1 if unicodedata.combining(character) else 0
        if run > MOST_MARKS:
            name = unicodedata.name(character, "").lower()
            return Character(offset, number, offset + 1, codepoint(character), name, "stacked")
    return None


def _first_decomposed(line: str, number: int) -> Decomposed | None:
    for match in _WORD.finditer(line):
        composed = unicodedata.normalize("NFC", match[0])
        if composed != match[0]:
            odd = [one for one in match[0] if not one.isascii()]
            pieces = " ".join(codepoint(one) for one in odd[:_MOST_PIECES])
            return Decomposed(number, match.start() + 1, composed, pieces)
    return None


def codepoint(character: str) -> str:
    """The usual name of a code point: ``U+202E``."""
    return f"U+{ord(character):04X}"
