"""Make what is made of all members and plans together, such as the comparison of all plans.

In come the pieces that each part of the site gave of itself, out come pages
and files. One function a part, by the name that the spine asks for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from openroadmap.commands import memo, produce
from openroadmap.commands.means import bodies_of, packs_of, setting_of
from openroadmap.commands.order import Made, Order
from openroadmap.commands.produce_calendar import calendar_of_all
from openroadmap.commands.produce_downloads import data, dictionary, published_schemas
from openroadmap.commands.produce_news import changes
from openroadmap.export.explore import explore_index, explore_words
from openroadmap.render.html import render
from openroadmap.views.finding.explore import in_site_order, view_explore
from openroadmap.views.finding.lookup import EXPLORE_INDEX, EXPLORE_WORDS, SEARCH
from openroadmap.views.finding.search import view_search
from openroadmap.views.listing import Listing
from openroadmap.views.progress.site import view_progress_site
from openroadmap.views.progress.tally import PlanTally
from openroadmap.views.standards.table import Standing, view_tables

T = TypeVar("T")


def pieces_of(name: str, form: type[T], parts: Iterable[memo.Pieces]) -> Iterator[T]:
    """The pieces of one name, from each part that gave one."""
    for part in parts:
        piece = part.value(name, form)
        if piece is not None:
            yield piece


def standards(parts: Sequence[memo.Pieces], order: Order) -> Made:
    """All plans held against the standards."""
    setting, bodies = setting_of(order), bodies_of(order)
    plans = list(pieces_of("standing", Standing, parts))
    views = view_tables(plans, packs_of(order).packs, setting)
    return Made(pages=[render(view, bodies) for view in views])


def explore(parts: Sequence[memo.Pieces], order: Order) -> Made:
    """The list of all commitments, and the files that its filters need."""
    setting, bodies = setting_of(order), bodies_of(order)
    listings = in_site_order(pieces_of("listing", Listing, parts))
    files = [
        (EXPLORE_INDEX, explore_index(listings, setting.words)),
        (EXPLORE_WORDS, explore_words(listings)),
    ]
    # A browser that kept the last file asks for the new one by another address.
    index, words = (f"{name}?{memo.digest([data])[:8]}" for name, data in files)
    search = SEARCH if order.search else ""
    views = view_explore(listings, index, setting, words=words, search=search)
    return Made(pages=[render(view, bodies) for view in views], files=files)


def search(parts: Sequence[memo.Pieces], order: Order) -> Made:
    """The page that searches the site, unless the site does without."""
    if not order.search:
        return Made()
    return Made(pages=[render(view_search(setting_of(order)), bodies_of(order))])


def progress(parts: Sequence[memo.Pieces], order: Order) -> Made:
    """The progress of all plans."""
    tallies = list(pieces_of("tally", PlanTally, parts))
    listings = pieces_of("listing", Listing, parts)
    view = view_progress_site(tallies, listings, setting_of(order))
    return Made(pages=[render(view, bodies_of(order))])


MAKERS: dict[str, Callable[[Sequence[memo.Pieces], Order], Made]] = {
    "standards": standards,
    "explore": explore,
    "progress": progress,
    "changes": changes,
    "search": search,
    "calendar": calendar_of_all,
    "data": data,
}
"""Every part by its name, in the order in which they are made."""

FIXED: dict[str, Callable[[Order], Made]] = {
    "rules": lambda order: produce.rules(order),
    "dictionary": dictionary,
    "schemas": published_schemas,
}
"""What does not depend on any record, by its name."""
