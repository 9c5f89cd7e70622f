"""The site's own pages are held against the rules for texts, at the lines of their files."""

from __future__ import annotations

from openroadmap.findings import Level
from openroadmap.read.content import ContentPage
from openroadmap.rules import run_page_rules


def page(text: str, line: int = 1) -> ContentPage:
    return ContentPage("about.md", "About", "", text, line)


def test_a_page_of_plain_text_has_no_finding() -> None:
    assert run_page_rules([page("# About\n\nWrite to the office at info@example.org.\n")]) == ()


def test_a_private_telephone_number_is_found_where_it_stands() -> None:
    (found,) = run_page_rules([page("# About\n\nCall +44 20 7946 0018.\n", line=5)])
    assert (found.rule, found.level) == ("T03", Level.ERROR)
    assert (found.place.file, found.place.line) == ("content/about.md", 7)


def test_a_text_still_to_be_written_is_a_warning() -> None:
    (found,) = run_page_rules([page("# About\n\nTBD\n")])
    assert (found.rule, found.level) == ("T01", Level.WARNING)


def test_a_link_to_a_neighbouring_page_is_no_fault() -> None:
    assert run_page_rules([page("See the [glossary](glossary.md#lead).\n")]) == ()
