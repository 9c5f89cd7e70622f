"""Findings as Markdown: the summary of a job, or a comment on a pull request."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from openroadmap.report.report import Line, Report, level_word
from openroadmap.report.safe import markdown_text, one_line

MOST = 400
"""Findings shown: a job's summary may hold one mebibyte."""


def markdown(report: Report) -> str:
    """A heading with the counts, then the findings of each file as a list."""
    _ = report.words
    out = [f"## {_.gettext('What the check found')}", "", markdown_text(report.summary()), ""]
    for file, lines in groupby(report.lines[:MOST], key=lambda line: line.finding.place.file):
        out += [f"### {code(file)}", ""]
        out += [_item(report, line) for line in lines]
        out.append("")
    if (more := len(report.lines) - MOST) > 0:
        out.append(_.ngettext("{n} more finding is not shown.", "{n} more are not shown.", more))
    return "\n".join(out).rstrip() + "\n"


def _item(report: Report, line: Line) -> str:
    return "\n".join(_parts(report, line))


def _parts(report: Report, line: Line) -> Iterator[str]:
    finding, told, _ = line.finding, line.told, report.words
    rule = finding.rule
    if url := report.rule_url(rule):
        rule = f"[{rule}]({url})"
    where = _.gettext("line {line}", line=finding.place.line) + ": " if finding.place.line else ""
    level = level_word(finding.level, _)
    yield f"- **{level}** {rule}, {where}{markdown_text(told.what)}  "
    if told.why:
        yield f"  {markdown_text(told.why)}  "
    if told.fix:
        yield f"  **{_.gettext('Fix')}**: {markdown_text(told.fix)}"
    if told.example:
        example = (f"      {one_line(each)}" for each in told.example.splitlines())
        yield "\n".join(["", *example, ""])


def code(text: str) -> str:
    """Text as a code span, whatever backticks it holds."""
    text = one_line(text)
    fence = "`"
    while fence in text:
        fence += "`"
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{text}{pad}{fence}"
