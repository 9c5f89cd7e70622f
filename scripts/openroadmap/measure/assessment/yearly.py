"""So many events in every year of the plan (per_year): dates come in, a state goes out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from openroadmap.immutable import immutable
from openroadmap.measure.assessment.case import Case
from openroadmap.measure.assessment.spans import Window, YearCount, per_year, worst
from openroadmap.measure.assessment.verdicts import Deadline, State
from openroadmap.model.dates import PartialDate
from openroadmap.standards.sentences import Sentence


@immutable
class YearWords:
    """The sentences for count_years years: each may use {count}, {need}, {first} and {last}."""

    closed: str
    running: str
    kept: str
    none_needed: str
    unclear: str
    what: Sentence


@immutable
class Counted:
    """The year that decides and what is to be said of it."""

    year: YearCount
    because: Sentence
    next: Deadline | None


def count_years(
    case: Case, points: Sequence[PartialDate], spans: Sequence[Window], words: YearWords
) -> Counted | None:
    """The deciding year, or None when no year has begun."""
    warn = case.requirement.number("warn_days")
    years = per_year(points, spans, case.today, warn)
    if not years:
        return None
    year = worst(years)
    if year.state is State.MET:
        year = years[-1]
    return Counted(year, _because(case, year, years, words), _next(case, years[-1], words))


def _because(
    case: Case, year: YearCount, years: Sequence[YearCount], words: YearWords
) -> Sentence:
    window = year.window
    args = {
        "count": year.count, "need": window.need, "first": window.first, "last": window.last,
    }  # fmt: skip
    texts: dict[State, Callable[[], str]] = {
        State.MET: lambda: words.kept if any(each.window.need for each in years)
        else words.none_needed,
        State.NO_DATA: lambda: words.unclear,
        State.NOT_MET: lambda: words.closed,
    }
    return Sentence(texts.get(year.state, lambda: words.running)(), args)


def _next(case: Case, year: YearCount, words: YearWords) -> Deadline | None:
    """The end of the running year while it still needs something."""
    last: date = year.window.last
    if year.count >= year.window.need or case.today > last:
        return None
    return Deadline(last, words.what)
