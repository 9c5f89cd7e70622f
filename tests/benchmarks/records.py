"""Made-up members with their plans: a size and a seed come in, records as plain data go out.

The data is that of the files: what a file does not write down (ids, the kind)
is the key or the place of the record here. Each commitment has a source of
chance of its own, so that a larger set begins with the smaller one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Any

from reports import (
    make_amendment,
    make_assessment,
    make_idea,
    make_meetings,
    make_update,
    make_view,
    report_for,
)
from words import BODIES, GROUPS, OTHERS, PEOPLE, PLACES, PRODUCTS, THINGS, Writer, slug

Data = dict[str, Any]
"""A record as its file has it: texts, lists and mappings."""

PROSE = ("problem", "causes", "status_quo", "solution", "expected_results")
COMPARED = ("title", "lead", "summary", *PROSE, "starts_on", "ends_on", "budget")
FROZEN = (*COMPARED, "values", "supporting", "milestones")
"""What a plan's baseline holds of each commitment, and what of it can change in these plans."""
AREAS = (
    "open-contracting", "public-procurement", "right-to-information", "open-data", "youth",
    "publication-of-budget-fiscal-information", "public-service-delivery", "education",
    "health-and-nutrition", "water-and-sanitation", "infrastructure-and-transport", "gender",
    "digital-participation", "social-accountability", "people-with-disabilities", "justice",
)  # fmt: skip
SECTORS = ("civil_society", "community_group", "academia", "media", "private_sector")
ROUNDS = (2018, 2020, 2022, 2025)
"""Years in which plans begin; each runs two years, and the last one still runs."""
KEEPERS: tuple[Data, ...] = (
    {"kept_by": "government"},
    {"kept_by": "others", "keeper": "Action plans, from public sources"},
)
"""Every other member keeps its plans itself: what is missing weighs more there."""


@dataclass(frozen=True, slots=True)
class MadePlan:
    """A plan and its records by their ids, kind by kind."""

    id: str
    plan: Data
    forum: Data
    commitments: dict[str, Data]
    updates: dict[str, Data]
    views: dict[str, Data]
    assessments: dict[str, Data]
    meetings: dict[str, Data]
    contributions: dict[str, Data]
    responses: dict[str, Data]
    amendments: dict[str, Data]
    adopted: dict[str, Data]
    """What was promised otherwise when the plan was adopted, by the commitment's id."""

    def promise(self, id: str) -> Data:
        """A commitment's promise as it was adopted, as the plan's baseline has it."""
        now = self.commitments[id]
        return {name: now[name] for name in FROZEN} | self.adopted.get(id, {})


@dataclass(frozen=True, slots=True)
class MadeMember:
    """A member with its plans."""

    id: str
    member: Data
    plans: tuple[MadePlan, ...]


def make_members(count: int, seed: int) -> Iterator[MadeMember]:
    """Members whose plans hold ``count`` commitments together."""
    index = 0
    while count > 0:
        chance = Random(f"{seed}/{index}")
        sizes = [chance.randint(20, 50) for _ in range(chance.randint(2, 4))]
        sizes = [taken for taken in _cut(sizes, count) if taken]
        count -= sum(sizes)
        yield _member(index, sizes, chance, seed)
        index += 1


def _cut(sizes: list[int], count: int) -> Iterator[int]:
    for size in sizes:
        taken = min(size, count)
        count -= taken
        yield taken


def _member(index: int, sizes: list[int], chance: Random, seed: int) -> MadeMember:
    writer = Writer(chance)
    name = f"{PLACES[index % len(PLACES)]} {_roman(index // len(PLACES))}".strip()
    id = slug(name)
    years = ROUNDS[-len(sizes) :]
    data: Data = {
        "name": name,
        "level": "local",
        "country": "Example Republic",
        "joined_on": str(years[0] - 1),
        "lead": writer.one(BODIES),
        "summary": f"{name} is made up to measure how fast the site is. No such place exists.",
        "events": [{"date": f"{years[0] - 1}-04", "title": "Joined the local programme"}],
        "sources": [_source(writer, ["name", "joined_on"])],
    }
    before = ("", *(f"{year}-{year + 1}" for year in years))
    keeper = KEEPERS[index % len(KEEPERS)]
    plans = (
        _plan(f"{seed}/{id}/{year}", year, previous, size, keeper)
        for year, previous, size in zip(years, before, sizes, strict=False)
    )
    return MadeMember(id, data, tuple(plans))


def _roman(turn: int) -> str:
    """Names repeat once every place was used; the turn keeps them apart."""
    return f"{turn + 1}" if turn else ""


