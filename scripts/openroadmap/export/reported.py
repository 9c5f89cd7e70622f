"""Where commitments and milestones stand, as the open data say it: standings in, texts out.

Thousands of milestones stand at few places, so what is written of a place is
written once and looked up by these texts.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from openroadmap.measure.outlook import Silence, is_soon, silences
from openroadmap.measure.progress import Lateness, PlanProgress, Standing, State
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
    """Where all that a plan promises stands, as of a day: told by tables and documents alike.

    ``milestones`` are by the id of their commitment and their own.
    """

    def __init__(self, records: PlanRecords, progress: PlanProgress, today: date) -> None:
        silent = silences(records, progress, today)
        self.commitments: dict[str, Reported] = {}
        self.milestones: dict[tuple[str, str], Reported] = {}
        for commitment in records.commitments:
            id = commitment.id
            standing = progress.commitments[id]
            soon = is_soon(standing.state, commitment.ends_on, today)
            self.commitments[id] = _reported(standing, soon, silent[id])
            for each in commitment.milestones:
                standing = progress.milestones[id, each.id]
                soon = is_soon(standing.state, each.due_on, today)
                self.milestones[id, each.id] = _reported(standing, soon, None)


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
