"""The bytes of a contributed text file come in; its text goes out, or why it is not fit to read."""

from __future__ import annotations

import codecs
import re
from itertools import islice
from typing import Final

from openroadmap.read.characters import (
    Character,
    check_characters,
    find_decomposed,
    is_clean,
    without_forbidden,
)
from openroadmap.read.refusals import Refusals

MAX_BYTES: Final = 256 * 1024

_MOST_CHARACTERS: Final = 1_000
_LONGEST_CORRECTED: Final = 120
_LINE_ENDS: Final = re.compile("[\r\x85\u2028\u2029]")
_WIDE_MARKS: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)


def read_text(raw: bytes, refusals: Refusals, room: int = 1) -> str | None:
    """Decode a file, with line ends as ``\\n``; None where it cannot be read any further.

    ``room`` is how many times larger than usual it may be.
    One byte-order mark at the start, as Windows writes it, is let through.
    Words that are not composed (NFC) are noted, but the text is returned.
    """
    if len(raw) > MAX_BYTES * room:
        refusals.add("Y09", "bytes", size=len(raw), limit=MAX_BYTES * room)
        return None
    if raw.startswith(_WIDE_MARKS):
        refusals.add("Y01", "utf16", (1, 1))
        return None
    raw = raw.removeprefix(codecs.BOM_UTF8)
    if b"\r" in raw:
        raw = raw.replace(b"\r\n", b"\n")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        _refuse_byte(raw, error.start, refusals)
        return None
    if not is_clean(raw):
        _refuse_characters(text, refusals)
        return None
    if found := find_decomposed(text):
        refusals.add_form(found, (found.line, found.column))
    return None if refusals.grave else text


def _refuse_byte(raw: bytes, start: int, refusals: Refusals) -> None:
    """Say where the first byte is that is not UTF-8, and what it probably was meant to be."""
    line_start = raw.rfind(b"\n", 0, start) + 1
    line = raw.count(b"\n", 0, start) + 1
    column = len(raw[line_start:start].decode("utf-8")) + 1
    byte = raw[start : start + 1]
    likely = byte.decode("cp1252", "ignore")
    refusals.add("Y01", "not-utf8", (line, column), byte=f"0x{byte.hex().upper()}", likely=likely)


def _refuse_characters(text: str, refusals: Refusals) -> None:
    """Tell of each character once a line: a paragraph pasted from elsewhere may hold dozens."""
    told: set[tuple[int, str]] = set()
    lines = text.split("\n")
    for found in islice(check_characters(text, prose=True), _MOST_CHARACTERS):
        if (found.line, found.codepoint) not in told:
            told.add((found.line, found.codepoint))
            better = _corrected(lines[found.line - 1], found)
            refusals.add_character(found, (found.line, found.column), corrected=better)


def _corrected(line: str, found: Character) -> str:
    """A line as it should be; "" where it is long, or a letter is lost that nobody can guess."""
    if len(line) > _LONGEST_CORRECTED or found.reason == "damaged":
        return ""
    parts = _LINE_ENDS.split(line)
    return "\n".join(without_forbidden(part, prose=True) for part in parts if part.strip())
