"""Three voices on one scale: who stands where, and what is said where they differ."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from openroadmap.i18n import translator
from openroadmap.measure.progress import measure_progress
from openroadmap.model.member import Plan
from openroadmap.model.process import Amendment
from openroadmap.model.site import PlanRecords
from openroadmap.model.voices import Assessment, View
from openroadmap.views.accounts import accounts_of
from openroadmap.views.plan_table import PlanTable, view_table
from openroadmap.views.scale import Scale, view_scale
from plan_samples import commitment, plan_of, update

WORDS = translator("en")
NOW = "2026-06-30"


def view(who: str = "Lab", **fields: Any) -> View:
    by = {"organisation": who, "sector": "civil_society"}
    data = {"id": f"v-{fields.get('date', NOW)}", "date": NOW, "commitment": "one", "by": by}
    return View.validated({**data, **fields})


def review(published_on: str | None = "2026-05", **result: Any) -> Assessment:
    dated = {"published_on": published_on} if published_on else {}
    return Assessment.validated({"id": "r", "by": "irm", "results": {"one": result}, **dated})


def scale(today: date, transcribed: bool = False, **more: Any) -> Scale:
    records = plan_of(commitment(lead="Treasury"), **more)
    told = accounts_of(records, measure_progress(records, today), WORDS)
    return view_scale(told["one"], transcribed, WORDS)


def lines(found: Scale) -> list[tuple[str, str, int, str]]:
    """Who, the status in words, the place on the scale and the day of every row."""
    return [
        (row.said.by or row.voice, row.said.status.word if row.said.status else "", row.place,
         row.said.date)
        for row in found.rows
    ]  # fmt: skip


def test_each_voice_stands_at_its_place_with_its_day(today: date) -> None:
    found = scale(
        today,
        updates=(update(date=NOW, completion="substantial"),),
        views=(view(completion="limited"), view("Union", date="2026-07-02", completion="complete")),
        assessments=(review(completion="not_started"),),
    )
    assert [degree.word for degree in found.degrees] == [
        "Not started", "Limited", "Substantial", "Complete",
    ]  # fmt: skip
    assert lines(found) == [
        ("Treasury", "Substantial", 3, "30 June 2026"),
        ("Union", "Complete", 4, "2 July 2026"),
        ("Lab", "Limited", 2, "30 June 2026"),
        ("Independent Reporting Mechanism", "Not started", 1, "published May 2026"),
    ]


def test_what_is_no_place_on_the_scale_stands_beside_it_as_what_it_is(today: date) -> None:
    gone = {"id": "a", "date": "2026-05-01", "commitment": "one", "kind": "withdraw"}
    withdrawn = scale(today, amendments=(Amendment.validated(gone),))
    own = scale(today, updates=(update(date=NOW, status_words="Implementing"),))
    spoken = {"views": (view(completion="limited"),)}
    kept_by_others = scale(today, transcribed=True, **spoken)
    unproven = scale(today, assessments=(review(completion="no_evidence_available"),))
    mute = scale(today, assessments=(review(verifiable="yes"),))
    assert lines(withdrawn)[0] == ("Treasury", "Withdrawn", 0, "1 May 2026")
    assert lines(own)[0] == ("Treasury", "“Implementing”", 0, "30 June 2026")
    assert lines(own)[1:] == [
        ("Civil society", "Not recorded", 0, ""),
        ("Independent review", "Not assessed", 0, ""),
    ]
    assert lines(unproven)[0] == ("Treasury", "Not recorded", 0, "")
    assert lines(kept_by_others)[2] == ("Independent review", "Not recorded", 0, "")
    assert lines(unproven)[2][1:] == ("No evidence available", 0, "published May 2026")
    assert lines(mute)[2][1:] == ("", 0, "published May 2026")


def test_where_nobody_said_anything_there_is_nothing_to_set_side_by_side(today: date) -> None:
    assert scale(today).rows == ()


def test_a_report_s_own_words_stand_beside_its_code(today: date) -> None:
    code = {"completion": "complete", "completion_words": "Complete, but late"}
    row = scale(today, assessments=(review(**code),)).rows[2]
    assert (row.place, row.said.quoted) == (4, "Complete, but late")


def test_a_difference_is_said_in_a_sentence_with_names_and_days(today: date) -> None:
    found = scale(
        today,
        updates=(update(date=NOW, completion="complete"),),
        views=(view(completion="limited"),),
    )
    assert found.difference == (
        "These accounts differ: Treasury says “Complete” (30 June 2026); "
        "Lab says “Limited” (30 June 2026)."
    )


def test_an_account_of_another_time_is_not_called_a_contradiction(today: date) -> None:
    found = scale(
        today,
        updates=(update(date=NOW, completion="complete"),),
        assessments=(review("2025-05", completion="limited"),),
    )
    assert found.difference == (
        "These accounts are of different times: Treasury says “Complete” (30 June 2026); "
        "Independent Reporting Mechanism says “Limited” (published May 2025). "
        "Each speaks of its own time, so that the one need not contradict the other."
    )


@pytest.mark.parametrize(
    ("earlier", "apart"),
    [("2025-12-29", False), ("2025-12-28", True), ("2025", False), ("2024", True)],
)
def test_half_a_year_is_counted_by_the_nearest_days_that_two_dates_can_mean(
    today: date, earlier: str, apart: bool
) -> None:
    views = (view(date=earlier, completion="limited"),)
    found = scale(today, updates=(update(date=NOW, completion="complete"),), views=views)
    assert found.difference.startswith("These accounts are of different times") is apart


def test_an_account_without_a_day_differs_and_says_that_its_day_is_missing(today: date) -> None:
    found = scale(
        today,
        updates=(update(date=NOW, completion="complete"),),
        assessments=(review(None, completion="limited"),),
    )
    assert found.difference.startswith("These accounts differ: ")
    assert "“Limited” (date not recorded)" in found.difference


def test_where_some_are_of_now_and_some_are_old_both_is_said(today: date) -> None:
    found = scale(
        today,
        updates=(update(date=NOW, completion="complete"),),
        views=(view(completion="limited"),),
        assessments=(review("2024", completion="not_started"),),
    )
    assert found.difference.startswith("These accounts differ: ")
    assert found.difference.endswith("half a year apart: each speaks of its own time.")


def test_two_organisations_of_one_voice_may_differ(today: date) -> None:
    views = (view(completion="limited"), view("Union", id="u", completion="complete"))
    assert "Union says “Complete”" in scale(today, views=views).difference


@pytest.mark.parametrize(
    "other", [{"completion": "complete"}, {"completion": "no_evidence_available"}, {"text": "Hm."}]
)
def test_who_agrees_or_stands_beside_the_scale_does_not_differ(
    today: date, other: dict[str, str]
) -> None:
    updates = (update(date=NOW, completion="complete"),)
    assert scale(today, updates=updates, views=(view(**other),)).difference == ""


def test_a_withdrawn_commitment_is_no_place_to_differ_from(today: date) -> None:
    gone = {"id": "a", "date": "2026-05-01", "commitment": "one", "kind": "withdraw"}
    found = scale(
        today,
        updates=(update(date="2026-04-01", completion="limited"),),
        amendments=(Amendment.validated(gone),),
        views=(view(completion="not_started"),),
    )
    assert found.difference == ""


def test_an_organisation_is_heard_by_its_last_word_on_the_status(today: date) -> None:
    views = (
        view(date="2026-01-01", completion="limited"),
        view(date="2026-03-01", completion="substantial"),
        view(date="2026-06-01", text="We are still waiting for an answer."),
    )
    assert lines(scale(today, views=views))[1] == ("Lab", "Substantial", 3, "1 March 2026")


def table(today: date, **more: Any) -> PlanTable:
    records = plan_of(commitment(lead="Treasury"), commitment(id="two", title="Two"), **more)
    return view_table(records, measure_progress(records, today), WORDS)


def test_the_plan_has_a_column_for_each_voice_that_is_heard(today: date) -> None:
    assert table(today).voices == ()
    found = table(today, assessments=(review(completion="limited"),))
    assert found.voices == ("Independent review",)
    one, two = found.cards
    assert [said.status.word for said in one.cells[0].said if said.status] == ["Limited"]
    assert (two.cells[0].said, two.cells[0].silence.word) == ((), "Not assessed")


def test_the_plan_names_first_where_accounts_differ(today: date) -> None:
    found = table(
        today,
        updates=(update(date=NOW, completion="complete"),),
        views=(view(completion="limited"),),
    )
    (difference,) = found.differences
    assert difference.commitment.text == found.cards[0].title
    assert difference.words.startswith("These accounts differ: Treasury says “Complete”")


def test_who_reported_is_named_where_it_is_not_the_lead(today: date) -> None:
    own = table(today, updates=(update(date=NOW, completion="limited"),))
    other = table(
        today,
        updates=(update(date=NOW, completion="limited", author_organisation="Audit Office"),),
    )
    assert own.cards[0].by == "30 June 2026"
    assert other.cards[0].by == "Audit Office, 30 June 2026"


def test_a_plan_kept_by_others_does_not_say_that_nobody_assessed(today: date) -> None:
    plan = Plan.validated({"id": "p", "title": "Plan", "kept_by": "others"})
    records = PlanRecords(
        "p", plan_of().context, plan, views=(view(completion="limited"),),
        commitments=(commitment(), commitment(id="two", title="Two")),
        assessments=(review(completion="limited"),),
    )  # fmt: skip
    found = view_table(records, measure_progress(records, today), WORDS)
    assert found.cards[1].cells[1].silence.word == "Not recorded"
