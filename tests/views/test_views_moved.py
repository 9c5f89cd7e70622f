"""Dates that moved since a plan was adopted: where they stood, in the picture and in words."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from openroadmap.history.differences import Change, Difference
from openroadmap.history.freeze import freeze
from openroadmap.model.dates import parse_date
from openroadmap.model.member import Plan
from openroadmap.views.drift.promise import moved_days
from page_samples import progress_of
from plan_samples import commitment, plan_of

PERIOD = Plan(id="p", title="Plan", starts_on="2026-01-01", ends_on="2026-12-31")
ADOPTED = parse_date("2026-01-01")


def due(*days: str) -> list[dict[str, str]]:
    return [{"id": f"m{n}", "title": f"Step {n}", "due_on": day} for n, day in enumerate(days, 1)]


def page(now: dict[str, Any], adopted: dict[str, Any]) -> Any:
    """The page of a plan whose one commitment was adopted with other fields."""
    before = replace(plan_of(commitment(**adopted)), plan=PERIOD)
    after = replace(before, commitments=(commitment(**now),), baseline=freeze(before, ADOPTED))
    return progress_of(after)[0]


def mark(now: str, adopted: str) -> Any:
    return page({"milestones": due(now)}, {"milestones": due(adopted)}).timeline.rows[0].marks[0]


def test_a_date_that_moved_leaves_a_box_where_it_stood_and_a_line_to_where_it_stands() -> None:
    shown = page({"milestones": due("2026-12-31")}, {"milestones": due("2026-09-30")})
    (one,) = shown.timeline.rows[0].marks
    assert shown.timeline.has_former
    assert one.title == (
        "1. Step 1. 31 December 2026, first due 30 September 2026. Not recorded"
    )
    assert shown.steps[0].adopted == "first due 30 September 2026"
    assert one.former.span.is_exact
    assert float(one.former.span.x) < float(one.former.move.x) < float(one.former.move.end)
    assert one.former.move.end == one.span.x


def test_a_date_that_came_forward_has_its_line_the_other_way_and_a_quarter_is_a_span() -> None:
    former = mark("2026-02-28", adopted="2026-Q4").former
    assert not former.span.is_exact
    assert float(former.move.x) < float(former.move.end) == float(former.span.x)


def test_a_date_that_only_became_exact_needs_no_line() -> None:
    assert mark("2026-11-30", adopted="2026-Q4").former.move is None


def test_an_end_that_moved_is_marked_on_the_band_where_no_shape_stands_for_it() -> None:
    time = {"starts_on": "2026-01-01", "milestones": due("2026-05-31")}
    shown = page({**time, "ends_on": "2026-12-31"}, {**time, "ends_on": "2026-06-30"})
    (row,) = shown.timeline.rows
    assert row.adopted == "When it was adopted, its end was 30 June 2026."
    assert row.adopted in row.label
    assert 49 < float(row.former.span.x) < 50
    assert row.marks[0].former is None


def test_an_end_that_moved_is_marked_by_its_shape_where_there_is_one() -> None:
    shown = page({"ends_on": "2026-12-31"}, {"ends_on": "2026-06-30"})
    (row,) = shown.timeline.rows
    assert row.former is None
    assert row.marks[0].former.move.end == row.marks[0].span.x
    assert shown.steps[0].adopted == "first due 30 June 2026"


def test_the_picture_reaches_as_far_as_a_date_once_did() -> None:
    assert 0 < float(mark("2026-12-31", adopted="2025-01-31").former.span.x) < 10


def test_marks_keep_clear_of_the_boxes_of_others() -> None:
    shown = page({"milestones": due("2026-12-31", "2026-03-31")},
                 {"milestones": due("2026-01-31", "2026-03-31")})  # fmt: skip
    assert len({one.y for one in shown.timeline.rows[0].marks}) == 2


def test_what_is_new_or_had_no_date_is_told_in_words_alone() -> None:
    new = page({"milestones": due("2026-05-31", "2026-12-31")}, {"milestones": due("2026-05-31")})
    assert not new.timeline.has_former
    assert [each.adopted for each in new.steps] == ["", "added after adoption"]
    dated = page({"ends_on": "2026-12-31"}, {"title": "One promise"})
    assert dated.steps[0].adopted == "had no date when it was adopted"
    assert not dated.timeline.has_former


def test_a_day_that_is_as_adopted_though_another_was_agreed_did_not_move() -> None:
    day = parse_date("2026-12-31")
    same = Difference(Change.DATE, "one", "Step 1", "m1", "due_on", day, day)
    moved = replace(same, before=parse_date("2026-06-30"))
    assert moved_days([same]) == {}
    assert moved_days([moved]) == {("one", "m1"): moved}


def test_what_did_not_move_has_no_box() -> None:
    same = page({"milestones": due("2026-12-31")}, {"milestones": due("2026-12-31")})
    assert not same.timeline.has_former
    assert same.steps[0].adopted == ""


def test_what_moved_is_said_wherever_the_new_date_stands() -> None:
    now = due("2026-12-31", "2026-10-31", "2027-03-31")
    then = due("2026-09-30", "2026-08-31", "2027-01-31")
    shown = page({"milestones": now}, {"milestones": then})
    lists = {each.anchor: each.items for each in (*shown.attention, *shown.outlook)}
    assert [item.adopted for item in lists["soon"]] == ["first due 30 September 2026"]
    assert [item.adopted for item in lists["next"]] == ["first due 31 January 2027"]
    assert [(item.due, item.adopted) for item in lists["passed"]] == [
        ("31 October 2026", "first due 31 August 2026")
    ]
    assert shown.timeline.rows[0].label.endswith(
        "Milestone 2: first due 31 August 2026. Milestone 1: first due 30 September 2026. "
        "Milestone 3: first due 31 January 2027."
    )


def test_what_changed_is_one_of_the_things_to_know() -> None:
    shown = page({"milestones": due("2026-12-31")}, {"milestones": due("2026-09-30")})
    (thing,) = (each for each in shown.things if "since adoption" in each.text)
    assert thing.text == (
        "1 thing in the promises changed since adoption, 1 without a recorded reason."
    )
    assert thing.facts[0].address.endswith("/changes/")
