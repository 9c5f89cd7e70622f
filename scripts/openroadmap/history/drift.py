"""What became of a plan since it was adopted: its records come in, every difference goes out.

Each difference comes with the agreed changes that explain it: those that say
that what stands there now was agreed. Where the last of them says anything
else, or a promise is not as it was agreed, nobody explains it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from datetime import date

from openroadmap.history.agreed import STEPS, AnyPromise, Near, between, course_of
from openroadmap.history.differences import Change, Difference, compare, promises_of
from openroadmap.history.drift_days import copied_late, days_edited, days_since, fields_since
from openroadmap.immutable import immutable
from openroadmap.model.baseline import Baseline
from openroadmap.model.commitment import Commitment, Promise
from openroadmap.model.facts import NO_FACTS, GitFacts
from openroadmap.model.fields import names_of
from openroadmap.model.process import Amendment
from openroadmap.model.reports import in_order, withdrawals
from openroadmap.model.site import PlanRecords


@immutable
class Unheld:
    """Something that was added after adoption, of which no agreed change says what it was to be.

    ``difference`` is from nothing to what it says now, and ``amendment`` the id
    of the agreed change that added it.
    """

    difference: Difference
    amendment: str


@immutable
class Drift:
    """What became of a plan since it was adopted.

    ``differences`` are all from the plan as adopted, and what else is not as it
    was agreed since. ``steps`` are the differences that each agreed change made,
    by its id. ``unheld`` is what can change again and nobody can tell. ``days``
    are those on which each promise last changed, by the id of the commitment and
    as far as git proves it; "" is the plan itself. ``fields`` are those on which
    single fields of its record did, by the id and the name. ``edited`` are those
    on which the record of an agreed change was itself changed, by its id.
    ``copied_late`` is the day on which the plan as adopted came into the repository,
    where records of promises had changed since the day of which it speaks.
    """

    differences: tuple[Difference, ...] = ()
    steps: Mapping[str, tuple[Difference, ...]] = field(default_factory=dict)
    unheld: tuple[Unheld, ...] = ()
    days: Mapping[str, date] = field(default_factory=dict)
    fields: Mapping[tuple[str, str], date] = field(default_factory=dict)
    edited: Mapping[str, date] = field(default_factory=dict)
    copied_late: date | None = None

    def day_of(self, difference: Difference) -> date | None:
        """The day on which what differs was last changed; of its whole record where that is all
        that git proves, and None where it proves none."""
        last = self.days.get(difference.commitment)
        return self.fields.get((difference.commitment, difference.whole), last)


NO_DRIFT = Drift()


def baseline_on(records: PlanRecords, today: date) -> Baseline | None:
    """The plan as adopted; None where there is none, or none yet on the day."""
    baseline = records.baseline
    return baseline if baseline is not None and baseline.frozen_on.first <= today else None


def drift_of(
    records: PlanRecords,
    today: date,
    unreadable: Collection[str] = (),
    facts: GitFacts = NO_FACTS,
) -> Drift:
    """What became of a plan by a day; nothing where it was not frozen by that day.

    ``unreadable`` are ids of commitments whose records are there but cannot be
    read: nothing is known of what became of them.
    """
    baseline = baseline_on(records, today)
    if baseline is None:
        return NO_DRIFT
    frozen, present = promises_of(baseline), promises_of(records)
    withdrawn = withdrawals(records, today)
    amendments = amendments_since(records, baseline, today)
    found = by_commitment(compare(frozen, present))
    lost = {*unreadable, *withdrawn}
    added = [each for every in found.values() for each in every if each.change is Change.ADDED]
    held = [
        _Held(
            id,
            [each for each in found.get(id, ()) if not _is_lost(each, lost)],
            amendments.get(id, ()),
            frozen.commitments.get(id) if id else frozen.plan,
            present.commitments.get(id) if id else present.plan,
        )
        for id in sorted(found.keys() | amendments.keys())
    ]
    return Drift(
        differences=(
            *(told for each in held for told in each.differences()),
            *_turns(baseline, added, withdrawn, present.commitments, amendments),
        ),
        steps={id: step for each in held for id, step in each.course.steps.items()},
        unheld=tuple(told for each in held for told in each.unheld()),
        days=days_since(records, baseline, facts, today) if facts.updated else {},
        fields=fields_since(records, baseline, facts, today),
        edited=days_edited(records, facts, today) if facts.updated else {},
        copied_late=copied_late(records, baseline, facts, today),
    )


def amendments_since(
    records: PlanRecords, baseline: Baseline, today: date
) -> dict[str, tuple[Amendment, ...]]:
    """The amendments that can explain what changed since adoption, oldest first; "" for the plan.

    One of a later day than today explains nothing yet.
    """
    found: dict[str, tuple[Amendment, ...]] = {}
    for each in sorted(records.amendments, key=in_order):
        if each.date.last >= baseline.frozen_on.first and each.date.first <= today:
            key = each.commitment or ""
            found[key] = (*found.get(key, ()), each)
    return found


def by_commitment(differences: Iterable[Difference]) -> dict[str, tuple[Difference, ...]]:
    """The differences of each commitment by its id; those of the plan itself under ""."""
    found: dict[str, tuple[Difference, ...]] = {}
    for each in differences:
        found[each.commitment] = (*found.get(each.commitment, ()), each)
    return found


def with_removed(
    records: PlanRecords, today: date, unreadable: Collection[str] = ()
) -> PlanRecords:
    """The records, and as they were adopted those commitments whose records are gone.

    A promise that was made keeps its page and its address.
    """
    baseline = baseline_on(records, today)
    there = {*(each.id for each in records.commitments), *unreadable}
    gone = [each for each in (baseline.commitments if baseline else ()) if each.id not in there]
    if not gone:
        return records
    restored = (
        Commitment.trusted(**{name: each.__dict__[name] for name in names_of(Promise)})
        for each in gone
    )
    every = sorted((*records.commitments, *restored), key=lambda each: each.id)
    return replace(records, commitments=tuple(every), removed=frozenset(each.id for each in gone))


class _Held:
    """A promise as it is now, held against what was adopted and what was agreed since.

    ``found`` are its differences from what was adopted, and ``amendments`` the
    agreed changes that can explain them, oldest first.
    """

    def __init__(
        self,
        id: str,
        found: Sequence[Difference],
        amendments: Sequence[Amendment],
        adopted: AnyPromise | None,
        present: AnyPromise | None,
    ) -> None:
        self._found, self._amendments = found, amendments
        self.course = course_of(adopted, amendments, id)
        self._not_agreed = (
            tuple(between(self.course.promise, present)) if amendments and present else ()
        )
        self._said = Near((said.field, each) for each in amendments for said in each.agreed)
        self._made = Near(
            (step.key, each) for each in amendments for step in self.course.steps[each.id]
        )
        self._silent = Near(
            (each.key, each) for each in self._not_agreed if self._said.find(each.key)
        )

    def differences(self) -> Iterator[Difference]:
        """Those from what was adopted, explained as far as they are; then what else is not so."""
        told = set()
        for each in self._found:
            others = self._departures(each)
            told |= {other.key for other in others}
            yield self._departed(each, others[0]) if others else self._explained(each)
        for each in self._not_agreed:
            if each.key not in told and self._said.find(each.key):
                yield self._departed(each, each)

    def unheld(self) -> Iterator[Unheld]:
        """What was added, and no agreed change says what it was to be."""
        told = {each.key for each in self._found}
        for each in self._not_agreed:
            if each.key in told or self._said.find(each.key):
                continue
            whole = f"{STEPS}.{each.milestone}"
            adding = self._said.find(whole)[-1:] or self._of_kind("add")[:1]
            yield from (Unheld(each, amendment.id) for amendment in adding)

    def _departures(self, each: Difference) -> Sequence[Difference]:
        """In what it is not as agreed; of a milestone that came, its fields are told apart."""
        if not each.key:
            return ()
        others = self._silent.find(each.key)
        if each.change is Change.MILESTONE_ADDED:
            return [other for other in others if other.key == each.key]
        return others

    def _explained(self, each: Difference) -> Difference:
        """With the agreed changes that led there."""
        if each.key:
            return replace(each, amendments=tuple(self._made.find(each.key)))
        kind = "add" if each.change is Change.ADDED else ""
        return replace(each, amendments=tuple(self._of_kind(kind)[:1]))

    def _departed(self, each: Difference, other: Difference) -> Difference:
        """With the last agreed change that says something else, and what that is."""
        return replace(each, stated=self._said.find(other.key)[-1], agreed=other.before)

    def _of_kind(self, kind: str) -> list[Amendment]:
        return [each for each in self._amendments if each.kind == kind]


def _is_lost(each: Difference, lost: Collection[str]) -> bool:
    """Whether a record is gone of which something else tells: it cannot be read, or withdrew."""
    return each.change is Change.REMOVED and each.commitment in lost


def _turns(
    baseline: Baseline,
    added: Iterable[Difference],
    withdrawn: Collection[str],
    present: Collection[str],
    amendments: Mapping[str, Sequence[Amendment]],
) -> Iterator[Difference]:
    """The commitments withdrawn since adoption, and those that were so then and are no longer."""
    known = [(each.id, each.title, each.withdrawn_on is not None) for each in baseline.commitments]
    known += [(each.commitment, each.title, False) for each in added]
    for id, title, was_withdrawn in known:
        if was_withdrawn == (id in withdrawn) or (was_withdrawn and id not in present):
            continue
        change, kind = (
            (Change.RESUMED, "resume") if was_withdrawn else (Change.WITHDRAWN, "withdraw")
        )
        turns = tuple(each for each in amendments.get(id, ()) if each.kind == kind)
        yield Difference(change, id, title, amendments=turns[-1:])
