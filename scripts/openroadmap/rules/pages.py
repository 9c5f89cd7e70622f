"""The texts of the site's own pages in ``content/``, held against the rules for texts.

In come the pages as read, out come findings at the lines of their files.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from openroadmap.findings import Finding, Level, Place
from openroadmap.read.content import ContentPage
from openroadmap.read.texts import TextFault, check_page_text
from openroadmap.rules.rule import Rule


def run_on_pages(
    pages: Iterable[ContentPage], rules: Mapping[str, Rule]
) -> Iterator[Finding]:
    """Every finding on the texts of the pages."""
    for page in pages:
        for fault in check_page_text(page.text):
            yield _finding(page, fault, rules[fault.rule])


def _finding(page: ContentPage, fault: TextFault, rule: Rule) -> Finding:
    place = Place(page.source, page.line + fault.line - 1, fault.column)
    # A placeholder is something missing, and a page is not a plan that was submitted.
    level = Level.WARNING if rule.code == "T01" else rule.level
    return Finding(rule.code, level, place, (), fault.variant, fault.args)
