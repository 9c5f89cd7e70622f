"""What the lead's updates say: a plan's records come in, reports by commitment go out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from openroadmap.model.parts import Evidence
from openroadmap.model.site import PlanRecords
from openroadmap.model.voices import Update


@dataclass(frozen=True, slots=True)
class MilestoneState:
    """The latest that an update says of a milestone."""

    completion: str
    update: Update
    index: int


def updates_by_commitment(records: PlanRecords) -> dict[str, list[Update]]:
    """The updates on each commitment, oldest first; those on the whole plan are not among them."""
    found: dict[str, list[Update]] = {}
    for update in records.updates:
        if update.commitment is not None:
            found.setdefault(update.commitment, []).append(update)
    for updates in found.values():
        if len(updates) > 1:
            updates.sort(key=lambda update: update.date.first)
    return found


def latest_status(updates: Iterable[Update]) -> Update | None:
    """The last update that reports a completion."""
    last = None
    for update in updates:
        if update.completion is not None:
            last = update
    return last


def milestone_states(updates: Iterable[Update]) -> dict[str, MilestoneState]:
    """The latest completion reported of each milestone, by the milestone's id."""
    states: dict[str, MilestoneState] = {}
    for update in updates:
        for index, report in enumerate(update.milestones):
            if report.completion is not None:
                states[report.id] = MilestoneState(report.completion, update, index)
    return states


def withdrawn(records: PlanRecords) -> frozenset[str]:
    """The ids of the commitments that an amendment withdrew."""
    return frozenset(
        amendment.commitment for amendment in records.amendments if amendment.kind == "withdraw"
    )


def evidence_of(update: Update) -> Iterator[Evidence]:
    """All the evidence an update names, on the commitment and on its milestones."""
    yield from update.evidence
    for report in update.milestones:
        yield from report.evidence
