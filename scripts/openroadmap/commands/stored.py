"""Bytes of a site that lie in a file of the cache until they are needed.

A site has tens of thousands of files. In comes where one lies, out come its
bytes when somebody asks, so that never all of them are in memory.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from io import FileIO
from pathlib import Path
from typing import ClassVar, Final

from openroadmap.immutable import immutable

_BLOCK: Final = 65_536


@immutable
class Kept:
    """Bytes that lie in the file of a part and are read when they are asked for.

    A site has tens of thousands of further files, and needs one at a time.
    """

    file: Path
    key: str
    start: int
    size: int

    def __len__(self) -> int:
        return self.size

    def data(self) -> bytes:
        return _part(self.file, self.key, os.getpid()).read(self.start, self.size)


@immutable
class Joint:
    """Bytes that are put together from others when they are asked for."""

    parts: tuple[bytes | Kept, ...]

    def __len__(self) -> int:
        return sum(map(len, self.parts))

    def data(self) -> bytes:
        return b"".join(chunks_of(self))


@dataclass(frozen=True, slots=True, eq=False)
class KeptText:
    """A text that lies in the file of a part: ``str()`` and ``bytes()`` read it."""

    kept: Kept

    def __bytes__(self) -> bytes:
        return self.kept.data()

    def __str__(self) -> str:
        return self.kept.data().decode()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, str | KeptText) and str(self) == str(other)


Data = bytes | Kept | Joint


def bytes_of(data: Data) -> bytes:
    return data if isinstance(data, bytes) else data.data()


def chunks_of(data: Data) -> Iterator[bytes]:
    """The same bytes piece by piece, so that never all of them are in memory."""
    parts = data.parts if isinstance(data, Joint) else (data,)
    yield from map(bytes_of, parts)


def beginning(key: str) -> bytes:
    """How a file that holds what belongs to the key begins."""
    return f'{{"key":"{key}"'.encode()


class _Part:
    """The file of a part, open; its bodies begin behind its first line."""

    opened: FileIO | None = None
    begins: ClassVar[dict[tuple[Path, str], int]] = {}
    """What is known of where bodies begin: 22 tables are joined from each part."""

    def __init__(self, file: Path, key: str) -> None:
        self.opened = file.open("rb", buffering=0)
        expected = beginning(key)
        if self.opened.read(len(expected)) != expected:
            raise RuntimeError(f"{file} was changed by another build at the same time.")
        if (file, key) not in self.begins:
            self.begins[file, key] = len(expected) + self._to_the_end_of_the_line()
        self.begin = self.begins[file, key]

    def _to_the_end_of_the_line(self) -> int:
        read = 0
        while block := self.opened.read(_BLOCK):
            if b"\n" in block:
                return read + block.index(b"\n") + 1
            read += len(block)
        return read

    def read(self, start: int, size: int) -> bytes:
        self.opened.seek(self.begin + start)
        data = self.opened.read(size)
        if len(data) != size:
            raise RuntimeError(f"{self.opened.name} is shorter than it was.")
        return data

    def __del__(self) -> None:
        if self.opened:
            self.opened.close()


@lru_cache(maxsize=1)
def _part(file: Path, key: str, process: int) -> _Part:
    """The part that was read last: most often the next bytes are from it too.

    Processes that share a file would move each other's place in it.
    """
    return _Part(file, key)


let_go = _part.cache_clear
"""Close the part that was read last, which some systems would not let us replace otherwise."""
