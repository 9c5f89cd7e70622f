"""Dates say how exact they are, and what is ambiguous is refused with the usual mistake named."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openroadmap.model.dates import NotADateError, PartialDate, Precision, parse_date

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    day = draw(DAYS)
    quarter = (day.month + 2) // 3
    forms = (f"{day:%Y}", f"{day:%Y}-Q{quarter}", f"{day:%Y-%m}", day.isoformat())
    return parse_date(draw(st.sampled_from(forms)))


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("2027", date(2027, 1, 1), date(2027, 12, 31), Precision.YEAR),
        ("2027-Q1", date(2027, 1, 1), date(2027, 3, 31), Precision.QUARTER),
        ("2027-Q3", date(2027, 7, 1), date(2027, 9, 30), Precision.QUARTER),
        ("2027-Q4", date(2027, 10, 1), date(2027, 12, 31), Precision.QUARTER),
        ("2027-09", date(2027, 9, 1), date(2027, 9, 30), Precision.MONTH),
        ("2028-02", date(2028, 2, 1), date(2028, 2, 29), Precision.MONTH),
        ("2027-09-30", date(2027, 9, 30), date(2027, 9, 30), Precision.DAY),
        ("2028-02-29", date(2028, 2, 29), date(2028, 2, 29), Precision.DAY),
        ("2000-02-29", date(2000, 2, 29), date(2000, 2, 29), Precision.DAY),
        ("1900-01-01", date(1900, 1, 1), date(1900, 1, 1), Precision.DAY),
        ("2199-12-31", date(2199, 12, 31), date(2199, 12, 31), Precision.DAY),
    ],
)
def test_a_date_knows_the_days_it_can_mean(
    text: str, first: date, last: date, precision: Precision
) -> None:
    assert parse_date(text) == PartialDate(text, first, last, precision)
    assert str(parse_date(text)) == text


@pytest.mark.parametrize(
    ("text", "variant", "suggestion"),
    [
        # A day or month that no calendar has.
        ("2026-02-30", "no-such-day", "2026-02-28"),
        ("2027-02-29", "no-such-day", "2027-02-28"),
        ("1900-02-29", "no-such-day", "1900-02-28"),
        ("2026-04-31", "no-such-day", "2026-04-30"),
        ("2026-09-00", "no-such-day", "2026-09-30"),
        ("2026-13", "no-such-month", ""),
        ("2026-00-10", "no-such-month", ""),
        # A form that says what was meant.
        ("2026-9", "not-padded", "2026-09"),
        ("2026-9-3", "not-padded", "2026-09-03"),
        ("2026-09-3", "not-padded", "2026-09-03"),
        ("2026-09-30T12:00:00Z", "with-time", "2026-09-30"),
        ("2026-09-30 12:00", "with-time", "2026-09-30"),
        ("2026-q3", "quarter-form", "2026-Q3"),
        ("2026Q3", "quarter-form", "2026-Q3"),
        ("2026 Q3", "quarter-form", "2026-Q3"),
        ("Q3 2026", "quarter-form", "2026-Q3"),
        ("q3/2026", "quarter-form", "2026-Q3"),
        # A form that says what was meant, which is then no date.
        ("2026-2-30", "no-such-day", "2026-02-28"),
        ("2026-13-1", "no-such-month", ""),
        ("2026-02-30T12:00", "no-such-day", "2026-02-28"),
        # Two readings, and nobody guesses.
        ("03/04/2026", "ambiguous", "2026-04-03"),
        ("3.4.2026", "ambiguous", "2026-04-03"),
        ("3.4.26", "ambiguous", ""),
        # Another order, in which only one reading is a date.
        ("2026/04", "other-order", "2026-04"),
        ("2026/04/30", "other-order", "2026-04-30"),
        ("31.12.2025", "other-order", "2025-12-31"),
        ("12/31/2025", "other-order", "2025-12-31"),
        ("5-5-2025", "other-order", "2025-05-05"),
        ("31.4.2025", "no-such-day", "2025-04-30"),
        ("40/50/2025", "no-such-month", ""),
        ("04/2026", "other-order", "2026-04"),
        # In words, and as spreadsheets count.
        ("September 2026", "month-by-name", "2026-09"),
        ("juillet 2025", "month-by-name", "2025-07"),
        ("Août 2025", "month-by-name", "2025-08"),
        ("julio de 2025", "month-by-name", "2025-07"),
        ("1 de julio de 2025", "month-by-name", "2025-07-01"),
        ("1er juillet 2025", "month-by-name", "2025-07-01"),
        ("July 4, 2025", "month-by-name", "2025-07-04"),
        ("4th of July 2025", "month-by-name", "2025-07-04"),
        ("31 June 2025", "no-such-day", "2025-06-30"),
        ("45839", "serial", "2025-07-01"),
        # No date at all, or none of our centuries.
        ("", "not-a-date", ""),
        ("Ongoing", "not-a-date", ""),
        ("Winter 2026", "not-a-date", ""),
        ("July", "not-a-date", ""),
        ("2026-Q5", "not-a-date", ""),
        ("26-09-30", "not-a-date", ""),
        ("1850-01-01", "not-a-date", ""),
        ("2200", "not-a-date", ""),
        ("1850-1-1", "not-a-date", ""),
        ("2026-09-30\n", "not-a-date", ""),
        (" 2026-09-30", "not-a-date", ""),
        ("2026-09-30.", "not-a-date", ""),
        ("20٢٦-٠٩-٣٠", "not-a-date", ""),  # digits, but not those of ISO 8601
        ("２０２６", "not-a-date", ""),
        ("12:30", "not-a-date", ""),
        ("010", "not-a-date", ""),
        ("-2026", "not-a-date", ""),
        ("9" * 5_000, "not-a-date", ""),
    ],
)
def test_what_is_no_date_is_refused_with_the_mistake_named(
    text: str, variant: str, suggestion: str
) -> None:
    with pytest.raises(NotADateError) as refused:
        parse_date(text)
    assert (refused.value.variant, refused.value.suggestion) == (variant, suggestion)


@given(DAYS)
def test_every_iso_date_is_read_as_itself(day: date) -> None:
    read = parse_date(day.isoformat())
    assert (read.first, read.last, read.text) == (day, day, day.isoformat())


@given(st.one_of(st.text(), st.from_regex(r"\d{1,5}[-/. ]?[Qq]?\d{0,3}([-/.]\d{0,3})?([T ]\d)?")))
def test_no_text_raises_anything_but_the_one_error(text: str) -> None:
    try:
        parse_date(text)
    except NotADateError as refused:
        if refused.suggestion:
            assert parse_date(refused.suggestion).text == refused.suggestion


@given(partial_dates())
def test_a_date_has_its_days_in_order_and_a_less_exact_one_has_more_of_them(
    one: PartialDate,
) -> None:
    days = (one.last - one.first) + timedelta(days=1)
    at_least = {1: 365, 2: 90, 3: 28, 4: 1}
    assert days >= timedelta(days=at_least[one.precision])
    assert (days == timedelta(days=1)) == (one.precision is Precision.DAY)


@given(partial_dates())
def test_no_date_is_before_itself(one: PartialDate) -> None:
    assert not one.surely_before(one)


@given(partial_dates(), partial_dates())
def test_of_two_dates_at_most_one_is_before_the_other(one: PartialDate, two: PartialDate) -> None:
    assert not (one.surely_before(two) and two.surely_before(one))


@given(partial_dates(), partial_dates(), partial_dates())
def test_before_is_handed_on(one: PartialDate, two: PartialDate, three: PartialDate) -> None:
    if one.surely_before(two) and two.surely_before(three):
        assert one.surely_before(three)


@given(DAYS, DAYS)
def test_days_are_before_each_other_as_in_the_calendar(one: date, two: date) -> None:
    before = parse_date(one.isoformat()).surely_before(parse_date(two.isoformat()))
    assert before == (one < two)


def test_a_year_and_one_of_its_months_do_not_contradict_each_other() -> None:
    year, month = parse_date("2027"), parse_date("2027-03")
    assert not year.surely_before(month)
    assert not month.surely_before(year)
    assert parse_date("2026-Q4").surely_before(year)


def test_a_date_that_can_mean_two_names_both() -> None:
    with pytest.raises(NotADateError) as refused:
        parse_date("1.7.2025")
    assert (refused.value.suggestion, refused.value.other) == ("2025-07-01", "2025-01-07")
