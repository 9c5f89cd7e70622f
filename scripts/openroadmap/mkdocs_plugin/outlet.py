"""The way out: rendered files come in, the site's folder is brought up to date.

Nothing is written before everything is ready, so a failure leaves the last
good site as it was. Then only what changed is written, and what is no longer
part of the site is removed: creating a file costs a hundred times more than
finding that it is the same.

A link in the folder may lead anywhere. It is never followed: what is to stand
in its place takes its place.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Protocol

from openroadmap.commands.crew import share_out
from openroadmap.immutable import immutable

_ITSELF = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_TO_WRITE = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _ITSELF
_TO_READ = os.O_RDONLY | _ITSELF
BATCH = 64
"""Files that one process writes before it looks for more."""


class Joined(Protocol):
    """A file that is put together only when it is written, so that few are in memory at once."""

    def data(self) -> bytes: ...


@immutable
class _Batch:
    paths: Sequence[str]

    @property
    def weight(self) -> int:
        return len(self.paths)


@dataclass(slots=True)
class Outlet:
    """One build's files by their path below ``folder``.

    ``memory`` is the file that remembers what the last build wrote; ``known`` is
    the same from an earlier build of this process. With neither, the folder is
    looked through.
    """

    folder: Path
    memory: Path | None
    known: set[str] | None = None
    files: dict[str, bytes | Joined] = field(default_factory=dict)

    def put(self, path: str, file: bytes | Joined) -> None:
        self.files[path] = file

    def publish(self) -> None:
        """Bring the folder up to date."""
        self.folder.mkdir(parents=True, exist_ok=True)
        before = self._before()
        paths = sorted(self.files)  # what lies in one folder, and comes from one plan, together
        batches = [_Batch(paths[start : start + BATCH]) for start in range(0, len(paths), BATCH)]
        write = partial(self._write, before=before)
        if not share_out(batches, write).whole:
            for batch in batches:
                write(batch)
        self._remove(before.difference(self.files))
        self._remember(before)

    def _write(self, batch: _Batch, before: Collection[str]) -> None:
        """Write those files that are new, or not what they were before."""
        root = f"{self.folder}{os.sep}"
        own = {""}
        for path in batch.paths:
            _see_to_folder(root, path.rpartition("/")[0], own)
            file = self.files[path]
            data = file if isinstance(file, bytes) else file.data()
            if not (path in before and _same(root + path, data)):
                _write(root + path, data)

    def _before(self) -> set[str]:
        """The paths that stand in the folder from an earlier build."""
        if self.known is not None:
            return self.known
        if self.memory is not None and self.memory.is_file():
            return set(self.memory.read_text("utf-8").splitlines())
        return set(_walk(self.folder))

    def _remove(self, stale: Iterable[str]) -> None:
        for path in stale:
            file = self._place(path)
            if file.is_file() or file.is_symlink():
                file.unlink()
                self._prune(file.parent)

    def _place(self, path: str) -> Path:
        """Where a file stands, or the link on the way to it."""
        place = self.folder
        for part in path.split("/"):
            place /= part
            if place.is_symlink():
                break
        return place

    def _prune(self, folder: Path) -> None:
        """Remove folders that became empty, up to the site's own."""
        while folder != self.folder and not any(folder.iterdir()):
            folder.rmdir()
            folder = folder.parent

    def _remember(self, before: set[str]) -> None:
        if self.memory is not None and (before != self.files.keys() or not self.memory.is_file()):
            self.memory.parent.mkdir(parents=True, exist_ok=True)
            self.memory.write_text("".join(f"{path}\n" for path in sorted(self.files)), "utf-8")


def _same(path: str, data: bytes) -> bool:
    # Here and below, a file object would ask the system twice as often.
    try:
        handle = os.open(path, _TO_READ)
    except OSError:
        return False
    try:
        return os.read(handle, len(data) + 1) == data
    except OSError:
        return False
    finally:
        os.close(handle)


def _write(path: str, data: bytes) -> None:
    try:
        handle = os.open(path, _TO_WRITE, 0o666)
    except OSError:
        if not os.path.islink(path):  # noqa: PTH114
            raise
        os.unlink(path)  # noqa: PTH108
        handle = os.open(path, _TO_WRITE, 0o666)
    try:
        left = memoryview(data)
        while left:  # of a disk that is nearly full, the second write tells
            left = left[os.write(handle, left) :]
    finally:
        os.close(handle)


def _see_to_folder(root: str, folder: str, own: set[str]) -> None:
    """See that a folder is there and no link; ``own`` are those that were seen to."""
    if folder in own:
        return
    _see_to_folder(root, folder.rpartition("/")[0], own)
    path = root + folder
    try:
        os.mkdir(path)  # noqa: PTH102 - most often nothing is there, and this is all
    except FileExistsError:
        if os.path.islink(path):  # noqa: PTH114
            os.unlink(path)  # noqa: PTH108
            os.mkdir(path)  # noqa: PTH102
    own.add(folder)


def _walk(folder: Path) -> Iterable[str]:
    """Files below a folder; hidden ones at its root belong to others, as MkDocs has it."""
    for here, folders, names in os.walk(folder):
        below = Path(here).relative_to(folder).as_posix()
        prefix = "" if below == "." else f"{below}/"
        if not prefix:
            folders[:] = [name for name in folders if not name.startswith(".")]
            names = [name for name in names if not name.startswith(".")]
        for name in names:
            yield prefix + name
