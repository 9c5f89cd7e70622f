"""What counts as news, when it is news, and what it is called, for ever."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openroadmap.history.drift import drift_of
from openroadmap.i18n import translator
from openroadmap.model.facts import NO_FACTS, GitFacts, History
from openroadmap.model.member import Plan
from openroadmap.model.process import Amendment, Contribution, Meeting, Response
from openroadmap.model.voices import Assessment, View
from openroadmap.views.news.changes import BUSY, FULL, brief_of_news, years_of
from openroadmap.views.news.piece import News, count_news, counts_words
from openroadmap.views.news.plan import PlanNews, news_of, years_of_news
from openroadmap.views.setting import Setting
from page_samples import SETTING, news
from plan_samples import NAMES, commitment, plan_of, sample, update

WORDS = translator("en")
TODAY = SETTING.today
ORG = {"organisation": "Friends of the Nation"}


def told(facts: GitFacts = NO_FACTS, today: date = TODAY, **records: Any) -> PlanNews:
    of = plan_of(commitment(), **records)
    return news_of(of, facts, Setting(WORDS, today), drift_of(of, today))


def proven(*files: tuple[str, list[str]]) -> GitFacts:
    """Git's facts of files of the small plan: the days of each, the first published first."""
    days = {f"commitments/m/p/{file}": tuple(map(date.fromisoformat, on)) for file, on in files}
    return GitFacts(History.FULL, {file: on[0] for file, on in days.items()}, days)


def one(found: PlanNews) -> News:
    (only,) = found.news
    return only


# What is said


def test_a_status_is_told_with_the_one_before_and_not_as_new_where_it_stayed() -> None:
    reports = (
        update(date="2026-01-01", completion="not_started"),
        update(date="2026-03-01", progress="Talks"),
        update(date="2026-05-01", completion="limited"),
        update(date="2026-06-01", completion="limited"),
    )
    found = told(updates=reports).news
    assert [each.text for each in found] == [
        "Reported: Limited, as before.",
        "Reported: Limited; before: Not started.",
        "",
        "Reported: Not started.",
    ]
    assert [each.is_new_status for each in found] == [False, True, False, False]
    assert counts_words(count_news(found), WORDS) == "4 reports (1 with a new status)"


def test_a_report_names_its_milestones_and_its_evidence_and_counts_the_rest() -> None:
    promise = commitment(milestones=[{"id": f"m{n}", "title": f"Step {n}"} for n in range(5)])
    report = update(
        milestones=[{"id": f"m{n}", "completion": "complete"} for n in range(5)],
        evidence=[{"title": "Minutes"}],
    )
    found = news_of(plan_of(promise, updates=(report,)), NO_FACTS, SETTING)
    assert one(found).text == (
        "Milestones: Step 0 (Complete); Step 1 (Complete); Step 2 (Complete); 2 more. "
        "Evidence: Minutes."
    )


def test_an_agreed_change_gives_its_reason_or_says_that_there_is_none() -> None:
    change = {"id": "a", "date": "2026-05-01", "commitment": "one", "kind": "modify"}
    without = Amendment.validated(change)
    reasoned = Amendment.validated(change | {"reason": "Money ran out."})
    assert one(told(amendments=(without,))).text == "No reason is recorded."
    assert one(told(amendments=(reasoned,))).said == "Reason: Money ran out."


def test_meetings_that_were_held_are_news_and_their_minutes_on_their_own_day() -> None:
    minutes = {"published_on": "2026-04-02"}
    meetings = tuple(
        Meeting.validated({"id": f"m-{state}", "date": "2026-03-14", **more})
        for state, more in {
            "held": {"status": "held", "minutes": minutes},
            "planned": {"status": "planned"},
            "cancelled": {"status": "cancelled"},
            "unknown": {},
        }.items()
    )
    found = {each.id: each for each in told(meetings=meetings).news}
    assert set(found) == {"meeting/m/p/m-held", "minutes/m/p/m-held", "meeting/m/p/m-unknown"}
    assert found["minutes/m/p/m-held"].date == "2 April 2026"
    assert found["meeting/m/p/m-unknown"].text == "Whether it was held is not recorded."


def test_an_answer_names_what_it_answers() -> None:
    asked = Contribution.validated(
        {"id": "c1", "received_on": "2026-01-01", "title": "Open the archive"}
    )
    answer = Response.validated({
        "id": "r", "contributions": ["c1"], "decision": "accepted",
        "published_on": "2026-02-01", "commitments": ["one", "gone"],
    })  # fmt: skip
    found = one(told(contributions=(asked,), responses=(answer,)))
    assert (found.title, found.text) == ("Open the archive", "Decision: Accepted.")
    assert found.commitments == ("one",)


