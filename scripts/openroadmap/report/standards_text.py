"""Assessments for a person at a terminal: plan by plan, group by group, states by word."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from openroadmap.measure.assessment import State, Verdict
from openroadmap.report.safe import log_line, one_line
from openroadmap.report.standards_report import AssessedPlan, StandardsReport

_COLOUR = {
    State.MET: "32", State.ON_TRACK: "32", State.AT_RISK: "33", State.NOT_MET: "1;31",
    State.NOT_STARTED: "2", State.NO_DATA: "2",
}  # fmt: skip
_BOLD = "1"
_START = 8


def standards_text(report: StandardsReport) -> str:
    """The whole output, in lines as wide as the screen."""
    page = _Page(report)
    out: list[str] = []
    for plan in report.plans:
        out += page.plan(plan)
    for folder in report.unassessed:
        out.append(page.unassessed(folder))
    return "\n".join(log_line(line) for line in out) + "\n" if out else ""


class _Page:
    def __init__(self, report: StandardsReport) -> None:
        self.report = report
        self.width = report.screen.width

    def plan(self, plan: AssessedPlan) -> Iterator[str]:
        report, assessment = self.report, plan.assessment
        title = f"{assessment.member}/{assessment.plan}  {one_line(plan.title)}".rstrip()
        yield self._painted(_BOLD, title)
        for text in (report.headline(plan), report.summary(plan), report.gaps(plan)):
            yield from self._wrapped(text, 0)
        yield from self._wrapped(report.notice(plan), 0)
        yield ""
        for name, verdicts in report.groups(plan):
            yield self._painted(_BOLD, name)
            for verdict in verdicts:
                yield from self._verdict(plan, verdict)
            yield ""

    def unassessed(self, folder: str) -> str:
        return self.report.words.gettext(
            "{plan}: it is not recorded whether national or local rules apply.", plan=folder
        )

    def _verdict(self, plan: AssessedPlan, verdict: Verdict) -> Iterator[str]:
        report = self.report
        requirement = plan.pack.requirement(verdict.requirement)
        name, state = one_line(report.name(verdict, requirement)), report.state(verdict)
        head = f"  {verdict.requirement:<{_START - 3}} {name}"
        room = max(self.width - len(head) - len(state), 2)
        yield head + " " * room + self._painted(_COLOUR[verdict.state], state)
        yield from self._wrapped(report.why(verdict), _START)
        _ = report.words
        if following := report.next(verdict):
            yield from self._wrapped(_.gettext("Next: {what}", what=following), _START)
        if todo := report.todo(verdict):
            yield from self._wrapped(_.gettext("To do: {what}", what=todo), _START)
        yield from self._wrapped(report.disputes(verdict), _START)

    def _wrapped(self, text: str, start: int) -> Iterator[str]:
        width = max(self.width - start, 40)
        lines = textwrap.wrap(
            one_line(text), width, break_long_words=False, break_on_hyphens=False
        )
        yield from (" " * start + line for line in lines)

    def _painted(self, colour: str, text: str) -> str:
        return f"\x1b[{colour}m{text}\x1b[0m" if self.report.screen.colour and text else text
