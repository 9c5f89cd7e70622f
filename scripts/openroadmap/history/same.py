"""Two contents of a record file come in; whether they say the same, and where not, goes out.

Spaces, line breaks, remarks, quotation marks and the order of keys say nothing.
"""

from __future__ import annotations

import re

from openroadmap.read.marks import Value
from openroadmap.read.refusals import Refusals
from openroadmap.read.text import read_text
from openroadmap.read.yaml import read_yaml

_MARK = b"\xef\xbb\xbf"
_KEY = re.compile(rb"\n([a-z][a-z0-9_]*)(?=[ \t]*:)")
_FORM = b" \t\r\n\"'>|"
_WORD = re.compile(rb"[0-9A-Za-z\x80-\xff]+")
_UNCERTAIN = (
    (b"#", re.compile(rb"(?:^|\s)#")),  # remarks
    (b"\\", re.compile(rb"\\")),  # escapes
    (b"ull", re.compile(rb"\b[Nn]ull\b")),  # nothings
    (b"NULL", re.compile(rb"\bNULL\b")),
    (b"|", re.compile(rb"\|[+-]?[1-9]")),  # indents given by a digit
    (b">", re.compile(rb">[+-]?[1-9]")),
)
"""What may hold words that are not data, by a sign that is faster to look for."""


def is_text(content: bytes, room: int = 1) -> bool:
    """Whether a file is text that the site reads at all, be it good YAML or not.

    ``room`` is how many times larger than usual it may be.
    """
    return read_text(content, Refusals(""), room) is not None


def says_the_same(old: bytes, new: bytes, name: str, room: int = 1) -> bool:
    """Whether only the form of a record file changed; ``name`` tells YAML from Markdown."""
    old, new = old.removeprefix(_MARK), new.removeprefix(_MARK)
    if name.endswith("md"):
        return old.split() == new.split()
    return not _surely_differ(old, new) and _same_data(old, new, room)


def _surely_differ(old: bytes, new: bytes) -> bool:
    """Most edits bring or take a word, which is seen much faster than two files are read."""
    before, after = set(old.split()), set(new.split())
    if not (_brings(after - before, old) or _brings(before - after, new)):
        return False
    return not any(
        sign in raw and form.search(raw) for raw in (old, new) for sign, form in _UNCERTAIN
    )


def _brings(pieces: set[bytes], other: bytes) -> bool:
    """Whether there is a word in the pieces that is nowhere in the other file."""
    return any(word not in other for piece in pieces for word in _WORD.findall(piece))


def _same_data(old: bytes, new: bytes, room: int) -> bool:
    """Files that cannot be read say what their bytes say, but for the spaces.

    One that can be read never says what another says that cannot.
    """
    before, after = (read_yaml(each, "", room).data for each in (old, new))
    if before is None and after is None:
        return old.split() == new.split()
    return before is not None and after is not None and without_form(before) == without_form(after)


def fields_that_differ(old: bytes, new: bytes) -> list[str]:
    """The keys, or what looks like one, under which two contents of a YAML file differ.

    Seen from the lines that begin with a key, without spaces and quotation marks: for two that
    are known to differ. Of a file with remarks, of one that is laid out in another way, and of
    one that cannot be read, it may name too many or none.
    """
    before, after = _parts(old), _parts(new)
    return [
        key.decode("ascii")
        for key in dict.fromkeys((*before, *after))
        if before.get(key) != after.get(key)
    ]


def _parts(content: bytes) -> dict[bytes, bytes]:
    """What stands under each key."""
    _, *found = _KEY.split(b"\n" + content.removeprefix(_MARK))
    parts = (part.translate(None, _FORM) for part in found[1::2])
    return dict(zip(found[::2], parts, strict=True))


def without_form(value: Value) -> object:
    """The value with every run of spaces and line breaks as one space."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, dict):
        return {key: without_form(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [without_form(inner) for inner in value]
    return value
