"""Every kind of page, viewed from the sample plans."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import gone_samples
from openroadmap.findings import Finding, Level, Place
from openroadmap.history.drift import drift_of
from openroadmap.i18n import translator
from openroadmap.measure.progress import measure_progress
from openroadmap.model.facts import NO_FACTS, GitFacts, Lost
from openroadmap.model.site import PlanContext
from openroadmap.model.voices import Assessment
from openroadmap.rules.rule import Clause, Rule
from openroadmap.rules.tell import Told
from openroadmap.views.calendar.coming import ComingPlan, coming_of
from openroadmap.views.calendar.site import MOST_PLANS, view_calendar
from openroadmap.views.cards import member_card, plan_card
from openroadmap.views.commitment import view_commitments
from openroadmap.views.data.dictionary import view_dictionary, view_dictionary_tables
from openroadmap.views.data.page import Download, view_data
from openroadmap.views.data.tables import TABLES
from openroadmap.views.document import view_document
from openroadmap.views.drift.plan import view_plan_drift
from openroadmap.views.finding.explore import in_site_order, view_explore
from openroadmap.views.finding.lookup import EXPLORE_INDEX, EXPLORE_WORDS, SEARCH
from openroadmap.views.finding.search import view_search
from openroadmap.views.findings import ToldFinding
from openroadmap.views.forge import Forge
from openroadmap.views.home import view_home
from openroadmap.views.listing import Listing, listing_of
from openroadmap.views.member import view_member
from openroadmap.views.news import feeds as feeds
from openroadmap.views.news.changes import brief_of_news, view_changes
from openroadmap.views.news.changes_site import (
    ON_PAGE,
    news_piece,
    read_piece,
    view_site_changes,
)
from openroadmap.views.news.changes_year import view_years
from openroadmap.views.news.feeds import areas_of, institutions_of, view_feeds
from openroadmap.views.news.later import Later, What, later_of
from openroadmap.views.news.lost_plans import lost_pieces
from openroadmap.views.news.plan import PlanNews, news_of
from openroadmap.views.plan import view_plan
from openroadmap.views.progress.plan import view_progress
from openroadmap.views.progress.site import view_progress_site
from openroadmap.views.rules import view_rule, view_rules
from openroadmap.views.setting import Setting
from openroadmap.views.standards.duties import duties_of
from openroadmap.views.standards.plan import brief_of, view_standards
from openroadmap.views.standards.rules import requirement_groups, view_requirements
from openroadmap.views.standards.table import standing_of, view_tables
from openroadmap.views.unreadable import view_unreadable
from plan_samples import NAMES, commitment, plan_of, sample, update
from standards_samples import assessments, packs, records, silent

TODAY = date(2026, 11, 23)
WORDS = translator("en")
FORGE = Forge("github", "https://github.com/o/r")
SETTING = Setting(WORDS, TODAY, FORGE, "Promises of Exampleland", pdf=True)

PAGE = """Dates that contradict each other.

## What it says

A commitment starts *before* it ends.

## Why it matters

Readers plan by these dates.

## Wrong

```yaml commitments/open-contracts.yml
starts_on: 2026-01-01
ends_on: 2025-12-31
```

## Right

As exact as you know it.

```yaml commitments/open-contracts.yml
starts_on: 2026-01-01
```
"""
RULE = Rule(
    code="C05",
    slug="dates-out-of-order",
    level=Level.ERROR,
    clause=Clause("OGP's commitment template", "/rules/#principle-2", "ours"),
    messages={"": "It ends before it starts."},
    fixes={"": "Correct the date that is wrong."},
    page=PAGE,
)


def told(file: str, what: str, line: int = 4) -> ToldFinding:
    """A finding with its words, as the rules' room makes it."""
    finding = Finding("C05", Level.WARNING, Place(file, line, 1))
    words = Told(
        code="C05",
        level=Level.WARNING,
        what=what,
        why="Readers plan by these dates.",
        clause_title="OGP's commitment template",
        clause_url="https://example.org/template",
        proof="S",
        fix="Correct the date that is wrong.",
        example="ends_on: 2026-12-31",
    )
    return finding, words


def plan_view(name: str) -> Any:
    records = sample(name)
    folder = f"commitments/{records.context.member_id}/{records.id}"
    found = [
        told(f"{folder}/commitments/{each.id}.yml", "It ends before it starts.")
        for each in records.commitments[:2]
    ]
    found.append(told(f"{folder}/plan.yml", "The plan has five commitments."))
    latest = brief_of_news(news(name), WORDS)
    brief = brief_of(records, assessments(), packs(), SETTING) if name == "rivermouth" else None
    progress = measure_progress(records, TODAY)
    changed = view_plan_drift(records, drift_of(records, TODAY), SETTING)
    return view_plan(
        records, progress, found, SETTING, ["broken"], brief, latest, changed, coming().calendar
    )


