"""The progress of a plan: sentences from records, lists cut short, numbers that lead somewhere."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from openroadmap.model.dates import parse_date
from openroadmap.model.kinds import KIND
from openroadmap.views.finding.explore import FACETS
from openroadmap.views.links import explore_link
from openroadmap.views.parts import Crumb
from page_samples import crowded
from plan_samples import NAMES, commitment, plan_of, sample, update
from progress_samples import plan, said, step, view, withdrawal

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
        "16 of 24 months have passed. 1 of 3 milestones is reported complete.",
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
    return KIND["assessment"].model.validated(
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
    assert [item.title for item in now.items] == ["Step b", "Step c"]
    assert (now.size, now.elsewhere) == ("3", "Of these, 1 is overdue: see above.")
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


def test_a_sentence_links_only_to_what_is_there() -> None:
    for records in (sample("rivermouth"), crowded(), plan_of(commitment())):
        page = view(records)
        there = {"#status", "#outlook", "#funnel", *(f"#{each.anchor}" for each in page.attention)}
        for fact in (fact for thing in page.things for fact in thing.facts):
            assert fact.is_here == fact.address.startswith("#")
            assert bool(fact.link) == bool(fact.address)
            if fact.is_here:
                assert fact.address in there


def test_passed_and_doubtful_dates_are_one_thing_with_a_link_to_each_list() -> None:
    passed = commitment(id="two", ends_on="2026-03-31")
    doubtful = commitment(ends_on="2024-12-31")
    told = update(completion="limited")
    page = view(plan(passed, doubtful, updates=(told,)))
    (thing,) = (each for each in page.things if "doubtful" in each.text)
    assert [(fact.link, fact.address) for fact in thing.facts] == [
        ("Whose dates have passed", "#passed"),
        ("Whose dates are doubtful", "#doubtful"),
    ]
    assert "doubtful" not in thing.facts[0].text
    assert {"passed", "doubtful"} <= {each.anchor for each in page.attention}


# Lists by the dates.


def test_a_long_list_is_cut_and_says_how_many_it_leaves_out() -> None:
    page = view(crowded())
    lists = {each.anchor: each for each in (*page.attention, *page.outlook)}
    soon = lists["soon"]
    assert len(soon.items) == 12
    assert soon.size == "45 milestones"  # of each of 45 commitments the step of January 2027
    assert soon.more == "and 33 more"
    assert soon.rest == Crumb("all in a table", "#steps")


def test_the_table_holds_whatever_a_list_by_dates_leaves_out() -> None:
    """Steps, commitments late beside their milestones, and those that no milestone places."""
    steps = [step(f"s{n}", "2026-12-31") for n in range(15)]
    late = [commitment(id=f"late{n}", title=f"Late {n}", ends_on="2026-06-30",
                       milestones=[step("s", "2027-01-31")]) for n in range(15)]  # fmt: skip
    placed = commitment(id="placed", title="Placed", ends_on="2026-12-15", milestones=[step("s")])
    page = view(plan(commitment(milestones=steps), *late, placed))
    lists = (*page.attention, *page.outlook)
    cut = {each.anchor for each in lists if each.rest}
    assert cut == {"passed", "soon", "silent"}
    assert all(bool(each.more) == bool(each.rest) for each in lists)
    table = [item.address for item in page.steps]
    assert len(set(table)) == len(table) == 15 + 15 + 15 + 2
    assert [item.title for item in page.steps[:15]] == [f"Late {n}" for n in range(15)]
    assert "placed/" in table
    dated = (each for each in lists if each.anchor != "silent")
    assert {item.address for each in dated for item in each.items} <= set(table)


def test_without_a_date_at_all_there_is_no_table_and_the_plan_names_what_is_left_out() -> None:
    many = [commitment(id=f"c{n}", starts_on=None) for n in range(15)]
    told = tuple(update(id=f"u{n}", commitment=f"c{n}", completion="limited") for n in range(15))
    page = view(plan(*many, updates=told))
    (now,) = (each for each in page.outlook if each.anchor == "now")
    assert page.timeline is None
    assert (now.more, now.rest) == (
        "and 3 more", Crumb("all commitments of the plan", "../#commitments")
    )  # fmt: skip


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


# Words.


def test_one_of_many_is_and_the_others_are() -> None:
    steps = [step(id) for id in "abcdefg"]
    for done, sentence in (
        ("", "0 of 7 milestones are reported complete."),
        ("a", "1 of 7 milestones is reported complete."),
        ("ab", "2 of 7 milestones are reported complete."),
    ):
        told = update(milestones=[{"id": id, "completion": "complete"} for id in done])
        page = view(plan(commitment(milestones=steps), updates=(told,) if done else ()))
        assert page.pace[1].text == sentence
    assert said(plan(commitment(), updates=(update(completion="limited"),)))[0] == (
        "The commitment is not reported complete."
    )
    assert said(plan(commitment()))[0] == (
        "No status is reported for the commitment by its lead institution."
    )


@pytest.mark.parametrize(
    ("starts", "sentence"),
    [
        ("2028-01-01", "The plan’s period begins on 1 January 2028."),
        ("2028-01", "The plan’s period has not begun. Its start: January 2028."),
        ("2028", "The plan’s period has not begun. Its start: 2028."),
    ],
)
def test_a_plan_to_come_says_when_it_begins(starts: str, sentence: str) -> None:
    records = plan(commitment())
    period = {"starts_on": parse_date(starts), "ends_on": parse_date("2029")}
    records = replace(records, plan=records.plan.but(**period))
    assert view(records).pace[0].text == sentence


@pytest.mark.parametrize(
    ("day", "before"),
    [
        ("2024-11-24", "23 months"),
        ("2024-11-23", "2 years"),
        ("2024-11-22", "more than 2 years"),
        ("2024-10-23", "more than 2 years"),
        ("2021-02-23", "more than 5 years"),
    ],
)
def test_the_time_since_the_last_report_is_not_rounded_in_silence(day: str, before: str) -> None:
    page = view(plan(commitment(), updates=(update(date=day, completion="limited"),)))
    assert page.news.endswith(f": {before} before the day of the data.")


def test_a_commitment_under_way_is_named_where_its_milestones_place_it_nowhere() -> None:
    """One is complete, one past its date, one has none: on both pages it is still under way."""
    one = commitment(milestones=[step("a", "2026-01"), step("b", "2026-02"), step("c")])
    told = update(completion="limited", milestones=[{"id": "a", "completion": "complete"}])
    page = view(plan(one, updates=(told,)))
    now = next(each for each in page.outlook if each.anchor == "now")
    assert [(item.title, item.number, item.promise) for item in now.items] == [
        ("One promise", "", "")
    ]
    assert [item.title for item in page.steps] == ["Step a", "Step b", "Step c", "One promise"]
