"""The pages that a plan has: a row of links that stands on each of them, and their head and foot.

A new kind of page of a plan is a line in ``PLAN_PAGES``.
"""

from __future__ import annotations

from typing import ClassVar, Protocol, TypedDict

from openroadmap.i18n import N_, Translator
from openroadmap.immutable import immutable
from openroadmap.model.site import PlanRecords
from openroadmap.views.around import plan_crumbs, plan_title, ways_for, with_member
from openroadmap.views.parts import Crumb, Foot
from openroadmap.views.setting import Setting, plan_address, record_file, root_of

PLAN_PAGES = (
    ("plan", N_("Overview"), ""),
    ("progress", N_("Progress"), "progress/"),
    ("changes", N_("What changed"), "changes/"),
    ("standards", N_("Standards"), "standards/"),
)
"""Each page's kind, name and address below the plan's own, in the order of the row."""

_KINDS = frozenset(kind for kind, _, _ in PLAN_PAGES)

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


class OfPlan(Protocol):
    """A page that may be one of a plan's: ``crumbs`` are home, the member and the plan."""

    kind: ClassVar[str]

    @property
    def title(self) -> str: ...
    @property
    def crumbs(self) -> tuple[Crumb, ...]: ...


def full_title(view: OfPlan, words: Translator) -> str:
    """What a page is called where nothing else says whose it is: in a tab, a search, a message.

    A page of a plan names the page, the plan and the member; others have their title.
    """
    if view.kind not in _KINDS or len(view.crumbs) < 2:
        return view.title
    _, member, *plan = view.crumbs
    title = view.title
    if plan and plan[0].text not in title:
        title = words.gettext("{page}: {plan}", page=title, plan=plan[0].text)
    return with_member(title, member.text, words)


class PlanPage(TypedDict):
    """The fields that the views of what a plan is judged by have in common."""

    address: str
    root: str
    title: str
    source: str
    crumbs: tuple[Crumb, ...]
    tabs: tuple[Tab, ...]
    plan: str
    as_of: str
    foot: Foot


def plan_page(
    kind: str, title: str, records: PlanRecords, setting: Setting, *, has_standards: bool
) -> PlanPage:
    """The head and the foot of such a page, of a kind in ``PLAN_PAGES``."""
    words, plan = setting.words, plan_title(records)
    address = plan_address(records) + next(at for each, _, at in PLAN_PAGES if each == kind)
    file = record_file(records, "plan", records.id)
    return {
        "address": address,
        "root": root_of(address),
        "title": title,
        "source": file,
        "crumbs": plan_crumbs(records, words, with_plan=True),
        "tabs": plan_tabs(records, kind, words, has_standards=has_standards),
        "plan": plan,
        "as_of": words.day(setting.today),
        "foot": Foot((), (), (), ways_for(file, f"{plan}: {title}", records.plan, setting)),
    }
