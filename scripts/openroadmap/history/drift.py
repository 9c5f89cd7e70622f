"""What became of a plan since it was adopted: its records come in, every difference goes out.

Each difference comes with the amendments that explain it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from openroadmap.history.differences import Change, Difference, compare, promises_of
from openroadmap.model.baseline import Baseline
from openroadmap.model.commitment import Commitment, Promise
from openroadmap.model.process import Amendment
from openroadmap.model.reports import withdrawals
from openroadmap.model.site import PlanRecords

_WHOLE = {Change.ADDED: "add", Change.WITHDRAWN: "withdraw", Change.REMOVED: ""}
"""What is of a whole commitment, with the kind of amendment that explains it."""
_ANY_OTHER = ("modify", "correct")


def baseline_on(records: PlanRecords, today: date) -> Baseline | None:
    """The plan as adopted; None where there is none, or none yet on the day."""
    baseline = records.baseline
    return baseline if baseline is not None and baseline.frozen_on.first <= today else None


def drift_of(
    records: PlanRecords, today: date, unreadable: Collection[str] = ()
) -> tuple[Difference, ...]:
    """Every difference from the plan as adopted; none where it was not frozen by that day.

    ``unreadable`` are ids of commitments whose records are there but cannot be
    read: nothing is known of what became of them.
    """
    baseline = baseline_on(records, today)
    if baseline is None:
        return ()
    return tuple(_drift(records, baseline, today, unreadable))


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
        Commitment.model_construct(**{name: each.__dict__[name] for name in Promise.model_fields})
        for each in gone
    )
    every = sorted((*records.commitments, *restored), key=lambda each: each.id)
    return replace(records, commitments=tuple(every), removed=frozenset(each.id for each in gone))


def _drift(
    records: PlanRecords, baseline: Baseline, today: date, unreadable: Collection[str]
) -> Iterator[Difference]:
    frozen, present = promises_of(baseline), promises_of(records)
    withdrawn = withdrawals(records, today)
    amendments = _by_commitment(records.amendments, baseline.frozen_on.first, today)
    found = by_commitment(compare(frozen, present))
    for id, differences in found.items():
        alone = len(differences) == 1
        for each in differences:
            if each.change is Change.REMOVED and id in (*unreadable, *withdrawn):
                continue
            yield _explained(each, amendments.get(id, ()), alone=alone)
    for each in baseline.commitments:
        # Who was withdrawn before the plan was frozen was so as adopted.
        if each.id in withdrawn and each.withdrawn_on is None:
            told = Difference(Change.WITHDRAWN, each.id, each.title)
            yield _explained(told, amendments.get(each.id, ()))


def _by_commitment(
    amendments: Iterable[Amendment], since: date, today: date
) -> dict[str, tuple[Amendment, ...]]:
    """The amendments that can explain what changed since a day, oldest first; "" for the plan.

    One of a later day than today explains nothing yet.
    """
    found: dict[str, tuple[Amendment, ...]] = {}
    for each in sorted(amendments, key=lambda amendment: (amendment.date.last, amendment.id)):
        if each.date.last >= since and each.date.first <= today:
            key = each.commitment or ""
            found[key] = (*found.get(key, ()), each)
    return found


def _explained(
    difference: Difference, amendments: Sequence[Amendment], *, alone: bool = True
) -> Difference:
    """With the amendments that name what differs, or else with those that name nothing.

    One that names nothing surely explains a difference only where it is the only
    such amendment, and the difference ``alone`` in its commitment: it would
    otherwise explain whatever changes later too.
    """
    if difference.change in _WHOLE:
        kind = _WHOLE[difference.change]
        return replace(difference, amendments=tuple(a for a in amendments if a.kind == kind))
    fitting = [each for each in amendments if each.kind in _ANY_OTHER]
    named = tuple(each for each in fitting if _names(each, difference.key))
    if named:
        return replace(difference, amendments=named)
    open_ = tuple(each for each in fitting if not each.about)
    certain = not open_ or (alone and len(open_) == 1)
    return replace(difference, amendments=open_, certain=certain)


def _names(amendment: Amendment, key: str) -> bool:
    """Whether it says that it is about this, or about the part that this belongs to."""
    return any(key == name or key.startswith(f"{name}.") for name in amendment.about)
