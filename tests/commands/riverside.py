"""Two members with three small plans, laid down as files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from openroadmap.commands import build

RECORDS = "commitments"
ONE, TWO, THREE = "riverside/2024", "riverside/2026", "hilltown/2025"
FILES = {
    "mkdocs.yml": "site_name: Promises\nsite_url: https://example.org/plans/\n",
    "content/index.md": "# Promises\n",
    f"{RECORDS}/riverside/member.yml": "name: Riverside\nlevel: local\n",
    f"{RECORDS}/hilltown/member.yml": "name: Hilltown\n",
    f"{RECORDS}/{ONE}/plan.yml": "title: First plan\nkept_by: others\n",
    f"{RECORDS}/{ONE}/commitments/contracts.yml": "title: Publish every contract\n",
    f"{RECORDS}/{TWO}/plan.yml": "title: Second plan\nkept_by: others\n",
    f"{RECORDS}/{TWO}/commitments/trees.yml": "title: Plant trees\n",
    f"{RECORDS}/{TWO}/commitments/trees.md": "Where they are wanted.\n",
    f"{RECORDS}/{THREE}/plan.yml": "title: Only plan\nkept_by: others\n",
    f"{RECORDS}/{THREE}/commitments/budget.yml": "title: Explain the budget\n",
}


def lay(root: Path) -> Path:
    for path, text in FILES.items():
        put(root, path, text)
    return root


def put(root: Path, path: str, text: str) -> None:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def assemble(*order: Any) -> build.Publication:
    """A build with all of its files in memory, so that two can be compared."""
    return build.assemble(*order).read()
