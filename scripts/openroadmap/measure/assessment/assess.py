"""Holds a plan against a pack: every requirement in each of its phases gets a verdict."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from openroadmap.measure.assessment.case import Case, full_history, kept_by_government
from openroadmap.measure.assessment.checks import CHECKS, SUMS
from openroadmap.measure.assessment.disputes import disputes_of
from openroadmap.measure.assessment.outcomes import (
    IF_YOU_KNOW,
    SAY_WHO_KEEPS,
    Outcome,
    as_kept_by_others,
    joined,
)
from openroadmap.measure.assessment.reports import answers_of
from openroadmap.measure.assessment.times import Times, readings
from openroadmap.measure.assessment.verdicts import Assessment, Verdict
from openroadmap.model.facts import GitFacts
from openroadmap.model.site import PlanRecords
from openroadmap.standards.pack import Group, Pack, Phase, Requirement

_BY_LEVEL = {"national": "national-2022", "local": "local"}


def packs_for(records: PlanRecords) -> tuple[str, ...]:
    """The ids of the packs a plan is held against: its own, then the one it aspires to.

    Empty when nobody says whether the plan is national or local.
    """
    plan, member = records.plan, records.context.member
    level = (plan.level if plan else None) or (member.level if member else None)
    profile = (plan.profile if plan else None) or _BY_LEVEL.get(level or "", "")
    ambition = (plan.ambition if plan else None) or ""
    return tuple(dict.fromkeys(filter(None, (profile, ambition))))


def assess_plan(
    records: PlanRecords, packs: Mapping[str, Pack], as_of: date, facts: GitFacts | None = None
) -> tuple[Assessment, ...]:
    """The plan held against each of its packs; of an ambition only what is required counts.

    A pack that is named but not there is passed over: ``read.packs`` finds that.
    """
    made = []
    for place, id in enumerate(packs_for(records)):
        if id in packs:
            pack = _required(packs[id]) if place else packs[id]
            made.append(replace(assess(records, pack, as_of, facts), ambition=place > 0))
    return tuple(made)


def assess(
    records: PlanRecords, pack: Pack, as_of: date, facts: GitFacts | None = None
) -> Assessment:
    """One plan, one pack, one day."""
    times = readings(records)
    git = full_history(facts, records)
    made: list[Verdict] = []
    for requirement in pack.requirements:
        for phase in requirement.phases:
            cases = [Case(records, requirement, phase, each, as_of, git) for each in times]
            outcome = _outcome(cases, times, made)
            made.append(_verdict(requirement, phase, records, as_of, outcome))
    return Assessment(records.context.member_id, records.id, pack.id, as_of, tuple(made))


def _outcome(
    cases: list[Case], times: tuple[Times, ...], before: Iterable[Verdict]
) -> Outcome:
    first = cases[0]
    name = first.requirement.decided_by
    if name in SUMS:
        return SUMS[name](first, tuple(before))
    outcomes = [CHECKS[name](case) for case in cases]
    if not kept_by_government(first.records):
        todo = IF_YOU_KNOW if first.records.transcribed else SAY_WHO_KEEPS
        outcomes = [as_kept_by_others(outcome, todo) for outcome in outcomes]
    return joined(outcomes, times)


def _verdict(
    requirement: Requirement, phase: Phase, records: PlanRecords, as_of: date, outcome: Outcome
) -> Verdict:
    answers = tuple(answers_of(requirement, records, as_of))
    keys = tuple(dict.fromkeys((*outcome.records, *(key for key, _ in answers))))
    return Verdict(
        requirement.id, requirement.group, phase, outcome.state, outcome.proof, outcome.because,
        outcome.next, outcome.repairable, keys, tuple(disputes_of(requirement, records, as_of)),
        outcome.todo, (*outcome.remarks, *(sentence for _, sentence in answers)), outcome.at,
    )  # fmt: skip


def _required(pack: Pack) -> Pack:
    kept = tuple(each for each in pack.requirements if each.group is Group.REQUIRED)
    return replace(pack, requirements=kept)
