"""The one block that a page may hold besides what it shows: a page comes in, its data go out.

Anything else that could be taken for a script of its own is refused here, for
every test that reads pages.
"""

from __future__ import annotations

import json
from html.parser import HTMLParser
from typing import Any

ATTRIBUTES = [("type", "application/ld+json")]
"""All that its tag says. No browser runs a script of that type."""


def data_of(html: str) -> dict[str, Any]:
    """The data for programs, {} where a page has none; there is no other inline script."""
    reader = _Blocks()
    reader.feed(html)
    reader.close()
    assert len(reader.blocks) <= 1
    if not reader.blocks:
        return {}
    (text,) = reader.blocks
    assert text.isascii()
    assert text.isprintable()
    assert not set(text) & set("<>&")
    data = json.loads(text)
    assert data["@context"] == "https://schema.org"
    assert data["@graph"]
    return dict(data)


def things(html: str, kind: str = "") -> list[dict[str, Any]]:
    """What the data tell of, of one type of schema.org if one is named."""
    return [each for each in data_of(html).get("@graph", []) if kind in ("", each["@type"])]


class _Blocks(HTMLParser):
    """Collects scripts without an address, which may be of one type only."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[str] = []
        self.within = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "script" and not dict(attrs).get("src"):
            assert attrs == ATTRIBUTES
            self.blocks.append("")
            self.within = True

    def handle_endtag(self, tag: str) -> None:
        self.within = False

    def handle_data(self, data: str) -> None:
        if self.within:
            self.blocks[-1] += data
