"""Annotated records, which anybody can read: what is marked in them is found, and nothing else.

A case is a heading with a sentence and the files it speaks of. What is to be
found is marked where it stands (`# error: C05`), with the variant where that matters
(`# error: C05 milestone-after`); a line such as `Expected: error F03 in
updates/a.yml` says it of a file that can hold no remark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from example_site import findings_of, place_of
from openroadmap.findings import Finding
from openroadmap.i18n import translator
from openroadmap.rules import RULES, tell
from openroadmap.rules.page import Snippet

CASES = sorted((Path(__file__).parent / "cases").glob("*.md"))
ENGLISH = translator("en")

_CASE = re.compile(r"^## (.+)$", re.MULTILINE)
_BLOCK = re.compile(r"^```(\S+) ([^\n]+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_MARK = re.compile(r"\b(error|warning|note): ([A-Z]\d\d)(?: ([\w-]+))?")
_EXPECTED = re.compile(
    r"^Expected: (error|warning|note) ([A-Z]\d\d)(?: ([\w-]+))? in (.+?)(?:, line (\d+))?$",
    re.MULTILINE,
)

Expected = tuple[str, int, str, str, str]
"""File, line, level, code and variant ("" for any)."""


@dataclass(frozen=True, slots=True)
class Case:
    name: str
    snippets: tuple[Snippet, ...]
    expected: tuple[Expected, ...]


def cases_of(file: Path) -> Iterator[Case]:
    _, *parts = _CASE.split(file.read_text("utf-8"))
    for sentence, text in zip(parts[::2], parts[1::2], strict=True):
        snippets = tuple(Snippet(*found.groups()) for found in _BLOCK.finditer(text))
        expected = [*_marked(snippets), *_listed(_BLOCK.sub("", text))]
        yield Case(f"{file.stem}: {sentence}", snippets, tuple(sorted(expected)))


def _marked(snippets: tuple[Snippet, ...]) -> Iterator[Expected]:
    for snippet in snippets:
        for number, line in enumerate(snippet.text.splitlines(), 1):
            for level, code, variant in _MARK.findall(line.partition("#")[2]):
                yield place_of(snippet.file), number, level, code, variant


def _listed(text: str) -> Iterator[Expected]:
    for level, code, variant, file, line in _EXPECTED.findall(text):
        yield place_of(file), int(line or 0), level, code, variant


@cache
def every_case() -> tuple[Case, ...]:
    return tuple(case for file in CASES for case in cases_of(file))


every = pytest.mark.parametrize("case", every_case(), ids=[case.name for case in every_case()])


@every
def test_what_is_marked_is_found_and_nothing_else(case: Case, tmp_path: Path) -> None:
    found = findings_of(tmp_path, case.snippets)
    at = {(mark[0], mark[1], mark[3]): mark[4] for mark in case.expected}
    told = sorted(_seen(finding, at) for finding in found)
    assert told == list(case.expected), [tell(finding, ENGLISH) for finding in found]


def _seen(finding: Finding, at: dict[tuple[str, int, str], str]) -> Expected:
    """The finding as it would be marked; its variant only where the case asks for one."""
    place = finding.place
    variant = finding.variant if at.get((place.file, place.line, finding.rule)) else ""
    return place.file, place.line, finding.level.value, finding.rule, variant


def test_every_rule_with_a_check_has_cases_with_and_without_its_fault() -> None:
    for rule in RULES:
        if rule.check is None and rule.check_history is None:
            continue
        own = [case for case in every_case() if case.name.startswith(rule.code.lower())]
        codes = [{mark[3] for mark in case.expected} for case in own]
        assert any(rule.code in marked for marked in codes), f"{rule.code} is never found"
        assert any(rule.code not in marked for marked in codes), f"{rule.code} is always found"
        assert len(own) >= 3, f"{rule.code} has no case at the edge"
