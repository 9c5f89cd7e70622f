"""What the pages of the whole site say changed: its newest news, and each year in numbers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from openroadmap.commands import memo
from openroadmap.history.drift import drift_of
from openroadmap.i18n import translator
from openroadmap.model.facts import NO_FACTS, GitFacts, History
from openroadmap.model.member import Member
from openroadmap.model.site import PlanContext, PlanRecords
from openroadmap.model.voices import Assessment
from openroadmap.views.news.changes_site import (
    IN_FEED,
    ON_PAGE,
    news_piece,
    read_piece,
    travelling,
    view_site_changes,
)
from openroadmap.views.news.changes_year import view_years
from openroadmap.views.news.piece import News, latest_first, newest_first
from openroadmap.views.news.plan import news_of
from page_samples import SETTING, news
from plan_samples import NAMES, commitment, plan_of, sample, update

WORDS = translator("en")
TODAY = SETTING.today


def site_of(*plans: PlanRecords) -> list[Any]:
    told = [news_of(each, NO_FACTS, SETTING, drift_of(each, TODAY)) for each in plans]
    pieces = [news_piece(each, news) for each, news in zip(plans, told, strict=True)]
    kept = [memo.Pieces({}, tuple(memo.Pieces({"news": piece}).pack())) for piece in pieces]
    return [read_piece(each.get("news")) for each in kept]


def test_news_come_back_whole_from_what_is_kept_between_builds() -> None:
    for name in NAMES:
        (piece,) = site_of(sample(name))
        assert piece.news == news(name).news


def test_an_invented_plan_is_left_out_of_the_sites_news_and_said_to_be() -> None:
    real = sample("rivermouth")
    member = Member(id="x", name="Nowhere", example="yes")
    invented = replace(real, context=PlanContext("x", member, {}))
    with_example, without = site_of(real, invented), site_of(real)
    assert with_example[1].news == ()
    view = view_site_changes(with_example, SETTING)
    assert view.years == view_site_changes(without, SETTING).years
    assert view.size == view_site_changes(without, SETTING).size
    said = [each.text for each in view.notices]
    assert "1 invented plan, kept as an example, is left out." in said
    years = tuple(view_years(with_example, SETTING))
    assert years == tuple(view_years(without, SETTING))
    assert {each.title for each in years} == {f"What changed in {y}" for y in (2024, 2025, 2026)}


def test_records_of_several_plans_that_begin_on_a_day_are_one_piece_of_news() -> None:
    def begun(member: str, day: str) -> Any:
        records = replace(
            sample("rivermouth"),
            context=PlanContext(member, Member(id=member, name=member.title()), {}),
        )
        file = f"commitments/{member}/{records.id}/plan.yml"
        on = date.fromisoformat(day)
        facts = GitFacts(History.FULL, {file: on}, {file: (on,)})
        return read_piece(news_piece(records, news_of(records, facts, SETTING)))

    pieces = [begun("west", "2026-11-23"), begun("east", "2026-11-23"), begun("old", "2026-10-01")]
    view = view_site_changes(pieces, SETTING)
    shown = [one for year in view.years for period in year.periods for one in period.news]
    folded, alone = (each for each in shown if each.kind == "begins")
    assert (folded.title, folded.permanent) == (
        "The records of 2 plans begin here", "changes/2026/#q4",
    )  # fmt: skip
    assert [each.text.partition(":")[0] for each in folded.about] == ["East", "West"]
    assert (alone.title, alone.member) == ("The record of this plan begins", "Old")
    assert "3 records of plans begun" in view.size
    assert "3 records of plans begun" in view.years[0].size


def test_a_year_that_is_cut_says_its_own_number_and_how_many_of_it_are_shown() -> None:
    reports = tuple(
        update(id=f"u{n}", date=f"{2026 - n // 60}-0{n % 9 + 1}-15") for n in range(ON_PAGE + 70)
    )
    pieces = site_of(plan_of(commitment(), updates=reports))
    newest, cut = view_site_changes(pieces, SETTING).years
    assert (newest.size, newest.shown, newest.whole) == ("60 reports", "", None)
    assert sum(len(each.news) for each in cut.periods) == 20
    assert (cut.size, cut.shown) == ("60 reports", "Only the newest 20 of them are shown here.")
    assert cut.whole and cut.whole.address == "changes/2025/"
    sizes = {each.address: each.size for each in view_years(pieces, SETTING)}
    assert sizes["changes/2025/"] == cut.size


def test_records_without_a_date_are_counted_and_the_page_leads_to_their_plans() -> None:
    def plan(member: str, undated: int, example: str | None = None) -> PlanRecords:
        reports = tuple(
            Assessment.validated({"id": f"a{n}", "by": "irm", "results": {"one": {}}})
            for n in range(undated)
        )
        named = Member(id=member, name=member.title(), example=example)
        context = PlanContext(member, named, {})
        return replace(plan_of(commitment(), assessments=reports), context=context)

    plans = plan("west", 1), plan("none", 0), plan("east", 2), plan("nowhere", 5, "yes")
    view = view_site_changes(site_of(*plans), SETTING)
    (found,) = (each for each in view.notices if each.plans)
    assert found.text == "3 more records bear no date and are not listed."
    assert [(each.text, each.address) for each in found.plans] == [
        ("East: Plan (2)", "east/p/"), ("West: Plan (1)", "west/p/"),
    ]  # fmt: skip


def test_a_site_without_plans_has_a_page_that_says_so() -> None:
    view = view_site_changes([], SETTING)
    assert (view.size, view.years, view.others) == ("", (), ())


news_lists = st.lists(
    st.tuples(st.integers(0, 400), st.integers(0, 400), st.sampled_from("abc")), max_size=250
)


PATTERN = news("rivermouth").news[0]


@given(news_lists)
def test_a_plan_hands_on_all_that_a_feed_of_the_site_could_show(drawn: list[Any]) -> None:
    start = date(2025, 1, 1)
    every = newest_first(
        replace(
            PATTERN,
            id=f"report/m/p/{n}",
            day=(start + timedelta(day)).isoformat(),
            since=(start + timedelta(since)).isoformat(),
            institutions=(name,),
            policy_areas=(),
        )
        for n, (day, since, name) in enumerate(drawn)
    )
    sent = travelling(every)

    def feed(news: Iterable[News], name: str) -> list[News]:
        return [each for each in latest_first(news) if name in each.institutions][:IN_FEED]

    assert [feed(sent, name) for name in "abc"] == [feed(every, name) for name in "abc"]
    assert latest_first(sent)[:IN_FEED] == latest_first(every)[:IN_FEED]
