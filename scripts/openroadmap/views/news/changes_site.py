"""What changed on the whole site: what each plan hands on of its news comes in, pages go out.

A plan hands on numbers for every quarter, and of its news the newest: as many
as the feeds of the site, of an institution or of a policy area can show.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from openroadmap.i18n import Translator
from openroadmap.immutable import immutable
from openroadmap.model.facts import History
from openroadmap.model.site import PlanRecords
from openroadmap.views.around import home_crumb, member_name, plan_title
from openroadmap.views.news.begun import together, year_address
from openroadmap.views.news.changes import (
    NAMED,
    ChangesView,
    Notice,
    locale_of,
    removed_words,
    undated_words,
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
    undated: int
    """How many of its records are left out because they bear no date."""
    removed: int
    """How many of its records are gone and left out because no date of theirs is known."""
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
        "undated": told.undated,
        "removed": told.removed,
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


def view_site_changes(pieces: Sequence[NewsPiece], setting: Setting) -> ChangesView:
    """The newest of the whole site, and the way to each year."""
    words = setting.words
    real = [each for each in pieces if not each.example]
    every = newest_first(together((one for each in real for one in each.news), words))
    news = name_fewer(every[:ON_PAGE], NAMED)
    years = years_told(real)
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
        size=counts_words(total_of(each.counts.values() for each in real), words),
        notices=tuple(_notices(pieces, len(news), words)),
        locale=locale_of(words),
        unexplained=(),
        years=years_of(news, words, {year: counts_of_year(year, real) for year in years}),
        of_site=True,
        others=tuple(Crumb(year, year_address(year)) for year in years),
        feeds="",
    )


def _notices(
    pieces: Sequence[NewsPiece], shown: int, words: Translator
) -> Iterator[Notice]:
    if shown == ON_PAGE:
        newest = words.ngettext(
            "This page shows the newest {n}; each year stands on a page of its own.",
            "This page shows the newest {n}; each year stands on a page of its own.",
            ON_PAGE,
        )
        yield Notice(newest, ())
    yield from _left_out(pieces, words)
    examples = sum(each.example for each in pieces)
    if examples:
        invented = words.ngettext(
            "{n} invented plan, kept as an example, is left out.",
            "{n} invented plans, kept as examples, are left out.",
            examples,
        )
        yield Notice(invented, ())
    if any(each.history != History.FULL for each in pieces):
        yield without_history(words)


def _left_out(pieces: Iterable[NewsPiece], words: Translator) -> Iterator[Notice]:
    """How many records the plans' own pages count but do not list, and of which plans."""
    real = in_order(each for each in pieces if not each.example)
    undated = [(each, each.undated) for each in real if each.undated]
    removed = [(each, each.removed) for each in real if each.removed]
    for found, say, page in ((undated, undated_words, ""), (removed, removed_words, CHANGES)):
        if found:
            plans = tuple(
                Crumb(
                    words.gettext("{name} ({n})", name=f"{each.member}: {each.plan}", n=number),
                    f"{each.address}{page}",
                )
                for each, number in found
            )
            yield Notice(say(sum(number for _, number in found), words), plans)


def in_order(pieces: Iterable[NewsPiece]) -> list[NewsPiece]:
    """By member and plan."""
    return sorted(
        pieces, key=lambda each: (each.member.casefold(), each.plan.casefold(), each.address)
    )


def years_told(pieces: Iterable[NewsPiece]) -> list[str]:
    """The years of which there are news, newest first."""
    return sorted({key[:4] for each in pieces for key in each.counts}, reverse=True)


def counts_of_year(year: str, pieces: Iterable[NewsPiece]) -> Counts:
    """How many of what there are in a year, in all plans."""
    return total_of(
        [counts for key, counts in each.counts.items() if key[:4] == year] for each in pieces
    )


def total_of(groups: Iterable[Iterable[Counts]]) -> Counts:
    """All counts as one."""
    total: Counter[str] = Counter()
    for group in groups:
        for counts in group:
            total.update(counts)
    return dict(total)
