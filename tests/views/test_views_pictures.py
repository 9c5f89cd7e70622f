"""Pictures of a plan's progress: where a mark stands, how exact it is, what it says in words."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from openroadmap.measure.progress import State
from openroadmap.model.kinds import KIND
from openroadmap.model.member import Plan
from openroadmap.views.progress.bars import status_bar
from openroadmap.views.progress.timeline_marks import name_anchor
from page_samples import WORDS, crowded
from plan_samples import commitment, plan_of, sample, update
from progress_samples import plan, step, view, withdrawal


def mark_of(milestone: dict[str, Any], **told: Any) -> Any:
    one = commitment(starts_on="2026-01-01", ends_on="2026-12-31", milestones=[milestone])
    updates = (update(date="2026-11-01", milestones=[{"id": "m1", **told}]),) if told else ()
    timeline = view(plan(one, updates=updates)).timeline
    assert timeline
    return timeline.rows[0].marks[0]


def test_a_quarter_is_a_span_and_a_day_is_none() -> None:
    span = mark_of(step("m1", "2026-Q3")).span
    assert not span.is_exact
    assert (span.x, span.end) == ("50", "62.6")  # of the 730 days of the plan
    assert mark_of(step("m1", "2026-07-01")).span.is_exact


def test_what_is_overdue_reaches_to_this_day() -> None:
    mark = mark_of(step("m1", "2026-06-30"), completion="limited")
    assert mark.overdue
    assert mark.tail.x == "50"
    assert mark.tail.end == "69.86"  # 23 November


def test_what_was_done_stands_on_the_day_it_was_done() -> None:
    mark = mark_of(step("m1", "2026-06-30"), completion="complete", completed_on="2026-09-30")
    assert (mark.code, mark.overdue) == ("complete", False)
    assert float(mark.x) > float(mark.tail.x) > float(mark.span.x)
    assert mark_of(step("m1", "2026-06-30"), completion="complete").tail is None


def test_marks_of_one_day_lie_above_each_other() -> None:
    one = commitment(milestones=[step("a", "2027-03"), step("b", "2027-03"), step("c", "2026-01")])
    row = view(plan(one)).timeline.rows[0]
    assert len({mark.y for mark in row.marks}) == 2
    assert max(mark.y for mark in row.marks) < row.height


def test_a_start_or_an_end_that_is_not_exact_is_drawn_open() -> None:
    band = view(plan(commitment(starts_on="2026-01", ends_on="2026-Q4"))).timeline.rows[0].band
    assert [each.is_exact for each in band] == [False, True, False]
    exact = view(plan(commitment(starts_on="2026-01-01", ends_on="2026-12-31")))
    assert [each.is_exact for each in exact.timeline.rows[0].band] == [True]
    open_end = view(plan(commitment(starts_on="2026-01-01")))
    assert [each.is_exact for each in open_end.timeline.rows[0].band] == [False]


def test_a_picture_of_long_ago_leaves_this_day_out() -> None:
    old = replace(plan_of(commitment(starts_on="2017-01-01", ends_on="2017-12-31")), plan=None)
    assert view(old).timeline.today == ""
    assert view(plan(commitment(starts_on="2026-01-01"))).timeline.today


def test_what_has_no_date_is_counted_beside_the_picture() -> None:
    timeline = view(plan(commitment(ends_on="2027"), commitment(id="two"))).timeline
    assert len(timeline.rows) == 1
    assert timeline.undated == "1 commitment has no date and is not in the picture."


def test_a_line_is_told_in_words_too() -> None:
    one = commitment(starts_on="2026-01", milestones=[step("a", "2026-02"), step("b", "2027-02")])
    told = update(milestones=[{"id": "a", "completion": "limited"}])
    row = view(plan(one, updates=(told,))).timeline.rows[0]
    assert row.label == (
        "From January 2026. 0 of 2 milestones are reported complete. 1 is overdue."
    )


def test_a_large_table_of_reports_keeps_to_commitments() -> None:
    matrix = view(crowded()).matrix
    assert matrix.is_cut
    assert not any(row.is_step for row in matrix.rows)
    small = view(sample("rivermouth")).matrix
    assert not small.is_cut
    assert any(row.is_step for row in small.rows)


def test_a_bar_is_filled_as_far_as_the_shape_of_its_status() -> None:
    states = (State.NOT_STARTED, State.LIMITED, State.SUBSTANTIAL, State.COMPLETE)
    bar = status_bar("4 commitments", [(state, 1) for state in states], WORDS)
    assert bar
    assert [part.fill for part in bar.parts] == ["", "25", "75", "100"]
    assert bar.label == (
        "4 commitments. By status: Not started 1, Limited 1, Substantial 1, Complete 1"
    )
    assert status_bar("0 commitments", [(State.COMPLETE, 0)], WORDS) is None


def test_a_year_reaches_no_further_than_its_plan_and_the_key_says_so() -> None:
    """The plan ends in June 2027: "2027" means no later day of it."""
    one = commitment(starts_on="2026-01-01", ends_on="2027", milestones=[step("m1", "2027")])
    timeline = view(plan(one)).timeline
    row = timeline.rows[0]
    assert (row.band[-1].end, row.marks[0].span.end) == ("100", "100")
    assert [tick.text for tick in timeline.ticks][-1] == "2027"
    assert "2027" in row.marks[0].title
    assert timeline.is_cut
    within = view(plan(commitment(starts_on="2026", ends_on="2027-Q2"))).timeline
    assert (within.has_spans, within.is_cut) == (True, False)


def test_the_axis_holds_the_whole_of_the_plan() -> None:
    """From July 2025, though nothing is dated before the end of 2026."""
    ticks = view(plan(commitment(ends_on="2026-12"))).timeline.ticks
    assert ticks[0].text == "Jul 2025"
    assert view(plan(commitment())).timeline is None  # a plan's own period is no picture


def test_the_key_names_only_what_is_drawn() -> None:
    def key_of(**fields: Any) -> tuple[bool, bool, bool]:
        line = view(plan(commitment(**fields))).timeline
        return line.has_bands, line.has_milestones, line.has_ends

    assert key_of(ends_on="2026-12") == (False, False, True)
    assert key_of(milestones=[step("m1", "2026-12")]) == (False, True, False)
    assert key_of(starts_on="2026-01", ends_on="2026-12") == (True, False, True)


def test_marks_and_table_share_the_numbers_of_milestones() -> None:
    one = commitment(milestones=[step("b", "2027-03"), step("a", "2026-12")])
    page = view(plan(one, commitment(id="two", ends_on="2027")))
    assert [mark.number for mark in page.timeline.rows[0].marks] == ["2", "1"]
    assert {item.title: item.number for item in page.steps} == {
        "Step b": "1", "Step a": "2", "One promise": "",
    }  # fmt: skip


def test_the_table_of_reports_explains_its_shapes() -> None:
    told = (
        update(date="2026-01-31", completion="no_evidence_available"),
        update(date="2026-11-01", commitment="two", completion="limited", id="two"),
    )
    matrix = view(plan(commitment(), commitment(id="two"), updates=told)).matrix
    assert [each.word for each in matrix.legend] == ["Limited", "No evidence available"]
    assert (matrix.has_silence, matrix.has_empty) == (True, True)
    assert matrix.rows[1].cells[0].word == "Nothing reported yet"


def test_what_all_reports_say_in_other_words_is_quoted() -> None:
    told = [update(commitment=id, id=id, status_words="Implementing") for id in ("one", "two")]
    two = (commitment(), commitment(id="two"))
    assert view(plan(*two, updates=tuple(told))).bars[0].counts[0].status.word == "“Implementing”"
    told[1] = update(commitment="two", id="two", status_words="Planned")
    shown = view(plan(*two, updates=tuple(told))).bars[0].counts[0].status.word
    assert shown == "Reported outside OGP’s scale"


def test_a_number_that_two_places_state_stands_once() -> None:
    people, evenings = ({"what": what, "number": "143"} for what in ("people", "people who came"))
    part = KIND["mechanism"].model.validated({
        "id": "m", "title": "Public meetings", "counts": [people, {**people, "number": "144"}],
    })  # fmt: skip
    whole = Plan(id="p", title="Plan", cocreation={"counts": [evenings]})
    page = view(replace(plan_of(commitment(), mechanisms=(part,)), plan=whole))
    assert [(line.number, line.where) for line in page.funnel.counted] == [
        ("143 people who came", "Co-creation as a whole; Public meetings"),
        ("144 people", "Public meetings"),
    ]


def test_the_band_of_what_was_withdrawn_ends_there_and_says_so() -> None:
    time = {"starts_on": "2026-01-01", "ends_on": "2027-06-30"}
    page = view(plan(commitment(**time), commitment(id="two", **time), amendments=(
        withdrawal("two"),)))  # fmt: skip
    kept, gone = page.timeline.rows
    assert kept.gone is None
    assert gone.gone.text == "Withdrawn, 1 May 2026"
    assert gone.band[-1].end == gone.gone.x
    assert float(gone.gone.x) < float(kept.band[-1].end)
    assert gone.height > kept.height


def test_the_day_of_the_data_is_named_and_nothing_is_called_today() -> None:
    line = view(plan(commitment(starts_on="2026-01-01", ends_on="2027-06-30"))).timeline
    assert line.as_of == "As of 23 November 2026"
    assert line.today


def test_milestones_that_are_not_in_the_picture_are_counted() -> None:
    """One of them was done on a day that is known, and is drawn there."""
    one = commitment(ends_on="2027", milestones=[step("a", "2026-12"), step("b"), step("c")])
    two = commitment(id="two", milestones=[step("d")])
    told = update(milestones=[
        {"id": "c", "completion": "complete", "completed_on": "2026-05-01"}])  # fmt: skip
    timeline = view(plan(one, two, updates=(told,))).timeline
    assert timeline.undated == (
        "1 commitment and 2 milestones have no date and are not in the picture."
    )


@pytest.mark.parametrize(
    ("today", "anchor"), [(10, "start"), (35, "start"), (40, "middle"), (64, "middle"), (65, "end")]
)
def test_the_name_of_the_day_has_room_on_a_phone(today: float, anchor: str) -> None:
    assert name_anchor(today) == anchor
