"""Findings as Markdown: the summary of a job, or a comment on a pull request."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from openroadmap.findings import Level
from openroadmap.report.report import Line, Report, level_word
from openroadmap.report.safe import log_line, markdown_text, one_line

MOST = 400
"""Findings shown: a job's summary may hold one mebibyte."""

_GAPS = re.compile(r"\n{3,}")


def markdown(report: Report) -> str:
    """A heading with the counts, then the findings of each file as a list."""
    _ = report.words
    heading, reasons = _.gettext("What the check found"), _.gettext("Why these rules")
    out = [f"## {heading}", "", markdown_text(report.summary()), ""]
    shown = _errors_first(report)[:MOST]
    for file, lines in groupby(shown, key=lambda line: line.finding.place.file):
        out += [f"### {code(file)}", ""] if file else []
        out += [part for line in lines for part in _parts(report, line)]
        out.append("")
    if (more := len(report.lines) - MOST) > 0:
        out += [_.ngettext("{n} more is not shown.", "{n} more are not shown.", more), ""]
    if report.lines:
        out += [f"### {reasons}", ""]
        out += [_why(report, line) for line in _first_of_each_rule(report)]
    return _GAPS.sub("\n\n", "\n".join(out)).rstrip() + "\n"


def _errors_first(report: Report) -> list[Line]:
    """Files with errors first, and in each file its errors: they are what must be mended."""
    grave = {line.finding.place.file for line in report.lines if _is_error(line)}
    return sorted(
        report.lines,
        key=lambda line: (
            line.finding.place.file not in grave, line.finding.place.file, not _is_error(line)
        ),
    )  # fmt: skip


def _is_error(line: Line) -> bool:
    return line.finding.level is Level.ERROR


def _parts(report: Report, line: Line) -> Iterator[str]:
    finding, told, _ = line.finding, line.told, report.words
    rule = _linked(finding.rule, report.rule_url(finding.rule))
    where = _.gettext("line {line}", line=finding.place.line) + ": " if finding.place.line else ""
    level = level_word(finding.level, _)
    yield f"- **{level}** {rule}, {where}{markdown_text(told.what)}  "
    if told.fix:
        label = _.gettext("Fix")
        yield f"  **{label}**: {markdown_text(told.fix)}"
    if told.example:
        example = (log_line(f"      {one_line(each)}") for each in told.example.splitlines())
        yield "\n".join(["", *example, ""])


def _first_of_each_rule(report: Report) -> list[Line]:
    """One line a rule, in the order of their codes."""
    first = {line.finding.rule: line for line in reversed(report.lines[:MOST])}
    return [first[rule] for rule in sorted(first)]


def _why(report: Report, line: Line) -> str:
    told = line.told
    rule = _linked(line.finding.rule, report.rule_url(line.finding.rule))
    clause = _linked(markdown_text(told.clause_title), report.clause_url(told))
    return f"- {rule}: {told.why} ({clause})"  # our own words, in Markdown as it is


def _linked(text: str, url: str) -> str:
    return f"[{text}]({url})" if url else text


def code(text: str) -> str:
    """Text as a code span, whatever backticks it holds."""
    text = one_line(text)
    fence = "`"
    while fence in text:
        fence += "`"
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{text}{pad}{fence}"
