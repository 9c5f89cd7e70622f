"""What the lead's updates say, as known on a day: the one reading that rules and pages share.

In come a plan's records and a day; out come the updates of each commitment in
their order, the status last reported of it and of its milestones, and what was
withdrawn. Reports and withdrawals of later days do not count.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from openroadmap.immutable import immutable
from openroadmap.model.commitment import Commitment
from openroadmap.model.dates import PartialDate
from openroadmap.model.parts import Evidence
from openroadmap.model.process import Amendment
from openroadmap.model.site import PlanRecords
from openroadmap.model.voices import MilestoneReport, Update


@immutable
class MilestoneStatus:
    """What one update says of one milestone; ``index`` is its place in that update."""

    completion: str
    completed_on: PartialDate | None
    update: Update
    index: int


def newest_last(updates: Iterable[Update]) -> list[Update]:
    """Updates in the order of the days they speak of; of one day, in the order of their ids."""
    return sorted(updates, key=lambda update: (update.date.last, update.id))


def updates_by_commitment(records: PlanRecords, today: date) -> dict[str, list[Update]]:
    """The updates on each commitment, oldest first; those on the whole plan are not among them."""
    found: dict[str, list[Update]] = {}
    for update in records.updates:
        if update.commitment is not None and update.date.first <= today:
            found.setdefault(update.commitment, []).append(update)
    return {id: newest_last(mine) if len(mine) > 1 else mine for id, mine in found.items()}


def statuses(updates: Iterable[Update]) -> Iterator[Update]:
    """Those updates that give the commitment a status: a code, or the source's own words."""
    return (update for update in updates if update.completion or update.status_words)


def latest_status(updates: Sequence[Update]) -> Update | None:
    """The last update that gives the commitment a status; own words replace an earlier code."""
    return next(statuses(reversed(updates)), None)


def milestone_statuses(updates: Iterable[Update]) -> dict[str, list[MilestoneStatus]]:
    """All that was reported of each milestone, by its id, in the order of the updates."""
    found: dict[str, list[MilestoneStatus]] = {}
    for update in updates:
        for index, report in enumerate(update.milestones):
            completion = completion_of(report)
            if completion is not None:
                told = MilestoneStatus(completion, report.completed_on, update, index)
                found.setdefault(report.id, []).append(told)
    return found


def latest_milestones(updates: Iterable[Update]) -> dict[str, MilestoneStatus]:
    """The last that was reported of each milestone, by its id."""
    return {id: told[-1] for id, told in milestone_statuses(updates).items()}


@immutable
class Unfinished:
    """Milestones that no update reports as complete, by id: reported otherwise, or not at all."""

    open: tuple[str, ...]
    unreported: tuple[str, ...]


def unfinished(commitment: Commitment, updates: Iterable[Update]) -> Unfinished:
    latest = latest_milestones(updates)
    ids = [milestone.id for milestone in commitment.milestones]
    return Unfinished(
        tuple(id for id in ids if id in latest and latest[id].completion != "complete"),
        tuple(id for id in ids if id not in latest),
    )


def completion_of(report: MilestoneReport) -> str | None:
    """A day of completion says that it is complete, also where the code was left out."""
    return report.completion or ("complete" if report.completed_on else None)


def withdrawals(records: PlanRecords, today: date) -> dict[str, Amendment]:
    """The amendment that withdrew each commitment that is withdrawn, and not taken up again."""
    turns = {"withdraw", "resume"}
    found: dict[str, Amendment] = {}
    for each in sorted(records.amendments, key=in_order):
        if each.kind in turns and each.commitment is not None and each.date.first <= today:
            found[each.commitment] = each
    return {id: each for id, each in found.items() if each.kind == "withdraw"}


def in_order(amendment: Amendment) -> tuple[date, str]:
    """The order of agreed changes: by the last day that they can mean, then by their ids."""
    return amendment.date.last, amendment.id


def evidence_of(update: Update) -> Iterator[Evidence]:
    """All the evidence an update names, on the commitment and on its milestones."""
    yield from update.evidence
    for report in update.milestones:
        yield from report.evidence
