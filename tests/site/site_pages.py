"""Every kind of page once: which site it is of, and its address there."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """A page that stands for all of its kind; ``site`` is `demo`, `rivermouth` or
    `remembered`."""

    name: str
    address: str
    site: str = "demo"


KINDS = (
    Kind("home", ""),
    Kind("member", "elgeyo-marakwet/"),
    Kind("plan", "ontario/2017/"),
    Kind("patchy plan", "austin/2024-2028/"),
    Kind("long plan", "jalisco/2019-2021/"),
    Kind("commitment with updates", "ontario/2017/open-data-charter/"),
    Kind("commitment without updates", "jalisco/2023-2024/clear-judgments/"),
    Kind("progress", "brackenmouth-example/2025-2027/progress/"),
    Kind("patchy progress", "ontario/2017/progress/"),
    Kind("progress of all", "progress/"),
    Kind("changed commitment", "brackenmouth-example/2025-2027/open-contracts/"),
    Kind("rules", "rules/"),
    Kind("rule", "rules/C05/"),
    Kind("standards", "brackenmouth-example/2025-2027/standards/"),
    Kind("patchy standards", "austin/2024-2028/standards/"),
    Kind("standards of all", "standards/"),
    Kind("requirement", "rules/3.1/"),
    Kind("explore", "explore/"),
    Kind("search", "search/"),
    Kind("calendar", "calendar/"),
    Kind("data", "data/"),
    Kind("data without words", "data/", "rivermouth"),
    Kind("dictionary", "data/dictionary/"),
    Kind("dictionary of a table", "data/dictionary/plans/"),
    Kind("changes", "brackenmouth-example/2025-2027/changes/"),
    Kind("changes of all", "changes/"),
    Kind("changes of a year", "changes/2017/"),
    Kind("feeds", "feeds/"),
    Kind("feeds of institutions", "feeds/institutions/"),
    Kind("content", "take-part/"),
    Kind("glossary", "glossary/"),
    Kind("error", "no/such/page/"),
    Kind("full home", "", "rivermouth"),
    Kind("full member", "rivermouth/", "rivermouth"),
    Kind("full plan", "rivermouth/2025-2027/", "rivermouth"),
    Kind("full commitment", "rivermouth/2025-2027/payments/", "rivermouth"),
    Kind("withdrawn commitment", "rivermouth/2025-2027/portal/", "rivermouth"),
    Kind("plan with a history", "rivermouth/2025-2027/", "remembered"),
    Kind("commitment with a history", "rivermouth/2025-2027/payments/", "remembered"),
    Kind("progress with a history", "rivermouth/2025-2027/progress/", "remembered"),
    Kind("commitment with a moved view", "rivermouth/2025-2027/hearings/", "remembered"),
    Kind("changes with a history", "rivermouth/2025-2027/changes/", "remembered"),
)

_IN_BRIEF = {
    *("home", "member", "rule", "glossary", "error", "full plan", "full commitment", "standards"),
    "progress",
}
BRIEF = tuple(kind for kind in KINDS if kind.name in _IN_BRIEF)
"""For slow tests: the pages that between them hold every part of the others."""
