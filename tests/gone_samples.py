"""A small plan some of whose records were changed or removed later, and what git proves of it."""

from __future__ import annotations

from datetime import date
from typing import Any

from openroadmap.model.dates import parse_date
from openroadmap.model.facts import GitFacts, Gone, History, Revision, Told
from openroadmap.model.kinds import record_file
from openroadmap.model.process import Amendment
from openroadmap.model.site import PlanRecords
from plan_samples import commitment, plan_of, update

FOLDER = "commitments/m/p"
BEGUN = date(2026, 1, 1)
CHANGED, REMOVED = date(2026, 8, 1), date(2026, 9, 1)


def gone(kind: str, id: str, dated: str = "", **more: Any) -> Gone:
    """A record of the small plan that came on its own date, and went on the first of September."""
    known = parse_date(dated) if dated else None
    first = known.last if known else BEGUN
    more = {"first": first, "last": REMOVED, **more}
    return Gone(record_file("m", "p", kind, id), kind, id, dated=known, **more)


def facts_of(
    *lost: Gone,
    there: dict[str, tuple[date, ...]] | None = None,
    revised: dict[str, tuple[Revision, ...]] | None = None,
) -> GitFacts:
    """A full history; ``there`` are days by the path below the plan's folder, ``revised`` too."""
    days = {f"{FOLDER}/{file}": on for file, on in ({"plan.yml": (BEGUN,)} | (there or {})).items()}
    return GitFacts(
        History.FULL,
        {file: on[0] for file, on in days.items()},
        days,
        {FOLDER: lost} if lost else {},
        {f"{FOLDER}/{file}": told for file, told in (revised or {}).items()},
    )


def facts_of_a_move() -> GitFacts:
    """The report stood at another commitment before."""
    report = "updates/2026-05-03-news.yml"
    return facts_of(
        there={report: (date(2026, 5, 3), CHANGED)},
        revised={report: (Revision(CHANGED, Told.COMMITMENT, "", "one", "two"),)},
    )


def amendment(id: str) -> Amendment:
    """Of the first commitment, on 22 June 2026."""
    return Amendment.validated(
        {"id": id, "date": "2026-06-22", "commitment": "one", "kind": "modify"}
    )


def records() -> PlanRecords:
    promise = commitment(milestones=[{"id": "m1", "title": "Open the register"}])
    report = update(date="2026-05-03", completion="complete")
    change = amendment("ends-later")
    return plan_of(promise, updates=(report,), amendments=(change,))


def facts() -> GitFacts:
    """A report and an agreed change were changed; others and a proposal were removed."""
    report, change = "updates/2026-05-03-news.yml", "amendments/ends-later.yml"
    return facts_of(
        gone("update", "2026-04-01-news", "2026-04-01", commitments=("one",), code="limited"),
        gone("amendment", "later", "2026-06", commitments=("one",), code="modify"),
        gone("contribution", "school-budgets"),
        gone("update", "undated"),
        there={report: (date(2026, 5, 3), CHANGED), change: (date(2026, 6, 22), CHANGED)},
        revised={
            report: (
                Revision(CHANGED, Told.STATUS, "", "limited", "complete"),
                Revision(CHANGED, Told.MILESTONE, "m1", "", "complete"),
                Revision(CHANGED, Told.FIELDS, "", "", "completion milestones progress"),
            ),
            change: (
                Revision(CHANGED, Told.AGREED, "milestones.m1.due_on", "2027-03-31", "2027-06-30"),
                Revision(CHANGED, Told.FIELDS, "", "", "agreed reason"),
            ),
        },
    )
