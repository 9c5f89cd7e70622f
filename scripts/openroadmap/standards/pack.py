"""A pack of requirements: what a process is held against, as data.

In comes the id of a pack, out comes the pack, read from ``packs/``. Every
requirement names the check that decides it, or says that people do.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from typing import TypeAlias

from openroadmap.immutable import immutable

Text: TypeAlias = Mapping[str, str]
"""One text by language: {"en": …, "fr": …, "es": …}. English is always there in our packs."""

PEOPLE = "people"
"""Stands in place of a check where only people can decide."""


LONGEST_ID = 40
"""Characters in a requirement's id at most."""

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]*(\.[A-Za-z0-9-]+)*\Z", re.ASCII)


def is_requirement_id(id: str) -> bool:
    """The id can be a folder's name and part of an address, since each requirement has a page."""
    return len(id) <= LONGEST_ID and _ID.match(id) is not None


class Group(StrEnum):
    """What becomes of it when a requirement is not met."""

    REQUIRED = "required"
    RECOMMENDED = "recommended"
    DEADLINE = "deadline"
    PLAN = "plan"
    EARLY_WARNING = "early_warning"
    BADGE = "badge"


class Phase(StrEnum):
    """The part of a plan's life that a requirement speaks of; ``PLAN`` is all of it."""

    COCREATION = "cocreation"
    IMPLEMENTATION = "implementation"
    PLAN = "plan"


class Whose(StrEnum):
    """Who set a number or word: OGP, this project, or the member in its own pack."""

    OGP = "ogp"
    OURS = "ours"
    OWN = "own"


@immutable
class Threshold:
    """One number, word or list of words of a rule. ``ours``: a default of this project."""

    value: int | str | tuple[str, ...]
    whose: Whose = Whose.OGP

    @property
    def ours(self) -> bool:
        return self.whose is Whose.OURS


@immutable
class Bound:
    """How a requirement is computed: the kind of rule and its thresholds by name."""

    kind: str
    thresholds: Mapping[str, Threshold] = field(default_factory=dict)


@immutable
class Source:
    """Where a requirement can be read."""

    title: Text
    url: str


@immutable
class Requirement:
    """One requirement. ``text`` is our paraphrase, never OGP's wording.

    ``proof`` is a letter of ``rules.PROOFS``: how well it is known that this is
    OGP's rule. ``decided_by`` is the name of a check, or ``PEOPLE``. ``standard``
    is an id of the pack's standards, or "".
    """

    id: str
    group: Group
    standard: str
    label: Text
    text: Text
    phases: tuple[Phase, ...]
    rule: Bound
    source: Source
    proof: str
    decided_by: str

    def number(self, name: str) -> int:
        """A threshold that is a number; ``KeyError`` when the rule has none of that name."""
        value = self.rule.thresholds[name].value
        if not isinstance(value, int):
            raise TypeError(f"{self.id}: {name} is not a number")
        return value

    def words(self, name: str) -> tuple[str, ...]:
        """A threshold that is a word or a list of words; () when there is none."""
        threshold = self.rule.thresholds.get(name)
        value = () if threshold is None else threshold.value
        return value if isinstance(value, tuple) else (str(value),)


@immutable
class Pack:
    """Requirements that belong together.

    ``standards`` holds the titles of OGP's standards; ``sources`` are those that requirements
    name, by that name.
    """

    id: str
    title: Text
    level: str
    standards: Mapping[str, Text]
    requirements: tuple[Requirement, ...]
    sources: Mapping[str, Source] = field(default_factory=dict)

    def requirement(self, id: str) -> Requirement:
        """One requirement; raises ``KeyError`` when the pack has none of that id."""
        for each in self.requirements:
            if each.id == id:
                return each
        raise KeyError(id)


def in_language(text: Text, lang: str) -> str:
    """A text in a language, else in English, else in any."""
    return text.get(lang) or text.get("en") or next(iter(text.values()), "")
