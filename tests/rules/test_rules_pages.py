"""The public pages of the rules: complete, and their examples do what they say."""

from __future__ import annotations

from pathlib import Path

import pytest
from example_site import findings_of
from openroadmap.i18n import translator
from openroadmap.rules import PROOFS, RULES, Rule, page_of
from openroadmap.rules.clauses import PRINCIPLES
from openroadmap.rules.page import HEADINGS

ENGLISH = translator("en")
WORDS_ONLY = {"D02", "S06", "Y09"}
"""Rules on sheer size or on git, whose wrong example is told in words and tested elsewhere."""

every_rule = pytest.mark.parametrize("rule", RULES, ids=[rule.code for rule in RULES])


@every_rule
def test_a_page_has_all_its_parts(rule: Rule) -> None:
    page = page_of(rule, ENGLISH)
    assert rule.page is not None
    assert [line[3:] for line in rule.page.splitlines() if line.startswith("## ")] == [*HEADINGS]
    assert page.title
    assert page.says
    assert page.why
    assert page.right.snippets
    assert page.wrong.snippets or (page.wrong.text and rule.code in WORDS_ONLY)


@every_rule
def test_the_wrong_example_is_found_and_nothing_else(rule: Rule, tmp_path: Path) -> None:
    snippets = page_of(rule, ENGLISH).wrong.snippets
    if not snippets:
        return
    found = findings_of(tmp_path, snippets)
    assert [finding.rule for finding in found] == [rule.code], found
    assert found[0].level is rule.level


@every_rule
def test_the_right_example_has_no_fault(rule: Rule, tmp_path: Path) -> None:
    assert findings_of(tmp_path, page_of(rule, ENGLISH).right.snippets) == []


@every_rule
def test_a_clause_is_linked_and_says_how_well_it_is_proven(rule: Rule) -> None:
    clause = rule.clause
    assert clause.title
    assert clause.proof in PROOFS
    assert clause.url.startswith("https://") or clause in PRINCIPLES
    if clause in PRINCIPLES:
        assert clause.proof == "ours"
