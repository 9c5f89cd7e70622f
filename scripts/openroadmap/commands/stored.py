"""Bytes of a site that lie in a file of the cache until they are needed.

A site has tens of thousands of files. In comes where one lies, out come its
bytes when somebody asks, so that never all of them are in memory.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from openroadmap.immutable import immutable


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
        begin, expected = _begin(self.file, self.key), beginning(self.key)
        with open(self.file, "rb", buffering=0) as opened:  # noqa: PTH123 - thousands of times
            if opened.read(len(expected)) == expected:
                opened.seek(begin + self.start)
                return opened.read(self.size)
        raise RuntimeError(f"{self.file} was changed by another build at the same time.")


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


@lru_cache(maxsize=8_192)
def _begin(file: Path, key: str) -> int:
    """Where the bodies begin in the file of a part; ``key`` because another makes another file."""
    with file.open("rb") as opened:
        return len(opened.readline())
