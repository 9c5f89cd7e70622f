"""A fault in a text as a value, and how the finders look at a text.

In: a text and an offset in it. Out: the same place as line and column, and
short quotations that are safe to show in a log.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field

from openroadmap.immutable import immutable

_QUOTE_LENGTH = 60
_CODE = re.compile(r"(?:^|\n)(```|~~~)[^\n]*\n.*?\n\1|`[^`\n]+`", re.DOTALL)
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]+")


@immutable
class TextFault:
    """One fault: its rule ("T02"), the sentence of that rule to use, and where in the text.

    ``line`` and ``column`` count from 1 inside the text; ``args`` fill the sentence.
    """

    rule: str
    variant: str
    line: int
    column: int
    args: Mapping[str, str | int] = field(default_factory=dict)


def fault(rule: str, variant: str, text: str, offset: int, **args: str | int) -> TextFault:
    """A fault at an offset of the text."""
    line = text.count("\n", 0, offset) + 1
    column = offset - (text.rfind("\n", 0, offset) + 1) + 1
    return TextFault(rule, variant, line, column, args)


def quote(typed: str) -> str:
    """A short piece of the text, on one line and without invisible characters."""
    words = " ".join(_UNSEEN.sub(" ", typed).split())
    return words if len(words) <= _QUOTE_LENGTH else f"{words[: _QUOTE_LENGTH - 1]}…"


def without_code(text: str) -> str:
    """The text with what stands in backticks blanked, so that every offset stays."""
    if "`" not in text and "~~~" not in text:
        return text
    return _CODE.sub(lambda match: _blank(match.group()), text)


def _blank(code: str) -> str:
    return re.sub(r"[^\n]", " ", code)
