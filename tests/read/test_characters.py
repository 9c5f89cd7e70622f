"""Each character that contributed texts may not hold, and those that they need."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openroadmap.read.characters import (
    MOST_MARKS,
    Character,
    Decomposed,
    check_characters,
    find_decomposed,
    is_clean,
)

ALL = "".join(map(chr, range(sys.maxunicode + 1)))
REFUSED = {found.codepoint: found.reason for found in check_characters(ALL, prose=True)}
REFUSED_IN_NAMES = {found.codepoint: found.reason for found in check_characters(ALL, prose=False)}

EMBEDDINGS = range(0x202A, 0x202F)
ISOLATES = range(0x2066, 0x206A)


def reason(code: int, table: dict[str, str] = REFUSED) -> str | None:
    return table.get(f"U+{code:04X}")


@pytest.mark.parametrize("code", [*EMBEDDINGS, *ISOLATES])
def test_characters_that_turn_the_direction_of_text_are_refused(code: int) -> None:
    assert reason(code) == "bidi"


def test_control_characters_are_refused_but_for_tab_and_line_end() -> None:
    controls = {code for code in range(0x110000) if unicodedata.category(chr(code)) == "Cc"}
    assert {code for code in controls if reason(code) is None} == {0x09, 0x0A}
    assert all(reason(code, REFUSED_IN_NAMES) for code in controls)


def test_every_other_way_to_end_a_line_is_refused() -> None:
    assert {reason(code) for code in (0x0D, 0x85, 0x2028, 0x2029)} == {"line-end"}


def test_surrogates_are_refused() -> None:
    assert {reason(code) for code in range(0xD800, 0xE000)} == {"surrogate"}


def test_all_66_noncharacters_are_refused() -> None:
    expected = {*range(0xFDD0, 0xFDF0)}
    expected |= {plane << 16 | low for plane in range(17) for low in (0xFFFE, 0xFFFF)}
    refused = {int(code[2:], 16) for code, why in REFUSED.items() if why == "noncharacter"}
    assert refused == expected
    assert len(refused) == 66


def test_private_use_characters_are_refused() -> None:
    private = [code for code in range(0x110000) if unicodedata.category(chr(code)) == "Co"]
    assert {reason(code) for code in private} == {"private"}


@pytest.mark.parametrize("code", [0x200B, 0xFEFF, 0x2060, 0x3164, 0xE0041])
def test_characters_that_cannot_be_seen_are_refused(code: int) -> None:
    assert reason(code) == "invisible"


def test_the_mark_of_a_lost_letter_is_refused() -> None:
    assert reason(0xFFFD) == "damaged"


@pytest.mark.parametrize(
    "text",
    [
        "العربية\u200f (2026)\u200e",  # marks of direction, in Arabic
        "می\u200cخواهم",  # non-joiner, in Persian
        "क्\u200dष",  # joiner, in Hindi
        "« oui\u00a0»\u202f!",  # no-break spaces, in French
        "Ärger­lich",  # soft hyphen, in German
        "👩\u200d👩\u200d👧 ❤️",  # joiners in a picture
        "日本語、中文。한국어",
        "tab\tand\nline",
        "Elgeyo Marakwet – “open”",
    ],
)
def test_what_the_worlds_languages_need_is_let_through_in_prose(text: str) -> None:
    assert list(check_characters(text, prose=True)) == []
    assert is_clean(text.encode())


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("a\u200db", "mark"),
        ("a\u200eb", "mark"),
        ("a\u00adb", "mark"),
        ("a\u00a0b", "space"),
        ("a\u3000b", "space"),
        ("a\tb", "control"),
        ("a\nb", "control"),
        ("a\u202eb", "bidi"),
    ],
)
def test_names_may_hold_less_than_prose(name: str, why: str) -> None:
    assert [found.reason for found in check_characters(name, prose=False)] == [why]


def test_letters_digits_and_punctuation_of_all_scripts_are_let_through() -> None:
    stopped = {
        code for code in REFUSED if unicodedata.category(chr(int(code[2:], 16)))[0] in "LNPMS"
    }
    assert stopped == {"U+3164", "U+FFA0", "U+FFFD"}  # two fillers, and the mark of a lost letter


def test_a_character_tells_its_place_and_name() -> None:
    found = list(check_characters("é\n\nab\u202ec\u200b", prose=True))
    assert found == [
        Character(5, 3, 3, "U+202E", "right-to-left override", "bidi"),
        Character(7, 3, 5, "U+200B", "zero width space", "invisible"),
    ]


@settings(deadline=None)
@given(st.text(st.characters(codec="utf-8")))
def test_the_quick_look_agrees_with_the_close_one(text: str) -> None:
    assert is_clean(text.encode()) == (not list(check_characters(text, prose=True)))


@settings(deadline=None)
@given(st.text())
def test_a_place_points_at_its_character(text: str) -> None:
    lines = [line + "\n" for line in text.split("\n")]
    for found in check_characters(text, prose=False):
        assert f"U+{ord(text[found.offset]):04X}" == found.codepoint
        assert lines[found.line - 1][found.column - 1] == text[found.offset]


def test_a_letter_typed_as_two_characters_is_told_with_the_word_to_type() -> None:
    text = "one\nte\u0301le\u0301phone and re\u0301seau\nthree\nme\u0301tro"
    assert find_decomposed(text) == Decomposed(2, 1, "téléphone", "U+0301 U+0301", lines=2)


@pytest.mark.parametrize("text", ["plain", "déjà vu", "Việt Nam", "ครั้ง", "हिन्दी", "עִבְרִית"])
def test_composed_text_needs_no_mending(text: str) -> None:
    assert find_decomposed(unicodedata.normalize("NFC", text)) is None


@settings(deadline=None)
@given(st.text())
def test_whatever_is_not_composed_is_found(text: str) -> None:
    assert bool(find_decomposed(text)) != unicodedata.is_normalized("NFC", text)


def test_dozens_of_marks_on_one_letter_are_no_writing() -> None:
    found = find_decomposed("a" + "\u0315\u0316" * MOST_MARKS)
    assert isinstance(found, Character)
    assert (found.reason, found.column) == ("stacked", MOST_MARKS + 2)
