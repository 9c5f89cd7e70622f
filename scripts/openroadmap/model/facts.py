"""What the history of the repository proves about its files, as a value.

Made by the ``history`` room from git, read by the assessment, which never
touches git itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from enum import StrEnum

from openroadmap.immutable import immutable
from openroadmap.model.dates import PartialDate


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
    """The status that it gives one of several commitments."""


OWN_WORDS = "own_words"
"""In the place of a status: the record gives one in words of its own."""


@immutable
class Revision:
    """One thing that a record says otherwise since ``day``.

    ``id`` is the milestone or the commitment, "" where it is about the record
    itself. The sides are dates or codes of completion; "" is none.
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
    called its commitment, whether a meeting was held, or which kind of amendment
    it was.
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
class GitFacts:
    """Dates proven by git, in UTC, by the path of a file from the project's folder.

    ``published`` is the committer date of the first-parent commit that first
    brought the file to the default branch; a file with a day that cannot be
    trusted is left out. ``updated`` holds the days on which its content
    changed, reformatting not counted, the first day among them: what a file
    says now it has said since the latest. A file that is never to change has a
    second one, be it the first once more, when it says something else now.
    ``revised`` holds what of it may be told of these changes, also of files that are
    gone. ``gone`` holds the records that are there no longer, by the folder of their
    plan. All are empty unless the history is full.
    """

    history: History
    published: Mapping[str, date] = field(default_factory=dict)
    updated: Mapping[str, tuple[date, ...]] = field(default_factory=dict)
    gone: Mapping[str, tuple[Gone, ...]] = field(default_factory=dict)
    revised: Mapping[str, tuple[Revision, ...]] = field(default_factory=dict)

    def knew(self, file: str, by: date) -> bool:
        """Whether the file was there on some day up to one, be it now or no longer."""
        if any(day <= by for day in self.updated.get(file, ())[:1]):
            return True
        gone = self.gone.get("/".join(file.split("/")[:3]), ())
        return any(each.file == file and (not each.first or each.first <= by) for each in gone)


NO_FACTS = GitFacts(History.NONE)
