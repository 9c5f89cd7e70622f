"""Contributed Markdown made into safe HTML.

In: a text as somebody typed it, in a field, a story or a page of ``content/``.
Out: HTML that can run nothing, fetch nothing from elsewhere and break no page,
in bounded time, whatever the text is. Nothing here raises because of a text.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from markdown import Markdown

from openroadmap.read.texts.caps import PAGE_CAPS, find_excess

from .finish import finish, from_root, relink, to_plain
from .markdown_parser import make_parser, signs_in
from .sanitise import clean
from .simple import escape, is_plain, paragraphs, simple_html

__all__ = ["from_root", "inline", "markdown_to_html", "plain", "relink", "render_markdown"]

# Control characters, halves of pairs and non-characters: never meant, never kept.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def markdown_to_html(text: str, page: bool = False) -> str:
    """Safe HTML of a Markdown text. Pure: the same text gives the same HTML, without a memory.

    With ``page`` the text is a whole page of ``content/``: its first ``#`` heading
    stays the page's title, headings get anchors, pictures of this site are shown.
    Otherwise it is a text inside a record's page: headings start at level 3.
    """
    if not text.isprintable():
        text = _UNFIT.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n")).expandtabs(4)
    if is_plain(text) or find_excess(text, PAGE_CAPS):
        return paragraphs(text)
    simple = None if page else simple_html(text)
    return _parsed(text, page) if simple is None else simple


@lru_cache(maxsize=4_096)
def render_markdown(text: str, *, page: bool = False) -> str:
    """``markdown_to_html`` with a memory: the pages of a plan share texts, and so do rebuilds."""
    return markdown_to_html(text, page)


def inline(text: str) -> str:
    """HTML for a one-line field: one paragraph without its ``<p>``, or else the text as typed."""
    rendered = render_markdown(text)
    one_paragraph = rendered.startswith("<p>") and rendered.find("</p>") == len(rendered) - 4
    return rendered[3:-4] if one_paragraph else escape(" ".join(text.split()))


def plain(text: str, limit: int = 0) -> str:
    """The words of a Markdown text on one line, for descriptions and feeds.

    With a ``limit`` the text is cut at the end of a word and closed with "…".
    """
    words = to_plain(render_markdown(text))
    if not limit or len(words) <= limit:
        return words
    return words[: limit - 1].rsplit(" ", 1)[0].rstrip(",;:.– ") + "…"


def _parsed(text: str, page: bool) -> str:
    try:
        return finish(clean(_parser(page, signs_in(text)).reset().convert(text)), page)
    except RecursionError:
        # The caps keep the depth small, but the stack may be nearly used up when we are called.
        return paragraphs(text)


@cache
def _parser(page: bool, signs: tuple[str, ...]) -> Markdown:
    """Parsers for the whole run: making a new one costs as much as several texts."""
    return make_parser(page, signs)
