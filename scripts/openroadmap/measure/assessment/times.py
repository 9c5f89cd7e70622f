"""The dates a plan is judged by, as exact days: records come in, possible readings go out.

A date such as "2017" may mean any day of the year. Each inexact date is read
as its first and as its last day, and what holds in every reading holds.
"""

from __future__ import annotations

from datetime import date
from itertools import product

from openroadmap.i18n import N_
from openroadmap.immutable import immutable
from openroadmap.model.dates import PartialDate
from openroadmap.model.site import PlanRecords


@immutable
class Times:
    """One reading of a plan's dates. What is not recorded is None.

    ``opened`` and ``closed`` are the first and last day of co-creation,
    ``delivered`` the day of submission to OGP (of adoption where only that is
    known), ``starts`` and ``ends`` the first and last day of the plan.
    ``inputs_closed`` is the last day on which people could take part.
    """

    opened: date | None = None
    closed: date | None = None
    delivered: date | None = None
    starts: date | None = None
    ends: date | None = None
    refreshed: date | None = None
    term_ends: date | None = None
    inputs_closed: date | None = None

    @property
    def made_by(self) -> date | None:
        """The day by which co-creation was over: its end, else submission, else the start."""
        return self.closed or self.delivered or self.starts

    def is_delivered(self, day: date) -> bool:
        """Whether the plan was submitted; a plan that runs must have been."""
        known = self.delivered or self.starts
        return known is not None and known <= day


NAMES = {
    "opened": N_("the first day of co-creation"),
    "closed": N_("the last day of co-creation"),
    "delivered": N_("the day of submission"),
    "starts": N_("the first day of the plan"),
    "ends": N_("the last day of the plan"),
    "refreshed": N_("the day of the refresh"),
    "term_ends": N_("the last day of the term of office"),
    "inputs_closed": N_("the last day on which people could take part"),
}

MOST = 64
"""Readings tried. Six inexact dates give 64; those beyond are read as their first day."""


def dates_of(records: PlanRecords) -> dict[str, PartialDate | None]:
    """The recorded dates by the names of ``Times``."""
    plan = records.plan
    if plan is None:
        return {}
    made = plan.cocreation
    return {
        "opened": made.starts_on if made else None,
        "closed": made.ends_on if made else None,
        "delivered": plan.submitted_on or plan.adopted_on,
        "starts": plan.starts_on,
        "ends": plan.ends_on,
        "refreshed": plan.refresh_on,
        "term_ends": plan.term_ends_on,
        "inputs_closed": _inputs_closed(records),
    }


def readings(records: PlanRecords) -> tuple[Times, ...]:
    """Every reading of the plan's dates in which they are in order; one when all are exact."""
    choices: dict[str, tuple[date | None, ...]] = {}
    tried = 1
    dates = dates_of(records)
    spans = _tightened({name: (day.first, day.last) for name, day in dates.items() if day})
    for name in dates:
        first, last = spans.get(name, (None, None))
        if first == last or tried >= MOST:
            choices[name] = (first,)
        else:
            choices[name] = (first, last)
            tried *= 2
    every = [Times(**dict(zip(choices, days, strict=True))) for days in product(*choices.values())]
    sound = [each for each in every if _in_order(each)]
    return tuple(sound or every[:1])


def _inputs_closed(records: PlanRecords) -> PartialDate | None:
    """The last day on which anything was open to the public's contributions."""
    chances = records.timeline.opportunities if records.timeline else ()
    known = [each.closes_on for each in (*chances, *records.mechanisms) if each.closes_on]
    return max(known, key=lambda day: day.last, default=None)


_ORDER = (
    ("opened", "closed"), ("opened", "delivered"), ("opened", "starts"),
    ("starts", "ends"), ("closed", "ends"), ("delivered", "ends"),
)  # fmt: skip
"""Dates of which the first is never after the second."""


def _tightened(spans: dict[str, tuple[date, date]]) -> dict[str, tuple[date, date]]:
    """Spans without the days that other dates rule out: "2025" ends before a known later day."""
    for one, other in (*_ORDER, *_ORDER):
        if one in spans and other in spans:
            (first, last), (begin, end) = spans[one], spans[other]
            if first <= end:  # else the dates contradict each other, which is a finding
                spans[one], spans[other] = (first, min(last, end)), (max(begin, first), end)
    return spans


def _in_order(times: Times) -> bool:
    pairs = ((getattr(times, one), getattr(times, other)) for one, other in _ORDER)
    return all(one is None or other is None or one <= other for one, other in pairs)
