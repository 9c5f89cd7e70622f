"""One rewrite of a promise is told once: with both sides where that is known, else by its name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from drift_samples import page
from gone_samples import BEGUN, CHANGED, REMOVED, facts_of, gone
from openroadmap.history.drift import drift_of, with_removed
from openroadmap.history.freeze import freeze
from openroadmap.model.dates import parse_date
from openroadmap.model.facts import GitFacts, Revision, Told
from openroadmap.model.process import Amendment
from openroadmap.model.site import PlanRecords
from openroadmap.views.drift.promise import DriftPart
from openroadmap.views.news.piece import News
from openroadmap.views.news.plan import PlanNews, news_of
from page_samples import SETTING
from plan_samples import commitment, plan_of

TODAY = SETTING.today
ONE, LATER = "commitments/one.yml", "amendments/later.yml"
WAS = {"ends_on": "2026-06-30", "lead": "Treasury"}
NOW = {"ends_on": "2026-12-31", "lead": "Ministry of Finance"}
EARLY = date(2026, 7, 1)


def fields(names: str, day: date = CHANGED) -> Revision:
    return Revision(day, Told.FIELDS, "", "", names)


def facts(*changes: Revision, there: dict[str, tuple[date, ...]] | None = None) -> GitFacts:
    """The commitment came with the plan, and was changed on the days of these."""
    days = (BEGUN, *sorted({each.day for each in changes}))
    return facts_of(there={ONE: days, **(there or {})}, revised={ONE: changes})


def agreed(field: str, says: str, day: str = "2026-08-01", **more: Any) -> Amendment:
    given = {"id": "later", "date": day, "commitment": "one", "kind": "modify", **more}
    return Amendment.validated({**given, "agreed": [{"field": field, "says": says}]})


def records(*amendments: Amendment) -> PlanRecords:
    adopted = freeze(plan_of(commitment(**WAS)), parse_date("2026-01-01"))
    return replace(plan_of(commitment(**NOW), amendments=amendments), baseline=adopted)


def news(of: PlanRecords, known: GitFacts) -> PlanNews:
    drift = drift_of(of, TODAY, facts=known)
    return news_of(with_removed(of, TODAY), known, SETTING, drift)


def of_kind(kind: str, told: PlanNews) -> list[News]:
    return [each for each in told.news if each.kind == kind]


def part(of: PlanRecords, known: GitFacts) -> DriftPart:
    found = page(of, TODAY, facts=known).drift
    assert found
    return found


def test_what_the_drift_tells_with_both_sides_is_not_named_on_the_same_day_once_more() -> None:
    told = news(records(), facts(fields("ends_on lead")))
    assert {each.date for each in of_kind("drift", told)} == {"1 August 2026"}
    assert len(of_kind("drift", told)) == 2
    assert of_kind("records", told) == []


def test_what_is_no_part_of_the_promise_is_still_named() -> None:
    told = news(records(), facts(fields("ends_on lead links")))
    (day,) = of_kind("records", told)
    assert [each.text for each in day.items] == ["Changed: Commitment (Links)"]


def test_each_field_bears_the_day_on_which_it_was_changed() -> None:
    """Both on the page and among the news, and so it is named on no other."""
    known = facts(fields("ends_on", EARLY), fields("lead"))
    told, shown = news(records(), known), part(records(), known)
    assert sorted(each.date for each in of_kind("drift", told)) == ["1 August 2026", "1 July 2026"]
    assert of_kind("records", told) == []
    assert shown.day == "1 August 2026"
    said = {each.change: each.recorded for each in shown.unexplained}
    assert said == {
        "Date changed": "Changed in the record on 1 July 2026.", "Institutions changed": "",
    }  # fmt: skip


def test_a_field_that_was_changed_twice_is_named_on_the_first_day_and_told_on_the_last() -> None:
    told = news(records(), facts(fields("ends_on", EARLY), fields("ends_on lead")))
    (day,) = of_kind("records", told)
    assert day.date == "1 July 2026"
    assert [each.text for each in day.items] == ["Changed: Commitment (End date)"]
    assert {each.date for each in of_kind("drift", told)} == {"1 August 2026"}


def test_after_a_day_of_which_no_field_is_known_each_may_be_of_that_day() -> None:
    known = facts_of(there={ONE: (BEGUN, EARLY, CHANGED)}, revised={ONE: (fields("lead", EARLY),)})
    told = news(records(), known)
    assert {each.date for each in of_kind("drift", told)} == {"1 August 2026"}
    assert [each.date for each in of_kind("records", told)] == ["1 August 2026", "1 July 2026"]


def test_what_was_changed_before_the_plan_was_frozen_is_named_and_dates_nothing() -> None:
    adopted = freeze(plan_of(commitment(**WAS)), parse_date("2026-07-15"))
    of = replace(records(), baseline=adopted)
    told = news(of, facts(fields("ends_on", EARLY), fields("lead")))
    assert {each.date for each in of_kind("drift", told)} == {"1 August 2026"}
    assert [each.date for each in of_kind("records", told)] == ["1 July 2026"]


@pytest.mark.parametrize(
    ("came", "named"),
    [
        (CHANGED, []),
        (date(2026, 8, 2), ["Changed: Commitment (End date)"]),
    ],
)
def test_what_an_agreed_change_of_that_day_tells_is_not_named_once_more(
    came: date, named: list[str]
) -> None:
    """One that came on another day does not hide what the record said in between."""
    of = records(agreed("ends_on", "2026-12-31"))
    of = replace(of, commitments=(commitment(**{**NOW, "lead": "Treasury"}),))
    told = news(of, facts(fields("ends_on"), there={LATER: (came,)}))
    (change,) = of_kind("amendment", told)
    assert "The end date moved by 184 days" in change.text
    days = [each for each in of_kind("records", told) if each.id.endswith("2026-08-01")]
    assert [each.text for day in days for each in day.items] == named


def test_what_differs_from_what_was_agreed_is_told_beside_the_agreed_change() -> None:
    of = records(agreed("ends_on", "2026-09-30"))
    of = replace(of, commitments=(commitment(**{**NOW, "lead": "Treasury"}),))
    told = news(of, facts(fields("ends_on"), there={LATER: (CHANGED,)}))
    (drift,) = of_kind("drift", told)
    assert "says something else" in drift.text
    assert of_kind("records", told) == []


def test_a_commitment_whose_record_is_gone_is_told_once() -> None:
    lost = gone("commitment", "one", first=BEGUN)
    report = gone("update", "one", "2026-05-01", commitments=("one",))
    told = news(replace(records(), commitments=()), facts_of(lost, report))
    (drift,) = of_kind("drift", told)
    assert drift.day == REMOVED.isoformat()
    (day,) = of_kind("records", told)
    assert [each.text for each in day.items] == ["Removed: Progress report of 1 May 2026"]
    assert day.text == "Removed: 1 report."


def test_without_a_copy_of_the_plan_as_adopted_all_is_named() -> None:
    told = news(replace(records(), baseline=None), facts(fields("ends_on lead")))
    (day,) = of_kind("records", told)
    assert [each.text for each in day.items] == ["Changed: Commitment (End date, Lead institution)"]
