"""The bytes of a YAML file come in; plain data, the place of each part, and findings go out.

Records are data from strangers, so only the plain part of YAML is read:
mappings, lists and text. Every scalar is the text as typed (``NO``, ``12:30``,
``010`` mean what they say); a plain empty one, ``~`` or ``null`` is None.
Anchors, aliases, tags, merge keys, duplicate keys and several documents are
refused with their place; size, depth and the number of nodes are bounded. All
faults are told at once, except that a syntax error, like too much depth or
size, ends the reading. The list of faults is ``refusals.FAULTS``.
"""

from __future__ import annotations

from yaml.error import YAMLError

from openroadmap.findings import Finding
from openroadmap.immutable import immutable
from openroadmap.read.marks import Marks, Value, position_of
from openroadmap.read.mistakes import explain, find_directive
from openroadmap.read.objections import Objections, UnreadableError
from openroadmap.read.plain import read_plain
from openroadmap.read.plain_marks import PlainMarks
from openroadmap.read.pure_parser import PureParser
from openroadmap.read.refusals import Refusals
from openroadmap.read.text import read_text
from openroadmap.read.walk import NextEvent, Walk

try:
    from yaml.cyaml import CParser
except ImportError:  # PyYAML was built without libyaml: the parser in Python does the same, slower
    CParser = None


@immutable
class YamlFile:
    """One file as read. ``data`` is None where what it says is in doubt; findings say why.

    ``plain`` is the text where all of it is plain YAML, and "" where it is not.
    """

    data: dict[str, Value] | None
    marks: Marks
    findings: tuple[Finding, ...]
    plain: str = ""


def read_yaml(raw: bytes, file: str, room: int = 1) -> YamlFile:
    """Read one file strictly. Never raises for what is in the file, however broken.

    ``room`` is how many times larger than usual it may be.
    """
    refusals = Refusals(file)
    text = read_text(raw, refusals, room)
    if text is None:
        return YamlFile(None, Marks(), refusals.findings)
    return read_yaml_text(text, refusals, room)


def read_yaml_text(text: str, refusals: Refusals, room: int = 1) -> YamlFile:
    """Read YAML out of text that ``read_text`` let through, adding to what it noted."""
    plain = None if refusals.findings else read_plain(text)
    if plain is None:
        return _read_strictly(text, refusals, room)
    return YamlFile(plain, PlainMarks(plain, text), (), text)


def _read_strictly(text: str, refusals: Refusals, room: int) -> YamlFile:
    data = None
    if not find_directive(text, refusals):
        walk = Walk(_parse(text), Objections(refusals, room), text)
        data = _read_document(walk, text, refusals)
    if data is None or refusals.grave:
        return YamlFile(None, Marks(), refusals.findings)
    return YamlFile(data, Marks(data, map(position_of, walk.places)), refusals.findings)


def _read_document(walk: Walk, text: str, refusals: Refusals) -> dict[str, Value] | None:
    try:
        return walk.document()
    except YAMLError as error:
        explain(text, error, walk.last, refusals)
    except UnreadableError:
        return None  # the walk has noted why
    return None


def _parse(text: str) -> NextEvent:
    return CParser(text).get_event if CParser else PureParser(text).get_event
