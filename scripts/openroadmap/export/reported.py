"""Where commitments and milestones stand, as the open data say it: standings in, texts out.

Thousands of milestones stand at few places, so what is written of a place is
written once and looked up by these texts.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from openroadmap.measure.outlook import Silence, is_soon, silences
from openroadmap.measure.progress import Lateness, PlanProgress, Standing, State
from openroadmap.model.commitment import Commitment, Milestone
from openroadmap.model.dates import PartialDate
from openroadmap.model.site import PlanRecords


class Reported(NamedTuple):
    """What was reported, and what follows from the dates; dates as recorded, "" for nothing.

    ``silence`` is None of a milestone: how long nothing was reported is known of commitments.
    """

    state: State
    words: str
    on: str
    since: str
    by: str
    completed_on: str
    lateness: Lateness
    soon: bool
    silence: Silence | None


class Standings:
    """Where all that a plan promises stands, as of a day."""

    def __init__(self, records: PlanRecords, progress: PlanProgress, today: date) -> None:
        self._progress, self._today = progress, today
        self._silences = silences(records, progress, today)

    def commitment(self, each: Commitment) -> Reported:
        standing = self._progress.commitments[each.id]
        soon = is_soon(standing.state, each.ends_on, self._today)
        return _reported(standing, soon, self._silences[each.id])

    def milestone(self, of: Commitment, each: Milestone) -> Reported:
        standing = self._progress.milestones[of.id, each.id]
        return _reported(standing, is_soon(standing.state, each.due_on, self._today), None)


def _reported(standing: Standing, soon: bool, silence: Silence | None) -> Reported:
    """What is said of a standing; of what was withdrawn, the amendment says it, not a report."""
    update, since = standing.update, _text(standing.since)
    if update is None or standing.state is State.WITHDRAWN:
        on, by = since, ""
    else:
        on, by = update.date.text, update.author_organisation or ""
    done = _text(standing.completed_on)
    late = standing.lateness
    return Reported(standing.state, standing.words, on, since, by, done, late, soon, silence)


def _text(date: PartialDate | None) -> str:
    return date.text if date else ""
