"""The bytes of a YAML file come in; plain data, the place of each part, and findings go out.

Records are data from strangers, so only the plain part of YAML is read:
mappings, lists and text. Every scalar is the text as typed (``NO``, ``12:30``,
``010`` mean what they say); a plain empty one, ``~`` or ``null`` is None.
Anchors, aliases, tags, merge keys, duplicate keys and several documents are
refused with their place; size, depth and the number of nodes are bounded. The
parser's events are read one by one, so that nothing is built before it is
checked. All faults are told at once, except that a syntax error, like too much
depth or size, ends the reading. The list of faults is ``refusals.FAULTS``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeAlias

from yaml.error import YAMLError
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
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

from openroadmap.findings import DataPath, Finding
from openroadmap.read.characters import check_characters, find_decomposed
from openroadmap.read.marks import SHIFT, Marks, Value, count_positions
from openroadmap.read.mistakes import explain, find_directive
from openroadmap.read.refusals import Refusals, excerpt
from openroadmap.read.text import read_text

try:
    from yaml.cyaml import CParser
except ImportError:  # PyYAML was built without libyaml: the parser in Python does the same, slower
    CParser = None

MAX_DEPTH: Final = 12
MAX_NODES: Final = 20_000

_NULLS: Final = frozenset({"", "~", "null", "Null", "NULL"})
_LONGEST_NULL: Final = 4

NextEvent: TypeAlias = Callable[[], Event]


@dataclass(frozen=True, slots=True)
class YamlFile:
    """One file as read. ``data`` is None where what it says is in doubt; findings say why."""

    data: dict[str, Value] | None
    marks: Marks
    findings: tuple[Finding, ...]


def read_yaml(raw: bytes, file: str) -> YamlFile:
    """Read one file strictly. Never raises for what is in the file, however broken."""
    refusals = Refusals(file)
    text = read_text(raw, refusals)
    if text is None or find_directive(text, refusals):
        return YamlFile(None, Marks(), refusals.findings)
    walk = _Walk(text, refusals)
    data = walk.read()
    if data is None or refusals.grave:
        return YamlFile(None, Marks(), refusals.findings)
    return YamlFile(data, Marks(data, walk.positions), refusals.findings)


class _PureParser(Reader, Scanner, Parser):
    """PyYAML's parser in Python: the same events as libyaml's."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)


class _UnreadableError(Exception):
    """The rest of the file is not worth or not safe reading; a finding has been noted."""


class _Walk:
    """One pass over the events of one file."""

    __slots__ = (
        "_anchors",
        "_dropped",
        "_escapes",
        "_last",
        "_next",
        "_path",
        "_refusals",
        "_text",
        "positions",
    )

    def __init__(self, text: str, refusals: Refusals) -> None:
        self.positions: list[int] = []
        self._refusals = refusals
        self._text = text
        self._escapes = "\\" in text
        self._path: list[str | int] = []
        self._anchors: set[str] = set()
        self._dropped = 0
        self._last: Event | None = None

    def read(self) -> dict[str, Value] | None:
        """Read the one document of the file, or note why it cannot be read."""
        parser = (CParser or _PureParser)(self._text)
        self._next: NextEvent = parser.get_event
        try:
            return self._document()
        except _UnreadableError:
            return None
        except (YAMLError, ValueError, OverflowError) as error:
            # The parser in Python lets chr() fail on "\\UFFFFFFFF": two more than YAMLError.
            explain(self._text, error, self._last, self._refusals, tuple(self._path))
            return None

    def _document(self) -> dict[str, Value] | None:
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
        if len(self._path) >= MAX_DEPTH:
            self._refusals.add("Y08", "deep", _at(event), tuple(self._path), limit=MAX_DEPTH)
            raise _UnreadableError
        mark = event.start_mark
        self.positions.append(mark.line << SHIFT | mark.column)
        return self._mapping() if kind is MappingStartEvent else self._list()

    def _scalar(self, event: ScalarEvent, step: DataPath) -> str | None:
        mark = event.start_mark
        self.positions.append(mark.line << SHIFT | mark.column)
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event, step)
        if self._escapes and event.style == '"':
            self._check_escaped(event, (*self._path, *step))
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
            self._last = value = next_event()
            if type(value) is ScalarEvent:
                into[key] = self._scalar(value, (key,))
            else:
                self._path.append(key)
                into[key] = self._value(value)
                self._path.pop()
            if len(positions) + self._dropped > MAX_NODES:
                self._refuse_size(event)
        self._last = event
        return into

    def _list(self) -> list[Value]:
        into: list[Value] = []
        next_event, positions = self._next, self.positions
        while type(event := next_event()) is not SequenceEndEvent:
            self._last = event
            if type(event) is ScalarEvent:
                into.append(self._scalar(event, (len(into),)))
            else:
                self._path.append(len(into))
                into.append(self._value(event))
                self._path.pop()
            if len(positions) + self._dropped > MAX_NODES:
                self._refuse_size(event)
        self._last = event
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
        at, path = _at(event), (*self._path, key)
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
            self._refusals.add("Y02", "key-not-text", _at(event), tuple(self._path))
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
        path = (*self._path, key)
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
                "Y01", found.reason, _at(event), tuple(self._path) if lone else path, **args
            )
            if lone:  # libyaml stops at it, before it knows the key
                raise _UnreadableError
            return
        for word in find_decomposed(event.value):
            args = {"word": word.word, "codepoints": word.codepoints}
            self._refusals.add("Y01", "decomposed", _at(event), path, **args)
            return

    def _refuse_properties(self, event: Event, step: DataPath = ()) -> None:
        """An anchor or a tag stands before a value: one finding for each name of an anchor."""
        path = (*self._path, *step)
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
            path = tuple(self._path)
            self._refusals.add("Y03", "alias", _at(event), path, name=excerpt(event.anchor))

    def _refuse_size(self, event: Event) -> None:
        self._refusals.add("Y09", "nodes", _at(event), tuple(self._path), limit=MAX_NODES)
        raise _UnreadableError


def _at(event: Event) -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _text_of(event: ScalarEvent) -> str | None:
    """The text as typed; None for a plain scalar that says "nothing"."""
    text: str = event.value
    if len(text) <= _LONGEST_NULL and not event.style and text in _NULLS:
        return None
    return text
