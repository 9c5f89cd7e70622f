"""What git proves of a project: its folder comes in, facts go out, or why there are none.

Nothing is ever worked out from a part of the history: what is cut off, broken
or too slow gives no facts at all. Days are those of the committer, in UTC, of
the commits along the first parents of what is checked out: what was written on
a branch long ago and merged today is public since today.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path

from openroadmap.findings import Finding, Level, Place
from openroadmap.history.gist import NO_GIST
from openroadmap.history.git import Git, HistoryError
from openroadmap.history.log import translates
from openroadmap.history.store import Kept, Row, Store
from openroadmap.immutable import immutable
from openroadmap.model.dates import parse_date
from openroadmap.model.facts import NO_FACTS, GitFacts, Gone, History, Revision
from openroadmap.model.kinds import record_at

RULE = "D02"
RECORDS = "commitments"
MOST_NAMED = 5
"""Files that a note names."""

_LEVELS = {"no-repository": Level.NOTE, "uncommitted": Level.NOTE}


@immutable
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

    A commit after the day ``latest``, which is tomorrow, was made by a clock that is
    wrong: what it changed counts from the day of the next commit, or from today.
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
    kept, last = store.days(key), latest.toordinal()
    if kept is None or not kept.still_holds(last):
        from openroadmap.history.days import days_of  # late: most runs find what is kept

        kept = days_of(git, prefix, store, last)
        store.keep_days(key, kept)
    was_there = kept.days or kept.gone
    return _facts(kept, latest) if was_there else _without(History.NONE, "uncommitted")


def _facts(kept: Kept, latest: date) -> HistoryReading:
    today = latest - timedelta(days=1)
    facts = GitFacts(
        History.FULL,
        published={
            path: date.fromordinal(every[0]) for path, every in kept.days.items() if every[0]
        },
        updated={
            path: _known(every, today)
            for path, every in kept.days.items()
            if (every[0] or every[1:]) and not translates(path)
        },
        gone=_gone(kept, today),
        revised={path: tuple(_revisions(rows, today)) for path, rows in kept.revised.items()},
        invented=frozenset(kept.invented),
    )
    return HistoryReading(facts, tuple(_notes(kept)))


def _notes(kept: Kept) -> Iterator[Finding]:
    if kept.doubted:
        more = len(kept.doubted) - MOST_NAMED
        args: dict[str, str | int] = {"changes": ", ".join(kept.doubted[:MOST_NAMED])}
        yield _note("future", {**args, "more": max(more, 0)})
    if kept.missed:
        yield _note("too-many", {"count": kept.missed})


def _note(variant: str, args: dict[str, str | int]) -> Finding:
    return Finding(RULE, Level.NOTE, Place(RECORDS), (), variant, args)


def _known(every: Sequence[int], today: date) -> tuple[date, ...]:
    """The days of a file; the first may be there twice. What was changed has changed by today."""
    first, *changed = (_day(day) or today for day in every)
    return first, *dict.fromkeys(changed)


def _gone(kept: Kept, today: date) -> dict[str, tuple[Gone, ...]]:
    """The records that are gone, by the folder of their plan; the file tells what it was."""
    found: dict[str, list[Gone]] = {}
    for path, each in kept.gone.items():
        if place := record_at(path):
            folder, kind, id = place
            first, *changed = each.days
            gist = each.gist or NO_GIST
            gone = Gone(
                path, kind, id, _day(first), _day(each.ended),
                changed=tuple(dict.fromkeys(_day(day) or today for day in changed)),
                dated=parse_date(gist.dated) if gist.dated else None,
                minutes_on=parse_date(gist.minutes_on) if gist.minutes_on else None,
                commitments=gist.commitments,
                code=gist.code,
            )  # fmt: skip
            found.setdefault(folder, []).append(gone)
    return {folder: tuple(every) for folder, every in found.items()}


def _revisions(rows: Iterable[Row], today: date) -> Iterator[Revision]:
    for ordinal, told, id, before, after in rows:
        yield Revision(_day(ordinal) or today, told, id, before, after)


def _day(ordinal: int) -> date | None:
    """A day, or None where none can be right."""
    return date.fromordinal(ordinal) if ordinal else None
