"""A parser's events come in, one by one; plain data and the places of its parts go out.

Nothing is built before it is checked, and nothing is deeper than ``MAX_DEPTH``
or larger than ``MAX_NODES``. What records may not hold is noted and left out,
so that one fault does not hide the next.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from openroadmap.findings import DataPath
from openroadmap.read.characters import check_characters, find_decomposed
from openroadmap.read.marks import SHIFT, Value, count_positions
from openroadmap.read.refusals import Refusals, excerpt

MAX_DEPTH: Final = 12
MAX_NODES: Final = 20_000

_NULLS: Final = frozenset({"", "~", "null", "Null", "NULL"})
_LONGEST_NULL: Final = 4

NextEvent: TypeAlias = Callable[[], Event]


class UnreadableError(Exception):
    """The rest of the file is not safe or not worth reading; a finding has been noted."""


class Walk:
    """One pass over the events of one file."""

    __slots__ = (
        "_anchors",
        "_dropped",
        "_escapes",
        "_next",
        "_refusals",
        "last",
        "path",
        "positions",
    )

    def __init__(self, next_event: NextEvent, refusals: Refusals, *, escapes: bool) -> None:
        self.positions: list[int] = []
        self.path: list[str | int] = []
        self.last: Event | None = None
        self._next = next_event
        self._refusals = refusals
        self._escapes = escapes
        self._anchors: set[str] = set()
        self._dropped = 0

    def document(self) -> dict[str, Value] | None:
        """Read the one document of the file; None where there is no mapping in it."""
        self._next()
        event = self._next()
        if type(event) is StreamEndEvent:
            self._refusals.add("Y10", "empty")
            return None
        root = self._next()
        if type(root) is not MappingStartEvent:
            self._refuse_root(root)
            return None
        data = self._value(root)
        self._next()
        after = self._next()
        if type(after) is DocumentStartEvent:
            self._refusals.add("Y07", "second-document", _at(after))
        return data  # type: ignore[return-value]  # a mapping event makes a dict

    def _refuse_root(self, root: Event) -> None:
        if type(root) is AliasEvent:
            self._refuse_alias(root)
        elif type(root) is not ScalarEvent:
            self._refusals.add("Y10", "list", _at(root))
        elif _text_of(root) is None:
            self._refusals.add("Y10", "empty")
        else:
            self._next()
            self._next()  # most often a syntax error follows, which explains more
            self._refusals.add("Y10", "text", _at(root), text=excerpt(root.value))

    def _value(self, event: Event) -> Value:
        kind = type(event)
        if kind is ScalarEvent:
            return self._scalar(event, ())
        if kind is AliasEvent:
            self._refuse_alias(event)
            return None
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event)
        if len(self.path) >= MAX_DEPTH:
            self._refusals.add("Y08", "deep", _at(event), tuple(self.path), limit=MAX_DEPTH)
            raise UnreadableError
        mark = event.start_mark
        self.positions.append(mark.line << SHIFT | mark.column)
        return self._mapping() if kind is MappingStartEvent else self._list()

    def _scalar(self, event: ScalarEvent, step: DataPath) -> str | None:
        mark = event.start_mark
        self.positions.append(mark.line << SHIFT | mark.column)
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event, step)
        if self._escapes and event.style == '"':
            self._check_escaped(event, (*self.path, *step))
        return _text_of(event)

    def _mapping(self) -> dict[str, Value]:
        into: dict[str, Value] = {}
        start = len(self.positions) - 1
        next_event, positions = self._next, self.positions
        while type(event := next_event()) is not MappingEndEvent:
            if not self._is_usual_key(event, into) and self._refuse_key(event, into, start):
                self._drop(next_event())
                continue
            key = event.value
            mark = event.start_mark
            positions.append(mark.line << SHIFT | mark.column)
            self.last = value = next_event()
            if type(value) is ScalarEvent:
                into[key] = self._scalar(value, (key,))
            else:
                self.path.append(key)
                into[key] = self._value(value)
                self.path.pop()
            if len(positions) + self._dropped > MAX_NODES:
                self._refuse_size(event)
        self.last = event
        return into

    def _list(self) -> list[Value]:
        into: list[Value] = []
        next_event, positions = self._next, self.positions
        while type(event := next_event()) is not SequenceEndEvent:
            self.last = event
            if type(event) is ScalarEvent:
                into.append(self._scalar(event, (len(into),)))
            else:
                self.path.append(len(into))
                into.append(self._value(event))
                self.path.pop()
            if len(positions) + self._dropped > MAX_NODES:
                self._refuse_size(event)
        self.last = event
        return into

    @staticmethod
    def _is_usual_key(event: Event, into: dict[str, Value]) -> bool:
        """Whether a key needs no closer look: nearly all are plain words."""
        return (
            type(event) is ScalarEvent
            and event.value.isidentifier()
            and event.value not in into
            and event.anchor is None
            and event.tag is None
        )

    def _refuse_key(self, event: Event, into: dict[str, Value], start: int) -> bool:
        """Note what is wrong with a key; whether the entry has to be left out."""
        if type(event) is not ScalarEvent:
            self._refuse_collection_as_key(event)
            return True
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event)
        key = event.value
        at, path = _at(event), (*self.path, key)
        if key == "<<":
            self._refusals.add("Y05", "merge", at, path)
        elif not key and not event.style:
            self._refusals.add("Y02", "empty-key", at, path)
        elif key in into:
            self._refuse_duplicate(key, into, start, at)
        else:
            self._check_key(key, at, path)
            return False
        return True

    def _refuse_collection_as_key(self, event: Event) -> None:
        if type(event) is AliasEvent:
            self._refuse_alias(event)
        else:
            self._refusals.add("Y02", "key-not-text", _at(event), tuple(self.path))
            self._drop(event)

    def _refuse_duplicate(
        self, key: str, into: dict[str, Value], start: int, at: tuple[int, int]
    ) -> None:
        if self._refusals.full:
            return
        before = start + 1
        for name, value in into.items():
            if name == key:
                break
            before += 1 + count_positions(value)
        first = (self.positions[before] >> SHIFT) + 1
        path = (*self.path, key)
        self._refusals.add("Y06", "duplicate", at, path, key=key, first_line=first, line=at[0])

    def _drop(self, event: Event) -> None:
        """Read a value that has no place in the data, for the faults within it."""
        if type(event) is AliasEvent:
            return
        kept = len(self.positions)
        self._value(event)
        self._dropped += len(self.positions) - kept
        del self.positions[kept:]

    def _check_key(self, key: str, at: tuple[int, int], path: DataPath) -> None:
        for found in check_characters(key, prose=False):
            reason = {"space": "space-in-key", "mark": "mark-in-key"}.get(found.reason)
            args = {"codepoint": found.codepoint, "name": found.name}
            if reason:
                self._refusals.add("Y01", reason, at, path, key=excerpt(key), **args)
            else:
                self._refusals.add("Y01", found.reason, at, path, **args)
            return

    def _check_escaped(self, event: ScalarEvent, path: DataPath) -> None:
        """Escapes such as ``\\u202e`` bring in what the file itself may not hold."""
        for found in check_characters(event.value, prose=True):
            lone = found.reason == "surrogate"
            args = {"codepoint": found.codepoint, "name": found.name}
            self._refusals.add(
                "Y01", found.reason, _at(event), tuple(self.path) if lone else path, **args
            )
            if lone:  # libyaml stops at it, before it knows the key
                raise UnreadableError
            return
        for word in find_decomposed(event.value):
            args = {"word": word.word, "codepoints": word.codepoints}
            self._refusals.add("Y01", "decomposed", _at(event), path, **args)
            return

    def _refuse_properties(self, event: Event, step: DataPath = ()) -> None:
        """An anchor or a tag stands before a value: one finding for each name of an anchor."""
        path = (*self.path, *step)
        if event.anchor is not None and event.anchor not in self._anchors:
            self._anchors.add(event.anchor)
            self._refusals.add("Y03", "anchor", _at(event), path, name=excerpt(event.anchor))
        if event.tag is not None:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self._refusals.add("Y04", "tag", _at(event), path, tag=excerpt(tag))

    def _refuse_alias(self, event: AliasEvent) -> None:
        """An alias is told of only where its anchor was not."""
        if event.anchor not in self._anchors:
            self._anchors.add(event.anchor)
            path = tuple(self.path)
            self._refusals.add("Y03", "alias", _at(event), path, name=excerpt(event.anchor))

    def _refuse_size(self, event: Event) -> None:
        self._refusals.add("Y09", "nodes", _at(event), tuple(self.path), limit=MAX_NODES)
        raise UnreadableError


def _at(event: Event) -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _text_of(event: ScalarEvent) -> str | None:
    """The text as typed; None for a plain scalar that says "nothing"."""
    text: str = event.value
    if len(text) <= _LONGEST_NULL and not event.style and text in _NULLS:
        return None
    return text
