"""The example is marked as one wherever a reader may come upon it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from brackenmouth import member, plan
from openroadmap.i18n import translator
from openroadmap.measure.progress import measure_progress
from openroadmap.model.member import Member, Plan
from openroadmap.model.site import PlanContext
from openroadmap.render.html import Bodies, open_bodies, render
from openroadmap.views.cards import MemberCard, PlanCard, member_card, plan_card
from openroadmap.views.commitment import view_commitment
from openroadmap.views.home import view_home
from openroadmap.views.member import view_member
from openroadmap.views.plan import view_plan
from openroadmap.views.setting import Setting

WORDS = translator("en")
NOTICE = "This is an example."
REAL = Member.validated({"id": "lakeside", "name": "Lakeside"})


@pytest.fixture
def setting(today: date) -> Setting:
    return Setting(WORDS, today, None, "Plans")


@pytest.fixture(scope="module")
def bodies() -> Bodies:
    return open_bodies(WORDS)


def card(today: date) -> PlanCard:
    return plan_card(plan(), measure_progress(plan(), today), WORDS)


def cards(today: date) -> list[MemberCard]:
    own = member_card(member().id, member(), [card(today)], WORDS)
    return [own, member_card("lakeside", REAL, [], WORDS)]


def test_every_page_of_it_says_so_before_its_title(setting: Setting, bodies: Bodies) -> None:
    progress = measure_progress(plan(), setting.today)
    views = [
        view_member(member().id, member(), [card(setting.today)], setting),
        view_plan(plan(), progress, (), setting),
        *(view_commitment(each, plan(), progress, setting) for each in plan().commitments),
    ]
    assert len(views) == 7
    for view in views:
        before, title, _ = render(view, bodies).body.partition("<h1")
        assert title
        assert NOTICE in before


def test_lists_mark_it_and_count_it_apart(setting: Setting, bodies: Bodies) -> None:
    home = view_home(cards(setting.today), setting)
    assert [each.id for each in home.members] == ["lakeside", member().id]
    assert home.members_size == "1 member and 1 example"
    assert home.members[1].place.startswith("Example · ")
    assert home.members[1].plans[0].size.startswith("Example · ")
    assert render(home, bodies).body.count("or-card--example") == 1


def test_nothing_real_is_marked(setting: Setting, bodies: Bodies) -> None:
    home = view_home(cards(setting.today)[1:], setting)
    assert home.members_size == "1 member"
    assert "xample" not in render(home, bodies).body
    assert "xample" not in render(view_member("lakeside", REAL, (), setting), bodies).body


def test_a_plan_may_be_an_example_in_the_house_of_a_real_member(setting: Setting) -> None:
    real = replace(plan(), context=PlanContext("lakeside", REAL, {}))
    assert real.example
    ordinary = Plan.validated({"id": "2025-2027", "title": "Plan"})
    assert not replace(real, plan=ordinary).example
    progress = measure_progress(real, setting.today)
    assert view_plan(real, progress, (), setting).crumbs[0].notice.startswith(NOTICE)
