"""What became of what was said and agreed of a plan: reports, views, assessments, agreed changes
and attestations that came late, were changed or were removed, and texts beside these and the
promises.

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
from openroadmap.model.facts import NOTHING, WORDS, GitFacts, Gone, Revision, Told
from openroadmap.model.member import Plan
from openroadmap.model.process import Amendment, Attestation
from openroadmap.model.site import PlanRecords
from openroadmap.model.voices import Assessment, Update, View, VoiceRecord
from openroadmap.views.news.desk import anchor_of, came_late
from openroadmap.views.news.gone import not_replaced
from openroadmap.views.news.piece import NewsKind
from openroadmap.views.news.revised import part_of, revisions_of, text_days
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
ATTESTED: dict[type[Attestation], str] = {Attestation: "attestation"}
"""The kind of what people vouch for, which is about the plan."""
KINDS = MARKED | PROMISES | ATTESTED
Known = VoiceRecord | Amendment | Plan | Commitment | Attestation


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
    RESULT = "result"
    """It says something of the commitment, of which it had said nothing."""
    MOVED = "moved"
    """It is about another commitment than before."""
    CODE = "code"
    """It gives another code."""
    WORDS = "words"
    """It says something else in words."""
    AUTHOR = "author"
    """It names another author."""
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
    of the promise of which something was agreed, or its own that has another code or other
    words, ``language`` is that of a text beside the record. The sides are dates, codes or,
    of what was moved, commitments; "" is none, or words that are not kept.
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

    @property
    def is_away(self) -> bool:
        """Whether the record was moved away from here."""
        return self.what is What.MOVED and self.commitments == _about(self.before)


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
        kind = KINDS[type(record)]
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
                    yield from _revision(each, record.id, kind, about, _anchor(day, begins))


def _revision(
    each: Revision,
    id: str,
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
            what, about = _of_result(each), (each.id,)
        case Told.CODE | Told.TEXT:
            what = What.CODE if each.told is Told.CODE else What.WORDS
            of_part, field = part_of(each), each.id.rpartition(".")[2]
            about = (of_part,) if of_part else () if kind == "assessment" else about
        case Told.AUTHOR:
            what = What.AUTHOR
        case Told.COMMITMENT if kind != "amendment":
            yield from _moves(each, kind, id, anchor)
            return
        case Told.COMMITMENT if sides[0] and about != (each.before,):
            what, about, sides = What.DROPPED, (each.before,), ("", "")
        case Told.STATUS | Told.MILESTONE:
            what, milestone = What.STATUS, each.id
        case _:
            return
    yield Later(each.day, kind, id, what, about, anchor, milestone, *sides, field, language)


def _of_result(each: Revision) -> What:
    if not each.before:
        return What.RESULT
    return What.STATUS if each.after else What.DROPPED


def _moves(each: Revision, kind: str, id: str, anchor: str) -> Iterator[Later]:
    """A move is told where the record was and where it is; what is about no commitment is
    about the plan itself."""
    before, after = _side(each.before), _side(each.after)
    for side in filter(None, (each.before, each.after)):
        about = _about(_side(side))
        yield Later(each.day, kind, id, What.MOVED, about, anchor, before=before, after=after)


_TEXTS = {
    (Told.STORY, False): What.STORY,
    (Told.STORY, True): What.STORY_REMOVED,
    (Told.TRANSLATION, False): What.TRANSLATION,
    (Told.TRANSLATION, True): What.TRANSLATION_REMOVED,
}
"""What became of a text, by whether it is gone."""


def _about(commitment: str) -> tuple[str, ...]:
    return (commitment,) if commitment else ()


def _side(text: str) -> str:
    return "" if text == NOTHING or text.startswith(WORDS) else text


def _marked(
    records: PlanRecords,
) -> Iterator[tuple[Known, PartialDate | None, tuple[str, ...]]]:
    """Each record with its date and the commitments that it is about."""
    if records.plan:
        yield records.plan, None, ()
    yield from ((each, None, (each.id,)) for each in records.commitments)
    for each in (*records.updates, *records.views, *records.amendments):
        yield each, each.date, (each.commitment,) if each.commitment else ()
    for report in records.assessments:
        yield report, report.published_on, tuple(report.results)
    yield from ((each, each.attested_on, ()) for each in records.attestations)


def _removed(
    records: PlanRecords, facts: GitFacts, today: date, begins: date | None
) -> Iterator[Later]:
    for gone in not_replaced(records, facts):
        if gone.kind in (*MARKED.values(), *ATTESTED.values()):
            day = gone.last if gone.last and gone.last <= today else None
            anchor = _anchor(day, begins) if day else ""
            about = gone.commitments
            yield Later(
                day, gone.kind, gone.id, What.REMOVED, about, anchor, before=gone.code
            )
            yield from _left_before(gone, facts, today, begins)


def _left_before(
    gone: Gone, facts: GitFacts, today: date, begins: date | None
) -> Iterator[Later]:
    """From which commitments a record had been taken away before it was removed."""
    revised = facts.revised.get(gone.file, ())
    for day in sorted({each.day for each in revised if each.day <= today}):
        for each in revisions_of(revised, day):
            for later in _revision(each, gone.id, gone.kind, (), _anchor(day, begins)):
                if later.what is What.DROPPED or later.is_away:
                    yield later


def _anchor(day: date, begins: date | None) -> str:
    kind = NewsKind.BEGINS if day == begins else NewsKind.RECORDS
    return anchor_of(kind, day.isoformat())