def progress_view(name: str) -> Any:
    return progress_of(sample(name))[0]


def crowded() -> Any:
    """A plan of very many commitments, each of another institution, with many milestones."""
    steps = [{"id": f"m{n}", "title": f"Step {n}", "due_on": f"2027-0{n}"} for n in range(1, 5)]
    promises = [
        commitment(id=f"c{n}", title=f"Promise {n}", lead=f"Office {n}", milestones=steps)
        for n in range(45)
    ]
    told = [
        update(id=f"u{n}", commitment=f"c{n}", completion="limited", date="2026-10-01")
        for n in range(45)
    ]
    return plan_of(*promises, updates=tuple(told))


def progress_site_view(plans: int = 1) -> Any:
    """All plans: some real ones that differ, an example, and one whose time is over."""
    crowd = [replace(crowded(), id=f"plan-{n}") for n in range(plans)]
    every = [*(sample(name) for name in NAMES), records(), *crowd]
    example = sample("rivermouth")
    example = replace(example, context=replace(example.context, member=_example(example)))
    every.append(example)
    progress = [measure_progress(each, TODAY) for each in every]
    return view_progress_site(
        [progress_of(each)[1] for each in every],
        [listing_of(one, mine, TODAY) for one, mine in zip(every, progress, strict=True)],
        SETTING,
    )


def _example(of: Any) -> Any:
    return of.context.member.but(example=True)


def progress_of(records: Any, later: Any = ()) -> Any:
    """The page of a plan's progress, and the same in numbers."""
    progress = measure_progress(records, TODAY)
    listing = listing_of(records, progress, TODAY)
    drift = drift_of(records, TODAY)
    return view_progress(
        records, progress, listing, SETTING, drift, later=later, has_standards=True
    )


def commitment_views(name: str) -> list[Any]:
    records = sample(name)
    progress = measure_progress(records, TODAY)
    return list(view_commitments(records, progress, SETTING, drift_of(records, TODAY)))


def member_view(name: str) -> Any:
    records = sample(name)
    card = plan_card(records, measure_progress(records, TODAY), WORDS)
    return view_member(records.context.member_id, records.context.member, [card], SETTING)


LOST = (Lost("emptied", "2018-2020", TODAY, True), Lost("emptied", "2021-2023", None, False))
"""Plans whose folder is gone."""


def home_view() -> Any:
    cards = []
    for name in NAMES:
        records = sample(name)
        card = plan_card(records, measure_progress(records, TODAY), WORDS)
        cards.append(member_card(name, records.context.member, [card], WORDS))
    return view_home(cards, SETTING, "What was promised.")


def news(name: str, facts: GitFacts = NO_FACTS) -> PlanNews:
    records = sample(name)
    return news_of(records, facts, SETTING, drift_of(records, SETTING.today))


def changes_views() -> list[Any]:
    """A full plan, one without any news, and the site with its years and feeds."""
    quiet = plan_of()
    pieces = [read_piece(news_piece(sample(name), news(name))) for name in NAMES]
    institutions, areas = institutions_of(pieces), areas_of(pieces, WORDS)
    return [
        view_changes(sample("rivermouth"), news("rivermouth"), SETTING, has_standards=True),
        view_changes(quiet, news_of(quiet, NO_FACTS, SETTING), SETTING, has_standards=False),
        view_site_changes(pieces, SETTING),
        *view_years(pieces, SETTING),
        *view_feeds(pieces, institutions * feeds.ROWS, areas, SETTING),
        *revised_views(),
        busy_site_view(),
    ]


def busy_site_view() -> Any:
    """What changed on a site with more news than its page shows, and a record without a date."""
    reports = tuple(update(id=f"u{n}", date="2026-05-01") for n in range(ON_PAGE + 1))
    undated = Assessment.validated({"id": "a", "by": "irm", "results": {"one": {}}})
    busy = plan_of(commitment(), updates=reports, assessments=(undated,))
    piece = read_piece(news_piece(busy, news_of(busy, NO_FACTS, SETTING)))
    return view_site_changes([piece], SETTING)


def revised_views() -> list[Any]:
    """A plan some of whose records were changed or removed later, and a site of that plan.

    Its changes, those of the site, its commitment, its overview and its progress. Of another
    plan of the site nothing is left.
    """
    records, facts = gone_samples.records(), gone_samples.facts()
    told, later = news_of(records, facts, SETTING), later_of(records, facts, TODAY)
    moved = later_of(records, gone_samples.facts_of_a_move(), TODAY)
    progress = measure_progress(records, TODAY)
    pieces = [read_piece(news_piece(records, told)), *lost_pieces(LOST, SETTING)]
    return [
        view_changes(records, told, SETTING, has_standards=False),
        view_site_changes(pieces, SETTING),
        *view_commitments(records, progress, SETTING, later=later),
        view_plan(records, progress, [], SETTING, later=later),
        progress_of(records, later)[0],
        *view_years(pieces, SETTING),
        *view_commitments(records, progress, SETTING, later=moved),
    ]


