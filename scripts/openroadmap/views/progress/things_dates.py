"""What the dates and the numbers say of a plan, in sentences: how much is reached, what is next.

In comes a plan, or a whole site, in numbers. Each sentence stands for itself; "" is nothing to say.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from openroadmap.i18n import Translator
from openroadmap.measure.outlook import Phase
from openroadmap.measure.progress import State
from openroadmap.model.dates import Precision, parse_date
from openroadmap.views.cards import both_words, commitments_words
from openroadmap.views.progress.tally import PlanTally
from openroadmap.views.progress.tally_steps import coming_next


def done_words(done: int, size: int, words: Translator) -> str:
    """How many commitments are reported complete, in a sentence."""
    if not done:
        return words.ngettext(
            "The commitment is not reported complete.",
            "None of the {n} commitments is reported complete.",
            size,
        )
    return words.ngettext(
        "{n} of {size} is reported complete.",
        "{n} of {size} are reported complete.",
        done,
        size=commitments_words(size, words),
    )


def undated_words(tally: PlanTally, words: Translator) -> str:
    """How many steps have no date that places them, in a sentence, or ""."""
    what = both_words(tally.undated, tally.undated_steps, words)
    return words.ngettext(
        "{what} has no date that places it.",
        "{what} have no date that places them.",
        tally.undated + tally.undated_steps,
        what=what,
    ) if what else ""  # fmt: skip


def ended_words(plans: Iterable[PlanTally], words: Translator) -> str:
    """That what is overdue in ended plans is not now, in a sentence; "" where nothing is."""
    if any(
        each.time.phase is Phase.OVER and (each.overdue or each.overdue_steps) for each in plans
    ):
        return words.gettext("What is overdue in a plan that has ended is not counted as now.")
    return ""


def coming_words(tally: PlanTally, today: date, words: Translator) -> str:
    """What is due next, and how much else has the same date, in a sentence, or ""."""
    first = coming_next(tally.first, today)
    if first is None:
        return ""
    when, title = words.partial(parse_date(first.due)), first.title
    if first.member:
        title = words.gettext("{title} ({member})", title=title, member=first.member)
    if others := dict(tally.next_dates)[first.due] - 1:
        return words.ngettext(
            "Due next ({date}): {title}, and {n} other on the same date",
            "Due next ({date}): {title}, and {n} others on the same date",
            others,
            date=when,
            title=title,
        )
    return words.gettext("Due next ({date}): {title}", date=when, title=title)


def time_words(tally: PlanTally, words: Translator) -> str:
    """How much of the plan's time has passed, in a sentence; "" where no date is recorded."""
    time = tally.time
    if time.phase is Phase.UNKNOWN:
        return ""
    if time.phase is Phase.OVER:
        ended = words.partial(parse_date(tally.ends_on))
        return words.gettext("The plan’s period has ended: {date}.", date=ended)
    if time.phase is Phase.BEFORE:
        day = parse_date(tally.starts_on)
        begins = words.partial(day)
        if day.precision is Precision.DAY:
            return words.gettext("The plan’s period begins on {date}.", date=begins)
        return words.gettext("The plan’s period has not begun. Its start: {date}.", date=begins)
    if time.total:
        return words.ngettext(
            "{passed} of {n} month has passed.",
            "{passed} of {n} months have passed.",
            time.total,
            passed=words.number(time.passed),
        )
    starts, ends = (words.partial(parse_date(each)) for each in (tally.starts_on, tally.ends_on))
    return words.gettext("The plan runs from {start} to {end}.", start=starts, end=ends)


def steps_words(tally: PlanTally, words: Translator) -> str:
    """How many milestones are reported complete, in a sentence."""
    if not tally.steps:
        return words.gettext("No milestone is recorded.")
    said = reached_words(tally.count_steps(State.COMPLETE), tally.steps, words)
    gone = tally.count_steps(State.WITHDRAWN)
    if not gone:
        return said
    apart = words.ngettext(
        "({n} withdrawn is not counted.)", "({n} withdrawn are not counted.)", gone
    )
    return f"{said} {apart}"


def reached_words(done: int, size: int, words: Translator) -> str:
    """How many of so many milestones are reported complete, in a sentence."""
    if not done:
        return words.ngettext(
            "0 of {n} milestone is reported complete.",
            "0 of {n} milestones are reported complete.",
            size,
        )
    return words.ngettext(
        "{n} of {size} is reported complete.",
        "{n} of {size} are reported complete.",
        done,
        size=words.ngettext("{n} milestone", "{n} milestones", size),
    )
