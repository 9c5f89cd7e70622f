"""Findings for a person at a terminal, grouped by file, with a summary at the end."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from itertools import groupby

from openroadmap.findings import Level
from openroadmap.report.report import Line, Report, level_word
from openroadmap.report.safe import one_line

_COLOUR = {Level.ERROR: "31", Level.WARNING: "33", Level.NOTE: "36"}
_WIDTH = 96
_INDENT = " " * 8


def text(report: Report) -> str:
    """The whole report as lines of at most some 96 characters."""
    out: list[str] = []
    for file, lines in groupby(report.lines, key=lambda line: line.finding.place.file):
        out.append(_painted(report, "1", one_line(file)))
        for line in lines:
            out += _finding(report, line)
        out.append("")
    out.append(report.summary())
    return "\n".join(out) + "\n"


def _finding(report: Report, line: Line) -> Iterator[str]:
    finding, told, _ = line.finding, line.told, report.words
    place = f"{finding.place.line}:{finding.place.column}" if finding.place.line else "-"
    level = level_word(finding.level, _)
    head = f"  {place:>6}  {_painted(report, _COLOUR[finding.level], level)} {finding.rule}  "
    width = len(f"  {place:>6}  {level} {finding.rule}  ")
    first, *rest = _wrapped(told.what, _WIDTH - width) or [""]
    yield head + first
    yield from (" " * width + each for each in rest)
    clause = f" ({told.clause_title})" if told.clause_title else ""
    yield from _labelled(_.gettext("Why"), told.why + clause)
    yield from _labelled(_.gettext("Fix"), told.fix)
    yield from (f"{_INDENT}     {one_line(each)}" for each in told.example.splitlines())
    if url := report.rule_url(finding.rule):
        yield from _labelled(_.gettext("More"), url)


def _labelled(label: str, sentence: str) -> Iterator[str]:
    if sentence:
        first, *rest = _wrapped(sentence, _WIDTH - len(_INDENT) - 5)
        yield f"{_INDENT}{label:<5}{first}"
        yield from (f"{_INDENT}     {each}" for each in rest)


def _wrapped(sentence: str, width: int) -> list[str]:
    return textwrap.wrap(
        one_line(sentence), width, break_long_words=False, break_on_hyphens=False
    )


def _painted(report: Report, colour: str, text: str) -> str:
    return f"\x1b[{colour}m{text}\x1b[0m" if report.colour else text
