"""Two states of a plan's promise come in, their differences go out as typed values.

The states may be the plan as adopted and as it is now, or the plan at two
revisions. What is no part of the promise (links, sources, notes, how it is
classified, translations) is not looked at; nor are spaces, line breaks and the
order of names.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import lru_cache
from typing import Any

from openroadmap.immutable import immutable
from openroadmap.model.baseline import Baseline
from openroadmap.model.commitment import Milestone, Promise
from openroadmap.model.dates import PartialDate, Precision
from openroadmap.model.fields import Record
from openroadmap.model.member import PlanPromise
from openroadmap.model.process import Amendment
from openroadmap.model.site import PlanRecords
from openroadmap.model.table import table


class Change(StrEnum):
    """What a difference is of."""

    DATE = "date"
    """A date, or a deadline in words."""
    SCOPE = "scope"
    """What will be done, what will exist then, what it brings or costs."""
    OWNER = "owner"
    """Who answers for it or supports it."""
    WORDING = "wording"
    """Any other text of the promise."""
    MILESTONE_ADDED = "milestone_added"
    MILESTONE_DROPPED = "milestone_dropped"
    ADDED = "added"
    """The commitment is new."""
    WITHDRAWN = "withdrawn"
    """The commitment was withdrawn by an amendment; its record stays."""
    RESUMED = "resumed"
    """The commitment had been withdrawn when the plan was frozen, and is so no longer."""
    REMOVED = "removed"
    """The commitment's record is gone."""


Side = PartialDate | str | tuple[str, ...] | None
"""What a field says: a date, a text or names; None where it says nothing."""


@immutable
class Difference:
    """One difference between two states of a promise.

    ``commitment`` is "" for the plan's own promise, ``milestone`` is "" for the
    commitment itself, and ``field`` is "" where the whole was added or dropped;
    a field of a part has a dot, "supporting.government". ``title`` is what the
    commitment (or the milestone) is called, as it was called before where it
    was there. Of a milestone or commitment that came or went, the sides are the
    day it is due. ``days`` is by how many days a date moved, later being positive;
    None unless both are known to the day. ``amendments`` are the agreed changes
    that explain it, oldest first: they say that what stands there now was agreed.
    Where agreed changes speak of it and the last, ``stated``, says something else,
    ``agreed`` is what that says.
    """

    change: Change
    commitment: str
    title: str
    milestone: str = ""
    field: str = ""
    before: Side = None
    after: Side = None
    days: int | None = None
    amendments: tuple[Amendment, ...] = ()
    stated: Amendment | None = None
    agreed: Side = None

    @property
    def key(self) -> str:
        """What differs, as an amendment may name it: "milestones.m4.due_on"."""
        within = f"milestones.{self.milestone}" if self.milestone else ""
        return ".".join(filter(None, (within, self.field)))

    @property
    def whole(self) -> str:
        """The field of the record in which it lies: "milestones"; "" where all of it differs."""
        return self.key.partition(".")[0]

    @property
    def explained(self) -> bool:
        """True when every agreed change that led here gives a reason."""
        return bool(self.amendments) and all(each.reason for each in self.amendments)


@immutable
class Promises:
    """One state: the plan's own promise, None where it cannot be read, and the commitments'."""

    plan: PlanPromise | None
    commitments: Mapping[str, Promise]


def promises_of(state: PlanRecords | Baseline) -> Promises:
    """The promises that records, or the plan as adopted, hold."""
    gone = state.removed if isinstance(state, PlanRecords) else frozenset[str]()
    kept = {each.id: each for each in state.commitments if each.id not in gone}
    return Promises(state.plan, kept)


def compare(before: Promises, after: Promises) -> Iterator[Difference]:
    """Every difference: the plan's own first, then those of each commitment by its id."""
    if before.plan is not None and after.plan is not None:
        for field in _fields(PlanPromise, before.plan, after.plan):
            yield _difference(field, "", before.plan.title)
    for id in sorted(before.commitments.keys() | after.commitments.keys()):
        old, new = before.commitments.get(id), after.commitments.get(id)
        if old is None and new is not None:
            yield Difference(Change.ADDED, id, new.title, after=new.ends_on)
        elif old is not None and new is None:
            yield Difference(Change.REMOVED, id, old.title, before=old.ends_on)
        elif old is not None and new is not None:
            yield from compare_commitments(old, new)


def compare_commitments(before: Promise, after: Promise) -> Iterator[Difference]:
    """Every difference of one commitment, in the order of its fields."""
    id = before.id
    for field in _fields(Promise, before, after):
        yield _difference(field, id, before.title)
    if before.milestones == after.milestones:
        return
    new = {each.id: each for each in after.milestones}
    for old in before.milestones:
        kept = new.pop(old.id, None)
        if kept is None:
            yield Difference(Change.MILESTONE_DROPPED, id, old.title, old.id, before=old.due_on)
        else:
            for field in _fields(Milestone, old, kept):
                yield _difference(field, id, old.title, old.id)
    for added in new.values():
        yield Difference(Change.MILESTONE_ADDED, id, added.title, added.id, after=added.due_on)


@immutable
class _Field:
    """A field that differs."""

    name: str
    change: Change
    before: Side
    after: Side


_IN_WORDS = frozenset({"due_label", "ends_label"})
_SCOPE = frozenset({"solution", "expected_results", "budget", "deliverable"})


@lru_cache(maxsize=16)
def _plan_of(model: type[Record]) -> tuple[tuple[str, Change, type[Record] | None], ...]:
    """The fields of a model that are compared, each with what it tells of, or with its part."""
    found = []
    for name, field in table(model).items():
        if name == "id" or (field.model and field.many):
            continue
        if field.form == "date" or name in _IN_WORDS:
            change = Change.DATE
        elif field.form == "name":
            change = Change.OWNER
        else:
            is_scope = name in _SCOPE or (model is Milestone and name == "title")
            change = Change.SCOPE if is_scope else Change.WORDING
        found.append((name, change, field.model))
    return tuple(found)


def _fields(model: type[Record], before: Any, after: Any, prefix: str = "") -> Iterator[_Field]:
    """The fields that differ, and those of parts; None on a side is a part that says nothing."""
    old = before.__dict__ if before is not None else {}
    new = after.__dict__ if after is not None else {}
    for name, change, part in _plan_of(model):
        was, now = old.get(name), new.get(name)
        if was is now or was == now:  # a plan as adopted shares what did not change
            continue
        if part is not None:
            yield from _fields(part, was, now, f"{prefix}{name}.")
        elif not _says_the_same(was, now):
            yield _Field(prefix + name, change, was or None, now or None)


def _says_the_same(was: Side, now: Side) -> bool:
    if isinstance(was, str) and isinstance(now, str):
        return was.split() == now.split()
    if isinstance(was, tuple) and isinstance(now, tuple):
        return sorted(was) == sorted(now)
    return not was and not now


def _difference(field: _Field, commitment: str, title: str, milestone: str = "") -> Difference:
    days = days_between(field.before, field.after)
    return Difference(
        field.change, commitment, title, milestone, field.name, field.before, field.after, days
    )


def days_between(was: Side, now: Side) -> int | None:
    """By how many days a date moved, where both are known to the day."""
    if not (isinstance(was, PartialDate) and isinstance(now, PartialDate)):
        return None
    if was.precision is not Precision.DAY or now.precision is not Precision.DAY:
        return None
    return (now.first - was.first).days
