"""The overview of an action plan: who, when, what was promised, how it was made.

In come a plan's records, its progress and what the checks found; out comes all
that the page shows.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import ClassVar

from openroadmap.i18n import Translator
from openroadmap.immutable import immutable
from openroadmap.measure.progress import PlanProgress
from openroadmap.model.member import Plan
from openroadmap.model.process import Forum
from openroadmap.model.reports import newest_last
from openroadmap.model.site import PlanRecords
from openroadmap.views.around import keeper_words, plan_crumbs, plan_in_full, plan_title, ways_for
from openroadmap.views.cards import commitments_words, plan_bar, silence_words
from openroadmap.views.dates import words_for_period
from openroadmap.views.document import document_path
from openroadmap.views.drift.plan import PlanDrift
from openroadmap.views.events import EventItem, view_events
from openroadmap.views.findings import FindingGroup, ToldFinding, findings_words, view_findings
from openroadmap.views.labels import absent, field_title, term
from openroadmap.views.linked import Work, work_of
from openroadmap.views.news.changes import Brief
from openroadmap.views.news.later import Later
from openroadmap.views.news.marks import Marks, RemovedRecords, TextMarks
from openroadmap.views.parts import Crumb, Document, Foot, Group, Text
from openroadmap.views.plan_table import PlanTable, view_table
from openroadmap.views.process import (
    CocreationPart,
    ForumPart,
    by_sector,
    view_cocreation,
    view_endorsements,
    view_forum,
)
from openroadmap.views.progress.bars import StatusBar
from openroadmap.views.reports import AssessmentItem, view_assessments
from openroadmap.views.setting import (
    Setting,
    commitment_address,
    plan_address,
    record_file,
    root_of,
)
from openroadmap.views.sources import Cited, SourceList, documents
from openroadmap.views.standards.parts import StandardsBrief
from openroadmap.views.steps import UpdateItem, view_update
from openroadmap.views.tabs import Tab, plan_tabs

_EXPECTED = ("lead", "starts_on", "ends_on", "submitted_on", "cocreation", "endorsements")
"""What a reader may look for, and is told of once when it is not recorded."""


@immutable
class PlanView:
    """All that the overview of a plan shows."""

    kind: ClassVar[str] = "plan"
    address: str
    """Its address from the site's root."""
    root: str
    """The way from the page to the site's root."""
    title: str
    """The plan's title."""
    description: str
    """A sentence for search engines, Markdown."""
    source: str
    """The record's file in the repository."""
    crumbs: tuple[Crumb, ...]
    """Home and member."""
    tabs: tuple[Tab, ...]
    """The plan's pages."""
    place: str
    """The member's name."""
    kept_by: str
    """Who keeps the record, in a sentence, or ""."""
    pdf: str
    """Where the plan lies as one document, from the site's root, or ""."""
    marks: tuple[int, ...]
    """Numbers of the sources that cover the title."""
    summary: Text | None
    """What the plan is for."""
    facts: tuple[Text, ...]
    """Period, lead and the like, each with its label."""
    vision: Text | None
    """The long-term aim."""
    size: str
    """How many commitments are recorded, in words."""
    stated: str
    """A sentence when a source states another number of commitments, or ""."""
    bar: StatusBar | None
    """How many commitments have each status."""
    silence: str
    """Where no report of the lead is recorded but reviewers' are, that in words, or ""."""
    table: PlanTable
    """The commitments, what each voice says of them, and where they differ."""
    removed_records: RemovedRecords | None
    """That reports, views, assessments or agreed changes were removed; None where git proves no
    such thing."""
    unreadable: tuple[Crumb, ...]
    """Commitments whose record cannot be read just now."""
    drift: PlanDrift | None
    """What became of the promise since adoption; None for a draft."""
    standards: StandardsBrief | None
    """How it stands with the standards, in a few words; None when held against none."""
    cocreation: CocreationPart | None
    """How people took part in making the plan."""
    forum: ForumPart | None
    """The multi-stakeholder forum."""
    people: tuple[Group, ...]
    """Other organisations involved, by sector."""
    endorsements: tuple[Text, ...]
    """Who stands behind the plan, with the day."""
    updates: tuple[UpdateItem, ...]
    """Progress reports on the plan as a whole, newest first."""
    assessments: tuple[AssessmentItem, ...]
    """Reports on the plan, newest first."""
    assessments_size: str
    """How many there are, in words."""
    results: tuple[str, ...]
    """What came of the plan, Markdown."""
    results_text: Text
    """Sources and remarks of the results."""
    events: tuple[EventItem, ...]
    """Dated facts of the plan's history, oldest first."""
    documents: tuple[Document, ...]
    """Documents and sites."""
    texts: TextMarks
    """That texts of its record in other languages were changed or removed later."""
    work: Work | None
    """What programs are told of it; None of an invented one."""
    calendar: str
    """Its calendar file from the site's root, "" where nothing is coming."""
    latest: Brief | None
    """What changed last; None where nothing dated is recorded."""
    findings: tuple[FindingGroup, ...]
    """What the checks found, by rule."""
    findings_size: str
    """How many findings there are, in words."""
    foot: Foot
    """What is not recorded, remarks, sources, and how to suggest a change."""


