"""The progress of a plan: sentences from records, lists cut short, pictures that say when."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from openroadmap.measure.progress import State
from openroadmap.model.kinds import KIND
from openroadmap.model.member import Plan
from openroadmap.views.finding.explore import FACETS
from openroadmap.views.links import explore_link
from openroadmap.views.progress.bars import status_bar
from openroadmap.views.progress.site import view_progress_site
from openroadmap.views.progress.tally import sum_up
from openroadmap.views.progress.things import things_of
from page_samples import SETTING, TODAY, WORDS, crowded, progress_of, progress_site_view
from plan_samples import NAMES, commitment, plan_of, sample, update

PERIOD = Plan(id="p", title="Plan", starts_on="2025-07-01", ends_on="2027-06-30")


def plan(*commitments: Any, **more: Any) -> Any:
    return replace(plan_of(*commitments, **more), plan=PERIOD)


def view(records: Any) -> Any:
    return progress_of(records)[0]


def said(records: Any) -> list[str]:
    return [thing.text for thing in view(records).things]


def step(id: str, due: str = "", title: str = "") -> dict[str, str]:
    return {"id": id, "title": title or f"Step {id}", **({"due_on": due} if due else {})}


def withdrawal(commitment: str) -> Any:
    return KIND["amendment"].model.model_validate(
        {"id": "w", "date": "2026-05-01", "commitment": commitment, "kind": "withdraw"}
    )


# Five things to know.


@pytest.mark.parametrize("name", [*NAMES, "crowded"])
def test_there_are_never_more_than_five_things_to_know(name: str) -> None:
    records = crowded() if name == "crowded" else sample(name)
    assert 1 <= len(said(records)) <= 5


def test_what_matters_most_comes_first_and_in_plain_numbers() -> None:
    one = commitment(ends_on="2026-10-01", milestones=[
        step("a", "2026-03"), step("b", "2026-06"), step("c", "2026-12-31", "Open the register"),
    ])  # fmt: skip
    two = commitment(id="two", title="Two", ends_on="2027-06-30")
    told = (
        update(date="2026-06-30", completion="limited", milestones=[
            {"id": "a", "completion": "complete"}, {"id": "b", "completion": "limited"}]),
        update(date="2026-11-01", commitment="two", completion="complete", id="two"),
    )  # fmt: skip
    assert said(plan(one, two, updates=told)) == [
        "1 of 2 commitments is reported complete.",
        "1 commitment and 1 milestone are overdue: their dates have passed, and the last reports "
        "say that they are not finished.",
        "Due next (31 December 2026): Open the register",
        "16 of 24 months have passed. 1 of 3 milestones are reported complete.",
        "The last progress report is of 1 November 2026: 22 days before the day of the data.",
    ]


def test_where_nothing_is_recorded_that_is_said_and_nothing_else() -> None:
    page = view(plan_of(commitment(), commitment(id="two")))
    assert [thing.text for thing in page.things] == [
        "No status is reported for any of the 2 commitments by their lead institutions.",
        "No progress report of a lead institution is recorded.",
    ]
    assert page.things_heading == "Two things to know"
    assert page.sparse.startswith("Of the progress of this plan hardly anything is recorded")
    assert (page.timeline, page.matrix, page.funnel, page.outlook) == (None, None, None, ())


def test_a_plan_without_commitments_has_nothing_to_know() -> None:
    page = view(plan_of())
    assert (page.things, page.things_heading) == ((), "What is known")
    assert (page.bars, page.groups, page.sparse) == ((), (), "")


def test_reports_in_own_words_are_neither_complete_nor_silent() -> None:
    records = plan_of(commitment(), commitment(id="two"), updates=(
        update(status_words="Implementing"),))  # fmt: skip
    assert said(records)[0] == (
        "On 1 of 2 commitments the lead institution reports in words that are not on OGP’s scale."
        " For 1 no status is recorded."
    )


def review(**results: dict[str, str]) -> Any:
    return KIND["assessment"].model.model_validate(
        {"id": "r", "by": "irm", "published_on": "2020", "results": results}
    )


REST = "Of the others they judged other things, or nothing is recorded."


@pytest.mark.parametrize(
    ("results", "sentence"),
    [
        ({"a": {"completion": "substantial"}},
         f"Reviewers said of 1 of 3 commitments how far it is: “Substantial”. {REST}"),
        ({"a": {"completion": "complete"}, "b": {"completion": "complete"}},
         f"Reviewers said of 2 of 3 commitments how far they are: both “Complete”. {REST}"),
        ({id: {"completion": "complete"} for id in "abc"},
         "Reviewers said of 3 of 3 commitments how far they are: all “Complete”."),
        ({"a": {"completion": "complete"}, "b": {"completion_words": "From limited to good"},
          "c": {"relevance": "yes"}},
         "Reviewers said of 2 of 3 commitments how far they are: "
         f"“Complete” 1, “From limited to good” 1. {REST}"),
    ],
)  # fmt: skip
def test_reviewers_are_quoted_where_the_lead_is_silent(
    results: dict[str, dict[str, str]], sentence: str
) -> None:
    three = (commitment(id=id) for id in "abc")
    assert said(plan_of(*three, assessments=(review(**results),)))[1] == sentence


def test_very_many_verdicts_of_reviewers_are_counted() -> None:
    results = {id: {"completion_words": f"Word {id}"} for id in "abcdef"}
    records = plan_of(*(commitment(id=id) for id in results), assessments=(review(**results),))
    assert said(records)[1].endswith("“Word a” 1, “Word b” 1, “Word c” 1, “Word d” 1, "
                                     "2 in other words.")  # fmt: skip


def test_a_note_is_no_judgement() -> None:
    """"1 assessed by reviewers" counts findings, not records that say that there is none."""
    results = {"a": {"note": "The page shows nothing."}, "b": {"verifiable": "not_assessed"}}
    records = plan_of(*(commitment(id=id) for id in "abc"), assessments=(review(**results),))
    assert view(records).silence == ""
    found = {**results, "c": {"verifiable": "no"}}
    records = plan_of(*(commitment(id=id) for id in "abc"), assessments=(review(**found),))
    assert view(records).silence.endswith("1 assessed by reviewers")


def test_of_voices_that_differ_only_those_that_speak_are_named() -> None:
    """In the sample reviewers gave no status: nobody says that they differ."""
    there = [text for text in said(sample("rivermouth")) if "differ" in text]
    assert there == [
        "On 1 commitment, accounts of how far it is differ: lead institution, civil society."
    ]
    mine = update(completion="limited")
    both = plan_of(
        commitment(), updates=(mine,), assessments=(review(one={"completion": "complete"}),)
    )
    assert "On 1 commitment, accounts of how far it is differ: lead institution, reviewers." in (
        said(both)
    )


def test_a_doubtful_date_is_neither_overdue_nor_passed() -> None:
    """One has a note about its end, the other ends before the plan begins."""
    note = {"about": ["ends_on"], "text": "Probably a slip."}
    page = view(plan(
        commitment(ends_on="2026-01-31", notes=[note]),
        commitment(id="two", ends_on="2025-06"),
        commitment(id="three", ends_on="2026-02"),
    ))  # fmt: skip
    lists = {each.anchor: each.items for each in page.attention}
    assert [item.lateness for item in lists["doubtful"]] == [
        "Date doubtful, before the plan begins: June 2025",
        "Date doubtful, see the note: 31 January 2026",
    ]
    assert [len(lists["passed"]), any(item.overdue for item in lists["doubtful"])] == [1, False]
    assert page.things[1].text == (
        "1 commitment is past its recorded date, and no report says whether it was kept. "
        "2 commitments have an end that has passed and is doubtful: they are not counted as late."
    )


def test_what_is_overdue_or_under_way_is_now() -> None:
    one = commitment(milestones=[
        step("a", "2026-06"), step("b", "2029"), step("c"), step("d", "2026-06"), step("e"),
    ])  # fmt: skip
    told = update(milestones=[
        {"id": "a", "completion": "not_started"}, {"id": "b", "completion": "limited"},
        {"id": "c", "completion": "substantial"}])  # fmt: skip
    page = view(plan(one, updates=(told,)))
    now = next(each for each in page.outlook if each.anchor == "now")
    assert [item.title for item in now.items] == ["Step a", "Step b", "Step c"]
    assert page.undated == "1 milestone has no date that places it."
    bare = view(plan(commitment(ends_on="2027"), commitment(id="two"), commitment(id="three")))
    assert bare.undated == "2 commitments have no date that places them."


def test_milestones_that_were_withdrawn_are_said_to_be_left_out() -> None:
    records = plan(
        commitment(milestones=[step("a")]), commitment(id="two", milestones=[step("b")]),
        amendments=(withdrawal("two"),),
    )  # fmt: skip
    page = view(records)
    assert page.pace[1].text == (
        "0 of 1 milestone is reported complete. (1 withdrawn is not counted.)"
    )


def test_no_number_of_milestones_on_the_page_counts_withdrawn_ones_in_silence() -> None:
    named = {"lead": "City Council"}
    steps = [step("b", "2026-03"), step("c", "2026-09")]
    alone = commitment(id="two", lead="Ferries", milestones=steps, starts_on="2026-01-01")
    page = view(plan(
        commitment(milestones=[step("a", "2026-12")], **named), alone,
        commitment(id="three", milestones=[step("d")], **named),
        amendments=(withdrawal("two"), withdrawal("three")),
    ))  # fmt: skip
    assert [bar.size for bar in page.bars] == ["3 commitments", "4 milestones, 3 of them withdrawn"]
    assert {row.name: row.milestones for row in page.groups[0].rows} == {
        "City Council": "1 milestone, 0 complete (1 withdrawn is not counted)",
        "Ferries": "2 milestones, withdrawn",
    }
    row = next(row for row in page.timeline.rows if row.gone)
    assert row.label == (
        "From 1 January 2026. Withdrawn, 1 May 2026. 2 milestones were withdrawn with it."
    )


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


def test_a_sentence_links_only_to_what_is_there() -> None:
    for records in (sample("rivermouth"), crowded(), plan_of(commitment())):
        page = view(records)
        there = {"#status", "#outlook", "#funnel", *(f"#{each.anchor}" for each in page.attention)}
        for thing in page.things:
            assert thing.is_here == thing.address.startswith("#")
            assert bool(thing.link) == bool(thing.address)
            if thing.is_here:
                assert thing.address in there


# Lists by the dates.


def test_a_long_list_is_cut_and_says_how_many_it_leaves_out() -> None:
    page = view(crowded())
    lists = {each.anchor: each for each in (*page.attention, *page.outlook)}
    soon = lists["soon"]
    assert len(soon.items) == 12
    assert soon.size == "45"  # of each of 45 commitments the step of January 2027
    assert soon.more == "and 33 more"


def test_lateness_stands_beside_the_reported_status() -> None:
    records = plan(commitment(ends_on="2026-01-31"), updates=(update(completion="limited"),))
    late = view(records).attention[0]
    assert late.anchor == "late"
    assert late.items[0].status.word == "Limited"
    assert late.items[0].lateness == "Overdue: was due 31 January 2026"


def test_what_nobody_reports_on_is_not_called_overdue() -> None:
    page = view(plan(commitment(ends_on="2026-01-31", starts_on="2025-08-01")))
    assert [each.anchor for each in page.attention] == ["passed", "silent"]
    assert page.attention[1].items[0].lateness == "No report is recorded"


# Pictures.


def mark_of(milestone: dict[str, Any], **told: Any) -> Any:
    one = commitment(starts_on="2026-01-01", ends_on="2026-12-31", milestones=[milestone])
    updates = (update(date="2026-11-01", milestones=[{"id": "m1", **told}]),) if told else ()
    timeline = view(plan(one, updates=updates)).timeline
    assert timeline
    return timeline.rows[0].marks[0]


def test_a_quarter_is_a_span_and_a_day_is_none() -> None:
    span = mark_of(step("m1", "2026-Q3")).span
    assert not span.is_exact
    assert (span.x, span.end) == ("49.59", "74.79")  # of the 365 days of 2026
    assert mark_of(step("m1", "2026-07-01")).span.is_exact


def test_what_is_overdue_reaches_to_this_day() -> None:
    mark = mark_of(step("m1", "2026-06-30"), completion="limited")
    assert mark.overdue
    assert mark.tail.x == "49.59"
    assert mark.tail.end == "89.32"  # 23 November


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
        "4 commitments by status: Not started 1, Limited 1, Substantial 1, Complete 1"
    )
    assert status_bar("0 commitments", [(State.COMPLETE, 0)], WORDS) is None


def test_a_year_reaches_no_further_than_its_plan() -> None:
    """The plan ends in June 2027: "2027" means no later day of it."""
    one = commitment(starts_on="2026-01-01", ends_on="2027", milestones=[step("m1", "2027")])
    timeline = view(plan(one)).timeline
    row = timeline.rows[0]
    assert (row.band[-1].end, row.marks[0].span.end) == ("100", "100")
    assert [tick.text for tick in timeline.ticks][-1] == "Apr"
    assert "2027" in row.marks[0].title


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
    part = KIND["mechanism"].model.model_validate({
        "id": "m", "title": "Public meetings", "counts": [people, {**people, "number": "144"}],
    })  # fmt: skip
    whole = Plan(id="p", title="Plan", cocreation={"counts": [evenings]})
    page = view(replace(plan_of(commitment(), mechanisms=(part,)), plan=whole))
    assert [(line.number, line.where) for line in page.funnel.counted] == [
        ("143 people who came", "Co-creation as a whole; Public meetings"),
        ("144 people", "Public meetings"),
    ]


# Groups and their links.


def test_each_number_leads_to_what_it_counts() -> None:
    page = view(sample("rivermouth"))
    by_area = next(each for each in page.groups if each.anchor == "by-area")
    row = next(each for each in by_area.rows if each.name == "Fiscal Openness")
    assert row.size == "1 commitment"
    assert row.address == "explore/?plan=rivermouth/2025-2027&area=fiscal-openness"
    assert row.bar.counts[0].address == (
        "explore/?plan=rivermouth/2025-2027&status=substantial&area=fiscal-openness"
    )


def test_a_filter_that_the_list_does_not_know_is_refused() -> None:
    assert explore_link(institution="Roads & Rail") == "explore/?institution=Roads%20%26%20Rail"
    assert explore_link(member=("a", "b"), value="x") == "explore/?member=a&member=b&value=x"
    assert explore_link(**dict.fromkeys(FACETS, "")) == "explore/"
    with pytest.raises(KeyError, match="colour"):
        explore_link(colour="red")


def test_many_institutions_are_folded_and_very_many_counted() -> None:
    group = view(crowded()).groups[0]
    assert (group.anchor, group.size) == ("by-institution", "45")
    assert (len(group.rows), len(group.others)) == (8, 32)
    assert (group.others_size, group.left) == ("37 more", "and 5 more")


# All plans of a site.


def test_examples_are_counted_apart() -> None:
    page = progress_site_view()
    assert page.scope.endswith("1 invented example stands apart at the end.")
    assert [line.member for group in page.examples for line in group.plans] == ["Rivermouth"]
    alone = view_progress_site([progress_of(plan_of(commitment()))[1]], [], SETTING)
    assert (alone.scope, alone.examples) == ("Counted here: 1 action plan of 1 member.", ())


def test_a_sum_is_the_sum_of_its_plans() -> None:
    tallies = [progress_of(sample(name))[1] for name in NAMES]
    total = sum_up(tallies, TODAY, WORDS)
    assert total.size == sum(each.size for each in tallies)
    assert total.count(State.NOT_RECORDED) == sum(
        each.count(State.NOT_RECORDED) for each in tallies
    )
    assert total.overdue_steps == sum(each.overdue_steps for each in tallies)
    assert [each.due for each in total.coming] == sorted(each.due for each in total.coming)
    assert 1 <= len(things_of(total, TODAY, WORDS)) <= 5


def test_plans_without_news_are_listed_and_cut() -> None:
    quiet = plan(commitment(starts_on="2025-08-01"), commitment(id="two", starts_on="2025-09"))
    tally = progress_of(quiet)[1]
    page = view_progress_site([replace(tally, address=f"m/{n}/") for n in range(33)], [], SETTING)
    assert page.quiet
    assert page.quiet.plans[0].address == "m/0/progress/#silent"
    assert (page.quiet.size, page.quiet.plans[0].size) == ("66 commitments", "2 commitments")
    assert (len(page.quiet.plans), page.quiet.left) == (30, "and 3 more")
    assert any(thing.address == "#silent" for thing in page.things)
    assert view_progress_site([], [], SETTING).quiet is None


def test_a_site_without_plans_says_so() -> None:
    page = view_progress_site([], [], SETTING)
    assert (page.things, page.bars, page.plans, page.groups) == ((), (), (), ())


def test_very_many_plans_are_cut_and_the_rest_counted() -> None:
    group = progress_site_view(plans=110).plans[0]
    assert len(group.plans) == 100
    assert group.left.startswith("and ")
