"""Which files differ from a revision: a folder and a revision in, paths out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from openroadmap.history.git import Git


def changed_files(root: Path, revision: str, environ: Mapping[str, str]) -> frozenset[str]:
    """Paths below ``root`` that differ from the revision or are new, committed or not.

    Raises ``HistoryError`` when git cannot tell, for instance because there is
    no such revision.
    """
    git = Git(root, environ)
    # The revision comes from the command line: "--end-of-options" keeps it from being one.
    named = f"{revision}^{{commit}}"
    commit = git.ask("rev-parse", "--verify", "--quiet", "--end-of-options", named)
    names = ("diff", "--name-only", "--no-renames", "--no-ext-diff", "--relative", "-z")
    differing = git.ask(*names, commit.decode().strip(), "--", ".")
    new = git.ask("ls-files", "--others", "--exclude-standard", "-z", "--", ".")
    paths = (differing + new).split(b"\0")
    return frozenset(path.decode("utf-8", "surrogateescape") for path in paths if path)
