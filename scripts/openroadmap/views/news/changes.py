"""What changed: the news of a plan, and of the whole site, newest first and by period.

All news of a plan stand on one page, so that an anchor never moves: what is
recent in full, what is older in a line. The site shows its newest news in full
and each year in numbers, plan by plan, from where it goes on to the plan.
Invented plans have their own page and are kept out of the site's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import ClassVar

from openroadmap.i18n import CLDR, Translator
from openroadmap.immutable import immutable
from openroadmap.model.dates import parse_date
from openroadmap.model.facts import History
from openroadmap.model.site import PlanRecords
from openroadmap.views.around import plan_crumbs, plan_in_full, plan_title
from openroadmap.views.news.begun import year_address
from openroadmap.views.news.named import name_fewer
from openroadmap.views.news.piece import (
    CHANGES,
    Counts,
    News,
    NewsKind,
    count_news,
    counts_words,
)
from openroadmap.views.news.plan import PlanNews
from openroadmap.views.news.promise import Unexplained
from openroadmap.views.parts import Crumb
from openroadmap.views.setting import Setting, plan_address, record_file, root_of
from openroadmap.views.tabs import Tab, plan_tabs

FULL = 200
"""When so many news are shown in full, older periods are shown in a line each."""
BUSY = 24
"""A year with more news than these is told by quarters."""
NAMED = 48
"""Lines on a page that name single records; beyond, the records of a day are only counted."""


@immutable
class Period:
    """The news of a year, or of a quarter of a busy one."""

    heading: str
    """"3rd quarter 2026"; "" where the whole year is one period."""
    news: tuple[News, ...]
    """The news, newest first."""
    is_brief: bool
    """True where each is shown in a line."""


@immutable
class Year:
    """The news of one year."""

    anchor: str
    """"y2026"."""
    heading: str
    """The year."""
    size: str
    """How many of what there are in the year, shown here or not, in words."""
    shown: str
    """That only the newest are shown here, in a sentence, or ""."""
    whole: Crumb | None
    """The page of the whole year, where only the newest are shown here."""
    periods: tuple[Period, ...]
    """What is shown of the year, or of its quarters, newest first."""


@immutable
class Notice:
    """What the page cannot tell, or leaves out."""

    text: str
    """It, in a sentence."""
    plans: tuple[Crumb, ...]
    """On the site's page, the plans of which this is so, each with how many."""


@immutable
class ChangesView:
    """What changed in a plan, or lately on the whole site."""

    kind: ClassVar[str] = "changes"
    address: str
    """Its address from the site's root."""
    root: str
    """The way from the page to the site's root."""
    title: str
    """What the page is called."""
    description: str
    """A sentence for search engines, Markdown."""
    source: str
    """The plan's record, or ""."""
    crumbs: tuple[Crumb, ...]
    """The way back."""
    tabs: tuple[Tab, ...]
    """The pages of the plan; empty on the site's own page."""
    place: str
    """The plan's title or the site's name."""
    size: str
    """How many of what there are, in words, or ""."""
    notices: tuple[Notice, ...]
    """What the page cannot tell, or leaves out."""
    locale: str
    """The language of dates in a browser, such as "en-GB"."""
    unexplained: tuple[Unexplained, ...]
    """What differs from the plan as adopted, with neither a reason nor a day."""
    years: tuple[Year, ...]
    """The news by period, newest first."""
    of_site: bool
    """True on the site's page, where each piece of news names its plan."""
    others: tuple[Crumb, ...]
    """The years of the site, or the changes of the whole site."""
    feeds: str
    """The folder of the feed, from the site's root."""


@immutable
class Brief:
    """The latest of a plan's news, for its overview."""

    title: str
    """What happened last, in a line."""
    date: str
    """When, in words."""
    address: str
    """Where it stands among the changes."""
    days: str
    """How many could be seen from which day, for the last visit's mark: "2026-11-23*2 …"."""
    locale: str
    """The language of dates in a browser, such as "en-GB"."""


def changes_address(records: PlanRecords) -> str:
    return f"{plan_address(records)}{CHANGES}"


def brief_of_news(told: PlanNews, words: Translator) -> Brief | None:
    """What a plan's overview says of its news; None where there are none."""
    if not told.news:
        return None
    others = (each for each in told.news if each.kind != NewsKind.BEGINS)
    last = next(others, told.news[0])
    title = f"{last.what}: {last.title}" if last.title else last.what
    seen = sorted(Counter(each.since for each in told.news).items(), reverse=True)
    days = " ".join(f"{day}*{number}" for day, number in seen if day)
    return Brief(title, last.date, last.permanent, days, locale_of(words))


