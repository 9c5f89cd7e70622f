"""Bars: how many of each status, and how many came how far.

In come numbers, out come shares of a bar. A share is filled as far as the shape
of its status is: not at all, a quarter, three quarters, wholly. So it can be
told from its neighbours in grey, and nobody learns a second set of signs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache

from openroadmap.i18n import Translator
from openroadmap.immutable import immutable
from openroadmap.measure.progress import State
from openroadmap.views.labels import status_of
from openroadmap.views.parts import Status
from openroadmap.views.progress.geometry import percent, spread

_FILLED = {State.LIMITED: 25, State.SUBSTANTIAL: 75, State.COMPLETE: 100}
"""Percent of a share's height that is filled."""


@immutable
class BarPart:
    """One status' share of a bar."""

    code: str
    """The status."""
    x: str
    """Where it begins, in percent."""
    end: str
    """Where it ends, in percent."""
    width: str
    """How wide it is, in percent."""
    fill_y: str
    """Where its filling begins from above, in percent, or "" when it is empty."""
    fill: str
    """How high it is filled, in percent, or ""."""


@immutable
class BarCount:
    """How many of something have one status."""

    status: Status
    """The status."""
    number: str
    """How many, written as the language writes numbers."""
    address: str
    """Where these are listed, from the site's root, or ""."""


@immutable
class StatusBar:
    """How many of something have each status: a bar, and the numbers."""

    size: str
    """How many of what there are, in words."""
    label: str
    """What the bar shows, in a sentence: all that can be seen in it."""
    parts: tuple[BarPart, ...]
    """The shares, in the order of the scale."""
    counts: tuple[BarCount, ...]
    """The same as numbers."""


Counts = Iterable[tuple[State, int]]

Link = Callable[..., str]
"""The address of a list of commitments, from filters by their names."""


def status_bar(
    size: str, counts: Counts, words: Translator, link: Link | None = None, own_words: str = ""
) -> StatusBar | None:
    """The bar of some counts, without zeros; None where there is nothing to count.

    ``size`` says how many of what there are ("5 commitments"); ``link`` gives the
    list of those with a status; ``own_words`` is what all reports in other words say.
    """
    found = [(state, number) for state, number in counts if number]
    if not found:
        return None
    shown = tuple(
        BarCount(
            status_of(state, words, own_words if state is State.OWN_WORDS else ""),
            words.number(number),
            link(status=state.value) if link else "",
        )
        for state, number in found
    )
    told = ", ".join(f"{each.status.word} {each.number}" for each in shown)
    return StatusBar(
        size,
        words.gettext("{size}. By status: {counts}", size=size, counts=told),
        _parts(tuple(found)),
        shown,
    )


@lru_cache(maxsize=4_096)
def _parts(found: tuple[tuple[State, int], ...]) -> tuple[BarPart, ...]:
    """The shares of some counts: many bars are of a few."""
    places = spread([number for _, number in found])
    return tuple(_part(state, *place) for (state, _), place in zip(found, places, strict=True))


def _part(state: State, x: float, width: float) -> BarPart:
    filled = _FILLED.get(state, 0)
    return BarPart(
        state.value,
        percent(x),
        percent(x + width),
        percent(width),
        percent(100 - filled) if filled else "",
        percent(filled) if filled else "",
    )
