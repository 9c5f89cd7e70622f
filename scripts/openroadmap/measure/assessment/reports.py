"""What reviewers answered to the same question, to be quoted beside the computed state."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from openroadmap.i18n import N_
from openroadmap.measure.assessment.case import perhaps_by
from openroadmap.model.site import PlanRecords, RecordKey
from openroadmap.model.vocabulary import vocabulary
from openroadmap.standards.pack import Requirement
from openroadmap.standards.sentences import Sentence

_QUESTIONS = {
    "L1.1": "forum_exists",
    "L1.2": "forum_multi_stakeholder",
    "L1.3": "meeting_during_cocreation",
    "L1.4": "endorsed",
}
_ANSWERED = N_("Asked the same, the report “{report}” answered: {answer}.")


def answers_of(
    requirement: Requirement, records: PlanRecords, today: date
) -> Iterator[tuple[RecordKey, Sentence]]:
    """The answers to the question that a local requirement is made of."""
    question = _QUESTIONS.get(requirement.id)
    if question is None:
        return
    for each in records.assessments:
        answer = getattr(each.process, question) if each.process else None
        if answer is not None and perhaps_by(each.published_on, today):
            args = {"report": _name(each.title, each.kind), "answer": _label(answer)}
            yield ("assessment", each.id), Sentence(_ANSWERED, args)


def _name(title: str | None, kind: str | None) -> str | Sentence:
    """The report's own title, else its kind."""
    if title:
        return title
    label = vocabulary("assessment_kind").terms.get(kind or "")
    return Sentence(label) if label else Sentence(N_("without a title"))


def _label(answer: str) -> Sentence:
    return Sentence(vocabulary("answer").terms[answer])
