"""At a terminal: everything at its place, nothing wider than the screen, nothing but text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openroadmap.findings import Level
from openroadmap.report.report import Screen
from openroadmap.report.safe import log_line, one_line
from openroadmap.report.text import text
from report_samples import FILE, line, plain, report

ANY = st.text(st.characters(codec=None, exclude_categories=()), max_size=40)
COMMANDS = ("error", "warning", "debug", "notice", "add-mask", "stop-commands", "group", "set-env")


def is_command(printed: str) -> bool:
    """As GitHub's runner decides whether a line is a command, in its new form and its old one."""
    known = "|".join(COMMANDS)
    new = re.match(rf"\s*::({known})\b.*?::", printed)
    return bool(new or re.search(rf"##\[({known})", printed))


def test_a_finding_says_where_what_why_and_how_to_mend_it() -> None:
    one = line(what="The commitment ends before it starts.")
    assert text(report(one)).splitlines() == [
        FILE,
        "     8:10  error   C05  The commitment ends before it starts.",
        "                   Why  Everybody plans by these dates.",
        "                        OGP's commitment template",
        "                        https://ogp.example/",
        "                   Fix  Correct the one that is wrong.",
        "                        starts_on: 2026-01-01",
        "                        ends_on: 2026-12-31",
        "",
        "1 error, 0 warnings and 0 notes in 6 record files of 1 plan.",
        "More on each rule: https://example.org/plans/rules/",
    ]


def test_why_a_rule_matters_is_said_once_and_what_and_fix_each_time() -> None:
    printed = text(report(*(line(at=(row, 1)) for row in range(1, 41))))
    assert printed.count("Everybody plans by these dates.") == 1
    assert printed.count("ends_on: 2026-12-31") == 1
    assert printed.count("before it starts on") == 40
    assert printed.count("Fix  Correct the one that is wrong.") == 40


def test_another_example_of_the_same_rule_is_shown() -> None:
    printed = text(report(line(), line(example="due_on: 2026-Q3")))
    assert "due_on: 2026-Q3" in printed


def test_without_findings_there_is_the_summary_alone() -> None:
    assert text(report()) == "0 errors, 0 warnings and 0 notes in 6 record files of 1 plan.\n"


def test_a_finding_on_a_whole_file_or_folder_has_no_line() -> None:
    printed = text(report(line(at=(0, 0))))
    assert printed.splitlines()[1].startswith("           error   C05  The commitment")


def test_a_finding_that_belongs_to_no_file_has_no_heading() -> None:
    assert not text(report(line(file=""))).startswith("\n")


def test_a_clause_of_this_site_is_linked_when_its_address_is_known() -> None:
    ours = line(clause=("Principle 6", "/method/", "ours"))
    assert "https://example.org/plans/method/" in text(report(ours))
    assert "method" not in text(report(ours, site_url=""))


@pytest.mark.parametrize("width", [60, 80, 100])
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    long = " ".join(["Not recorded for this commitment: problem, solution."] * 6)
    printed = text(report(line(what=long, why=long, fix=long), screen=Screen(width=width)))
    assert max(map(len, printed.splitlines())) <= width


def test_colour_is_for_terminals_and_leaves_the_words_in_their_columns() -> None:
    bare = text(plain())
    painted = text(report(*plain().lines, screen=Screen(colour=True)))
    assert "\x1b" not in bare
    assert "\x1b[1;31merror\x1b[0m" in painted
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == bare


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("\x1b[2J\x1b[31mred", "\\u001b[2J\\u001b[31mred"),
        ("\x9b31m", "\\u009b31m"),
        ("a\rb", "a\\u000db"),
        ("a\x07\x08b", "a\\u0007\\u0008b"),
        ("left\u202eright", "left\\u202eright"),
        ("one\u2028two", "one\\u2028two"),
        ("\ufeffmark", "\\ufeffmark"),
        ("tag\U000e0041", "tag\\U000e0041"),
        ("half\ud800", "half\\ud800"),
        ("two\nlines", "two lines"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_what_a_terminal_would_obey_is_shown_as_its_code(typed: str, shown: str) -> None:
    assert one_line(typed) == shown


@given(ANY, ANY, ANY)
def test_no_control_character_passes(title: str, file: str, example: str) -> None:
    printed = text(report(line(what=title, why=title, fix=title, file=file, example=example)))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", printed)
    assert printed.encode()


HOSTILE = st.lists(
    st.sampled_from(["::", ":", "error", "add-mask", "##[", "#", "group]", " ", "\n", "x" * 30]),
    max_size=12,
).map("".join)


@given(HOSTILE, HOSTILE, HOSTILE)
def test_no_line_starts_a_command_in_a_forges_log(title: str, file: str, example: str) -> None:
    printed = text(report(line(what=title, why=title, fix=title, file=file, example=example)))
    assert [each for each in printed.splitlines() if is_command(each)] == []


@pytest.mark.parametrize(
    "typed", ["::error::x", "   ::add-mask::x", "text ##[group]x", "##[add-mask]x"]
)
def test_a_command_is_told_from_text_and_is_text_afterwards(typed: str) -> None:
    assert is_command(typed)
    assert not is_command(log_line(typed))


def test_the_gravest_word_is_never_left_to_colour_alone() -> None:
    for level in Level:
        assert f" {level.value} " in text(report(line(level=level)))
