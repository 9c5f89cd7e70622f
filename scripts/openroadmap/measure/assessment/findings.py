"""What a check tells of the standards: a plan as read and the packs come in, findings go out.

Only what is not met is told, once, at the record that decides it. In a plan
with records that could not be read nothing is: what is in them would seem to
be missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from openroadmap.findings import DataPath, Finding, Level, Place
from openroadmap.measure.assessment.assess import assess_plan
from openroadmap.measure.assessment.case import kept_by_government
from openroadmap.measure.assessment.verdicts import Assessment, State, Verdict
from openroadmap.model.facts import GitFacts
from openroadmap.read.packs import unknown_packs
from openroadmap.read.site import PlanReading
from openroadmap.rules.requirements import requirement_args
from openroadmap.standards.pack import Group, Pack, Requirement

TOLD_ELSEWHERE = frozenset({"LP2", "LP3", "CP2"})
"""LP2 and LP3 are told by rule C06; CP2 only sums up the others."""

_STRICT = frozenset({Group.REQUIRED, Group.DEADLINE, Group.EARLY_WARNING})


def check_standards(
    reading: PlanReading,
    packs: Mapping[str, Pack],
    as_of: date,
    *,
    strict: bool = False,
    facts: GitFacts | None = None,
) -> tuple[Finding, ...]:
    """Findings on what is not met; with ``strict`` what binds a government is an error."""
    assessments = assess_plan(reading.records, packs, as_of, facts)
    return standards_findings(reading, assessments, packs, strict=strict)


def standards_findings(
    reading: PlanReading,
    assessments: Iterable[Assessment],
    packs: Mapping[str, Pack],
    *,
    strict: bool = False,
) -> tuple[Finding, ...]:
    """The same for a plan that has been assessed already."""
    named = tuple(unknown_packs(reading, packs))
    if reading.unreadable or reading.records.plan is None:
        return named
    found = (
        finding
        for assessment in assessments
        for finding in _not_met(assessment, packs[assessment.pack_id], reading, strict)
    )
    return (*named, *found)


def _not_met(
    assessment: Assessment, pack: Pack, reading: PlanReading, strict: bool
) -> Iterator[Finding]:
    for verdict in assessment.verdicts:
        id = verdict.requirement
        if verdict.state is State.NOT_MET and id not in TOLD_ELSEWHERE:
            requirement = pack.requirement(id)
            own = kept_by_government(reading.records)
            level = _level(verdict, assessment.ambition, strict, own)
            yield _finding(verdict, requirement, level, reading)


def _level(verdict: Verdict, ambition: bool, strict: bool, own: bool) -> Level:
    """A recommendation, or what a member holds itself to by its own will, is never a fault."""
    if ambition or verdict.group is Group.RECOMMENDED:
        return Level.NOTE
    if strict and verdict.group in _STRICT and own:
        return Level.ERROR
    return Level.WARNING


def _finding(
    verdict: Verdict, requirement: Requirement, level: Level, reading: PlanReading
) -> Finding:
    variant = verdict.phase.value if len(requirement.phases) > 1 else ""
    args = requirement_args(requirement, verdict.because, verdict.todo)
    place, path = _place(verdict, reading)
    return Finding(verdict.requirement, level, place, path, variant, args)


def _place(verdict: Verdict, reading: PlanReading) -> tuple[Place, DataPath]:
    """The deciding record; the plan's own where there is none."""
    first = verdict.records[0] if verdict.records else ("plan", reading.records.id)
    source, path = reading.sources.get(first), verdict.at
    if source is None:
        source, path = reading.sources.get(("plan", reading.records.id)), ()
    if source is None:
        return Place(""), ()
    return Place(source.file, *source.marks.key(path)), path
