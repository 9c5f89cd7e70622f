"""The words of the rules: complete, reviewed by eye, plain and kind.

`golden/messages.txt` holds every sentence as people see it. After a change:
GOLDEN=write pytest tests/rules, and read what changed.
"""

from __future__ import annotations

import ast
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import openroadmap
import pytest
from example_site import HERE, findings_of
from openroadmap.findings import Finding, Level, Place
from openroadmap.i18n import translator
from openroadmap.read.refusals import FAULTS
from openroadmap.rules import RULE, RULES, Rule, page_of, sentences, tell
from test_rules_cases import every_case

GOLDEN = HERE / "golden" / "messages.txt"
ENGINE = Path(openroadmap.__file__).parent
ENGLISH = translator("en")

SAMPLES: dict[str, str | int] = {
    "above": 2, "address": "riverside/", "allowed": "limited, substantial", "bracket": "[",
    "byte": "0xE9", "character": "@", "closing": "]", "codepoint": "U+200B",
    "codepoints": "U+0065 U+0301", "commitment": "open-contracts", "completed_on": "2026-10-02",
    "saying": "2026-11-later-end", "same_day": "2026-09-14",
    "completion": "substantial", "contribution": "2025-10-02-register",
    "clean": "https://example.org/news", "check": "outreach",
    "contributions": "2025-10-02-register",
    "corrected": "title: Publish every public contract", "count": 3, "date": "2026-10-01",
    "days_earlier": 31, "days_later": 92,
    "decision": "not_accepted", "details": "m1 deliverable, m2 due_on", "due_on": "2026-09",
    "earlier": "2026-02-01", "ended_on": "2025-10", "ends_on": "2027-12-31", "escape": "\\d",
    "field": "ends_on", "fields": "problem, lead", "first": "starts_on", "first_line": 3,
    "found": "TBD", "id": "open-contracts", "key": "leed", "kind": "commitment",
    "known": "title, lead", "label": "Ongoing", "language": "fr", "later": "2026-01-01",
    "length": 742, "likely": "é", "limit": 600, "line": 7, "line_above": 6, "lines": 2,
    "inner": "title", "marker": "<<<<<<< HEAD",
    "milestone": "m1", "milestones": "m1, m2", "most": 6,
    "name": "Open Contracts.yml", "other": "open-budgets", "parameter": "utm_source",
    "part": "milestones", "plan": "2024-2025", "plain": "ends on",
    "published_on": "2026-09-01", "quote": '"',
    "quoted": '"Open data: now"',
    "received_on": "2025-10-02", "recorded": 4,
    "recorded_on": "2026-09-14", "removed_on": "2026-08-01", "scheme": "javascript",
    "second": "ends_on", "size": 300_000, "spaces": 4, "starts_on": "2026-07-01", "stated": 5,
    "suggestion": "lead", "tag": "b", "term": "2027-11", "text": "30/09/2027", "total": 5,
    "unnamed_on": "2026-08-01", "until": "2028-02", "url": "https://example.org/register",
    "value": "Open data: now", "values": "transparency", "whole": "https://example.org/",
    "word": "café",
}  # fmt: skip

OWN: dict[str, dict[str, str | int]] = {
    "D02": {
        "changes": "commitments/riverside/2026-2028/views/lab.yml",
        "more": 2,
    },
    "R01": {"suggestion": "open-contracts"},
    "S01": {"key": "leed"},
    "S03": {"field": "policy_areas", "text": "open-data, public-participation"},
    "S04": {"suggestion": "2027-09-30"},
    "S05": {"field": "completion", "text": "limitted", "suggestion": "limited"},
    "S06": {"field": "title"},
    "S07": {"key": "ends_on"},
    "F01": {"suggestion": "open-contracts.yml", "limit": 80},
    "F02": {"known": "commitments, updates, views", "id": "open-budgets"},
    "F04": {"limit": 262_144, "name": "chart.png"},
    "F05": {"limit": 80, "name": "How We Work.md"},
    "F06": {"name": "sitemap.md"},
    "F08": {"key": "template", "known": "title, description", "limit": 120},
    "F09": {"name": "hooks"},
    "F10": {"target": "take-prat.md"},
    "T06": {"most": 400, "found": 512},
    "Y01": {"name": "zero width space", "key": "ends on"},
    "Y02": {
        "key": "title", "text": "title:Publish every public contract", "codepoint": "U+00A0",
        "corrected": "title: Publish every public contract",
        "quoted": '"Open data: now"',
    },
    "Y03": {"name": "finance"},
    "Y04": {"tag": "!!int"},
    "Y08": {"limit": 12},
    "Y09": {"limit": 262_144},
    "Y10": {"text": "Publish every public contract"},
    "Y11": {"key": "title", "text": "#1 the Charter", "quoted": '"Adopt #1 the Charter"'},
}
"""Where a rule's sentence needs another value to make sense."""

