"""Dates in words, as exact as they were recorded and no more."""

from __future__ import annotations

from openroadmap.i18n import Translator
from openroadmap.model.dates import PartialDate


def words_for_any(value: PartialDate | None, words: Translator) -> str:
    """A date in words, or "" when there is none."""
    return words.partial(value) if value else ""


def with_label(date: str, label: str | None) -> str:
    """A date in words and what else the plan says of it: "30 June 2026 · end of June"."""
    return f"{date} · {label}" if date and label else date or label or ""


def words_for_period(
    start: PartialDate | None, end: PartialDate | None, words: Translator, label: str | None = None
) -> str:
    """A span of time; ``label`` is an end in words ("Ongoing"). "" when nothing is known."""
    first, last = words_for_any(start, words), words_for_any(end, words)
    if label:
        last = f"{last} ({label})" if last else label
    if first and last:
        return first if first == last else words.gettext("{start} to {end}", start=first, end=last)
    if first:
        return words.gettext("From {start}", start=first)
    if last and not label:
        return words.gettext("Until {end}", end=last)
    return last
