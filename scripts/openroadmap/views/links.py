"""Addresses of the list of all commitments, narrowed down to those that a number counts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from urllib.parse import quote

from openroadmap.views.finding.explore import FACETS
from openroadmap.views.finding.lookup import EXPLORE


def explore_link(**filters: str | Sequence[str]) -> str:
    """The list of all commitments, filtered by some of ``FACETS``; whole without scripts.

    A filter may have several values, of which a commitment needs one. Raises
    ``KeyError`` for a filter that the list does not know.
    """
    if not filters.keys() <= FACETS.keys():
        raise KeyError(*(filters.keys() - FACETS.keys()))
    chosen = [
        f"{name}={_quoted(value)}"
        for name in FACETS
        if name in filters
        for value in _values(filters[name])
    ]
    return f"{EXPLORE}?{'&'.join(chosen)}" if chosen else EXPLORE


def _values(chosen: str | Sequence[str]) -> Sequence[str]:
    if isinstance(chosen, str):
        return (chosen,) if chosen else ()
    return chosen


_quoted = lru_cache(maxsize=4_096)(quote)
"""Most filters stand in many addresses."""
