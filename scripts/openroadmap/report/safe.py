"""Contributed text on its way to a terminal or a forge's log.

In comes text that may hold anything, out comes one line that a terminal or a
runner takes for nothing but text (threats: control sequences, workflow commands).
"""

from __future__ import annotations

import re

_UNPRINTABLE = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u200b-\u200f\u202a-\u202e\u2066-\u2069]"
)
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~&@])")


def one_line(text: str) -> str:
    """Control characters and line ends shown as their code points, spaces kept."""
    return _UNPRINTABLE.sub(_shown, text.replace("\n", " "))


def markdown_text(text: str) -> str:
    """Text that Markdown shows as it is: no link, no mention, no HTML, no formatting."""
    return _MARKDOWN.sub(r"\\\1", one_line(text))


def _shown(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
