"""When people could take part, in groups: each a line, with the rest folded below it.

In come a plan's records; out come what was announced, the ways to take part,
how people were told, and the meetings, each group in the order of its dates.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from openroadmap.i18n import Translator
from openroadmap.immutable import immutable
from openroadmap.model.dates import PartialDate
from openroadmap.model.fields import names_of
from openroadmap.model.parts import Count
from openroadmap.model.process import Attendance, Mechanism, Meeting, Outreach, Timeline
from openroadmap.model.site import PlanRecords
from openroadmap.views.dates import words_for_any, words_for_period
from openroadmap.views.labels import field_title, term
from openroadmap.views.parts import Document
from openroadmap.views.sources import SourceList, documents

SHORT = 16
"""Characters of a source's own words that can stand in the place of a number."""


@immutable
class Figure:
    """A number that a source states."""

    number: str
    """The number, or the source's own words for it when they are short."""
    what: str
    """What was counted."""
    url: str = ""
    """Where it is stated, or ""."""
    words: str = ""
    """The source's own words when they are long, or ""."""


@immutable
class Occasion:
    """A dated occasion: a meeting, a call for ideas, a radio programme."""

    title: str
    """What it was."""
    date: str
    """When, in words, or ""."""
    brief: str
    """Kind, state and who came, on one line, or ""."""
    more: bool
    """True when there is more to tell than the one line."""
    about: str
    """Place and who could come, in words, or ""."""
    text: str
    """What came of it, Markdown, or ""."""
    figures: tuple[Figure, ...]
    """Numbers that belong to it."""
    documents: tuple[Document, ...]
    """What proves it."""
    marks: tuple[int, ...]
    """Numbers of its sources."""


@immutable
class OccasionGroup:
    """Occasions of one kind, by date."""

    heading: str
    """What they have in common."""
    size: str
    """How many there are."""
    occasions: tuple[Occasion, ...]
    """The occasions, oldest first; those without a date last."""


_Dated = tuple[PartialDate | None, Occasion]


def view_occasions(
    records: PlanRecords, numbered: SourceList, root: str, words: Translator
) -> tuple[OccasionGroup, ...]:
    """The groups that hold anything; the same evening may have been announced and held."""
    announced = _opportunities(records.timeline, numbered, words) if records.timeline else ()
    groups = (
        (words.gettext("Announced beforehand"), announced),
        (
            words.gettext("Ways to take part"),
            (_mechanism(each, numbered, root, words) for each in records.mechanisms),
        ),
        (
            words.gettext("How people were told"),
            (_outreach(each, numbered, root, words) for each in records.outreach),
        ),
        (
            words.gettext("Meetings"),
            (_meeting(each, numbered, root, words) for each in records.meetings),
        ),
    )
    found = ((heading, tuple(sorted(dated, key=_day))) for heading, dated in groups)
    return tuple(
        OccasionGroup(heading, words.number(len(dated)), tuple(each for _, each in dated))
        for heading, dated in found
        if dated
    )


def _day(dated: _Dated) -> date:
    day, _ = dated
    return day.first if day else date.max


def _occasion(
    title: str,
    date: str,
    brief: Iterable[str | None],
    about: Iterable[str | None] = (),
    text: str | None = None,
    figures: tuple[Figure, ...] = (),
    documents: tuple[Document, ...] = (),
    marks: tuple[int, ...] = (),
) -> Occasion:
    line = " · ".join(filter(None, about))
    more = bool(line or text or figures or documents)
    short = " · ".join(filter(None, brief))
    return Occasion(title, date, short, more, line, text or "", figures, documents, marks)


def _opportunities(
    timeline: Timeline, numbered: SourceList, words: Translator
) -> Iterator[_Dated]:
    marks = numbered.add(timeline.sources).marks("opportunities")
    for each in timeline.opportunities:
        period = words_for_period(each.opens_on, each.closes_on, words)
        occasion = _occasion(each.title, period, (each.mode,), text=each.how, marks=marks)
        yield each.opens_on or each.closes_on, occasion


def _mechanism(
    mechanism: Mechanism, numbered: SourceList, root: str, words: Translator
) -> _Dated:
    occasion = _occasion(
        mechanism.title,
        words_for_period(mechanism.opens_on, mechanism.closes_on, words),
        mechanism.channels,
        (term("openness", mechanism.open_to, words),),
        mechanism.summary,
        view_figures(mechanism.counts, words),
        documents(mechanism.evidence, root, words),
        numbered.add(mechanism.sources).marks("title", "summary", "counts"),
    )
    return mechanism.opens_on or mechanism.closes_on, occasion


def _outreach(outreach: Outreach, numbered: SourceList, root: str, words: Translator) -> _Dated:
    occasion = _occasion(
        outreach.title,
        words_for_any(outreach.date, words),
        (outreach.channel,),
        outreach.audiences,
        outreach.summary,
        (),
        documents(outreach.evidence, root, words),
        numbered.add(outreach.sources).marks("title", "summary", "date"),
    )
    return outreach.date, occasion


def _meeting(meeting: Meeting, numbered: SourceList, root: str, words: Translator) -> _Dated:
    kind = term("meeting_kind", meeting.kind, words)
    state = term("meeting_status", meeting.status, words)
    occasion = _occasion(
        meeting.title or kind or words.gettext("Meeting"),
        words_for_any(meeting.date, words),
        (kind, state, attendance_words(meeting.attendance, words)),
        (meeting.place, term("openness", meeting.open_to, words)),
        meeting.summary or meeting.agenda,
        (),
        documents(meeting.evidence, root, words),
        numbered.add(meeting.sources).marks("title", "date", "summary", "attendance"),
    )
    return meeting.date, occasion


def attendance_words(attendance: Attendance | None, words: Translator) -> str:
    """"Government 5, Civil society 7": each side as recorded, never a sum of what is known."""
    if attendance is None:
        return ""
    return ", ".join(
        words.gettext(
            "{side} {number}",
            side=field_title(Attendance, name, words),
            number=words.number(number),
        )
        for name in names_of(Attendance)
        if (number := getattr(attendance, name)) is not None
    )


def view_figures(counts: Iterable[Count], words: Translator) -> tuple[Figure, ...]:
    return tuple(_figure(count, words) for count in counts)


def _figure(count: Count, words: Translator) -> Figure:
    own, number = count.words or "", words.number(count.number)
    if own and len(own) <= SHORT:
        return Figure(own, count.what, count.url or "")
    return Figure(number, count.what, count.url or "", own)
