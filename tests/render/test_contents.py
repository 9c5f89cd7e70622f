"""A long page lists its sections; a short one does not."""

from __future__ import annotations

from openroadmap.i18n import translator
from openroadmap.render.contents import FEW, MARK, with_contents

WORDS = translator("en")


def sections(number: int) -> str:
    return "".join(f'<h2 id="part-{chr(97 + each)}">Part {each}</h2>' for each in range(number))


def test_a_short_page_has_no_list() -> None:
    body = sections(FEW)
    assert with_contents(f"<p>a</p>{MARK}{body}", WORDS) == f"<p>a</p>{body}"


def test_a_long_page_links_to_each_section_below_the_list_and_to_none_above() -> None:
    body = with_contents(f'<h2 id="above">Above</h2>{MARK}{sections(FEW + 1)}', WORDS)
    assert [f'<a href="#part-{letter}">' in body for letter in "abcdefg"] == [True] * 7
    assert "#above" not in body


def test_counts_and_sources_of_a_heading_stay_out_of_the_list() -> None:
    heading = '<h2 id="own">Own <span class="or-count">3</span><sup class="or-cite">1</sup></h2>'
    assert '<a href="#own">Own</a>' in with_contents(MARK + heading + sections(FEW), WORDS)


def test_a_template_without_a_place_for_the_list_is_left_alone() -> None:
    assert with_contents(sections(9), WORDS) == sections(9)
