"""The pages that a plan has: a row of links that stands on each of them.

A new kind of page of a plan is a line in ``PLAN_PAGES``.
"""

from __future__ import annotations

from openroadmap.i18n import N_, Translator
from openroadmap.immutable import immutable
from openroadmap.model.site import PlanRecords
from openroadmap.views.setting import plan_address

PLAN_PAGES = (
    ("plan", N_("Overview"), ""),
    ("progress", N_("Progress"), "progress/"),
    ("changes", N_("What changed"), "changes/"),
    ("standards", N_("Standards"), "standards/"),
)
"""Each page's kind, name and address below the plan's own, in the order of the row."""

NOT_EVERY_PLAN = frozenset({"standards"})
"""Pages that only some plans have; their kinds are named to ``plan_tabs`` where there is one."""


@immutable
class Tab:
    """One page of the row."""

    text: str
    """What the page is called."""
    address: str
    """Its address from the site's root."""
    is_here: bool
    """True on that page itself."""


def plan_tabs(
    records: PlanRecords, here: str, words: Translator, *, has_standards: bool
) -> tuple[Tab, ...]:
    """The row on the page of the kind ``here``; empty where a plan has no second page."""
    has = {"standards"} if has_standards else set()
    tabs = tuple(
        Tab(words.gettext(text), f"{plan_address(records)}{folder}", kind == here)
        for kind, text, folder in PLAN_PAGES
        if kind not in NOT_EVERY_PLAN or kind in has
    )
    return tabs if len(tabs) > 1 else ()
