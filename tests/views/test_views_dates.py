"""Dates are written as exactly as they are known."""

from __future__ import annotations

import pytest
from openroadmap.i18n import translator
from openroadmap.model.dates import parse_date
from openroadmap.views.dates import words_for_any, words_for_period

WORDS = translator("en")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2027", "2027"),
        ("2027-Q3", "3rd quarter 2027"),
        ("2027-09", "September 2027"),
        ("2027-09-30", "30 September 2027"),
    ],
)
def test_a_date_is_no_more_exact_than_it_was_recorded(text: str, expected: str) -> None:
    assert WORDS.partial(parse_date(text)) == expected


def test_no_date_has_no_words() -> None:
    assert words_for_any(None, WORDS) == ""


@pytest.mark.parametrize(
    ("start", "end", "label", "expected"),
    [
        ("2025-01", "2027-06", None, "January 2025 to June 2027"),
        ("2017", "2017", None, "2017"),
        ("2025-01", None, None, "From January 2025"),
        (None, "2027-06", None, "Until June 2027"),
        ("2025", None, "Ongoing", "2025 to Ongoing"),
        (None, None, "Ongoing", "Ongoing"),
        (None, "2027", "at the latest", "2027 (at the latest)"),
        (None, None, None, ""),
    ],
)
def test_a_period_says_what_is_known_of_it(
    start: str | None, end: str | None, label: str | None, expected: str
) -> None:
    first, last = (parse_date(text) if text else None for text in (start, end))
    assert words_for_period(first, last, WORDS, label) == expected
