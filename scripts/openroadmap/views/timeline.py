"""A picture of a plan in time: each commitment from its start to its end, with its milestones.

In come commitments with their standing; out come places in percent. A date that
is not exact is drawn as the span it can mean. The same is told in a table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache

from openroadmap.i18n import Translator
from openroadmap.immutable import immutable
from openroadmap.measure.outlook import Step
from openroadmap.measure.progress import Lateness, State
from openroadmap.model.commitment import Commitment
from openroadmap.model.dates import PartialDate, Precision
from openroadmap.model.site import PlanRecords
from openroadmap.views.around import in_plan_order
from openroadmap.views.dates import words_for_period
from openroadmap.views.geometry import APART, Axis, after, axis_of, lanes, percent, ticks_of
from openroadmap.views.parts import Status
from openroadmap.views.setting import commitment_folder
from openroadmap.views.step_items import Moved, StepItem
from openroadmap.views.timeline_parts import Former, Stretch, Timeline, TimelineRow, TimeMark

LANE = 26
"""Pixels of a line of marks."""
EDGE = 5
"""Pixels above the first line and below the last."""
FAR = 366
"""Days beyond the last date within which today is still shown."""


Steps = Mapping[str, Sequence[tuple[Step, StepItem]]]
"""The steps of each commitment by its id, each with its words."""


def view_timeline(
    records: PlanRecords,
    statuses: Mapping[str, Status],
    steps: Iterable[tuple[Step, StepItem]],
    moved: Moved,
    today: date,
    words: Translator,
) -> Timeline | None:
    """The picture of a plan; None where nothing of it has a date."""
    mine: dict[str, list[tuple[Step, StepItem]]] = {}
    for step, item in steps:
        mine.setdefault(step.commitment.id, []).append((step, item))
    ends = records.plan.ends_on.last if records.plan and records.plan.ends_on else None
    before = {key: each.before for key, each in moved.items()}
    former = {key: day for key, day in before.items() if isinstance(day, PartialDate)}
    axis = axis_of(_with_today(list(_days(records.commitments, mine, former, ends)), today))
    if axis is None:
        return None
    scene = _Scene(records, axis, former, today, words, ends)
    rows = tuple(
        row
        for each in in_plan_order(records.commitments)
        if (row := _row(each, mine.get(each.id, ()), statuses[each.id], scene))
    )
    left = len(records.commitments) - len(rows)
    marks = [mark for row in rows for mark in row.marks]
    stretches = [each for row in rows for each in row.band]
    stretches += [mark.span for mark in marks if mark.span]
    return Timeline(
        ticks=ticks_of(axis, words),
        today=percent(axis.place(today)) if axis.first <= today < axis.last else "",
        today_anchor="end" if axis.place(today) > 70 else "start",
        rows=rows,
        undated=words.ngettext(
            "{n} commitment has no date and is not in the picture.",
            "{n} commitments have no date and are not in the picture.",
            left,
        ) if left else "",
        has_spans=any(not each.is_exact for each in stretches),
        has_former=any(row.former or any(mark.former for mark in row.marks) for row in rows),
        has_tails=any(mark.overdue for mark in marks),
        has_moves=any(mark.tail and not mark.overdue for mark in marks),
    )  # fmt: skip


Dates = Mapping[tuple[str, str], PartialDate]
"""Dates as adopted that differ today, by the ids of commitment and milestone."""


@immutable
class _Scene:
    """What all lines of a picture have in common."""

    records: PlanRecords
    axis: Axis
    former: Dates
    today: date
    words: Translator
    ends: date | None

    def end(self, when: PartialDate) -> date:
        """The morning after the last day that a date can mean."""
        return after(_last(when, self.ends))

    def reach(self, when: PartialDate) -> tuple[float, float]:
        """The places of all the days that a date can mean."""
        return self.axis.place(when.first), self.axis.place(self.end(when))

    def place_before(self, key: tuple[str, str], due: PartialDate | None) -> Former | None:
        """Where a date stood when the plan was adopted; ``due`` is where it stands now."""
        before = self.former.get(key)
        if before is None:
            return None
        first, last = self.reach(before)
        move = None
        if due and before.last < due.first:
            move = self.stretch(after(before.last), due.first, is_exact=True)
        elif due and due.last < before.first:
            move = self.stretch(after(due.last), before.first, is_exact=True)
        return Former(_stretch(first, last, before.precision is Precision.DAY), move)

    def stretch(self, first: date, end: date, *, is_exact: bool) -> Stretch:
        """From the morning of the one day to the morning of the other."""
        return _stretch(self.axis.place(first), self.axis.place(end), is_exact)


@lru_cache(maxsize=2_048)
def _stretch(start: float, end: float, is_exact: bool) -> Stretch:
    """Steps of a plan are often due on the same days."""
    return Stretch(percent(start), percent(end), percent(end - start), is_exact)


def _last(when: PartialDate, ends: date | None) -> date:
    """The last day that a date can mean: "2027" in a plan that ends in June means no later day."""
    return ends if ends and when.first <= ends < when.last else when.last


def _days(
    commitments: Iterable[Commitment], steps: Steps, former: Dates, ends: date | None
) -> Iterator[date]:
    for each in commitments:
        dates = [each.starts_on, each.ends_on, former.get((each.id, ""))]
        for step, _ in steps.get(each.id, ()):
            dates += [step.due, step.standing.completed_on, former.get(_key(step))]
        for known in filter(None, dates):
            yield known.first
            yield _last(known, ends)


def _with_today(days: list[date], today: date) -> list[date]:
    """A plan that ended long ago is not drawn small so that this day may be in the picture."""
    near = days and (min(days) - today).days < FAR and (today - max(days)).days < FAR
    return [*days, today] if near else days


def _row(
    commitment: Commitment,
    steps: Sequence[tuple[Step, StepItem]],
    status: Status,
    scene: _Scene,
) -> TimelineRow | None:
    """The line of a commitment; None where nothing of it has a date."""
    drawn = [
        _drawn(step, item, scene)
        for step, item in steps
        if step.due or step.standing.completed_on
    ]
    found = lanes((each.left, each.right) for each in drawn)
    marks = tuple(each.mark(lane) for each, lane in zip(drawn, found, strict=True))
    adopted = _adopted(scene.former.get((commitment.id, "")), scene.words)
    own_mark = any(step.milestone is None for step, _ in steps)
    band = tuple(_band(commitment.starts_on, commitment.ends_on, scene))
    if not band and not marks:
        return None
    return TimelineRow(
        number=commitment.number or "",
        title=commitment.title,
        address=commitment_folder(commitment.id),
        status=status,
        label=" ".join(_label(commitment, [step for step, _ in steps], adopted, scene.words)),
        height=2 * EDGE + (max(found, default=0) + 1) * LANE,
        band=band,
        marks=marks,
        former=None if own_mark else scene.place_before((commitment.id, ""), commitment.ends_on),
        adopted=adopted,
    )


def _adopted(end: PartialDate | None, words: Translator) -> str:
    """Where a commitment's end stood, in a sentence, or ""."""
    if end is None:
        return ""
    return words.gettext("When it was adopted, its end was {date}.", date=words.partial(end))


