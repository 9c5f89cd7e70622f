"""The marks of a timeline: a step and what all lines have in common come in, places go out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from openroadmap.i18n import Translator
from openroadmap.immutable import immutable
from openroadmap.measure.outlook import Step
from openroadmap.measure.progress import Lateness, State
from openroadmap.model.dates import PartialDate, Precision
from openroadmap.model.site import PlanRecords
from openroadmap.views.progress.geometry import APART, Axis, after, percent
from openroadmap.views.progress.timeline_parts import Former, Gone, Stretch, TimeMark
from openroadmap.views.step_items import StepItem

LANE = 26
"""Pixels of a line of marks."""
EDGE = 5
"""Pixels above the first line and below the last."""
MIDDLE = 50
"""Percent beyond which words end where they belong, and begin there before."""
NARROW = 35
"""Percent from either edge up to which a name of the axis has no room on both sides."""

Dates = Mapping[tuple[str, str], PartialDate]
"""Dates as adopted that differ today, by the ids of commitment and milestone."""


@immutable
class Scene:
    """What all lines of a picture have in common."""

    records: PlanRecords
    axis: Axis
    former: Dates
    today: date
    words: Translator
    ends: date | None

    def end(self, when: PartialDate) -> date:
        """The morning after the last day that a date can mean."""
        return after(last_day(when, self.ends))

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

    def place_gone(self, when: PartialDate, y: int) -> Gone:
        """The mark of a withdrawal; its words stand on a line of their own."""
        place = self.axis.place(self.end(when))
        text = gone_words(when, self.words)
        return Gone(percent(place), y + LANE // 2, anchor_at(place), text)

    def stretch(self, first: date, end: date, *, is_exact: bool) -> Stretch:
        """From the morning of the one day to the morning of the other."""
        return _stretch(self.axis.place(first), self.axis.place(end), is_exact)


@lru_cache(maxsize=2_048)
def _stretch(start: float, end: float, is_exact: bool) -> Stretch:
    """Steps of a plan are often due on the same days."""
    return Stretch(percent(start), percent(end), percent(end - start), is_exact)


def anchor_at(place: float) -> str:
    """Which end of words stands at a place, so that they do not leave the picture."""
    return "end" if place > MIDDLE else "start"


def name_anchor(place: float) -> str:
    """Which end of a name stands at a place of the axis, or its middle: it is half a phone wide."""
    if NARROW < place < 100 - NARROW:
        return "middle"
    return anchor_at(place)


def gone_words(when: PartialDate, words: Translator) -> str:
    return words.gettext("Withdrawn, {date}", date=words.partial(when))


def last_day(when: PartialDate, ends: date | None) -> date:
    """The last day that a date can mean: "2027" in a plan that ends in June means no later day."""
    return ends if ends and when.first <= ends < when.last else when.last


def key_of(step: Step) -> tuple[str, str]:
    """The ids of a step's commitment and milestone; "" is the commitment's own end."""
    return step.commitment.id, step.milestone.id if step.milestone else ""


@immutable
class Drawn:
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
        when = ", ".join(filter(None, (item.due, item.adopted))) if item.due else ""
        status = (item.status.word, item.done, "" if item.due else item.adopted)
        return TimeMark(
            code=item.status.code,
            number=item.number,
            title=". ".join(filter(None, (
                item.number, item.title, when, ", ".join(filter(None, status))))),
            x=percent(self.middle),
            y=EDGE + lane * LANE + LANE // 2,
            span=self.span,
            tail=self.tail,
            former=self.former,
            overdue=item.overdue,
        )  # fmt: skip


def draw(step: Step, item: StepItem, scene: Scene) -> Drawn:
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
    former = scene.place_before(key_of(step), due)
    if former:
        left, right = min(left, float(former.span.x)), max(right, float(former.span.end))
    return Drawn(item, middle, left, right, span, tail, former)