def view_plan(
    records: PlanRecords,
    progress: PlanProgress,
    told: Iterable[ToldFinding],
    setting: Setting,
    unreadable: Collection[str] = (),
    standards: StandardsBrief | None = None,
    latest: Brief | None = None,
    drift: PlanDrift | None = None,
    calendar: str = "",
    later: Iterable[Later] = (),
) -> PlanView:
    """All that a plan's overview shows; ``unreadable`` are ids of commitments not readable."""
    words, forum = setting.words, records.forum
    plan, address = records.plan or _nameless(records.id), plan_address(records)
    root, numbered, marks = root_of(address), SourceList(words), Marks(records, later, words)
    cited, forum_cited = _cited(plan, forum, numbered)
    return PlanView(
        address=address,
        root=root,
        title=plan_title(records),
        description=plan.summary or plan.vision or plan_in_full(records, words),
        source=record_file(records, "plan", records.id),
        crumbs=plan_crumbs(records, words, with_plan=False),
        tabs=plan_tabs(records, PlanView.kind, words, has_standards=standards is not None),
        place=plan_crumbs(records, words, with_plan=False)[-1].text,
        kept_by=keeper_words(records.plan, words),
        pdf=document_path(records) if setting.pdf else "",
        marks=cited.marks("title"),
        summary=_text(plan, "summary", cited, words),
        facts=tuple(_facts(plan, cited, words)),
        vision=_text(plan, "vision", cited, words),
        size=commitments_words(len(records.commitments), words),
        stated=_stated(records, words),
        bar=plan_bar(progress, words),
        silence=silence_words(records, progress, words),
        table=view_table(records, progress, words),
        removed_records=marks.removed(),
        unreadable=tuple(Crumb(id, commitment_address(records, id)) for id in unreadable),
        drift=drift,
        standards=standards,
        cocreation=view_cocreation(records, cited, numbered, root, words),
        forum=view_forum(forum, forum_cited, words),
        people=by_sector(plan.parties, words),
        endorsements=tuple(view_endorsements(plan.endorsements, words)),
        updates=tuple(_updates(records, numbered, marks, root, words)),
        assessments=tuple(view_assessments(records, numbered, marks, words)),
        assessments_size=words.ngettext("{n} report", "{n} reports", len(records.assessments)),
        results=plan.results,
        results_text=cited.text("", "", "results"),
        events=view_events(plan.events, words),
        documents=documents(plan.links, root, words),
        texts=marks.of_texts(plan),
        work=work_of(plan, [plan.lead, *plan.leads], records),
        calendar=calendar,
        latest=latest,
        findings=(findings := view_findings(told, _pages(records), words)),
        findings_size=findings_words(findings, words),
        foot=_foot(records, plan, (cited, forum_cited), numbered, setting),
    )


