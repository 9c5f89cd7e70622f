"""A scalar is the text that was typed, and becomes a value only as its field says."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openroadmap.model.dates import parse_date
from openroadmap.model.fields import DateField, Id, Line, Name, Prose, Url, Whole, YesNo, code
from pydantic import TypeAdapter, ValidationError

VALUE = code("value")
POLICY_AREA = code("policy_area")
EVERY = (DateField, Id, Line, Name, Prose, Url, Whole, YesNo, VALUE, POLICY_AREA)


def read(form: Any, typed: Any) -> Any:
    return TypeAdapter(form).validate_python(typed)


def refused(form: Any, typed: Any) -> tuple[str, dict[str, Any]]:
    """The type of the one error, and its context."""
    with pytest.raises(ValidationError) as error:
        read(form, typed)
    (fault,) = error.value.errors(include_url=False)
    return fault["type"], fault.get("ctx", {})


@pytest.mark.parametrize(
    "typed", ["NO", "on", "off", "12:30", "12:30:45", "010", "1.10", "1_000", "0x1F", "1e3", "null"]
)
@pytest.mark.parametrize("form", [Line, Prose, Name])
def test_text_means_what_was_typed(form: Any, typed: str) -> None:
    assert read(form, typed) == typed


def test_space_around_a_text_is_dropped() -> None:
    assert read(Line, "  Publish every contract \n") == "Publish every contract"


@pytest.mark.parametrize(("form", "limit"), [(Line, 600), (Name, 300), (Prose, 10_000)])
def test_a_text_may_be_as_long_as_its_limit_and_no_longer(form: Any, limit: int) -> None:
    assert read(form, "x" * limit)
    assert refused(form, "x" * (limit + 1)) == ("string_too_long", {"max_length": limit})


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        *[(text, True) for text in ("yes", "Yes", "YES", "true", "True")],
        *[(text, False) for text in ("no", "No", "NO", "false")],
    ],
)
def test_yes_and_no_are_read_however_they_are_written(typed: str, value: bool) -> None:
    assert read(YesNo, typed) is value


@pytest.mark.parametrize("typed", ["on", "off", "y", "n", "1", "0", "", "oui", "sí", "nope"])
def test_what_is_neither_yes_nor_no_is_refused(typed: str) -> None:
    context = {"variant": "not-yes-no", "text": typed}
    assert refused(YesNo, typed) == ("or_yes_no", context)


@pytest.mark.parametrize(
    ("typed", "value"), [("0", 0), ("7", 7), ("800", 800), ("9" * 12, 10**12 - 1)]
)
def test_digits_are_a_number(typed: str, value: int) -> None:
    assert read(Whole, typed) == value


@pytest.mark.parametrize(
    "typed",
    ["010", "1_000", "1,000", "1 000", "1.10", "1.0", "-1", "+1", "0x1F", "1e3", "almost 800",
     "", "12:30", "١٢", "1٢", "1\n", "9" * 13, "9" * 5_000],
)
def test_what_is_not_exactly_a_whole_number_is_refused(typed: str) -> None:
    assert refused(Whole, typed) == ("or_number", {"variant": "not-whole", "text": typed})


@pytest.mark.parametrize("typed", ["a", "open-data", "2017", "2026-05-14-forum", "m1", "a1-b2-c3"])
def test_small_letters_digits_and_single_hyphens_are_an_id(typed: str) -> None:
    assert read(Id, typed) == typed


@pytest.mark.parametrize(
    "typed",
    ["", "-a", "a-", "a--b", "Open-Data", "open_data", "open data", "été", "a/b", "..", "a.b",
     "open-data\n", "\nopen-data", "ａ", "١"],
)
def test_nothing_else_is_an_id(typed: str) -> None:
    assert refused(Id, typed) == ("or_id", {"variant": "not-an-id", "text": typed})


@pytest.mark.parametrize(
    "typed",
    [
        "https://example.org",
        "http://example.org/",
        "https://example.org:8443/a/b?c=d&e=%20#f",
        "https://münchen.example/straße",
        "https://example.org/a[1]",
    ],
)
def test_an_address_on_the_web_is_kept_as_it_is(typed: str) -> None:
    assert read(Url, typed) == typed


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "example.org",
        "www.example.org",
        "//example.org/",
        "/media/a.png",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "ftp://example.org/",
        "mailto:a@example.org",
        "HTTPS://example.org/",  # the fix says how to write it
        "https://",
        "https:///path",
        "https://?q",
        "https:example.org",
        "https:\\\\example.org",
        "https://example .org",
        "https://example.org/a b",
        "https://example.org/a\tb",
        "https://example.org/\n",
        " https://example.org/",
        "https://[::1",
        "https://[nonsense]/",
        "https://exam\u2100ple.org/",  # a letter that becomes "a/c" when it is looked up
    ],
)
def test_whatever_else_is_no_address(typed: str) -> None:
    assert refused(Url, typed) == ("or_url", {"variant": "not-a-url", "text": typed})


def test_a_date_that_is_none_says_why_and_what_was_meant() -> None:
    kind, context = refused(DateField, "2026-02-30")
    assert kind == "or_date"
    assert context == {
        "variant": "no-such-day", "text": "2026-02-30", "suggestion": "2026-02-28",
    }  # fmt: skip


def test_a_value_that_is_typed_already_stays_as_it_is() -> None:
    assert read(DateField, parse_date("2026-Q2")) == parse_date("2026-Q2")
    assert read(Whole, 3) == 3
    assert read(YesNo, True) is True


def test_an_unknown_code_of_a_closed_list_is_refused_with_the_nearest() -> None:
    context = {"variant": "value", "text": "Transparancy", "suggestion": "transparency"}
    assert refused(VALUE, "Transparancy") == ("or_code", context)


def test_an_unknown_code_of_an_open_list_is_let_through() -> None:
    assert read(POLICY_AREA, "space-travel") == "space-travel"


@pytest.mark.parametrize("form", [DateField, Id, Url, Whole, YesNo, VALUE, POLICY_AREA])
@pytest.mark.parametrize(("typed", "got"), [(["2026"], "list"), ({"a": "b"}, "mapping")])
def test_a_list_or_mapping_in_place_of_a_value_is_a_wrong_form(
    form: Any, typed: Any, got: str
) -> None:
    kind, context = refused(form, typed)
    assert (kind, context["got"]) == ("or_form", got)


@given(st.sampled_from(EVERY), st.recursive(
    st.none() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)
))
def test_nothing_that_can_be_typed_raises_anything_but_a_validation_error(
    form: Any, typed: Any
) -> None:
    try:
        read(form, typed)
    except ValidationError as error:
        assert error.errors()
