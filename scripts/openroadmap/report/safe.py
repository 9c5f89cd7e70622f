"""Contributed text on its way to a terminal, a forge's log or a comment.

In comes text that may hold anything, out comes one line that a terminal, a
runner or a Markdown reader takes for nothing but text (threats: control
sequences, workflow commands, links and mentions).
"""

from __future__ import annotations

import re

_UNPRINTABLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
# The two joiners U+200C and U+200D stay: Persian and many Indian scripts need them.
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~&@$^=])")
_ACTIVE = re.compile(
    r"(?<=[@#!$%~&^])(?=\w)"  # mentions and references of the forges: @name, #12, !12, %3, ~bug
    r"|(?<=:)(?=//)|(?<=\bwww)(?=\.)",  # addresses, which become links without being asked
    re.IGNORECASE,
)
_BREAK = "\u200b"
_COMMAND = re.compile(r"\A(\s*):(?=:)")
_OLD_COMMAND = re.compile(r"##(?=\w*\[)")


def one_line(text: str) -> str:
    """Control characters and line ends shown as their code points, spaces kept."""
    return _UNPRINTABLE.sub(_shown, text.replace("\n", " "))


def markdown_text(text: str) -> str:
    """Text that Markdown shows as it is: no link, no mention, no HTML, no formatting.

    A backslash stops Markdown, but not the forges, which look for mentions and
    addresses after it: those are parted by a space of no width.
    """
    return _MARKDOWN.sub(r"\\\1", _ACTIVE.sub(_BREAK, one_line(text)))


def log_line(line: str) -> str:
    """A line of output that no runner takes for a command (``::error::``, ``##[group]``)."""
    return _OLD_COMMAND.sub("## ", _COMMAND.sub(r"\1: ", line))


def _shown(found: re.Match[str]) -> str:
    point = ord(found[0])
    return f"\\u{point:04x}" if point < 0x10000 else f"\\U{point:08x}"
