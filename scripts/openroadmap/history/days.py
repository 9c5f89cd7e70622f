"""When each record of a project changed: git and a place in its repository come in, days go out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from openroadmap.history.compared import Compared, compare
from openroadmap.history.git import Git
from openroadmap.history.invented import called_examples, invented_plans
from openroadmap.history.lives import Life, Lives, follow
from openroadmap.history.log import WRITTEN_ONCE, day_of, read_log
from openroadmap.history.revisions import gists_of, last_gist, revisions
from openroadmap.history.store import Kept, KeptGone, Row, Store
from openroadmap.history.texts import text_rows
from openroadmap.model.facts import Told
from openroadmap.model.kinds import beside, record_at

RECORDS = "commitments"


def days_of(git: Git, prefix: bytes, store: Store, latest: int) -> Kept:
    """The days of every record file that lies in the project now, and of those that are gone.

    Of those that were changed or are gone also what may be told of it. ``latest`` is the
    last day, as an ordinal, that a clock can have shown.
    """
    log = read_log(git, latest)
    alive, lost = follow(log.commits, partial(day_of, git, latest))
    lives, gone = _within(prefix, alive), _within(prefix, lost)
    invented = invented_plans(git, lives, gone)
    examples = [*called_examples(git, lives, gone)]
    gone = {path: life for path, life in gone.items() if record_at(path) or beside(path)}
    found = compare(git, (*lives.items(), *gone.items()), store)
    lives, gone = (
        {path: found.as_read(path, life) for path, life in each.items()} for each in (lives, gone)
    )
    texts = [*text_rows(lives, gone, found)]
    gone = {path: life for path, life in gone.items() if record_at(path)}
    days = {path: _days(path, life, found) for path, life in lives.items()}
    told = [*gone.items(), *((path, lives[path]) for path, each in days.items() if each[1:])]
    gists = gists_of(git, told, store)
    revised: dict[str, list[Row]] = {}
    for path, life in told:
        if rows := [*revisions(path, life, gists), *_fields(path, life, found)]:
            revised.setdefault(path, []).extend(rows)
    for path, since in examples:
        revised.setdefault(path, []).append((since, Told.EXAMPLE, "", "no", "yes"))
    for path, row in texts:
        revised.setdefault(path, []).append(row)
    ended = {
        path: KeptGone(_days(path, life, found), life.ended, last_gist(path, life, gists))
        for path, life in gone.items()
    }
    return Kept(
        days, ended, revised, invented, doubted=_names(prefix, log.doubted),
        ahead=log.ahead, newest=log.newest, missed=found.missed,
    )  # fmt: skip


def _within(prefix: bytes, lives: Lives) -> dict[str, Life]:
    """Those of the project that lies in a folder of the repository, by the path within."""
    return {name: lives[path] for path, name in _paths(prefix, lives)}


def _names(prefix: bytes, paths: Iterable[bytes]) -> list[str]:
    return sorted(name for _, name in _paths(prefix, paths))


def _paths(prefix: bytes, paths: Iterable[bytes]) -> Iterator[tuple[bytes, str]]:
    start = prefix + RECORDS.encode() + b"/"
    for path in paths:
        if path.startswith(start):
            yield path, path[len(prefix) :].decode("utf-8", "backslashreplace")


def _days(path: str, life: Life, found: Compared) -> list[int]:
    """The day on which a record came, and each day since on which it said something new.

    What is never to change, and did so on the very day on which it came, has that day twice.
    """
    days = [life.first, *(day for day, *_ in found.changes(path, life))]
    return days if path.endswith(WRITTEN_ONCE) else list(dict.fromkeys(days))


def _fields(path: str, life: Life, found: Compared) -> Iterator[Row]:
    """Each change with the names of the fields that say something else since."""
    for day, _, _, names in found.changes(path, life):
        if names:
            yield day, Told.FIELDS, "", "", names
