"""Milestones, and commitments without any, as lines of a list: what, of what, when, how far."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from openroadmap.history.differences import Difference
from openroadmap.i18n import Translator
from openroadmap.immutable import immutable
from openroadmap.measure.outlook import Step
from openroadmap.model.site import PlanRecords
from openroadmap.views.dates import with_label, words_for_any
from openroadmap.views.drift.promise import adopted_words
from openroadmap.views.labels import is_overdue, lateness_words, standing_status
from openroadmap.views.parts import Status
from openroadmap.views.setting import commitment_folder
from openroadmap.views.steps import done_words

Moved = Mapping[tuple[str, str], Difference]
"""What differs of the days on which things are due, by the ids of commitment and milestone."""


@immutable
class StepItem:
    """A milestone, or a commitment of which no milestone is recorded."""

    number: str
    """The number of a milestone on the page of its commitment, or ""."""
    title: str
    """What it is, in one sentence."""
    address: str
    """Its place on the page of its commitment, from the plan's page or from the site's root."""
    promise: str
    """The commitment it belongs to, or "" when it is that commitment."""
    due: str
    """When it is due, in words, or ""."""
    adopted: str
    """What was adopted instead, where it differs: "first due 30 June 2026", or ""."""
    status: Status
    """Where it stands as last reported."""
    done: str
    """When it was done and whether after its date, in words, or ""."""
    lateness: str
    """What the calendar adds, in a sentence, or ""."""
    overdue: bool
    """True when it was reported unfinished and its date has passed."""
    soon: bool
    """True when it is due within 90 days."""


def step_items(
    records: PlanRecords, steps: Iterable[Step], moved: Moved, words: Translator
) -> tuple[tuple[Step, StepItem], ...]:
    """Each step with its words; ``moved`` is what ``moved_days`` gives."""
    return tuple((step, _item(records, step, moved, words)) for step in steps)


def is_above(step: Step) -> bool:
    """Whether it stands in the list of what is overdue or of what is due soon."""
    return step.is_soon or is_overdue(step.standing)


def adopted_of(commitment: str, milestone: str, moved: Moved, words: Translator) -> str:
    """What was adopted instead of the day on which it is due now, or ""; milestone "" is none."""
    differs = moved.get((commitment, milestone))
    return adopted_words(differs, words) if differs else ""


def _item(records: PlanRecords, step: Step, moved: Moved, words: Translator) -> StepItem:
    page = commitment_folder(step.commitment.id)
    milestone = step.milestone
    due = words_for_any(step.due, words)
    label = milestone.due_label if milestone else step.commitment.ends_label
    return StepItem(
        number=words.number(step.number) if step.number else "",
        title=step.title,
        address=f"{page}#milestone-{milestone.id}" if milestone else page,
        promise=step.commitment.title if milestone else "",
        due=with_label(due, label),
        adopted=adopted_of(step.commitment.id, milestone.id if milestone else "", moved, words),
        status=standing_status(step.standing, words),
        done=done_words(step.due, step.standing, words),
        lateness=lateness_words(step.standing, due, words),
        overdue=is_overdue(step.standing),
        soon=step.is_soon,
    )
