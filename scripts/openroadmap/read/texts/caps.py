"""How large and how deep a text may be before nobody should have to read it.

In: a text as typed. Out: the first cap that it goes beyond, if any. A text
within the caps is rendered in bounded time; the costly shapes of Markdown are
long runs of unclosed brackets and deep nesting, not mere length.
"""

from __future__ import annotations

import re

from openroadmap.immutable import immutable


@immutable
class Caps:
    """The most that one text may hold; ``brackets`` are counted in one paragraph."""

    characters: int
    lines: int
    brackets: int = 200
    open_brackets: int = 50
    depth: int = 6


FIELD_CAPS = Caps(characters=10_000, lines=1_000)
PAGE_CAPS = Caps(characters=60_000, lines=2_000)

_LONG_PARAGRAPH = 10_000


@immutable
class Excess:
    """A cap that was passed: its name, the most allowed, what was found, and where."""

    cap: str
    most: int
    found: int
    offset: int


# Quote signs and list markers that open a line, each of which nests one level deeper.
_OPENING = re.compile(r"\n(?P<lead>(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}\.)(?=[ \t])))+)")
_MARKER = re.compile(r">|[-+*]|\d+\.")
_BLANK_LINE = re.compile(r"\n[ \t]*\n|\Z")
_BRACKET = re.compile(r"[\[\]]")


def find_excess(text: str, caps: Caps = FIELD_CAPS) -> Excess | None:
    """The first cap that the text goes beyond, or None."""
    if len(text) > caps.characters:
        return Excess("characters", caps.characters, len(text), caps.characters)
    lines = text.count("\n") + 1
    if lines > caps.lines:
        return Excess("lines", caps.lines, lines, len(text))
    return _crowded_paragraph(text, caps) or _too_deep(text, caps)


def _crowded_paragraph(text: str, caps: Caps) -> Excess | None:
    if text.count("[") <= caps.open_brackets:
        return None
    start = 0
    for blank in _BLANK_LINE.finditer(text):
        excess = _crowd(text[start : blank.start()], start, caps)
        if excess:
            return excess
        start = blank.end()
    return None


def _crowd(paragraph: str, start: int, caps: Caps) -> Excess | None:
    """The parser may read a paragraph to its end for each bracket: the longer, the fewer."""
    most = caps.brackets * _LONG_PARAGRAPH // max(len(paragraph), _LONG_PARAGRAPH)
    brackets = paragraph.count("[")
    if brackets > most:
        return Excess("brackets", most, brackets, start)
    return _unclosed(paragraph, start, caps)


def _unclosed(paragraph: str, start: int, caps: Caps) -> Excess | None:
    """Brackets open at once: the parser reads on to the end of the paragraph for each."""
    still_open = 0
    for match in _BRACKET.finditer(paragraph):
        still_open = still_open + 1 if match.group() == "[" else max(0, still_open - 1)
        if still_open > caps.open_brackets:
            return Excess("open_brackets", caps.open_brackets, still_open, start + match.start())
    return None


def _too_deep(text: str, caps: Caps) -> Excess | None:
    for match in _OPENING.finditer(f"\n{text}"):  # each line then starts with the sign searched for
        lead = match["lead"].expandtabs(4)
        depth = lead.count(" ") // 4 + len(_MARKER.findall(lead))
        if depth > caps.depth:
            return Excess("depth", caps.depth, depth, match.start())
    return None
