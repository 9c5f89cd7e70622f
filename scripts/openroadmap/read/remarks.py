"""A plain value and the rest of its line come in; whether words of it are lost goes out.

YAML reads no further than `` #``: of ``title: Adopt #1 the Charter`` it keeps
"Adopt". Words without quotes are therefore not followed by a remark. After a
code, a date, a number, an id or an address, and where there is no value yet, a
``#`` and a space begin a remark beyond doubt, and nothing meant is lost.
"""

from __future__ import annotations

import re
from typing import Final

from yaml.events import ScalarEvent

_REMARK: Final = re.compile(r"[ \t]*(#[^\n]*)")
_OPENS_REMARK: Final = re.compile(r"#(?=[ #\t]|\Z)")
_CODE: Final = re.compile(r"(?:[a-z0-9][a-z0-9_.:/+-]*|\d[\dQ.:/-]*|[A-Z]{2,4}\d{4}|https?://\S+)\Z")


def lost_words(source: str, event: ScalarEvent) -> str | None:
    """What stands after the value of a plain scalar and was most likely meant to be read."""
    found = _REMARK.match(source, event.end_mark.index)
    if found is None:
        return None
    text: str = event.value
    harmless = _OPENS_REMARK.match(found[1]) and (not text or _CODE.match(text))
    return None if harmless else found[1].rstrip()


def as_quoted(text: str) -> str:
    """The text in quotes, as it can stand in a file."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"
