"""What became of what was said of a plan: reports, views and assessments that came late,
were changed or were removed.

In come a plan's records, what git proves and a day; out comes each such thing in ids, codes
and dates. Pages say it beside the record, and the open data holds it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from openroadmap.immutable import immutable
from openroadmap.model.dates import PartialDate
from openroadmap.model.facts import GitFacts, Revision, Told
from openroadmap.model.site import PlanRecords
from openroadmap.model.voices import Assessment, Update, View, VoiceRecord
from openroadmap.views.news.desk import anchor_of, came_late
from openroadmap.views.news.gone import not_replaced
from openroadmap.views.news.named import revisions_of
from openroadmap.views.news.piece import NewsKind
from openroadmap.views.setting import record_file

VOICES: dict[type[VoiceRecord], str] = {
    Update: "update",
    View: "view",
    Assessment: "assessment",
}
"""The kinds of these records."""


class What(StrEnum):
    """What became of a record."""

    RECORDED = "recorded"
    """It came long after its date."""
    STATUS = "status"
    """It gives another status."""
    DATE = "date"
    """It bears another date."""
    DROPPED = "dropped"
    """It says nothing of the commitment any more."""
    REMOVED = "removed"
    """It is there no longer."""


@immutable
class Later:
    """One thing that became of a report, a view or an assessment.

    ``day`` is None where it cannot be trusted, ``anchor`` where the plan's page of changes
    tells of that day. ``milestone`` is the id of that whose status it is, the sides are dates
    or codes of completion; "" is none.
    """

    day: date | None
    kind: str
    id: str
    what: What
    commitments: tuple[str, ...]
    anchor: str = ""
    milestone: str = ""
    before: str = ""
    after: str = ""


def later_of(records: PlanRecords, facts: GitFacts, today: date) -> tuple[Later, ...]:
    """All that became of a plan's voices up to a day, in the order of the days."""
    if not facts.published:
        return ()
    begins = facts.published.get(record_file(records, "plan", records.id))
    found = [*_changed(records, facts, today, begins), *_removed(records, facts, today, begins)]
    return tuple(sorted(found, key=lambda each: (each.day or date.min, each.kind, each.id)))


def _changed(
    records: PlanRecords, facts: GitFacts, today: date, begins: date | None
) -> Iterator[Later]:
    """What became of the records that are there."""
    for record, when, about in _voices(records):
        kind = VOICES[type(record)]
        file = record_file(records, kind, record.id)
        first = facts.published.get(file)
        if first is None or first > today:
            continue
        if came_late(when, first, begins):
            yield Later(first, kind, record.id, What.RECORDED, about)
        revised = facts.revised.get(file, ())
        for day in facts.updated.get(file, ()) if revised else ():
            if first < day <= today:
                for each in revisions_of(revised, day):
                    yield _revision(each, record, kind, about, _anchor(day, begins))


def _revision(
    each: Revision, record: VoiceRecord, kind: str, about: tuple[str, ...], anchor: str
) -> Later:
    sides = each.before, each.after
    match each.told:
        case Told.DATE:
            return Later(each.day, kind, record.id, What.DATE, about, anchor, "", *sides)
        case Told.RESULT:
            is_left = isinstance(record, Assessment) and each.id in record.results
            what = What.STATUS if each.after or is_left else What.DROPPED
            return Later(each.day, kind, record.id, what, (each.id,), anchor, "", *sides)
    return Later(each.day, kind, record.id, What.STATUS, about, anchor, each.id, *sides)


def _voices(
    records: PlanRecords,
) -> Iterator[tuple[VoiceRecord, PartialDate | None, tuple[str, ...]]]:
    """Each record with its date and the commitments that it is about."""
    for each in (*records.updates, *records.views):
        yield each, each.date, (each.commitment,) if each.commitment else ()
    for report in records.assessments:
        yield report, report.published_on, tuple(report.results)


def _removed(
    records: PlanRecords, facts: GitFacts, today: date, begins: date | None
) -> Iterator[Later]:
    for gone in not_replaced(records, facts):
        if gone.kind in VOICES.values():
            day = gone.last if gone.last and gone.last <= today else None
            anchor = _anchor(day, begins) if day else ""
            about = gone.commitments
            yield Later(
                day, gone.kind, gone.id, What.REMOVED, about, anchor, before=gone.code
            )


def _anchor(day: date, begins: date | None) -> str:
    kind = NewsKind.BEGINS if day == begins else NewsKind.RECORDS
    return anchor_of(kind, day.isoformat())
