"""What C15 says of a change: both values, and of a date by how many days it moved."""

from __future__ import annotations

from pathlib import Path

import pytest
from example_site import REST, findings_of
from openroadmap.i18n import translator
from openroadmap.rules import tell
from openroadmap.rules.page import Snippet

FROZEN = Snippet("yaml", "baseline.yml", f"{REST}\n")
ENGLISH = translator("en")


def said(folder: Path, changed: str, file: str = "commitments/open-contracts.yml") -> str:
    """The one finding where the adopted plan has these lines instead of its own."""
    changes = Snippet("yaml", file, f"{changed}\n{REST}\n")
    (finding,) = findings_of(folder, (FROZEN, changes))
    assert finding.rule == "C15"
    return tell(finding, ENGLISH).what


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ("ends_on: 2027-12-31", "ends_on (2027-09-30 → 2027-12-31), 92 days later."),
        ("ends_on: 2027-08-31", "ends_on (2027-09-30 → 2027-08-31), 30 days earlier."),
        ("ends_on: 2027-10-01", "ends_on (2027-09-30 → 2027-10-01)."),
        ("lead: Ministry of Trade", "lead (Ministry of Finance → Ministry of Trade)."),
        ("strategic_goal: Trust", "strategic_goal (– → Trust)."),
        (
            "lead: Ministry of Trade\nends_on: 2027-12-31",
            "ends_on (2027-09-30 → 2027-12-31), lead (Ministry of Finance → Ministry of Trade).",
        ),
    ],
)
def test_both_values_are_told(changed: str, told: str, tmp_path: Path) -> None:
    what = said(tmp_path, changed)
    assert what.startswith("Not as adopted, and no amendment says why: ")
    assert sorted(what.partition(": ")[2][:-1].split(", ")) == sorted(told[:-1].split(", "))


def test_of_a_long_text_the_words_around_the_change_are_told(tmp_path: Path) -> None:
    text = "Anyone can look up any contract within a week of its signature, in the open register."
    what = said(tmp_path, f"expected_results: {text}")
    assert "within a day of its signature." in what
    assert "within a week of its signature, in" in what
    assert "Anyone can" not in what
    assert what.count("…") == 3


def test_the_plan_itself_is_told_of_in_the_same_way(tmp_path: Path) -> None:
    what = said(tmp_path, "ends_on: 2028-01-31", "plan.yml")
    assert what.endswith("ends_on (2027-12-31 → 2028-01-31), 31 days later.")
