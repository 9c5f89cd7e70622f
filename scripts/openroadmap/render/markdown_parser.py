"""The Markdown parser, narrowed to what contributors need.

In: whether a page of ``content/`` or a text of a record is meant. Out: a
Python-Markdown instance with few extensions, in which raw HTML is ordinary
text: it is shown as typed, because text that silently disappears leaves its
author without a clue and its reader with half a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from .sanitise import is_local

# An address typed as it is. \x02…\x03 is how the parser keeps an escaped character.
_BARE_URL = r"(?<![\w/])(https?://(?:[^\s<>\"`*\[\]{}|^\x02\x03]|\x02\d+\x03)+)"
_SENTENCE_END = ".,;:!?'_»”’"


# The sign without which an inline pattern cannot match. The parser tries each of its patterns
# on each piece of text, which is most of its work: a text without the sign is spared it.
_SIGN_OF = {
    "backtick": "`",
    "escape": "\\",
    "reference": "[",
    "link": "[",
    "short_reference": "[",
    "image_link": "![",
    "image_reference": "![",
    "short_image_ref": "![",
    "autolink": "<",
    "automail": "<",
    "bare_address": "://",
}
_SIGNS = tuple(sorted(set(_SIGN_OF.values())))


def signs_in(text: str) -> tuple[str, ...]:
    """The signs of inline patterns that the text has."""
    return tuple(sign for sign in _SIGNS if sign in text)


def make_parser(page: bool, signs: tuple[str, ...] = _SIGNS) -> Markdown:
    """A parser for pages of ``content/`` (``page``) or for texts of records.

    With ``signs`` it knows no inline pattern that needs another sign.
    """
    extensions: list[Extension | str] = [
        TableExtension(use_align_attribute=True),
        SaneListExtension(),
        _Prose(page),
    ]
    if page:
        extensions += _for_pages()
    parser = Markdown(extensions=extensions)
    for pattern, sign in _SIGN_OF.items():
        if sign not in signs:
            parser.inlinePatterns.deregister(pattern)
    return parser


def _for_pages() -> list[Extension | str]:
    # Late: one of them loads a highlighter of code, and most texts are no pages.
    from markdown.extensions.def_list import DefListExtension
    from markdown.extensions.fenced_code import FencedCodeExtension

    return [DefListExtension(), FencedCodeExtension(lang_prefix="")]


class _Prose(Extension):
    """Takes raw HTML out of the parser and puts our few habits in."""

    def __init__(self, page: bool) -> None:
        super().__init__()
        self.page = page

    def extendMarkdown(self, md: Markdown) -> None:
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.inlinePatterns.deregister("entity")
        # After links and <addresses> (120), before emphasis (60): a_b in an address is no emphasis.
        md.inlinePatterns.register(_BareAddress(_BARE_URL, md), "bare_address", 115)
        # After the inline patterns (20), which make the pictures.
        md.treeprocessors.register(_Pictures(md, self.page), "pictures", 15)


class _BareAddress(InlineProcessor):
    """Makes ``https://…`` in a sentence a link."""

    ANCESTOR_EXCLUDES = ("a",)

    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> tuple[Element, int, int]:
        url = _without_sentence_end(m[1])
        link = Element("a", href=url)
        link.text = AtomicString(url)
        return link, m.start(), m.start() + len(url)


def _without_sentence_end(url: str) -> str:
    """The address without the full stop or closing bracket that ends the sentence around it."""
    while True:
        shorter = url.rstrip(_SENTENCE_END)
        if shorter.endswith(")") and shorter.count(")") > shorter.count("("):
            shorter = shorter[:-1]
        if shorter == url:
            return url
        url = shorter


class _Pictures(Treeprocessor):
    """Turns a picture that may not be shown into a link to it, named by its description."""

    def __init__(self, md: Markdown, page: bool) -> None:
        super().__init__(md)
        self.page = page

    def run(self, root: Element) -> None:
        for picture, in_link in list(_pictures(root)):
            if not (self.page and is_local(picture.get("src", ""))):
                _unmake(picture, in_link)


def _pictures(root: Element) -> Iterator[tuple[Element, bool]]:
    """Every picture, and whether it stands inside a link."""
    linked: set[Any] = {image for link in root.iter("a") for image in link.iter("img")}
    for image in root.iter("img"):
        yield image, image in linked


def _unmake(picture: Element, in_link: bool) -> None:
    src, alt = picture.get("src", ""), picture.get("alt", "")
    picture.attrib.clear()
    picture.text = AtomicString(alt or src)
    picture.tag = "span" if in_link else "a"
    if not in_link:
        picture.set("href", src)
