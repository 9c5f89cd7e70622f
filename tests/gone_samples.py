"""A small plan some of whose records were changed or removed later, and what git proves of it."""

from __future__ import annotations

from datetime import date
from typing import Any

from openroadmap.model.dates import parse_date
from openroadmap.model.facts import GitFacts, Gone, History, Revision, Told
from openroadmap.model.kinds import record_file
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


def records() -> PlanRecords:
    promise = commitment(milestones=[{"id": "m1", "title": "Open the register"}])
    report = update(date="2026-05-03", completion="complete")
    return plan_of(promise, updates=(report,))


def facts() -> GitFacts:
    """A report was changed; another, an agreed change and a proposal were removed."""
    report = "updates/2026-05-03-news.yml"
    return facts_of(
        gone("update", "2026-04-01-news", "2026-04-01", commitments=("one",), code="limited"),
        gone("amendment", "later", "2026-06", commitments=("one",), code="modify"),
        gone("contribution", "school-budgets"),
        gone("update", "undated"),
        there={report: (date(2026, 5, 3), CHANGED)},
        revised={
            report: (
                Revision(CHANGED, Told.STATUS, "", "limited", "complete"),
                Revision(CHANGED, Told.MILESTONE, "m1", "", "complete"),
            )
        },
    )
