"""What of a record may be told when it is gone or was changed, and how two of them differ.

A record may have been removed for the sake of a person, so its words are not taken
over: only dates, codes of vocabularies and ids.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from openroadmap.immutable import immutable
from openroadmap.model.dates import parse_date
from openroadmap.model.facts import Told

States = dict[tuple[Told, str], str]
"""Statuses that a record gives, by what of (a ``Told``) and by the id of that; "" is none."""


@immutable
class Gist:
    """The dates, codes and ids of a record; "" where it has none. See ``Gone``."""

    dated: str
    minutes_on: str
    code: str
    commitments: tuple[str, ...]
    states: States


NO_GIST = Gist("", "", "", (), {})


def changes_of(before: Gist, after: Gist) -> Iterator[tuple[Told, str, str, str]]:
    """What differs: what it is, the id that it is of, and both sides."""
    if before.dated != after.dated:
        yield Told.DATE, "", before.dated, after.dated
    for told, id in dict.fromkeys((*before.states, *after.states)):
        old, new = (each.states.get((told, id), "") for each in (before, after))
        if old != new:
            yield told, id, old, new


def pack_gist(gist: Gist | None) -> list[Any] | None:
    """A gist as data for JSON."""
    if gist is None:
        return None
    states = [[*key, state] for key, state in gist.states.items()]
    return [gist.dated, gist.minutes_on, gist.code, [*gist.commitments], states]


def unpack_gist(packed: Any) -> Gist | None:
    """Raises ``TypeError`` or ``ValueError`` for what ``pack_gist`` did not make."""
    if packed is None:
        return None
    dated, minutes_on, code, commitments, rows = packed
    states = {(Told(told), id): state for told, id, state in rows}
    texts = (dated, minutes_on, code, *commitments, *(id for _, id in states), *states.values())
    if not all(type(each) is str for each in texts):
        raise TypeError(packed)
    for each in filter(None, (dated, minutes_on)):
        parse_date(each)  # raises a ``ValueError``
    return Gist(dated, minutes_on, code, tuple(commitments), states)
