"""Real repositories for the tests: commits with their days come in, a folder with history goes out.

No setting of whoever runs the tests plays a part, and no clock.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from openroadmap.history.facts import HistoryReading, read_history
from openroadmap.model.facts import GitFacts

LATEST = date(2026, 11, 23)
PLAN = "commitments/riverside/2026-2027"
CONTRACTS = f"{PLAN}/commitments/open-contracts.yml"
BUDGETS = f"{PLAN}/commitments/open-budgets.yml"
TIMELINE = f"{PLAN}/cocreation/timeline.yml"

ENVIRON = {
    "PATH": os.environ.get("PATH", os.defpath),
    "HOME": "/nonexistent",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}
NAMES = {
    f"GIT_{who}_{what}": f"{who.lower()}@example.org"
    for who in ("AUTHOR", "COMMITTER")
    for what in ("NAME", "EMAIL")
}


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository in ``folder``."""

    folder: Path

    def git(self, *words: str, at: str = "2026-01-01T12:00:00Z", written: str = "") -> str:
        """Run git; ``at`` is the committer's time, ``written`` the author's."""
        times = {"GIT_COMMITTER_DATE": at, "GIT_AUTHOR_DATE": written or at}
        done = subprocess.run(
            ["git", "-c", "protocol.file.allow=always", *words],
            cwd=self.folder,
            env={**ENVIRON, **NAMES, **times},
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def put(self, files: Mapping[str, str | None]) -> None:
        """Lay files down; None takes one away."""
        for name, text in files.items():
            path = self.folder / name
            if text is None:
                path.unlink()
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, "utf-8")

    def commit(self, at: str, files: Mapping[str, str | None], written: str = "") -> str:
        """Lay files down and commit everything on a day (at noon) or at a moment; the commit."""
        self.put(files)
        moment = f"{at}T12:00:00Z" if len(at) == len("2026-01-01") else at
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message=x", at=moment, written=written)
        return self.git("rev-parse", "HEAD")

    def move(self, at: str, old: str, new: str, files: Mapping[str, str | None] = {}) -> None:
        """Move a file or folder and commit that, with other files where there are some."""
        (self.folder / new).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / old).rename(self.folder / new)
        self.commit(at, files)


def begin(folder: Path, *options: str) -> Repository:
    """A repository without commits."""
    folder.mkdir(parents=True, exist_ok=True)
    repository = Repository(folder)
    repository.git("init", "--quiet", "--initial-branch=main", *options)
    return repository


def read(root: Path, cache: Path | None = None, **environ: str) -> HistoryReading:
    return read_history(root, LATEST, {**ENVIRON, **environ}, cache)


def published(root: Path) -> dict[str, str]:
    """First days by path, of a history that must be there."""
    reading = read(root)
    assert reading.findings == ()
    return {path: day.isoformat() for path, day in reading.facts.published.items()}


def updated(root: Path, file: str) -> list[str]:
    return [day.isoformat() for day in read(root).facts.updated[file]]


def gone_files(facts: GitFacts) -> dict[str, date | None]:
    """The first days of the files that are gone."""
    return {each.file: each.first for every in facts.gone.values() for each in every}


def reasons(reading: HistoryReading) -> list[str]:
    return [finding.variant for finding in reading.findings]