def _plan(seed: str, year: int, previous: str, size: int, keeper: Data) -> MadePlan:
    chance = Random(seed)
    writer = Writer(chance)
    commitments = dict(_commitment(f"{seed}/{n}", n, year) for n in range(1, size + 1))
    chances = {id: Random(f"{seed}/{id}/reports") for id in commitments}
    reports = {id: report_for(data, year, chances[id]) for id, data in commitments.items()}
    updates = dict(
        make_update(id, commitments[id], report, Writer(chances[id]))
        for id, report in reports.items()
        if report is not None
    )
    views = dict(
        make_view(id, year, Writer(each)) for id, each in chances.items() if each.random() < 0.15
    )
    ideas = [
        make_idea(id, commitments[id], year, Writer(each))
        for id, each in chances.items() if each.random() < 0.4
    ]  # fmt: skip
    changes = {
        id: make_amendment(id, commitments[id], year, Writer(each))
        for id, each in chances.items() if each.random() < 0.1
    }  # fmt: skip
    return MadePlan(
        id=f"{year}-{year + 1}",
        plan=_plan_data(writer, year, previous, size) | keeper,
        forum=_forum(writer, year),
        commitments=commitments,
        updates=updates,
        views=views,
        assessments=dict([make_assessment(commitments, reports, year, writer)]),
        meetings=dict(make_meetings(list(commitments), year, writer)),
        contributions=dict(idea for idea, _ in ideas),
        responses=dict(answer for _, answer in ideas),
        amendments={amendment: data for amendment, data, _ in changes.values()},
        adopted={id: {"lead": before} for id, (_, _, before) in changes.items()},
    )


def _plan_data(writer: Writer, year: int, previous: str, size: int) -> Data:
    data: Data = {
        "title": f"Open Government Action Plan {year} to {year + 1}",
        "level": "local",
        "summary": writer.sentences("solution", 50),
        "vision": writer.sentences("expected_results", 40),
        "lead": writer.one(BODIES),
        "starts_on": f"{year}-01-01",
        "ends_on": f"{year + 1}-12-31",
        "submitted_on": f"{year - 1}-12-12",
        "adopted_on": f"{year - 1}-12-01",
        "commitments_stated": str(size),
        "monitoring_body": writer.one(OTHERS),
        "cocreation": {
            "starts_on": f"{year - 1}-03-01",
            "ends_on": f"{year - 1}-11-15",
            "summary": writer.sentences("progress", 40),
            "steps": [writer.sentence("progress") for _ in range(3)],
            "counts": [{"what": "ideas", "number": str(writer.chance.randint(50, 400))}],
        },
        "sources": [_source(writer, ["title", "starts_on", "ends_on"])],
    }
    return data | ({"previous_plan": previous} if previous else {})


def _forum(writer: Writer, year: int) -> Data:
    parties = [
        {"organisation": name, "sector": writer.one(SECTORS)} for name in writer.some(GROUPS, 8)
    ]
    return {
        "name": "Open Government Forum",
        "established_on": f"{year - 2}-10-01",
        "remit": writer.sentences("solution", 30),
        "rules": {
            "url": "https://example.org/forum/rules",
            "published_on": f"{year - 2}-11-01",
            "covers": ["remit", "membership", "selection", "frequency", "decisions"],
        },
        "chairs": [{"organisation": writer.one(BODIES), "sector": "government", "role": "Chair"}],
        "members": parties,
        "secretariat": writer.one(BODIES),
        "sources": [_source(writer, ["name", "members"])],
    }


def _commitment(seed: str, number: int, year: int) -> tuple[str, Data]:
    writer = Writer(Random(seed))
    title = writer.title()
    words = slug(title).split("-")[:5]
    data: Data = {"ogp_id": f"EXA{number:04}", "number": str(number), "title": title}
    data["summary"] = writer.sentence("solution")
    data |= {field: writer.prose(field) for field in PROSE}
    data["values"] = {
        "transparency": writer.sentence("expected_results"),
        "participation": writer.sentence("solution"),
    }
    data |= {
        "policy_areas": writer.some(AREAS, 3),
        "lead": writer.one(BODIES),
        "supporting": {
            "government": writer.some(BODIES, 2),
            "civil_society": writer.some(GROUPS, 3),
            "other": writer.some(OTHERS, 1),
        },
        "starts_on": f"{year}-01-01",
        "ends_on": f"{year + 1}-12",
        "budget": f"{writer.chance.randint(2, 90) * 10_000:,} from the yearly budget.",
        "milestones": [_milestone(writer, n, year) for n in range(1, _steps(writer) + 1)],
        "sources": [_source(writer, ["title", "lead", "milestones"])],
    }
    return f"{'-'.join(words)}-{number}", data


def _steps(writer: Writer) -> int:
    return writer.chance.randint(3, 6)


def _milestone(writer: Writer, number: int, year: int) -> Data:
    product, things = writer.one(PRODUCTS), writer.one(THINGS)
    quarter = writer.chance.randint(1, 4)
    return {
        "id": f"m{number}",
        "title": f"Step {number}: {product} on {things}",
        "deliverable": f"{product[0].upper()}{product[1:]}, open to {writer.one(PEOPLE)}",
        "due_on": f"{year + min(number // 3, 1)}-Q{quarter}",
    }


def _source(writer: Writer, facts: list[str]) -> Data:
    return {
        "title": f"Plan as published, page {writer.chance.randint(2, 80)}",
        "url": f"https://example.org/plans/{writer.chance.randint(1000, 9999)}",
        "facts": facts,
        "read_on": "2026-11-23",
    }
