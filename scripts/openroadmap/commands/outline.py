"""Which pages a site will have, before any is made.

In come plans as read and what they come to, out go pages without a text: an
address and a kind each. A test holds them against the pages that builds make.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from math import ceil

from openroadmap.findings import rule_address
from openroadmap.history.drift import with_removed
from openroadmap.measure.assessment import Assessment, State
from openroadmap.model.facts import GitFacts
from openroadmap.model.site import PlanRecords
from openroadmap.read.site import PlanReading
from openroadmap.render.page import Page
from openroadmap.rules import RULES
from openroadmap.standards.pack import Group, Pack
from openroadmap.views.calendar.site import ADDRESS as CALENDAR
from openroadmap.views.data.dictionary import ADDRESS as DICTIONARY
from openroadmap.views.data.dictionary import address_of
from openroadmap.views.data.tables import FOLDER as DATA
from openroadmap.views.data.tables import TABLES
from openroadmap.views.finding.explore import explore_address, page_count
from openroadmap.views.finding.lookup import SEARCH
from openroadmap.views.news.begun import year_address
from openroadmap.views.news.changes import changes_address
from openroadmap.views.news.feeds import FEEDS, feeds_address, institution_pages
from openroadmap.views.news.piece import CHANGES
from openroadmap.views.news.plan import years_of_news
from openroadmap.views.progress.plan import progress_address
from openroadmap.views.progress.site import ADDRESS as PROGRESS
from openroadmap.views.setting import commitment_address, plan_address
from openroadmap.views.slugs import slug_of
from openroadmap.views.standards.duties import standards_address
from openroadmap.views.standards.rules import requirement_addresses
from openroadmap.views.standards.table import ROWS, table_address


def outline_member(id: str) -> Page:
    return _page(f"{id}/", "member")


def outline_plan(
    reading: PlanReading,
    assessed: Iterable[Assessment],
    today: date,
    facts: GitFacts,
    told: Told,
) -> Iterator[Page]:
    """A plan's overview, its progress, its changes, its standards and its commitments.

    ``told`` learns what the pages of the whole site need to know of the plan.
    """
    lost = [each.id for each in reading.unreadable if each.kind == "commitment"]
    day = reading.records.day(today)
    records = with_removed(reading.records, day, lost)
    told.add(records, facts, day)
    yield _page(plan_address(records), "plan")
    yield _page(progress_address(records), "progress")
    yield _page(changes_address(records), "changes")
    if assessed:
        yield _page(standards_address(records), "standards")
    for each in records.commitments:
        yield _page(commitment_address(records, each.id), "commitment")
    for id in lost:
        yield _page(commitment_address(records, id), "unreadable")


@dataclass(slots=True)
class Told:
    """What decides which pages of the whole site there are: what the plans come to, for the most.

    ``search`` says whether the site has a page that searches it.
    """

    search: bool = True
    commitments: int = 0
    years: set[str] = field(default_factory=set)
    institutions: set[str] = field(default_factory=set)

    def add(self, records: PlanRecords, facts: GitFacts, today: date) -> None:
        """Of an invented plan nothing stands on the site's pages of changes and feeds."""
        self.commitments += len(records.commitments)
        if not records.example:
            self.years |= years_of_news(records, facts, today)
            names = (name for each in records.commitments for name in each.responsible)
            self.institutions.update(map(slug_of, names))

    def outline(self) -> Iterator[Page]:
        yield _page(CHANGES, "changes")
        for year in self.years:
            yield _page(year_address(year), "changes-year")
        yield _page(FEEDS, "feeds")
        for place in range(institution_pages(len(self.institutions))):
            yield _page(feeds_address(place), "feeds")


def outline_rest(
    packs: Mapping[str, Pack], assessed: Iterable[Assessment], told: Told
) -> Iterator[Page]:
    """The home page, the rules, and what is made of all plans together."""
    yield from told.outline()
    yield _page("", "home")
    yield _page("rules/", "rules")
    for rule in RULES:
        yield _page(rule_address(rule.code), "rule")
    for address in requirement_addresses(packs):
        yield _page(address, "standards-rule")
    spoken = sum(map(_speaks, assessed))
    for place in range(max(1, ceil(spoken / ROWS))):
        yield _page(table_address(place), "standards-table")
    yield _page(PROGRESS, "progress-site")
    yield _page(CALENDAR, "calendar")
    yield _page(DATA, "data")
    yield _page(DICTIONARY, "dictionary")
    for table in TABLES:
        yield _page(address_of(table), "dictionary-table")
    for place in range(page_count(told.commitments)):
        yield _page(explore_address(place), "explore")
    if told.search:
        yield _page(SEARCH, "search")


def _speaks(assessed: Assessment) -> bool:
    """Whether anything is recorded of what is required; the others share one line."""
    return any(
        each.group is Group.REQUIRED and each.state is not State.NO_DATA
        for each in assessed.verdicts
    )


def _page(address: str, kind: str) -> Page:
    return Page(address, kind, "", "", "", "")
