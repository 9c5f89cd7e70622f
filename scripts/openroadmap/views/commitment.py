"""The page of a commitment: the promise, where it stands, and who says so.

In come a plan's records, its progress and one commitment; out comes all that
the page shows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from openroadmap.i18n import Translator
from openroadmap.measure.progress import PlanProgress
from openroadmap.model.commitment import Commitment, Values
from openroadmap.model.parts import Supporters
from openroadmap.model.reports import newest_last
from openroadmap.model.site import PlanRecords
from openroadmap.model.voices import Update
from openroadmap.views.accounts import Account, accounts_of
from openroadmap.views.around import neighbours, plan_crumbs, ways_for
from openroadmap.views.dates import words_for_any, words_for_period
from openroadmap.views.labels import absent, field_title, position, terms
from openroadmap.views.parts import Crumb, Document, Foot, Group, Position, Text
from openroadmap.views.scale import Heard, Scale, others_heard, view_scale
from openroadmap.views.setting import Setting, commitment_address, record_file, root_of
from openroadmap.views.sources import Cited, SourceList, documents
from openroadmap.views.steps import (
    Change,
    MilestoneRow,
    UpdateItem,
    milestones_words,
    view_change,
    view_milestones,
    view_update,
)
from openroadmap.views.voices import Told, Voice, view_voices

_ACTION = ("solution", "expected_results", "strategic_goal", "budget")
_EXPECTED = (
    *("problem", "solution", "expected_results", "lead", "starts_on", "ends_on"),
    *("milestones", "supporting", "values", "policy_areas", "budget"),
)
"""What a reader may look for, and is told of once when it is not recorded."""


@dataclass(frozen=True, slots=True)
class CommitmentView:
    """All that the page of a commitment shows."""

    kind: ClassVar[str] = "commitment"
    address: str
    """Its address from the site's root."""
    root: str
    """The way from the page to the site's root."""
    title: str
    """The promise in one sentence."""
    description: str
    """A sentence for search engines, Markdown."""
    source: str
    """The record's file in the repository."""
    crumbs: tuple[Crumb, ...]
    """Home, member and plan."""
    number: str
    """Its number in the plan as published, or ""."""
    ogp_id: str
    """Its id on OGP's website, or ""."""
    marks: tuple[int, ...]
    """Numbers of the sources that cover title, number and OGP id."""
    standing: Position
    """Where it stands, who said so and when, and what the calendar adds."""
    heard: tuple[Heard, ...]
    """What each civil society organisation and reviewer last said of the status."""
    summary: Text | None
    """Two or three sentences for a hurried reader."""
    facts: tuple[Text, ...]
    """Lead institution, period and the like, each with its label."""
    problem: tuple[Text, ...]
    """Why: the problem, its causes, how things are today."""
    action: tuple[Text, ...]
    """What will be done and what will be different."""
    milestones: tuple[MilestoneRow, ...]
    """The steps with their status."""
    milestones_size: str
    """How many there are and how many are complete, in words."""
    updates: tuple[UpdateItem, ...]
    """The progress reports, newest first."""
    updates_size: str
    """How many there are, in words."""
    voices: tuple[Voice, ...]
    """Lead institution, civil society, independent review."""
    scale: Scale
    """Where each voice last put the commitment, and whether they differ."""
    partners: tuple[Group, ...]
    """Who supports the lead, by sector."""
    partners_text: Text
    """Sources and remarks of the partners."""
    values: tuple[Text, ...]
    """How it serves OGP's values, in a sentence each."""
    values_text: Text
    """Sources and remarks of the values."""
    story: str
    """The longer story, Markdown, or ""."""
    documents: tuple[Document, ...]
    """Documents and sites about the commitment."""
    changes: tuple[Change, ...]
    """Changes agreed after adoption, oldest first."""
    previous: Crumb | None
    """The commitment before this one in the plan."""
    next: Crumb | None
    """The commitment after this one in the plan."""
    foot: Foot
    """What is not recorded, remarks, sources, and how to suggest a change."""


def view_commitments(
    records: PlanRecords, progress: PlanProgress, setting: Setting
) -> Iterator[CommitmentView]:
    """The pages of a plan's commitments; the plan is put in order once for all of them."""
    around = neighbours(records)
    accounts = accounts_of(records, progress, setting.words)
    for each in records.commitments:
        yield _view(each, around[each.id], accounts[each.id], records, progress, setting)


def view_commitment(
    commitment: Commitment, records: PlanRecords, progress: PlanProgress, setting: Setting
) -> CommitmentView:
    """The page of one commitment."""
    around = neighbours(records)[commitment.id]
    accounts = accounts_of(records, progress, setting.words)[commitment.id]
    return _view(commitment, around, accounts, records, progress, setting)


