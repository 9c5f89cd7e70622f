"""Hold plans against the standards: a folder, a day and a choice of plans in, a report out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

from openroadmap.commands.garbage import no_garbage_collection
from openroadmap.i18n import Translator
from openroadmap.measure.assessment import Assessment, assess, assess_plan
from openroadmap.model.facts import GitFacts
from openroadmap.read.files import PlanFiles, walk
from openroadmap.read.packs import read_packs
from openroadmap.read.site import PlanReading, read_member, read_plan
from openroadmap.report.report import Screen
from openroadmap.report.standards_json import standards_json
from openroadmap.report.standards_markdown import standards_markdown
from openroadmap.report.standards_report import AssessedPlan, StandardsReport
from openroadmap.report.standards_text import standards_text
from openroadmap.standards.pack import Pack

FORMATS: Mapping[str, Callable[[StandardsReport], str]] = {
    "text": standards_text,
    "json": standards_json,
    "markdown": standards_markdown,
}


class ChoiceError(ValueError):
    """Raised if a plan or pack was asked for that is not there; the message says which are."""


def assess_site(
    root: Path,
    today: date,
    words: Translator,
    *,
    only: str = "",
    pack_id: str = "",
    screen: Screen | None = None,
    facts: GitFacts | None = None,
) -> StandardsReport:
    """Every plan under ``root``, or the one called ``only`` ("member/plan"), or a member's."""
    found_packs = read_packs(root)
    packs = found_packs.packs
    if pack_id and pack_id not in packs:
        raise ChoiceError(f"There is no pack “{pack_id}”. Known: {', '.join(sorted(packs))}.")
    wanted = only.strip("/").removeprefix("commitments/")
    plans: list[AssessedPlan] = []
    unassessed: list[str] = []
    with no_garbage_collection():
        for folder, reading in _readings(root, wanted):
            found = list(_assessed(reading, packs, today, pack_id, facts))
            plans += found
            if not found:
                unassessed.append(folder)
    if wanted and not plans and not unassessed:
        raise ChoiceError(f"There is no plan “{wanted}” under commitments/.")
    return StandardsReport(
        tuple(plans), words, today, screen or Screen(), tuple(unassessed),
        len(found_packs.findings),
    )  # fmt: skip


def _readings(root: Path, wanted: str) -> Iterator[tuple[str, PlanReading]]:
    members, _ = walk(root)
    for member in members:
        chosen = [each for each in member.plans if _is_wanted(member.id, each, wanted)]
        if chosen:
            around = read_member(member)
            for plan in chosen:
                yield f"{member.id}/{plan.id}", read_plan(plan, around.context)


def _is_wanted(member: str, plan: PlanFiles, wanted: str) -> bool:
    return wanted in ("", member, f"{member}/{plan.id}")


def _assessed(
    reading: PlanReading,
    packs: Mapping[str, Pack],
    today: date,
    pack_id: str,
    facts: GitFacts | None,
) -> Iterator[AssessedPlan]:
    records = reading.records
    day = records.day(today)
    made: tuple[Assessment, ...]
    if pack_id:
        made = (assess(records, packs[pack_id], day, facts),)
    else:
        made = assess_plan(records, packs, day, facts)
    files = {key: source.file for key, source in reading.sources.items()}
    title = records.plan.title if records.plan else ""
    for each in made:
        yield AssessedPlan(title, each, packs[each.pack_id], files, len(reading.unreadable))