def test_a_view_of_civil_society_and_an_assessment_speak_of_their_commitments() -> None:
    view = View.validated(
        {"id": "v", "date": "2026-05-01", "commitment": "one", "by": ORG, "completion": "limited"}
    )
    report = Assessment.validated(
        {"id": "a", "by": "irm", "published_on": "2026", "results": {"one": {}, "gone": {}}}
    )
    found = {each.kind: each for each in told(views=(view,), assessments=(report,)).news}
    assert found["view"].text == "In their view: Limited."
    assert found["assessment"].commitments == ("one",)
    assert found["assessment"].date == "2026"


# When it is news


def test_what_is_dated_later_than_the_day_is_no_news_yet() -> None:
    report = update(date="2026-06-30")
    assert told(today=date(2026, 6, 29), updates=(report,)).news == ()
    assert len(told(today=date(2026, 6, 30), updates=(report,)).news) == 1
    vague = update(id="vague", date="2026-Q3")
    assert told(today=date(2026, 6, 30), updates=(vague,)).news == ()
    assert one(told(today=date(2026, 7, 1), updates=(vague,))).date == "3rd quarter 2026"


def test_what_bears_no_date_is_counted_and_given_none() -> None:
    report = Assessment.validated({"id": "a", "by": "irm"})
    found = told(proven(("assessments/a.yml", ["2026-11-01"])), assessments=(report,))
    assert found.undated == 1
    assert [each.kind for each in found.news] == ["records"]


def test_a_plan_is_news_when_it_is_adopted_and_when_it_is_submitted() -> None:
    plan = Plan.validated(
        {"id": "p", "title": "Plan", "adopted_on": "2025-01-02", "submitted_on": "2025-01-02"}
    )
    found = news_of(replace(plan_of(), plan=plan), NO_FACTS, SETTING).news
    assert [each.permanent for each in found] == ["m/p/changes/#submitted", "m/p/changes/#adopted"]


# When it was recorded


def test_what_was_recorded_long_after_its_date_says_so_and_what_came_at_once_does_not() -> None:
    facts = proven(
        ("plan.yml", ["2025-01-01"]),
        ("updates/2026-01-01-news.yml", ["2026-09-01"]),
        ("updates/2026-08-20-news.yml", ["2026-09-01"]),
    )
    reports = (update(date="2026-01-01"), update(date="2026-08-20"))
    every = told(facts, updates=reports).news
    found = {each.first: each for each in every if each.kind == "report"}
    assert found["2026-01-01"].recorded == "Recorded here on 1 September 2026."
    assert found["2026-08-20"].recorded == ""
    assert {each.since for each in found.values()} == {"2026-09-01"}


def test_what_came_with_the_plans_first_record_says_so_once_on_the_page() -> None:
    facts = proven(("plan.yml", ["2026-09-01"]), ("updates/2026-01-01-news.yml", ["2026-09-01"]))
    found = told(facts, updates=(update(date="2026-01-01"),))
    assert [each.recorded for each in found.news] == ["", ""]
    assert found.begins == date(2026, 9, 1)
    assert found.news[0].title == "The record of this plan begins"
    assert found.news[0].text == "Added: 1 report, 1 other record."


def test_where_the_record_begins_all_that_came_with_it_is_counted() -> None:
    """Also what is news of its own, being dated about that time."""
    facts = proven(("plan.yml", ["2026-09-01"]), ("updates/2026-08-20-news.yml", ["2026-09-01"]))
    found = told(facts, updates=(update(date="2026-08-20"),)).news
    assert {each.kind: each.text for each in found} == {
        "begins": "Added: 1 report, 1 other record.",
        "report": "",
    }


def test_to_a_plan_that_stands_still_what_git_saw_later_came_on_its_day() -> None:
    facts = proven(
        ("plan.yml", ["2026-09-01"]),
        ("updates/2026-08-20-news.yml", ["2026-11-30"]),
        ("commitments/one.yml", ["2026-09-01", "2026-11-29", "2026-11-30"]),
    )
    plan = Plan.validated(
        {"id": "p", "title": "Plan", "example": "yes", "example_on": "2026-11-23"}
    )
    records = replace(
        plan_of(commitment(), updates=(update(date="2026-08-20"),)), plan=plan
    )
    found = {each.kind: each for each in news_of(records, facts, SETTING).news}
    assert found["report"].since == "2026-11-23"
    assert (found["records"].date, found["records"].text) == (
        "23 November 2026", "Added: 1 report. Changed: 1 commitment.",
    )  # fmt: skip


