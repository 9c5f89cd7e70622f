"""An institution's name as a word of an address: readable, lasting, its own."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openroadmap.views.slugs import slug_of


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Department of Finance", "department-of-finance"),
        ("Ministère de l’Économie", "ministere-de-l-economie"),
        ("  Dept.   of\tFinance ", "dept-of-finance"),
        ("ITEI", "itei"),
    ],
)
def test_a_name_can_be_read_in_its_address(name: str, slug: str) -> None:
    assert slug_of(name) == slug


def test_spellings_of_one_name_share_an_address() -> None:
    assert slug_of("Instituto de Transparencia") == slug_of("INSTITUTO DE  TRANSPARENCIA")
    assert slug_of("Secretaría") == slug_of("Secretaria")


@pytest.mark.parametrize(
    "names",
    [
        ("Министерство финансов", "Министерство здравоохранения"),
        ("وزارة المالية", "وزارة الصحة"),
        ("财政部", "卫生部"),
        ("वित्त मंत्रालय", "स्वास्थ्य मंत्रालय"),
        ("Office " + "x" * 80 + "a", "Office " + "x" * 80 + "b"),
        ("Office 财", "Office 卫"),
    ],
)
def test_names_that_letters_of_addresses_cannot_tell_apart_have_their_own(
    names: tuple[str, str],
) -> None:
    one, other = map(slug_of, names)
    assert one != other


def test_a_name_cannot_take_the_address_of_another() -> None:
    theirs = slug_of("财政部")
    assert slug_of(theirs) != theirs
    assert slug_of(slug_of("Office 财")) != slug_of("Office 财")


@given(st.text(min_size=1, max_size=200))
def test_every_name_makes_a_file_that_every_computer_can_keep(name: str) -> None:
    slug = slug_of(name)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)
    assert len(slug) <= 70
    assert slug not in {"con", "prn", "aux", "nul", "com1", "lpt1"}
