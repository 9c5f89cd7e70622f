"""How a plan was made together: co-creation, forum, ways to take part, meetings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from openroadmap.i18n import Translator
from openroadmap.model.member import Cocreation
from openroadmap.model.parts import Count, Party
from openroadmap.model.process import Attendance, Forum, Mechanism, Meeting, Outreach, Timeline
from openroadmap.model.site import PlanRecords
from openroadmap.views.dates import words_for_any, words_for_period
from openroadmap.views.labels import field_title, term
from openroadmap.views.parts import Document, Group, Remark, Text
from openroadmap.views.sources import Cited, SourceList, documents
from openroadmap.views.voices import party_words

SHORT = 16
"""Characters of a source's own words that can stand in the place of a number."""


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Occasion:
    """A dated occasion: a meeting, a call for ideas, a radio programme."""

    title: str
    """What it was."""
    date: str
    """When, in words, or ""."""
    about: str
    """Kind, place and state in words, or ""."""
    text: str
    """What came of it, Markdown, or ""."""
    figures: tuple[Figure, ...]
    """Numbers that belong to it."""
    documents: tuple[Document, ...]
    """What proves it."""
    marks: tuple[int, ...]
    """Numbers of its sources."""


@dataclass(frozen=True, slots=True)
class ForumPart:
    """The multi-stakeholder forum."""

    name: str
    """Its name, or ""."""
    facts: tuple[Text, ...]
    """Since when, chairs, secretariat."""
    texts: tuple[Text, ...]
    """What it is for and what is known of it, Markdown."""
    members: tuple[Group, ...]
    """Who sits in it, by sector."""


@dataclass(frozen=True, slots=True)
class CocreationPart:
    """How people took part in making the plan."""

    facts: tuple[Text, ...]
    """When it took place, and the level of public influence."""
    summary: Text | None
    """How people took part, Markdown."""
    steps: tuple[str, ...]
    """What was done, in order, Markdown."""
    figures: tuple[Figure, ...]
    """Ideas, votes, participants."""
    occasions: tuple[Occasion, ...]
    """Ways to take part, outreach and meetings."""
    marks: tuple[int, ...]
    """Numbers of the sources that cover co-creation."""
    remarks: tuple[Remark, ...]
    """Notes about co-creation."""


def view_cocreation(
    records: PlanRecords, cited: Cited, numbered: SourceList, root: str, words: Translator
) -> CocreationPart | None:
    """The part on co-creation; None when nothing of it is recorded."""
    told = (records.plan.cocreation if records.plan else None) or Cocreation()
    facts = tuple(_cocreation_facts(told, cited, words))
    label = field_title(Cocreation, "summary", words)
    summary = Text(label, told.summary) if told.summary else None
    occasions = tuple(_occasions(records, numbered, root, words))
    figures = (*_figures(told.counts, words), *_ledger(records, words))
    if not (facts or summary or told.steps or figures or occasions):
        return None
    return CocreationPart(
        facts=facts,
        summary=summary,
        steps=told.steps,
        figures=figures,
        occasions=occasions,
        marks=cited.marks("cocreation"),
        remarks=cited.remarks("cocreation"),
    )


def view_forum(forum: Forum | None, cited: Cited, words: Translator) -> ForumPart | None:
    if forum is None:
        return None
    return ForumPart(
        name=forum.name or "",
        facts=tuple(_forum_facts(forum, cited, words)),
        texts=tuple(
            cited.text(field_title(Forum, name, words), getattr(forum, name), name)
            for name in ("remit", "summary")
            if getattr(forum, name)
        ),
        members=by_sector(forum.members, words),
    )


def _cocreation_facts(told: Cocreation, cited: Cited, words: Translator) -> Iterator[Text]:
    if told.starts_on or told.ends_on:
        period = words_for_period(told.starts_on, told.ends_on, words)
        marks = cited.marks("cocreation.starts_on", "cocreation.ends_on")
        yield Text(words.gettext("Period"), period, marks)
    if told.public_influence:
        level = term("public_influence", told.public_influence, words)
        label = field_title(Cocreation, "public_influence", words)
        yield Text(label, level, cited.marks("cocreation.public_influence"))


def _forum_facts(forum: Forum, cited: Cited, words: Translator) -> Iterator[Text]:
    if forum.established_on:
        label = field_title(Forum, "established_on", words)
        yield cited.text(label, words_for_any(forum.established_on, words), "established_on")
    if forum.chairs:
        chairs = "; ".join(party_words(chair, words) for chair in forum.chairs)
        yield cited.text(field_title(Forum, "chairs", words), chairs, "chairs")
    if forum.secretariat:
        label = field_title(Forum, "secretariat", words)
        yield cited.text(label, forum.secretariat, "secretariat")
    if forum.rules:
        covers = ", ".join(term("forum_rule", code, words) for code in forum.rules.covers)
        published = words_for_any(forum.rules.published_on, words)
        text = " · ".join(filter(None, (covers, published))) or words.gettext("Published")
        label = field_title(Forum, "rules", words)
        yield cited.text(label, text, "rules", url=forum.rules.url or "")


