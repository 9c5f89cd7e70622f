"""A rule's wrong and right example, held against each other.

In come two examples; out comes one of them with the lines marked that differ.
"""

from __future__ import annotations

from difflib import SequenceMatcher

from openroadmap.immutable import immutable
from openroadmap.rules.page import Example


@immutable
class ExampleLine:
    """One line of a file."""

    text: str
    """The line."""
    differs: bool
    """True when the other example has it otherwise or not at all."""


@immutable
class ExampleFile:
    """One file of an example."""

    file: str
    """Its name, or ""."""
    lines: tuple[ExampleLine, ...]
    """Its lines."""


@immutable
class ShownExample:
    """Files that belong together, with a word on them."""

    text: str
    """The word, Markdown, or ""."""
    files: tuple[ExampleFile, ...]
    """The files."""


def view_example(example: Example, other: Example) -> ShownExample:
    """An example with the lines marked in which it differs from the other."""
    theirs = {each.file: each.text for each in other.snippets}
    return ShownExample(
        example.text,
        tuple(
            ExampleFile(each.file, _lines(each.text, theirs.get(each.file, "")))
            for each in example.snippets
        ),
    )


def _lines(text: str, other: str) -> tuple[ExampleLine, ...]:
    """Where no line is the same, the other is simply another file, and nothing stands out."""
    lines = text.splitlines()
    blocks = SequenceMatcher(None, lines, other.splitlines(), autojunk=False).get_matching_blocks()
    same = {block.a + step for block in blocks for step in range(block.size)}
    return tuple(
        ExampleLine(line, bool(same) and place not in same) for place, line in enumerate(lines)
    )
