"""The progress of all plans: the same words and bounds as on a plan's page, and few lines."""

from __future__ import annotations

import json
from dataclasses import replace

from openroadmap.commands.memo import unpack
from openroadmap.measure.progress import State
from openroadmap.model.dates import parse_date
from openroadmap.views.progress.site import view_progress_site
from openroadmap.views.progress.tally import PlanTally, sum_up
from openroadmap.views.progress.tally_steps import MOST
from openroadmap.views.progress.things import things_of
from page_samples import SETTING, TODAY, WORDS, crowded, progress_of, progress_site_view
from plan_samples import NAMES, commitment, plan_of, sample, update
from progress_samples import in_days, plan, site, step
from pydantic_core import to_json

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
    assert (dict(tally.stages), tally.now_late, tally.now_soon, first.now) == (
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
    ended = replace(ended, plan=ended.plan.but(ends_on=parse_date("2026-06")))
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
    over = replace(over, plan=over.plan.but(ends_on=parse_date("2025")))
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