every_rule = pytest.mark.parametrize("rule", RULES, ids=[rule.code for rule in RULES])


def keys_of(rule: Rule) -> list[str]:
    """Each variant, and each with a plus sign: the sentence for when it has that argument."""
    variants = {key.partition("+")[0] for key in rule.messages}
    chosen = (key for key in (*rule.fixes, *rule.examples) if "+" in key)
    return sorted({*rule.messages, *(key for key in chosen if key.partition("+")[0] in variants)})


Found = Mapping[tuple[str, str], Finding]
"""A finding of a rule and variant, as some case tells it."""


def finding_of(rule: Rule, key: str, found: Found) -> Finding:
    """A finding for one sentence; the values are those of a case where one tells it."""
    variant, _, argument = key.partition("+")
    others = {
        each.partition("+")[2] for each in keys_of(rule) if each.startswith(f"{variant}+")
    } - {argument}
    args = {**SAMPLES, **OWN.get(rule.code, {})}
    place, path = Place("commitments/riverside/2026-2027/a.yml"), (str(args.get("field", "title")),)
    if (case := found.get((rule.code, variant))) is not None:
        place, path = case.place, case.path
        args |= case.args
        args |= {name: args[name] or SAMPLES[name] for name in (argument,) if name}
    args = {name: value for name, value in args.items() if name not in others}
    return Finding(rule.code, rule.level, place, path, variant, args)


def rendered(rule: Rule, key: str, found: Found) -> str:
    """One sentence with its fix and its example."""
    told = tell(finding_of(rule, key, found), ENGLISH)
    example = "".join(f"\n        {line}" for line in told.example.splitlines())
    return f"{rule.code} {key or '·'}\n    {told.what}\n    -> {told.fix}{example}\n"


def findings_in_cases(tmp_path_factory: pytest.TempPathFactory) -> Found:
    """A finding of each rule and variant in all cases, with a suggestion where one has any."""
    found: dict[tuple[str, str], Finding] = {}
    for case in every_case():
        folder = tmp_path_factory.mktemp("case")
        for finding in findings_of(folder, case.snippets):
            key = (finding.rule, finding.variant)
            if key not in found or finding.args.get("suggestion"):
                found[key] = finding
    return found


def every_finding(tmp_path_factory: pytest.TempPathFactory) -> tuple[Finding, ...]:
    """A finding for every sentence of every rule."""
    found = findings_in_cases(tmp_path_factory)
    return tuple(finding_of(rule, key, found) for rule in RULES for key in keys_of(rule))


@pytest.fixture(scope="module")
def found_in_cases(tmp_path_factory: pytest.TempPathFactory) -> Found:
    return findings_in_cases(tmp_path_factory)


def test_every_sentence_is_as_it_was_reviewed(found_in_cases: Found) -> None:
    every = (rendered(rule, key, found_in_cases) for rule in RULES for key in keys_of(rule))
    text = "\n".join(every)
    if os.environ.get("GOLDEN") == "write":
        GOLDEN.write_text(text, "utf-8")
    assert text == GOLDEN.read_text("utf-8")


def test_the_list_of_rules_is_complete_and_in_files_of_their_names() -> None:
    files = {path.stem for path in (ENGINE / "rules").glob("[a-z][0-9][0-9]_*.py")}
    assert {stem.partition("_")[0].upper() for stem in files} == {rule.code for rule in RULES}
    assert len(files) == len(RULES) == len(RULE)
    slugs = [rule.slug for rule in RULES]
    assert len(set(slugs)) == len(slugs)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", slug) for slug in slugs)


@every_rule
def test_every_sentence_has_a_fix(rule: Rule) -> None:
    for key in rule.messages:
        variant = key.partition("+")[0]
        assert rule.fixes.get(variant) or rule.fixes.get(""), f"{rule.code} {variant} has no fix"


@every_rule
def test_no_fix_and_no_example_is_for_a_variant_that_is_not_there(rule: Rule) -> None:
    variants = {key.partition("+")[0] for key in rule.messages}
    for key in (*rule.fixes, *rule.examples):
        assert key.partition("+")[0] in {"", *variants}, f"{rule.code} {key}"


