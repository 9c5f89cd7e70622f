"""Words are filled in whole, and dates and numbers look as each language writes them."""

from __future__ import annotations

import gettext
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openroadmap.i18n import Translator, translator

DAY = date(2027, 9, 30)


def words(lang: str) -> Translator:
    """A language as it is without a catalogue of its own: only dates and numbers differ."""
    return Translator(lang, gettext.NullTranslations())


@pytest.mark.parametrize(
    ("lang", "day", "month", "quarter"),
    [
        ("en", "30 September 2027", "September 2027", "3rd quarter 2027"),
        ("fr", "30 septembre 2027", "septembre 2027", "3e trimestre 2027"),
        (
            "es",
            "30 de septiembre de 2027",
            "septiembre de 2027",
            "3.er trimestre de 2027",
        ),
    ],
)
def test_dates_are_written_out_as_the_language_writes_them(
    lang: str, day: str, month: str, quarter: str
) -> None:
    assert words(lang).day(DAY) == day
    assert words(lang).month(DAY) == month
    assert words(lang).quarter(DAY) == quarter


def test_the_first_of_a_month_has_no_zero_before_it() -> None:
    assert words("en").day(date(2027, 1, 1)) == "1 January 2027"


@pytest.mark.parametrize(
    ("lang", "number"), [("en", "1,234,567"), ("fr", "1\u202f234\u202f567"), ("es", "1.234.567")]
)
def test_large_numbers_are_grouped_as_the_language_groups_them(lang: str, number: str) -> None:
    assert words(lang).number(1_234_567) == number


@given(st.integers(min_value=-999, max_value=999))
def test_a_small_number_is_its_digits(number: int) -> None:
    assert words("fr").number(number) == str(number)


def test_a_sentence_is_filled_from_its_arguments() -> None:
    assert translator("en").gettext("Due on {day}.", day="1 May") == "Due on 1 May."


def test_a_missing_argument_is_an_error_and_never_a_hole_on_a_page() -> None:
    with pytest.raises(KeyError, match="day"):
        translator("en").gettext("Due on {day} in {place}.", place="Austin")


def test_a_count_chooses_its_sentence_and_fills_itself_in() -> None:
    said = translator("en").ngettext
    assert [said("{n} vote", "{n} votes", n) for n in (0, 1, 2, 1_200)] == [
        "0 votes",
        "1 vote",
        "2 votes",
        "1,200 votes",
    ]


def test_text_from_a_record_is_never_taken_for_a_placeholder() -> None:
    said = translator("en").gettext("Title: {title}", title="{secret} {0} %s")
    assert said == "Title: {secret} {0} %s"


@pytest.mark.parametrize("lang", ["xx", "", "C", "../../etc", "en\0", "EN"])
def test_a_language_without_words_is_said_to_have_none(lang: str) -> None:
    with pytest.raises(FileNotFoundError):
        translator(lang)


@pytest.mark.parametrize(
    ("lang", "tag", "name"),
    [
        ("en", "fr", "French"),
        ("fr", "es", "espagnol"),
        ("en", "pt-BR", "Brazilian Portuguese"),
        ("en", "fr-SN", "French (Senegal)"),
        ("en", "xx", "xx"),
        ("en", "xx-YY", "xx-YY"),
    ],
)
def test_a_language_is_called_by_its_name_or_by_its_tag(lang: str, tag: str, name: str) -> None:
    assert words(lang).language(tag) == name
