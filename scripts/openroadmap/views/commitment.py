"""The page of a commitment: the promise, where it stands, and who says so.

In come a plan's records, its progress and one commitment; out comes all that
the page shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import ClassVar

from openroadmap.history.differences import Difference
from openroadmap.history.drift import NO_DRIFT, Drift, baseline_on, by_commitment
from openroadmap.immutable import immutable
from openroadmap.measure.progress import PlanProgress, Standing, State
from openroadmap.model.commitment import Commitment, Promise
from openroadmap.model.process import Amendment
from openroadmap.model.site import PlanRecords
from openroadmap.model.voices import VoiceRecord
from openroadmap.views.accounts import Account, accounts_of
from openroadmap.views.around import neighbours, plan_crumbs, ways_for
from openroadmap.views.dates import words_for_any
from openroadmap.views.drift.promise import (
    DriftPart,
    agreed_by_commitment,
    frozen_words,
    removed_words,
    view_drift,
)
from openroadmap.views.labels import position
from openroadmap.views.linked import Work, work_of
from openroadmap.views.news.later import VOICES, Later
from openroadmap.views.news.marks import Mark, Marks, RemovedRecords, TextMarks, without_steps
from openroadmap.views.parts import Crumb, Document, Foot, Group, Position, Text
from openroadmap.views.promise import missing_of, view_facts, view_partners, view_texts, view_values
from openroadmap.views.scale import Heard, Scale, others_heard, view_scale
from openroadmap.views.setting import Setting, commitment_address, record_file, root_of
from openroadmap.views.sources import Cited, SourceList, documents
from openroadmap.views.steps import (
    MilestoneRow,
    UpdateItem,
    milestones_words,
    step_titles,
    view_milestones,
    view_updates,
)
from openroadmap.views.voices import Told, Voice, told_of, view_voices, voices_of

_ACTION = ("solution", "expected_results", "strategic_goal", "budget")


@immutable
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
    mark: Mark | None
    """That the report behind it came late or was changed later; or None."""
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
    removed_voices: RemovedRecords | None
    """That reports, views or assessments were removed; None where git proves no such thing."""
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
    texts: TextMarks
    """That the longer story or texts in other languages were changed or removed later."""
    documents: tuple[Document, ...]
    """Documents and sites about the commitment."""
    work: Work | None
    """What programs are told of it; None of an invented one."""
    drift: DriftPart | None
    """What changed since adoption; None where the plan was not frozen, and where no agreed change
    is recorded or was removed."""
    removed: str
    """Where its record is gone: that the page shows what was adopted, in words; or ""."""
    previous: Crumb | None
    """The commitment before this one in the plan."""
    next: Crumb | None
    """The commitment after this one in the plan."""
    foot: Foot
    """What is not recorded, remarks, sources, and how to suggest a change."""


@immutable
class _Plan:
    """What the pages of a plan's commitments share, worked out once."""

    records: PlanRecords
    progress: PlanProgress
    setting: Setting
    crumbs: tuple[Crumb, ...]
    around: Mapping[str, tuple[Crumb | None, Crumb | None]]
    accounts: Mapping[str, tuple[Account, ...]]
    voices: Mapping[str, Sequence[VoiceRecord]]
    marks: Marks
    frozen: str
    adopted: Mapping[str, Promise]
    drift: Drift
    differences: Mapping[str, tuple[Difference, ...]]
    agreed: Mapping[str, Sequence[Amendment]]


def view_commitments(
    records: PlanRecords,
    progress: PlanProgress,
    setting: Setting,
    drift: Drift = NO_DRIFT,
    later: Iterable[Later] = (),
) -> Iterator[CommitmentView]:
    """The pages of a plan's commitments; ``drift`` is what became of it since.

    ``later`` is what became of what was said and agreed of it.
    """
    plan = _plan(records, progress, setting, drift, later)
    for each in records.commitments:
        yield _view(each, plan)


def view_commitment(
    commitment: Commitment,
    records: PlanRecords,
    progress: PlanProgress,
    setting: Setting,
    drift: Drift = NO_DRIFT,
    later: Iterable[Later] = (),
) -> CommitmentView:
    """The page of one commitment."""
    return _view(commitment, _plan(records, progress, setting, drift, later))


