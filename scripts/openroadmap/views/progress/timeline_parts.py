"""What the picture of a plan in time is made of: places in percent, and words."""

from __future__ import annotations

from openroadmap.immutable import immutable
from openroadmap.views.parts import Status
from openroadmap.views.progress.geometry import Tick


@immutable
class Stretch:
    """A stretch of time."""

    x: str
    """Where it begins, in percent."""
    end: str
    """Where it ends, in percent."""
    width: str
    """How wide it is, in percent."""
    is_exact: bool
    """False where a date is not exact to the day: it lies somewhere within."""


@immutable
class Former:
    """The place of a date as adopted, and the way from there to where it stands now."""

    span: Stretch
    """The days that it could mean."""
    move: Stretch | None
    """From there to the date of now; None where there is no date now, or the days meet."""


@immutable
class TimeMark:
    """A milestone, or the end of a commitment that has none."""

    code: str
    """Its status as last reported."""
    number: str
    """The number of a milestone in its commitment, or ""."""
    title: str
    """What it is, when it is due and where it stands, in words."""
    x: str
    """The middle of its shape, in percent."""
    y: int
    """The middle of its shape from above, in pixels."""
    span: Stretch | None
    """The days on which it is due; None where no date is recorded."""
    tail: Stretch | None
    """From its date to the day of the data while it is overdue; else to the day it was done."""
    former: Former | None
    """Where its date stood when the plan was adopted; None where that was no other."""
    overdue: bool
    """True when it was reported unfinished and its date has passed."""


@immutable
class Gone:
    """The day on which a commitment was withdrawn: its band ends there."""

    x: str
    """Its place, in percent."""
    y: int
    """Where its words stand from above, in pixels."""
    anchor: str
    """Which end of the words stands there, so that they do not leave the picture."""
    text: str
    """That it was withdrawn, and when, in words."""


@immutable
class TimelineRow:
    """A commitment in the picture."""

    number: str
    """Its number in the plan, or ""."""
    title: str
    """The promise in one sentence."""
    address: str
    """Its address from the plan's page."""
    status: Status
    """Where it stands as last reported."""
    label: str
    """What its line shows, in a sentence or two."""
    height: int
    """The height of its line, in pixels."""
    band: tuple[Stretch, ...]
    """From its start to its end, or to its withdrawal."""
    marks: tuple[TimeMark, ...]
    """Its milestones by their dates."""
    gone: Gone | None
    """Where it was withdrawn; None where it was not."""
    former: Former | None
    """Where its own end stood when the plan was adopted, if no mark shows that."""
    adopted: str
    """That end in a sentence, or ""."""


@immutable
class Timeline:
    """The picture."""

    ticks: tuple[Tick, ...]
    """The axis."""
    today: str
    """The place of the day of the data, in percent, or "" where it lies outside."""
    as_of: str
    """That day in words."""
    today_anchor: str
    """Which end of its name stands there, so that it does not leave the picture."""
    rows: tuple[TimelineRow, ...]
    """The commitments that have dates, in the plan's order."""
    undated: str
    """How many commitments and milestones have none, in a sentence, or ""."""
    has_bands: bool
    """True when a commitment has a start and an end."""
    has_milestones: bool
    """True when a shape stands for a milestone."""
    has_ends: bool
    """True when a shape stands for the end of a commitment, which has no number."""
    has_spans: bool
    """True when a date is not exact to the day."""
    is_cut: bool
    """True when such a date could lie beyond the plan's end: it is drawn up to that."""
    has_tails: bool
    """True when something is overdue."""
    has_former: bool
    """True when a date stood elsewhere when the plan was adopted."""
    has_moves: bool
    """True when something was done before or after its date."""
