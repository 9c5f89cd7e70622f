"""Read every record and hold it against the rules: a folder and a day in, findings out."""

from __future__ import annotations

import gc
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from openroadmap.findings import Finding, Level, sort_key
from openroadmap.history.facts import HistoryReading
from openroadmap.measure.assessment.findings import check_standards
from openroadmap.model.facts import NO_FACTS, GitFacts
from openroadmap.read.content import Content, read_content
from openroadmap.read.files import RECORDS, walk
from openroadmap.read.packs import read_packs
from openroadmap.read.settings import FILE, check_settings
from openroadmap.read.site import PlanReading, read_member, read_plan
from openroadmap.rules import run_member_rules, run_page_rules, run_rules

NO_HISTORY = HistoryReading(NO_FACTS)


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found, in which record files and which plans' folders it looked."""

    findings: tuple[Finding, ...]
    files: tuple[str, ...]
    plans: tuple[str, ...]

    def count(self, level: Level) -> int:
        return sum(finding.level is level for finding in self.findings)

    def within(self, inside: str) -> Checked:
        """Only what lies in a file or folder; "" for everything."""
        if not inside:
            return self
        files = tuple(file for file in self.files if _lies_in(file, inside))
        return Checked(
            findings=tuple(each for each in self.findings if _lies_in(each.place.file, inside)),
            files=files,
            plans=tuple(plan for plan in self.plans if any(_lies_in(file, plan) for file in files)),
        )


    def about(self, files: Collection[str]) -> Checked:
        """Every error, and what else was found in these files: the rest was there before."""
        kept = (
            each
            for each in self.findings
            if each.level is Level.ERROR or each.place.file in files
        )
        return replace(self, findings=tuple(kept))


def check_site(
    root: Path,
    today: date,
    strict_standards: bool = False,
    history: HistoryReading = NO_HISTORY,
) -> Checked:
    """Every finding on the records, the content and the settings under ``root``."""
    facts = history.facts
    members, strays = walk(root)
    packs = read_packs(root)
    findings = [*strays, *history.findings, *packs.findings]
    findings += check_around(root, read_content(root))
    files: list[str] = []
    plans: list[str] = []
    with no_garbage_collection():
        for member in members:
            reading = read_member(member)
            findings += (*reading.findings, *run_member_rules(reading, today))
            files += (raw.file for raw in member.files)
            for plan in member.plans:
                read = read_plan(plan, reading.context)
                findings += check_plan(read, today, facts)
                findings += check_standards(
                    read, packs.packs, today, strict=strict_standards, facts=facts
                )
                files += (raw.file for raw in plan.files)
                plans.append(f"{RECORDS}/{member.id}/{plan.id}")
    return Checked(tuple(sorted(findings, key=sort_key)), tuple(files), tuple(plans))


def _lies_in(file: str, folder: str) -> bool:
    """Whether a path is a folder (or file) or lies below it."""
    return file == folder or file.startswith(f"{folder}/")


def check_plan(
    reading: PlanReading, today: date, facts: GitFacts = NO_FACTS
) -> tuple[Finding, ...]:
    """What reading a plan found, and what the rules find in it."""
    return (*reading.findings, *run_rules(reading, today, facts))


def check_around(root: Path, content: Content) -> tuple[Finding, ...]:
    """What is found beside the records: in the settings and the site's own pages."""
    file = root / FILE
    settings = check_settings(file.read_bytes()) if file.is_file() else ()
    return (*settings, *content.findings, *run_page_rules(content.pages))


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
