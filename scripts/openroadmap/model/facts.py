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


class History(StrEnum):
    """How much of the history is there. Nothing is ever computed from a part of it."""

    FULL = "full"
    SHALLOW = "shallow"
    NONE = "none"


@immutable
class GitFacts:
    """Dates proven by git, in UTC, by the path of a file from the project's folder.

    ``published`` is the committer date of the first-parent commit that first
    brought the file to the default branch; a file with a day that cannot be
    trusted is left out. ``updated`` holds the days on which its content
    changed, reformatting not counted, the first day among them: what a file
    says now it has said since the latest. A file that is never to change has a
    second one, be it the first once more, when it says something else now.
    ``gone`` holds the first day of files that are never to change and are there
    no longer; 1 January of the year 1 where it cannot be trusted. All are empty
    unless the history is full.
    """

    history: History
    published: Mapping[str, date] = field(default_factory=dict)
    updated: Mapping[str, tuple[date, ...]] = field(default_factory=dict)
    gone: Mapping[str, date] = field(default_factory=dict)

    def knew(self, file: str, by: date) -> bool:
        """Whether the file was there on some day up to one, be it now or no longer."""
        days = (*self.updated.get(file, ())[:1], *filter(None, (self.gone.get(file),)))
        return any(day <= by for day in days)


NO_FACTS = GitFacts(History.NONE)
