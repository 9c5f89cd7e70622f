"""On public pages a finding speaks of fields and dates as people do; an editor reads the file's."""

from __future__ import annotations

from openroadmap.findings import Finding, Level, Place
from openroadmap.i18n import translator
from openroadmap.rules import tell

WORDS = translator("en")
PLACE = Place("commitments/a/2025/commitments/b.yml", 1, 1)


def finding(rule: str, variant: str, **args: str | int) -> Finding:
    return Finding(rule, Level.WARNING, PLACE, variant=variant, args=args)


def test_the_names_of_fields_are_titles_for_the_public() -> None:
    found = finding("C02", "not-recorded", fields="problem, expected_results, starts_on", count=3)
    assert "expected_results, starts_on" in tell(found, WORDS).what
    public = tell(found, WORDS, public=True).what
    assert "Problem, Expected results, Starts on" in public


def test_dates_are_written_out_for_the_public_as_exact_as_they_are() -> None:
    found = finding("C05", "before-plan", date="2021-09", limit="2023")
    assert "2021-09" in tell(found, WORDS).what
    public = tell(found, WORDS, public=True).what
    assert "September 2021" in public
    assert "2023" in public


def test_what_somebody_typed_stays_as_it_is() -> None:
    found = finding("C11", "", text="problem, 2021-13", suggestion="")
    assert "problem, 2021-13" in tell(found, WORDS, public=True).what
