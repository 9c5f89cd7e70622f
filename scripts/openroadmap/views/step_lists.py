"""What the calendar says of a plan's steps, in short lists: late, soon, silent; now, next, later.

It stands beside what was reported and never instead of it: each line has the
status as reported.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from openroadmap.i18n import N_, Translator
from openroadmap.immutable import immutable
from openroadmap.measure.outlook import DATED, SILENCE, Silence, Stage, Step, by_due
from openroadmap.measure.progress import DOUBTFUL, Lateness, PlanProgress
from openroadmap.model.commitment import Commitment
from openroadmap.model.reports import updates_by_commitment
from openroadmap.model.site import PlanRecords
from openroadmap.views.around import in_plan_order
from openroadmap.views.cards import both_words
from openroadmap.views.dates import words_for_any
from openroadmap.views.labels import is_overdue, lateness_words, standing_status
from openroadmap.views.parts import Crumb
from openroadmap.views.setting import Setting, commitment_folder
from openroadmap.views.step_items import StepItem, is_above

MOST = 12
"""Lines of a list; the rest is counted."""

_LISTS = {
    "late": (
        N_("Overdue"),
        N_("The date has passed, and the last report says that it is not finished."),
    ),
    "passed": (
        N_("Date passed, outcome not recorded"),
        N_("The date has passed, and no report says whether it was kept."),
    ),
    "doubtful": (
        N_("Date doubtful"),
        N_("The recorded date has passed, but a note is about it or it lies before the plan "
           "begins: nothing is said from it."),
    ),
    "soon": (N_("Due soon"), N_("Due within 90 days.")),
    "now": (
        N_("Now"), N_("Under way, overdue, begun by its own date, or due within 90 days.")
    ),
    "next": (N_("Next"), N_("May begin or be due within a year.")),
    "later": (N_("Later"), N_("Everything dated after that.")),
}  # fmt: skip
"""What the lists by dates have in common, and how that is worked out, by their anchors."""


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
    """How many there are: a number, or what is counted in words."""
    items: tuple[StepItem, ...]
    """The first of them."""
    more: str
    """How many are left out, in words, or ""."""
    rest: Crumb | None
    """Where those can be found, from this page; None where none is left out."""
    elsewhere: str = ""
    """How many stand in other lists of the page instead, in a sentence, or ""."""


def dated_list(
    anchor: str, items: Iterable[StepItem], number: int, words: Translator, rest: Crumb
) -> StepList:
    """The list with this anchor, of the first of so many; ``rest`` leads to the others."""
    heading, note = (words.gettext(each) for each in _LISTS[anchor])
    return _list(anchor, heading, note, items, number, words, rest)


def mixed_list(
    anchor: str,
    items: Iterable[StepItem],
    commitments: int,
    milestones: int,
    words: Translator,
    rest: Crumb,
) -> StepList:
    """The same of so many commitments and milestones, each with its own date."""
    shown = map(_without_date_twice, items)
    found = dated_list(anchor, shown, commitments + milestones, words, rest)
    return replace(found, size=both_words(commitments, milestones, words))


def now_list(
    others: Iterable[StepItem],
    number: int,
    late: int,
    soon: int,
    words: Translator,
    rest: Crumb,
) -> StepList:
    """What is now; ``others`` are the first of those that are neither overdue nor due soon.

    Those have lists of their own above: here they are counted.
    """
    found = dated_list(Stage.NOW.value, others, number - late - soon, words, rest)
    return replace(found, size=words.number(number), elsewhere=_above(number, late, soon, words))


def attention(
    records: PlanRecords,
    progress: PlanProgress,
    steps: Sequence[tuple[Step, StepItem]],
    wholes: Sequence[tuple[Step, StepItem]],
    silent: Mapping[str, Silence],
    rest: Crumb,
    setting: Setting,
) -> tuple[StepList, ...]:
    """Overdue, date passed or doubtful, due soon, without news: those of which there are any.

    ``wholes`` are commitments that have milestones and are past their own dates or due soon;
    ``rest`` leads to what lists by dates leave out.
    """
    words = setting.words
    every = (*wholes, *steps)
    lists = (
        ("late", _late(every, (Lateness.OVERDUE,))),
        ("passed", _late(every, (Lateness.DATE_PASSED,))),
        ("doubtful", _late(every, DOUBTFUL)),
        ("soon", sorted((each for each in every if each[0].is_soon), key=_due)),
    )
    found = [_mixed(anchor, of, words, rest) for anchor, of in lists if of]
    if quiet := list(_quiet(records, progress, silent, setting)):
        note = words.ngettext(
            "Not finished, and not reported on for {n} month or more.",
            "Not finished, and not reported on for {n} months or more.",
            SILENCE,
        )
        title, named = words.gettext("No news for six months"), all_commitments(words)
        found.append(_list("silent", title, note, quiet[:MOST], len(quiet), words, named))
    return tuple(found)


def outlook(
    placed: Sequence[tuple[Step, StepItem]], rest: Crumb, words: Translator
) -> tuple[StepList, ...]:
    """Now, next and later; empty where no step has its place in any of them.

    ``rest`` leads to what they leave out.
    """
    if not placed:
        return ()
    now, coming, later = ([each for each in placed if each[0].stage is stage] for stage in DATED)
    others = [item for step, item in now if not is_above(step)]
    late, soon = sum(item.overdue for _, item in now), sum(item.soon for _, item in now)
    return (
        now_list(others[:MOST], len(now), late, soon, words, rest),
        dated_list("next", [item for _, item in coming[:MOST]], len(coming), words, rest),
        dated_list("later", [item for _, item in later[:MOST]], len(later), words, rest),
    )


def all_commitments(words: Translator) -> Crumb:
    """Where a plan's own page names them all, from the page of its progress."""
    return Crumb(words.gettext("all commitments of the plan"), "../#commitments")


