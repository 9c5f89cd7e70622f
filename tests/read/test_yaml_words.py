"""Each fault that reading YAML finds has its words, and no words lack their fault."""

from __future__ import annotations

from string import Formatter

import pytest
from openroadmap.read.refusals import FAULTS
from openroadmap.rules import RULES

WORDS = {
    (rule.code, variant): str(words)
    for rule in RULES
    if rule.code.startswith("Y")
    for variant, words in rule.messages.items()
}


@pytest.mark.parametrize(("code", "variant"), FAULTS)
def test_a_fault_has_words(code: str, variant: str) -> None:
    assert WORDS.get((code, variant)), f"{code} says nothing of {variant}"


@pytest.mark.parametrize(("code", "variant"), WORDS)
def test_words_ask_only_for_what_the_fault_tells(code: str, variant: str) -> None:
    told = FAULTS[code, variant.partition("+")[0]]
    asked = {name for _, name, _, _ in Formatter().parse(WORDS[code, variant]) if name}
    assert asked <= set(told)