BLAMING = re.compile(
    r"\b(invalid|illegal|bad|must|forgot|failed|failure|error|fatal|wrongly|please|sorry|simply"
    r"|obviously|just)\b",
    re.IGNORECASE,
)


@every_rule
def test_sentences_are_short_plain_and_kind(rule: Rule) -> None:
    for sentence in (*rule.messages.values(), *rule.fixes.values()):
        assert len(sentence) <= 150, sentence
        assert sentence[0].isupper() or sentence[0] in "{“", sentence
        assert sentence[-1] in ".?}", sentence
        assert not BLAMING.search(sentence), sentence


def test_everything_that_can_be_told_can_be_translated() -> None:
    every = set(sentences())
    for rule in RULES:
        assert {*rule.messages.values(), *rule.fixes.values(), rule.clause.title} <= every
        assert {page_of(rule, ENGLISH).title} <= every


def test_a_long_value_is_cut_and_a_number_is_written_for_readers() -> None:
    args = {"size": 300_000, "limit": 262_144, "name": "a" * 500 + "\n"}
    told = tell(Finding("F04", Level.ERROR, Place("a"), (), "large", args), ENGLISH)
    assert told.what == f"“{'a' * 90}…” has 300,000 bytes; 262,144 is the most."


def test_every_sentence_of_a_check_is_told_by_some_case(found_in_cases: Found) -> None:
    checked = [rule for rule in RULES if rule.check or rule.check_history]
    told = {(rule.code, key.partition("+")[0]) for rule in checked for key in rule.messages}
    assert told <= set(found_in_cases)


# Every variant that the source can give has a sentence. The variants of rules are read from
# `Fault(...)`, those of readers from calls and tuples that begin with a rule's code.

_CODE = re.compile(r"[A-Z]\d\d\Z")
_VARIANT = re.compile(r"[a-z]+([_-][a-z]+)*\Z")
_ARGUMENTS = {"name", "note", "key"}


def constants(node: ast.AST) -> Iterator[str]:
    for inner in ast.walk(node):
        if isinstance(inner, ast.Constant) and isinstance(inner.value, str):
            yield inner.value


def given_by_readers() -> Iterator[tuple[str, str, str]]:
    folders = ("read", "commands", "mkdocs_plugin")
    for file in (path for folder in folders for path in (ENGINE / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                parts = [arg for arg in node.args if isinstance(arg, ast.Constant | ast.IfExp)]
            elif isinstance(node, ast.Tuple):
                parts = list(node.elts)
            else:
                continue
            code = next((each for part in parts for each in constants(part)), "")
            if _CODE.match(code):
                direct = [part for part in parts if isinstance(part, ast.Constant | ast.IfExp)]
                variants = [each for part in direct[1:2] for each in constants(part)]
                for variant in variants:
                    yield file.name, code, variant


def test_every_variant_that_reading_gives_has_a_sentence() -> None:
    given = set(given_by_readers())
    assert len(given) > 40
    unknown = [
        (file, code, variant)
        for file, code, variant in given
        if _VARIANT.match(variant) and variant not in RULE[code].messages
    ]
    assert not unknown
    assert {code for code, _ in FAULTS} <= {rule.code for rule in RULES}


def given_by_rules() -> Iterator[tuple[str, str]]:
    for file in (ENGINE / "rules").glob("[a-z][0-9][0-9]_*.py"):
        code = file.name[:3].upper()
        for function in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(function, ast.FunctionDef):
                yield from ((code, variant) for variant in variants_of(function))


def variants_of(function: ast.FunctionDef) -> Iterator[str]:
    """The third argument of each ``Fault(...)``, and what a name that stands there was given."""
    assigned = {
        target.id: node.value
        for node in ast.walk(function)
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(function):
        if not (isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Fault"):
            continue
        third = node.args[2] if len(node.args) > 2 else ast.Constant("")
        value = assigned.get(third.id) if isinstance(third, ast.Name) else third
        if isinstance(value, ast.Constant):
            yield value.value
        elif isinstance(value, ast.IfExp):
            yield from (c.value for c in (value.body, value.orelse) if isinstance(c, ast.Constant))
        elif isinstance(value, ast.Call) and getattr(value.func, "id", "") == "missing_variant":
            yield from ("missing", "not-recorded")


def test_every_variant_that_a_check_gives_has_a_sentence() -> None:
    given = set(given_by_rules())
    assert len(given) > 50
    assert not [(code, each) for code, each in given if each not in RULE[code].messages]
