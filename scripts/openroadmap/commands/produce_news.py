"""Make what tells of changes: a plan's page and feeds, and those of the whole site.

In come a plan's records, or what every plan handed on, out come views and files.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from openroadmap.commands import memo
from openroadmap.commands.means import bodies_of, setting_of
from openroadmap.commands.order import Made, Order
from openroadmap.export.feeds import Feed, FeedPlace, Feeds
from openroadmap.model.site import PlanRecords
from openroadmap.render.html import render
from openroadmap.views.around import member_name, plan_title
from openroadmap.views.news.changes_site import (
    IN_FEED,
    read_piece,
    view_site_changes,
)
from openroadmap.views.news.changes_year import view_years
from openroadmap.views.news.feeds import (
    AREAS,
    INSTITUTIONS,
    Shared,
    areas_of,
    institutions_of,
    view_feeds,
)
from openroadmap.views.news.lost_plans import lost_pieces
from openroadmap.views.news.piece import CHANGES, News, latest_first
from openroadmap.views.setting import commitment_address, plan_address

File = tuple[str, bytes]


def feed_place(order: Order) -> FeedPlace:
    """Where the feeds of a site stand, and under which licence."""
    licence = ", ".join(filter(None, (order.licence, order.licence_url)))
    return FeedPlace(order.url, order.name, order.lang, licence)


def plan_feeds(records: PlanRecords, news: Iterable[News], order: Order) -> Iterator[File]:
    """The feeds of a plan and of each of its commitments, also of those without any news."""
    feeds, latest = Feeds(feed_place(order)), latest_first(news)
    member = member_name(records.context.member, records.context.member_id)
    folder = plan_address(records)
    title = f"{plan_title(records)} – {member}"
    yield from feeds.write(Feed(folder, title, folder), latest[:IN_FEED])
    by_commitment: dict[str, list[News]] = {}
    for each in latest:
        for id in each.commitments:
            by_commitment.setdefault(id, []).append(each)
    for each in records.commitments:
        own = commitment_address(records, each.id)
        feed = Feed(own, f"{each.title} – {member}", own)
        yield from feeds.write(feed, by_commitment.get(each.id, [])[:IN_FEED])


def changes(parts: Sequence[memo.Pieces], order: Order) -> Made:
    """What changed on the whole site, year by year, and its feeds."""
    setting, bodies = setting_of(order), bodies_of(order)
    pieces = [read_piece(piece) for part in parts if (piece := part.get("news"))]
    institutions, areas = institutions_of(pieces), areas_of(pieces, setting.words)
    every = [*pieces, *lost_pieces(order.lost, setting)]
    views = (
        view_site_changes(every, setting),
        *view_years(every, setting),
        *view_feeds(pieces, institutions, areas, setting),
    )
    latest = latest_first(one for each in every for one in each.news)
    return Made(
        pages=[render(view, bodies) for view in views],
        files=_site_feeds(latest, institutions, areas, order),
    )


def _site_feeds(
    latest: Sequence[News], institutions: Iterable[Shared], areas: Iterable[Shared], order: Order
) -> Iterator[File]:
    feeds = Feeds(feed_place(order), cross_plans=True)
    yield from feeds.write(Feed("", order.name, CHANGES), latest[:IN_FEED])
    by_institution: dict[str, list[News]] = {}
    by_area: dict[str, list[News]] = {}
    for each in latest:
        for name in each.institutions:
            by_institution.setdefault(name, []).append(each)
        for code in each.policy_areas:
            by_area.setdefault(code, []).append(each)
    for shared, folder, found in (
        (institutions, INSTITUTIONS, by_institution),
        (areas, AREAS, by_area),
    ):
        for each in shared:
            own = [found.get(name, []) for name in each.names]
            news = own[0] if len(own) == 1 else latest_first({one for many in own for one in many})
            feed = Feed(folder, f"{each.title} – {order.name}", CHANGES, each.slug)
            yield from feeds.write(feed, news[:IN_FEED])
