"""The way from what people proposed to what was promised, counted from the records.

In come a plan's records and a day; out comes how many contributions were
received, answered, accepted, and led to a commitment. Each number is of
records that are here: what was only counted elsewhere is not among them.
"""

from __future__ import annotations

from datetime import date

from openroadmap.immutable import immutable
from openroadmap.model.process import Response
from openroadmap.model.site import PlanRecords

TAKEN_UP = frozenset({"accepted", "partly_accepted", "merged"})
"""Decisions by which a proposal was taken up, in whole or in part."""


@immutable
class Funnel:
    """How many contributions came how far; each number is part of the one before it.

    ``summed_up`` is True where one report speaks of all contributions together.
    """

    received: int = 0
    answered: int = 0
    accepted: int = 0
    promised: int = 0
    summed_up: bool = False


def measure_funnel(records: PlanRecords, today: date) -> Funnel:
    """The contributions and answers of a plan, as known on a day."""
    received = {
        each.id for each in records.contributions if each.received_on.first <= today
    }
    answers = [each for each in records.responses if _is_out(each, today)]
    answered = {id for each in answers for id in each.contributions} & received
    accepted = {
        id for each in answers if each.decision in TAKEN_UP for id in each.contributions
    } & answered
    promised = {id for each in records.commitments for id in each.origin_contributions}
    promised |= {id for each in answers if each.commitments for id in each.contributions}
    return Funnel(
        len(received),
        len(answered),
        len(accepted),
        len(promised & accepted),
        any(each.covers_all for each in answers),
    )


def _is_out(response: Response, today: date) -> bool:
    return response.published_on is None or response.published_on.first <= today
