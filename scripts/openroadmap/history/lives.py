"""Commits come in, the life of each record goes out: when it first came, and what it said when.

Those that are gone go out too, by the path where they would lie now.

A record keeps its life when its file or folder moves. It is the same record
when not a word of it changed on the way, or when the plan's whole folder moved
and some of its files did so unchanged. A new record that resembles one which
went counts from its own day: it would otherwise be older than it is.

Whoever joins two lines of commits may call either the first. What was adopted or agreed on
the other line was said too: a merge that has it otherwise has changed it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import inf

from openroadmap.history.log import Aside, Commit, Spot, spot


@dataclass(slots=True)
class Life:
    """One record: ``steps`` are the contents it had, each with the day it came (0: unknown,
    after all others).

    ``ended`` is the day on which it went, where it is gone.
    """

    steps: list[tuple[int, str]] = field(default_factory=list)
    ended: int = 0

    @property
    def first(self) -> int:
        return self.steps[0][0]

    def became(self, day: int, content: str) -> None:
        if not self.steps or self.steps[-1][1] != content:
            self.steps.append((day, content))

    def said_before(self, day: int, content: str, merged: int) -> None:
        """It had another content first, since a day; what it says now counts from the merge."""
        later = [(merged and max(each, merged), said) for each, said in self.steps]
        self.steps[:] = [(day, content), *later]

    def without(self, unread: Collection[str], sort: str) -> Life:
        """The same without contents that nobody could read, where one that can be read follows.

        ``unread`` has their ids, each behind how a file of this ``sort`` is read.
        """
        odd = {content for _, content in self.steps if f"{sort} {content}" in unread}
        if not odd:
            return self
        last = max((n for n, (_, each) in enumerate(self.steps) if each not in odd), default=-1)
        life = Life(ended=self.ended)
        for number, (day, content) in enumerate(self.steps):
            if content not in odd or number > last:
                life.became(day, content)
        return life

    def until(self, day: int) -> Life:
        """The same as it was when it went."""
        return Life([*self.steps], day)


Lives = dict[bytes, Life]
Files = Mapping[bytes, str]
"""Paths with the ids of their contents."""
_RECORD = b".yml"
"""How the name of a record ends; that of a text beside it goes on otherwise after the dot."""


def follow(
    commits: Iterable[Commit], day_of: Callable[[str, bytes], int]
) -> tuple[Lives, Lives]:
    """The records there are after all commits, which come oldest first, and those that are gone.

    ``day_of`` tells since when a file was as it is in a commit.
    """
    alive: Lives = {}
    gone: Lives = {}
    moves: Lives = {}
    for commit in commits:
        lost: dict[bytes, str] = {}
        came: dict[bytes, str] = {}
        for change in commit.changes:
            if not change.new:
                lost[change.path] = change.old
            elif not change.old:
                came[change.path] = change.new
            else:
                alive.setdefault(change.path, Life()).became(commit.day, change.new)
        moved = _moved(lost, came, alive) if lost and came else {}
        taken = {new: alive.pop(old) for new, old in moved.items() if old in alive}
        gone |= {path: alive.pop(path).until(commit.day) for path in lost if path in alive}
        gone |= _left_behind(moved, taken, alive, commit.day)
        _follow_plans(moved, gone)
        _follow_records(moved, gone)
        for path, content in came.items():
            # A file that went and came back, as when a mistake is undone, is the same record.
            life = taken.get(path) or gone.pop(path, None) or Life()
            life.became(commit.day, content)
            alive[path] = life
        moves |= {moved[path]: life for path, life in taken.items()}
        for each in commit.aside:
            path = each.change.path
            known = [there[path] for there in (alive, gone, moves) if path in there]
            _hear(each, commit.day, known, gone, day_of)
    return alive, gone


def _hear(
    aside: Aside,
    merged: int,
    known: Sequence[Life],
    gone: Lives,
    day_of: Callable[[str, bytes], int],
) -> None:
    """What was said on another line and is not known from this one was said before the merge."""
    path, content = aside.change.path, aside.change.old
    if any(content == said for life in known for _, said in life.steps):
        return
    day = min(filter(None, (day_of(aside.parent, path), merged)), default=0)
    if known:
        known[0].said_before(day, content, merged)
    else:
        gone[path] = Life([(day, content)], merged)


def _left_behind(
    moved: Mapping[bytes, bytes], taken: Lives, alive: Lives, day: int
) -> Lives:
    """What moved out of a plan that stays, or away from a record that stays, is gone from it."""
    return {
        old: taken[new].until(day)
        for new, old in moved.items()
        if new in taken
        and (_left_plan(old, new, alive) or (_is_text(old) and _record(old) in alive))
    }


def _left_plan(old: bytes, new: bytes, alive: Lives) -> bool:
    folder = _spot(old).folder
    return folder != _spot(new).folder and folder + b"/plan.yml" in alive


def _follow_plans(moved: Mapping[bytes, bytes], gone: Lives) -> None:
    """What is gone from a plan is gone from it also where its folder moved."""
    for new, old in moved.items():
        there, before = _spot(new), _spot(old)
        if there.name != b"plan.yml" or there.folder == before.folder:
            continue
        start = before.folder + b"/"
        for path in [path for path in gone if path.startswith(start)]:
            gone[there.folder + path[len(before.folder) :]] = gone.pop(path)


def _follow_records(moved: Mapping[bytes, bytes], gone: Lives) -> None:
    """A story or translation that is gone from a record is so also where that was renamed."""
    renamed = {old: new for new, old in moved.items() if not _is_text(old)}
    for path in [path for path in gone if _is_text(path) and _record(path) in renamed]:
        record = _record(path)
        ending = path[len(record) - len(_RECORD) :]
        gone[renamed[record][: -len(_RECORD)] + ending] = gone.pop(path)


def _record(path: bytes) -> bytes:
    """The record that a story or translation lies beside; of a record, itself."""
    folder, slash, name = path.rpartition(b"/")
    return folder + slash + name.partition(b".")[0] + _RECORD


def _is_text(path: bytes) -> bool:
    return _record(path) != path


def _moved(lost: Files, came: Files, alive: Lives) -> dict[bytes, bytes]:
    """New paths with the old ones they were moved from."""
    moved = _unchanged(lost, came, alive)
    for old, new in _moved_folders(moved, lost, alive):
        for path in came.keys() - moved.keys():
            place = _spot(path)
            before = b"/".join(filter(None, (old, place.kind, place.name)))
            if place.folder == new and before in lost:
                moved[path] = before
    return moved


def _unchanged(lost: Files, came: Files, alive: Lives) -> dict[bytes, bytes]:
    """Files of which only the path changed; their kind stays the same.

    Where several had the same content, the same name is preferred, then the
    one that came last.
    """
    by_content: dict[tuple[str, bytes], list[bytes]] = {}
    for path, content in lost.items():
        by_content.setdefault((content, _spot(path).kind), []).append(path)
    moved: dict[bytes, bytes] = {}
    for same_name in (True, False):
        for path in sorted(came.keys() - moved.keys()):
            place = _spot(path)
            found = [
                old
                for old in by_content.get((came[path], place.kind), ())
                if old in alive and (not same_name or _spot(old).name == place.name)
            ]
            if found:
                moved[path] = max(found, key=lambda old: (alive[old].first or inf, old))
                by_content[came[path], place.kind].remove(moved[path])
    return moved


def _moved_folders(
    moved: Mapping[bytes, bytes], lost: Files, alive: Lives
) -> set[tuple[bytes, bytes]]:
    """Plans' folders, old and new, of which nothing stayed behind."""
    pairs = {(_spot(old).folder, _spot(new).folder) for new, old in moved.items()}
    return {
        (old, new)
        for old, new in pairs
        if old != new
        and not any(path.startswith(old + b"/") for path in alive.keys() - lost.keys())
    }


def _spot(path: bytes) -> Spot:
    found = spot(path)
    if found is None:
        raise ValueError(path)  # the log leaves such paths out
    return found
