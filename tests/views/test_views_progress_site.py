"""The progress of all plans: the same words and bounds as on a plan's page, and few lines."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from openroadmap.commands.memo import unpack
from openroadmap.measure.outlook import SOON
from openroadmap.measure.progress import State
from openroadmap.model.dates import parse_date
from openroadmap.views.parts import Crumb
from openroadmap.views.progress.site import view_progress_site
from openroadmap.views.progress.tally import PlanTally, sum_up
from openroadmap.views.progress.tally_steps import MOST
from openroadmap.views.progress.things import things_of
from page_samples import SETTING, TODAY, WORDS, crowded, progress_of, progress_site_view
from plan_samples import NAMES, commitment, plan_of, sample, update
from progress_samples import plan, step, view
from pydantic_core import to_json
from standards_samples import records


def site(*plans: Any) -> Any:
    return view_progress_site([progress_of(each)[1] for each in plans], [], SETTING)


def lists(page: Any) -> dict[str, Any]:
    return {each.anchor: each for each in (*page.attention, *page.outlook)}


def titles(page: Any, anchor: str) -> list[str]:
    found = lists(page).get(anchor)
    return [item.title for item in found.items] if found else []


def in_days(days: int) -> str:
    return (TODAY + timedelta(days=days)).isoformat()


# Now, next and later; overdue and due soon.


@pytest.mark.parametrize("name", [*NAMES, "crowded", "records"])
def test_a_site_of_one_plan_says_what_the_plan_says(name: str) -> None:
    """The same lists with the same headings, notes and numbers; only fewer lines are named."""
    others = {"crowded": crowded, "records": records}
    one = others[name]() if name in others else sample(name)
    page, theirs = lists(site(one)), lists(view(one))
    assert page.keys() == theirs.keys() - {"silent"}
    for anchor, mine in page.items():
        other = theirs[anchor]
        assert (mine.heading, mine.note, mine.size) == (other.heading, other.note, other.size)
        assert mine.elsewhere == other.elsewhere
        assert len(mine.items) == min(MOST, len(other.items))
        if not mine.elsewhere:
            assert len(mine.items) == min(MOST, int(other.size))


@pytest.mark.parametrize(
    ("due", "places"),
    [
        (in_days(-1), ["late", "now"]),
        (in_days(0), ["soon", "now"]),
        (in_days(SOON), ["soon", "now"]),
        (in_days(SOON + 1), ["next"]),
        ("2026-Q4", ["soon", "now"]),  # ends on 31 December, within the 90 days
        ("2027-Q1", ["next"]),  # begins within them, but may be due as late as March
        ("2026-Q3", ["late", "now"]),
        ("2027-11-23", ["next"]),
        ("2027-11-24", ["later"]),
        ("2027", ["next"]),
        ("", []),
    ],
)
def test_a_date_has_its_place_at_its_very_edge(due: str, places: list[str]) -> None:
    told = update(milestones=[{"id": "a", "completion": "not_started"}])
    page = site(plan(commitment(milestones=[step("a", due)]), updates=(told,)))
    assert [name for name, each in lists(page).items() if each.size != "0"] == places
    assert [name for name in lists(page) if titles(page, name)] == places[:1]


def test_a_step_names_whose_it_is_and_where_it_stands() -> None:
    told = update(completion="limited")
    one = plan(commitment(ends_on="2026-Q4", ends_label="end of the year"), updates=(told,))
    (item,) = lists(site(one))["soon"].items
    assert (item.title, item.promise, item.address) == ("One promise", "Member: Plan", "m/p/one/")
    assert (item.due, item.status.word) == ("4th quarter 2026 · end of the year", "Limited")


def test_what_is_overdue_says_so() -> None:
    told = update(completion="limited")
    page = site(plan(commitment(ends_on="2026-01-31"), updates=(told,)))
    (item,) = lists(page)["late"].items
    assert (item.lateness, item.overdue) == ("Overdue: was due 31 January 2026", True)


def test_a_report_in_own_words_is_quoted() -> None:
    one = plan(commitment(ends_on="2026-12"), updates=(update(status_words="Implementing"),))
    assert lists(site(one))["soon"].items[0].status.word == "“Implementing”"


def test_a_commitment_that_is_late_is_named_beside_its_milestones() -> None:
    """The number of the list counts both, and so do its lines."""
    one = commitment(ends_on="2026-02", milestones=[step("a", "2026-01"), step("b", "2027-06")])
    told = update(completion="limited", milestones=[{"id": "a", "completion": "limited"}])
    page = site(plan(one, updates=(told,)))
    assert titles(page, "late") == ["Step a", "One promise"]
    assert (lists(page)["late"].size, lists(page)["late"].more) == ("2", "")
    assert page.things[1].facts[0].address == "#late"


def test_no_step_stands_in_more_than_one_list() -> None:
    page = site(*(replace(crowded(), id=f"p{n}") for n in range(3)), records())
    named = [item.address for each in lists(page).values() for item in each.items]
    assert max(named.count(address) for address in named) == 1


def test_what_has_a_list_of_its_own_is_counted_where_it_is_now() -> None:
    """Else the most overdue would be named twice, and what is under way nowhere."""
    steps = [step(f"a{n}", f"2026-01-{n + 1:02}") for n in range(MOST)]
    steps += [step("b", "2027-05"), step("c"), step("d", in_days(30))]
    told = update(milestones=[{"id": each["id"], "completion": "limited"} for each in steps])
    page = site(plan(commitment(milestones=steps), updates=(told,)))
    assert len(titles(page, "late")) == MOST
    assert titles(page, "now") == ["Step b", "Step c"]
    assert (lists(page)["now"].size, lists(page)["now"].more) == (str(MOST + 3), "")
    assert lists(page)["now"].elsewhere == "Of these, 6 are overdue and 1 is due soon: see above."
    assert lists(page)["now"].rest is None


@pytest.mark.parametrize(
    ("late", "soon", "others", "said"),
    [
        (0, 0, 2, ""),
        (1, 0, 0, "It is overdue: see above."),
        (2, 0, 0, "All are overdue: see above."),
        (0, 1, 0, "It is due soon: see above."),
        (0, 2, 0, "All are due soon: see above."),
        (1, 2, 0, "Of these, 1 is overdue and 2 are due soon: see above."),
        (2, 1, 3, "Of these, 2 are overdue and 1 is due soon: see above."),
        (1, 0, 1, "Of these, 1 is overdue: see above."),
        (0, 3, 1, "Of these, 3 are due soon: see above."),
    ],
)
def test_what_is_now_leads_to_what_is_named_above(
    late: int, soon: int, others: int, said: str
) -> None:
    days = [*["2026-01"] * late, *[in_days(9)] * soon, *["2029"] * others]
    steps = [step(f"s{n}", day) for n, day in enumerate(days)]
    told = update(milestones=[{"id": each["id"], "completion": "limited"} for each in steps])
    records = plan(commitment(milestones=steps), updates=(told,))
    for page in (site(records), view(records)):
        now = lists(page)["now"]
        assert (now.size, len(now.items), now.elsewhere) == (str(len(days)), others, said)


def test_what_has_passed_and_what_is_doubtful_has_its_list() -> None:
    """And the things to know lead there, for what they count is not all in the list of all."""
    note = {"about": ["ends_on"], "text": "Probably a slip."}
    steps = [step(f"a{n}", f"2026-01-{n + 1:02}") for n in range(MOST)]
    page = site(plan(
        commitment(milestones=steps, ends_on="2026-02"),
        commitment(id="two", title="Two", ends_on="2026-03", notes=[note]),
    ))  # fmt: skip
    assert [each.anchor for each in page.attention] == ["passed", "doubtful"]
    assert titles(page, "passed") == [each["title"] for each in steps]
    assert (lists(page)["passed"].size, lists(page)["passed"].more) == ("7", "and 1 more")
    assert titles(page, "doubtful") == ["Two"]
    assert lists(page)["passed"].rest == Crumb("plan by plan", "#plans")
    (thing,) = (each for each in page.things if "passed" in each.text)
    assert [fact.address for fact in thing.facts] == ["#passed", "#doubtful"]
    assert [(each.text, each.address) for each in page.plans[0].plans[0].dated] == [
        ("7 past their date", "m/p/progress/#passed"),
        ("1 with a doubtful date", "m/p/progress/#doubtful"),
    ]


def test_what_is_overdue_in_an_ended_plan_comes_last_and_is_not_now() -> None:
    """On both pages: nobody works on it under that plan any more."""
    told = update(completion="limited")
    old = replace(plan(commitment(title="Old", ends_on="2025-12"), updates=(told,)), id="old")
    old = replace(old, plan=old.plan.model_copy(update={"ends_on": parse_date("2026-06")}))
    new = plan(commitment(title="New", ends_on="2026-10"), updates=(told,))
    page = site(old, new)
    assert titles(page, "late") == ["New", "Old"]
    assert (lists(page)["now"].size, lists(page)["now"].elsewhere) == (
        "1", "It is overdue: see above."
    )
    assert page.ended == "What is overdue in a plan that has ended is not counted as now."
    assert (view(old).outlook, view(old).ended) == ((), page.ended)
    assert (site(new).ended, view(new).ended) == ("", "")


def test_plans_that_have_ended_are_folded_away_where_no_list_leads_to_them() -> None:
    new = plan(commitment())
    old = replace(plan(commitment(ends_on="2026-02")), id="old")
    done = replace(plan(commitment()), id="done")
    ends = {"ends_on": parse_date("2026-06")}
    old, done = (replace(each, plan=each.plan.model_copy(update=ends)) for each in (old, done))
    assert [group.is_folded for group in site(new, done).plans] == [False, True]
    assert [group.is_folded for group in site(new, old, done).plans] == [False, False]


def test_what_comes_next_is_the_first_of_all_plans() -> None:
    steps = [step("a", "2026-01"), step("b", "2027-05")]
    told = update(milestones=[{"id": "a", "completion": "limited"}])
    one = plan(commitment(milestones=steps), updates=(told,))
    two = replace(plan(commitment(ends_on="2027-03", title="Earlier")), id="two")
    page = site(one, two)
    assert "Due next (March 2027): Earlier (Member)" in [each.text for each in page.things]


@pytest.mark.parametrize(
    ("dates", "others"),
    [
        (["2027-03", "2027-04"], ""),
        (["2027-03", "2027-03"], ", and 1 other on the same date"),
        (["2027-03", "2027-03-31"], ""),
        (["2027-03"] * 9, ", and 8 others on the same date"),
    ],
)
def test_what_is_due_on_the_same_date_is_counted(dates: list[str], others: str) -> None:
    """As it is recorded: that of a month is another date than its last day."""
    first = commitment(milestones=[step(f"s{n}", due) for n, due in enumerate(dates)])
    page = view(plan(first))
    assert f"Due next (March 2027): Step s0{others}" in [each.text for each in page.things]
    apart = [
        replace(plan(commitment(title="Step s0", ends_on=due)), id=f"p{n}")
        for n, due in enumerate(dates)
    ]
    told = [each.text for each in site(*apart).things]
    assert f"Due next (March 2027): Step s0 (Member){others}" in told


def test_what_has_no_date_is_counted() -> None:
    page = site(plan(commitment(), commitment(id="two", milestones=[step("a"), step("b", "2029")])))
    assert page.undated == "1 commitment and 1 milestone have no date that places them."


# Small, however large a plan or a site is.


def test_a_plan_of_thousands_of_steps_hands_on_few_of_them() -> None:
    """Of 2,400 steps, in all lists: at most six of each, and a few thousand bytes.

    All that is now is overdue or due soon, and is named there.
    """
    days = (-400, 10, 200, 500)
    promises = [
        commitment(id=f"c{n}", title=f"Promise {n}", milestones=[
            step(f"m{place}", in_days(days[place % 4] + n % 30)) for place in range(8)
        ])
        for n in range(300)
    ]  # fmt: skip
    told = tuple(
        update(id=f"u{n}", commitment=f"c{n}", milestones=[
            {"id": f"m{place}", "completion": "limited"} for place in (0, 4)
        ])
        for n in range(300)
    )  # fmt: skip
    tally = progress_of(plan(*promises, updates=told))[1]
    first = tally.first
    assert [len(each) for each in (first.late, first.soon, first.next, first.later)] == [MOST] * 4
    assert (dict(tally.stages), tally.now_late, tally.soon, first.now) == (
        {"now": 1200, "next": 600, "later": 600}, 600, 600, ()
    )
    assert len(to_json(tally)) < 10_000
    total = sum_up([replace(tally, address=f"m/{n}/") for n in range(200)], TODAY)
    assert dict(total.stages)["now"] == 240_000
    assert (total.now_late, len(total.first.soon)) == (120_000, MOST)
    assert {step.due for step in total.first.late} == {in_days(-400)}


def test_a_build_keeps_what_a_plan_hands_on() -> None:
    for one in (sample("rivermouth"), crowded()):
        tally = progress_of(one)[1]
        assert unpack(PlanTally, json.loads(to_json(tally))) == tally


# Plan by plan: time against milestones.


def test_time_stands_beside_milestones_for_each_plan_under_way() -> None:
    one = commitment(milestones=[step("a", "2026-03"), step("b", "2027-03")])
    told = update(milestones=[{"id": "a", "completion": "complete"}])
    ended = replace(plan(one, updates=(told,)), id="old")
    ended = replace(ended, plan=ended.plan.model_copy(update={"ends_on": parse_date("2026-06")}))
    page = site(plan(one, updates=(told,)), ended)
    running, over = (group.plans[0] for group in page.plans)
    assert [(each.text, each.width) for each in running.pace] == [
        ("16 of 24 months have passed.", "66.67"),
        ("1 of 2 milestones is reported complete.", "50"),
    ]
    assert [(each.text, each.width) for each in over.pace] == [
        ("The plan’s period has ended: June 2026.", ""),
        ("1 of 2 milestones is reported complete.", ""),
    ]
    assert page.phases == (
        "1 action plan is under way. The period of 1 action plan has ended."
    )
    assert page.pace == "2 of 4 milestones are reported complete."


def test_each_plan_leads_to_its_own_lists_by_dates() -> None:
    steps = [step("a", "2026-01"), step("b", in_days(9)), step("c", "2029")]
    told = update(milestones=[{"id": "a", "completion": "limited"}])
    (group,) = site(plan(commitment(milestones=steps), updates=(told,))).plans
    assert [(each.text, each.address) for each in group.plans[0].dated] == [
        ("1 overdue", "m/p/progress/#late"),
        ("1 due soon", "m/p/progress/#soon"),
        ("2 now", "m/p/progress/#now"),
        ("1 later", "m/p/progress/#later"),
    ]


def test_the_newest_report_of_all_plans_is_named() -> None:
    one = plan(commitment(), updates=(update(date="2026-11-01", completion="limited"),))
    older = update(date="2026-03", completion="limited")
    two = replace(plan(commitment(), updates=(older,)), id="two")
    page = site(two, one)
    assert (page.as_of, page.news) == (
        "23 November 2026",
        "The last progress report is of 1 November 2026: 22 days before the day of the data.",
    )
    assert site(plan(commitment())).news == "No progress report of a lead institution is recorded."


# What is not there.


def test_a_site_without_plans_says_so() -> None:
    page = site()
    assert (page.things, page.bars, page.plans, page.groups) == ((), (), (), ())
    assert (page.attention, page.outlook, page.undated, page.phases) == ((), (), "", "")
    assert page.scope == "No action plan is recorded yet."


def test_where_only_examples_are_recorded_nothing_is_counted() -> None:
    invented = progress_of(sample("rivermouth"))[1]
    page = view_progress_site([replace(invented, example=True)], [], SETTING)
    assert (page.things, page.plans, page.attention, page.outlook) == ((), (), (), ())
    assert page.scope == (
        "No action plan is recorded yet. 1 invented example stands apart at the end."
    )
    assert page.examples[0].plans[0].pace


def test_plans_whose_period_has_ended_have_neither_now_nor_later() -> None:
    over = plan(commitment(starts_on="2024"), commitment(id="two", ends_on="2024-12"))
    over = replace(over, plan=over.plan.model_copy(update={"ends_on": parse_date("2025")}))
    page = site(over)
    assert ([each.anchor for each in page.attention], page.outlook) == (["doubtful"], ())
    assert page.undated == "1 commitment has no date that places it."
    assert page.phases == "The period of 1 action plan has ended."
    assert [group.anchor for group in page.plans] == ["ended"]


def test_plans_without_dates_or_milestones_say_so() -> None:
    page = site(plan_of(commitment()))
    assert (page.attention, page.outlook) == ((), ())
    assert page.phases == "1 action plan has no dates that say whether it is under way."
    assert page.pace == "No milestone is recorded."
    assert (page.plans[0].plans[0].pace, page.plans[0].plans[0].dated) == ((), ())


# Counted.


def test_examples_are_counted_apart() -> None:
    page = progress_site_view()
    assert page.scope.endswith("1 invented example stands apart at the end.")
    assert [line.member for group in page.examples for line in group.plans] == ["Rivermouth"]
    alone = site(plan_of(commitment()))
    assert (alone.scope, alone.examples) == ("Counted here: 1 action plan of 1 member.", ())


def test_a_sum_is_the_sum_of_its_plans() -> None:
    tallies = [progress_of(sample(name))[1] for name in NAMES]
    total = sum_up(tallies, TODAY)
    assert total.size == sum(each.size for each in tallies)
    assert total.count(State.NOT_RECORDED) == sum(
        each.count(State.NOT_RECORDED) for each in tallies
    )
    assert total.overdue_steps == sum(each.overdue_steps for each in tallies)
    assert [each.due for each in total.first.soon] == sorted(each.due for each in total.first.soon)
    assert 1 <= len(things_of(total, TODAY, WORDS)) <= 5


def test_plans_without_news_are_listed_and_cut() -> None:
    quiet = plan(commitment(starts_on="2025-08-01"), commitment(id="two", starts_on="2025-09"))
    tally = progress_of(quiet)[1]
    page = view_progress_site([replace(tally, address=f"m/{n}/") for n in range(33)], [], SETTING)
    assert page.quiet
    assert page.quiet.plans[0].address == "m/0/progress/#silent"
    assert (page.quiet.size, page.quiet.plans[0].size) == ("66 commitments", "2 commitments")
    assert (len(page.quiet.plans), page.quiet.left) == (30, "and 3 more")
    assert any(thing.facts[0].address == "#silent" for thing in page.things)
    assert view_progress_site([], [], SETTING).quiet is None


def test_very_many_plans_are_cut_and_the_rest_counted() -> None:
    group = progress_site_view(plans=110).plans[0]
    assert len(group.plans) == 100
    assert group.left.startswith("and ")
