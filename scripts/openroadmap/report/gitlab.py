"""Findings as GitLab's code quality report.

GitLab shows the description; why a rule is there stands in ``content``, where
the format has a place for it.
"""

from __future__ import annotations

import json
from typing import Any

from openroadmap.findings import Level
from openroadmap.report.fingerprint import number_repeats
from openroadmap.report.report import Line, Report

_SEVERITY = {Level.ERROR: "major", Level.WARNING: "minor", Level.NOTE: "info"}


def gitlab(report: Report) -> str:
    """A JSON array. The code stands in the description too, where GitLab shows it."""
    marks = number_repeats(line.finding for line in report.lines)
    issues = [_finding(report, line, mark) for line, mark in zip(report.lines, marks, strict=True)]
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"


def _finding(report: Report, line: Line, mark: str) -> dict[str, Any]:
    finding, told = line.finding, line.told
    return {
        "description": f"{finding.rule}: {told.in_short()}",
        "content": {"body": report.why(told)},
        "check_name": finding.rule,
        "fingerprint": mark,
        "severity": _SEVERITY[finding.level],
        "location": {
            "path": finding.place.file,
            "lines": {"begin": max(finding.place.line, 1)},
        },
    }
