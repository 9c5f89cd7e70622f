"""What git proves of a project: its folder comes in, facts go out, or why there are none.

Nothing is ever worked out from a part of the history: what is cut off, broken
or too slow gives no facts at all. Days are those of the committer, in UTC, of
the commits along the first parents of what is checked out: what was written on
a branch long ago and merged today is public since today.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
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
    wrong: it proves no day, and what it changed counts from today.
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
    last, days = latest.toordinal(), kept.days
    known = {path: _known(every, last) for path, every in days.items()}
    facts = GitFacts(
        History.FULL,
        published={
            # A change on a day that cannot be trusted leaves open since when the rest was there.
            path: known[path][0]
            for path, every in days.items()
            if all(0 < day <= last for day in every)
        },
        updated={path: every for path, every in known.items() if every and not translates(path)},
        gone=_gone(kept, last),
        revised={path: tuple(_revisions(rows, last)) for path, rows in kept.revised.items()},
        invented=frozenset(kept.invented),
    )
    return HistoryReading(facts, tuple(_notes(kept, last)))


def _notes(kept: Kept, last: int) -> Iterator[Finding]:
    late = sum(any(day > last for day in every) for every in kept.days.values())
    for variant, count in (("future", late), ("too-many", kept.missed)):
        if count:
            yield Finding(RULE, Level.NOTE, Place(RECORDS), (), variant, {"count": count})


def _known(every: Sequence[int], last: int) -> tuple[date, ...]:
    """The days of a file. Only when it came must be proven: what was changed has changed."""
    first, *changed = every
    if not 0 < first <= last:
        return tuple(date.fromordinal(day) for day in changed if 0 < day <= last)
    return date.fromordinal(first), *dict.fromkeys(_changed_on(day, last) for day in changed)


def _changed_on(ordinal: int, last: int) -> date:
    """The day of a change; one that cannot be trusted is today, on which it is there.

    ``last`` is a day more than that, for clocks that are a little fast.
    """
    return _day(ordinal, last) or date.fromordinal(last - 1)


def _gone(kept: Kept, last: int) -> dict[str, tuple[Gone, ...]]:
    """The records that are gone, by the folder of their plan; the file tells what it was."""
    found: dict[str, list[Gone]] = {}
    for path, each in kept.gone.items():
        if place := record_at(path):
            folder, kind, id = place
            first, *changed = (_day(day, last) for day in each.days)
            gist = each.gist or NO_GIST
            gone = Gone(
                path, kind, id, first, _day(each.ended, last),
                changed=tuple(dict.fromkeys(filter(None, changed))),
                dated=parse_date(gist.dated) if gist.dated else None,
                minutes_on=parse_date(gist.minutes_on) if gist.minutes_on else None,
                commitments=gist.commitments,
                code=gist.code,
            )  # fmt: skip
            found.setdefault(folder, []).append(gone)
    return {folder: tuple(every) for folder, every in found.items()}


def _revisions(rows: Iterable[Row], last: int) -> Iterator[Revision]:
    for ordinal, told, id, before, after in rows:
        yield Revision(_changed_on(ordinal, last), told, id, before, after)


def _day(ordinal: int, last: int) -> date | None:
    """A day that can be trusted."""
    return date.fromordinal(ordinal) if 0 < ordinal <= last else None
