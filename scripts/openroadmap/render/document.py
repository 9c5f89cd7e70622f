"""A plan as one document for print: its pages come in, one safe HTML document goes out.

The chapters are the bodies of the site's own pages, so that a document never
says less than the site. Links between them lead to the chapter, other links of
the site to its address; no link and no picture leads to a file.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from html import escape
from urllib.parse import quote

from markupsafe import Markup

from openroadmap.i18n import Translator
from openroadmap.render.html import Bodies, render
from openroadmap.render.page import Page
from openroadmap.render.prose import relink
from openroadmap.views.document import Chapter, DocumentView

SCHEME = "openroadmap:"
"""Addresses of what a document itself brings along; nothing else is ever loaded."""

# What a style sheet says of the shapes on a page, which a drawing of its own does without.
_INK = "#1a1f22"
_DRAWN = f'xmlns="http://www.w3.org/2000/svg" fill="none" stroke="{_INK}" stroke-width="2"'
# No tag holds a `<` or a `>`, and a text no `<`: what looks like an attribute is one.
_ANCHOR = re.compile(r'(<[a-z][^<>]*? id=")([^"<>]+)"')


@dataclass(frozen=True, slots=True)
class PrintedPlan:
    """``assets`` are the drawings that ``style`` and ``html`` name, by their address."""

    html: str
    style: str
    assets: Mapping[str, bytes]


def print_plan(
    view: DocumentView, pages: Iterable[Page], bodies: Bodies, site_url: str, paper: str
) -> PrintedPlan:
    """The document of a plan; ``paper`` is a size that CSS knows, such as A4 or letter."""
    bodies_by_address = {page.address: page.body for page in pages}
    shapes = _shapes(bodies)
    front = render(view, bodies)
    chapters = (
        _chapter(each, bodies_by_address[each.address], view.chapters, site_url, shapes)
        for each in view.chapters
        if each.address in bodies_by_address
    )
    title = escape(f"{front.title} – {view.place}")
    html = (
        f'<!doctype html><html lang="{escape(front.lang)}"><head><meta charset="utf-8">'
        f'<title>{title}</title><meta name="description" content="{escape(front.description)}">'
        f'<meta name="author" content="{escape(view.site)}">'
        f'</head><body>{front.body}{"".join(chapters)}</body></html>'
    )
    style = bodies.environment.get_template("_document_css.html").render(
        view=view,
        paper=paper,
        css=css_text,
        page_number=_page_number(bodies.words),
        shapes=[(shape.name, shape.url) for shape in shapes],
    )
    return PrintedPlan(html, style, {shape.url: shape.drawing for shape in shapes})


def css_text(text: str) -> Markup:
    """A text as a string of CSS, whatever is in it."""
    safe = "".join(c if c.isalnum() or c in " .,:–" else f"\\{ord(c):x} " for c in text)
    return Markup(f'"{safe}"')  # noqa: S704 - letters, spaces and escapes only


def _page_number(words: Translator) -> Markup:
    """What CSS is to write in the place of "Page 3 of 12"."""
    said = words.gettext("Page {page} of {pages}", page="\1", pages="\2")
    counters = {"\1": Markup("counter(page)"), "\2": Markup("counter(pages)")}
    parts = re.split("([\1\2])", said)
    return Markup(" ").join(counters.get(part) or css_text(part) for part in parts if part)


@dataclass(frozen=True, slots=True)
class _Shape:
    """A status as pages show it, and as a drawing of its own that stands beside its word."""

    name: str
    inline: str
    drawing: bytes

    @property
    def url(self) -> str:
        return f"{SCHEME}{self.name}"


def _shapes(bodies: Bodies) -> list[_Shape]:
    """Drawn as backgrounds they are ornaments to a screen reader, which reads the word."""
    found = []
    for kind in ("shape", "mark"):
        for code, shape in bodies.environment.globals[kind].items():
            inline = str(shape)
            drawn = inline.replace("<svg ", f"<svg {_DRAWN} ", 1).replace("currentColor", _INK)
            found.append(_Shape(f"{kind}-{code}".replace("_", "-"), inline, drawn.encode()))
    return found


def _chapter(
    chapter: Chapter, body: str, chapters: Iterable[Chapter], site_url: str, shapes: list[_Shape]
) -> str:
    """A page's body with anchors of its own, its links made to work on paper."""
    for shape in shapes:
        body = body.replace(shape.inline, f'<span class="or-shape or-{shape.name}"></span>')
    body = _ANCHOR.sub(rf'\1{chapter.id}--\2"', body)
    anchors = {each.address: each.id for each in chapters}
    body = relink(body, partial(_resolve, address=chapter.address, anchors=anchors, url=site_url))
    kind = "plan" if chapter.id == "plan" else "commitment"
    heading = f"<h1>{escape(chapter.title)}</h1>" if kind == "plan" else ""
    classes = f"or-chapter or-chapter--{kind}"
    return f'<section class="{classes}" id="{chapter.id}">{heading}{body}</section>'


def _resolve(link: str, address: str, anchors: Mapping[str, str], url: str) -> str:
    """Where a link leads from paper: to a chapter, to the published site, or nowhere."""
    path, _, fragment = link.partition("#")
    target = posixpath.normpath(posixpath.join("/", address, path)) if path else f"/{address}"
    place = f"{target.strip('/')}/"
    if place in anchors:
        inside = f"--{fragment}" if fragment else ""
        return f"#{anchors[place]}{inside}"
    if not url or target.startswith("/.."):
        return ""
    tail = "/" if path.endswith("/") else ""
    return f"{url}{target.strip('/')}{tail}" + (f"#{quote(fragment)}" if fragment else "")
