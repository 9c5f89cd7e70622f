"""The text of a commitment's file comes in; the lines that make its promise go out, as they stand.

A plan as adopted repeats them line by line, only further in. So anybody can hold the two
against each other, and what is the same line by line need not be understood twice.
This holds for plain YAML alone, as ``read_plain`` has it, whose lines mean the same at any
indent: an entry begins at the margin, and what belongs to it never does but for the dash of
a list and a remark, which is left out here.
"""

from __future__ import annotations

import re
from typing import Final

from openroadmap.model.commitment import Promise
from openroadmap.model.fields import names_of

INDENT: Final = " " * 4
"""Where the entries of a commitment stand in a plan as adopted."""

_NAMES: Final = frozenset(names_of(Promise)) - {"id"}
_NEXT: Final = re.compile(r"\n(?=[^ \n-])")
"""Between two entries."""
_REMARK: Final = re.compile(r"^#.*\n", re.MULTILINE)


def promise_lines(text: str) -> str:
    """The lines of the promise, indented; ``text`` is plain YAML."""
    if text.startswith("#") or "\n#" in text:
        text = _REMARK.sub("", text)
    entries = (each for each in _NEXT.split(text[:-1]) if each.partition(":")[0] in _NAMES)
    lines = "\n".join(entries).split("\n")
    return "".join([f"{INDENT}{line}\n" if line else "\n" for line in lines])
