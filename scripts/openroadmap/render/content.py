"""The site's own pages: Markdown of `content/` comes in, ready pages go out.

Links to other files of `content/` become addresses; a link that leads nowhere
is a finding.
"""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit, urlunsplit

from openroadmap.findings import Finding, Level, Place
from openroadmap.read.content import FOLDER, Content, ContentPage
from openroadmap.read.content_links import names_file, nearest, resolve
from openroadmap.render.finish import ANCHOR_PREFIX, relink
from openroadmap.render.page import SHARED, Page
from openroadmap.render.prose import render_markdown

KIND = "content"

_TAG = re.compile(r"""<(?:a|img)\b(?:[^">]|"[^"]*")*>""")
_FIRST_HEADING = re.compile(r"<h1\b[^>]*>(.*?)</h1>", re.DOTALL)
_SHALLOW = 2  # members and plans: among all commitments a likeness means nothing
_ANY_TAG = re.compile(r"<[^>]*>")


def render_content(
    content: Content, lang: str, others: Collection[str] = ()
) -> tuple[tuple[Page, ...], tuple[Finding, ...]]:
    """Pages and findings. ``others`` are further addresses of the site that may be linked to."""
    addresses = {page.path: page.address for page in content.pages}
    pictures = frozenset(picture.path for picture in content.pictures)
    known = frozenset((*addresses.values(), *others))
    pages, findings = [], []
    for source in content.pages:
        links = _Links(source, addresses, pictures, known)
        body = links.rewrite(render_markdown(source.text, page=True))
        pages.append(_page(source, body, lang))
        findings.extend(links.broken)
    return tuple(pages), tuple(findings)


def find_clashes(content: Content, taken: Mapping[str, Page]) -> Iterator[Finding]:
    """Files of `content/` at or below the first folder of an address that is taken.

    Pages with two authors are shared. Disks that do not tell capitals apart
    would make one folder of two.
    """
    folders = {address.partition("/")[0].casefold() for address in taken} - {""}
    shared = {address for address, page in taken.items() if page.kind in SHARED}
    owners: dict[str, str] = {}
    for page in content.pages:
        address = page.address
        is_below = address.partition("/")[0].casefold() in folders
        if is_below and address not in shared:
            yield _clash(page.source, "page", address=address, first=page.path.partition("/")[0])
        elif address.casefold() in owners:
            yield _clash(page.source, "twice", address=address, other=owners[address.casefold()])
        owners.setdefault(address.casefold(), page.source)
    for picture in content.pictures:
        if picture.path.partition("/")[0].casefold() in folders:
            first = picture.path.partition("/")[0]
            yield _clash(f"{FOLDER}/{picture.path}", "page", address=picture.path, first=first)


def _clash(file: str, variant: str, **args: str) -> Finding:
    return Finding("F06", Level.ERROR, Place(file), (), variant, args)


def _page(source: ContentPage, body: str, lang: str) -> Page:
    heading = _FIRST_HEADING.search(body)
    title = source.title or (_plain(heading[1]) if heading else _title_of(source.path))
    if heading is None:
        body = f"<h1>{html.escape(title)}</h1>\n{body}"
    body = f'<div class="or-prose">\n{body}\n</div>'
    return Page(source.address, KIND, lang, title, source.description, body, source.source)


def _prefixed(fragment: str) -> bool:
    return fragment.startswith(ANCHOR_PREFIX)


def _plain(markup: str) -> str:
    return " ".join(html.unescape(_ANY_TAG.sub("", markup)).split())


def _title_of(path: str) -> str:
    """A title for a page that gives itself none: "take-part.md" is "Take part"."""
    name = posixpath.basename(path.removesuffix("/index.md").removesuffix(".md"))
    return name.replace("-", " ").replace("_", " ").capitalize()


@dataclass(slots=True)
class _Links:
    """The links and pictures of one page, made relative to where it is published."""

    page: ContentPage
    addresses: dict[str, str]
    pictures: frozenset[str]
    known: frozenset[str]
    broken: list[Finding] = field(default_factory=list)

    def rewrite(self, body: str) -> str:
        return _TAG.sub(lambda tag: relink(tag[0], self._resolve), body)

    def _resolve(self, target: str) -> str:
        try:
            parts = urlsplit(target)
        except ValueError:
            return target
        if parts.scheme or parts.netloc or not parts.path:
            return target
        address = self._address(parts.path)
        if address is None:
            if not names_file(target):  # dead links to files are found when reading
                self._note(target)
            return target
        fragment = parts.fragment
        if fragment and address in self.addresses.values() and not _prefixed(fragment):
            fragment = ANCHOR_PREFIX + fragment
        return urlunsplit(("", "", self._relative(address), parts.query, fragment))

    def _address(self, path: str) -> str | None:
        """The address from the site's root that a written path means, if there is one."""
        joined = resolve(self.page.path, path)
        if joined in self.addresses:
            return self.addresses[joined]
        if joined in self.pictures or joined in self.known:
            return joined
        slashed = joined + "/" if joined else ""
        return slashed if slashed in self.known else None

    def _relative(self, address: str) -> str:
        return "../" * self.page.address.count("/") + address or "./"

    def _note(self, target: str) -> None:
        line = self._line_of(target)
        place = Place(self.page.source, line, 1 if line else 0)
        shallow = (each for each in self.known if each.count("/") <= _SHALLOW)
        near = nearest(self.page.path, target, {*self.addresses, *shallow})
        args = {"target": target, "suggestion": near}
        self.broken.append(Finding("F10", Level.ERROR, place, (), "address", args))

    def _line_of(self, target: str) -> int:
        for number, line in enumerate(self.page.text.split("\n"), start=self.page.line):
            if target in line:
                return number
        return 0
