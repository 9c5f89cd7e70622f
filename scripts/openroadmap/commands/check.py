"""Read every record and hold it against the rules: a folder and a day in, findings out."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from openroadmap.commands.around import look_around
from openroadmap.commands.facts import lost_plans
from openroadmap.commands.garbage import no_garbage_collection
from openroadmap.commands.outline import Told, outline_member, outline_plan, outline_rest
from openroadmap.findings import Finding, Level, sort_key
from openroadmap.history.facts import HistoryReading
from openroadmap.history.lost_plans import lost_findings
from openroadmap.immutable import immutable
from openroadmap.measure.assessment import Assessment, assess_plan
from openroadmap.measure.assessment.findings import standards_findings
from openroadmap.model.facts import NO_FACTS, GitFacts
from openroadmap.read.content import read_content
from openroadmap.read.files import RECORDS, walk
from openroadmap.read.packs import read_packs
from openroadmap.read.settings import read_settings
from openroadmap.read.site import PlanReading, read_member, read_plan
from openroadmap.render.page import Page
from openroadmap.rules import run_member_rules, run_page_rules, run_rules
from openroadmap.views.news.lost_plans import years_of_lost

NO_HISTORY = HistoryReading(NO_FACTS)


@immutable
class Checked:
    """What a check found, in which record files and which plans' folders it looked.

    ``pages`` are those the site will have, in outline.
    """

    findings: tuple[Finding, ...]
    files: tuple[str, ...]
    plans: tuple[str, ...]
    pages: tuple[Page, ...] = ()

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
    lost = lost_plans(facts, members, today)
    findings = [*strays, *history.findings, *packs.findings]
    findings += lost_findings(lost, {member.id for member in members})
    pages: list[Page] = []
    assessments: list[Assessment] = []
    told = Told(read_settings(root).search, years=years_of_lost(lost, today))
    files: list[str] = []
    plans: list[str] = []
    with no_garbage_collection():
        for member in members:
            reading = read_member(member)
            pages.append(outline_member(member.id))
            findings += (*reading.findings, *run_member_rules(reading, today))
            files += (raw.file for raw in member.files)
            for plan in member.plans:
                read = read_plan(plan, reading.context)
                day = read.records.day(today)
                findings += check_plan(read, today, facts)
                assessed = assess_plan(read.records, packs.packs, day, facts)
                findings += standards_findings(
                    read, assessed, packs.packs, strict=strict_standards
                )
                pages += outline_plan(read, assessed, today, facts, told)
                assessments += assessed
                files += (raw.file for raw in plan.files)
                plans.append(f"{RECORDS}/{member.id}/{plan.id}")
    pages += outline_rest(packs.packs, assessments, told)
    findings += _check_around(root, pages)
    return Checked(tuple(sorted(findings, key=sort_key)), tuple(files), tuple(plans), tuple(pages))


def _lies_in(file: str, folder: str) -> bool:
    """Whether a path is a folder (or file) or lies below it."""
    return file == folder or file.startswith(f"{folder}/")


def check_plan(
    reading: PlanReading, today: date, facts: GitFacts = NO_FACTS
) -> tuple[Finding, ...]:
    """What reading a plan found, and what the rules find in it."""
    return (*reading.findings, *run_rules(reading, today, facts))


def _check_around(root: Path, pages: Iterable[Page]) -> tuple[Finding, ...]:
    """What is found beside the records: in the settings, the menu and the site's own pages."""
    content = read_content(root)
    around = look_around(root, content, pages)
    return (*around.findings, *run_page_rules(content.pages))
