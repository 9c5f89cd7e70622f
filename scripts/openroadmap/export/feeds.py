"""Feeds: news comes in, an Atom feed (RFC 4287) and a JSON Feed (version 1.1) go out.

A site has two feeds for each of its commitments, so that one can be followed
before there is any news of it. They are written here and not by a library:
feedgen 1.0 takes 0.24 ms for one Atom feed of two entries, which would be
1.2 s for 5,000 commitments; this takes a twentieth. A piece of news is written
once and stands in every feed that it belongs to.

Ids are tag URIs (RFC 4151) made of the site's host and path and of the news'
own id. Nothing depends on the clock: the same records give the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from pydantic_core import to_json

from openroadmap.export.calendar import NO_HOST
from openroadmap.render.prose import plain
from openroadmap.views.news import News

SINCE = "2026"
"""The date of the tag URIs. It never changes, or every entry would look new."""
NEVER = "2011-09-20"
"""When a feed without any news was last changed: OGP's first day, before which there is none."""
LONGEST = 1_500
"""Characters of a record's own words; the page has the rest."""

# What XML 1.0 cannot hold in any form: controls, halves of pairs, non-characters.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_ENTITIES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&#34;"), ("'", "&#39;"))


@dataclass(frozen=True, slots=True)
class FeedPlace:
    """The site of the feeds: ``url`` ends in a slash, or is "" when it is not known."""

    url: str
    name: str
    lang: str
    licence: str

    @property
    def tag(self) -> str:
        """What every id of the site begins with."""
        return _tag(self.url)


@lru_cache(maxsize=4)
def _tag(url: str) -> str:
    parts = urlsplit(url)
    path = parts.path.strip("/")
    return f"tag:{parts.hostname or NO_HOST},{SINCE}:{path}{'/' if path else ''}"


@lru_cache(maxsize=4)
def _publisher(place: FeedPlace) -> str:
    """Who publishes the feeds, and under which licence: the same in each."""
    rights = f"<rights>{_xml(place.licence)}</rights>\n" if place.licence else ""
    return f"<author><name>{_xml(place.name)}</name></author>\n{rights}"


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed is of: ``folder`` is where it stands, ``page`` what it tells of.

    ``stem`` is the name of its two files; ``root`` leads from them to the
    site's root.
    """

    folder: str
    title: str
    page: str
    stem: str = "feed"

    @property
    def root(self) -> str:
        return "../" * self.folder.count("/")


@dataclass(frozen=True, slots=True)
class Entry:
    """A piece of news as both kinds of feed have it, and when it was last changed."""

    updated: str
    xml: str
    json: str


def write_entry(news: News, place: FeedPlace) -> Entry:
    """A piece of news, ready for every feed of a site.

    Without the site's address an entry has no link: a relative one would lead
    elsewhere from each feed that it stands in.
    """
    id = f"{place.tag}{news.id}"
    title = f"{news.what}: {news.title}" if news.title else news.what
    lines = _lines(news)
    html = "".join(f"<p>{_xml(line)}</p>" for line in lines)
    url = f"{place.url}{news.permanent}" if place.url else ""
    link = f'<link rel="alternate" type="text/html" href="{_xml(url)}"/>' if url else ""
    xml = (
        f"<entry><id>{_xml(id)}</id><title>{_xml(title)}</title>{link}"
        f"<published>{news.since}T00:00:00Z</published>"
        f"<updated>{news.edited}T00:00:00Z</updated>"
        f'<category term="{news.kind}" label="{_xml(news.what)}"/>'
        f'<content type="html">{_xml(html)}</content></entry>\n'
    )
    item = {
        "id": id,
        **({"url": url} if url else {}),
        "title": _clean(title),
        "content_text": "\n\n".join(map(_clean, lines)),
        "date_published": f"{news.since}T00:00:00Z",
        "date_modified": f"{news.edited}T00:00:00Z",
        "tags": [_clean(news.what)],
    }
    return Entry(news.edited, xml, _json(item))


def _lines(news: News) -> list[str]:
    about = "; ".join(each.text for each in news.about)
    said = plain(news.said, LONGEST) if news.said else ""
    place = f"{news.member}, {news.plan} · {news.date}"
    return [line for line in (about, news.text, said, news.recorded, place) if line]


def write_feeds(
    feed: Feed, entries: Iterable[Entry], place: FeedPlace
) -> Iterator[tuple[str, bytes]]:
    """Both files of a feed, with their paths; ``entries`` come newest first."""
    entries = tuple(entries)
    path = f"{feed.folder}{feed.stem}"
    yield f"{path}.xml", _atom(feed, path, entries, place).encode()
    yield f"{path}.json", _json_feed(feed, path, entries, place).encode()


def _atom(feed: Feed, path: str, entries: tuple[Entry, ...], place: FeedPlace) -> str:
    """Without the site's address links are relative, which Atom allows; ids never are."""
    start = place.url or feed.root
    updated = max((each.updated for each in entries), default=NEVER)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{_xml(place.lang)}">\n'
        f"<id>{_xml(f'{place.tag}{path}')}</id>\n"
        f"<title>{_xml(feed.title)}</title>\n"
        f"<updated>{updated}T00:00:00Z</updated>\n"
        f'<link rel="self" type="application/atom+xml" href="{_xml(start + path)}.xml"/>\n'
        f'<link rel="alternate" type="text/html" href="{_xml(start + feed.page or "./")}"/>\n'
        f"{_publisher(place)}<generator>OpenRoadmap</generator>\n"
        f"{''.join(each.xml for each in entries)}</feed>\n"
    )


def _json_feed(feed: Feed, path: str, entries: tuple[Entry, ...], place: FeedPlace) -> str:
    """The head as JSON, the entries as they were written once."""
    head: dict[str, object] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": _clean(feed.title),
    }
    if place.url:
        head |= {
            "home_page_url": f"{place.url}{feed.page}",
            "feed_url": f"{place.url}{path}.json",
        }
    head |= {"language": place.lang, "authors": [{"name": _clean(place.name)}]}
    if place.licence:
        head["_licence"] = {"about": _clean(place.licence)}
    items = ",\n".join(each.json for each in entries)
    return f'{_json(head)[:-1]},"items":[{items}]}}\n'


def _clean(text: str) -> str:
    """Text that XML and UTF-8 can hold; what they cannot becomes a mark of its absence."""
    return text if text.isprintable() else _UNFIT.sub("\ufffd", text)


def _xml(text: str) -> str:
    """Text for an element or an attribute: what HTML must escape is what XML must."""
    text = _clean(text)
    for sign, entity in _ENTITIES:
        text = text.replace(sign, entity)
    return text


def _json(value: dict[str, object]) -> str:
    return to_json(value).decode()
