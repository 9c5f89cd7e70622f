"""Addresses of the list of all commitments, narrowed down to those that a number counts."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from openroadmap.views.explore import ADDRESS, FACETS


def explore_link(**filters: str) -> str:
    """The list of all commitments, filtered by some of ``FACETS``; whole without scripts.

    Raises ``KeyError`` for a filter that the list does not know.
    """
    unknown = filters.keys() - FACETS.keys()
    if unknown:
        raise KeyError(*unknown)
    chosen = {name: filters[name] for name in FACETS if filters.get(name)}
    return f"{ADDRESS}?{urlencode(chosen, quote_via=quote, safe='/')}" if chosen else ADDRESS
