"""Findings as SARIF 2.1.0, for tools that gather the results of many checks."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from openroadmap import __version__
from openroadmap.findings import Level
from openroadmap.report.fingerprint import number_repeats
from openroadmap.report.report import Line, Report

_LEVEL = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "note"}


def sarif(report: Report) -> str:
    """One run with the rules that found something and their results."""
    rules = {line.finding.rule: _rule(report, line) for line in report.lines}
    driver = {"name": "OpenRoadmap", "version": __version__, "rules": list(rules.values())}
    marks = number_repeats(line.finding for line in report.lines)
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(line, mark) for line, mark in zip(report.lines, marks, strict=True)],
    }
    content = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _rule(report: Report, line: Line) -> dict[str, Any]:
    words = report.why(line.told) or line.finding.rule
    rule: dict[str, Any] = {"id": line.finding.rule, "help": {"text": words}}
    if url := report.rule_url(line.finding.rule):
        rule["helpUri"] = url
    return rule


def _result(line: Line, mark: str) -> dict[str, Any]:
    finding, told = line.finding, line.told
    place = finding.place
    location = {
        "artifactLocation": {"uri": quote(place.file)},
        "region": {"startLine": max(place.line, 1), "startColumn": max(place.column, 1)},
    }
    return {
        "ruleId": finding.rule,
        "level": _LEVEL[finding.level],
        "message": {"text": told.in_short()},
        "locations": [{"physicalLocation": location}],
        "partialFingerprints": {"finding/v1": mark},
    }
