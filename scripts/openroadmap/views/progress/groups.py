"""Commitments counted by institution, policy area and OGP value.

In come commitments as lists have them, of one plan or of all; out come tables
in which each number leads to what it counts. The largest come first; of very
many the rest is counted in one line.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache, partial

from openroadmap.i18n import N_, Translator
from openroadmap.immutable import immutable
from openroadmap.measure.progress import State
from openroadmap.views.cards import commitments_words
from openroadmap.views.labels import term
from openroadmap.views.listing import ListedCommitment
from openroadmap.views.progress.bars import Link, StatusBar, status_bar

FEW = 8
"""Rows that are shown at once; others are folded away."""
MOST = 40
"""Rows in all; the rest is counted in one line."""


@immutable
class GroupRow:
    """An institution, a policy area or a value."""

    name: str
    """What it is called."""
    size: str
    """How many commitments, in words."""
    address: str
    """These commitments in the list of all."""
    bar: StatusBar | None
    """Their statuses."""
    milestones: str
    """How many milestones they have, complete ones and withdrawn ones apart, in words, or ""."""


@immutable
class Grouping:
    """Commitments by one of the three."""

    anchor: str
    """The place of its heading in the page."""
    heading: str
    """By what."""
    column: str
    """What a row is."""
    note: str
    """How it is counted, in a sentence."""
    size: str
    """How many institutions, areas or values there are."""
    rows: tuple[GroupRow, ...]
    """The largest, which are shown at once."""
    others: tuple[GroupRow, ...]
    """The others, folded away."""
    others_size: str
    """How many others there are, in words, or ""."""
    left: str
    """How many are not shown at all, in words, or ""."""
    everything: str
    """The list of all that are counted here."""
    unknown: str
    """For how many commitments this is not recorded, in a sentence, or ""."""


@immutable
class _Way:
    """One way to group commitments: their keys, and what these are called."""

    filter: str
    heading: str
    column: str
    note: str
    unknown: tuple[str, str]
    keys: Callable[[ListedCommitment], Sequence[str]]
    vocabulary: str


_WAYS = (
    _Way(
        "institution", N_("By institution"), N_("Institution"),
        N_("The lead institution; where the source does not say which one leads, each it names."),
        (
            N_("For {n} commitment no institution is recorded."),
            N_("For {n} commitments no institution is recorded."),
        ),
        lambda each: (each.lead,) if each.lead else each.institutions, "",
    ),
    _Way(
        "area", N_("By policy area"), N_("Policy area"),
        N_("A commitment can belong to several."),
        (
            N_("For {n} commitment no policy area is recorded."),
            N_("For {n} commitments no policy area is recorded."),
        ),
        lambda each: each.policy_areas, "policy_area",
    ),
    _Way(
        "value", N_("By OGP value"), N_("OGP value"),
        N_("A commitment can serve several."),
        (
            N_("For {n} commitment no value is recorded."),
            N_("For {n} commitments no value is recorded."),
        ),
        lambda each: each.values, "value",
    ),
)  # fmt: skip


_STATES = tuple(State)  # gone through much sooner than the class


def view_groups(
    commitments: Iterable[ListedCommitment], link: Link, words: Translator
) -> tuple[Grouping, ...]:
    """The three tables; ``link`` gives the list of what is counted, narrowed down by filters."""
    every = tuple(commitments)
    return tuple(_grouping(way, every, link, words) for way in _WAYS)


def _grouping(
    way: _Way, commitments: Sequence[ListedCommitment], link: Link, words: Translator
) -> Grouping:
    groups: dict[str, list[ListedCommitment]] = {}
    unknown = 0
    for each in commitments:
        keys = way.keys(each)
        unknown += not keys
        for key in keys:
            groups.setdefault(key, []).append(each)
    names = {key: term(way.vocabulary, key, words) if way.vocabulary else key for key in groups}
    order = sorted(groups, key=lambda key: (-len(groups[key]), names[key].casefold()))
    rows = tuple(
        _row(names[key], groups[key], partial(link, **{way.filter: key}), words)
        for key in order[:MOST]
    )
    others, left = len(order) - FEW, len(order) - MOST
    return Grouping(
        anchor=f"by-{way.filter}",
        heading=words.gettext(way.heading),
        column=words.gettext(way.column),
        note=words.gettext(way.note),
        size=words.number(len(order)),
        rows=rows[:FEW],
        others=rows[FEW:],
        others_size=words.ngettext("{n} more", "{n} more", others) if others > 0 else "",
        left=words.ngettext("and {n} more", "and {n} more", left) if left > 0 else "",
        everything=link(),
        unknown=words.ngettext(*way.unknown, unknown) if unknown else "",
    )


def _row(
    name: str, mine: Sequence[ListedCommitment], link: Link, words: Translator
) -> GroupRow:
    found = Counter([each.status for each in mine])
    counts = [(state, found[state]) for state in _STATES if state in found]
    size = commitments_words(len(mine), words)
    return GroupRow(
        name=name,
        size=size,
        address=link(),
        bar=status_bar(size, counts, words, link),
        milestones=milestones_words(
            sum(each.milestones_done for each in mine),
            sum(each.milestones for each in mine),
            sum(each.milestones_withdrawn for each in mine),
            words,
        ),
    )


@lru_cache(maxsize=1_024)
def milestones_words(done: int, number: int, withdrawn: int, words: Translator) -> str:
    """"12 milestones, 5 complete (2 withdrawn are not counted)"; "" of none.

    ``number`` are those that are still promised.
    """
    if not number:
        return words.ngettext(
            "{n} milestone, withdrawn", "{n} milestones, withdrawn", withdrawn
        ) if withdrawn else ""  # fmt: skip
    size = words.ngettext("{n} milestone", "{n} milestones", number)
    said = words.gettext("{size}, {done} complete", size=size, done=words.number(done))
    if not withdrawn:
        return said
    return words.ngettext(
        "{counted} ({n} withdrawn is not counted)",
        "{counted} ({n} withdrawn are not counted)",
        withdrawn,
        counted=said,
    )
