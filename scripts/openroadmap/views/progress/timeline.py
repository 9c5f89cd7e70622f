"""A picture of a plan in time: each commitment from its start to its end, with its milestones.

In come commitments with their standing; out come places in percent. A date that
is not exact is drawn as the span it can mean. The same is told in a table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from openroadmap.i18n import Translator
from openroadmap.measure.outlook import Step
from openroadmap.measure.progress import Lateness, PlanProgress, Standing, State
from openroadmap.model.commitment import Commitment
from openroadmap.model.dates import PartialDate, Precision
from openroadmap.model.site import PlanRecords
from openroadmap.views.around import in_plan_order
from openroadmap.views.dates import words_for_period
from openroadmap.views.labels import standing_status
from openroadmap.views.progress.geometry import (
    after,
    axis_of,
    lanes,
    percent,
    ticks_of,
)
from openroadmap.views.progress.things_dates import both_words, reached_words
from openroadmap.views.progress.timeline_marks import (
    EDGE,
    LANE,
    Dates,
    Scene,
    draw,
    gone_words,
    key_of,
    last_day,
    name_anchor,
)
from openroadmap.views.progress.timeline_parts import Stretch, Timeline, TimelineRow
from openroadmap.views.setting import commitment_folder
from openroadmap.views.step_items import Moved, StepItem

FAR = 366
"""Days beyond the last date within which today is still shown."""


Steps = Mapping[str, Sequence[tuple[Step, StepItem]]]
"""The steps of each commitment by its id, each with its words."""


def view_timeline(
    records: PlanRecords,
    progress: PlanProgress,
    steps: Iterable[tuple[Step, StepItem]],
    moved: Moved,
    today: date,
    words: Translator,
) -> Timeline | None:
    """The picture of a plan; None where nothing of it has a date."""
    mine: dict[str, list[tuple[Step, StepItem]]] = {}
    for step, item in steps:
        mine.setdefault(step.commitment.id, []).append((step, item))
    starts, ends = _period(records)
    before = {key: each.before for key, each in moved.items()}
    former = {key: day for key, day in before.items() if isinstance(day, PartialDate)}
    dates = tuple(_dates(records.commitments, mine, former))
    days = [day for each in dates for day in (each.first, last_day(each, ends))]
    days += _withdrawals(progress)
    if days:
        days += filter(None, (starts, ends))
    axis = axis_of(_with_today(days, today))
    if axis is None:
        return None
    scene = Scene(records, axis, former, today, words, ends)
    rows = tuple(
        row
        for each in in_plan_order(records.commitments)
        if (row := _row(each, mine.get(each.id, ()), progress.commitments[each.id], scene))
    )
    left = len(records.commitments) - len(rows)
    marks = [mark for row in rows for mark in row.marks]
    drawn = [step for each in mine.values() for step, _ in each if _is_drawn(step)]
    stretches = [each for row in rows for each in row.band]
    stretches += [mark.span for mark in marks if mark.span]
    return Timeline(
        ticks=ticks_of(axis, words),
        today=percent(axis.place(today)) if axis.first <= today < axis.last else "",
        as_of=words.gettext("As of {date}", date=words.day(today)),
        today_anchor=name_anchor(axis.place(today)),
        rows=rows,
        undated=_undated(left, mine, words),
        has_bands=any(row.band for row in rows),
        has_milestones=any(step.milestone for step in drawn),
        has_ends=any(not step.milestone for step in drawn),
        has_spans=any(not each.is_exact for each in stretches),
        is_cut=any(last_day(each, ends) < each.last for each in dates),
        has_former=any(row.former or any(mark.former for mark in row.marks) for row in rows),
        has_tails=any(mark.overdue for mark in marks),
        has_moves=any(mark.tail and not mark.overdue for mark in marks),
    )  # fmt: skip


def _period(records: PlanRecords) -> tuple[date | None, date | None]:
    """The first and the last day of the plan, as far as they are known."""
    plan = records.plan
    starts, ends = (plan.starts_on, plan.ends_on) if plan else (None, None)
    return starts and starts.first, ends and ends.last


def _undated(commitments: int, steps: Steps, words: Translator) -> str:
    """How many commitments and milestones are not in the picture, in a sentence, or ""."""
    milestones = sum(
        step.milestone is not None and not _is_drawn(step)
        for mine in steps.values()
        for step, _ in mine
    )
    what = both_words(commitments, milestones, words)
    return words.ngettext(
        "{what} has no date and is not in the picture.",
        "{what} have no date and are not in the picture.",
        commitments + milestones,
        what=what,
    ) if what else ""  # fmt: skip


def _is_drawn(step: Step) -> bool:
    return bool(step.due or step.standing.completed_on)


def _dates(
    commitments: Iterable[Commitment], steps: Steps, former: Dates
) -> Iterator[PartialDate]:
    for each in commitments:
        dates = [each.starts_on, each.ends_on, former.get((each.id, ""))]
        for step, _ in steps.get(each.id, ()):
            dates += [step.due, step.standing.completed_on, former.get(key_of(step))]
        yield from filter(None, dates)


def _withdrawals(progress: PlanProgress) -> Iterator[date]:
    for each in progress.withdrawals.values():
        yield each.date.first


def _with_today(days: list[date], today: date) -> list[date]:
    """A plan that ended long ago is not drawn small so that this day may be in the picture."""
    near = days and (min(days) - today).days < FAR and (today - max(days)).days < FAR
    return [*days, today] if near else days


def _row(
    commitment: Commitment,
    steps: Sequence[tuple[Step, StepItem]],
    standing: Standing,
    scene: Scene,
) -> TimelineRow | None:
    """The line of a commitment; None where nothing of it has a date."""
    drawn = [draw(step, item, scene) for step, item in steps if _is_drawn(step)]
    found = lanes((each.left, each.right) for each in drawn)
    marks = tuple(each.mark(lane) for each, lane in zip(drawn, found, strict=True))
    adopted = _adopted(scene.former.get((commitment.id, "")), scene.words)
    own_mark = any(step.milestone is None for step, _ in steps)
    gone = standing.since if standing.state is State.WITHDRAWN else None
    band = tuple(_band(commitment.starts_on, commitment.ends_on, gone, scene))
    if not band and not marks:
        return None
    height = 2 * EDGE + (max(found, default=0) + 1) * LANE
    return TimelineRow(
        number=commitment.number or "",
        title=commitment.title,
        address=commitment_folder(commitment.id),
        status=standing_status(standing, scene.words),
        label=" ".join(_label(commitment, steps, adopted, gone, scene.words)),
        height=height + LANE if gone else height,
        band=band,
        marks=marks,
        gone=scene.place_gone(gone, height) if gone else None,
        former=None if own_mark else scene.place_before((commitment.id, ""), commitment.ends_on),
        adopted=adopted,
    )


def _adopted(end: PartialDate | None, words: Translator) -> str:
    """Where a commitment's end stood, in a sentence, or ""."""
    if end is None:
        return ""
    return words.gettext("When it was adopted, its end was {date}.", date=words.partial(end))