def _without_date_twice(item: StepItem) -> StepItem:
    """What is late says when it was due; its date stands beside that only where it moved."""
    return replace(item, due="") if item.lateness and not item.adopted else item


def _above(number: int, late: int, soon: int, words: Translator) -> str:
    """How much of what is now has a list of its own, in a sentence, or ""."""
    if not late and not soon:
        return ""
    if late == number:
        return words.ngettext("It is overdue: see above.", "All are overdue: see above.", number)
    if soon == number:
        return words.ngettext("It is due soon: see above.", "All are due soon: see above.", number)
    overdue = words.ngettext("{n} is overdue", "{n} are overdue", late) if late else ""
    due = words.ngettext("{n} is due soon", "{n} are due soon", soon) if soon else ""
    if late and soon:
        return words.gettext("Of these, {overdue} and {due}: see above.", overdue=overdue, due=due)
    return words.gettext("Of these, {what}: see above.", what=overdue or due)


def _list(
    anchor: str,
    heading: str,
    note: str,
    items: Iterable[StepItem],
    number: int,
    words: Translator,
    rest: Crumb,
) -> StepList:
    shown = tuple(items)
    left = number - len(shown)
    return StepList(
        anchor=anchor,
        heading=heading,
        note=note,
        size=words.number(number),
        items=shown,
        more=words.ngettext("and {n} more", "and {n} more", left) if left > 0 else "",
        rest=rest if left > 0 else None,
    )


def _mixed(
    anchor: str, found: Sequence[tuple[Step, StepItem]], words: Translator, rest: Crumb
) -> StepList:
    milestones = sum(step.milestone is not None for step, _ in found)
    items = (item for _, item in found[:MOST])
    return mixed_list(anchor, items, len(found) - milestones, milestones, words, rest)


def _due(found: tuple[Step, StepItem]) -> tuple[date, date]:
    return by_due(found[0])


def _late(
    every: Iterable[tuple[Step, StepItem]], lateness: Collection[Lateness]
) -> list[tuple[Step, StepItem]]:
    return [each for each in every if each[0].standing.lateness in lateness]


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
    commitment: Commitment, progress: PlanProgress, words: Translator, said: str
) -> StepItem:
    standing = progress.commitments[commitment.id]
    due = words_for_any(commitment.ends_on, words)
    # That nobody says whether a date was kept is what this list says of each.
    is_plain = standing.lateness is Lateness.DATE_PASSED
    late = "" if is_plain else lateness_words(standing, due, words)
    return StepItem(
        number="",
        title=commitment.title,
        address=commitment_folder(commitment.id),
        promise="",
        due="" if late else due,
        adopted="",
        status=standing_status(standing, words),
        done="",
        lateness=" · ".join(filter(None, (late, said))),
        overdue=is_overdue(standing),
        soon=False,
    )
