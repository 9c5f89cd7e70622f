"""The years of the whole site in numbers: what plans hand on of news comes in, pages go out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from openroadmap.i18n import Translator
from openroadmap.immutable import immutable
from openroadmap.views.around import home_crumb
from openroadmap.views.news.begun import year_address
from openroadmap.views.news.changes import quarter_words
from openroadmap.views.news.changes_site import (
    NewsPiece,
    counts_of_year,
    in_order,
    total_of,
    years_told,
)
from openroadmap.views.news.piece import CHANGES, counts_words
from openroadmap.views.parts import Crumb
from openroadmap.views.setting import Setting, root_of


@immutable
class PlanLine:
    """A plan's news of a quarter in numbers."""

    member: str
    """The member's name."""
    plan: str
    """The plan's title."""
    address: str
    """Where the plan's news of that year stand, from the site's root; "" of a plan that is gone."""
    size: str
    """How many of what, in words."""


@immutable
class Quarter:
    """A quarter of a year of the site."""

    anchor: str
    """"q3"; "q" where no more than the year is known."""
    heading: str
    """"3rd quarter 2026"."""
    size: str
    """How many of what, in words."""
    plans: tuple[PlanLine, ...]
    """The plans of which there are any, by member and plan."""


@immutable
class ChangesYearView:
    """A year of the whole site in numbers, plan by plan."""

    kind: ClassVar[str] = "changes-year"
    address: str
    """Its address from the site's root."""
    root: str
    """The way from the page to the site's root."""
    title: str
    """What the page is called."""
    description: str
    """A sentence for search engines, Markdown."""
    source: str
    """Always ""."""
    crumbs: tuple[Crumb, ...]
    """The way back."""
    size: str
    """How many of what, in words."""
    quarters: tuple[Quarter, ...]
    """The quarters, newest first."""
    before: Crumb | None
    """The year before it of which there are news."""
    after: Crumb | None
    """The year after it of which there are news."""


def view_years(pieces: Sequence[NewsPiece], setting: Setting) -> Iterator[ChangesYearView]:
    """A page for each year of which there are news."""
    real = in_order(each for each in pieces if not each.example)
    years = years_told(real)
    for place, year in enumerate(years):
        yield _view_year(
            year,
            real,
            _crumb(years[place + 1 : place + 2]),
            _crumb(years[max(place - 1, 0) : place]),
            setting.words,
        )


def _crumb(years: Sequence[str]) -> Crumb | None:
    return Crumb(years[0], year_address(years[0])) if years else None


def _view_year(
    year: str,
    pieces: Sequence[NewsPiece],
    before: Crumb | None,
    after: Crumb | None,
    words: Translator,
) -> ChangesYearView:
    address = year_address(year)
    quarters = tuple(filter(None, (_quarter(year, each, pieces, words) for each in "4321 ")))
    return ChangesYearView(
        address=address,
        root=root_of(address),
        title=words.gettext("What changed in {year}", year=year),
        description=words.gettext("{year} in numbers, plan by plan.", year=year),
        source="",
        crumbs=(home_crumb(words), Crumb(words.gettext("What changed"), CHANGES)),
        size=counts_words(counts_of_year(year, pieces), words),
        quarters=quarters,
        before=before,
        after=after,
    )


def _quarter(
    year: str, sign: str, pieces: Sequence[NewsPiece], words: Translator
) -> Quarter | None:
    quarter = sign.strip()
    key = f"{year}/{quarter}"
    found = [each for each in pieces if key in each.counts]
    if not found:
        return None
    return Quarter(
        anchor=f"q{quarter}",
        heading=quarter_words(year, quarter, words),
        size=counts_words(total_of([[each.counts[key] for each in found]]), words),
        plans=tuple(
            PlanLine(
                each.member,
                each.plan,
                f"{each.address}{CHANGES}#y{year}" if each.address else "",
                counts_words(each.counts[key], words),
            )
            for each in found
        ),
    )
