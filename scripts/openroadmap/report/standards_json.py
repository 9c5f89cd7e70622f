"""Assessments for programs, by the published schema ``standards.schema.json``."""

from __future__ import annotations

import json
from typing import Any

from openroadmap.measure.assessment import Proof, State, Verdict
from openroadmap.model.site import RecordKey
from openroadmap.report.json import closed_object
from openroadmap.report.standards_report import AssessedPlan, StandardsReport
from openroadmap.standards.pack import Group, Phase, Whose, in_language
from openroadmap.standards.sentences import say

VERSION = 1
_WORD = {"type": "string"}
_COUNT = {"type": "integer", "minimum": 0}
_DAY = {"type": "string", "format": "date"}


def standards_json(report: StandardsReport) -> str:
    """One JSON object; ``version`` grows when a field changes its meaning."""
    content = {
        "version": VERSION,
        "as_of": report.today.isoformat(),
        "plans": [_plan(report, plan) for plan in report.plans],
        "unassessed": list(report.unassessed),
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _plan(report: StandardsReport, plan: AssessedPlan) -> dict[str, Any]:
    assessment = plan.assessment
    counts = dict(assessment.counts())
    return {
        "member": assessment.member,
        "plan": assessment.plan,
        "title": plan.title,
        "pack": assessment.pack_id,
        "ambition": assessment.ambition,
        "notice": report.notice(plan),
        "unreadable": plan.unreadable,
        "counts": {state.value: counts.get(state, 0) for state in State},
        "verdicts": [_verdict(report, plan, each) for each in assessment.verdicts],
    }


def _verdict(report: StandardsReport, plan: AssessedPlan, verdict: Verdict) -> dict[str, Any]:
    requirement, words = plan.pack.requirement(verdict.requirement), report.words
    return {
        "requirement": verdict.requirement,
        "group": verdict.group.value,
        "phase": verdict.phase.value,
        "label": in_language(requirement.label, words.lang),
        "text": in_language(requirement.text, words.lang),
        "state": verdict.state.value,
        "proof": verdict.proof.value,
        "because": say(verdict.because, words),
        "remarks": [say(each, words) for each in verdict.remarks],
        "next": verdict.next and {
            "day": verdict.next.day.isoformat(), "what": say(verdict.next.what, words)
        },
        "repairable": verdict.repairable,
        "todo": report.todo(verdict),
        "records": [_record(plan, key) for key in verdict.records],
        "disputes": [_record(plan, key) for key in verdict.disputes],
        "decided_by": requirement.decided_by,
        "thresholds": {
            name: {"value": _plain(each.value), "whose": each.whose.value}
            for name, each in requirement.rule.thresholds.items()
        },
        "clause": {
            "title": in_language(requirement.source.title, words.lang),
            "url": requirement.source.url,
            "proof": requirement.proof,
        },
    }


def _plain(value: int | str | tuple[str, ...]) -> int | str | list[str]:
    return list(value) if isinstance(value, tuple) else value


def _record(plan: AssessedPlan, key: RecordKey) -> dict[str, str]:
    return {"kind": key[0], "id": key[1], "file": plan.files.get(key, "")}


def standards_schema() -> dict[str, Any]:
    """The schema of this output (JSON Schema draft-07)."""
    record = closed_object({"kind": _WORD, "id": _WORD, "file": _WORD})
    records = {"type": "array", "items": record}
    following = closed_object({"day": _DAY, "what": _WORD})
    threshold = closed_object({
        "value": {"type": ["integer", "string", "array"], "items": _WORD},
        "whose": {"enum": [each.value for each in Whose]},
    })
    verdict = closed_object({
        "requirement": {**_WORD, "description": "The id, as in the pack."},
        "group": {"enum": [each.value for each in Group]},
        "phase": {"enum": [each.value for each in Phase]},
        "label": _WORD, "text": _WORD,
        "state": {"enum": [each.value for each in State]},
        "proof": {"enum": [each.value for each in Proof]},
        "because": _WORD, "remarks": {"type": "array", "items": _WORD},
        "next": {"anyOf": [following, {"type": "null"}]},
        "repairable": {"type": "boolean"}, "todo": _WORD,
        "records": records, "disputes": records,
        "decided_by": {**_WORD, "description": "The name of a check, or people."},
        "thresholds": {"type": "object", "additionalProperties": threshold},
        "clause": closed_object({"title": _WORD, "url": _WORD, "proof": _WORD}),
    })  # fmt: skip
    plan = closed_object({
        "member": _WORD, "plan": _WORD, "title": _WORD, "pack": _WORD,
        "ambition": {"type": "boolean"}, "notice": _WORD, "unreadable": _COUNT,
        "counts": closed_object({state.value: _COUNT for state in State}),
        "verdicts": {"type": "array", "items": verdict},
    })  # fmt: skip
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Output of openroadmap standards",
        **closed_object({
            "version": {"const": VERSION},
            "as_of": _DAY,
            "plans": {"type": "array", "items": plan},
            "unassessed": {"type": "array", "items": _WORD},
        }),
    }