def _view(
    commitment: Commitment,
    around: tuple[Crumb | None, Crumb | None],
    accounts: tuple[Account, ...],
    records: PlanRecords,
    progress: PlanProgress,
    setting: Setting,
) -> CommitmentView:
    """All that one commitment's page shows."""
    words = setting.words
    address = commitment_address(records, commitment.id)
    root = root_of(address)
    numbered = SourceList(words)
    cited = numbered.add(commitment.sources, commitment.notes)
    told = tuple(_told(commitment.id, records, numbered))
    standing = progress.commitments[commitment.id]
    voices = view_voices(
        standing, commitment.lead or "", told, commitment.id, root, words, records.transcribed
    )
    milestones = tuple(view_milestones(commitment, progress, root, words))
    previous, following = around
    file = record_file(records, "commitment", commitment.id)
    return CommitmentView(
        address=address,
        root=root,
        title=commitment.title,
        description=commitment.summary or commitment.problem or commitment.title,
        source=file,
        crumbs=plan_crumbs(records, words, with_plan=True),
        number=commitment.number or "",
        ogp_id=commitment.ogp_id or "",
        marks=cited.marks("title", "number", "ogp_id"),
        standing=position(standing, words_for_any(commitment.ends_on, words), words),
        heard=others_heard(accounts, words),
        summary=_first(_texts(commitment, ("summary",), cited, words)),
        facts=tuple(_facts(commitment, cited, words)),
        problem=_texts(commitment, ("problem", "causes", "status_quo"), cited, words),
        action=_texts(commitment, _ACTION, cited, words),
        milestones=milestones,
        milestones_size=milestones_words(milestones, words),
        updates=(updates := _updates(commitment, told, root, words)),
        updates_size=words.ngettext("{n} report", "{n} reports", len(updates)),
        voices=voices,
        scale=view_scale(accounts, records.transcribed, words),
        partners=_partners(commitment.supporting, words),
        partners_text=cited.text("", "", "supporting"),
        values=_values(commitment, words),
        values_text=cited.text("", "", "values"),
        story=records.stories.get(commitment.id, ""),
        documents=documents(commitment.links, root, words),
        changes=_changes(commitment, records, root, words),
        previous=previous,
        next=following,
        foot=Foot(
            missing=_missing(commitment, words),
            remarks=(*cited.rest(), *(note for each in told for note in each.cited.rest())),
            sources=numbered.lines(),
            ways=ways_for(file, commitment.title, records.plan, setting),
        ),
    )


def _told(id: str, records: PlanRecords, numbered: SourceList) -> Iterator[Told]:
    """The records that speak of the commitment, updates oldest first, with their sources."""
    for update in newest_last(each for each in records.updates if each.commitment == id):
        yield Told(update, numbered.add(update.sources, update.notes))
    for view in records.views:
        if view.commitment == id:
            yield Told(view, numbered.add(view.sources))
    for report in records.assessments:
        if id in report.results:
            yield Told(report, numbered.add(report.sources))


def _texts(
    record: Commitment, names: tuple[str, ...], cited: Cited, words: Translator
) -> tuple[Text, ...]:
    """The long texts that are there, each under its field's name."""
    return tuple(
        cited.text(field_title(Commitment, name, words), getattr(record, name), name)
        for name in names
        if getattr(record, name)
    )


def _first(texts: tuple[Text, ...]) -> Text | None:
    return texts[0] if texts else None


def _facts(commitment: Commitment, cited: Cited, words: Translator) -> Iterator[Text]:
    """What fits on one line each."""
    for name in ("lead", "sector"):
        if getattr(commitment, name):
            label = field_title(Commitment, name, words)
            yield cited.text(label, getattr(commitment, name), name)
    if commitment.institutions:
        label = field_title(Commitment, "institutions", words)
        yield cited.text(label, ", ".join(commitment.institutions), "institutions")
    period = words_for_period(
        commitment.starts_on, commitment.ends_on, words, commitment.ends_label
    )
    if period:
        label = words.gettext("Period")
        yield cited.text(label, period, "starts_on", "ends_on", "ends_label")
    if commitment.policy_areas:
        areas = ", ".join(terms("policy_area", commitment.policy_areas, words))
        yield cited.text(field_title(Commitment, "policy_areas", words), areas, "policy_areas")
    if commitment.values_named:
        named = ", ".join(terms("value", commitment.values_named, words))
        yield cited.text(field_title(Commitment, "values", words), named, "values_named")
    if commitment.contact:
        contact = commitment.contact
        label = field_title(Commitment, "contact", words)
        yield cited.text(label, contact.title, "contact", url=contact.url or "")


def _updates(
    commitment: Commitment, told: tuple[Told, ...], root: str, words: Translator
) -> tuple[UpdateItem, ...]:
    """Newest first."""
    titles = {each.id: each.title for each in commitment.milestones}
    return tuple(
        view_update(each.record, each.cited, titles, root, words)
        for each in reversed(told)
        if isinstance(each.record, Update)
    )


def _changes(
    commitment: Commitment, records: PlanRecords, root: str, words: Translator
) -> tuple[Change, ...]:
    mine = [each for each in records.amendments if each.commitment == commitment.id]
    mine.sort(key=lambda each: each.date.last)
    return tuple(view_change(each, root, words) for each in mine)


def _partners(supporting: Supporters | None, words: Translator) -> tuple[Group, ...]:
    if supporting is None:
        return ()
    return tuple(
        Group(field_title(Supporters, name, words), getattr(supporting, name))
        for name in ("government", "civil_society", "other")
        if getattr(supporting, name)
    )


def _values(commitment: Commitment, words: Translator) -> tuple[Text, ...]:
    values = commitment.values
    if values is None:
        return ()
    return tuple(
        Text(field_title(Values, name, words), getattr(values, name))
        for name in Values.model_fields
        if getattr(values, name)
    )


def _missing(commitment: Commitment, words: Translator) -> tuple[str, ...]:
    """Fields left empty, without those that another field answers in part."""
    answered = {
        "values": bool(commitment.values_named),
        "ends_on": bool(commitment.ends_label),
        "supporting": bool(commitment.institutions),
    }
    return absent(commitment, (name for name in _EXPECTED if not answered.get(name)), words)