def view_changes(
    records: PlanRecords, told: PlanNews, setting: Setting, *, has_standards: bool
) -> ChangesView:
    """All the news of a plan."""
    words, address = setting.words, changes_address(records)
    plan = plan_title(records)
    return ChangesView(
        address=address,
        root=root_of(address),
        title=words.gettext("What changed: {plan}", plan=plan),
        description=words.gettext(
            "Reports, meetings, answers, assessments and changes of {plan}, newest first.",
            plan=plan_in_full(records, words),
        ),
        source=record_file(records, "plan", records.id),
        crumbs=plan_crumbs(records, words, with_plan=True),
        tabs=plan_tabs(records, ChangesView.kind, words, has_standards=has_standards),
        place=plan,
        size=counts_words(count_news(told.news), words),
        notices=tuple(_notices(told, words)),
        locale=locale_of(words),
        unexplained=told.unexplained,
        years=years_of(name_fewer(told.news, NAMED), words),
        of_site=False,
        others=(Crumb(words.gettext("Changes of all plans"), CHANGES),),
        feeds=plan_address(records),
    )


def _notices(told: PlanNews, words: Translator) -> Iterator[Notice]:
    if told.undated:
        yield Notice(undated_words(told.undated, words), ())
    if told.removed:
        yield Notice(removed_words(told.removed, words), ())
    if told.history is not History.FULL:
        yield without_history(words)
    elif told.begins:
        begins = words.gettext(
            "The record of this plan began here on {date}; what is dated earlier was recorded "
            "afterwards.",
            date=words.day(told.begins),
        )
        yield Notice(begins, ())


def undated_words(number: int, words: Translator) -> str:
    return words.ngettext(
        "{n} more record bears no date and is not listed.",
        "{n} more records bear no date and are not listed.",
        number,
    )


def removed_words(number: int, words: Translator) -> str:
    return words.ngettext(
        "{n} more record was removed and is only counted: its date is not known here.",
        "{n} more records were removed and are only counted: their dates are not known here.",
        number,
    )


def without_history(words: Translator) -> Notice:
    text = words.gettext(
        "This copy of the site was made without its full history. It cannot tell when something "
        "was recorded here, or which records were changed later."
    )
    return Notice(text, ())


def locale_of(words: Translator) -> str:
    return CLDR.get(words.lang, words.lang).replace("_", "-")


def years_of(
    news: Sequence[News], words: Translator, totals: Mapping[str, Counts] | None = None
) -> tuple[Year, ...]:
    """News, newest first, by year; the years of what is shown in full come first.

    ``totals`` counts all the news of each year, where the list holds only the newest.
    """
    found: list[Year] = []
    shown = 0
    ordered = sorted(news, key=lambda each: each.first[:4], reverse=True)
    for year, every in groupby(ordered, key=lambda each: each.first[:4]):
        mine = tuple(every)
        counts = count_news(mine)
        total = totals[year] if totals else counts
        is_cut = counts != total
        found.append(
            Year(
                anchor=f"y{year}",
                heading=year,
                size=counts_words(total, words),
                shown=_newest_words(len(mine), words) if is_cut else "",
                whole=_whole(year, words) if is_cut else None,
                periods=tuple(_periods(year, mine, shown, words)),
            )
        )
        shown += len(mine)
    return tuple(found)


def _newest_words(shown: int, words: Translator) -> str:
    return words.ngettext(
        "Only the newest {n} of them is shown here.",
        "Only the newest {n} of them are shown here.",
        shown,
    )


def _whole(year: str, words: Translator) -> Crumb:
    return Crumb(words.gettext("All of {year}, plan by plan", year=year), year_address(year))


def _periods(
    year: str, news: tuple[News, ...], shown: int, words: Translator
) -> Iterator[Period]:
    if len(news) <= BUSY:
        yield Period("", news, shown >= FULL)
        return
    ordered = sorted(news, key=lambda each: each.quarter, reverse=True)
    for quarter, every in groupby(ordered, key=lambda each: each.quarter):
        mine = tuple(every)
        yield Period(quarter_words(year, quarter, words), mine, shown >= FULL)
        shown += len(mine)


def quarter_words(year: str, quarter: str, words: Translator) -> str:
    """"3rd quarter 2026", or that no more than the year is known."""
    if not quarter:
        return words.gettext("Only the year is known")
    return words.partial(parse_date(f"{year}-Q{quarter}"))

