"""What changed since adoption, in words: dates by days, names come and gone, texts by words."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from drift_samples import STEP, records
from hypothesis import given
from hypothesis import strategies as st
from openroadmap.history.differences import Change, Difference
from openroadmap.history.drift import drift_of
from openroadmap.model.commitment import Milestone, Promise
from openroadmap.model.fields import Record
from openroadmap.model.member import PlanPromise
from openroadmap.model.parts import Supporters
from openroadmap.model.table import table
from openroadmap.views.drift.promise import DifferenceItem, view_difference
from openroadmap.views.drift.word_diff import word_pieces
from openroadmap.views.drift.words import difference_words
from page_samples import WORDS


def lists_of(model: type[Record]) -> list[str]:
    """The fields that are lists of names."""
    return [each.name for each in table(model).values() if each.many and each.model is None]


def told(was: dict[str, Any], now: dict[str, Any], today: date) -> DifferenceItem:
    (found,) = drift_of(records(was, now), today).differences
    return view_difference(found, WORDS)


@pytest.mark.parametrize(
    ("was", "now", "sentence"),
    [
        ("2026-06-30", "2026-12-31", "moved by 184 days, from 30 June 2026 to 31 December 2026."),
        (
            "2026-05-02",
            "2026-05-01",
            "was brought forward by 1 day, from 2 May 2026 to 1 May 2026.",
        ),
        ("2026-Q3", "2026-12", "moved from 3rd quarter 2026 to December 2026."),
        ("2026-09-30", "2026-09", "moved from 30 September 2026 to September 2026."),
        (None, "2026", ": now 2026. Before, nothing was said."),
        ("2026", None, ": was 2026. Since then, nothing is said."),
    ],
)
def test_a_date_says_by_how_many_days_only_where_both_are_known_to_the_day(
    was: str | None, now: str | None, sentence: str, today: date
) -> None:
    item = told({"ends_on": was}, {"ends_on": now}, today)
    assert item.change == "Date changed"
    assert item.sentence == f"The end date{sentence if sentence[0] == ':' else f' {sentence}'}"


def test_a_date_of_a_milestone_names_the_milestone_by_what_it_was_called(today: date) -> None:
    later = {**STEP, "due_on": "2026-Q4"}
    item = told({"milestones": [STEP]}, {"milestones": [later]}, today)
    assert item.sentence == (
        "The due date of “Open the register” moved from 30 June 2026 to 4th quarter 2026."
    )


def test_names_say_who_came_and_who_went(today: date) -> None:
    item = told(
        {"supporting": {"other": ["Radio", "Press"]}},
        {"supporting": {"other": ["Press", "College"]}},
        today,
    )
    assert item.sentence == (
        "Joined as a partner (others): College. No longer named as a partner (others): Radio."
    )


LISTS = [
    *(("", "one", name) for name in lists_of(Promise)),
    *(("", "one", f"supporting.{name}") for name in lists_of(Supporters)),
    *(("m1", "one", name) for name in lists_of(Milestone)),
    *(("", "", name) for name in lists_of(PlanPromise)),
]


def test_a_name_that_ends_in_a_full_stop_brings_no_second_one(today: date) -> None:
    item = told({}, {"supporting": {"other": ["Press Inc."]}}, today)
    assert item.sentence == "Joined as a partner (others): Press Inc."


@pytest.mark.parametrize(("milestone", "commitment", "field"), LISTS)
def test_every_list_of_names_has_its_words(milestone: str, commitment: str, field: str) -> None:
    """Also those that come to the models later."""
    each = Difference(Change.SCOPE, commitment, "Step", milestone, field, ("Press",), ("Radio",))
    came, went = difference_words(each, WORDS).split(". ")
    assert came.endswith(": Radio")
    assert went.startswith("No longer named as ")
    assert went.endswith(": Press.")
    assert "supporting" not in came + went


def test_another_lead_is_named_with_the_one_before(today: date) -> None:
    item = told({"lead": "Treasury"}, {"lead": "Ministry"}, today)
    assert item.sentence == "The lead institution changed from “Treasury” to “Ministry”."


def test_a_milestone_that_was_dropped_says_when_it_was_due(today: date) -> None:
    item = told({"milestones": [STEP]}, {}, today)
    assert item.change == "Milestone dropped"
    assert item.sentence == "“Open the register” was due 30 June 2026."


def test_a_text_shows_its_words(today: date) -> None:
    item = told({"solution": "Publish every contract."}, {"solution": "Publish contracts."}, today)
    assert item.sentence == "The solution was reworded:"
    kinds = [each.kind for each in item.pieces]
    assert kinds[0] == "same"
    assert set(kinds) == {"same", "removed", "added"}


FEW = ("every", "contract", "is", "public", ",", ".", "free\n\n-", "now")
TEXTS = st.lists(st.sampled_from(FEW), max_size=20)


@given(TEXTS.map(" ".join), TEXTS.map(" ".join))
def test_the_pieces_hold_both_texts(before: str, after: str) -> None:
    pieces = word_pieces(before, after)
    for kind, text in (("added", before), ("removed", after)):
        kept = "".join(each.text for each in pieces if each.kind != kind)
        if "[…]" not in kept:
            assert "".join(kept.split()) == "".join(text.split())


def test_a_long_run_without_a_change_is_shortened() -> None:
    same = " ".join(f"word{number}" for number in range(200))
    text = "".join(each.text for each in word_pieces(f"{same} old", f"{same} new"))
    assert "[…]" in text
    assert text.count("word") == 12
    assert text.endswith("old new")


def test_texts_that_share_little_stand_one_after_the_other() -> None:
    pieces = word_pieces("Publish every contract.", "Hold a hearing in each ward, yearly.")
    assert [each.kind for each in pieces] == ["removed", "added"]


def test_very_long_texts_are_not_compared_word_by_word() -> None:
    pieces = word_pieces("a " * 4_000, "a " * 3_999)
    assert [each.kind for each in pieces] == ["removed", "added"]
