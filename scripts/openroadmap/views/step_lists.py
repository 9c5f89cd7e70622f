"""What the calendar says of a plan's steps, in short lists: late, soon, silent; now, next, later.

It stands beside what was reported and never instead of it: each line has the
status as reported.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from openroadmap.i18n import N_, Translator
from openroadmap.immutable import immutable
from openroadmap.measure.outlook import SILENCE, Silence, Stage, Step
from openroadmap.measure.progress import DOUBTFUL, Lateness, PlanProgress
from openroadmap.model.commitment import Commitment
from openroadmap.model.reports import updates_by_commitment
from openroadmap.model.site import PlanRecords
from openroadmap.views.around import in_plan_order
from openroadmap.views.dates import words_for_any
from openroadmap.views.labels import is_overdue, lateness_words, standing_status
from openroadmap.views.setting import Setting, commitment_folder
from openroadmap.views.step_items import Moved, StepItem, adopted_of

MOST = 12
"""Lines of a list; the rest is counted."""

_STAGES = (
    (Stage.NOW, N_("Now"), N_("Under way, overdue, begun by its own date, or due within 90 days.")),
    (Stage.NEXT, N_("Next"), N_("May begin or be due within a year.")),
    (Stage.LATER, N_("Later"), N_("Everything dated after that.")),
)


@immutable
class StepList:
    """Some steps under a heading."""

    anchor: str
    """The place of its heading in the page."""
    heading: str
    """What they have in common."""
    note: str
    """How that is worked out, in a sentence."""
    size: str
    """How many there are."""
    items: tuple[StepItem, ...]
    """The first of them."""
    more: str
    """How many are left out, in words, or ""."""


def attention(
    records: PlanRecords,
    progress: PlanProgress,
    steps: Sequence[tuple[Step, StepItem]],
    silent: Mapping[str, Silence],
    moved: Moved,
    setting: Setting,
) -> tuple[StepList, ...]:
    """Overdue, date passed or doubtful, due soon, without news: those of which there are any."""
    words = setting.words
    late = _late(records, progress, steps, {Lateness.OVERDUE}, moved, words)
    passed = _late(records, progress, steps, {Lateness.DATE_PASSED}, moved, words)
    doubtful = _late(records, progress, steps, DOUBTFUL, moved, words)
    soon = [item for step, item in steps if step.is_soon]
    quiet = list(_quiet(records, progress, silent, setting))
    lists = (
        ("late", words.gettext("Overdue"), words.gettext(
            "The date has passed, and the last report says that it is not finished."), late),
        ("passed", words.gettext("Date passed, outcome not recorded"), words.gettext(
            "The date has passed, and no report says whether it was kept."), passed),
        ("doubtful", words.gettext("Date doubtful"), words.gettext(
            "The recorded date has passed, but a note is about it or it lies before the plan "
            "begins: nothing is said from it."), doubtful),
        ("soon", words.gettext("Due soon"), words.gettext("Due within 90 days."), soon),
        ("silent", words.gettext("No news for six months"), words.ngettext(
            "Not finished, and not reported on for {n} month or more.",
            "Not finished, and not reported on for {n} months or more.", SILENCE), quiet),
    )  # fmt: skip
    return tuple(_list(*each, words) for each in lists if each[3])


def outlook(
    steps: Iterable[tuple[Step, StepItem]], words: Translator
) -> tuple[StepList, ...]:
    """Now, next and later; empty where no step has its place in any of them."""
    every = tuple(steps)
    lists = tuple(
        _list(
            stage.value,
            words.gettext(heading),
            words.gettext(note),
            [item for step, item in every if step.stage is stage],
            words,
        )
        for stage, heading, note in _STAGES
    )
    return lists if any(each.items for each in lists) else ()


def _list(
    anchor: str, heading: str, note: str, items: Sequence[StepItem], words: Translator
) -> StepList:
    left = len(items) - MOST
    return StepList(
        anchor=anchor,
        heading=heading,
        note=note,
        size=words.number(len(items)),
        items=tuple(items[:MOST]),
        more=words.ngettext("and {n} more", "and {n} more", left) if left > 0 else "",
    )


def _late(
    records: PlanRecords,
    progress: PlanProgress,
    steps: Iterable[tuple[Step, StepItem]],
    lateness: Collection[Lateness],
    moved: Moved,
    words: Translator,
) -> list[StepItem]:
    """Commitments, then milestones, whose lateness this is; it says when they were due.

    Where another date was adopted, both are shown.
    """
    found = [
        _commitment(each, progress, words, adopted=adopted_of(each.id, "", moved, words))
        for each in in_plan_order(records.commitments)
        if each.milestones and progress.commitments[each.id].lateness in lateness
    ]
    found += [item for step, item in steps if step.standing.lateness in lateness]
    return [item if item.adopted else replace(item, due="") for item in found[:MOST]] + found[MOST:]


def _quiet(
    records: PlanRecords,
    progress: PlanProgress,
    silent: Mapping[str, Silence],
    setting: Setting,
) -> Iterator[StepItem]:
    words = setting.words
    reported = updates_by_commitment(records, setting.today)
    for each in in_plan_order(records.commitments):
        if silent[each.id] is Silence.NONE:
            continue
        told = reported.get(each.id)
        said = words.gettext("No report is recorded")
        if told:
            said = words.gettext("Last report: {date}", date=words.partial(told[-1].date))
        yield _commitment(each, progress, words, said)


def _commitment(
    commitment: Commitment,
    progress: PlanProgress,
    words: Translator,
    said: str = "",
    adopted: str = "",
) -> StepItem:
    standing = progress.commitments[commitment.id]
    due = words_for_any(commitment.ends_on, words)
    return StepItem(
        number="",
        title=commitment.title,
        address=commitment_folder(commitment.id),
        promise="",
        due=due,
        adopted=adopted,
        status=standing_status(standing, words),
        done="",
        lateness=said or lateness_words(standing, due, words),
        overdue=not said and is_overdue(standing),
        soon=False,
    )
