"""What reviewers say of a plan as a whole: its assessments with process and totals."""

from __future__ import annotations

from collections.abc import Iterator

from openroadmap.i18n import Translator
from openroadmap.immutable import immutable
from openroadmap.model.fields import names_of
from openroadmap.model.site import PlanRecords
from openroadmap.model.voices import Assessment, Process, Totals
from openroadmap.views.accounts import newest_first
from openroadmap.views.dates import words_for_any
from openroadmap.views.labels import field_title, term
from openroadmap.views.news.marks import Mark, Marks
from openroadmap.views.parts import Remark, Text
from openroadmap.views.sources import Cited, SourceList
from openroadmap.views.voices import assessment_title, assessor_words


@immutable
class AssessmentItem:
    """One report on the plan."""

    id: str
    """Its id, the anchor on the page."""
    title: str
    """The report's title or kind."""
    who: str
    """Who assessed."""
    date: str
    """When it was published, in words, or ""."""
    url: str
    """Where it can be read, or ""."""
    findings: tuple[str, ...]
    """What it says, Markdown."""
    process: tuple[Text, ...]
    """What it says of the process, question by question."""
    totals: tuple[Text, ...]
    """Its numbers for the whole plan."""
    marks: tuple[int, ...]
    """Numbers of its sources."""
    remarks: tuple[Remark, ...]
    """Notes about it."""
    mark: Mark | None
    """That it came late or was changed later; or None."""


def view_assessments(
    records: PlanRecords, numbered: SourceList, marks: Marks, words: Translator
) -> Iterator[AssessmentItem]:
    """Newest first; their sources get their numbers."""
    for report in newest_first(records.assessments):
        cited = numbered.add(report.sources, report.notes)
        yield _assessment(report, cited, marks.of(report), words)


def _assessment(
    report: Assessment, cited: Cited, mark: Mark | None, words: Translator
) -> AssessmentItem:
    return AssessmentItem(
        id=report.id,
        title=assessment_title(report, words),
        who=assessor_words(report, words),
        date=words_for_any(report.published_on, words),
        url=report.url or "",
        findings=report.findings,
        process=tuple(_process(report.process, words)) if report.process else (),
        totals=tuple(_totals(report.totals, words)) if report.totals else (),
        marks=cited.marks("findings", "process", "totals", "published_on", "title"),
        remarks=cited.rest(),
        mark=mark,
    )


def _process(process: Process, words: Translator) -> Iterator[Text]:
    for name in names_of(Process):
        code = getattr(process, name)
        if code:
            vocabulary = "public_influence" if name == "public_influence" else "answer"
            yield Text(field_title(Process, name, words), term(vocabulary, code, words))


def _totals(totals: Totals, words: Translator) -> Iterator[Text]:
    for name in names_of(Totals):
        number = getattr(totals, name)
        if number is not None:
            yield Text(field_title(Totals, name, words), words.number(number))
