"""What became of what was said and agreed of a plan: reports, views, assessments and agreed
changes that came late, were changed or were removed, and texts beside these and the promises.

In come a plan's records, what git proves and a day; out comes each such thing in ids, codes
and dates. Pages say it beside the record, and the open data holds it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from openroadmap.immutable import immutable
from openroadmap.model.commitment import Commitment
from openroadmap.model.dates import PartialDate
from openroadmap.model.facts import NOTHING, WORDS, GitFacts, Revision, Told
from openroadmap.model.member import Plan
from openroadmap.model.process import Amendment
from openroadmap.model.site import PlanRecords
from openroadmap.model.voices import Assessment, Update, View, VoiceRecord
from openroadmap.views.news.desk import anchor_of, came_late
from openroadmap.views.news.gone import not_replaced
from openroadmap.views.news.piece import NewsKind
from openroadmap.views.news.revised import revisions_of, text_days
from openroadmap.views.setting import record_file

VOICES: dict[type[VoiceRecord], str] = {
    Update: "update",
    View: "view",
    Assessment: "assessment",
}
"""The kinds of what was said."""
MARKED: dict[type[VoiceRecord | Amendment], str] = {**VOICES, Amendment: "amendment"}
"""The kinds of all these records."""
PROMISES: dict[type[Plan | Commitment], str] = {Plan: "plan", Commitment: "commitment"}
"""The kinds of records that promise: of these it is told what became of the texts beside them."""
_Known = VoiceRecord | Amendment | Plan | Commitment


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
    FORUM = "forum"
    """It gives another day on which the forum agreed."""
    ADDED = "added"
    """It says what was agreed of a field, of which it had said nothing."""
    AGREED = "agreed"
    """It says that something else was agreed of a field, or nothing any more."""
    REMOVED = "removed"
    """It is there no longer."""
    STORY = "story"
    """Its longer story says something else."""
    STORY_REMOVED = "story_removed"
    """Its longer story is there no longer."""
    TRANSLATION = "translation"
    """Its text in another language says something else."""
    TRANSLATION_REMOVED = "translation_removed"
    """Its text in another language is there no longer."""


@immutable
class Later:
    """One thing that became of a report, a view, an assessment or an agreed change, or of a
    text beside one of these or beside a promise.

    ``day`` is None where it cannot be trusted, ``anchor`` where the plan's page of changes
    tells of that day. ``milestone`` is the id of that whose status it is, ``field`` names that
    of the promise of which something was agreed, ``language`` is that of a text beside the
    record. The sides are dates or codes; "" is none, or words that are not kept.
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
    field: str = ""
    language: str = ""


def later_of(records: PlanRecords, facts: GitFacts, today: date) -> tuple[Later, ...]:
    """All that became of what was said and agreed up to a day, in the order of the days."""
    if not facts.published:
        return ()
    begins = facts.published.get(record_file(records, "plan", records.id))
    found = [*_changed(records, facts, today, begins), *_removed(records, facts, today, begins)]
    return tuple(sorted(found, key=lambda each: (each.day or date.min, each.kind, each.id)))


def _changed(
    records: PlanRecords, facts: GitFacts, today: date, begins: date | None
) -> Iterator[Later]:
    """What became of the records that are there."""
    for record, when, about in _marked(records):
        kind = (MARKED | PROMISES)[type(record)]
        file = record_file(records, kind, record.id)
        first = facts.published.get(file)
        if first is None or first > today:
            continue
        if came_late(when, first, begins):
            yield Later(first, kind, record.id, What.RECORDED, about)
        revised = facts.revised.get(file, ())
        days = {*facts.updated.get(file, ()), *text_days(revised)} if revised else ()
        for day in sorted(days):
            if first < day <= today:
                for each in revisions_of(revised, day):
                    yield from _revision(each, record, kind, about, _anchor(day, begins))


def _revision(
    each: Revision,
    record: _Known,
    kind: str,
    about: tuple[str, ...],
    anchor: str,
) -> Iterator[Later]:
    """Of a kind of change that was itself changed nothing is said here: see the page of changes."""
    sides = _side(each.before), _side(each.after)
    milestone = field = language = ""
    match each.told:
        case Told.STORY | Told.TRANSLATION:
            what, language = _TEXTS[each.told, each.after == NOTHING], each.id
        case Told.DATE:
            what = What.DATE
        case Told.FORUM:
            what = What.FORUM
        case Told.AGREED:
            what, field = What.AGREED if each.before else What.ADDED, each.id
        case Told.RESULT:
            is_left = isinstance(record, Assessment) and each.id in record.results
            what, about = What.STATUS if each.after or is_left else What.DROPPED, (each.id,)
        case Told.COMMITMENT if sides[0] and about != (each.before,):
            what, about, sides = What.DROPPED, (each.before,), ("", "")
        case Told.STATUS | Told.MILESTONE:
            what, milestone = What.STATUS, each.id
        case _:
            return
    yield Later(each.day, kind, record.id, what, about, anchor, milestone, *sides, field, language)


_TEXTS = {
    (Told.STORY, False): What.STORY,
    (Told.STORY, True): What.STORY_REMOVED,
    (Told.TRANSLATION, False): What.TRANSLATION,
    (Told.TRANSLATION, True): What.TRANSLATION_REMOVED,
}
"""What became of a text, by whether it is gone."""


def _side(text: str) -> str:
    return "" if text == NOTHING or text.startswith(WORDS) else text


def _marked(
    records: PlanRecords,
) -> Iterator[tuple[_Known, PartialDate | None, tuple[str, ...]]]:
    """Each record with its date and the commitments that it is about."""
    if records.plan:
        yield records.plan, None, ()
    yield from ((each, None, (each.id,)) for each in records.commitments)
    for each in (*records.updates, *records.views, *records.amendments):
        yield each, each.date, (each.commitment,) if each.commitment else ()
    for report in records.assessments:
        yield report, report.published_on, tuple(report.results)


def _removed(
    records: PlanRecords, facts: GitFacts, today: date, begins: date | None
) -> Iterator[Later]:
    for gone in not_replaced(records, facts):
        if gone.kind in MARKED.values():
            day = gone.last if gone.last and gone.last <= today else None
            anchor = _anchor(day, begins) if day else ""
            about = gone.commitments
            yield Later(
                day, gone.kind, gone.id, What.REMOVED, about, anchor, before=gone.code
            )


def _anchor(day: date, begins: date | None) -> str:
    kind = NewsKind.BEGINS if day == begins else NewsKind.RECORDS
    return anchor_of(kind, day.isoformat())
