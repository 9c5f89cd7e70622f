"""What git proves of a project: its folder comes in, facts go out, or why there are none.

Nothing is ever worked out from a part of the history: what is cut off, broken
or too slow gives no facts at all. Days are those of the committer, in UTC, of
the commits along the first parents of what is checked out: what was written on
a branch long ago and merged today is public since today.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path

from openroadmap.findings import Finding, Level, Place
from openroadmap.history.git import Git, HistoryError
from openroadmap.history.lives import Life, follow
from openroadmap.history.log import read_log
from openroadmap.history.same import says_the_same
from openroadmap.history.store import Days, Pairs, Store
from openroadmap.model.facts import NO_FACTS, GitFacts, History

RULE = "D02"
RECORDS = "commitments"
MOST_PAIRS = 40_000
"""Contents compared at most, the latest first; what came before counts as unchanged."""

_LEVELS = {"no-repository": Level.NOTE, "uncommitted": Level.NOTE}
_TRANSLATION = re.compile(r"\.[a-z]{2}(?:-[A-Z]{2})?\.(?:yml|md)\Z")


@dataclass(frozen=True, slots=True)
class HistoryReading:
    """Facts, and what is to be said about the history itself."""

    facts: GitFacts
    findings: tuple[Finding, ...] = ()


def read_history(
    root: Path,
    latest: date,
    environ: Mapping[str, str],
    cache: Path | None = None,
    seconds: float = 60.0,
) -> HistoryReading:
    """Read the history of the project in a folder; never raises for what is or is not there.

    A commit after the day ``latest`` was made by a clock that is wrong, and
    proves nothing.
    """
    if not any((folder / ".git").exists() for folder in (root, *root.parents)):
        return _without(History.NONE, "no-repository")
    git = Git(root, environ, seconds)
    try:
        return _read(git, Store(cache), latest)
    except HistoryError as error:
        partial = error.reason == "broken" and git.lacks_parts()
        return _without(History.NONE, "partial" if partial else error.reason)


def _without(history: History, reason: str) -> HistoryReading:
    facts = NO_FACTS if history is History.NONE else GitFacts(history)
    level = _LEVELS.get(reason, Level.WARNING)
    return HistoryReading(facts, (Finding(RULE, level, Place(RECORDS), (), reason),))


def _read(git: Git, store: Store, latest: date) -> HistoryReading:
    answer = git.ask("rev-parse", "--is-shallow-repository", "HEAD", "--show-prefix")
    words = answer.removesuffix(b"\n").split(b"\n", 2)
    if len(words) != 3:
        raise HistoryError("broken")
    shallow, head, prefix = words
    if shallow != b"false":
        return _without(History.SHALLOW, "shallow")
    key = [head.decode(), prefix.decode("utf-8", "backslashreplace")]
    days = store.days(key)
    if days is None:
        days = _days(git, prefix, store)
        store.keep_days(key, days)
    return _facts(days, latest) if days else _without(History.NONE, "uncommitted")


def _days(git: Git, prefix: bytes, store: Store) -> Days:
    """The days of every record file that lies in the project now."""
    start = prefix + RECORDS.encode() + b"/"
    lives = {
        path[len(prefix) :].decode("utf-8", "backslashreplace"): life
        for path, life in follow(read_log(git)).items()
        if path.startswith(start)
    }
    pairs = _compared(git, lives, store)
    return {path: [life.first, *_changed(life, pairs)] for path, life in lives.items()}


def _compared(git: Git, lives: Mapping[str, Life], store: Store) -> Pairs:
    """Every change of every record, and whether it changed what the record says."""
    wanted = sorted(_steps(lives), reverse=True)[:MOST_PAIRS]
    known = store.pairs()
    pairs = {pair: known[pair] for _, pair, _ in wanted if pair in known}
    new = {pair: name for _, pair, name in wanted if pair not in pairs}
    if new:
        pairs |= _compare(git, new)
        store.keep_pairs(pairs)
    return pairs


def _steps(lives: Mapping[str, Life]) -> Iterator[tuple[int, str, str]]:
    """Each change of content after the first: its day, its pair, the file's name."""
    for path, life in lives.items():
        if _counts(path):
            for (_, before), (day, content) in pairwise(life.steps):
                yield day, f"{before} {content}", path


def _compare(git: Git, new: Mapping[str, str]) -> Pairs:
    """Look at the contents of pairs, which come with the names of their files."""
    contents = git.contents([blob for pair in new for blob in pair.split()])
    return {
        pair: old is None or content is None or says_the_same(old, content, name)
        for (pair, name), old, content in zip(new.items(), contents, contents, strict=True)
    }


def _changed(life: Life, pairs: Pairs) -> Iterator[int]:
    """The days on which a record said something new; a pair not looked at said nothing new."""
    for (_, before), (day, content) in pairwise(life.steps):
        if not pairs.get(f"{before} {content}", True):
            yield day


def _facts(days: Days, latest: date) -> HistoryReading:
    last = latest.toordinal()
    known = {
        path: tuple(dict.fromkeys(date.fromordinal(day) for day in every if 0 < day <= last))
        for path, every in days.items()
    }
    facts = GitFacts(
        History.FULL,
        published={path: known[path][0] for path, every in days.items() if 0 < every[0] <= last},
        updated={path: every for path, every in known.items() if every and _counts(path)},
    )
    late = sum(every[0] > last for every in days.values())
    if not late:
        return HistoryReading(facts)
    args = {"count": late}
    note = Finding(RULE, Level.NOTE, Place(RECORDS), (), "future", args)
    return HistoryReading(facts, (note,))


def _counts(path: str) -> bool:
    """Translations say what their originals said already."""
    return not _TRANSLATION.search(path)
