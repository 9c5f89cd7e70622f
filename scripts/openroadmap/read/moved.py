"""Places of a record from which items of lists were left out: the way to a value in the
record comes in, its line and column in the file go out.

The items after one that was left out have moved up in the record, but not in
the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from openroadmap.findings import DataPath
from openroadmap.read.marks import Marks


class MovedMarks:
    """Marks that know which items are gone; asked like ``Marks``."""

    __slots__ = ("_gone", "marks")

    def __init__(self, marks: Marks, gone: Iterable[DataPath]) -> None:
        self.marks = marks
        self._gone: Mapping[DataPath, list[int]] = _by_list(gone)

    def value(self, path: DataPath) -> tuple[int, int]:
        return self.marks.value(self.in_file(path))

    def key(self, path: DataPath) -> tuple[int, int]:
        return self.marks.key(self.in_file(path))

    def both(self, path: DataPath) -> tuple[tuple[int, int], tuple[int, int]]:
        return self.marks.both(self.in_file(path))

    def in_file(self, path: DataPath) -> DataPath:
        """The way to the same value in the file."""
        there: DataPath = ()
        for step in path:
            if isinstance(step, int):
                for lost in self._gone.get(there, ()):
                    step += lost <= step
            there = (*there, step)
        return there


def _by_list(gone: Iterable[DataPath]) -> dict[DataPath, list[int]]:
    """The places that are gone of each list, from the first to the last."""
    lost: dict[DataPath, list[int]] = {}
    for path in sorted(gone, key=lambda path: (path[:-1], path[-1])):
        lost.setdefault(path[:-1], []).append(int(path[-1]))
    return lost
