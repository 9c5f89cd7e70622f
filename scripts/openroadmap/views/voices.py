"""All that was said of a commitment: three voices side by side, each dated and signed.

In come a commitment's updates, views and assessments; out come three columns
with the texts and the evidence. Where each voice stands now, and whether they
differ, is in accounts.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from openroadmap.i18n import Translator
from openroadmap.immutable import immutable
from openroadmap.measure.progress import Standing, State
from openroadmap.model.parts import Party
from openroadmap.model.reports import newest_last
from openroadmap.model.site import PlanRecords
from openroadmap.model.voices import Assessment, Result, Update, View, VoiceRecord
from openroadmap.views.accounts import Side, age, author_of
from openroadmap.views.dates import words_for_any
from openroadmap.views.labels import (
    field_title,
    reported_status,
    silence_words,
    status_of,
    term,
    terms,
)
from openroadmap.views.news.marks import Mark, Marks, without_steps
from openroadmap.views.parts import Document, Remark, Status, Text
from openroadmap.views.scale import side_words, silence_of
from openroadmap.views.sources import Cited, SourceList, documents

_CODES = (
    ("verifiable", "verifiable"),
    ("relevance", "relevance"),
    ("ambition", "ambition"),
    ("potential_impact", "potential_impact"),
    ("potential_for_results", "potential_for_results"),
    ("opened_government", "opened_government"),
    ("early_results", "early_results"),
)
"""The codes of an assessment in the order in which OGP's pages show them, with their lists."""


@immutable
class Statement:
    """What one organisation said on one day."""

    who: str
    """The organisation, or the role where no organisation is named."""
    date: str
    """The day in words, or ""."""
    caveat: str
    """That this was said before the commitment was withdrawn, in words, or ""."""
    status: Status | None
    """How far the commitment is, in their view; None when they do not say."""
    title: str
    """The name of the report, or ""."""
    url: str
    """Where the report can be read, or ""."""
    text: str
    """What they say, Markdown, or ""."""
    facts: tuple[Text, ...]
    """The codes an assessment gives, each with its label."""
    documents: tuple[Document, ...]
    """The evidence they give."""
    marks: tuple[int, ...]
    """Numbers of the sources that cover it."""
    remarks: tuple[Remark, ...]
    """Notes about it."""
    mark: Mark | None
    """That it came late or was changed later; or None."""


@immutable
class Voice:
    """One of the three columns."""

    heading: str
    """Whose voice it is."""
    statements: tuple[Statement, ...]
    """What was said, newest first."""
    empty: str
    """What is shown when nothing was said."""
    nothing: Status
    """The status shown when nothing was said: not recorded, or not assessed."""
    reports: str = ""
    """How many progress reports speak of other things than the status, in words, or ""."""


@immutable
class Told:
    """A record with what the page's source list says of it, and what became of it."""

    record: VoiceRecord
    cited: Cited
    mark: Mark | None


def voices_of(records: PlanRecords) -> dict[str, list[VoiceRecord]]:
    """The records that speak of each commitment: updates oldest first, views, assessments."""
    found: dict[str, list[VoiceRecord]] = {each.id: [] for each in records.commitments}
    for each in (*newest_last(records.updates), *records.views):
        if each.commitment in found:
            found[each.commitment].append(each)
    for report in records.assessments:
        for id in report.results.keys() & found.keys():
            found[id].append(report)
    return found


def told_of(
    voices: Iterable[VoiceRecord],
    numbered: SourceList,
    marks: Marks,
    id: str,
    titles: Mapping[str, str],
) -> Iterator[Told]:
    """The records on a commitment's page; their sources get their numbers.

    ``titles`` names the milestones by id. A report of the lead has notes too.
    """
    for each in voices:
        notes = each.notes if isinstance(each, Update) else ()
        yield Told(each, numbered.add(each.sources, notes), marks.of(each, id, titles))


def view_voices(
    standing: Standing,
    lead: str,
    told: tuple[Told, ...],
    commitment_id: str,
    root: str,
    words: Translator,
    transcribed: bool = False,
) -> tuple[Voice, ...]:
    """The three columns: lead institution, civil society, independent review."""
    return (
        Voice(
            side_words(Side.LEAD, words),
            tuple(_lead(standing, lead, told, root, words)),
            silence_words(standing, words) + ".",
            silence_of(Side.LEAD, transcribed, words),
            "" if standing.silent else _reports_words(told, words),
        ),
        Voice(
            side_words(Side.CIVIL_SOCIETY, words),
            tuple(_civil_society(told, root, words)),
            words.gettext("No view of a civil society organisation is recorded."),
            silence_of(Side.CIVIL_SOCIETY, transcribed, words),
        ),
        Voice(
            side_words(Side.REVIEW, words),
            tuple(_reviews(told, commitment_id, words)),
            words.gettext("No assessment of this commitment is recorded."),
            silence_of(Side.REVIEW, transcribed, words),
        ),
    )


