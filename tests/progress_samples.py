"""Small plans under way, and what the pages of their progress say of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from openroadmap.model.kinds import KIND
from openroadmap.model.member import Plan
from openroadmap.views.progress.site import view_progress_site
from page_samples import SETTING, TODAY, progress_of
from plan_samples import plan_of

PERIOD = Plan(id="p", title="Plan", starts_on="2025-07-01", ends_on="2027-06-30")


def plan(*commitments: Any, **more: Any) -> Any:
    return replace(plan_of(*commitments, **more), plan=PERIOD)


def view(records: Any) -> Any:
    return progress_of(records)[0]


def said(records: Any) -> list[str]:
    return [thing.text for thing in view(records).things]


def step(id: str, due: str = "", title: str = "") -> dict[str, str]:
    return {"id": id, "title": title or f"Step {id}", **({"due_on": due} if due else {})}


def withdrawal(commitment: str) -> Any:
    return KIND["amendment"].model.validated(
        {"id": "w", "date": "2026-05-01", "commitment": commitment, "kind": "withdraw"}
    )


def site(*plans: Any) -> Any:
    """What the page of the progress of all plans says of these."""
    return view_progress_site([progress_of(each)[1] for each in plans], [], SETTING)


def lists(page: Any) -> dict[str, Any]:
    return {each.anchor: each for each in (*page.attention, *page.outlook)}


def titles(page: Any, anchor: str) -> list[str]:
    found = lists(page).get(anchor)
    return [item.title for item in found.items] if found else []


def in_days(days: int) -> str:
    return (TODAY + timedelta(days=days)).isoformat()
