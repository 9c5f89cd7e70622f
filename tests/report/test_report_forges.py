"""For forges and programs: well formed, stable, and never a command of a contributor's making."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from openroadmap import __version__
from openroadmap.findings import Finding, Level, Place
from openroadmap.report import FORMATS
from openroadmap.report.fingerprint import fingerprint, number_repeats
from openroadmap.report.github import PER_FILE, github
from openroadmap.report.gitlab import gitlab
from openroadmap.report.json import as_json, json_schema
from openroadmap.report.markdown import MOST, code, markdown
from openroadmap.report.safe import markdown_text
from openroadmap.report.sarif import sarif
from report_samples import FILE, line, plain, report

ANY = st.text(max_size=30) | st.lists(
    st.sampled_from(["::", "::error::", "%0A", "%", ",", ":", "\n", "\r", "file=x", "`", "x"]),
    max_size=10,
).map("".join)


# GitHub


def commands(printed: str) -> list[tuple[str, dict[str, str], str]]:
    """Read output as the runner does: the lines that are commands, taken apart and unescaped."""
    found = []
    for each in re.split(r"\r\n|\r|\n", printed):
        if command := re.match(r"\s*::(\w[\w-]*)(?: (.*?))?::(.*)\Z", each):
            name, given, message = command.groups()
            properties = dict(pair.split("=", 1) for pair in (given or "").split(",") if pair)
            found.append((name, {k: _open(v) for k, v in properties.items()}, _open(message)))
    return found


def _open(text: str) -> str:
    for escaped, plain_ in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ",")):
        text = text.replace(escaped, plain_)
    return text.replace("%25", "%")


def test_each_finding_is_an_annotation_at_its_place() -> None:
    printed = github(plain())
    assert [(name, p["file"], p["line"], p["col"]) for name, p, _ in commands(printed)] == [
        ("error", FILE, "8", "10"),
        ("warning", FILE, "1", "1"),
        ("notice", "commitments/riverside/Odd Name, été", "1", "1"),
    ]
    _, properties, message = commands(printed)[0]
    assert properties["title"].startswith("C05: The commitment ends")
    assert message.splitlines()[-1] == "https://example.org/plans/rules/C05/"
    assert printed.splitlines()[-1].startswith("1 error, 1 warning and 1 note")


@given(ANY, ANY, ANY)
def test_nothing_that_is_typed_starts_a_command_of_its_own(
    title: str, file: str, example: str
) -> None:
    printed = github(report(line(what=title, file=file, fix=title, example=example)))
    ((name, properties, message),) = commands(printed)
    assert name == "error"
    assert set(properties) == {"file", "line", "col", "title"}
    assert properties["file"] == file
    assert properties["line"] == "8"
    assert title in message


def test_a_file_with_many_findings_counts_those_after_the_eighth() -> None:
    errors = [line(at=(row, 1)) for row in range(1, 21)]
    warnings = [line(level=Level.WARNING, at=(row, 1)) for row in range(1, 4)]
    found = commands(github(report(*errors, *warnings)))
    assert [name for name, *_ in found] == ["error"] * (PER_FILE + 1) + ["warning"] * 3
    assert found[PER_FILE][2] == "12 more in this file: see the summary of this job."


def test_errors_come_before_warnings_because_a_forge_shows_only_the_first_ten() -> None:
    mixed = [line(level=Level.WARNING, file="a.yml"), line(file="b.yml")]
    assert [name for name, *_ in commands(github(report(*mixed)))] == ["error", "warning"]


# JSON


def test_the_json_report_follows_its_own_published_schema() -> None:
    content = json.loads(as_json(plain()))
    Draft7Validator.check_schema(json_schema())
    assert list(Draft7Validator(json_schema()).iter_errors(content)) == []
    assert (content["version"], content["as_of"]) == (1, "2026-11-23")
    assert content["summary"] == {"errors": 1, "warnings": 1, "notes": 1, "files": 6, "plans": 1}


def test_the_json_report_gives_every_address_in_full() -> None:
    first, _, last = json.loads(as_json(plain()))["findings"]
    assert first["url"] == "https://example.org/plans/rules/C05/"
    assert last["clause"]["url"] == "https://example.org/plans/method/"


@given(ANY, ANY)
def test_whatever_is_typed_the_json_report_can_be_read_back(title: str, file: str) -> None:
    content = json.loads(as_json(report(line(what=title, file=file))))
    assert list(Draft7Validator(json_schema()).iter_errors(content)) == []
    assert (content["findings"][0]["what"], content["findings"][0]["file"]) == (title, file)


# GitLab and SARIF


def test_gitlab_gets_an_issue_for_each_finding() -> None:
    issues = json.loads(gitlab(plain()))
    assert [issue["severity"] for issue in issues] == ["major", "minor", "info"]
    assert issues[0]["description"].startswith("C05: The commitment ends")
    assert issues[0]["location"] == {"path": FILE, "lines": {"begin": 8}}
    assert issues[2]["location"]["lines"]["begin"] == 1
    assert len({issue["fingerprint"] for issue in issues}) == 3


def moved(finding: Finding, lines: int) -> Finding:
    """The same fault after lines were added above it."""
    place = Place(finding.place.file, finding.place.line + lines, finding.place.column)
    args = {k: v + lines if isinstance(v, int) else v for k, v in finding.args.items()}
    return replace(finding, place=place, args=args)


FINDINGS = st.builds(
    Finding,
    rule=st.sampled_from(["C05", "Y06"]),
    level=st.just(Level.ERROR),
    place=st.builds(Place, st.sampled_from(["a.yml", "b.yml"]), st.integers(1, 9), st.just(1)),
    path=st.sampled_from([(), ("ends_on",), ("milestones", 0), ("milestones", "0")]),
    variant=st.sampled_from(["", "duplicate"]),
    args=st.dictionaries(st.sampled_from(["key", "line"]), st.integers(1, 9) | st.just("x")),
)


@given(FINDINGS, st.integers(1, 500))
def test_a_fingerprint_stays_when_lines_are_added_above(finding: Finding, lines: int) -> None:
    assert fingerprint(moved(finding, lines)) == fingerprint(finding)


@given(st.lists(FINDINGS, max_size=12))
def test_no_two_findings_of_a_check_share_a_fingerprint(findings: list[Finding]) -> None:
    marks = list(number_repeats(findings))
    assert len(set(marks)) == len(findings)


def test_the_fingerprint_of_one_fault_does_not_depend_on_others() -> None:
    other, own = line(path=("starts_on",)).finding, line().finding
    assert list(number_repeats([other, own]))[1] == fingerprint(own)


def test_sarif_holds_the_rules_that_found_something_and_their_results() -> None:
    content = json.loads(sarif(plain()))
    (run,) = content["runs"]
    assert content["version"] == "2.1.0"
    rules = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    assert set(rules) == {"C05", "C02", "F01"}
    assert rules["C05"]["helpUri"] == "https://example.org/plans/rules/C05/"
    assert all(rule["help"]["text"] for rule in rules.values())
    assert [result["level"] for result in run["results"]] == ["error", "warning", "note"]
    for result in run["results"]:
        assert result["ruleId"] in rules
        assert result["message"]["text"]
        (location,) = result["locations"]
        region = location["physicalLocation"]["region"]
        assert region["startLine"] >= 1
        assert region["startColumn"] >= 1
    assert run["columnKind"] == "unicodeCodePoints"


def test_sarif_writes_a_file_name_as_an_address() -> None:
    result = json.loads(sarif(plain()))["runs"][0]["results"][2]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert re.fullmatch(r"[\w./%~-]+", uri, re.ASCII)
    assert unquote(uri) == "commitments/riverside/Odd Name, été"


# Markdown


def test_markdown_groups_by_file_and_says_why_once_a_rule() -> None:
    printed = markdown(report(line(), line(at=(9, 1))))
    assert printed.count(f"### `{FILE}`") == 1
    assert printed.count("before it starts on") == 2
    assert printed.count("Everybody plans by these dates.") == 1
    assert "[C05](https://example.org/plans/rules/C05/)" in printed
    assert "[OGP's commitment template](https://ogp.example/)" in printed


def test_a_very_long_report_is_cut_and_says_so() -> None:
    printed = markdown(report(*(line(at=(row, 1)) for row in range(1, MOST + 3))))
    assert "2 more are not shown." in printed
    assert printed.count("before it starts on") == MOST
    assert len(printed) < 1024**2


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("<b>x</b>", r"\<b\>x\</b\>"),
        ("[x](y)", r"\[x\]\(y\)"),
        ("# x", r"\# x"),
        ("`x`", r"\`x\`"),
        ("&lt;", "\\&\u200blt;"),
        ("@mayor", "\\@\u200bmayor"),
        ("#12", "\\#\u200b12"),
        ("https://example.org", "https:\u200b//example\\.org"),
        ("www.example.org", "www\u200b\\.example\\.org"),
        ("a\nb", "a b"),
    ],
)
def test_markdown_and_forges_find_nothing_to_act_on(typed: str, written: str) -> None:
    assert markdown_text(typed) == written


PIECES = st.lists(
    st.sampled_from(
        ["@mayor", "#12", "!3", "https://", "HTTP://", "www.", "example.org", "a@b.org", "<b>",
         "</details>", "[x](y)", "![i](j)", "`", "```", "**", "__", "\n", "\n# x\n", "- ", "1. ",
         "&lt;", "\\", "|", "~~", "$x$", " "]
    ),
    max_size=8,
).map("".join)  # fmt: skip


@given(PIECES | st.text(max_size=20))
def test_hostile_text_is_never_a_link_a_mention_html_or_a_heading(typed: str) -> None:
    written = markdown_text(typed)
    assert "\n" not in written
    assert not re.search(r"(?<!\\)(\\\\)*[`*_\[\]()#<>|~!@&$]", written)
    bare = re.sub(r"\\(.)", r"\1", written)  # as the forge sees it, Markdown being done with
    assert not re.search(r"[@#!$%~&^]\w|://|\bwww\.", bare, re.IGNORECASE)


@given(PIECES | st.text(max_size=20))
def test_a_file_name_stays_in_its_code_span(name: str) -> None:
    written = code(name)
    fence = re.match("`+", written)[0]
    assert written.endswith(fence)
    assert fence not in written[len(fence) : -len(fence)]
    assert "\n" not in written


@pytest.mark.parametrize("form", ["markdown", "json", "gitlab", "sarif"])
@given(typed=ANY)
def test_no_line_starts_a_command_where_the_output_is_printed_to_a_log(
    form: str, typed: str
) -> None:
    printed = FORMATS[form](report(line(what=typed, why="Why.", fix=typed, example=typed)))
    assert commands(printed) == []


@given(PIECES, PIECES)
def test_every_heading_and_item_of_the_markdown_is_ours(title: str, example: str) -> None:
    printed = markdown(report(line(what=title, fix=title, example=example)))
    headings = [each for each in printed.splitlines() if each.startswith("#")]
    assert headings == ["## What the check found", f"### `{FILE}`", "### Why these rules"]
    assert sum(each.startswith("- ") for each in printed.splitlines()) == 2


# All


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_ends_in_a_line_end_and_survives_no_findings(form: str) -> None:
    assert FORMATS[form](report()).endswith("\n")
    assert FORMATS[form](plain()).endswith("\n")


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_the_output_is_the_one_that_was_read_by_eye(form: str, golden: Any) -> None:
    printed = FORMATS[form](plain())
    golden(Path(f"plain.{form}.txt"), printed.replace(__version__, "VERSION"))
