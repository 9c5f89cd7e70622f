"""What was changed or removed is told, and nothing that was news vanishes from among it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import gone_samples
import pytest
from gone_samples import BEGUN, CHANGED, facts_of, gone
from hypothesis import given
from hypothesis import strategies as st
from openroadmap.i18n import translator
from openroadmap.model.dates import parse_date
from openroadmap.model.facts import OWN_WORDS, GitFacts, Revision, Told
from openroadmap.model.member import Plan
from openroadmap.model.process import Meeting
from openroadmap.model.voices import Assessment
from openroadmap.views.news.changes import NAMED, view_changes
from openroadmap.views.news.changes_site import news_piece, read_piece, view_site_changes
from openroadmap.views.news.named import MOST, name_fewer
from openroadmap.views.news.piece import News, count_news, counts_words
from openroadmap.views.news.plan import PlanNews, news_of, years_of_news
from openroadmap.views.setting import Setting
from page_samples import SETTING
from plan_samples import commitment, plan_of, update

WORDS = translator("en")
TODAY = SETTING.today
REPORT = gone("update", "2026-04-01-news", "2026-04-01", commitments=("one",), code="limited")


def told(facts: GitFacts, today: date = TODAY, **records: Any) -> PlanNews:
    return news_of(plan_of(commitment(), **records), facts, Setting(WORDS, today))


def by_id(found: PlanNews) -> dict[str, News]:
    return {each.id: each for each in found.news}


def lines(news: News) -> list[str]:
    return [each.text for each in news.items]


# What is gone keeps its place


def test_a_report_that_is_gone_keeps_its_id_its_anchor_and_its_place() -> None:
    there = {"updates/2026-04-01-news.yml": (date(2026, 4, 1),)}
    report = update(date="2026-04-01", completion="limited", title="Talks with Anna Kowalska")
    before = by_id(told(facts_of(there=there), updates=(report,)))["report/m/p/2026-04-01-news"]
    after = by_id(told(facts_of(REPORT)))["report/m/p/2026-04-01-news"]
    for same in ("id", "anchor", "permanent", "day", "first", "since", "date", "status", "about"):
        assert getattr(before, same) == getattr(after, same), same
    assert after.title == "Record removed"
    assert after.text == "Reported: Limited. This record was removed on 1 September 2026."
    assert (after.said, after.address, after.edited) == ("", "", "2026-09-01")
    assert "Anna" not in repr(after)


@pytest.mark.parametrize(
    ("kind", "more", "text"),
    [
        ("view", {"code": "complete"}, "In their view: Complete. "),
        ("update", {"code": OWN_WORDS}, "It gave a status in words of its own. "),
        ("amendment", {"code": "withdraw"}, "Commitment withdrawn. "),
        ("assessment", {}, ""),
        ("meeting", {"code": "held"}, ""),
        ("response", {}, ""),
    ],
)
def test_each_kind_says_what_it_was_in_a_word(kind: str, more: Any, text: str) -> None:
    found = told(facts_of(gone(kind, "x", "2026-04", **more)))
    (own,) = [each for each in found.news if each.is_removed]
    assert own.text == f"{text}This record was removed on 1 September 2026."
    assert own.date == "April 2026"


def test_the_minutes_of_a_meeting_that_is_gone_keep_their_place_too() -> None:
    held = gone("meeting", "forum", "2026-03-14", minutes_on=parse_date("2026-04-02"))
    found = by_id(told(facts_of(held)))
    assert found["minutes/m/p/forum"].date == "2 April 2026"
    assert found["meeting/m/p/forum"].is_removed


def test_a_meeting_that_was_only_planned_was_no_news_and_is_none() -> None:
    found = told(facts_of(gone("meeting", "forum", "2026-03-14", code="planned")))
    assert [each.kind for each in found.news] == ["records", "begins"]


def test_what_people_proposed_is_counted_and_never_named() -> None:
    found = told(facts_of(gone("contribution", "anna-kowalska")))
    assert "anna" not in repr(found)
    assert by_id(found)["records/m/p/2026-09-01"].text == "Removed: 1 record."


def test_what_is_gone_without_a_date_is_counted_and_said_to_be() -> None:
    records, facts = plan_of(), facts_of(gone("update", "x"))
    found = news_of(records, facts, SETTING)
    assert (found.removed, found.undated) == (1, 0)
    view = view_changes(records, found, SETTING, has_standards=False)
    assert view.notices[0].text == (
        "1 more record was removed and is only counted: its date is not known here."
    )


def test_a_removal_of_a_later_or_an_unknown_day_gets_no_day() -> None:
    early = told(facts_of(REPORT), today=date(2026, 8, 31))
    unknown = told(facts_of(replace(REPORT, last=None)))
    for found in (early, unknown):
        own = by_id(found)["report/m/p/2026-04-01-news"]
        assert own.text == "Reported: Limited. This record is no longer in the repository."
        assert [each.kind for each in found.news] == ["report", "begins"]


def test_where_another_record_took_the_name_the_place_is_that_records() -> None:
    there = {"updates/2026-04-01-news.yml": (date(2026, 10, 1),)}
    found = told(facts_of(REPORT, there=there), updates=(update(date="2026-04-01"),))
    assert not by_id(found)["report/m/p/2026-04-01-news"].is_removed
    assert by_id(found)["records/m/p/2026-09-01"].text == "Removed: 1 report."


def test_how_many_were_removed_is_said_beside_the_counts() -> None:
    found = told(facts_of(REPORT), updates=(update(date="2026-05-01"),))
    reports = [each for each in found.news if each.kind == "report"]
    assert counts_words(count_news(reports), WORDS) == "2 reports; 1 of these was removed"


# The day on which it went, and the day on which it came


def test_the_day_names_what_was_removed_and_leads_to_its_place() -> None:
    day = by_id(told(facts_of(REPORT)))["records/m/p/2026-09-01"]
    assert (day.title, day.text) == ("Records removed", "Removed: 1 report.")
    (line,) = day.items
    assert line.text == "Removed: Progress report of 1 April 2026"
    assert line.anchor == "report-2026-04-01-news"
    assert line.permanent == "m/p/changes/#report-2026-04-01-news"
    assert [each.address for each in line.about] == ["m/p/one/"]
    assert day.commitments == ("one",)


def test_an_agreed_change_and_a_commitment_that_are_gone_are_named() -> None:
    change = gone("amendment", "x", "2026-06-01", commitments=("one",), code="modify")
    day = by_id(told(facts_of(change, gone("commitment", "one"))))["records/m/p/2026-09-01"]
    assert day.text == "Removed: 1 commitment, 1 agreed change."
    assert lines(day) == ["Removed: Agreed change of 1 June 2026", "Removed: Commitment"]


@given(st.sets(st.integers(0, 5)))
def test_what_came_on_a_day_stays_the_same_whatever_became_of_it(removed: set[int]) -> None:
    """Reports that came long after their date, of which some were removed later."""
    came = date(2026, 7, 1)
    reports = [update(id=f"r{n}", date=f"2026-01-0{n + 1}") for n in range(6)]
    kept = [each for n, each in enumerate(reports) if n not in removed]
    facts = facts_of(
        *(
            gone("update", reports[n].id, reports[n].date.text, first=came)
            for n in sorted(removed)
        ),
        there={f"updates/{each.id}.yml": (came,) for each in kept},
    )
    found = by_id(told(facts, updates=tuple(kept)))
    assert found["records/m/p/2026-07-01"].text == "Added: 6 reports."
    assert {f"report/m/p/r{n}" for n in range(6)} <= found.keys()
    assert ("records/m/p/2026-09-01" in found) == bool(removed)


def test_a_date_that_was_changed_since_does_not_change_what_came_on_the_day() -> None:
    """By its first date it came late and was counted; by its new one it would not have been."""
    file = "updates/2026-01-01-news.yml"
    revised = {file: (Revision(CHANGED, Told.DATE, "", "2026-01-01", "2026-06-30"),)}
    came = date(2026, 7, 1)
    facts = facts_of(there={file: (came, CHANGED)}, revised=revised)
    found = by_id(told(facts, updates=(update(id="2026-01-01-news", date="2026-06-30"),)))
    assert found["records/m/p/2026-07-01"].text == "Added: 1 report."
    assert lines(found["records/m/p/2026-08-01"]) == [
        "Progress report of 30 June 2026: date was 1 January 2026, now 30 June 2026"
    ]


def test_the_days_on_which_a_record_was_changed_stay_when_it_goes() -> None:
    found = by_id(told(facts_of(replace(REPORT, changed=(CHANGED,)))))
    assert found["records/m/p/2026-08-01"].text == "Changed: 1 report."
    assert lines(found["records/m/p/2026-08-01"]) == ["Changed: Progress report of 1 April 2026"]


# What was changed


def changed(*revisions: Revision, milestones: Any = ()) -> News:
    file = "updates/2026-04-01-news.yml"
    facts = facts_of(there={file: (date(2026, 4, 1), CHANGED)}, revised={file: revisions})
    records = plan_of(commitment(milestones=milestones), updates=(update(date="2026-04-01"),))
    found = news_of(records, facts, SETTING).news
    return next(each for each in found if each.id == "records/m/p/2026-08-01")


def test_a_status_that_was_changed_afterwards_is_told_with_both_sides() -> None:
    news = changed(Revision(CHANGED, Told.STATUS, "", "limited", "complete"))
    assert lines(news) == ["Progress report of 1 April 2026: status was Limited, now Complete"]
    assert news.items[0].anchor == "report-2026-04-01-news"


def test_what_no_status_was_is_said_to_be_not_recorded() -> None:
    news = changed(Revision(CHANGED, Told.STATUS, "", OWN_WORDS, ""))
    assert lines(news) == [
        "Progress report of 1 April 2026: status was Reported outside OGP’s scale, now Not recorded"
    ]


def test_a_milestone_is_named_by_its_title_or_by_its_id_where_it_is_gone() -> None:
    news = changed(
        Revision(CHANGED, Told.MILESTONE, "m1", "limited", "complete"),
        Revision(CHANGED, Told.MILESTONE, "m9", "limited", "complete"),
        milestones=[{"id": "m1", "title": "Open the register"}],
    )
    of = "Progress report of 1 April 2026, milestone"
    assert lines(news) == [
        f"{of} “Open the register”: status was Limited, now Complete",
        f"{of} “m9”: status was Limited, now Complete",
    ]


def test_what_changed_twice_on_a_day_is_told_once_and_what_was_undone_not_at_all() -> None:
    there_and_back = (
        Revision(CHANGED, Told.DATE, "", "2026-04-01", "2026-04-02"),
        Revision(CHANGED, Told.DATE, "", "2026-04-02", "2026-04-01"),
    )
    twice = (
        Revision(CHANGED, Told.STATUS, "", "", "limited"),
        Revision(CHANGED, Told.STATUS, "", "limited", "complete"),
    )
    assert lines(changed(*there_and_back, *twice)) == [
        "Progress report of 1 April 2026: status was Not recorded, now Complete"
    ]
    assert lines(changed(*there_and_back)) == ["Changed: Progress report of 1 April 2026"]


def test_a_finding_of_an_assessment_leads_to_its_commitment_alone() -> None:
    report = Assessment.validated(
        {"id": "irm", "by": "irm", "published_on": "2026", "results": {"one": {}, "two": {}}}
    )
    file = "assessments/irm.yml"
    revised = {file: (Revision(CHANGED, Told.RESULT, "two", "limited", "complete"),)}
    facts = facts_of(there={file: (BEGUN, CHANGED)}, revised=revised)
    records = plan_of(commitment(), commitment(id="two", title="Second"), assessments=(report,))
    found = news_of(records, facts, SETTING).news
    day = next(each for each in found if each.id == "records/m/p/2026-08-01")
    assert lines(day) == ["Assessment of 2026: status was Limited, now Complete"]
    assert [each.text for each in day.items[0].about] == ["Second"]
    assert day.commitments == ("two",)


def test_few_commitments_that_were_changed_stand_beside_the_news_and_many_in_lines() -> None:
    def day(number: int) -> News:
        promises = [commitment(id=f"c{n}", title=f"Promise {n}") for n in range(number)]
        there = {f"commitments/{each.id}.yml": (BEGUN, CHANGED) for each in promises}
        found = news_of(plan_of(*promises), facts_of(there=there), SETTING).news
        return next(each for each in found if each.id == "records/m/p/2026-08-01")

    assert [each.text for each in day(3).about] == ["Promise 0", "Promise 1", "Promise 2"]
    assert lines(day(3)) == []
    assert lines(day(4)) == ["Changed: Commitment"] * 4
    assert [each.about[0].text for each in day(4).items][-1] == "Promise 3"


def test_where_very_many_changed_what_weighs_most_is_named_and_the_rest_counted() -> None:
    reports = tuple(update(id=f"r{n}", date="2026-04-01") for n in range(34))
    there = {f"updates/{each.id}.yml": (date(2026, 4, 1), CHANGED) for each in reports}
    last = f"updates/{reports[-1].id}.yml"
    revised = {last: (Revision(CHANGED, Told.STATUS, "", "limited", "complete"),)}
    lost = replace(REPORT, last=CHANGED)
    found = told(facts_of(lost, there=there, revised=revised), updates=reports)
    day = by_id(found)["records/m/p/2026-08-01"]
    assert day.text == "Changed: 34 reports. Removed: 1 report."
    assert (len(day.items), day.more) == (MOST, "23 more")
    assert lines(day)[:2] == [
        "Progress report of 1 April 2026: status was Limited, now Complete",
        "Removed: Progress report of 1 April 2026",
    ]


def test_a_page_names_so_many_and_what_weighs_most_though_it_is_older() -> None:
    day = changed(Revision(CHANGED, Told.DATE, "", "2025", "2026"))
    (pattern,) = day.items
    light = replace(pattern, is_weighty=False)
    news = [
        replace(day, id=f"n{n}", items=(pattern if n == 11 else light,) * MOST)
        for n in range(12)
    ]
    fewer = name_fewer(news, NAMED)
    assert [n for n, each in enumerate(fewer) if each.items] == [0, 1, 2, 11]
    assert sum(len(each.items) for each in fewer) == NAMED


# The whole


def test_the_site_tells_the_same_as_the_plan() -> None:
    records, facts = gone_samples.records(), gone_samples.facts()
    found = news_of(records, facts, SETTING)
    piece = read_piece(news_piece(records, found))
    assert piece.news == found.news
    view = view_site_changes([piece], SETTING)
    shown = [each for year in view.years for period in year.periods for each in period.news]
    assert [lines(each) for each in shown] == [lines(each) for each in found.news]
    assert "2 of these were removed" in view.size


def test_the_years_of_news_are_known_where_records_are_gone() -> None:
    lost = (gone("update", "x", "2024-05-01"), gone("meeting", "y", "2023", code="planned"))
    records = plan_of()
    for facts in (gone_samples.facts(), facts_of(*lost)):
        found = {each.first[:4] for each in news_of(records, facts, SETTING).news}
        assert years_of_news(records, facts, TODAY) == found


def test_of_a_plan_that_stands_still_all_went_and_changed_by_its_day() -> None:
    plan = Plan.validated(
        {"id": "p", "title": "Plan", "example": "yes", "example_on": "2026-06-01"}
    )
    records = replace(gone_samples.records(), plan=plan)
    still = Setting(WORDS, date(2026, 6, 1))
    found = by_id(news_of(records, gone_samples.facts(), still))
    day = found["records/m/p/2026-06-01"]
    assert day.title == "Records changed and removed"
    assert "Removed: Progress report of 1 April 2026" in lines(day)
    assert any("status was Limited" in line for line in lines(day))
    own = found["report/m/p/2026-04-01-news"]
    assert own.text.endswith("This record was removed on 1 June 2026.")


def test_a_meeting_that_is_there_is_told_as_before() -> None:
    meeting = Meeting.validated({"id": "x", "date": "2026-03-14", "status": "held"})
    facts = facts_of(REPORT, there={"meetings/x.yml": (date(2026, 3, 14),)})
    assert not by_id(told(facts, meetings=(meeting,)))["meeting/m/p/x"].is_removed


@given(st.integers(0, 400), st.integers(0, 400))
def test_no_removal_is_told_before_it_took_place(came: int, went: int) -> None:
    first, last = (date(2026, 1, 1) + timedelta(days) for days in sorted((came, went)))
    lost = gone("update", "x", first.isoformat(), first=first, last=last)
    found = told(facts_of(lost))
    assert all(each.first <= TODAY.isoformat() for each in found.news)
    assert any("Removed" in each.text for each in found.news) == (last <= TODAY)
