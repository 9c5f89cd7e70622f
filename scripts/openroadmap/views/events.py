"""Dated facts of the history of a member or plan."""

from __future__ import annotations

from collections.abc import Iterable

from openroadmap.i18n import Translator
from openroadmap.immutable import immutable
from openroadmap.model.parts import Event
from openroadmap.views.dates import words_for_any


@immutable
class EventItem:
    """A dated fact."""

    date: str
    """When, in words."""
    title: str
    """What happened."""
    url: str
    """Where this is stated, or ""."""


def view_events(events: Iterable[Event], words: Translator) -> tuple[EventItem, ...]:
    """Dated facts, oldest first."""
    return tuple(
        EventItem(words_for_any(event.date, words), event.title, event.url or "")
        for event in sorted(events, key=lambda event: event.date.first)
    )