def feeds_view() -> Any:
    return next(view for view in changes_views() if view.kind == "feeds")


def standards_view() -> Any:
    """A plan held against two packs, with one of every kind of verdict."""
    held, judged = records(), assessments()
    duties = duties_of(held, judged, packs(), SETTING)
    day, kind = gone_samples.CHANGED, "attestation"
    later = (
        Later(day, kind, "range-lab", What.CODE, (), field="agrees", before="yes", after="no"),
        Later(day, kind, "period-lab", What.REMOVED, (), before="3.1"),
    )
    return view_standards(held, judged, packs(), duties, SETTING, later)


def silent_view() -> Any:
    """A plan of which nothing is recorded."""
    return view_standards(sample("jalisco"), silent(), packs(), (), SETTING)


def table_views(plans: int = 1) -> list[Any]:
    """The comparison of some plans of which something is recorded, and one without."""
    held, judged = records(), assessments()
    spoken = standing_of(held, judged, has_calendar=True)
    quiet = standing_of(sample("jalisco"), silent(), has_calendar=False)
    return list(view_tables([*[spoken] * plans, quiet], packs(), SETTING))


def requirement_views() -> list[Any]:
    """The pages about requirements."""
    return list(view_requirements(packs(), SETTING))


def requirement_view(id: str) -> Any:
    return next(view for view in requirement_views() if view.code == id)


def listings() -> list[Listing]:
    """The sample plans as lists of the whole site need them, in the order of the site."""
    made = []
    for name in NAMES:
        records = sample(name)
        made.append(listing_of(records, measure_progress(records, TODAY), TODAY))
    return in_site_order(made)


def explore_views(times: int = 1) -> list[Any]:
    """The list of all commitments, each plan as often as asked."""
    index, words = f"{EXPLORE_INDEX}?1", f"{EXPLORE_WORDS}?1"
    return list(view_explore(listings() * times, index, SETTING, words=words, search=SEARCH))


def document_views() -> list[Any]:
    """The front of a printed plan: an invented one's, and one's of which little is known."""
    licence = ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/")
    invented = replace(sample("rivermouth"), context=_invented(sample("rivermouth").context))
    return [
        view_document(invented, SETTING, "https://example.org/", licence),
        view_document(sample("jalisco"), SETTING, "", ("", "")),
    ]


def _invented(context: PlanContext) -> PlanContext:
    assert context.member
    return replace(context, member=context.member.but(example=True))


def coming() -> ComingPlan:
    """What is coming in a plan with meetings, deadlines, milestones and a chance to take part."""
    held = records()
    duties = duties_of(held, assessments(), packs(), SETTING)
    return coming_of(held, measure_progress(held, TODAY), duties, SETTING)


def calendar_view() -> Any:
    """What is coming in more plans than a page can list, and in an invented one."""
    every = [replace(coming(), address=f"m/{n}/") for n in range(MOST_PLANS + 1)]
    return view_calendar([*every, replace(coming(), example=True)], SETTING)


def data_view() -> Any:
    """What there is to take away."""
    about = Download("Package", "All tables.", "p.json", "data/p.json", "", "", "3 KB", "JSON")
    tables = [(table, 1_234, 56_789) for table in TABLES]
    licence = ("CC BY 4.0", "https://licence.example/")
    return view_data(tables, (about,), licence, SETTING, has_examples=True)


def other_views() -> list[Any]:
    """Pages that belong to no plan."""
    file = "commitments/m/p/commitments/broken.yml"
    found = [told(file, "It ends before it starts."), told(file, "The file is empty.", line=0)]
    further = {"going-further": packs()["going-further"]}
    return [
        view_rules([RULE], SETTING, requirement_groups(further, WORDS)),
        view_rule(RULE, SETTING),
        view_unreadable("m/p/broken/", file, found, SETTING),
        view_member("empty", None, [], SETTING),
        view_member("emptied", None, [], SETTING, LOST),
    ]


def every_view() -> list[Any]:
    """Every page but the home page, which takes its prose besides."""
    views = [plan_view(name) for name in NAMES] + [member_view(name) for name in NAMES]
    views += [each for name in NAMES for each in commitment_views(name)]
    views += [progress_view(name) for name in NAMES]
    views += [progress_of(each)[0] for each in (crowded(), records())]
    views += [progress_site_view(), progress_site_view(plans=110)]
    held = [standards_view(), silent_view(), *table_views(60), *requirement_views()]
    held += [data_view(), view_dictionary(SETTING), *view_dictionary_tables(SETTING)]
    held += [calendar_view(), view_calendar([], SETTING)]
    held += [*explore_views(80), view_search(SETTING), *document_views(), *changes_views()]
    return [*views, *other_views(), *held]
