"""The row of a plan's pages: the same on each, one of them here, none that is not there."""

from __future__ import annotations

import pytest
from openroadmap.i18n import translator
from openroadmap.views.tabs import PLAN_PAGES, plan_tabs
from plan_samples import plan_of

WORDS = translator("en")


@pytest.mark.parametrize("kind", [kind for kind, _, _ in PLAN_PAGES])
def test_a_page_is_marked_as_the_one_that_is_open(kind: str) -> None:
    tabs = plan_tabs(plan_of(), kind, WORDS, has_standards=True)
    assert len(tabs) == len(PLAN_PAGES)
    folder = next(folder for each, _, folder in PLAN_PAGES if each == kind)
    assert [tab.address for tab in tabs if tab.is_here] == [f"m/p/{folder}"]


def test_a_plan_held_against_no_standards_has_no_tab_for_them() -> None:
    tabs = plan_tabs(plan_of(), "plan", WORDS, has_standards=False)
    assert "m/p/standards/" not in [tab.address for tab in tabs]
    assert len(tabs) != 1, "one link alone is no choice"
