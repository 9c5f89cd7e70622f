"""Shells: pages come in, whole documents go out, without rendering the frame for each.

The frame is the same for all pages of one language, depth and kind. MkDocs gets
one page of each frame. That is rendered with marks where the pages differ, split
at the marks, and joined around each page. A test holds the result against plain
rendering, byte by byte.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from itertools import chain
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from markupsafe import escape

from openroadmap.immutable import immutable
from openroadmap.mkdocs_plugin.words import words_of

if TYPE_CHECKING:
    from openroadmap.mkdocs_plugin.environment import FrameEnvironment
    from openroadmap.mkdocs_plugin.outlet import Outlet
    from openroadmap.mkdocs_plugin.pages import SitePage

FIELDS = ("title", "description", "canonical_url", "edit_url", "content", "panel")
READY = ("content", "panel")
"""The fields that are HTML already."""

# The reader refuses these characters everywhere, so no text can look like a mark.
_OPEN, _CLOSE = "\ue000", "\ue001"
_MARK = re.compile(f"{_OPEN}([a-z_]+){_CLOSE}")

Frame = tuple[str, int, str, str, bool, bool, bool]
"""Everything about a page that its frame depends on, beyond what is marked."""

LATER = "joined when the site is written"
"""What MkDocs gets instead of a page, and what our outlet then leaves alone."""


@immutable
class Shell:
    """A document in which the named fields of a page are missing, each between two texts."""

    texts: tuple[bytes, ...]
    names: tuple[str, ...]

    def around(self, page: SitePage) -> bytes:
        values = (_bytes_of(name, getattr(page, name)) for name in self.names)
        rest = zip(values, self.texts[1:], strict=True)
        return b"".join((self.texts[0], *chain.from_iterable(rest)))


def _bytes_of(name: str, value: Any) -> bytes:
    if name not in READY:
        value = escape(value)
    return _encoded(value) if isinstance(value, str) else bytes(value)


def _encoded(text: str) -> bytes:
    """As MkDocs encodes a page."""
    return text.encode("utf-8", "xmlcharrefreplace")


@immutable
class JoinedPage:
    """A page and its shell, side by side until the page is written."""

    shell: Shell
    page: SitePage

    def data(self) -> bytes:
        return self.shell.around(self.page)


@immutable
class Shells:
    """Stands where MkDocs expects a template: ``render`` takes the context of a page, and joins
    all pages that share its frame."""

    environment: FrameEnvironment
    outlet: Outlet

    def render(self, context: Mapping[str, Any]) -> str:
        page = context["page"]
        shell = self._shell(page, context)
        for each in page.alike:
            self.outlet.put(each.file.dest_uri, JoinedPage(shell, each))
        return LATER

    def _shell(self, page: SitePage, context: Mapping[str, Any]) -> Shell:
        marked = {
            name: f"{_OPEN}{name}{_CLOSE}" if name in READY or getattr(page, name) else ""
            for name in FIELDS
        }
        stand_in = SimpleNamespace(
            ours=page.ours, url=page.url, lang=page.lang, kind=page.kind, toc=(), meta={}, **marked
        )
        template = self.environment.get_template("main.html")
        values = {**context, **words_of(page.lang), "page": stand_in}
        parts = _MARK.split(template.render(values))
        return Shell(tuple(map(_encoded, parts[::2])), tuple(parts[1::2]))


def one_of_each_frame(pages: Iterable[SitePage], menu: Collection[str]) -> Iterable[SitePage]:
    """The first page of each frame, which then knows all that are alike; ``menu`` are addresses."""
    first: dict[Frame, SitePage] = {}
    for page in pages:
        first.setdefault(_frame_of(page, menu), page).alike.append(page)
    return first.values()


def _frame_of(page: SitePage, menu: Collection[str]) -> Frame:
    address = page.ours.address
    return (
        page.lang,
        address.count("/"),
        page.kind,
        address if address in menu else "-",
        bool(page.description),
        bool(page.canonical_url),
        page.has_edit_url,
    )