def _band(
    starts: PartialDate | None, ends: PartialDate | None, gone: PartialDate | None, scene: Scene
) -> Iterator[Stretch]:
    """The commitment's own time; its ends are open where they are not exact or not known.

    The time of what is withdrawn ends there, unless it had ended before.
    """
    if gone and (ends is None or gone.last < ends.last):
        ends = gone
    if starts is None or (ends and ends.last < starts.first):
        return
    surely = starts.first
    if starts.precision is not Precision.DAY:
        surely = after(starts.last)
        yield scene.stretch(starts.first, surely, is_exact=False)
    if ends is None:
        yield scene.stretch(surely, scene.axis.last, is_exact=False)
        return
    is_day = ends.precision is Precision.DAY
    end = scene.end(ends)
    open_from = max(surely, end if is_day else ends.first)
    if surely < open_from:
        yield scene.stretch(surely, open_from, is_exact=True)
    if open_from < end:
        yield scene.stretch(open_from, end, is_exact=False)


def _label(
    commitment: Commitment,
    steps: Sequence[tuple[Step, StepItem]],
    adopted: str,
    gone: PartialDate | None,
    words: Translator,
) -> Iterator[str]:
    """What a line shows, for those who cannot see it: the period, the steps, what was moved."""
    period = words_for_period(
        commitment.starts_on, commitment.ends_on, words, commitment.ends_label
    )
    yield f"{period}." if period else words.gettext("No period is recorded.")
    if adopted:
        yield adopted
    milestones = [(step, item) for step, item in steps if step.milestone]
    if gone:
        yield gone_words(gone, words) + "."
        if milestones:
            yield words.ngettext(
                "{n} milestone was withdrawn with it.",
                "{n} milestones were withdrawn with it.",
                len(milestones),
            )
    elif milestones:
        yield from _reached([step for step, _ in milestones], words)
    for _, item in milestones:
        if item.adopted:
            yield words.gettext(
                "Milestone {number}: {adopted}.", number=item.number, adopted=item.adopted
            )


def _reached(milestones: Sequence[Step], words: Translator) -> Iterator[str]:
    done = sum(step.standing.state is State.COMPLETE for step in milestones)
    late = sum(step.standing.lateness is Lateness.OVERDUE for step in milestones)
    yield reached_words(done, len(milestones), words)
    if late:
        yield words.ngettext("{n} is overdue.", "{n} are overdue.", late)
