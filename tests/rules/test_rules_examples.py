"""Every finding shows how it is put right, in every output and in the panel of a served site.

The rules, their variants and the requirements are walked over as they are; the
values are those of the cases where one tells the finding.
"""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator
from datetime import date
from html import unescape
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from example_site import REST, findings_of
from jinja2 import Environment, FileSystemLoader
from openroadmap.findings import Finding, Level, Place
from openroadmap.i18n import translator
from openroadmap.mkdocs_plugin.environment import FrameEnvironment
from openroadmap.mkdocs_plugin.panel import Panel
from openroadmap.report import FORMATS
from openroadmap.report.report import Report, Screen, tell_all
from openroadmap.rules import RULES, Rule, tell
from openroadmap.rules.page import Snippet
from openroadmap.rules.requirements import requirement_args
from openroadmap.standards.load import our_packs
from openroadmap.standards.sentences import Sentence
from test_rules_words import every_finding

ENGLISH = translator("en")
THEME = Path(__file__).resolve().parents[2] / "theme"
REQUIREMENTS = tuple(each for pack in our_packs().values() for each in pack.requirements)


def on_requirements() -> Iterator[Finding]:
    """A finding on every requirement of every pack of ours."""
    for each in REQUIREMENTS:
        args = requirement_args(each, Sentence("Nothing of it is on record."), Sentence("Add it."))
        place = Place("commitments/riverside/2026-2027/plan.yml", 3, 1)
        yield Finding(each.id, Level.WARNING, place, (), each.phases[0].value, args)


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> tuple[Finding, ...]:
    return (*every_finding(tmp_path_factory), *on_requirements())


def test_every_rule_variant_and_requirement_is_walked_over(found: tuple[Finding, ...]) -> None:
    seen = {(each.rule, each.variant) for each in found}
    assert {(rule.code, key.partition("+")[0]) for rule in RULES for key in rule.messages} <= seen
    assert {each.id for each in REQUIREMENTS} <= {code for code, _ in seen}


def test_every_finding_has_what_why_how_and_an_example(found: tuple[Finding, ...]) -> None:
    for finding in found:
        told = tell(finding, ENGLISH)
        for said in (told.what, told.why, told.clause_title, told.clause_url, told.fix):
            assert said.strip(), finding
        assert told.example.strip(), finding
        assert not re.search(r"\{\w+\}", told.example), told.example
        assert ": \n" not in f"{told.example}\n", told.example  # a key whose value was not known


def report_of(finding: Finding) -> Report:
    return Report(
        lines=tell_all([finding], ENGLISH), words=ENGLISH, today=date(2026, 11, 23),
        files=1, plans=1, site_url="https://example.org/", screen=Screen(width=4_000),
    )  # fmt: skip


def strings_in(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list):
        for each in data.values() if isinstance(data, dict) else data:
            yield from strings_in(each)


def said(name: str, printed: str) -> str:
    """What a format says, without the escapes of that format."""
    if name in ("json", "gitlab", "sarif"):
        return "\n".join(strings_in(json.loads(printed)))
    if name == "github":
        return printed.replace("%0A", "\n").replace("%25", "%")
    return printed


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_shows_the_example_and_names_the_clause(
    name: str, found: tuple[Finding, ...]
) -> None:
    for finding in found:
        (line,) = report_of(finding).lines
        shown = said(name, FORMATS[name](report_of(finding)))
        for each in line.told.example.splitlines():
            assert each.strip() in shown, (name, finding)
        assert report_of(finding).clause_url(line.told) in shown, (name, finding)


def test_the_panel_of_a_served_site_shows_them_too(found: tuple[Finding, ...]) -> None:
    templates = Environment(
        loader=FileSystemLoader(THEME), autoescape=True, extensions=["jinja2.ext.i18n"]
    )
    templates.newstyle_gettext = True  # type: ignore[attr-defined]
    frame = cast("FrameEnvironment", SimpleNamespace(get_template=templates.get_template))
    for finding in found:
        told = tell(finding, ENGLISH)
        panel = Panel(frame, [finding], "en", frozenset())
        shown = unescape(panel.render(finding.place.file or "a.yml", 1))
        assert told.example in shown, finding
        assert told.clause_url in shown, finding


@pytest.mark.parametrize("rule", RULES, ids=[rule.code for rule in RULES])
def test_an_example_is_short(rule: Rule) -> None:
    for text in rule.examples.values():
        assert text.count("\n") < 10, text
        assert max(map(len, text.splitlines())) <= 100, text


@pytest.mark.parametrize(
    "name", ["a b.yml", "a'; rm -rf ~ #.yml", "$(reboot).yml", "a`b`.yml", "--help", "été.yml"]
)
def test_a_name_in_a_command_is_one_word_whatever_it_holds(name: str) -> None:
    args = {"name": name, "suggestion": "a-b.yml"}
    finding = Finding("F01", Level.ERROR, Place(f"commitments/a b/{name}"), (), "record", args)
    assert shlex.split(tell(finding, ENGLISH).example) == [
        "git", "mv", f"commitments/a b/{name}", "commitments/a b/a-b.yml",
    ]  # fmt: skip


def test_what_cannot_be_shown_of_a_name_is_left_to_the_shell() -> None:
    args = {"name": "a\\xffb.yml", "suggestion": "ab.yml"}
    finding = Finding("F01", Level.ERROR, Place("commitments/a\\xffb\n.yml"), (), "record", args)
    assert tell(finding, ENGLISH).example == "git mv commitments/a?b?.yml commitments/ab.yml"


@pytest.mark.parametrize("variant", ["C10 old", "C13 no-answer", "S01 status-in-commitment"])
def test_an_example_names_the_commitment_at_hand(variant: str) -> None:
    rule, variant = variant.split()
    place = Place("commitments/riverside/2026-2027/commitments/young-council.yml")
    args = {"date": "2026-05-01", "contribution": "2025-10-02-register", "key": "completion"}
    example = tell(Finding(rule, Level.ERROR, place, (), variant, args), ENGLISH).example
    assert "young-council" in example
    assert "open-contracts" not in example


def test_an_answer_that_leads_nowhere_is_shown_the_commitments_that_come_from_it(
    tmp_path: Path,
) -> None:
    files = {
        "contributions/buses.yml": "received_on: 2025-10-02\n",
        "responses/buses.yml": "contributions: [buses]\ndecision: accepted\n",
        "commitments/young-council.yml": f"origin_contributions: [buses]\n{REST}\n",
        "commitments/trees.yml": f"title: Plant trees\n{REST}\n",
    }
    found = findings_of(tmp_path, tuple(Snippet("yaml", *each) for each in files.items()))
    (finding,) = (each for each in found if each.variant == "leads-nowhere")
    assert tell(finding, ENGLISH).example == "commitments: [young-council]"
