"""Plans to view and render, from ``golden/pages/``: one full, two as patchy as the pioneers'."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from openroadmap.export.reported import Standings
from openroadmap.history.freeze import freeze
from openroadmap.measure.progress import measure_progress
from openroadmap.model.baseline import Baseline
from openroadmap.model.commitment import Commitment
from openroadmap.model.dates import parse_date
from openroadmap.model.kinds import KIND
from openroadmap.model.member import Member, Plan
from openroadmap.model.plain import plain
from openroadmap.model.site import PlanContext, PlanRecords
from openroadmap.model.voices import Update

FOLDER = Path(__file__).parent / "golden" / "pages"
NAMES = ("rivermouth", "ontario", "jalisco")
KINDS = {
    "commitments": "commitment",
    "updates": "update",
    "views": "view",
    "assessments": "assessment",
    "meetings": "meeting",
    "mechanisms": "mechanism",
    "amendments": "amendment",
}


def sample(name: str) -> PlanRecords:
    """One of the plans in ``golden/pages/``; scalars are read as text, as the engine does."""
    text = (FOLDER / f"{name}.yml").read_text("utf-8")
    return build(yaml.load(text, Loader=yaml.BaseLoader))  # noqa: S506


def build(data: dict[str, Any]) -> PlanRecords:
    """A plan's records from their data."""
    member, plan = Member.validated(data["member"]), Plan.validated(data["plan"])
    lists = {key: _records(kind, data.get(key, ())) for key, kind in KINDS.items()}
    forum = KIND["forum"].model.validated(data["forum"]) if "forum" in data else None
    context = PlanContext(member.id, member, {plan.id: plan})
    stories = data.get("stories", {})
    records = PlanRecords(plan.id, context, plan=plan, forum=forum, stories=stories, **lists)
    if "adopted" not in data:
        return records
    return replace(records, baseline=_adopted(records, data["adopted"]))


def _adopted(records: PlanRecords, differing: dict[str, Any]) -> Baseline:
    """The plan as adopted: as it is now but for what is said to have been otherwise."""
    plan = Plan.validated({**plain(records.plan), **differing["plan"]})
    commitments = [
        Commitment.validated({**plain(each), **differing["commitments"].get(each.id, {})})
        for each in records.commitments
    ]
    return freeze(
        replace(records, plan=plan, commitments=tuple(commitments)),
        parse_date(differing["frozen_on"]),
    )


def plan_of(*commitments: Commitment, **more: Any) -> PlanRecords:
    """A small plan with nothing but what a test is about."""
    context = PlanContext("m", Member(id="m", name="Member"), {})
    return PlanRecords("p", context, Plan(id="p", title="Plan"), commitments=commitments, **more)


def commitment(**fields: Any) -> Commitment:
    return Commitment.validated({"id": "one", "title": "One promise", **fields})


def update(**fields: Any) -> Update:
    day = str(fields.get("date", "2026-06-30"))
    return Update.validated({"id": f"{day}-news", "date": day, "commitment": "one", **fields})


def _records(kind: str, items: Any) -> tuple[Any, ...]:
    return tuple(KIND[kind].model.validated(item) for item in items)


def standings_of(records: PlanRecords, today: date) -> Standings:
    """Where all that a plan promises stands on a day."""
    return Standings(records, measure_progress(records, today), today)
