"""A link of a text from the site's root arrives, wherever the site is published."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from openroadmap.i18n import translator
from openroadmap.render.html import open_bodies, render
from openroadmap.render.page import Page


@dataclass(frozen=True, slots=True)
class SmallView:
    address: str
    text: str
    kind: str = "small"
    title: str = "Small"
    description: str = ""
    source: str = ""


def page_at(address: str, folder: Path) -> Page:
    bodies = open_bodies(translator("en"), [folder])
    return render(SmallView(address, "[how](/how-we-work/) [out](https://example.org/)"), bodies)


def test_a_link_from_the_root_is_written_from_where_the_page_lies(tmp_path: Path) -> None:
    (tmp_path / "small.html").write_text("{{ view.text | prose }}", "utf-8")
    deep = page_at("member/plan/promise/", tmp_path).body
    assert '<a href="../../../how-we-work/">how</a>' in deep
    assert 'href="https://example.org/"' in deep
    assert '<a href="./how-we-work/">how</a>' in page_at("", tmp_path).body
