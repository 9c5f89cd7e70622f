"""The days on which the repository of a plan was updated, or had news: records and git's facts
come in, days go out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from openroadmap.immutable import immutable
from openroadmap.measure.assessment.case import Case
from openroadmap.measure.assessment.verdicts import Proof
from openroadmap.model.dates import PartialDate, parse_date
from openroadmap.model.site import RecordKey

Dated = tuple[PartialDate, RecordKey]


@immutable
class Changes:
    """Update days, each with a record; ``shown`` are those that the history proves."""

    claimed: tuple[Dated, ...]
    shown: tuple[Dated, ...]

    @property
    def days(self) -> list[PartialDate]:
        return [day for day, _ in (*self.shown, *self.claimed)]

    def proof(self, enough: bool) -> Proof:
        """Git where the proven days are enough by themselves."""
        if enough:
            return Proof.GIT
        return Proof.CLAIMED if self.claimed or self.shown else Proof.NONE


def changes(case: Case) -> Changes:
    """Every day, by today, on which process or progress was published or changed."""
    return _changes(case, case.changed_on(_keys(case)))


def news(case: Case) -> Changes:
    """Every day, by today, on which something of process or progress was published.

    Whoever changes an old record brings no news.
    """
    return _changes(case, case.came_on(_keys(case)))


def _changes(case: Case, days: Iterable[tuple[date, RecordKey]]) -> Changes:
    claimed = [(day, key) for day, key in _claimed(case) if day.first <= case.today]
    shown = [(parse_date(day.isoformat()), key) for day, key in days if day <= case.today]
    return Changes(tuple(sorted(claimed, key=_order)), tuple(sorted(shown, key=_order)))


def _order(dated: Dated) -> tuple[object, RecordKey]:
    return dated[0].last, dated[1]


def _claimed(case: Case) -> Iterator[Dated]:
    """As typed: when updates, minutes, answers, rules and the timetable were published."""
    records = case.records
    for update in records.updates:
        yield update.date, ("update", update.id)
    for meeting in records.meetings:
        if meeting.minutes and meeting.minutes.published_on:
            yield meeting.minutes.published_on, ("meeting", meeting.id)
    for response in records.responses:
        if response.published_on:
            yield response.published_on, ("response", response.id)
    if records.timeline and records.timeline.published_on:
        yield records.timeline.published_on, ("timeline", "timeline")
    if records.forum and records.forum.rules and records.forum.rules.published_on:
        yield records.forum.rules.published_on, ("forum", "forum")


def _keys(case: Case) -> Iterator[RecordKey]:
    """The records of process and progress, whose changes count as updates."""
    records = case.records
    kinds = {
        "commitment": records.commitments, "update": records.updates, "meeting": records.meetings,
        "outreach": records.outreach, "mechanism": records.mechanisms,
        "contribution": records.contributions, "response": records.responses,
        "amendment": records.amendments,
    }  # fmt: skip
    for kind, every in kinds.items():
        yield from ((kind, each.id) for each in every)
    yield from (("forum", "forum"), ("timeline", "timeline"), ("plan", records.id))