def _plan(
    records: PlanRecords,
    progress: PlanProgress,
    setting: Setting,
    drift: Drift,
    later: Iterable[Later],
) -> _Plan:
    baseline, words = baseline_on(records, setting.today), setting.words
    return _Plan(
        records,
        progress,
        setting,
        crumbs=plan_crumbs(records, words, with_plan=True),
        around=neighbours(records),
        accounts=accounts_of(records, progress, words),
        voices=voices_of(records),
        marks=Marks(records, later, words),
        frozen=frozen_words(records, drift, setting.today, words),
        adopted={each.id: each for each in baseline.commitments} if baseline else {},
        drift=drift,
        differences=by_commitment(drift.differences),
        agreed=agreed_by_commitment(records, setting.today),
    )


def _view(commitment: Commitment, plan: _Plan) -> CommitmentView:
    """All that one commitment's page shows."""
    records, progress, setting = plan.records, plan.progress, plan.setting
    words, numbered = setting.words, SourceList(setting.words)
    address = commitment_address(records, commitment.id)
    root = root_of(address)
    cited = numbered.add(commitment.sources, commitment.notes)
    titles = step_titles(commitment, plan.adopted)
    spoken = plan.voices.get(commitment.id, ())
    told = tuple(told_of(spoken, numbered, plan.marks, commitment.id, titles))
    standing = progress.commitments[commitment.id]
    voices = view_voices(
        standing, commitment.lead or "", told, commitment.id, root, words, records.transcribed
    )
    differences, agreed = (each.get(commitment.id, ()) for each in (plan.differences, plan.agreed))
    milestones = tuple(view_milestones(commitment, progress, differences, root, words))
    previous, following = plan.around[commitment.id]
    accounts = plan.accounts[commitment.id]
    kind = "baseline" if commitment.id in records.removed else "commitment"
    file = record_file(records, kind, commitment.id)
    return CommitmentView(
        address=address,
        root=root,
        title=commitment.title,
        description=commitment.summary or commitment.problem or commitment.title,
        source=file,
        crumbs=plan.crumbs,
        number=commitment.number or "",
        ogp_id=commitment.ogp_id or "",
        marks=cited.marks("title", "number", "ogp_id"),
        standing=position(standing, words_for_any(commitment.ends_on, words), words),
        mark=_mark(standing, told),
        heard=others_heard(accounts, words),
        summary=_first(view_texts(commitment, ("summary",), cited, words)),
        facts=tuple(view_facts(commitment, cited, words)),
        problem=view_texts(commitment, ("problem", "causes", "status_quo"), cited, words),
        action=view_texts(commitment, _ACTION, cited, words),
        milestones=milestones,
        milestones_size=milestones_words(milestones, words),
        updates=(updates := view_updates(titles, told, root, words)),
        updates_size=words.ngettext("{n} report", "{n} reports", len(updates)),
        voices=voices,
        scale=view_scale(accounts, records.transcribed, words),
        removed_voices=plan.marks.removed(commitment.id, VOICES.values()),
        partners=view_partners(commitment.supporting, words),
        partners_text=cited.text("", "", "supporting"),
        values=view_values(commitment, words),
        values_text=cited.text("", "", "values"),
        story=records.stories.get(commitment.id, ""),
        texts=plan.marks.of_texts(commitment),
        documents=documents(commitment.links, root, words),
        work=work_of(commitment, [commitment.lead], records),
        drift=view_drift(
            differences, agreed, plan.drift, plan.marks, plan.frozen, root, words, commitment.id
        ),
        removed=removed_words(commitment.id, records, words),
        previous=previous,
        next=following,
        foot=_foot(commitment, file, (cited, *(each.cited for each in told)), numbered, plan),
    )


def _foot(
    commitment: Commitment,
    file: str,
    cited: Iterable[Cited],
    numbered: SourceList,
    plan: _Plan,
) -> Foot:
    return Foot(
        missing=missing_of(commitment, plan.setting.words),
        remarks=tuple(note for each in cited for note in each.rest()),
        sources=numbered.lines(),
        ways=ways_for(file, commitment.title, plan.records.plan, plan.setting),
    )


def _mark(standing: Standing, told: Iterable[Told]) -> Mark | None:
    """Of the report behind the status; of a withdrawal there is none."""
    update = None if standing.state is State.WITHDRAWN else standing.update
    return without_steps(next((each.mark for each in told if each.record is update), None))


def _first(texts: tuple[Text, ...]) -> Text | None:
    return texts[0] if texts else None