def _nameless(id: str) -> Plan:
    """In place of a plan whose record cannot be read; a folder's name may be no id at all."""
    return Plan.trusted(id=id, title=id)


def _cited(plan: Plan, forum: Forum | None, numbered: SourceList) -> tuple[Cited, Cited]:
    cited = numbered.add(plan.sources, plan.notes)
    return cited, numbered.add(forum.sources, forum.notes) if forum else cited


def _text(plan: Plan, name: str, cited: Cited, words: Translator) -> Text | None:
    value = getattr(plan, name)
    return cited.text(field_title(Plan, name, words), value, name) if value else None


def _facts(plan: Plan, cited: Cited, words: Translator) -> Iterator[Text]:
    """What fits on one line each."""
    period = words_for_period(plan.starts_on, plan.ends_on, words)
    if period:
        yield cited.text(words.gettext("Period"), period, "starts_on", "ends_on")
    if plan.level:
        level = term("level", plan.level, words)
        yield cited.text(field_title(Plan, "level", words), level, "level")
    for name in ("lead", "monitoring_body"):
        if value := getattr(plan, name):
            yield cited.text(field_title(Plan, name, words), value, name)
    if plan.leads:
        yield cited.text(field_title(Plan, "leads", words), "; ".join(plan.leads), "leads")
    end = ("duration_until", plan.ends_on.last if plan.ends_on else None)  # the period says so
    for name in ("submitted_on", "adopted_on", "refresh_on", "term_ends_on", "duration_until"):
        date = getattr(plan, name)
        if date and (name, date.last) != end:
            yield cited.text(field_title(Plan, name, words), words.partial(date), name)
    for name in ("site_url", "repository_url"):
        if url := getattr(plan, name):
            yield cited.text(field_title(Plan, name, words), url, name, url=url)
    if contact := plan.point_of_contact:
        label = field_title(Plan, "point_of_contact", words)
        yield cited.text(label, contact.title, "point_of_contact", url=contact.url or "")


def _stated(records: PlanRecords, words: Translator) -> str:
    stated = records.plan.commitments_stated if records.plan else None
    if stated is None or stated == len(records.commitments):
        return ""
    return words.ngettext(
        "The sources say that the plan has {n} commitment.",
        "The sources say that the plan has {n} commitments.",
        stated,
    )


def _updates(
    records: PlanRecords, numbered: SourceList, marks: Marks, root: str, words: Translator
) -> Iterator[UpdateItem]:
    whole = [each for each in records.updates if each.commitment is None]
    for update in reversed(newest_last(whole)):
        cited = numbered.add(update.sources, update.notes)
        yield view_update(update, cited, marks.of(update), {}, root, words)


def _pages(records: PlanRecords) -> dict[str, Crumb]:
    """The page of each commitment by its file."""
    return {
        record_file(records, "commitment", each.id): Crumb(
            each.title, commitment_address(records, each.id)
        )
        for each in records.commitments
    }


def _foot(
    records: PlanRecords,
    plan: Plan,
    cited: tuple[Cited, ...],
    numbered: SourceList,
    setting: Setting,
) -> Foot:
    words, file = setting.words, record_file(records, "plan", records.id)
    missing = absent(plan, _EXPECTED, words)
    if records.forum is None:
        missing = (*missing, words.gettext("Multi-stakeholder forum"))
    if not records.assessments:
        missing = (*missing, words.gettext("Assessments"))
    return Foot(
        missing=missing,
        remarks=tuple(remark for each in cited for remark in each.rest()),
        sources=numbered.lines(),
        ways=ways_for(file, plan.title, records.plan, setting),
    )
