"""A content problem as a value: what rule, how grave, where, with which arguments.

Nothing here knows a sentence: the words live in the rules' pages and the
language catalogues, so that one finding can be told in any language.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum

from openroadmap.immutable import immutable

DataPath = tuple[str | int, ...]
"""The way to a value inside a record: ``("milestones", 2, "due_on")``."""


class Level(StrEnum):
    """How grave a finding is. Only an error stops a site from being published."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@immutable
class Place:
    """Where in the repository: a file from the root, and a 1-based line and column.

    Line and column are 0 when the finding concerns the file or folder as a whole.
    """

    file: str
    line: int = 0
    column: int = 0


@immutable
class Finding:
    """One content problem.

    ``rule`` is the stable code ("C05"); ``variant`` chooses among the sentences
    of that rule; ``args`` fills the sentence; ``path`` is the place in the data
    and ``place`` the same place in the file.
    """

    rule: str
    level: Level
    place: Place
    path: DataPath = ()
    variant: str = ""
    args: Mapping[str, str | int] = field(default_factory=dict)


def written(path: DataPath, value: str) -> str:
    """A value as it stands in a record: after its key, in a list where it is an item of one."""
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    return f"{key}: [{value}]" if isinstance(path[-1], int) else f"{key}: {value}"


def rule_address(code: str) -> str:
    """Where a rule's page is published, from the site's root. The code stands as it is."""
    return f"rules/{code}/"


def sort_key(finding: Finding) -> tuple[str, int, int, str, str]:
    """Order of reading: by file, then down the file, then by rule."""
    place = finding.place
    return (place.file, place.line, place.column, finding.rule, finding.variant)