def by_sector(parties: Iterable[Party], words: Translator) -> tuple[Group, ...]:
    sectors: dict[str, list[str]] = {}
    for party in parties:
        sector = term("sector", party.sector, words) or words.gettext("Sector not recorded")
        sectors.setdefault(sector, []).append(party_words(party, words))
    return tuple(Group(sector, tuple(names)) for sector, names in sectors.items())


def _occasions(
    records: PlanRecords, numbered: SourceList, root: str, words: Translator
) -> Iterator[Occasion]:
    """Opportunities, mechanisms, outreach, meetings: each kind in the order of its dates."""
    if records.timeline:
        yield from _opportunities(records.timeline, numbered, words)
    for mechanism in records.mechanisms:
        yield _mechanism(mechanism, numbered, root, words)
    for outreach in records.outreach:
        yield _outreach(outreach, numbered, root, words)
    for meeting in sorted(records.meetings, key=lambda each: each.date.first):
        yield _meeting(meeting, numbered, root, words)


def _opportunities(
    timeline: Timeline, numbered: SourceList, words: Translator
) -> Iterator[Occasion]:
    marks = numbered.add(timeline.sources).marks("opportunities")
    for each in timeline.opportunities:
        period = words_for_period(each.opens_on, each.closes_on, words)
        yield Occasion(each.title, period, each.mode or "", each.how or "", (), (), marks)


def _mechanism(
    mechanism: Mechanism, numbered: SourceList, root: str, words: Translator
) -> Occasion:
    open_to = term("openness", mechanism.open_to, words)
    return Occasion(
        title=mechanism.title,
        date=words_for_period(mechanism.opens_on, mechanism.closes_on, words),
        about=" · ".join(filter(None, (*mechanism.channels, open_to))),
        text=mechanism.summary or "",
        figures=_figures(mechanism.counts, words),
        documents=documents(mechanism.evidence, root, words),
        marks=numbered.add(mechanism.sources).marks("title", "summary", "counts"),
    )


def _outreach(outreach: Outreach, numbered: SourceList, root: str, words: Translator) -> Occasion:
    return Occasion(
        title=outreach.title,
        date=words_for_any(outreach.date, words),
        about=" · ".join(filter(None, (outreach.channel, *outreach.audiences))),
        text=outreach.summary or "",
        figures=(),
        documents=documents(outreach.evidence, root, words),
        marks=numbered.add(outreach.sources).marks("title", "summary", "date"),
    )


def _meeting(meeting: Meeting, numbered: SourceList, root: str, words: Translator) -> Occasion:
    kind = term("meeting_kind", meeting.kind, words)
    state = term("meeting_status", meeting.status, words)
    opened = term("openness", meeting.open_to, words)
    return Occasion(
        title=meeting.title or kind or words.gettext("Meeting"),
        date=words_for_any(meeting.date, words),
        about=" · ".join(filter(None, (kind, meeting.place, state, opened))),
        text=meeting.summary or meeting.agenda or "",
        figures=_attendance(meeting.attendance, words),
        documents=documents(meeting.evidence, root, words),
        marks=numbered.add(meeting.sources).marks("title", "date", "summary", "attendance"),
    )


def _attendance(attendance: Attendance | None, words: Translator) -> tuple[Figure, ...]:
    if attendance is None:
        return ()
    return tuple(
        Figure(words.number(number), field_title(Attendance, name, words))
        for name in Attendance.model_fields
        if (number := getattr(attendance, name)) is not None
    )


def _figures(counts: Iterable[Count], words: Translator) -> tuple[Figure, ...]:
    return tuple(_figure(count, words) for count in counts)


def _figure(count: Count, words: Translator) -> Figure:
    own, number = count.words or "", words.number(count.number)
    if own and len(own) <= SHORT:
        return Figure(own, count.what, count.url or "")
    return Figure(number, count.what, count.url or "", own)


def _ledger(records: PlanRecords, words: Translator) -> Iterator[Figure]:
    """How many contributions and answers are on record."""
    if records.contributions:
        number = len(records.contributions)
        what = words.gettext("contributions recorded here")
        yield Figure(words.number(number), what)
    if records.responses:
        number = len(records.responses)
        yield Figure(words.number(number), words.gettext("reasoned responses recorded here"))
