"""What became of what was said and agreed of a plan: values in, data for documents out."""

from __future__ import annotations

from collections.abc import Iterable

from openroadmap.views.news.later import Later

RECORD_HISTORY = "record_history"
"""What documents call it."""


def became_of(later: Iterable[Later]) -> dict[str, list[dict[str, str]]]:
    """By the id of each commitment, oldest first; "" holds what is about none."""
    found: dict[str, list[dict[str, str]]] = {}
    for each in later:
        said = {
            "day": each.day.isoformat() if each.day else "",
            "kind": each.kind,
            "id": each.id,
            "what": each.what.value,
            "milestone": each.milestone,
            "field": each.field,
            "language": each.language,
            "before": each.before,
            "after": each.after,
        }
        told = {name: value for name, value in said.items() if value}
        for id in each.commitments or ("",):
            found.setdefault(id, []).append(told)
    return found
