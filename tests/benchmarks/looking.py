"""Is the site there at all? A site's folder comes in; its size, or what is missing, goes out."""

from __future__ import annotations

import gzip
import html
import json
import os
import re
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from sides import Side

_TAG = re.compile(r"<(?:script|style).*?</(?:script|style)>|<[^>]+>", re.DOTALL)
SMALL = 40_000
_ARTICLE = re.compile(r"<(article|main)\b.*</\1>", re.DOTALL)


class MissingError(AssertionError):
    """A page, or a text on a page, is not in the site that was built."""


@dataclass(frozen=True, slots=True)
class Size:
    """``pages`` are HTML files, ``words`` the words of a commitment's page (median).

    ``largest`` is the size of the largest page in bytes, compressed as a host would.
    """

    files: int
    pages: int
    bytes: int
    words: int
    largest: int


def commitments(base: Path) -> list[dict[str, Any]]:
    """What the generator says of each commitment."""
    return json.loads((base / "pages.json").read_text("utf-8"))


def look(side: Side, expected: list[dict[str, Any]]) -> Size:
    """Find every commitment on a page of its own, whole; then count."""
    words = [len(find(side, page).split()) for page in expected]
    files = [Path(here) / name for here, _, names in os.walk(side.site) for name in names]
    return Size(
        files=len(files),
        pages=sum(map(is_page, files)),
        bytes=sum(file.stat().st_size for file in files),
        words=int(median(words)),
        largest=max(map(compressed, filter(is_page, files))),
    )


def is_page(file: Path) -> bool:
    return file.suffix == ".html"


def compressed(file: Path) -> int:
    """What a page weighs on the wire; one that is small as it is need not be compressed."""
    data = file.read_bytes()
    return len(gzip.compress(data, 6)) if len(data) > SMALL else len(data)


def find(side: Side, page: dict[str, Any]) -> str:
    """The words of a commitment's page, which must hold all that is expected of it."""
    text = text_of(side.site / page["address"] / "index.html", page)
    for wanted in (page["title"], *page["texts"]):
        if _plain(wanted) not in text:
            raise MissingError(f"{side.name}: {wanted!r} is not on {page['address']}")
    return text


def text_of(file: Path, page: dict[str, Any]) -> str:
    """The words of a page's main part, without tags."""
    if not file.is_file():
        raise MissingError(f"there is no page for {page['title']!r}: {file}")
    content = file.read_text("utf-8")
    found = _ARTICLE.search(content)
    return _plain(html.unescape(_TAG.sub(" ", found[0] if found else content)))


def _plain(text: str) -> str:
    """Apostrophes and spaces as one kind, because builders write them as they like."""
    return " ".join(text.replace("’", "'").replace("¶", " ").split())
