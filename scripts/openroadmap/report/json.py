"""Findings for programs, by the published schema ``findings.schema.json``."""

from __future__ import annotations

import json
from typing import Any

from openroadmap.findings import Level
from openroadmap.report.report import Line, Report

VERSION = 1
_WORD = {"type": "string"}
_COUNT = {"type": "integer", "minimum": 0}


def as_json(report: Report) -> str:
    """The report as one JSON object; ``version`` grows when a field changes its meaning."""
    summary = {f"{level.value}s": report.count(level) for level in Level}
    content = {
        "version": VERSION,
        "as_of": report.today.isoformat(),
        "summary": {**summary, "files": report.files, "plans": report.plans},
        "findings": [_finding(report, line) for line in report.lines],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _finding(report: Report, line: Line) -> dict[str, Any]:
    finding, told = line.finding, line.told
    return {
        "rule": finding.rule,
        "level": finding.level.value,
        "file": finding.place.file,
        "line": finding.place.line,
        "column": finding.place.column,
        "path": list(finding.path),
        "what": told.what,
        "why": told.why,
        "fix": told.fix,
        "example": told.example,
        "clause": {
            "title": told.clause_title,
            "url": report.clause_url(told),
            "proof": told.proof,
        },
        "url": report.rule_url(finding.rule),
    }


def json_schema() -> dict[str, Any]:
    """The schema of this output (JSON Schema draft-07)."""
    levels = [level.value for level in Level]
    finding = closed_object({
        "rule": {**_WORD, "description": "The stable code of the rule."},
        "level": {"enum": levels},
        "file": {**_WORD, "description": "Path from the project's folder."},
        "line": {**_COUNT, "description": "From 1; 0 when the whole file is meant."},
        "column": {**_COUNT, "description": "From 1, in characters; 0 as for line."},
        "path": {"type": "array", "items": {"type": ["string", "integer"]}},
        "what": _WORD, "why": _WORD, "fix": _WORD,
        "example": {**_WORD, "description": "A few lines of YAML, Markdown or commands."},
        "clause": closed_object({"title": _WORD, "url": _WORD, "proof": _WORD}),
        "url": _WORD,
    })  # fmt: skip
    counts = [f"{level}s" for level in levels] + ["files", "plans"]
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Findings of openroadmap check",
        **closed_object({
            "version": {"const": VERSION},
            "as_of": {"type": "string", "format": "date"},
            "summary": closed_object(dict.fromkeys(counts, _COUNT)),
            "findings": {"type": "array", "items": finding},
        }),
    }


def closed_object(properties: dict[str, Any]) -> dict[str, Any]:
    """A schema of an object with these keys and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
