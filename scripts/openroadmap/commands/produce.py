"""Make the parts of a site: a plan, a member, the home page, the pages of the rules.

In come files and cards, out come findings, pages and the card that the pages
above show. Each function goes the one way: read, check, measure, view, render.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from jinja2 import FileSystemBytecodeCache

from openroadmap import theme_dir
from openroadmap.commands import memo
from openroadmap.commands.build import Made, Order
from openroadmap.findings import Finding
from openroadmap.i18n import translator
from openroadmap.measure.progress import measure_progress
from openroadmap.read.content import ContentPage
from openroadmap.read.files import PlanFiles
from openroadmap.read.site import MemberReading, PlanReading, read_member, read_plan
from openroadmap.render.html import Bodies, open_bodies, render, render_home
from openroadmap.rules import RULES, run_member_rules, run_page_rules, run_rules, tell
from openroadmap.views.cards import MemberCard, PlanCard, member_card, plan_card
from openroadmap.views.commitment import view_commitment
from openroadmap.views.findings import ToldFinding
from openroadmap.views.forge import forge_for
from openroadmap.views.home import view_home
from openroadmap.views.member import view_member
from openroadmap.views.plan import view_plan
from openroadmap.views.rules import view_rule, view_rules
from openroadmap.views.setting import Setting
from openroadmap.views.unreadable import view_unreadable

__all__ = ["content", "home", "member", "plan", "read_member", "rules"]


def plan(files: PlanFiles, around: MemberReading, order: Order) -> Made:
    """A plan's overview and the pages of its commitments."""
    setting, bodies = _setting(order), _bodies(order)
    reading = read_plan(files, around.context)
    records = reading.records
    findings = (*reading.findings, *run_rules(reading, order.today))
    told = _told(findings, setting)
    progress = measure_progress(records, order.today)
    lost = [each.id for each in reading.unreadable if each.kind == "commitment"]
    views = [
        view_plan(records, progress, told, setting, lost),
        *(view_commitment(each, records, progress, setting) for each in records.commitments),
        *_unreadable(reading, told, setting),
    ]
    card = memo.pack(plan_card(records, progress, setting.words))
    return findings, [render(view, bodies) for view in views], card


def _unreadable(
    reading: PlanReading, told: Iterable[ToldFinding], setting: Setting
) -> Iterator[Any]:
    """A page in place of each commitment that cannot be read, so that editors see why."""
    for broken in reading.unreadable:
        if broken.kind == "commitment":
            own = [each for each in told if each[0].place.file == broken.file]
            address = f"{reading.records.context.member_id}/{reading.records.id}/{broken.id}/"
            yield view_unreadable(address, broken.file, own, setting)


def member(reading: MemberReading, plans: Iterable[dict[str, Any]], order: Order) -> Made:
    """A member's page."""
    setting = _setting(order)
    cards = [memo.unpack(PlanCard, card) for card in plans]
    record = reading.context.member
    findings = (*reading.findings, *run_member_rules(reading, order.today))
    page = render(view_member(reading.id, record, cards, setting), _bodies(order))
    return findings, [page], memo.pack(member_card(reading.id, record, cards, setting.words))


def home(members: Iterable[dict[str, Any]], order: Order) -> Made:
    """The home page below its prose."""
    cards = [memo.unpack(MemberCard, card) for card in members]
    return (), [render_home(view_home(cards, _setting(order)), "", _bodies(order))], {}


def rules(order: Order) -> Made:
    """The index of the rules and a page for each."""
    setting = _setting(order)
    views = [view_rules(RULES, setting), *(view_rule(rule, setting) for rule in RULES)]
    return (), [render(view, _bodies(order)) for view in views], {}


def content(pages: Iterable[ContentPage]) -> Made:
    """What is found in the texts of content/."""
    return run_page_rules(pages), (), {}


def _told(findings: Iterable[Finding], setting: Setting) -> list[ToldFinding]:
    return [(finding, tell(finding, setting.words, public=True)) for finding in findings]


@lru_cache(maxsize=4)
def _setting(order: Order) -> Setting:
    forge = forge_for(order.repo_url, order.branch, order.forge)
    return Setting(translator(order.lang), order.today, forge, order.name)


def _bodies(order: Order) -> Bodies:
    return _opened(order, memo.stamp_of([theme_dir() / "bodies", *order.own_bodies]))


@lru_cache(maxsize=4)
def _opened(order: Order, stamp: bytes) -> Bodies:
    """The templates as of a stamp: whoever edits one while serving sees the change."""
    return open_bodies(translator(order.lang), order.own_bodies, _compiled(order))


def _compiled(order: Order) -> FileSystemBytecodeCache | None:
    """Compiled templates are kept beside the plans: they change with the engine only."""
    if order.cache is None:
        return None
    folder = order.cache / "bodies"
    folder.mkdir(parents=True, exist_ok=True)
    return FileSystemBytecodeCache(str(folder))
