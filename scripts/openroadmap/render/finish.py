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

from openroadmap.model.names import scheme_of

FIRST_LEVEL_IN_RECORDS = 3  # a record's page has its title at 1 and its sections at 2
ANCHOR_PREFIX = "s-"  # keeps a heading from taking the name of something in the page's frame
_LABEL_LENGTH = 80

_HEADING = re.compile(r"<h([1-6])>(.*?)</h\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_TABLE = re.compile(r"<table>(.*?)</table>", re.DOTALL)
_HEADER_CELL = re.compile(r"<th(?:>| [^>]*>)(.*?)</th>", re.DOTALL)
_ALIGNED = re.compile(r'<(t[hd]) align="(left|center|right)">')
_LEAVING = re.compile(r'<a href="(?=https?:)', re.IGNORECASE)
# From the tag's beginning, attribute by attribute: a text may speak of href="/" too.
_UP_TO_ADDRESS = r'(<(?:a|img|use)(?:\s+[\w:-]+(?:="[^"]*")?)*?\s+(?:href|src)=")'
_ADDRESS = re.compile(_UP_TO_ADDRESS + r'([^"]*)')
_FROM_ROOT = re.compile(_UP_TO_ADDRESS + "/")
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
        if scheme_of(match[2]):
            return match[0]
        return match[1] + html.escape(resolve(html.unescape(match[2])))

    return _ADDRESS.sub(replace, finished)


def from_root(finished: str, root: str) -> str:
    """Links written from the site's root (``/plan/``) made to work below ``root`` (``../../``)."""
    if '="/' not in finished:
        return finished  # nearly always, and twice as quick as looking for both
    quoted = html.escape(root)
    return _FROM_ROOT.sub(lambda match: match[1] + quoted, finished)


def to_plain(finished: str) -> str:
    """The words only, on one line."""
    spaced = re.sub(r"</(?:p|h\d|li|dt|dd|t[hdr]|pre|blockquote)>|<[bh]r>", " ", finished)
    return " ".join(html.unescape(_TAG.sub("", spaced)).split())


def _order_headings(clean: str, page: bool) -> str:
    """Headings renumbered so that no level is skipped; on pages each gets an anchor."""
    if not page:
        return _HEADING.sub(_Outline(FIRST_LEVEL_IN_RECORDS, anchored=False).place, clean)
    outline = _Outline(2, anchored=True)
    title = _HEADING.search(clean)
    if not title or title[1] != "1":
        return _HEADING.sub(outline.place, clean)
    # The page's own title stays the one heading of level 1; any later one steps down.
    rest = _HEADING.sub(outline.place, clean[title.end() :])
    return f"{clean[: title.start()]}{outline.tag(1, title[2])}{rest}"


class _Outline:
    """Places headings one after the other below a first level."""

    def __init__(self, first_level: int, anchored: bool) -> None:
        self.first_level = first_level
        self.anchored = anchored
        self.typed: list[int] = []  # the levels as typed, of the headings we are under
        self.names: dict[str, int] = {}  # each anchor with the last number given to it

    def place(self, heading: re.Match[str]) -> str:
        level = int(heading[1])
        while self.typed and self.typed[-1] >= level:
            self.typed.pop()
        self.typed.append(level)
        return self.tag(min(6, self.first_level + len(self.typed) - 1), heading[2])

    def tag(self, level: int, words: str) -> str:
        anchor = f' id="{self.name(words)}"' if self.anchored else ""
        return f"<h{level}{anchor}>{words}</h{level}>"

    def name(self, words: str) -> str:
        """A new name made of the heading's words: letters, digits and hyphens only."""
        letters = re.sub(r"[^\w\s-]", "", to_plain(words).lower())
        name = ANCHOR_PREFIX + (re.sub(r"[\s_-]+", "-", letters).strip("-")[:60] or "section")
        unique, number = name, self.names.get(name, 1)
        while unique in self.names:
            number += 1
            unique = f"{name}-{number}"
        self.names[name] = number
        self.names.setdefault(unique, 1)
        return unique


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
