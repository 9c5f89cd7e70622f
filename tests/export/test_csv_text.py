"""A cell of our CSV is never a formula, wherever a spreadsheet splits it, and can be read back."""

from __future__ import annotations

import csv
import re
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openroadmap.export.csv_text import SIGNS, line, quoted, to_cell, to_typed
from openroadmap.render.html import open_bodies, render
from openroadmap.views.data.dictionary import view_dictionary
from page_samples import SETTING

TRIGGERS = "=+-@\t\r\n\0＝＋－＠"
RISKY = st.text(st.sampled_from(f"a1 ;,\"'|{TRIGGERS}"), max_size=30)
ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


def split(text: str, at: str) -> list[str]:
    """The cells of a line as a program reads it that splits there."""
    return [cell for row in csv.reader(StringIO(text, newline=""), delimiter=at) for cell in row]


@given(RISKY | ANY)
def test_what_was_typed_can_be_told_from_the_cell(text: str) -> None:
    assert to_typed(to_cell(text)) == text


@given(RISKY | ANY)
def test_no_cell_begins_like_a_formula(text: str) -> None:
    assert to_cell(text)[:1] not in {*TRIGGERS} - {""} or text == ""


@given(st.lists(RISKY, min_size=1, max_size=4))
def test_no_cell_begins_like_a_formula_where_semicolons_split(texts: list[str]) -> None:
    written = line(["1", *(quoted(text) for text in texts)])
    for at in (";", "\t"):
        for row in written.split("\r\n"):
            for piece in re.split(f"[{at}\r\n\t]", row):
                assert piece.lstrip('"')[:1] not in TRIGGERS or piece.strip('"') == ""


@given(st.lists(RISKY | ANY, min_size=1, max_size=4))
def test_a_line_is_read_back_by_any_program(texts: list[str]) -> None:
    readable = [text.replace("\0", "") for text in texts]  # the reader refuses it everywhere
    written = line(quoted(text) for text in readable)
    assert [to_typed(cell) for cell in split(written, ",")] == readable
    assert written.endswith("\r\n")


NAMES_OF_SIGNS = {
    "\t": "a tab", "\r": "a line break", "\n": "a line break", "\0": "the character NUL",
    "'": "another apostrophe",
}  # fmt: skip


def test_the_dictionary_names_every_sign() -> None:
    page = str(render(view_dictionary(SETTING), open_bodies(SETTING.words)).body)
    (said,) = re.findall("<li>(So that no spreadsheet.*)</li>", page)
    assert [sign for sign in SIGNS if NAMES_OF_SIGNS.get(sign, sign) not in said] == []


@pytest.mark.parametrize(
    ("typed", "cell"),
    [
        ("Publish contracts", "Publish contracts"),
        ("=1+1", "'=1+1"),
        ("'quoted'", "''quoted'"),
        ("a;=1+1", "a;'=1+1"),
        ("- one\n- two", "'- one\n'- two"),
        ("it's; fine", "it's; fine"),
        ("well-kept", "well-kept"),
        ("＝1", "'＝1"),
        ('a;"=1"', "a;'\"=1\""),
        ("", ""),
        ("a\n\nb\r\n\r\nc", "a\n\nb\r\n\r\nc"),  # an empty line, and a line that ends in two signs
        ("a\n\n=1", "a\n\n'=1"),
        ("\n=1", "'\n'=1"),
        ("a;\nb", "a;'\nb"),
        ('a\n"\n=1', "a\n'\"\n'=1"),
        ("\tb\n\tc", "'\tb\n'\tc"),
        ("\0=1", "'\0=1"),
    ],
)
def test_the_rule_is_what_the_dictionary_says(typed: str, cell: str) -> None:
    assert to_cell(typed) == cell
