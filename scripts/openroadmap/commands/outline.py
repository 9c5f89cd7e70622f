"""Which pages a site will have, before any is made.

In come plans as read and what they come to, out go pages without a text: an
address and a kind each. A test holds them against the pages that builds make.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from math import ceil

from openroadmap.findings import rule_address
from openroadmap.history.drift import with_removed
from openroadmap.measure.assessment import Assessment, State
from openroadmap.read.site import PlanReading
from openroadmap.render.page import Page
from openroadmap.rules import RULES
from openroadmap.standards.pack import Group, Pack
from openroadmap.views.explore import explore_address, page_count
from openroadmap.views.progress import progress_address
from openroadmap.views.setting import commitment_address, plan_address
from openroadmap.views.standards_duties import standards_address
from openroadmap.views.standards_rules import requirement_addresses
from openroadmap.views.standards_table import ROWS, table_address


def outline_member(id: str) -> Page:
    return _page(f"{id}/", "member")


def outline_plan(
    reading: PlanReading, assessed: Iterable[Assessment], today: date
) -> Iterator[Page]:
    """A plan's overview, its progress, its standards and its commitments."""
    lost = [each.id for each in reading.unreadable if each.kind == "commitment"]
    records = with_removed(reading.records, reading.records.day(today), lost)
    yield _page(plan_address(records), "plan")
    yield _page(progress_address(records), "progress")
    if assessed:
        yield _page(standards_address(records), "standards")
    for each in records.commitments:
        yield _page(commitment_address(records, each.id), "commitment")
    for id in lost:
        yield _page(commitment_address(records, id), "unreadable")


def outline_rest(
    packs: Mapping[str, Pack], assessed: Iterable[Assessment], commitments: int
) -> Iterator[Page]:
    """The home page, the rules, the comparison of all plans and the list of all commitments."""
    yield _page("", "home")
    yield _page("rules/", "rules")
    for rule in RULES:
        yield _page(rule_address(rule.code), "rule")
    for address in requirement_addresses(packs):
        yield _page(address, "standards-rule")
    spoken = sum(map(_speaks, assessed))
    for place in range(max(1, ceil(spoken / ROWS))):
        yield _page(table_address(place), "standards-table")
    for place in range(page_count(commitments)):
        yield _page(explore_address(place), "explore")


def _speaks(assessed: Assessment) -> bool:
    """Whether anything is recorded of what is required; the others share one line."""
    return any(
        each.group is Group.REQUIRED and each.state is not State.NO_DATA
        for each in assessed.verdicts
    )


def _page(address: str, kind: str) -> Page:
    return Page(address, kind, "", "", "", "")
