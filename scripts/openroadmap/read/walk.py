"""A parser's events come in, one by one; plain data and the places of its parts go out.

Nothing is built before it is checked, and nothing is deeper or larger than the
limits. What records may not hold is noted and left out, so that one fault does
not hide the next.
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
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from openroadmap.read.marks import SHIFT, Value, count_positions
from openroadmap.read.objections import MAX_DEPTH, Objections
from openroadmap.read.remarks import lost_words

_NULLS: Final = frozenset({"", "~", "null", "Null", "NULL"})
_LONGEST_NULL: Final = 4

NextEvent: TypeAlias = Callable[[], Event]


class Walk:
    """One pass over the events of one file."""

    __slots__ = (
        *("_dropped", "_hashes", "_most", "_next", "_object", "_source"),
        *("last", "path", "positions"),
    )

    def __init__(self, next_event: NextEvent, objections: Objections, source: str) -> None:
        self.positions: list[int] = []
        self.path: list[str | int] = []
        self.last: Event | None = None
        self._next = next_event
        self._object = objections
        self._most = objections.most_nodes
        self._source = source if "\\" in source else ""
        self._hashes = source if " #" in source or "\t#" in source else ""
        self._dropped = 0

    def document(self) -> dict[str, Value] | None:
        """Read the one document of the file; None where there is no mapping in it."""
        self._next()
        if type(self._next()) is StreamEndEvent:
            self._object.to_emptiness()
            return None
        self.last = root = self._next()
        if type(root) is not MappingStartEvent:
            self._other_root(root)
            return None
        data: dict[str, Value] = {}
        self._enter(root)
        self._mapping(data)
        self._next()
        after = self._next()
        if type(after) is DocumentStartEvent:
            self._object.to_second_document(after)
        return data

    def _other_root(self, root: Event) -> None:
        if type(root) is AliasEvent:
            self._object.to_alias(root, ())
        elif type(root) is ScalarEvent and _text_of(root) is None:
            self._object.to_emptiness()
        else:
            if type(root) is ScalarEvent:
                self._next()
                self._next()  # most often a syntax error follows, which explains more
            self._object.to_root(root)

    def _mapping(self, into: dict[str, Value]) -> None:
        start = len(self.positions) - 1
        next_event, path = self._next, self.path
        while type(event := next_event()) is not MappingEndEvent:
            path.append("")
            if self._is_usual_key(event, into) or self._may_be_key(event, into, start):
                path[-1] = key = event.value
                self._note(event)
                self.last = value = next_event()
                into[key] = (
                    self._scalar(value) if type(value) is ScalarEvent else self._other(value)
                )
            else:
                self._drop(next_event())
            path.pop()
        self.last = event

    def _list(self, into: list[Value]) -> None:
        next_event, path = self._next, self.path
        while type(event := next_event()) is not SequenceEndEvent:
            path.append(len(into))
            self.last = event
            into.append(self._scalar(event) if type(event) is ScalarEvent else self._other(event))
            path.pop()
        self.last = event

    def _scalar(self, event: ScalarEvent) -> str | None:
        self._note(event)
        if event.anchor is not None or event.tag is not None:
            self._object.to_properties(event, tuple(self.path))
        if self._source and event.style == '"':
            source = self._source[event.start_mark.index : event.end_mark.index]
            self._object.to_escapes(event, tuple(self.path), source)
        if self._hashes and not event.style and (lost := lost_words(self._hashes, event)):
            self._object.to_lost_words(event, tuple(self.path), lost)
        return _text_of(event)

    def _other(self, event: Event) -> Value:
        """A mapping, a list or an alias."""
        if type(event) is AliasEvent:
            self._note(event)
            self._object.to_alias(event, tuple(self.path))
            return None
        self._enter(event)
        if type(event) is MappingStartEvent:
            mapping: dict[str, Value] = {}
            self._mapping(mapping)
            return mapping
        items: list[Value] = []
        self._list(items)
        return items

    def _enter(self, event: NodeEvent) -> None:
        if event.anchor is not None or event.tag is not None:
            self._object.to_properties(event, tuple(self.path))
        if len(self.path) >= MAX_DEPTH:
            self._object.to_depth(event, tuple(self.path))
        self._note(event)

    def _note(self, event: Event) -> None:
        """Add the place of a key or value to the row."""
        mark = event.start_mark
        self.positions.append(mark.line << SHIFT | mark.column)
        if len(self.positions) + self._dropped > self._most:
            self._object.to_size(event, tuple(self.path))

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

    def _may_be_key(self, event: Event, into: dict[str, Value], start: int) -> bool:
        """Note what is wrong with a key; whether its entry can be kept all the same."""
        if type(event) is not ScalarEvent:
            self._refuse_key_that_is_no_text(event)
            return False
        key = self.path[-1] = event.value
        path = tuple(self.path)
        if event.anchor is not None or event.tag is not None:
            self._object.to_properties(event, path)
        if key == "<<":
            self._object.to_merge_key(event, path)
        elif not key and not event.style:
            self._object.to_empty_key(event, path[:-1])
        elif key not in into:
            self._object.to_key_characters(event, path)
            return True
        elif not self._object.enough:
            first = self._line_of(key, into, start)
            self._object.to_duplicate(event, path, first, into[key])
        return False

    def _refuse_key_that_is_no_text(self, event: Event) -> None:
        parent = tuple(self.path[:-1])
        if type(event) is AliasEvent:
            self._object.to_alias(event, parent)
        else:
            self._object.to_collection_as_key(event, parent)
            self._drop(event)

    def _line_of(self, key: str, into: dict[str, Value], start: int) -> int:
        """The line of a key that was read before, in the mapping that stands at ``start``."""
        place = start + 1
        for name, value in into.items():
            if name == key:
                break
            place += 1 + count_positions(value)
        return (self.positions[place] >> SHIFT) + 1

    def _drop(self, event: Event) -> None:
        """Read a value that has no place in the data, for the faults within it."""
        kept = len(self.positions)
        if type(event) is ScalarEvent:
            self._scalar(event)
        elif type(event) is not AliasEvent:
            self._other(event)
        self._dropped += 1 + len(self.positions) - kept
        del self.positions[kept:]


def _text_of(event: ScalarEvent) -> str | None:
    """The text as typed; None for a plain scalar that says "nothing"."""
    text: str = event.value
    if len(text) <= _LONGEST_NULL and not event.style and text in _NULLS:
        return None
    return text
