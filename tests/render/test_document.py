"""A printed plan in HTML: its chapters are the site's pages, and its links work on paper."""

from __future__ import annotations

import re

import html5lib
import pytest
from openroadmap.i18n import translator
from openroadmap.render.document import SCHEME, PrintedPlan, print_plan
from openroadmap.render.html import open_bodies, render
from openroadmap.views.document import view_document
from page_samples import SETTING, commitment_views, plan_view
from plan_samples import sample

SITE = "https://example.org/site/"


def printed(name: str, url: str = SITE) -> PrintedPlan:
    bodies = open_bodies(translator("en"))
    pages = [render(view, bodies) for view in (plan_view(name), *commitment_views(name))]
    view = view_document(sample(name), SETTING, url, ("CC BY 4.0", ""))
    return print_plan(view, pages, bodies, url, "A4")


@pytest.fixture(scope="module")
def full() -> PrintedPlan:
    return printed("rivermouth")


def anchors(html: str) -> list[str]:
    return re.findall(r'<[a-z][^<>]*? id="([^"]*)"', html)


def leads(html: str) -> list[str]:
    return re.findall(r'<a [^<>]*?href="([^"]*)"', html)


def test_it_is_one_document_in_which_every_anchor_is_unique(full: PrintedPlan) -> None:
    html5lib.HTMLParser(strict=True).parse(full.html)
    found = anchors(full.html)
    assert found
    assert len(found) == len(set(found))


@pytest.mark.parametrize("name", ["rivermouth", "ontario", "jalisco"])
def test_links_within_it_arrive(name: str) -> None:
    html = printed(name).html
    inner = {link[1:] for link in leads(html) if link.startswith("#")}
    assert inner
    assert inner - set(anchors(html)) == set()


def test_links_of_the_site_lead_to_its_address_or_nowhere(full: PrintedPlan) -> None:
    for html, url in ((full.html, SITE), (printed("rivermouth", "").html, "")):
        others = {link for link in leads(html) if link and not link.startswith("#")}
        assert {link for link in others if "://" not in link and "mailto:" not in link} == set()
        assert any(link.startswith(SITE) for link in others) is bool(url)


def test_a_commitment_is_led_to_within_the_document(full: PrintedPlan) -> None:
    assert "#c-payments" in leads(full.html)
    assert f"{SITE}rivermouth/2025-2027/payments/" not in leads(full.html)


@pytest.mark.parametrize("name", ["rivermouth", "ontario", "jalisco"])
def test_no_drawing_is_printed_without_a_rule_that_colours_it(name: str) -> None:
    """Without one a shape of SVG is solid black."""
    document = printed(name)
    ruled = set(re.findall(r"\.(or-[\w-]+)", document.style))
    drawings = re.findall(r"<svg .*?</svg>", document.html, re.DOTALL)
    if name == "rivermouth":
        assert drawings  # its commitments are of several statuses: a bar shows them
    left_out = " ".join(re.findall(r"([^{}]*)\{ display: none; \}", document.style))
    for drawing in drawings:
        (first, *inner) = (each.split() for each in re.findall(r' class="([^"]*)"', drawing))
        if not any(f".{one}," in left_out for one in first):
            assert {one for each in (first, *inner) for one in each} - ruled == set()


def test_shapes_stand_beside_their_word_and_are_ornaments(full: PrintedPlan) -> None:
    assert "<svg class=\"or-shape\"" not in full.html
    named = set(re.findall(rf"{SCHEME}[a-z-]+", full.style))
    assert named == set(full.assets)
    assert all(drawing.startswith(b"<svg xmlns=") for drawing in full.assets.values())
