"""Where a commitment or milestone stands, as the open data say it: a standing in, texts out.

Thousands of milestones stand at few places, so what is written of a place is
written once and looked up by these texts.
"""

from __future__ import annotations

from typing import NamedTuple

from openroadmap.measure.progress import Lateness, Standing, State
from openroadmap.model.dates import PartialDate


class Reported(NamedTuple):
    """What was reported, and what follows from the dates; dates as recorded, "" for nothing."""

    state: State
    words: str
    on: str
    since: str
    by: str
    completed_on: str
    lateness: Lateness


def reported(standing: Standing) -> Reported:
    """What is said of a standing; of what was withdrawn, the amendment says it, not a report."""
    update, since = standing.update, _text(standing.since)
    if update is None or standing.state is State.WITHDRAWN:
        on, by = since, ""
    else:
        on, by = update.date.text, update.author_organisation or ""
    done = _text(standing.completed_on)
    return Reported(standing.state, standing.words, on, since, by, done, standing.lateness)


def _text(date: PartialDate | None) -> str:
    return date.text if date else ""
