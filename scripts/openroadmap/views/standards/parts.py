"""The pieces of the pages about the standards: plain data, ready to print.

Dates are words, sentences are in the reader's language; fields named ``text``
of a dispute hold Markdown, all others plain words.
"""

from __future__ import annotations

from collections.abc import Iterable

from openroadmap.i18n import N_, Translator
from openroadmap.immutable import immutable
from openroadmap.measure.assessment import STATE_WORDS, State
from openroadmap.views.parts import Crumb, Document


@immutable
class Mark:
    """The state of a requirement: a word with a shape."""

    code: str
    """met, on_track, at_risk, not_met, not_started or no_data."""
    word: str
    """The state in the reader's language."""


@immutable
class Meaning:
    """A state and what it means."""

    mark: Mark
    """The state."""
    meaning: str
    """What it means, in a sentence or two."""


@immutable
class MarkCount:
    """How many answers are in one state."""

    mark: Mark
    """The state."""
    number: str
    """How many, written as the language writes numbers."""


@immutable
class RecordLink:
    """A record that decides something, and where it can be read."""

    text: str
    """What it is, with its date or title."""
    address: str
    """A page of this site, from its root, or ""."""
    url: str
    """The file in its repository where no page of the site shows it, or ""."""


@immutable
class Dispute:
    """Somebody outside government who disagrees. It never changes the computed state."""

    who: str
    """Organisation and role."""
    date: str
    """When it was said, in words."""
    text: str
    """In their words, Markdown, or ""."""
    documents: tuple[Document, ...]
    """What it rests on."""


@immutable
class Answer:
    """The state of a requirement in one phase, and all that goes with it."""

    phase: str
    """The phase in words; "" where the requirement is asked only once."""
    mark: Mark
    """The state."""
    because: str
    """Why, in one sentence."""
    proof: str
    """What the state rests on, in words, or ""."""
    records: tuple[RecordLink, ...]
    """The records that decide it."""
    due: str
    """The next day on which something is due, in words, or ""."""
    due_what: str
    """What is due then, or ""."""
    todo: str
    """What can be done, or ""."""
    is_past: bool
    """True when it is not met and nothing can mend it any more."""
    remarks: tuple[str, ...]
    """Further sentences: a day that is not recorded, what a report answered."""
    disputes: tuple[Dispute, ...]
    """Who disagrees."""


@immutable
class RequirementItem:
    """One requirement with its answers."""

    id: str
    """Its number."""
    anchor: str
    """Its place in the page."""
    label: str
    """Its short name."""
    address: str
    """The page about it, from the site's root, or ""."""
    text: str
    """What it asks, in our words."""
    clause_title: str
    """Where that can be read."""
    clause_url: str
    """The address of it."""
    proof: str
    """How well it is known that this is OGP's rule, in a sentence."""
    theirs: tuple[str, ...]
    """The thresholds that OGP set."""
    ours: tuple[str, ...]
    """The thresholds that are defaults of this project."""
    own: tuple[str, ...]
    """The thresholds that the keepers of the site set."""
    answers: tuple[Answer, ...]
    """Its state in each phase."""
    changes: tuple[str, ...]
    """What became of attestations that speak of it, in sentences, oldest first."""
    is_brief: bool
    """True when it is told in few lines: not required, or not decided by any record."""


@immutable
class RequirementGroup:
    """Requirements under one heading."""

    anchor: str
    """The place of the heading in the page."""
    heading: str
    """The standard they belong to, or what becomes of them."""
    intro: str
    """How they are to be read, or ""."""
    counts: tuple[MarkCount, ...]
    """How many answers are in each state; () where the page's summary says so."""
    items: tuple[RequirementItem, ...]
    """The requirements, in the order of the pack."""


@immutable
class Silence:
    """One reason why requirements cannot be told, and which they are."""

    because: str
    """What is not recorded, in a sentence."""
    names: tuple[Crumb, ...]
    """The requirements, each with the address of the page about it, or ""."""


@immutable
class DutyLine:
    """Something that comes: what is due, or a meeting."""

    date: str
    """When, in words."""
    title: str
    """What."""
    name: str
    """The requirement it belongs to, or ""."""
    address: str
    """Where it is told, from the site's root."""
    is_placed: bool
    """True when its exact day is known, so that it stands in the calendar."""


@immutable
class NextStep:
    """The first thing to look at among what is required."""

    title: str
    """What is to be done, or is due."""
    date: str
    """By when, in words, or "" when no day is set."""
    name: str
    """The requirement it belongs to."""
    address: str
    """Where it is told, from the site's root."""
    is_urgent: bool
    """True when the requirement is not met and can be mended, or is at risk."""


@immutable
class StandardsBrief:
    """What the plan's own page says of its standards."""

    address: str
    """The page of the standards, from the site's root."""
    title: str
    """The pack that the plan is held against."""
    counts: tuple[MarkCount, ...]
    """How many answers on what is required are in each state."""
    next: NextStep | None
    """What can be mended, else what is at risk, else the next deadline."""


MEANINGS = {
    State.MET: N_("What was asked is on record, in time."),
    State.ON_TRACK: N_("It is not due yet, and time is left."),
    State.AT_RISK: N_(
        "It is due soon and nothing on record will meet it, or something is missing that can "
        "still be supplied."
    ),
    State.NOT_MET: N_(
        "The time is over and it is not there, or not in time. It is said whether something can "
        "still be done. What cannot be mended stays in the record."
    ),
    State.NOT_STARTED: N_("Its time has not come."),
    State.NO_DATA: N_("The records here do not say. That is no fault and no finding."),
}
"""The demonstration's page of method says the same in the same words; a test compares."""


def meanings(words: Translator) -> tuple[Meaning, ...]:
    return tuple(
        Meaning(mark_of(state, words), words.gettext(text)) for state, text in MEANINGS.items()
    )


def mark_of(state: State, words: Translator) -> Mark:
    return Mark(state.value, words.gettext(STATE_WORDS[state]))


def mark_counts(counts: Iterable[tuple[State, int]], words: Translator) -> tuple[MarkCount, ...]:
    return tuple(MarkCount(mark_of(state, words), words.number(n)) for state, n in counts)
