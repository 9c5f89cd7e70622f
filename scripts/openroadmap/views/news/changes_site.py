"""What changed on the whole site: what each plan hands on of its news comes in, pages go out.

A plan hands on numbers for every quarter, and of its news the newest: as many
as the feeds of the site, of an institution or of a policy area can show.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, ClassVar

from openroadmap.i18n import Translator
from openroadmap.immutable import immutable
from openroadmap.model.facts import History
from openroadmap.model.site import PlanRecords
from openroadmap.views.around import home_crumb, member_name, plan_title
from openroadmap.views.news.begun import together, year_address
from openroadmap.views.news.changes import (
    NAMED,
    ChangesView,
    locale_of,
    quarter_words,
    without_history,
    years_of,
)
from openroadmap.views.news.desk import union
from openroadmap.views.news.named import name_fewer
from openroadmap.views.news.piece import (
    CHANGES,
    Counts,
    News,
    NewsKind,
    count_news,
    counts_words,
    latest_first,
    newest_first,
    pack_news,
    unpack_news,
)
from openroadmap.views.news.plan import PlanNews
from openroadmap.views.parts import Crumb
from openroadmap.views.setting import Setting, plan_address, root_of

ON_PAGE = 80
"""News that the site's page shows in full."""
IN_FEED = 40
"""News that a feed holds at most; readers of feeds look more often than so much happens."""


@immutable
class NewsPiece:
    """What the pages and feeds of the whole site take of a plan's news."""

    member: str
    """The member's name."""
    plan: str
    """The plan's title."""
    address: str
    """The plan's address from the site's root."""
    example: bool
    """True when the plan is invented."""
    history: str
    """A ``History``: how much of it is there."""
    counts: Mapping[str, Counts]
    """How many of what, by year and quarter: "2026/3", or "2026/" where the quarter is unknown."""
    news: tuple[News, ...]
    """The newest."""
    institutions: tuple[str, ...]
    """The institutions of its commitments."""
    policy_areas: tuple[str, ...]
    """Codes of the policy areas of its commitments."""


def news_piece(records: PlanRecords, told: PlanNews) -> dict[str, Any]:
    """What a plan hands on of its news, as data for JSON; of an invented plan only numbers."""
    chosen = () if records.example else travelling(told.news)
    return {
        "member": member_name(records.context.member, records.context.member_id),
        "plan": plan_title(records),
        "address": plan_address(records),
        "example": records.example,
        "history": told.history.value,
        "counts": by_quarter(told.news),
        "news": [pack_news(each) for each in chosen],
        "institutions": sorted(union(each.responsible for each in records.commitments)),
        "policy_areas": sorted(union(each.policy_areas for each in records.commitments)),
    }


def read_piece(data: Mapping[str, Any]) -> NewsPiece:
    return NewsPiece(**{**data, "news": tuple(unpack_news(row) for row in data["news"])})


def travelling(news: Sequence[News]) -> tuple[News, ...]:
    """The newest by either order, and the latest of each institution and each policy area."""
    wanted = {each.id for each in news[:ON_PAGE]}
    wanted |= {each.id for each in news if each.kind == NewsKind.BEGINS}
    seen: Counter[tuple[str, str]] = Counter()
    for each in latest_first(news):
        keys = [("", "")]
        keys += (("institution", name) for name in each.institutions)
        keys += (("area", code) for code in each.policy_areas)
        if any(seen[key] < IN_FEED for key in keys):
            wanted.add(each.id)
        seen.update(keys)
    return tuple(each for each in news if each.id in wanted)


def by_quarter(news: Iterable[News]) -> dict[str, Counts]:
    found: dict[str, list[News]] = {}
    for each in news:
        found.setdefault(f"{each.first[:4]}/{each.quarter}", []).append(each)
    return {key: count_news(mine) for key, mine in found.items()}


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


def view_site_changes(pieces: Sequence[NewsPiece], setting: Setting) -> ChangesView:
    """The newest of the whole site, and the way to each year."""
    words = setting.words
    real = [each for each in pieces if not each.example]
    every = newest_first(together((one for each in real for one in each.news), words))
    news = name_fewer(every[:ON_PAGE], NAMED)
    years = _years(real)
    return ChangesView(
        address=CHANGES,
        root=root_of(CHANGES),
        title=words.gettext("What changed"),
        description=words.gettext(
            "Reports, meetings, answers, assessments and changes of all plans, newest first."
        ),
        source="",
        crumbs=(home_crumb(words),),
        tabs=(),
        place=setting.name,
        size=counts_words(_sum(each.counts.values() for each in real), words),
        notices=tuple(_notices(pieces, len(news), words)),
        locale=locale_of(words),
        unexplained=(),
        years=years_of(news, words),
        of_site=True,
        others=tuple(Crumb(year, year_address(year)) for year in years),
        feeds="",
    )


def _notices(pieces: Sequence[NewsPiece], shown: int, words: Translator) -> Iterator[str]:
    if shown == ON_PAGE:
        yield words.ngettext(
            "This page shows the newest {n}; each year stands on a page of its own.",
            "This page shows the newest {n}; each year stands on a page of its own.",
            ON_PAGE,
        )
    examples = sum(each.example for each in pieces)
    if examples:
        yield words.ngettext(
            "{n} invented plan, kept as an example, is left out.",
            "{n} invented plans, kept as examples, are left out.",
            examples,
        )
    if any(each.history != History.FULL for each in pieces):
        yield without_history(words)


def view_years(pieces: Sequence[NewsPiece], setting: Setting) -> Iterator[ChangesYearView]:
    """A page for each year of which there are news."""
    real = sorted(
        (each for each in pieces if not each.example),
        key=lambda each: (each.member.casefold(), each.plan.casefold(), each.address),
    )
    years = _years(real)
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


def _years(pieces: Iterable[NewsPiece]) -> list[str]:
    return sorted({key[:4] for each in pieces for key in each.counts}, reverse=True)


def _view_year(
    year: str,
    pieces: Sequence[NewsPiece],
    before: Crumb | None,
    after: Crumb | None,
    words: Translator,
) -> ChangesYearView:
    address = year_address(year)
    quarters = tuple(filter(None, (_quarter(year, each, pieces, words) for each in "4321 ")))
    every = (
        counts for each in pieces for key, counts in each.counts.items() if key[:4] == year
    )
    return ChangesYearView(
        address=address,
        root=root_of(address),
        title=words.gettext("What changed in {year}", year=year),
        description=words.gettext("{year} in numbers, plan by plan.", year=year),
        source="",
        crumbs=(home_crumb(words), Crumb(words.gettext("What changed"), CHANGES)),
        size=counts_words(_sum([every]), words),
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
        size=counts_words(_sum([[each.counts[key] for each in found]]), words),
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


def _sum(groups: Iterable[Iterable[Counts]]) -> Counts:
    total: Counter[str] = Counter()
    for group in groups:
        for counts in group:
            total.update(counts)
    return total
