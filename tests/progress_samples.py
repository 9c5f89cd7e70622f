"""Small plans under way, and what the pages of their progress say of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from openroadmap.model.kinds import KIND
from openroadmap.model.member import Plan
from page_samples import progress_of
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
    return KIND["amendment"].model.model_validate(
        {"id": "w", "date": "2026-05-01", "commitment": commitment, "kind": "withdraw"}
    )
