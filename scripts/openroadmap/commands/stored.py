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
from typing import Final

from openroadmap.immutable import immutable

_DIGITS: Final = 12
"""Letters of the number that says where bodies begin."""


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
    """How a file that holds what belongs to the key begins; then comes where its bodies begin."""
    return f'{{"key":"{key}","begin":'.encode()


def first_line(key: str, head: bytes) -> bytes:
    """The line before the bodies; ``head`` is JSON of what it says besides."""
    start, rest = beginning(key), b"," + head[1:] + b"\n"
    begin = len(start) + _DIGITS + len(rest)
    return start + f"{begin:>{_DIGITS}}".encode() + rest


class _Part:
    """The file of a part, open."""

    opened: FileIO | None = None

    def __init__(self, file: Path, key: str) -> None:
        self.opened = file.open("rb", buffering=0)
        expected = beginning(key)
        start = self.opened.read(len(expected) + _DIGITS)
        if not start.startswith(expected):
            raise RuntimeError(f"{file} was changed by another build at the same time.")
        self.begin = int(start[len(expected) :])

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
