"""The list of a long page's sections: a body comes in, the body with that list goes out.

The headings themselves are the list, so that none is written twice.
"""

from __future__ import annotations

import re

from openroadmap.i18n import Translator

MARK = "<!-- contents -->"
"""Where a body template wants the list; Markdown and escaped text cannot hold it."""
FEW = 6
"""A page of no more sections than this is read without a list."""

_SECTION = '<h2 id="'
_HEADING = re.compile(r'([a-z-]+)">([^<]*(?:<(?!/h2>)[^<]*)*)</h2>')
_ASIDE = re.compile(r'<(span|sup) class="or-(?:count|cite)">.*?</\1>', re.DOTALL)


def with_contents(body: str, words: Translator) -> str:
    """The body with its list in the place of the mark; without one when the page is short."""
    before, mark, after = body.partition(MARK)
    if not mark:
        return body
    # Python finds a text much sooner than a pattern that begins with it.
    sections = after.split(_SECTION)[1:]
    headings = [found for each in sections if (found := _HEADING.match(each))]
    return before + (_list(headings, words) if len(headings) > FEW else "") + after


def _list(headings: list[re.Match[str]], words: Translator) -> str:
    label = words.gettext("On this page")
    items = "".join(
        f'<li><a href="#{anchor}">{_alone(text)}</a></li>\n'
        for anchor, text in (each.groups() for each in headings)
    )
    return (
        f'<nav class="or-contents" aria-label="{label}">\n'
        f"<p>{label}</p>\n<ul>\n{items}</ul>\n</nav>"
    )


def _alone(text: str) -> str:
    """The words of a heading, without what stands beside them."""
    return (_ASIDE.sub("", text) if "<" in text else text).strip()
