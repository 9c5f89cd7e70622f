"""A line as it was typed comes in; the same as it was most probably meant goes out, for examples.

What cannot be guessed is "": then the example of the rule itself has to do.
"""

from __future__ import annotations

import re
from typing import Final, TypeAlias

from openroadmap.read.refusals import excerpt
from openroadmap.read.remarks import as_quoted

_ENTRY: Final = re.compile(r" *(?:- +)*(?P<key>[^:\s][^:]*?) *:(?: +(?P<value>.*))?$")
_KEY_AND_WORDS: Final = re.compile(r"\s*([a-z][a-z_]*)\s+(\S.*)")
_LINE: Final = 400  # of a longer line only so much is looked at: patterns take time
_SHORT: Final = 80  # a line that can be shown whole
_CURLY: Final = ("“", "”", "„", "«", "‘", "’", "‹")

Args: TypeAlias = dict[str, str | int]

_NOTHING: Final[Args] = {"key": "", "quoted": ""}


def entry_of(line: str) -> re.Match[str] | None:
    """A line's key and value, if it has the form of an entry."""
    return _ENTRY.match(line[:_LINE])


def is_curly(value: str) -> bool:
    """Whether a text begins with a typographic quote."""
    return value.startswith(_CURLY)


def quoted(key: str, value: str) -> Args:
    """A key, its text, and the same text as it can stand in the file."""
    bare = value.strip(" “”„«»‘’‹›") if is_curly(value) else value
    return {"key": excerpt(key), "value": excerpt(value), "quoted": _in_quotes(bare)}


def whole_quoted(line: str) -> Args:
    """A line's key and all that stands after it, in quotes."""
    entry = entry_of(line)
    if not entry or not (entry["value"] or "").strip():
        return _NOTHING
    found = quoted(entry["key"], entry["value"])
    return {"key": found["key"], "quoted": found["quoted"]}


def quote_closed(line: str, quote: str) -> Args:
    """A line on which a quote is opened, with one that is closed."""
    entry = entry_of(line)
    value = (entry["value"] or "").strip() if entry else ""
    if not entry or value[:1] != quote or not value[1:].strip():
        return _NOTHING
    return {"key": excerpt(entry["key"]), "quoted": _in_quotes(value[1:])}


def requoted(line: str) -> Args:
    """A line with a text in double quotes, with such quotes as let its backslashes be."""
    entry = entry_of(line)
    value = (entry["value"] or "").strip() if entry else ""
    if not entry or len(value) < len('""') or value[0] != '"' or value[-1] != '"':
        return _NOTHING
    return {"key": excerpt(entry["key"]), "quoted": _in_quotes(value[1:-1])}


def with_colon(line: str) -> Args:
    """A line without a colon, and the same with one after its first word."""
    found = _KEY_AND_WORDS.match(line[:_LINE])
    corrected = excerpt(f"{found[1]}: {found[2]}") if found else ""
    return {"text": excerpt(line.strip()), "corrected": corrected}


def bracket_closed(line: str, closing: str) -> str:
    """A line with its bracket closed at the end."""
    return f"{line.strip().rstrip(', ')}{closing}" if len(line) < _SHORT else ""


def list_below(line: str) -> str:
    """``themes: - water`` with the list beginning on the next line."""
    entry = entry_of(line)
    value = (entry["value"] or "").strip() if entry else ""
    if not entry or not value.startswith("- "):
        return ""
    return f"{excerpt(entry['key'])}:\n  {excerpt(value)}"


def spaces_for_tabs(line: str) -> str:
    """A line set in with spaces, two for each tab."""
    words = line.lstrip(" \t")
    return line[: len(line) - len(words)].replace("\t", "  ") + excerpt(words.rstrip())


def _in_quotes(text: str) -> str:
    return as_quoted(excerpt(text.strip()))
