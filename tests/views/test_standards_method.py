"""The page of method says of each requirement what the packs say, and types no number again."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from openroadmap.measure.assessment import STATE_WORDS
from openroadmap.standards.load import our_packs
from openroadmap.views.standards.parts import MEANINGS

PROOFS = {
    "S": "Read in OGP's own published text",
    "P": "Read in part",
    "R": "Known, with the text not at hand",
    "E": "Read on the website of others",
}


@pytest.fixture(scope="module")
def told(root: Path) -> str:
    text = (root / "content" / "method.md").read_text("utf-8")
    start = text.index("## Held against OGP's standards")
    return text[start : text.index("\n## ", start)]


@pytest.mark.parametrize("letter", PROOFS)
def test_how_far_each_clause_is_proven_is_as_in_the_packs(told: str, letter: str) -> None:
    (line,) = re.findall(rf"^- \*\*{PROOFS[letter]}:\*\* (.*)$", told, re.MULTILINE)
    listed = re.findall(r"\[([^]]+)\]\(rules/\1/\)", line)
    every = {each.id: each.proof for pack in our_packs().values() for each in pack.requirements}
    assert sorted(listed) == sorted(id for id, proof in every.items() if proof == letter)


def test_every_state_is_explained_as_on_the_index_of_rules(told: str) -> None:
    lines = [f"- **{word}:** {_continued(MEANINGS[state])}" for state, word in STATE_WORDS.items()]
    assert [line for line in lines if line not in told.splitlines()] == []


def _continued(sentence: str) -> str:
    """The sentence as it goes on after a colon."""
    return sentence[0].lower() + sentence[1:]


def test_no_threshold_is_typed_again(told: str) -> None:
    words = re.sub(r"\[[^]]*\]\([^)]*\)", "", told)
    assert re.findall(r"\d+", words) == []
