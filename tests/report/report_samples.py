"""Findings to report: two plain ones and hostile ones, with words of their own.

The words stand here, and not in the rules, so that a sample stays what it is
when a rule finds a better sentence.
"""

from __future__ import annotations

from datetime import date

from openroadmap.findings import DataPath, Finding, Level, Place
from openroadmap.i18n import translator
from openroadmap.report.report import Line, Report, Screen
from openroadmap.rules import Told

FILE = "commitments/riverside/2026/commitments/open-contracts.yml"
SITE = "https://example.org/plans/"


def line(
    rule: str = "C05",
    level: Level = Level.ERROR,
    file: str = FILE,
    at: tuple[int, int] = (8, 10),
    path: DataPath = ("ends_on",),
    args: dict[str, str | int] | None = None,
    what: str = "The commitment ends on 2025-12-31, before it starts on 2026-01-01.",
    why: str = "Everybody plans by these dates.",
    fix: str = "Correct the one that is wrong.",
    example: str = "starts_on: 2026-01-01\nends_on: 2026-12-31",
    clause: tuple[str, str, str] = ("OGP's commitment template", "https://ogp.example/", "S"),
) -> Line:
    """One finding with all it needs, of which a test changes what it is about."""
    finding = Finding(rule, level, Place(file, *at), path, "", args or {})
    return Line(finding, Told(rule, level, what, why, *clause, fix, example))


def report(*lines: Line, site_url: str = SITE, screen: Screen | None = None) -> Report:
    return Report(
        lines=lines,
        words=translator("en"),
        today=date(2026, 11, 23),
        files=6,
        plans=1,
        site_url=site_url,
        screen=screen or Screen(),
    )


def plain() -> Report:
    """An error, a warning of the same file, and a note on a folder."""
    principle = ("Principle 6: the checks teach", "/method/", "ours")
    return report(
        line(),
        line(
            "C02",
            Level.WARNING,
            at=(1, 1),
            path=(),
            what="Not recorded for this commitment: problem, lead.",
            fix="If you know a public source that says it, add it and name the source.",
            example="",
        ),
        line(
            "F01",
            Level.NOTE,
            file="commitments/riverside/Odd Name, été",
            at=(0, 0),
            path=(),
            what="“Odd Name, été” is not a name for a folder of records.",
            why="The name becomes the address of a page.",
            fix="Rename it: odd-name-ete",
            example="",
            clause=principle,
        ),
    )
