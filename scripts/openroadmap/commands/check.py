"""Read every record and hold it against the rules: a folder and a day in, findings out."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from openroadmap.findings import Finding, Level, sort_key
from openroadmap.read.content import read_content
from openroadmap.read.files import walk
from openroadmap.read.settings import FILE, check_settings
from openroadmap.read.site import PlanReading, read_member, read_plan
from openroadmap.rules import run_member_rules, run_rules


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found. ``files`` counts the record files that were read."""

    findings: tuple[Finding, ...]
    files: int
    plans: int

    def count(self, level: Level) -> int:
        return sum(finding.level is level for finding in self.findings)

    def within(self, inside: str) -> Checked:
        """Only what was found in a file or folder; "" for everything."""
        kept = tuple(
            finding
            for finding in self.findings
            if not inside or f"{finding.place.file}/".startswith(f"{inside}/")
        )
        return replace(self, findings=kept)


def check_site(root: Path, today: date) -> Checked:
    """Every finding on the records, the content and the settings under ``root``."""
    members, strays = walk(root)
    findings = [*strays, *_settings(root), *read_content(root).findings]
    files = plans = 0
    with no_garbage_collection():
        for member in members:
            reading = read_member(member)
            findings += (*reading.findings, *run_member_rules(reading, today))
            files += len(member.files)
            for plan in member.plans:
                findings += check_plan(read_plan(plan, reading.context), today)
                files += len(plan.files)
                plans += 1
    return Checked(tuple(sorted(findings, key=sort_key)), files, plans)


def check_plan(reading: PlanReading, today: date) -> tuple[Finding, ...]:
    """What reading a plan found, and what the rules find in it."""
    return (*reading.findings, *run_rules(reading, today))


def _settings(root: Path) -> tuple[Finding, ...]:
    file = root / FILE
    return check_settings(file.read_bytes()) if file.is_file() else ()


@contextmanager
def no_garbage_collection() -> Iterator[None]:
    """Millions of small objects that all live on make the collector search in vain."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
