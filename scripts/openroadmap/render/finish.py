"""The finishing touches on cleaned HTML: what only we may add.

In: the sanitiser's output. Out: the same with headings in order, links that
leave the site marked, and tables that scroll by themselves on a small screen.

Every step relies on that output being canonical: a ``<`` always starts a tag,
and no attribute value holds ``<``, ``>`` or a double quote.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable

FIRST_LEVEL_IN_RECORDS = 3  # a record's page has its title at 1 and its sections at 2
ANCHOR_PREFIX = "s-"  # keeps a heading from taking the name of something in the page's frame
_LABEL_LENGTH = 80

_HEADING = re.compile(r"<h([1-6])>(.*?)</h\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_TABLE = re.compile(r"<table>(.*?)</table>", re.DOTALL)
_HEADER_CELL = re.compile(r"<th(?:>| [^>]*>)(.*?)</th>", re.DOTALL)
_ALIGNED = re.compile(r'<(t[hd]) align="(left|center|right)">')
_LEAVING = re.compile(r'<a href="(?=https?:)', re.IGNORECASE)
_LOCAL_ADDRESS = re.compile(r' (href|src)="(?![a-zA-Z][a-zA-Z0-9+.\-]*:)([^"]*)"')
_FRAGMENT = re.compile(r'<a href="#(?!s-)([^"]+)"')


def finish(clean: str, page: bool) -> str:
    """Cleaned HTML, ready to stand in a page."""
    done = clean
    if "<h" in done:
        done = _order_headings(done, page)
    if "<a " in done:
        done = _LEAVING.sub('<a rel="noopener nofollow" href="', done)
        if page:
            done = _FRAGMENT.sub(rf'<a href="#{ANCHOR_PREFIX}\1"', done)
    if "<table>" in done:
        done = _TABLE.sub(_scrolling, done)
    return done


def relink(finished: str, resolve: Callable[[str], str]) -> str:
    """Each address that stays on the site (``href`` and ``src``) as ``resolve`` gives it back."""

    def replace(match: re.Match[str]) -> str:
        address = resolve(html.unescape(match[2]))
        return f' {match[1]}="{html.escape(address)}"'

    return _LOCAL_ADDRESS.sub(replace, finished)


def from_root(finished: str, root: str) -> str:
    """Links written from the site's root (``/plan/``) made to work below ``root`` (``../../``)."""
    quoted = html.escape(root)
    return finished.replace(' href="/', f' href="{quoted}').replace(' src="/', f' src="{quoted}')


def to_plain(finished: str) -> str:
    """The words only, on one line."""
    spaced = re.sub(r"</(?:p|h\d|li|dt|dd|t[hdr]|pre|blockquote)>|<[bh]r>", " ", finished)
    return " ".join(html.unescape(_TAG.sub("", spaced)).split())


def _order_headings(clean: str, page: bool) -> str:
    """Headings renumbered so that no level is skipped; on pages each gets an anchor."""
    taken: set[str] = set()
    typed: list[int] = []
    first_level = FIRST_LEVEL_IN_RECORDS

    def replace(match: re.Match[str]) -> str:
        level = int(match[1])
        while typed and typed[-1] >= level:
            typed.pop()
        typed.append(level)
        new = min(6, first_level + len(typed) - 1)
        return f"<h{new}{_anchor(match[2], taken) if page else ''}>{match[2]}</h{new}>"

    if not page:
        return _HEADING.sub(replace, clean)
    first_level = 2
    title = _HEADING.search(clean)
    if not title or title[1] != "1":
        return _HEADING.sub(replace, clean)
    # The page's own title stays the one heading of level 1; any later one steps down.
    name = f"<h1{_anchor(title[2], taken)}>{title[2]}</h1>"
    return clean[: title.start()] + name + _HEADING.sub(replace, clean[title.end() :])


def _anchor(heading: str, taken: set[str]) -> str:
    words = re.sub(r"[^\w\s-]", "", to_plain(heading).lower())
    name = ANCHOR_PREFIX + (re.sub(r"[\s_-]+", "-", words).strip("-")[:60] or "section")
    number = 2
    unique = name
    while unique in taken:
        unique, number = f"{name}-{number}", number + 1
    taken.add(unique)
    return f' id="{unique}"'


def _scrolling(match: re.Match[str]) -> str:
    """The table in a region of its own that the keyboard can reach and scroll."""
    body = _ALIGNED.sub(r'<\1 class="\2">', match[1])
    body = body.replace("<th></th>", "<td></td>")
    body = re.sub(r"<th(?=[ >])", '<th scope="col"', body)
    return (
        f'<div class="table-scroll" role="region" tabindex="0" aria-label="{_label(match[1])}">'
        f"<table>{body}</table></div>"
    )


def _label(table: str) -> str:
    """A name for the region in the table's own words: those of its header row."""
    cells = [to_plain(cell) for cell in _HEADER_CELL.findall(table)]
    words = ", ".join(cell for cell in cells if cell)
    if len(words) > _LABEL_LENGTH:
        words = words[: _LABEL_LENGTH - 1].rstrip() + "…"
    return html.escape(words or "Table")
