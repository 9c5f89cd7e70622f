"""What happened since, in sentences: since a plan was adopted, since somebody last reported.

In comes a plan, or a whole site, in numbers. Time is told up to the day of the
data and never up to now: a page is read long after it was made.
"""

from __future__ import annotations

from datetime import date

from openroadmap.i18n import Translator
from openroadmap.measure.outlook import months_between, months_later
from openroadmap.model.dates import PartialDate, parse_date
from openroadmap.views.progress.tally import PlanTally


def changed_words(tally: PlanTally, words: Translator) -> str:
    """How much of the promises changed since adoption, and how much of it without a reason."""
    if not tally.changed:
        return ""
    said = words.ngettext(
        "{n} thing in the promises changed since adoption",
        "{n} things in the promises changed since adoption",
        tally.changed,
    )
    if not tally.unexplained:
        return words.gettext("{changes}, with a recorded reason.", changes=said)
    return words.ngettext(
        "{changes}, {n} without a recorded reason.",
        "{changes}, {n} without a recorded reason.",
        tally.unexplained,
        changes=said,
    )


def news_words(tally: PlanTally, today: date, words: Translator) -> str:
    """When the lead institutions last reported, in a sentence."""
    if not tally.reported_on:
        return words.gettext("No progress report of a lead institution is recorded.")
    day = parse_date(tally.reported_on)
    return words.gettext(
        "The last progress report is of {date}: {before}.",
        date=words.partial(day),
        before=_before(day, today, words),
    )


def _before(day: PartialDate, today: date, words: Translator) -> str:
    days = max(0, (today - day.last).days)
    if not days:
        return words.gettext("the day of the data")
    if days < 60:
        return words.ngettext(
            "{n} day before the day of the data", "{n} days before the day of the data", days
        )
    months = months_between(day.last, today)
    if months < 24:
        return words.ngettext(
            "{n} month before the day of the data", "{n} months before the day of the data", months
        )
    if months % 12 or months_later(day.last, months) < today:
        return words.ngettext(
            "more than {n} year before the day of the data",
            "more than {n} years before the day of the data",
            months // 12,
        )
    return words.ngettext(
        "{n} year before the day of the data", "{n} years before the day of the data", months // 12
    )
