"""One event of a YAML parser and its place in the data come in; what records may not hold is noted.

Each method knows one thing that is refused. The walk goes on after most of them.
"""

from __future__ import annotations

import re
from typing import Final

from yaml.error import Mark
from yaml.events import AliasEvent, Event, NodeEvent, ScalarEvent

from openroadmap.findings import DataPath
from openroadmap.read.characters import check_characters, find_decomposed
from openroadmap.read.guesses import glued
from openroadmap.read.marks import Value
from openroadmap.read.refusals import Refusals, excerpt
from openroadmap.read.remarks import as_quoted

MAX_DEPTH: Final = 12
MAX_NODES: Final = 20_000

_GLUED: Final = re.compile(r"[\w-]+:[^ \t\n/]")
_LETTERS: Final = re.compile(r"(?:\\[^0abvfreNLP]|[^\\])*?\\[0abvfreNLP]", re.DOTALL)
_LETTER_CODES: Final = frozenset(
    {
        *("U+0000", "U+0007", "U+0008", "U+000B", "U+000C", "U+000D", "U+001B"),
        *("U+0085", "U+2028", "U+2029"),
    }
)


class UnreadableError(Exception):
    """The rest of the file is not safe or not worth reading; a finding has been noted."""


class Objections:
    """Notes what one file may not hold."""

    __slots__ = ("_anchors", "_refusals", "most_nodes")

    def __init__(self, refusals: Refusals, room: int = 1) -> None:
        self.most_nodes = MAX_NODES * room
        self._refusals = refusals
        self._anchors: set[str] = set()

    @property
    def enough(self) -> bool:
        """Whether more would not be told."""
        return self._refusals.full

    def to_emptiness(self) -> None:
        self._refusals.add("Y10", "empty")

    def to_root(self, root: Event) -> None:
        """The file is a list or a text, where a record is a mapping."""
        if type(root) is ScalarEvent:
            if _GLUED.match(root.value):
                mistake = glued(root.value, at(root))
                self._refusals.add(mistake.rule, mistake.variant, mistake.at, **mistake.args)
            else:
                self._refusals.add("Y10", "text", at(root), text=excerpt(root.value))
        else:
            self._refusals.add("Y10", "list", at(root))

    def to_second_document(self, event: Event) -> None:
        self._refusals.add("Y07", "second-document", at(event))

    def to_depth(self, event: Event, path: DataPath) -> None:
        self._refusals.add("Y08", "deep", at(event), path, limit=MAX_DEPTH)
        raise UnreadableError

    def to_size(self, mark: Mark, path: DataPath) -> None:
        place = mark.line + 1, mark.column + 1
        self._refusals.add("Y09", "nodes", place, path, limit=self.most_nodes)
        raise UnreadableError

    def to_properties(self, event: NodeEvent, path: DataPath) -> None:
        """An anchor or a tag stands before a value: one finding for each name of an anchor."""
        if event.anchor is not None:
            self._to_name("anchor", event, path)
        if event.tag is not None:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self._refusals.add("Y04", "tag", at(event), path, tag=excerpt(tag))

    def to_alias(self, event: AliasEvent, path: DataPath) -> None:
        """An alias is told of only where its anchor was not."""
        self._to_name("alias", event, path)

    def _to_name(self, variant: str, event: NodeEvent, path: DataPath) -> None:
        if event.anchor not in self._anchors:
            self._anchors.add(event.anchor)
            self._refusals.add("Y03", variant, at(event), path, name=excerpt(event.anchor))

    def to_collection_as_key(self, event: Event, path: DataPath) -> None:
        self._refusals.add("Y02", "key-not-text", at(event), path)

    def to_merge_key(self, event: Event, path: DataPath) -> None:
        self._refusals.add("Y05", "merge", at(event), path)

    def to_empty_key(self, event: Event, path: DataPath) -> None:
        self._refusals.add("Y02", "empty-key", at(event), path)

    def to_duplicate(
        self, event: ScalarEvent, path: DataPath, first_line: int, first: Value
    ) -> None:
        place = at(event)
        args = {"key": event.value, "first_line": first_line, "line": place[0]}
        kept = as_quoted(excerpt(first)) if isinstance(first, str) else "…"
        self._refusals.add("Y06", "duplicate", place, path, quoted=kept, **args)

    def to_lost_words(self, event: ScalarEvent, path: DataPath, lost: str) -> None:
        """The words after `` #`` are told where they begin, with the whole text in quotes."""
        end = event.end_mark
        key = next((step for step in reversed(path) if isinstance(step, str)), "")
        whole = excerpt(f"{event.value} {lost}".strip())
        args = {"text": excerpt(lost), "key": key, "quoted": as_quoted(whole)}
        self._refusals.add("Y11", "lost", (end.line + 1, end.column + 1), path, **args)

    def to_key_characters(self, event: ScalarEvent, path: DataPath) -> None:
        """A key may hold less than running text: the first character that it may not is told."""
        if event.value.isascii() and event.value.isprintable():
            return
        for found in check_characters(event.value, prose=False):
            self._refusals.add_character(found, at(event), path, key=excerpt(event.value))
            return

    def to_escapes(self, event: ScalarEvent, path: DataPath, source: str) -> None:
        r"""Escapes such as ``\u202e`` bring in what the file itself may not hold."""
        for found in check_characters(event.value, prose=True):
            if found.reason == "surrogate":  # a syntax error to libyaml: tell the same of it
                self._refusals.add_character(found, at(event))
                raise UnreadableError
            letter = _LETTERS.match(source)
            if letter and found.codepoint in _LETTER_CODES:
                self._to_letter(event, path, source, letter.end())
            else:
                self._refusals.add_character(found, at(event), path)
            return
        if form := find_decomposed(event.value):
            self._refusals.add_form(form, at(event), path)

    def _to_letter(self, event: ScalarEvent, path: DataPath, source: str, end: int) -> None:
        r"""``"C:\Plans"``: a backslash was meant, and a separator of paragraphs was written."""
        before = source[:end]
        line, column = at(event)
        line += before.count("\n")
        newline = before.rfind("\n")
        column = len(before) - 2 + (column if newline < 0 else -newline)
        key = next((step for step in reversed(path) if isinstance(step, str)), "")
        args = {"key": key, "quoted": as_quoted(excerpt(" ".join(source[1:-1].split())))}
        self._refusals.add("Y02", "escape", (line, column), path, escape=before[-2:], **args)


def at(event: Event) -> tuple[int, int]:
    """Line and column of the start of an event, from 1."""
    return event.start_mark.line + 1, event.start_mark.column + 1
