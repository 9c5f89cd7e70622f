"""Several phrases as one: what is missing comes in, a sentence that lists it goes out."""

from __future__ import annotations

from collections.abc import Sequence

from openroadmap.standards.sentences import Sentence


def listed(phrases: Sequence[Sentence]) -> Sentence:
    """The phrases joined by commas; there is at least one."""
    if len(phrases) == 1:
        return phrases[0]
    return Sentence("{first}, {rest}", {"first": phrases[0], "rest": listed(phrases[1:])})
