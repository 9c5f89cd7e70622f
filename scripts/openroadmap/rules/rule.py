"""What a rule is: its code, its words, the clause it rests on, and a check on records.

A check takes the records of a plan and the day, and yields faults: which
record, where in its data, which sentence, with which arguments. It never sees
a file, a line or a language.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from datetime import date

from openroadmap.findings import DataPath, Level, rule_address
from openroadmap.i18n import N_
from openroadmap.immutable import immutable
from openroadmap.model.facts import GitFacts
from openroadmap.model.site import PlanContext, PlanRecords, RecordKey

PROOFS: Mapping[str, str] = {
    "S": N_("Read in OGP's own published text."),
    "P": N_("Read in part in OGP's published text."),
    "E": N_("Read on the website of others, not in OGP's own published text."),
    "R": N_("Known from OGP's published text, which was not at hand: check it at the link."),
    "ours": N_("A rule of this project, not of OGP."),
    "own": N_("A rule of this member, not of OGP."),
}
"""How well it is known that a rule is OGP's, by the letter a clause carries."""


@immutable
class Clause:
    """What a rule rests on. ``proof`` is a key of ``PROOFS``; a ``url`` may begin with "/"."""

    title: str
    url: str
    proof: str


@immutable
class Fault:
    """One fault in a record, before it has a place in a file.

    ``level`` is the rule's own unless given here. ``absent`` names a record
    the fault says is not there, so that a file which could not be read is not
    held against others; its id is "" where any record of the kind would do.
    ``line`` and ``column`` count within the text at ``path``, from 1. Faults of
    a record that are ``joined`` are told as one, with all their texts and their
    ``count``; a number stands only where all have the same.
    """

    record: RecordKey
    path: DataPath = ()
    variant: str = ""
    args: Mapping[str, str | int] = field(default_factory=dict)
    level: Level | None = None
    absent: RecordKey | None = None
    line: int = 0
    column: int = 0
    joined: bool = False


Check = Callable[[PlanRecords, date], Iterator[Fault]]
MemberCheck = Callable[[PlanContext, date], Iterator[Fault]]
HistoryCheck = Callable[[PlanRecords, date, GitFacts], Iterator[Fault]]
"""A check that needs git's facts; it is left out where the history is not whole. It gets the day
of the check also where an invented plan stands still on another."""


@immutable
class Rule:
    """One rule.

    ``slug`` names the fault. ``messages`` says what is wrong and ``fixes`` how
    to put it right, by variant; ``examples`` is a line or two to copy, for every
    variant, which may use what ``examples.py`` adds to the arguments. All three
    fall back to the variant "". A sentence under "colon+key" is used instead of
    the one under "colon" when the finding has an argument ``key`` that is not
    empty. ``page`` is the module's docstring. Findings of a rule without a check
    are made while reading.
    """

    code: str
    slug: str
    level: Level
    clause: Clause
    messages: Mapping[str, str]
    fixes: Mapping[str, str]
    page: str | None
    examples: Mapping[str, str] = field(default_factory=dict)
    check: Check | None = None
    check_member: MemberCheck | None = None
    check_history: HistoryCheck | None = None

    @property
    def address(self) -> str:
        """Where the rule's page is published, from the site's root."""
        return rule_address(self.code)


def missing(records: PlanRecords) -> Level:
    """How grave it is that something is not there.

    A government answers for its plan once it is submitted. In a draft, and in
    a plan that others transcribed, it is told but stops nothing.
    """
    if records.submitted and not records.transcribed:
        return Level.ERROR
    return Level.WARNING


def missing_variant(records: PlanRecords, own: str = "missing") -> str:
    """The sentence for it: others cannot know whether it is missing or only not recorded."""
    return "not-recorded" if records.transcribed else own
