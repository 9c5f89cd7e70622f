"""What of the site is searched: its pages come in, bare pages for Pagefind go out.

A page carries what results are filtered by and what they show besides an
excerpt. Codes and words of the facts come from the index of all commitments.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from html import escape
from typing import Any

from nh3 import clean

from openroadmap.commands.stored import bytes_of
from openroadmap.immutable import immutable
from openroadmap.mkdocs_plugin.site import Site
from openroadmap.mkdocs_plugin.words import translator_of
from openroadmap.render.page import Page
from openroadmap.views.finding.lookup import EXPLORE_INDEX, GROUP_OF, GROUPS

JOINT = "␟"
"""Between the code of a filter's value and its words: Pagefind knows values by one text."""


@immutable
class SearchedPage:
    """A page as Pagefind gets it."""

    address: str
    lang: str
    marks: str
    body: str
    weight: str = ""

    @property
    def html(self) -> str:
        weight = f' data-pagefind-weight="{self.weight}"' if self.weight else ""
        body = f"<body><div{weight}>{self.marks}{self.body}</div></body>"
        return f'<html lang="{escape(self.lang)}">{body}</html>'


WEIGHTS = dict.fromkeys(
    ("rule", "rules", "standards-rule", "dictionary", "dictionary-table"), "0.2"
)
"""Who looks for a word wants promises that have it, and then the rules and tables that speak of
it on every page. Pagefind's scale is from 0 to 10, with 1 for a text."""

_NUMBER = '<p class="or-eyebrow"'
"""Where a commitment's page has its number; who looks for it wants that page first."""

Marks = list[tuple[str, str, str]]
"""Whether it is a filter or only shown ("meta"), its name, and the value."""


def searched_pages(site: Site) -> Iterator[SearchedPage]:
    """The pages that are searched, in the order of their addresses: it decides Pagefind's files."""
    facts = _Facts(json.loads(bytes_of(dict(site.files).get(EXPLORE_INDEX, b"{}"))))
    for page in sorted(site.pages, key=lambda each: each.address):
        if page.kind in GROUP_OF:
            marks = "".join(_mark(*mark) for mark in facts.of(page))
            weight = WEIGHTS.get(page.kind, "")
            yield SearchedPage(page.address, page.lang, marks, str(page.body), weight)


TEXT = frozenset(
    {
        *("h1", "h2", "h3", "h4", "h5", "h6", "section", "div", "p", "pre", "blockquote", "br"),
        *("li", "dt", "dd", "table", "tr", "th", "td", "summary", "figcaption"),
    }
)
"""Elements that part one text from another; of all others only the text goes to Pagefind."""

WITHIN = frozenset({"span", "sup"})
"""Elements within a text, some of which are left out by their class."""

SILENT = frozenset({"nav", "svg", "form", "template", "noscript", "button", "script", "style"})
"""Elements of which nothing goes there."""

_END = re.compile(f"</(?:{'|'.join(sorted(TEXT))})>")

KEPT = {"*": {"class", "aria-labelledby"}} | {f"h{n}": {"id"} for n in range(1, 7)}
"""Attributes that say what is left out, and where in the page a result leads."""


def bare(page: SearchedPage) -> str:
    """The page's HTML with what Pagefind needs: it takes a third less time than for all of it."""
    body = clean(
        page.body, tags=set(TEXT | WITHIN), clean_content_tags=set(SILENT),
        attributes=KEPT, link_rel=None,
    )  # fmt: skip
    parted = _END.sub(r"\g<0> ", body)  # or the last word of a cell is one with the next's first
    numbered = parted.replace(_NUMBER, f'{_NUMBER} data-pagefind-weight="7"')
    return replace(page, body=numbered).html


def _mark(kind: str, name: str, value: str) -> str:
    """An empty element that gives Pagefind a value, whatever signs are in it."""
    return f'<i data-v="{escape(value)}" data-pagefind-{kind}="{name}[data-v]"></i>'


class _Facts:
    """What the index of all commitments says, by the addresses of pages."""

    def __init__(self, index: Mapping[str, Any]) -> None:
        self.index = index
        self.members = {id: (name, example) for id, name, example in index.get("members", ())}
        self.plans = {
            f"{index['members'][member][0]}/{id}": (place, title)
            for place, (member, id, title, *_) in enumerate(index.get("plans", ()))
        }
        columns = index.get("commitments", {})
        self.commitments = {
            (plan, id): row
            for row, (plan, id) in enumerate(
                zip(columns.get("plan", ()), columns.get("id", ()), strict=True)
            )
        }

    def of(self, page: Page) -> Marks:
        """A page's marks, as far as its address and kind tell."""
        group = GROUP_OF[page.kind]
        words = translator_of(page.lang)
        marks: Marks = [_filter("kind", group, words.gettext(GROUPS[group]))]
        member, _, rest = page.address.partition("/")
        if member not in self.members or group in ("rule", "content"):
            return marks
        name, example = self.members[member]
        marks.append(_filter("member", member, name))
        plan = f"{member}/{rest.partition('/')[0]}"
        place, title = self.plans.get(plan, (-1, ""))
        shown = (words.gettext("Example") if example else "", name, title)
        marks.append(("meta", "place", " · ".join(filter(None, shown))))
        row = self.commitments.get((place, page.address.removeprefix(f"{plan}/").strip("/")))
        return marks if row is None else [*marks, *self._of_commitment(row, words)]

    def _of_commitment(self, row: int, words: Any) -> Marks:
        columns = self.index["commitments"]
        code, word = self.index["statuses"][columns["status"][row]]
        own = columns["words"][row]
        areas = (self.index["areas"][place] for place in columns["areas"][row])
        return [
            _filter("status", code, word),
            ("meta", "code", code),
            ("meta", "status", words.gettext("“{words}”", words=own) if own else word),
            *(_filter("area", *area) for area in areas),
        ]


def _filter(name: str, code: str, words: str) -> tuple[str, str, str]:
    return "filter", name, f"{code}{JOINT}{words}"
