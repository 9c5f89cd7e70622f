"""Findings as GitLab's code quality report."""

from __future__ import annotations

import json
from hashlib import blake2b
from typing import Any

from openroadmap.findings import Finding, Level
from openroadmap.report.report import Line, Report

_SEVERITY = {Level.ERROR: "major", Level.WARNING: "minor", Level.NOTE: "info"}


def gitlab(report: Report) -> str:
    """A JSON array. The code stands in the description too, where GitLab shows it."""
    issues = [_finding(line) for line in report.lines]
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"


def _finding(line: Line) -> dict[str, Any]:
    finding, told = line.finding, line.told
    return {
        "description": f"{finding.rule}: {told.what} {told.fix}".strip(),
        "check_name": finding.rule,
        "fingerprint": fingerprint(finding),
        "severity": _SEVERITY[finding.level],
        "location": {
            "path": finding.place.file,
            "lines": {"begin": max(finding.place.line, 1)},
        },
    }


def fingerprint(finding: Finding) -> str:
    """The same for the same fault, even when lines above it are added or removed."""
    parts = (finding.rule, finding.variant, finding.place.file, *map(str, finding.path))
    arguments = (f"{key}={value}" for key, value in sorted(finding.args.items()))
    return blake2b("\0".join((*parts, *arguments)).encode(), digest_size=16).hexdigest()
