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

_HEADING = re.compile(r'<h2 id="([a-z-]+)">(.*?)</h2>', re.DOTALL)
_ASIDE = re.compile(r'<(span|sup) class="or-(?:count|cite)">.*?</\1>', re.DOTALL)


def with_contents(body: str, words: Translator) -> str:
    """The body with its list in the place of the mark; without one when the page is short."""
    before, mark, after = body.partition(MARK)
    if not mark:
        return body
    headings = _HEADING.findall(after)
    return before + (_list(headings, words) if len(headings) > FEW else "") + after


def _list(headings: list[tuple[str, str]], words: Translator) -> str:
    label = words.gettext("On this page")
    items = "".join(
        f'<li><a href="#{anchor}">{_ASIDE.sub("", text).strip()}</a></li>\n'
        for anchor, text in headings
    )
    return (
        f'<nav class="or-contents" aria-label="{label}">\n'
        f"<p>{label}</p>\n<ul>\n{items}</ul>\n</nav>"
    )
