"""Plans as adopted and as they are now, for tests of what changed since."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from openroadmap.history.drift import drift_of
from openroadmap.history.freeze import freeze
from openroadmap.measure.progress import measure_progress
from openroadmap.model.dates import parse_date
from openroadmap.model.facts import NO_FACTS, GitFacts
from openroadmap.model.process import Amendment
from openroadmap.model.site import PlanRecords
from openroadmap.views.commitment import CommitmentView, view_commitment
from openroadmap.views.setting import Setting
from page_samples import FORGE, WORDS
from plan_samples import commitment, plan_of

DAY = parse_date("2025-06-19")
STEP = {"id": "m1", "title": "Open the register", "due_on": "2026-06-30"}


def records(was: dict[str, Any], now: dict[str, Any], *amendments: dict[str, Any]) -> PlanRecords:
    every = tuple(
        Amendment.validated({"commitment": "one", "date": "2026-05-01", **each})
        for each in amendments
    )
    adopted = freeze(plan_of(commitment(**was)), DAY)
    return replace(plan_of(commitment(**now), amendments=every), baseline=adopted)


def page(
    of: PlanRecords, today: date, at: int = 0, facts: GitFacts = NO_FACTS
) -> CommitmentView:
    setting = Setting(WORDS, today, FORGE)
    drift = drift_of(of, today, facts=facts)
    return view_commitment(of.commitments[at], of, measure_progress(of, today), setting, drift)
