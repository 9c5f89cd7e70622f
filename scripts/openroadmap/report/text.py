"""Findings for a person at a terminal, grouped by file, with a summary at the end.

Why a rule matters is said where it is first broken; after that its name is enough.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from itertools import groupby

from openroadmap.findings import Level
from openroadmap.report.report import Line, Report, level_word
from openroadmap.report.safe import log_line, one_line

_COLOUR = {Level.ERROR: "1;31", Level.WARNING: "33", Level.NOTE: "36"}
_BOLD, _FAINT = "1", "2"
_PLACE = len("  1234:56")
_LONG, _MOST_AGAIN = 12, 20


def text(report: Report) -> str:
    """The whole report, in lines as wide as the screen."""
    out: list[str] = []
    page = _Page(report)
    for file, lines in groupby(report.lines, key=lambda line: line.finding.place.file):
        if file:
            out.append(page.painted(_BOLD, one_line(file)))
        for line in lines:
            out += page.finding(line)
        out.append("")
    out += page.errors_again()
    out.append(report.summary())
    if report.lines and report.site_url:
        out.append(report.words.gettext("More on each rule: {url}", url=report.rules_url()))
    return "\n".join(log_line(line) for line in out) + "\n"


class _Page:
    """Lays findings out in three columns: where, how grave and which rule, what is to be said."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.levels = {level: level_word(level, report.words) for level in Level}
        longest = max(map(len, self.levels.values()))
        self.middle = longest + len(" C05")
        self.start = _PLACE + 2 + self.middle + 2
        self._told: set[tuple[str, str]] = set()

    def errors_again(self) -> list[str]:
        """Where the errors stand, once more below a report that is longer than a screen."""
        lines = self.report.lines
        errors = [line.finding for line in lines if line.finding.level is Level.ERROR]
        if not errors or len(lines) < _LONG:
            return []
        heading = self.report.words.gettext("What must be mended:")
        places = dict.fromkeys(
            f"{one_line(each.place.file)}:{each.place.line}  {each.rule}" for each in errors
        )
        return [heading, *(f"  {place}" for place in list(places)[:_MOST_AGAIN]), ""]

    def finding(self, line: Line) -> Iterator[str]:
        finding, told, _ = line.finding, line.told, self.report.words
        place = f"{finding.place.line}:{finding.place.column}" if finding.place.line else ""
        level = self.levels[finding.level]
        rule = f"{finding.rule:>{self.middle - len(level)}}"
        head = f"{place:>{_PLACE}}  {self.painted(_COLOUR[finding.level], level)}{rule}  "
        first, *rest = self._wrapped(told.what) or [""]
        yield head + first
        yield from self._below(rest)
        if self._first((finding.rule, "")):
            yield from self._labelled(_.gettext("Why"), told.why)
            yield from self._below(self._wrapped(told.clause_title))
            yield from self._below(filter(None, [one_line(self.report.clause_url(told))]))
        yield from self._labelled(_.gettext("Fix"), told.fix)
        if self._first((finding.rule, told.example)):
            yield from self._below(one_line(each) for each in told.example.splitlines())

    def painted(self, colour: str, text: str) -> str:
        return f"\x1b[{colour}m{text}\x1b[0m" if self.report.screen.colour and text else text

    def _first(self, what: tuple[str, str]) -> bool:
        """Whether this is said for the first time."""
        new = what not in self._told
        self._told.add(what)
        return new

    def _labelled(self, label: str, sentence: str) -> Iterator[str]:
        lines = self._wrapped(sentence)
        for first in lines[:1]:
            room = self.start - 2 - len(label)
            yield f"{'':{max(room, 0)}}{self.painted(_FAINT, label)}  {first}"
        yield from self._below(lines[1:])

    def _below(self, lines: Iterable[str]) -> Iterator[str]:
        yield from (" " * self.start + line for line in lines)

    def _wrapped(self, sentence: str) -> list[str]:
        width = max(self.report.screen.width - self.start, 30)
        return textwrap.wrap(
            one_line(sentence), width, break_long_words=False, break_on_hyphens=False
        )
