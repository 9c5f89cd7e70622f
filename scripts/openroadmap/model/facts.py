"""What the history of the repository proves about its files, as a value.

Made by the ``history`` room from git, read by the assessment, which never
touches git itself.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import field
from datetime import date
from enum import StrEnum

from openroadmap.immutable import immutable
from openroadmap.model.dates import PartialDate
from openroadmap.model.kinds import ID_PATTERN, record_file


class History(StrEnum):
    """How much of the history is there. Nothing is ever computed from a part of it."""

    FULL = "full"
    SHALLOW = "shallow"
    NONE = "none"


class Told(StrEnum):
    """What of a record is told when it was changed later."""

    DATE = "date"
    """Its own date."""
    STATUS = "status"
    """The status that it gives its commitment."""
    MILESTONE = "milestone"
    """The status that it gives a milestone."""
    RESULT = "result"
    """The status that it gives one of several commitments; ``NOTHING`` where it gives none, and
    "" where it says nothing at all of that commitment."""
    CODE = "code"
    """A code that it gives, by the field; of one of several commitments, with that before it."""
    TEXT = "text"
    """What it says in words, by the field, as ``CODE``."""
    EXAMPLE = "example"
    """That a plan is called an example and once was none; its member may say so for it."""
    AUTHOR = "author"
    """Who says so."""
    KIND = "kind"
    """Which kind of agreed change it is."""
    COMMITMENT = "commitment"
    """The commitment that it is about."""
    FORUM = "forum"
    """The day on which the forum agreed to a change."""
    AGREED = "agreed"
    """What an agreed change says of a field of the promise."""
    FIELDS = "fields"
    """Which of its own fields say something else, whatever they say."""
    STORY = "story"
    """The longer story beside it, or a translation of that."""
    TRANSLATION = "translation"
    """A translation beside it."""


OWN_WORDS = "own_words"
"""In the place of a status: the record gives one in words of its own."""
WORDS = "#"
"""Begins what stands in the place of words that are not kept: a digest, by which two differ."""
NOTHING = "-"
"""An agreed change says that a field says nothing any more; a record is about no commitment, or
gives one no status; a text beside a record is gone."""


@immutable
class Revision:
    """One thing that a record says otherwise since ``day``.

    ``id`` is the milestone, the commitment or the field, "" where it is about the record
    itself; of a text beside it, its language. The sides are dates, ids, codes, digests
    (``WORDS``) or ``NOTHING``; "" is none. Of fields the names stand in ``after``, with
    spaces between, and so do several codes of one field.
    """

    day: date
    told: Told
    id: str
    before: str
    after: str


@immutable
class Gone:
    """A record that is in its plan no longer: when, and what it was. Its words are not kept.

    ``first`` is the day on which it came and ``last`` that on which it went,
    None where they cannot be trusted; ``changed`` are the days on which it was
    changed. ``dated`` is the date that it bore, ``minutes_on`` that of a meeting's
    minutes, ``commitments`` are those that it was about. ``code`` says how far it
    called its commitment, whether a meeting was held, which kind of amendment it was,
    or of which requirement an attestation spoke.
    """

    file: str
    kind: str
    id: str
    first: date | None
    last: date | None
    changed: tuple[date, ...] = ()
    dated: PartialDate | None = None
    minutes_on: PartialDate | None = None
    commitments: tuple[str, ...] = ()
    code: str = ""


@immutable
class Lost:
    """A plan whose folder is gone, and the day on which it went, None where it cannot be trusted.

    ``frozen`` says whether it had been frozen as adopted.
    """

    member: str
    id: str
    last: date | None
    frozen: bool


@immutable
class GitFacts:
    """Dates proven by git, in UTC, by the path of a file from the project's folder.

    ``published`` is the committer date of the first-parent commit that first
    brought the file to the default branch; a file of which that day cannot be
    trusted is left out. ``updated`` holds the days on which its content
    changed, reformatting not counted, the first day among them: what a file
    says now it has said since the latest. A file that is never to change has a
    second one, be it the first once more, when it says something else now.
    ``revised`` holds what of it may be told of these changes, also of files that are
    gone. ``gone`` holds the records that are there no longer, by the folder of their
    plan. ``invented`` are the folders of those plans among them that were examples. All
    are empty unless the history is full.
    """

    history: History
    published: Mapping[str, date] = field(default_factory=dict)
    updated: Mapping[str, tuple[date, ...]] = field(default_factory=dict)
    gone: Mapping[str, tuple[Gone, ...]] = field(default_factory=dict)
    revised: Mapping[str, tuple[Revision, ...]] = field(default_factory=dict)
    invented: frozenset[str] = frozenset()

    def fields_on(self, file: str, day: date) -> tuple[str, ...]:
        """The names of the fields in which a record changed in the course of one day."""
        every = (each for each in self.revised.get(file, ()) if each.day == day)
        names = (each.after.split() for each in every if each.told is Told.FIELDS)
        return tuple(dict.fromkeys(name for some in names for name in some))

    def knew(self, file: str, by: date) -> bool:
        """Whether the file was there on some day up to one, be it now or no longer."""
        if any(day <= by for day in self.updated.get(file, ())[:1]):
            return True
        gone = self.gone.get("/".join(file.split("/")[:3]), ())
        return any(each.file == file and (not each.first or each.first <= by) for each in gone)

    def lost(self, there: Collection[str], by: date) -> Iterator[Lost]:
        """The plans that came up to a day and are gone, but for invented ones.

        ``there`` are the folders of plans that are there.
        """
        for folder in sorted(self.gone.keys() - self.invented - set(there)):
            _, member, id = folder.split("/")
            went = [each for each in self.gone[folder] if each.kind == "plan"]
            named = all(re.fullmatch(ID_PATTERN, name) for name in (member, id))
            if went and named and self.knew(went[0].file, by):
                frozen = self.knew(record_file(member, id, "baseline", "baseline"), by)
                yield Lost(member, id, went[0].last, frozen)


NO_FACTS = GitFacts(History.NONE)
