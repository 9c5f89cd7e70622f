"""Files that programs look for at fixed addresses: sitemap, robots.txt, security.txt.

The site's pages and settings come in, files by their path go out. Nothing is
made up: what the settings do not say is not written.
"""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from openroadmap.mkdocs_plugin.pages import SitePage
    from openroadmap.views.forge import Forge

MOST = 40_000
"""Pages a sitemap; the protocol allows 50,000 and 50 MB."""

SECURITY = ".well-known/security.txt"
EXPIRES = timedelta(days=180)
"""RFC 9116 asks for less than a year; a site that nobody builds for so long has no keeper."""

_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def sitemaps(pages: Iterable[SitePage], site_url: str) -> Iterator[tuple[str, bytes]]:
    """One sitemap, or an index of several where the pages are too many for one.

    None where no page has a full address. No page says when it last changed:
    many change with the day alone, and a wrong day would be believed.
    """
    urls = [page.canonical_url for page in pages if page.canonical_url]
    if not urls:
        return
    if len(urls) <= MOST:
        yield from _both("sitemap", _list(urls, "urlset", "url"))
        return
    names = []
    for number, start in enumerate(range(0, len(urls), MOST), start=1):
        names.append(f"sitemap-{number}")
        yield from _both(names[-1], _list(urls[start : start + MOST], "urlset", "url"))
    places = [f"{site_url}{name}.xml" for name in names]
    yield from _both("sitemap", _list(places, "sitemapindex", "sitemap"))


def _list(urls: Sequence[str], whole: str, part: str) -> bytes:
    lines = (f"<{part}><loc>{escape(url)}</loc></{part}>\n" for url in urls)
    return f"{_XML}<{whole} {_SPACE}>\n{''.join(lines)}</{whole}>\n".encode()


def _both(name: str, text: bytes) -> Iterator[tuple[str, bytes]]:
    """A file and its compressed twin, the same on every machine."""
    packed = io.BytesIO()
    with gzip.GzipFile(filename=f"{name}.xml", fileobj=packed, mode="wb", mtime=0) as stream:
        stream.write(text)
    yield f"{name}.xml", text
    yield f"{name}.xml.gz", packed.getvalue()


def robots(site_url: str) -> Iterator[tuple[str, bytes]]:
    """Everything may be read; programs are told where the sitemap is.

    They look for it at a host's root alone, so a site below a path has none.
    """
    if site_url and urlsplit(site_url).path == "/":
        yield "robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {site_url}sitemap.xml\n".encode()


def contact_of(asked: str, forge: Forge | None) -> str:
    """Where to report a weakness: what the settings say, else the forge's own page, else ""."""
    if asked:
        return f"mailto:{asked}" if "@" in asked and ":" not in asked else asked
    return f"{forge.repo}/security" if forge and forge.kind == "github" else ""


def security(contact: str, site_url: str, lang: str, today: date) -> Iterator[tuple[str, bytes]]:
    """RFC 9116, for those who found a weakness."""
    if contact:
        lines = [
            f"Contact: {contact}",
            f"Expires: {(today + EXPIRES).isoformat()}T00:00:00Z",
            f"Preferred-Languages: {lang}" if lang == "en" else f"Preferred-Languages: {lang}, en",
            *([f"Canonical: {site_url}{SECURITY}"] if site_url else []),
        ]
        yield SECURITY, "".join(f"{line}\n" for line in lines).encode()
