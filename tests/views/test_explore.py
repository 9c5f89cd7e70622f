"""The list of all commitments: complete, in order, on light pages, with forms for every number."""

from __future__ import annotations

import gettext
import gzip
from dataclasses import replace

from openroadmap.i18n import Translator, translator
from openroadmap.render.html import open_bodies, render
from openroadmap.views.finding.explore import (
    FACETS,
    ROWS,
    ExploreView,
    in_site_order,
    page_count,
    view_explore,
)
from openroadmap.views.listing import ListedCommitment, Listing
from page_samples import SETTING, explore_views, listings

WIDEST = "A promise that says at length what will be done, for whom, by when, and how to see it {}"


def listing(member: str, plan: str, commitments: int, **changes: object) -> Listing:
    """A plan of so many commitments, each with a name of its own."""
    given = listings()[0]
    lines = tuple(
        replace(given.commitments[0], id=f"c{n}", address=f"{member}/{plan}/c{n}/", title=f"{n}")
        for n in range(commitments)
    )
    made = replace(
        given, member_id=member, member=member.title(), plan_id=plan, plan=plan,
        address=f"{member}/{plan}/", commitments=lines, example=False, starts_on=plan[:4],
    )  # fmt: skip
    return replace(made, **changes)


def shown(views: tuple[ExploreView, ...]) -> list[str]:
    """The addresses of all commitments, in the order of the pages."""
    return [
        line.address
        for view in views
        for member in view.members
        for plan in member.plans
        for line in plan.commitments
    ]


def test_every_commitment_is_in_the_list_once() -> None:
    plans = [listing("alba", "2024", 3 * ROWS + 7), listing("baldia", "2025", 40)]
    views = view_explore(plans, "i", SETTING)
    assert shown(views) == [each.address for plan in plans for each in plan.commitments]
    assert len(views) == page_count(3 * ROWS + 47) == 4
    assert [view.address for view in views[:3]] == ["explore/", "explore/2/", "explore/3/"]
    assert views[0].before is None
    assert views[-1].after is None
    assert [view.after.address for view in views if view.after] == [
        "explore/2/", "explore/3/", "explore/4/",
    ]  # fmt: skip


def test_members_stand_by_name_examples_last_and_their_newest_plan_first() -> None:
    plans = [
        listing("zembla", "2024", 1), listing("alba", "2020", 1), listing("alba", "2025", 1),
        listing("aaa", "2026", 1, example=True),
    ]  # fmt: skip
    ordered = [(each.member_id, each.plan_id) for each in in_site_order(plans)]
    assert ordered == [("alba", "2025"), ("alba", "2020"), ("zembla", "2024"), ("aaa", "2026")]


def test_a_plan_that_a_page_breaks_off_goes_on_under_its_name() -> None:
    views = view_explore([listing("alba", "2024", ROWS + 1)], "i", SETTING)
    (first,), (second,) = (view.members[0].plans for view in views)
    assert (first.goes_on, second.goes_on) == (False, True)
    assert first.size == second.size == "251 commitments"


def test_filters_stand_on_the_first_page_alone() -> None:
    first, second = view_explore([listing("alba", "2024", ROWS + 1)], "i", SETTING)
    assert [facet.name for facet in first.facets] == list(FACETS)
    assert (first.index, second.index, second.facets, second.counted) == ("i", "", (), ())


def test_without_a_commitment_there_is_a_page_that_says_how_to_add_one() -> None:
    (view,) = view_explore([], "i", SETTING)
    assert view.index == ""
    body = render(view, open_bodies(translator("en"))).body
    assert "No commitment is recorded yet. Add the first one" in body
    assert "<form" not in body


def test_a_full_page_stays_light() -> None:
    given = listings()[0].commitments[0]
    lines = tuple(
        replace(
            given, address=f"alba/2024/c{n}/", title=WIDEST.format(n * 7919), lead=f"Ministry {n}",
            status="limited", lateness="overdue", ends_on="2025-01-31",
        )
        for n in range(ROWS)
    )  # fmt: skip
    views = view_explore([replace(listing("alba", "2024", 0), commitments=lines)], "i", SETTING)
    body = render(views[0], open_bodies(translator("en"))).body.encode()
    assert body.count(b"Overdue: was due 31 January 2025") == ROWS
    assert len(gzip.compress(body, 6)) < 40_000


def test_numbers_have_the_forms_that_their_language_tells_apart() -> None:
    class Slavic(gettext.NullTranslations):
        def ngettext(self, one: str, many: str, n: int) -> str:
            return f"{many} {n % 10}"

    assert translator("en").forms("{n} a", "{n} b") == {"one": "{n} a", "other": "{n} b"}
    assert set(Translator("pl", Slavic()).forms("{n} a", "{n} b")) == {"one", "few", "many"}
    (first,) = explore_views()
    found = next(each for each in first.counted if each.name == "found")
    assert [form.category for form in found.forms] == ["one", "other"]


def test_hostile_words_stay_words() -> None:
    bad = '<script>alert(1)</script>"><img src=x onerror=alert(1)>'
    line: ListedCommitment = replace(
        listings()[0].commitments[0], title=bad, lead=bad, number="<b>", status_words=bad
    )
    plan = replace(listing("alba", "2024", 0), commitments=(line,), member=bad, plan=bad)
    (view,) = view_explore([plan], "i", SETTING)
    body = render(view, open_bodies(translator("en"))).body
    assert "<script>alert" not in body
    assert "<img" not in body
    assert "<b>" not in body.replace("<b>Page", "")


def test_what_is_invented_is_counted_apart() -> None:
    real = listing("alba", "2024", 2)
    (view,) = view_explore([real, replace(listing("zeta", "1", 1), example=True)], "i", SETTING)
    assert view.size == "2 commitments and 1 invented"
