"""Make the parts of a site: a plan, a member, the home page, the pages of the rules.

In come files and cards, out come findings, pages and the card that the pages
above show. Each function goes the one way: read, check, measure, view, render.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from openroadmap.commands import memo
from openroadmap.commands.means import bodies_of, packs_of, setting_of
from openroadmap.commands.order import Made, Order
from openroadmap.commands.produce_calendar import EVENTS, calendar_pieces, plan_calendar
from openroadmap.commands.produce_data import member_pieces, plan_documents, plan_pieces
from openroadmap.commands.produce_news import plan_feeds
from openroadmap.commands.produce_pdf import with_pdf
from openroadmap.export.reported import Standings
from openroadmap.findings import Finding
from openroadmap.history.drift import drift_of, with_removed
from openroadmap.measure.assessment import assess_plan
from openroadmap.measure.assessment.findings import standards_findings
from openroadmap.measure.progress import measure_progress
from openroadmap.read.content import ContentPage
from openroadmap.read.files import PlanFiles
from openroadmap.read.site import MemberReading, PlanReading, read_member, read_plan
from openroadmap.render.html import render
from openroadmap.rules import RULES, run_member_rules, run_page_rules, run_rules, tell
from openroadmap.views.calendar.coming import coming_of
from openroadmap.views.cards import MemberCard, PlanCard, member_card, plan_card
from openroadmap.views.commitment import CommitmentView, view_commitments
from openroadmap.views.drift.plan import view_plan_drift
from openroadmap.views.findings import ToldFinding
from openroadmap.views.home import view_home
from openroadmap.views.listing import listing_of
from openroadmap.views.member import view_member
from openroadmap.views.news.changes import ChangesView, brief_of_news, view_changes
from openroadmap.views.news.changes_site import news_piece
from openroadmap.views.news.desk import facts_on
from openroadmap.views.news.later import later_of
from openroadmap.views.news.plan import news_of
from openroadmap.views.plan import PlanView, view_plan
from openroadmap.views.progress.plan import view_progress
from openroadmap.views.rules import view_rule, view_rules
from openroadmap.views.setting import Setting
from openroadmap.views.standards.duties import duties_of
from openroadmap.views.standards.plan import StandardsView, brief_of, view_standards
from openroadmap.views.standards.rules import requirement_groups, view_requirements
from openroadmap.views.standards.table import standing_of
from openroadmap.views.unreadable import view_unreadable

__all__ = ["content", "home", "member", "plan", "read_member", "rules"]


def prepare(order: Order) -> None:
    """Load what every plan needs: its words, the packs and the compiled templates."""
    setting_of(order)
    packs_of(order)
    for kind in (CommitmentView.kind, PlanView.kind, StandardsView.kind, ChangesView.kind):
        bodies_of(order).environment.get_template(f"{kind}.html")


def plan(files: PlanFiles, around: MemberReading, order: Order) -> Made:
    """A plan's overview and the pages of its commitments."""
    bodies = bodies_of(order)
    reading = read_plan(files, around.context)
    records = reading.records
    findings = (*reading.findings, *run_rules(reading, order.today, order.facts))
    order = replace(order, today=records.day(order.today))
    setting = setting_of(order)
    told = _told(findings, setting)
    lost = [each.id for each in reading.unreadable if each.kind == "commitment"]
    packs = packs_of(order).packs
    assessed = assess_plan(records, packs, order.today, order.facts)
    records = with_removed(records, order.today, lost)
    facts = facts_on(records, order.facts, order.today)
    drift = drift_of(records, order.today, lost, facts)
    progress = measure_progress(records, order.today)
    duties = duties_of(records, assessed, packs, setting)
    brief = brief_of(records, assessed, packs, setting)
    listing = listing_of(records, progress, order.today)
    coming = coming_of(records, progress, duties, setting)
    later = later_of(records, facts, order.today)
    moving, tally = view_progress(
        records, progress, listing, setting, drift, coming.calendar, later,
        has_standards=bool(assessed),
    )  # fmt: skip
    dated = calendar_pieces(coming, order)
    news = news_of(records, order.facts, setting, drift)
    changed = view_plan_drift(records, drift, setting, later)
    latest = brief_of_news(news, setting.words)
    views = [
        view_plan(
            records, progress, told, setting, lost, brief, latest, changed, coming.calendar, later
        ),
        moving,
        *view_commitments(records, progress, setting, drift, later),
        *_unreadable(reading, told, setting),
        view_changes(records, news, setting, has_standards=bool(assessed)),
    ]
    if assessed:
        views.append(view_standards(records, assessed, packs, duties, setting, later))
    standings = Standings(records, progress, order.today)
    made = Made(
        findings=(*findings, *standards_findings(reading, assessed, packs)),
        pages=[render(view, bodies) for view in views],
        pieces={
            "card": plan_card(records, progress, setting.words),
            "listing": listing,
            "tally": tally,
            "standing": standing_of(records, assessed, has_calendar=coming.has_calendar),
            "news": news_piece(records, news),
            **dated,
            **plan_pieces(records, standings, drift.differences, order),
        },
        files=(
            *plan_calendar(coming, dated.get(EVENTS, b"")),
            *plan_feeds(records, news.news, order),
            *plan_documents(records, standings, drift.differences, later, order),
        ),
    )
    return with_pdf(records, made, order, setting, bodies)


def _unreadable(
    reading: PlanReading, told: Iterable[ToldFinding], setting: Setting
) -> Iterator[Any]:
    """A page in place of each commitment that cannot be read, so that editors see why."""
    for broken in reading.unreadable:
        if broken.kind == "commitment":
            own = [each for each in told if each[0].place.file == broken.file]
            address = f"{reading.records.context.member_id}/{reading.records.id}/{broken.id}/"
            yield view_unreadable(address, broken.file, own, setting)


def member(reading: MemberReading, plans: Iterable[memo.Pieces], order: Order) -> Made:
    """A member's page; ``plans`` are the pieces of its plans."""
    setting = setting_of(order)
    cards = [card for plan in plans if (card := plan.value("card", PlanCard))]
    record = reading.context.member
    findings = (*reading.findings, *run_member_rules(reading, order.today))
    lost = order.lost_from(reading.id)
    page = render(view_member(reading.id, record, cards, setting, lost), bodies_of(order))
    card = member_card(reading.id, record, cards, setting.words, len(lost))
    return Made(findings, [page], {"card": card, **member_pieces(reading, order)})


def home(members: Iterable[memo.Pieces], order: Order) -> Made:
    """The home page below its prose; ``members`` are the pieces of the members' own parts."""
    cards = [card for member in members if (card := member.value("card", MemberCard))]
    return Made(pages=[render(view_home(cards, setting_of(order)), bodies_of(order))])


def rules(order: Order) -> Made:
    """The index of the rules and a page for each, and what is wrong with a site's own packs."""
    setting, bodies = setting_of(order), bodies_of(order)
    read = packs_of(order)
    views = [
        view_rules(RULES, setting, requirement_groups(read.packs, setting.words)),
        *(view_rule(rule, setting) for rule in RULES),
        *view_requirements(read.packs, setting),
    ]
    return Made(read.findings, [render(view, bodies) for view in views])


def content(pages: Iterable[ContentPage]) -> Made:
    """What is found in the texts of content/."""
    return Made(run_page_rules(pages))


def _told(findings: Iterable[Finding], setting: Setting) -> list[ToldFinding]:
    return [(finding, tell(finding, setting.words, public=True)) for finding in findings]
