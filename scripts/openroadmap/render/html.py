"""Page bodies from views and templates.

In comes a view, all of whose texts are plain or Markdown; out comes a ``Page``
whose body is safe HTML: templates escape everything, and Markdown passes only
through the cleaning renderer. Contributed text is never a template.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from json import JSONEncoder
from pathlib import Path
from typing import ClassVar, Protocol

from jinja2 import Environment
from markupsafe import Markup, escape

from openroadmap import theme_dir
from openroadmap.i18n import Translator
from openroadmap.measure import assessment, progress
from openroadmap.render import templates
from openroadmap.render.compiled import CompiledTemplates
from openroadmap.render.contents import with_contents
from openroadmap.render.page import Page
from openroadmap.render.prose import from_root, plain, render_markdown
from openroadmap.render.templates import safe
from openroadmap.views.linked import UNKNOWN, LinkedSite, Node, linked_data
from openroadmap.views.tabs import full_title

DESCRIPTION_LENGTH = 160
"""Characters of a page's description; search engines show no more."""

LINKED = "application/ld+json"
"""The type of the one block of data that a page may hold."""

_compact = JSONEncoder(separators=(",", ":")).encode
_NUMBERS = (("<", r"\u003c"), (">", r"\u003e"), ("&", r"\u0026"), ("'", r"\u0027"))
"""What HTML could take for more than text, and how JSON writes it with ASCII letters alone."""

_ROOT = "\x01"
"""Where a link begins at the site's root, until its page is known. Records cannot hold it."""
_LAST_TAGS = re.compile(r"(?:\s*</(?:p|li|ul|ol|blockquote)>)*\s*\Z")


class PageView(Protocol):
    """What every view of a page has, whatever its kind. See the rooms of ``views``."""

    kind: ClassVar[str]

    @property
    def address(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def description(self) -> str: ...
    @property
    def source(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Bodies:
    """The body templates of one language, ready to be filled."""

    words: Translator
    environment: Environment
    site: LinkedSite


def open_bodies(
    words: Translator,
    own_folders: Iterable[Path] = (),
    compiled: Path | None = None,
    site: LinkedSite = UNKNOWN,
) -> Bodies:
    """The templates of a language; ``site`` is what pages say to programs of where they stand.

    A template of the same name in one of ``own_folders`` (an adopter's
    ``theme/bodies``) takes the place of ours. ``compiled`` is the folder that
    keeps such templates compiled between runs; see ``CompiledTemplates``.
    """
    own = tuple(own_folders)
    kept = CompiledTemplates(compiled, own, templates.__file__, words.lang) if compiled else None
    environment = templates.open_templates(words, [*own, theme_dir() / "bodies"], kept)
    environment.filters["prose"] = _prose
    environment.globals["shape"] = _shapes(environment, "_status.html", progress.State)
    environment.globals["mark"] = _shapes(environment, "_marks.html", assessment.State)
    return Bodies(words, environment, site)


def render(view: PageView, bodies: Bodies) -> Page:
    """The page of a view."""
    template = bodies.environment.get_template(f"{view.kind}.html")
    body = with_contents(template.render(view=view), bodies.words)
    if _ROOT in body:  # a look is much quicker than replacing nothing, as nearly always
        body = body.replace(_ROOT, "../" * view.address.count("/") or "./")
    description = _description(view.description)
    linked = linked_data(view, description, bodies.words.lang, bodies.site)
    return Page(
        address=view.address,
        kind=view.kind,
        lang=bodies.words.lang,
        title=full_title(view, bodies.words),
        description=description,
        body=f"{body}\n{data_block(linked)}" if linked else body,
        source=view.source,
    )


def data_block(data: Node) -> str:
    """Data for programs in a page: a block of a type that no browser runs as a script.

    No text in it can end it or begin another: it holds ASCII only, and of ``<``, ``>`` and
    ``&`` none, but their numbers.
    """
    text = _compact(data)
    for sign, number in _NUMBERS:
        if sign in text:
            text = text.replace(sign, number)
    return f'<script type="{LINKED}">{text}</script>'


def _prose(text: str, closing: str = "") -> Markup:
    """Markdown as HTML; ``closing``, safe HTML of ours, ends its last line, also in a list.

    Texts of records link from the site's root, wherever the site is published.
    """
    html = from_root(render_markdown(text), _ROOT)
    if closing:
        end = _LAST_TAGS.search(html).start()
        html = f"{html[:end]}{escape(closing)}{html[end:]}"
    return safe(html)


@lru_cache(maxsize=8_192)
def _description(text: str) -> str:
    return plain(text, DESCRIPTION_LENGTH)


def _shapes(environment: Environment, file: str, states: Iterable[StrEnum]) -> dict[str, Markup]:
    """The shape of each state, drawn once."""
    module = environment.get_template(file).module
    return {state.value: Markup(module.shape(state.value)) for state in states}  # noqa: S704 - ours
