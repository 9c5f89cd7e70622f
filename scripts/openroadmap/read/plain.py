"""Plain YAML: the text of a record as nearly everybody writes it comes in, its data goes out.

Most of what reading costs is an object for each sign of YAML. Here one pattern takes a text
apart into entries: ``key: value``, items of lists with dashes, and texts that begin with
``>-`` or ``|``. Whatever else a text holds, from an anchor to a second space after a colon,
makes the whole of it None, and the strict reader reads it, tells what is wrong, and decides.
So nothing is ever refused here; a test holds that both give the same data for all that is read.
"""

from __future__ import annotations

import re
from typing import Any, Final

from openroadmap.read.marks import Value

_DEEPEST: Final = 8
_LARGEST: Final = 20_000
"""Characters. A text of less cannot have too many nodes for the strict reader."""

_ODD: Final = ("\t", "\r", "\x85", "\u2028", "\u2029", "\ufeff")
"""Tabs, and what YAML but not Python takes for the end of a line."""
_SIGNS: Final = " -?:,[]{}#&*!|>'\"%@`~"
"""What a text without quotation marks does not begin with."""
_NULLS: Final = frozenset({"null", "Null", "NULL"})
_ENTRY: Final = re.compile(
    rf"""
    (?P<lead> [ -]* )
    (?: (?P<key> [A-Za-z0-9_][A-Za-z0-9_-]{{0,127}} ): (?: [ ] | (?=\n) ) | )
    (?:
        (?P<bare> [^\n{re.escape(_SIGNS)}][^\n]* )(?<![ :])
    |   (?P<style> [>|]-? )\n
        (?P<pad> [ ]+ )(?P<block> [^ \n][^\n]*(?: (?<![ ])\n+(?P=pad)[^ \n][^\n]* )* )(?<![ ])
    |   (?P<other> [^\n]* )
    )
    \n+
    """,
    re.VERBOSE,
)
"""A line, or a key with all lines of its text; ``other`` takes whatever is left of any line."""
_WORD: Final = r"""(?:[A-Za-z0-9_][A-Za-z0-9_.-]*|"[^"\\,]*")"""
_ROW: Final = re.compile(rf"\[{_WORD}(?:, {_WORD})*\]")


class _OddError(Exception):
    """It is not plain."""


def read_plain(text: str) -> dict[str, Value] | None:
    """The data of plain YAML; None for any other text, however right it may be."""
    if len(text) > _LARGEST or text[-1:] != "\n" or any(sign in text for sign in _ODD):
        return None
    if "#" in text and " #" in text:  # perhaps a comment; looking for one sign is far quicker
        return None
    try:
        return _data(text)
    except _OddError:
        return None


def _data(text: str) -> dict[str, Value]:
    """Entry by entry. A comment is a line of its own that begins at the margin."""
    root: dict[str, Value] = {}
    into: Any = root
    around = [(0, into)]
    here = empty = ""  # the lead of entries in the same collection; a key with nothing after it
    for lead, key, bare, style, pad, block, other in _ENTRY.findall(text):
        if not (lead or key):
            if bare or style or other[:1] not in ("", "#"):
                raise _OddError
            continue
        if lead != here or (key and type(into) is list):
            into = _reach(around, lead, key, empty)
            here, empty = " " * len(lead) if key else lead, ""
        if key in into if key else type(into) is not list:
            raise _OddError
        value: Value
        if bare:
            if ": " in bare:
                raise _OddError
            value = None if bare in _NULLS else bare
        elif style:
            if len(pad) < len(lead) + bool(key):
                raise _OddError
            value = _unfolded(style, block, pad)
        elif other or not key:
            value = _marked(other)
        else:
            here = empty = key  # no lead is like a key
            continue
        if key:
            into[key] = value
        else:
            into.append(value)
    if empty or not root:
        raise _OddError
    return root


def _reach(around: list[tuple[int, Any]], lead: str, key: str, empty: str) -> Any:
    """The collection of an entry that does not stand beside the one before it.

    ``around`` are the collections around that one, each after how far in it stands, the
    innermost last. ``empty`` is its key where nothing stands after that.
    """
    mark = lead.lstrip(" ")
    if mark not in ("", "- "):
        raise _OddError
    # In half signs: a list stands further in than its key, though it may have the same indent.
    depth = 2 * len(lead) - 3 if mark else 2 * len(lead)
    deepest, into = around[-1]
    if empty:
        if depth <= deepest:
            raise _OddError  # an empty value, which may well be meant
        around.append((depth, [] if mark else {}))
        into[empty] = around[-1][1]
    while around[-1][0] > depth:
        around.pop()
    reached, into = around[-1]
    if reached != depth:
        raise _OddError
    if mark and key:
        around.append((2 * len(lead), {}))
        into.append(around[-1][1])
    if len(around) > _DEEPEST:
        raise _OddError
    return around[-1][1]


def _unfolded(style: str, block: str, pad: str) -> str:
    """A text in lines of its own: ``>`` joins them, ``-`` drops the last break."""
    if style[0] == "|":
        text = block.replace(f"\n{pad}", "\n")
    else:  # one break is a space, each further one stands
        text = block.replace(f"\n{pad}", " ")
        text = text.replace("\n ", "\n") if "\n" in text else text
    return text if style[-1] == "-" else f"{text}\n"


def _marked(value: str) -> Value:
    """A value that begins with a sign: a text in quotation marks, or a row of words."""
    mark, inner = value[:1], value[1:-1]
    if mark and mark in "'\"" and len(value) > 1 and value[-1] == mark:
        if mark in inner or "\\" in inner:
            raise _OddError
        return inner
    if not _ROW.fullmatch(value):
        raise _OddError
    words = inner.split(", ")
    return [word.strip('"') if word not in _NULLS else None for word in words]
