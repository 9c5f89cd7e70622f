"""Two texts come in; the pieces that stayed, went and came go out, for people to read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from openroadmap.immutable import immutable

_WORD = re.compile(r"\s*(?:[\w'’-]+|[^\w\s])")
_MOST = 250_000
"""Pairs of words that are compared at most; longer texts are shown one after the other."""
_ALIKE = 0.35
"""Below this share of common words a reader is better served by the two texts as wholes."""
_AROUND = 12
"""Words that are shown before and after a change; what lies between is left out."""
_GAP = " […] "


@immutable
class Piece:
    """A run of words."""

    kind: str
    """same, removed or added."""
    text: str
    """The words."""


def word_pieces(before: str, after: str) -> tuple[Piece, ...]:
    """The two texts as one, word by word."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    matcher = None
    if old and new and len(old) * len(new) <= _MOST:
        bare = [word.strip() for word in old], [word.strip() for word in new]
        matcher = SequenceMatcher(None, *bare, autojunk=False)
    if matcher is None or matcher.ratio() < _ALIKE:
        whole = (("removed", before), ("added", after))
        return tuple(Piece(kind, text) for kind, text in whole if text)
    return tuple(_pieces(old, new, matcher.get_opcodes()))


def _pieces(
    old: Sequence[str], new: Sequence[str], steps: Sequence[tuple[str, int, int, int, int]]
) -> Iterator[Piece]:
    for at, (step, from_old, to_old, from_new, to_new) in enumerate(steps):
        if step == "equal":
            words = new[from_new:to_new]
            yield Piece("same", _shortened(words, at == 0, at == len(steps) - 1))
            continue
        if to_old > from_old:
            yield Piece("removed", "".join(old[from_old:to_old]))
        if to_new > from_new:
            yield Piece("added", "".join(new[from_new:to_new]))


def _shortened(words: Sequence[str], is_first: bool, is_last: bool) -> str:
    """Of a long run that did not change, what stands next to the changes."""
    head = 0 if is_first else _AROUND
    tail = 0 if is_last else _AROUND
    if len(words) <= head + tail + _AROUND:
        return "".join(words)
    return "".join(words[:head]) + _GAP + "".join(words[len(words) - tail :]).lstrip()
