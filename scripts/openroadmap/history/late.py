"""How long after its adoption a plan was frozen: a plan and its baseline in, two dates out."""

from __future__ import annotations

from datetime import timedelta

from openroadmap.model.baseline import Baseline
from openroadmap.model.dates import PartialDate
from openroadmap.model.member import Plan

LONG = timedelta(days=31)
"""Frozen longer than this after adoption, much may have changed unseen."""


def adopted_before(plan: Plan | None, baseline: Baseline) -> tuple[str, PartialDate] | None:
    """The field and date of adoption, or of submission, that surely lies before the freezing."""
    for field in ("adopted_on", "submitted_on") if plan else ():
        day: PartialDate | None = getattr(plan, field)
        if day is not None:
            return (field, day) if day.last < baseline.frozen_on.first else None
    return None


def is_long_before(day: PartialDate, baseline: Baseline) -> bool:
    """Whether so much time lies between that whoever freezes should be told."""
    return day.last + LONG < baseline.frozen_on.first
