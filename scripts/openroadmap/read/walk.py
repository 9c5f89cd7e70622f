"""A parser's events come in, one by one; plain data and the places of its parts go out.

Nothing is built before it is checked, and nothing is deeper or larger than the
limits. What records may not hold is noted and left out, so that one fault does
not hide the next.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

from yaml.error import Mark
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

from openroadmap.read.marks import Value, count_positions
from openroadmap.read.objections import MAX_DEPTH, Objections
from openroadmap.read.remarks import lost_words

_NULLS: Final = frozenset({"", "~", "null", "Null", "NULL"})
_LONGEST_NULL: Final = 4
_MOST_IN_A_CHARACTER: Final = 2
"""Places: ``{a,b}`` has a key and an empty value for each two characters."""

NextEvent: TypeAlias = Callable[[], Event]


class Walk:
    """One pass over the events of one file.

    Nearly every entry is plain text under a plain key. The two loops do no more
    than such an entry needs, and the text says beforehand whether it can need more.
    """

    __slots__ = (
        *("_close", "_dropped", "_hashes", "_most", "_next", "_note", "_object", "_source"),
        *("last", "path", "places"),
    )

    def __init__(self, next_event: NextEvent, objections: Objections, source: str) -> None:
        self.places: list[Mark] = []
        self.path: list[str | int] = []
        """The way to the collection that is being read."""
        self.last: Event | None = None
        self._next = next_event
        self._object = objections
        self._most = objections.most_nodes
        self._source = source if "\\" in source else ""
        self._hashes = source if " #" in source or "\t#" in source else ""
        self._close = bool(self._source or self._hashes or "&" in source or "!" in source)
        few = len(source) * _MOST_IN_A_CHARACTER <= self._most
        self._note: Callable[[Mark], None] = self.places.append if few else self._count
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
        self._note(root.start_mark)
        self._enter(root)
        data = self._mapping()
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

    def _mapping(self) -> dict[str, Value]:
        into: dict[str, Value] = {}
        start = len(self.places) - 1
        next_event, note, close = self._next, self._note, self._close
        while type(event := next_event()) is not MappingEndEvent:
            usual = (
                type(event) is ScalarEvent
                and event.value.isidentifier()
                and event.value not in into
                and event.anchor is None
                and event.tag is None
            )
            if not usual and not self._may_be_key(event, into, start):
                self._drop(next_event(), event.value if type(event) is ScalarEvent else "")
                continue
            key = event.value
            note(event.start_mark)
            self.last = value = next_event()
            note(value.start_mark)
            if type(value) is not ScalarEvent:
                into[key] = self._other(value, key)
                continue
            if close:
                self._look_at(value, key)
            into[key] = _text_of(value)
        self.last = event
        return into

    def _list(self) -> list[Value]:
        into: list[Value] = []
        next_event, note, close = self._next, self._note, self._close
        while type(event := next_event()) is not SequenceEndEvent:
            self.last = event
            note(event.start_mark)
            if type(event) is not ScalarEvent:
                into.append(self._other(event, len(into)))
                continue
            if close:
                self._look_at(event, len(into))
            into.append(_text_of(event))
        self.last = event
        return into

    def _look_at(self, event: ScalarEvent, step: str | int) -> None:
        """Note what is wrong with a text, which stands at a step from the path."""
        if event.anchor is not None or event.tag is not None:
            self._object.to_properties(event, (*self.path, step))
        if self._source and event.style == '"':
            source = self._source[event.start_mark.index : event.end_mark.index]
            self._object.to_escapes(event, (*self.path, step), source)
        if self._hashes and not event.style and (lost := lost_words(self._hashes, event)):
            self._object.to_lost_words(event, (*self.path, step), lost)

    def _other(self, event: Event, step: str | int) -> Value:
        """A mapping, a list or an alias."""
        value: Value = None
        self.path.append(step)
        if type(event) is AliasEvent:
            self._object.to_alias(event, tuple(self.path))
        else:
            self._enter(event)
            value = self._mapping() if type(event) is MappingStartEvent else self._list()
        self.path.pop()
        return value

    def _enter(self, event: NodeEvent) -> None:
        if event.anchor is not None or event.tag is not None:
            self._object.to_properties(event, tuple(self.path))
        if len(self.path) >= MAX_DEPTH:
            self._object.to_depth(event, tuple(self.path))

    def _count(self, place: Mark) -> None:
        """Note the place of a key or value in a file that may hold too many."""
        self.places.append(place)
        if len(self.places) + self._dropped > self._most:
            self._object.to_size(place, tuple(self.path))

    def _may_be_key(self, event: Event, into: dict[str, Value], start: int) -> bool:
        """Note what is wrong with a key; whether its entry can be kept all the same."""
        if type(event) is not ScalarEvent:
            self._refuse_key_that_is_no_text(event)
            return False
        key = event.value
        path = (*self.path, key)
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
        if type(event) is AliasEvent:
            self._object.to_alias(event, tuple(self.path))
        else:
            self._object.to_collection_as_key(event, tuple(self.path))
            self._drop(event, "")

    def _line_of(self, key: str, into: dict[str, Value], start: int) -> int:
        """The line of a key that was read before, in the mapping that stands at ``start``."""
        place = start + 1
        for name, value in into.items():
            if name == key:
                break
            place += 1 + count_positions(value)
        line: int = self.places[place].line
        return line + 1

    def _drop(self, event: Event, step: str) -> None:
        """Read a value that has no place in the data, for the faults within it."""
        kept = len(self.places)
        if type(event) is ScalarEvent:
            self._note(event.start_mark)
            self._look_at(event, step)
        elif type(event) is not AliasEvent:
            self._note(event.start_mark)
            self._other(event, step)
        self._dropped += 1 + len(self.places) - kept
        del self.places[kept:]


def _text_of(event: ScalarEvent) -> str | None:
    """The text as typed; None for a plain scalar that says "nothing"."""
    text: str = event.value
    if len(text) <= _LONGEST_NULL and not event.style and text in _NULLS:
        return None
    return text
