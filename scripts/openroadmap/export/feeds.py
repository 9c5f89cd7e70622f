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
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from pydantic_core import to_json

from openroadmap.export.calendar import NO_HOST
from openroadmap.render.prose import plain
from openroadmap.views.news.piece import News, NewsKind

SINCE = "2026"
"""The date of the tag URIs. It never changes, or every entry would look new."""
NEVER = "2011-09-20"
"""When a feed without any news was last changed: OGP's first day, before which there is none."""
LONGEST = 1_500
"""Characters of a record's own words; the page has the rest."""

# What XML 1.0 cannot hold in any form: controls, halves of pairs, non-characters.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


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
        parts = urlsplit(self.url)
        path = parts.path.strip("/")
        return f"tag:{parts.hostname or NO_HOST},{SINCE}:{path}{'/' if path else ''}"


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
    xml: bytes
    json: bytes


class Feeds:
    """Writes feeds, and each piece of news once for all that it stands in.

    Of feeds that cross plans every title ends with the member and the plan.
    """

    def __init__(self, place: FeedPlace, *, cross_plans: bool = False) -> None:
        self._cross_plans = cross_plans
        self._url = place.url
        self._tag = place.tag
        self._lang = _xml(place.lang)
        rights = f"<rights>{_xml(place.licence)}</rights>\n" if place.licence else ""
        self._publisher = f"<author><name>{_xml(place.name)}</name></author>\n{rights}"
        shared: dict[str, Any] = {
            "language": place.lang,
            "authors": [{"name": _clean(place.name)}],
            **({"_licence": {"about": _clean(place.licence)}} if place.licence else {}),
        }
        self._shared = to_json(shared)[1:-1]
        self._entries: dict[str, Entry] = {}

    def write(self, feed: Feed, news: Iterable[News]) -> Iterator[tuple[str, bytes]]:
        """Both files of a feed, with their paths; ``news`` come newest first."""
        entries = [self._entries.get(each.id) or self._entry(each) for each in news]
        path = f"{feed.folder}{feed.stem}"
        yield f"{path}.xml", self._atom(feed, path, entries)
        yield f"{path}.json", self._json_feed(feed, path, entries)

    def _entry(self, news: News) -> Entry:
        """A piece of news, ready for every feed of the site.

        Without the site's address an entry has no link: a relative one would lead
        elsewhere from each feed that it stands in.
        """
        what, lines = _clean(news.what), [_clean(line) for line in _lines(news)]
        title = ": ".join(filter(None, (what, _clean(_title(news)))))
        if self._cross_plans:
            title = f"{title} · {_clean(_whose(news))}"
        id = f"{self._tag}{news.id}"
        url = f"{self._url}{news.permanent}" if self._url else ""
        link = f'<link rel="alternate" type="text/html" href="{_xml(url)}"/>' if url else ""
        xml = (
            f"<entry><id>{_xml(id)}</id><title>{_escaped(title)}</title>{link}"
            f"<published>{news.since}T00:00:00Z</published>"
            f"<updated>{news.edited}T00:00:00Z</updated>"
            f'<category term="{news.kind}" label="{_escaped(what)}"/>'
            f'<content type="html">{"".join(map(_paragraph, lines))}</content></entry>\n'
        )
        item = {
            "id": id,
            **({"url": url} if url else {}),
            "title": title,
            "content_text": "\n\n".join(lines),
            "date_published": f"{news.since}T00:00:00Z",
            "date_modified": f"{news.edited}T00:00:00Z",
            "tags": [what],
        }
        entry = self._entries[news.id] = Entry(news.edited, xml.encode(), to_json(item))
        return entry

    def _atom(self, feed: Feed, path: str, entries: Sequence[Entry]) -> bytes:
        """Without the site's address links are relative, which Atom allows; ids never are."""
        start = self._url or feed.root
        updated = max((each.updated for each in entries), default=NEVER)
        head = (
            '<?xml version="1.0" encoding="utf-8"?>\n'
            f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{self._lang}">\n'
            f"<id>{_xml(self._tag + path)}</id>\n"
            f"<title>{_xml(feed.title)}</title>\n"
            f"<updated>{updated}T00:00:00Z</updated>\n"
            f'<link rel="self" type="application/atom+xml" href="{_xml(start + path)}.xml"/>\n'
            f'<link rel="alternate" type="text/html" href="{_xml(start + feed.page or "./")}"/>\n'
            f"{self._publisher}<generator>OpenRoadmap</generator>\n"
        )
        return b"".join((head.encode(), *(each.xml for each in entries), b"</feed>\n"))

    def _json_feed(self, feed: Feed, path: str, entries: Sequence[Entry]) -> bytes:
        """The head as JSON, the entries as they were written once."""
        head = {"version": "https://jsonfeed.org/version/1.1", "title": _clean(feed.title)}
        if self._url:
            head["home_page_url"] = f"{self._url}{feed.page}"
            head["feed_url"] = f"{self._url}{path}.json"
        items = b",\n".join([each.json for each in entries])
        return b'%s,%s,"items":[%s]}\n' % (to_json(head)[:-1], self._shared, items)


def _title(news: News) -> str:
    """With the commitment, where it is about one alone: reports of several may be called alike.

    News of a day's records may tell of more than the commitments that it names.
    """
    is_of_one = len(news.about) == 1 and news.kind not in (NewsKind.RECORDS, NewsKind.BEGINS)
    named = news.about if is_of_one else ()
    return " · ".join(filter(None, (news.title, *(each.text for each in named))))


def _whose(news: News) -> str:
    """The member and the plan, where the title is not the plan's already."""
    return news.member if news.title == news.plan else _place(news)


def _place(news: News) -> str:
    return f"{news.member}, {news.plan}"


def _lines(news: News) -> Iterator[str]:
    """What a list of entries shows of each comes first: where, and of which day.

    A reading program puts beside it the day on which it could be seen here, and
    that is one and the same for all that was recorded together.
    """
    yield f"{_place(news)} · {news.date}"
    if news.recorded:
        yield news.recorded
    if news.about and not news.items:
        yield "; ".join([each.text for each in news.about])
    if news.text:
        yield news.text
    for item in news.items:
        yield " · ".join([item.text, *(each.text for each in item.about)])
    if news.more:
        yield news.more
    if news.said and (said := plain(news.said, LONGEST)):
        yield said


def _clean(text: str) -> str:
    """Text that XML and UTF-8 can hold; what they cannot becomes a mark of its absence."""
    return text if text.isprintable() else _UNFIT.sub("\ufffd", text)


def _xml(text: str) -> str:
    """Text for an element or an attribute."""
    return _escaped(_clean(text))


def _escaped(text: str) -> str:
    """What HTML must escape is what XML must."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&#34;").replace("'", "&#39;")


def _paragraph(line: str) -> str:
    """A line as HTML in XML, where every sign of the HTML is escaped once more."""
    return f"&lt;p&gt;{_escaped(line).replace('&', '&amp;')}&lt;/p&gt;"