def _key(step: Step) -> tuple[str, str]:
    """The ids of a step's commitment and milestone; "" is the commitment's own end."""
    return step.commitment.id, step.milestone.id if step.milestone else ""


def _band(
    starts: PartialDate | None, ends: PartialDate | None, scene: _Scene
) -> Iterator[Stretch]:
    """The commitment's own time; its ends are open where they are not exact or not known."""
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


@immutable
class _Drawn:
    """A step's mark, not yet on its line, and how far it reaches to the left and right."""

    item: StepItem
    middle: float
    left: float
    right: float
    span: Stretch | None
    tail: Stretch | None
    former: Former | None

    def mark(self, lane: int) -> TimeMark:
        item = self.item
        when = ", ".join(filter(None, (item.due, item.adopted)))
        return TimeMark(
            code=item.status.code,
            number=item.number,
            title=". ".join(filter(None, (
                item.number, item.title, when, item.status.word, item.done))),
            x=percent(self.middle),
            y=EDGE + lane * LANE + LANE // 2,
            span=self.span,
            tail=self.tail,
            former=self.former,
            overdue=item.overdue,
        )  # fmt: skip


def _drawn(step: Step, item: StepItem, scene: _Scene) -> _Drawn:
    standing, due = step.standing, step.due
    is_done = standing.state is State.COMPLETE or due is None
    where = standing.completed_on if is_done and standing.completed_on else due
    first, last = scene.reach(where)
    middle = (first + last) / 2
    left, right = middle - APART / 2, middle + APART / 2
    span = tail = None
    if due:
        first, last = (first, last) if where is due else scene.reach(due)
        span = _stretch(first, last, due.precision is Precision.DAY)
        left, right = min(left, first), max(right, last)
        if standing.lateness is Lateness.OVERDUE:
            tail = scene.stretch(after(due.last), scene.today, is_exact=False)
            right = max(right, scene.axis.place(scene.today))
        elif where.first > due.last:
            tail = scene.stretch(after(due.last), where.first, is_exact=True)
        elif where.last < due.first:
            tail = scene.stretch(after(where.last), due.first, is_exact=True)
    former = scene.place_before(_key(step), due)
    if former:
        left, right = min(left, float(former.span.x)), max(right, float(former.span.end))
    return _Drawn(item, middle, left, right, span, tail, former)


def _label(
    commitment: Commitment, steps: Sequence[Step], adopted: str, words: Translator
) -> Iterator[str]:
    """What a line shows, for those who cannot see it: the period, then the steps in numbers."""
    period = words_for_period(
        commitment.starts_on, commitment.ends_on, words, commitment.ends_label
    )
    yield f"{period}." if period else words.gettext("No period is recorded.")
    if adopted:
        yield adopted
    milestones = [step for step in steps if step.milestone]
    if not milestones:
        return
    done = sum(step.standing.state is State.COMPLETE for step in milestones)
    late = sum(step.standing.lateness is Lateness.OVERDUE for step in milestones)
    yield words.ngettext(
        "{done} of {n} milestone is reported complete.",
        "{done} of {n} milestones are reported complete.",
        len(milestones),
        done=words.number(done),
    )
    if late:
        yield words.ngettext("{n} is overdue.", "{n} are overdue.", late)