def test_what_git_saw_after_the_day_of_the_pages_was_to_be_seen_by_that_day() -> None:
    facts = proven(("updates/2026-08-20-news.yml", ["2026-11-30"]))
    assert one(told(facts, updates=(update(date="2026-08-20"),))).since == "2026-11-23"


def test_a_plans_latest_is_what_happened_rather_than_that_its_record_begins() -> None:
    facts = proven(("plan.yml", ["2026-09-01"]), ("updates/2026-08-20-news.yml", ["2026-09-01"]))
    reports = (update(date="2026-08-20", title="Sirens mounted"),)
    latest = brief_of_news(told(facts, updates=reports), WORDS)
    assert latest and latest.title == "Progress report: Sirens mounted"
    alone = brief_of_news(told(facts), WORDS)
    assert alone and alone.title == "Records of this site: The record of this plan begins"


def test_what_was_recorded_before_its_day_can_be_seen_from_its_day() -> None:
    facts = proven(("updates/2026-08-20-news.yml", ["2026-08-01"]))
    assert one(told(facts, updates=(update(date="2026-08-20"),))).since == "2026-08-20"


def test_a_record_that_was_changed_later_is_told() -> None:
    facts = proven(
        ("updates/2026-08-20-news.yml", ["2026-08-20", "2026-10-02"]),
        ("commitments/one.yml", ["2026-08-20", "2026-10-02"]),
    )
    found = {each.id: each for each in told(facts, updates=(update(date="2026-08-20"),)).news}
    changed = found["records/m/p/2026-10-02"]
    assert (changed.title, changed.text) == (
        "Records changed", "Changed: 1 commitment, 1 report.",
    )  # fmt: skip
    assert [each.text for each in changed.about] == ["One promise"]
    assert found["report/m/p/2026-08-20-news"].edited == "2026-10-02"


def test_what_git_proves_of_days_to_come_is_not_told() -> None:
    facts = proven(("commitments/one.yml", ["2026-11-24"]))
    assert told(facts).news == ()


# Ids and order


@given(st.sets(st.integers(0, 30), max_size=12), st.integers(0, 30))
def test_ids_and_anchors_stay_when_others_are_added(days: set[int], extra: int) -> None:
    def found(chosen: set[int]) -> dict[str, str]:
        start = date(2026, 5, 1)
        reports = tuple(
            update(date=(start + timedelta(each)).isoformat(), completion="limited")
            for each in chosen
        )
        return {each.first: each.permanent for each in told(updates=reports).news}

    before, after = found(days), found(days | {extra})
    assert before.items() <= after.items()
    assert len(set(after.values())) == len(after)


@pytest.mark.parametrize("name", NAMES)
def test_no_two_news_of_a_plan_share_an_anchor(name: str) -> None:
    anchors = [each.anchor for each in news(name).news]
    assert len(set(anchors)) == len(anchors)


@pytest.mark.parametrize("name", NAMES)
def test_the_years_of_a_plans_news_are_known_without_telling_them(name: str) -> None:
    found = {each.first[:4] for each in news(name).news}
    assert years_of_news(sample(name), NO_FACTS, TODAY) == found


def test_years_come_newest_first_and_a_busy_one_by_quarters() -> None:
    reports = (
        *(update(id=f"u{n}", date=f"2026-0{n % 9 + 1}-15") for n in range(BUSY + 1)),
        update(id="y", date="2026"),
        update(id="old", date="2025-01-01"),
    )
    years = years_of(told(updates=reports).news, WORDS)
    assert [each.heading for each in years] == ["2026", "2025"]
    assert [each.heading for each in years[0].periods] == [
        "3rd quarter 2026", "2nd quarter 2026", "1st quarter 2026", "Only the year is known",
    ]  # fmt: skip
    assert [each.heading for each in years[1].periods] == [""]


def test_a_very_long_history_is_whole_and_what_is_old_takes_a_line() -> None:
    reports = tuple(
        update(id=f"u{n}", date=f"{2026 - n // 100}-0{n % 9 + 1}-15") for n in range(FULL + 300)
    )
    years = years_of(told(updates=reports).news, WORDS)
    periods = [period for year in years for period in year.periods]
    assert sum(len(each.news) for each in periods) == FULL + 300
    assert not periods[0].is_brief
    assert periods[-1].is_brief
