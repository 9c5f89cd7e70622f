"""Telephone numbers as each country writes its own; other numbers are left alone."""

from __future__ import annotations

import pytest
from openroadmap.read.texts.contacts import find_phones
from openroadmap.read.texts.quick import are_clean_texts


@pytest.mark.parametrize(
    "text",
    [
        "Call 0171 2345678 in the morning",
        "0171/2345678",
        "030-1234567",
        "(030) 1234567",
        "020 7946 0958",
        "01632 960 001.",
        "06 12 34 56 78",
        "06.12.34.56.78",
        "Tel: 2345678",
    ],
)
def test_a_number_in_national_form_is_found_once(text: str) -> None:
    assert len(list(find_phones(text))) == 1
    assert not are_clean_texts((text,))


@pytest.mark.parametrize(
    "text",
    [
        "in 2017 2018",
        "Act 936",
        "a budget of 1 500 000",
        "2018-2020",
        "20160225-017",
        "01/02/2027",
        "05-12-2026",
        "05 12 2026",
        "01.02.2026",
        "0.05 12345678",
        "51.5074, 0.1278",
        "978-0-306-40615-7",
        "0-306-40615-2",
        "ISBN 0 306 40615 2",
        "01 02 03 04",
        "02 1500 2000",
        "010 2020",
    ],
)
def test_another_number_is_left_alone(text: str) -> None:
    assert list(find_phones(text)) == []
