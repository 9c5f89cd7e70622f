"""The small pieces that pages are put together from.

Everything is plain data, ready to print: labels are in the reader's language,
dates are words, and only fields named ``text`` hold Markdown.
"""

from __future__ import annotations

from openroadmap.immutable import immutable


@immutable
class Crumb:
    """One step of the way back to the home page."""

    text: str
    """What the page is called."""
    address: str
    """Its address from the site's root."""
    notice: str = ""
    """What the page must say before all else, such as that it is an example, or ""."""


@immutable
class Status:
    """A status: always a word with a shape, never a colour alone."""

    code: str
    """not_started, limited, substantial, complete, no_evidence_available, own_words,
    withdrawn, not_assessed or not_recorded."""
    word: str
    """The status in the reader's language."""


@immutable
class Position:
    """Where a commitment stands."""

    status: Status
    """Its status as last reported by the lead institution."""
    since: str
    """Who said so and when, in a sentence."""
    lateness: str
    """What the calendar adds, in a sentence, or ""."""
    overdue: bool
    """True when it was reported unfinished and its date has passed."""


@immutable
class Remark:
    """A note shown beside the field it is about."""

    text: str
    """The note, Markdown."""
    url: str
    """Where the other statement can be read, or ""."""


@immutable
class Text:
    """One field of a record with its label, the sources that cover it and remarks on it."""

    label: str
    """The field's name in words."""
    text: str
    """What the record says: Markdown in ``texts``, plain words in ``facts``."""
    marks: tuple[int, ...] = ()
    """Numbers of the sources that cover the field."""
    remarks: tuple[Remark, ...] = ()
    """Notes about the field."""
    url: str = ""
    """A link for the text as a whole, or ""."""


@immutable
class Document:
    """A piece of evidence or another document."""

    title: str
    """What it is."""
    url: str
    """Where it can be read, or ""."""
    date: str
    """Its date in words, or ""."""
    archived_url: str
    """A lasting copy, or ""."""


@immutable
class SourceLine:
    """One entry of the page's list of sources."""

    number: int
    """Its number, which the marks refer to."""
    title: str
    """What the source is called."""
    url: str
    """Where it can be read, or ""."""
    read_on: str
    """When it was last read, in words, or ""."""
    note: str
    """How it is to be read, Markdown, or ""."""


@immutable
class Group:
    """Names under a heading."""

    label: str
    """The heading."""
    names: tuple[str, ...]
    """The names, in the record's order."""


@immutable
class Ways:
    """How a reader can change what the page says."""

    edit_url: str
    """The forge's editor at the record's file, or ""."""
    suggest_url: str
    """A new issue about the record, filled in, or ""."""
    file: str
    """The record's file in the repository."""
    kept_by: str
    """Who keeps the record, in a sentence, or ""."""


@immutable
class Foot:
    """What closes the page of every record."""

    missing: tuple[str, ...]
    """The names, in words, of what is not recorded."""
    remarks: tuple[Remark, ...]
    """Notes about nothing that the page shows elsewhere."""
    sources: tuple[SourceLine, ...]
    """The numbered sources of the page."""
    ways: Ways
    """How to suggest a change."""
