"""Findings as annotations of a pull request on GitHub (and Forgejo).

Written as workflow commands, with the escapes of the runner's own toolkit: a
contributed line that looks like a command stays text. GitHub shows some ten
errors and ten warnings a step, so a file's ninth error and those after it are
counted in one annotation, and so its warnings; the summary of the job holds
them all.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from openroadmap.findings import Level
from openroadmap.report.report import Line, Report
from openroadmap.report.safe import one_line

PER_FILE = 8
LONGEST_TITLE = 120
"""Characters. What is cut off stands in full below the title."""

_COMMAND = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}


def github(report: Report) -> str:
    """One workflow command a line, the gravest first, then the summary as plain text."""
    out: list[str] = []
    ordered = sorted(report.lines, key=_gravity)
    for _, lines in groupby(ordered, key=_gravity):
        out += _file(report, list(lines))
    return "\n".join([*out, report.summary()]) + "\n"


def _gravity(line: Line) -> tuple[int, str]:
    order = (Level.ERROR, Level.WARNING, Level.NOTE)
    return order.index(line.finding.level), line.finding.place.file


def _file(report: Report, lines: list[Line]) -> Iterator[str]:
    yield from (_annotation(report, line) for line in lines[:PER_FILE])
    if len(lines) > PER_FILE:
        finding = lines[PER_FILE].finding
        message = report.words.ngettext(
            "{n} more in this file: see the summary of this job.",
            "{n} more in this file: see the summary of this job.",
            len(lines) - PER_FILE,
        )
        place = f"file={escape_property(finding.place.file)},line=1"
        yield f"::{_COMMAND[finding.level]} {place}::{escape_data(message)}"


def _annotation(report: Report, line: Line) -> str:
    finding, told = line.finding, line.told
    properties = {
        "file": finding.place.file,
        "line": str(max(finding.place.line, 1)),
        "col": str(max(finding.place.column, 1)),
        "title": f"{finding.rule}: {one_line(told.what)}"[:LONGEST_TITLE],
    }
    shown = ",".join(f"{key}={escape_property(value)}" for key, value in properties.items())
    rest = told.what if len(properties["title"]) == LONGEST_TITLE else ""
    parts = [rest, report.why(told), told.fix, told.example, report.rule_url(finding.rule)]
    message = "\n".join(part for part in parts if part)
    return f"::{_COMMAND[finding.level]} {shown}::{escape_data(message)}"


def escape_data(text: str) -> str:
    """The message of a workflow command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def escape_property(text: str) -> str:
    """A property of a workflow command."""
    return escape_data(text).replace(":", "%3A").replace(",", "%2C")
