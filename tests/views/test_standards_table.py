"""The comparison of plans: in order of names, light however many there are, kept as plain data."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from openroadmap.commands import memo
from openroadmap.i18n import translator
from openroadmap.measure.assessment import State
from openroadmap.render.html import open_bodies, render
from openroadmap.views.standards.table import ROWS, Standing, standing_of, view_tables
from page_samples import SETTING, standards_view, table_views
from plan_samples import sample
from standards_samples import PACKS, assessments, packs, records, silent, verdict

BODIES = open_bodies(translator("en"))


@cache
def usual() -> Standing:
    return standing_of(records(), assessments(), has_calendar=False)


def standing(name: str, number: int = 0) -> Standing:
    return replace(usual(), member=name, address=f"{name.lower()}/{number}/standards/")


@cache
def answered() -> Standing:
    """A plan with an answer to each of OGP's eleven questions."""
    pack = PACKS["national-2022"]
    every = [
        verdict(each.id, State.NOT_STARTED, phase)
        for each in pack.requirements
        for phase in each.phases
    ]
    judged = replace(assessments()[1], verdicts=tuple(every))
    return standing_of(records(), [judged], has_calendar=False)


def full(name: str) -> Standing:
    plan = f"Open Government Action Plan of {name}, 2025–2027"
    return replace(answered(), member=name, plan=plan)


def test_plans_stand_in_the_order_of_names_whatever_their_states() -> None:
    standings = [standing(name) for name in ("Zembla", "baldia", "Alba")]
    (view,) = view_tables(standings, packs(), SETTING)
    assert [row.member for row in view.tables[0].rows] == ["Alba", "baldia", "Zembla"]


def test_plans_of_which_nothing_is_recorded_are_named_below() -> None:
    quiet = standing_of(sample("jalisco"), silent(), has_calendar=False)
    (view,) = view_tables([quiet, standing("Alba")], packs(), SETTING)
    table = view.tables[0]
    assert [row.member for row in table.rows] == ["Alba"]
    assert [each.text for each in table.silent] == ["Jalisco: Second local action plan 2019–2021"]
    assert table.size == "2 action plans"


def test_a_cell_stands_below_its_requirement() -> None:
    table = table_views()[0].tables[1]
    cells = dict(zip([column.id for column in table.columns], table.rows[0].cells, strict=True))
    assert [(each.phase, each.mark.word) for each in cells["1.1"]] == [
        ("Co-creation", "Met"), ("Implementation", "At risk"),
    ]  # fmt: skip
    assert [(each.phase, each.mark.word) for each in cells["3.3"]] == [("", "Met")]
    assert cells["2.1"] == ()


def test_many_plans_go_on_over_pages_that_lead_to_each_other() -> None:
    views = view_tables([standing("Alba", number) for number in range(100)], packs(), SETTING)
    rows = [row.address for view in views for table in view.tables for row in table.rows]
    assert len(rows) == 200  # each plan is held against two packs
    assert len(set(rows)) == 100
    assert [view.address for view in views[:3]] == ["standards/", "standards/2/", "standards/3/"]
    assert [view.after and view.after.address for view in views] == [
        *(view.address for view in views[1:]), None,
    ]  # fmt: skip
    assert [view.before and view.before.address for view in views] == [
        None, *(view.address for view in views[:-1]),
    ]  # fmt: skip


def test_a_page_of_a_hundred_plans_stays_below_a_hundred_kilobytes() -> None:
    views = view_tables([full(f"Member {n:03}") for n in range(100)], packs(), SETTING)
    bodies = [render(view, BODIES).body for view in views]
    assert len(bodies) == -(-100 // ROWS)
    assert bodies[0].count("<tr>") == ROWS + 1
    assert max(len(body.encode()) for body in bodies) < 95_000  # the frame adds some 4,000


def test_a_site_without_a_plan_has_the_page_all_the_same() -> None:
    (view,) = view_tables([], packs(), SETTING)
    assert "No action plan is recorded yet." in render(view, BODIES).body


def test_the_table_is_named_and_its_heads_say_what_they_head() -> None:
    body = render(table_views()[0], BODIES).body
    assert body.count("<caption>") == body.count("<table") == 2
    assert "<th>" not in body
    assert body.count('scope="row"') == 2


def test_a_standing_comes_back_from_a_cache_as_it_was() -> None:
    kept = memo.Pieces({}, memo.Pieces({"standing": usual()}).pack())
    assert kept.value("standing", Standing) == usual()
    assert standards_view().coming  # duties of this plan exist, and are kept beside it