def party_words(party: Party, words: Translator) -> str:
    """"Friends of the Nation (co-chair)"."""
    named = ", ".join(filter(None, (party.name, party.role)))
    if not named:
        return party.organisation
    return words.gettext("{organisation} ({role})", organisation=party.organisation, role=named)


def assessor_words(assessment: Assessment, words: Translator) -> str:
    """Who assessed; an evaluator's organisation beside the mechanism."""
    by = term("assessor", assessment.by, words)
    return f"{by}, {assessment.organisation}" if assessment.organisation else by


def assessment_title(assessment: Assessment, words: Translator) -> str:
    return assessment.title or term("assessment_kind", assessment.kind, words)


def _reports_words(told: tuple[Told, ...], words: Translator) -> str:
    number = sum(isinstance(each.record, Update) for each in told)
    return words.ngettext("{n} report", "{n} reports", number)


def _lead(
    standing: Standing, lead: str, told: tuple[Told, ...], root: str, words: Translator
) -> Iterator[Statement]:
    update = standing.update
    found = next((each for each in told if each.record is update), None)
    if update and found:
        cited = found.cited
        yield Statement(
            who=author_of(update, lead),
            date=words_for_any(update.date, words),
            caveat=_caveat(standing, words),
            status=reported_status(update.completion, update.status_words, words),
            title=update.title or words.gettext("Progress report"),
            url=f"#update-{update.id}",
            text=update.progress or "",
            facts=(),
            documents=documents(update.evidence, root, words),
            marks=cited.marks("completion", "status_words", "progress"),
            remarks=cited.remarks("completion", "status_words", "progress"),
            mark=without_steps(found.mark),
        )


def _caveat(standing: Standing, words: Translator) -> str:
    is_gone = standing.state is State.WITHDRAWN
    return words.gettext("Last report before the withdrawal") if is_gone else ""


def _civil_society(told: tuple[Told, ...], root: str, words: Translator) -> Iterator[Statement]:
    views = [
        (each.record, each.cited, each.mark) for each in told if isinstance(each.record, View)
    ]
    for view, cited, mark in sorted(views, key=_age, reverse=True):
        yield Statement(
            who=party_words(view.by, words),
            date=words_for_any(view.date, words),
            caveat="",
            status=status_of(view.completion, words) if view.completion else None,
            title="",
            url="",
            text=view.text or "",
            facts=(),
            documents=documents(view.evidence, root, words),
            marks=cited.marks("completion", "text"),
            remarks=cited.rest(),
            mark=mark,
        )


def _reviews(told: tuple[Told, ...], commitment_id: str, words: Translator) -> Iterator[Statement]:
    reports = [
        (each.record, each.cited, each.mark)
        for each in told
        if isinstance(each.record, Assessment)
    ]
    for report, cited, mark in sorted(reports, key=_age, reverse=True):
        if result := report.results.get(commitment_id):
            yield Statement(
                who=assessor_words(report, words),
                date=words_for_any(report.published_on, words),
                caveat="",
                status=reported_status(result.completion, result.completion_words, words),
                title=assessment_title(report, words),
                url=report.url or "",
                text=result.note or "",
                facts=tuple(_codes(result, words)),
                documents=(),
                marks=cited.marks("results", f"results.{commitment_id}"),
                remarks=cited.remarks("results"),
            mark=mark,
            )


def _age(told: tuple[View | Assessment, Cited, Mark | None]) -> tuple[date, str]:
    return age(told[0])


def _codes(result: Result, words: Translator) -> Iterator[Text]:
    for name, vocabulary in _CODES:
        code = getattr(result, name)
        if code:
            plain = vocabulary == "verifiable" and code in ("yes", "no")
            value = term("answer" if plain else vocabulary, code, words)
            yield Text(field_title(Result, name, words), value)
    if result.relevant_to:
        named = ", ".join(terms("value", result.relevant_to, words))
        yield Text(field_title(Result, "relevant_to", words), named)
    if result.completion and result.completion_words:
        quoted = words.gettext("“{words}”", words=result.completion_words)
        yield Text(field_title(Result, "completion_words", words), quoted)
    if result.starred is not None:
        answer = words.gettext("Yes") if result.starred else words.gettext("No")
        yield Text(field_title(Result, "starred", words), answer)
    if not (result.completion or result.completion_words):
        silence = status_of(State.NOT_RECORDED, words).word
        yield Text(field_title(Result, "completion", words), silence)
