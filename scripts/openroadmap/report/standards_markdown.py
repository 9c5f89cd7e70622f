"""Assessments as Markdown: a table for each group of requirements, for a comment or a document."""

from __future__ import annotations

from collections.abc import Iterator

from openroadmap.measure.assessment import Verdict
from openroadmap.report.safe import markdown_text
from openroadmap.report.standards_report import AssessedPlan, StandardsReport


def standards_markdown(report: StandardsReport) -> str:
    """A heading for each plan, a table for each group."""
    out: list[str] = []
    for plan in report.plans:
        out += _plan(report, plan)
    return "\n".join(out).rstrip() + "\n" if out else ""


def _plan(report: StandardsReport, plan: AssessedPlan) -> Iterator[str]:
    assessment = plan.assessment
    name = f"{assessment.member}/{assessment.plan}"
    yield from (f"## {markdown_text(name)} {markdown_text(plan.title)}".rstrip(), "")
    for text in (report.headline(plan), report.summary(plan), report.gaps(plan)):
        if text:
            yield from (markdown_text(text), "")
    yield from (f"_{markdown_text(report.notice(plan))}_", "")
    _ = report.words.gettext
    head = (_("Requirement"), _("State"), _("Why"), _("What to do next"))
    for group, verdicts in report.groups(plan):
        yield from (f"### {markdown_text(group)}", "")
        yield from (_row(head), _row(("---",) * len(head)))
        yield from (_row(_cells(report, plan, each)) for each in verdicts)
        yield ""


def _cells(report: StandardsReport, plan: AssessedPlan, verdict: Verdict) -> Iterator[str]:
    requirement = plan.pack.requirement(verdict.requirement)
    name = f"{verdict.requirement} {report.name(verdict, requirement)}"
    steps = " ".join(filter(None, (report.next(verdict), report.todo(verdict))))
    why = " ".join(filter(None, (report.why(verdict), report.disputes(verdict))))
    for text in (name, report.state(verdict), why, steps):
        yield markdown_text(text)


def _row(cells: tuple[str, ...] | Iterator[str]) -> str:
    return f"| {' | '.join(cells)} |"
