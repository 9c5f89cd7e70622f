"""The steps of a commitment and the reports on it: milestones and updates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from openroadmap.history.differences import Difference
from openroadmap.i18n import Translator
from openroadmap.immutable import immutable
from openroadmap.measure.progress import PlanProgress, Standing, State, is_done_late
from openroadmap.model.commitment import Commitment, Milestone, Promise
from openroadmap.model.dates import PartialDate
from openroadmap.model.voices import MilestoneReport, Update
from openroadmap.views.dates import with_label, words_for_any
from openroadmap.views.drift.promise import adopted_words, moved_days
from openroadmap.views.labels import (
    is_overdue,
    lateness_words,
    reported_status,
    standing_status,
)
from openroadmap.views.news.marks import Mark
from openroadmap.views.parts import Document, Remark, Status
from openroadmap.views.sources import Cited, documents
from openroadmap.views.voices import Told


@immutable
class MilestoneRow:
    """One milestone with its last reported status."""

    id: str
    """Its id, the anchor on the page."""
    number: int
    """Its place in the list, from 1."""
    title: str
    """The step in one sentence."""
    deliverable: str
    """What will exist when it is done, Markdown, or ""."""
    due: str
    """When it is due, in words, or ""."""
    adopted: str
    """What was adopted instead, where it differs: "first due 30 June 2026", or ""."""
    lead: str
    """The institution that answers for it, or ""."""
    status: Status
    """Where it stands as last reported."""
    done: str
    """When it was done and whether after its date, in words, or ""."""
    lateness: str
    """What the calendar adds, in a sentence, or ""."""
    overdue: bool
    """True when it was reported unfinished and its date has passed."""
    documents: tuple[Document, ...]
    """The evidence given with the last report on it."""


@immutable
class MilestoneNews:
    """What a progress report says of one milestone."""

    title: str
    """The milestone's title."""
    status: Status | None
    """How far it is; None when the report does not say."""
    completed_on: str
    """When it was done, in words, or ""."""
    note: str
    """A word on it, Markdown, or ""."""
    documents: tuple[Document, ...]
    """The evidence."""


@immutable
class UpdateItem:
    """One progress report."""

    id: str
    """Its id, the anchor on the page."""
    date: str
    """The day it speaks of, in words."""
    title: str
    """The news in one sentence, or ""."""
    who: str
    """Who reports, or ""."""
    status: Status | None
    """How far the commitment is; None when the report does not say."""
    progress: str
    """What was done, Markdown, or ""."""
    challenges: str
    """What stands in the way, Markdown, or ""."""
    milestones: tuple[MilestoneNews, ...]
    """What it says of milestones."""
    documents: tuple[Document, ...]
    """The evidence."""
    marks: tuple[int, ...]
    """Numbers of the sources that cover it."""
    remarks: tuple[Remark, ...]
    """Notes about it."""
    mark: Mark | None
    """That it came late or was changed later; or None."""


def view_milestones(
    commitment: Commitment,
    progress: PlanProgress,
    differences: Iterable[Difference],
    root: str,
    words: Translator,
) -> Iterator[MilestoneRow]:
    """The rows of a commitment's milestones; ``differences`` are those from the plan as adopted."""
    moved = moved_days(differences)
    for number, milestone in enumerate(commitment.milestones, start=1):
        standing = progress.milestones[commitment.id, milestone.id]
        differs = moved.get((commitment.id, milestone.id))
        adopted = adopted_words(differs, words) if differs else ""
        yield _milestone(milestone, number, standing, adopted, root, words)


def milestones_words(milestones: tuple[MilestoneRow, ...], words: Translator) -> str:
    """"4 milestones, 2 complete"."""
    size = words.ngettext("{n} milestone", "{n} milestones", len(milestones))
    done = sum(each.status.code == State.COMPLETE for each in milestones)
    if not done:
        return size
    return words.gettext("{size}, {done} complete", size=size, done=words.number(done))


def _milestone(
    milestone: Milestone,
    number: int,
    standing: Standing,
    adopted: str,
    root: str,
    words: Translator,
) -> MilestoneRow:
    due = words_for_any(milestone.due_on, words)
    return MilestoneRow(
        id=milestone.id,
        number=number,
        title=milestone.title,
        deliverable=milestone.deliverable or "",
        due=with_label(due, milestone.due_label),
        adopted=adopted,
        lead=milestone.lead or "",
        status=standing_status(standing, words),
        done=done_words(milestone.due_on, standing, words),
        lateness=lateness_words(standing, due, words),
        overdue=is_overdue(standing),
        documents=_proof(milestone.id, standing, root, words),
    )


def done_words(due: PartialDate | None, standing: Standing, words: Translator) -> str:
    """When it was done and whether after its date, or ""."""
    if standing.completed_on is None:
        return ""
    date = words.partial(standing.completed_on)
    if is_done_late(standing, due):
        return words.gettext("done {date}, after its date", date=date)
    return words.gettext("done {date}", date=date)


def _proof(id: str, standing: Standing, root: str, words: Translator) -> tuple[Document, ...]:
    if standing.update is None:
        return ()
    reports = standing.update.milestones
    found = [each for report in reports if report.id == id for each in report.evidence]
    return documents(found, root, words)


def step_titles(commitment: Commitment, adopted: Mapping[str, Promise]) -> dict[str, str]:
    """What its milestones are called, those that were dropped since adoption among them."""
    before = adopted[commitment.id].milestones if commitment.id in adopted else ()
    return {each.id: each.title for each in (*before, *commitment.milestones)}


def view_updates(
    titles: Mapping[str, str], told: tuple[Told, ...], root: str, words: Translator
) -> tuple[UpdateItem, ...]:
    """Newest first."""
    return tuple(
        view_update(each.record, each.cited, each.mark, titles, root, words)
        for each in reversed(told)
        if isinstance(each.record, Update)
    )


def view_update(
    update: Update,
    cited: Cited,
    mark: Mark | None,
    titles: Mapping[str, str],
    root: str,
    words: Translator,
) -> UpdateItem:
    """A progress report; ``titles`` names the milestones by id."""
    return UpdateItem(
        id=update.id,
        date=words.partial(update.date),
        title=update.title or "",
        who=", ".join(filter(None, (update.author_organisation, update.author_role))),
        status=reported_status(update.completion, update.status_words, words),
        progress=update.progress or "",
        challenges=update.challenges or "",
        milestones=tuple(_news(each, titles, root, words) for each in update.milestones),
        documents=documents(update.evidence, root, words),
        marks=cited.marks("title", "completion", "status_words", "progress", "challenges"),
        remarks=cited.rest(),
        mark=mark,
    )


def _news(
    report: MilestoneReport, titles: Mapping[str, str], root: str, words: Translator
) -> MilestoneNews:
    return MilestoneNews(
        title=titles.get(report.id, report.id),
        status=reported_status(report.completion, None, words),
        completed_on=words_for_any(report.completed_on, words),
        note=report.note or "",
        documents=documents(report.evidence, root, words),
    )
