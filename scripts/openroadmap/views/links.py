"""Addresses of the list of all commitments, narrowed down to those that a number counts."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import quote

from openroadmap.views.explore import ADDRESS, FACETS


def explore_link(**filters: str) -> str:
    """The list of all commitments, filtered by some of ``FACETS``; whole without scripts.

    Raises ``KeyError`` for a filter that the list does not know.
    """
    unknown = filters.keys() - FACETS.keys()
    if unknown:
        raise KeyError(*unknown)
    chosen = "&".join(f"{name}={_quoted(filters[name])}" for name in FACETS if filters.get(name))
    return f"{ADDRESS}?{chosen}" if chosen else ADDRESS


_quoted = lru_cache(maxsize=4_096)(quote)
"""Most filters stand in many addresses."""
