"""What an unchanged plan came to in an earlier build, kept as data beside the project.

In come a key made of everything a plan's pages depend on, and the product of
the plan; out comes the same product when the key is the same again. A file
holds one line of JSON and then the bodies of the pages and further files as
they are, because reading them back must cost next to nothing. Nothing in it is ever executed,
but its bodies are trusted HTML: never take over a cache from an untrusted run.
"""

from __future__ import annotations

import os
import sys
import sysconfig
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import lru_cache, partial
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from pydantic_core import from_json, to_json

from openroadmap.commands.stored import (
    Data,
    Kept,
    KeptText,
    beginning,
    bytes_of,
    chunks_of,
    first_line,
    let_go,
)
from openroadmap.draft import draft_of
from openroadmap.findings import Finding, Level, Place
from openroadmap.render.page import Page

FORM = 6
"""Grows when the form of the files changes."""

T = TypeVar("T")

Reviver = Callable[[Any], Any]
"""Makes a value of the plain data that it was kept as."""


def digest(parts: Iterable[bytes]) -> str:
    """One key for a sequence of byte strings; their borders count."""
    hashed = sha256()  # which processors have instructions for
    for part in parts:
        hashed.update(len(part).to_bytes(8, "big"))
        hashed.update(part)
    return hashed.hexdigest()


def stamp_of(folders: Iterable[Path]) -> bytes:
    """What the engine itself is: names, sizes and times of its files."""
    seen = []
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix in (".py", ".html", ".yml", ".mo"):
                found = path.stat()
                name = path.relative_to(folder).as_posix()
                seen.append(f"{name} {found.st_size} {found.st_mtime_ns}")
    return "\n".join(seen).encode()


def stamp_of_packages() -> bytes:
    """Grows with every package that is put in, so that a mended sanitiser cleans every page.

    A folder's time changes when something in it is added or taken away, which
    costs less to learn than the versions of six packages.
    """
    folders = sorted({sysconfig.get_paths()[name] for name in ("purelib", "platlib")})
    times = (str(Path(folder).stat().st_mtime_ns) for folder in folders)
    return " ".join((sys.version, *times)).encode()


def load(file: Path, key: str) -> dict[str, Any] | None:
    """The head of what is kept under the key, or None when there is nothing of use."""
    try:
        with file.open("rb") as opened:
            line = opened.readline()
            head = from_json(line)
            if not isinstance(head, dict) or head.get("key") != key:
                return None
            length = os.fstat(opened.fileno()).st_size - len(line)
            return head if head.get("size") == length else None
    except (OSError, ValueError):
        return None  # half written by a run that was stopped, or not ours


def holds(file: Path, key: str) -> bool:
    """True when something is kept under the key, by a look at how the file begins."""
    expected = beginning(key)
    try:
        with file.open("rb") as opened:
            return opened.read(len(expected)) == expected
    except OSError:
        return False


def save(file: Path, key: str, head: dict[str, Any], *bodies: Data) -> None:
    """Keep a head and bodies; a reader sees all of it or nothing."""
    file.parent.mkdir(parents=True, exist_ok=True)
    size = sum(map(len, bodies))
    with draft_of(file) as opened:
        opened.write(first_line(key, to_json({"size": size, **head})))
        for body in bodies:
            opened.writelines(chunks_of(body))
        let_go()


def pack_pages(pages: Iterable[Page]) -> tuple[list[list[Any]], list[Data]]:
    """Pages as rows for the head and their bodies as bytes."""
    rows: list[list[Any]] = []
    bodies: list[Data] = []
    start = 0
    for page in pages:
        body = str(page.body).encode()
        bodies.append(body)
        rows.append([
            page.address, page.kind, page.lang, page.title, page.description, page.source,
            start, start + len(body),
        ])  # fmt: skip
        start += len(body)
    return rows, bodies


def unpack_pages(rows: Iterable[list[Any]], file: Path, key: str) -> tuple[Page, ...]:
    """The pages; their bodies stay where they are until they are written to the site."""
    return tuple(
        Page(
            address, kind, lang, title, description,
            KeptText(Kept(file, key, start, end - start)), source,
        )
        for address, kind, lang, title, description, source, start, end in rows
    )  # fmt: skip


def pack_files(
    files: Iterable[tuple[str, Data]], start: int
) -> tuple[list[list[Any]], list[Data]]:
    """Further files as rows for the head and their bytes, which are to stand from ``start``."""
    rows, parts = [], []
    for path, data in files:
        rows.append([path, start, start + len(data)])
        parts.append(data)
        start += len(data)
    return rows, parts


def unpack_files(
    rows: Iterable[list[Any]], file: Path, key: str
) -> tuple[tuple[str, Data], ...]:
    return tuple((path, Kept(file, key, start, end - start)) for path, start, end in rows)


class Pieces:
    """What other parts of the site take of one part; a kept piece is read when asked for."""

    def __init__(
        self, ready: Mapping[str, Any], kept: Iterable[tuple[str, Data]] = ()
    ) -> None:
        self._ready = dict(ready)
        self._kept = dict(kept)
        self._values: dict[str, Any] = {}

    def get(self, name: str) -> Any:
        """The piece of that name, or None where the part gave none."""
        if name in self._kept:
            self._ready[name] = from_json(bytes_of(self._kept.pop(name)))
        return self._ready.get(name)

    def value(self, name: str, form: type[T]) -> T | None:
        """The same as a dataclass; made once, however many parts of the site ask for it."""
        if name not in self._values:
            piece = self.get(name)
            self._values[name] = unpack(form, piece) if isinstance(piece, dict) else piece
        return self._values[name]

    def data(self, name: str) -> bytes | Kept:
        """The piece of that name as it was given, not as JSON; b"" where the part gave none."""
        return self._kept[name] if name in self._kept else self._ready.get(name, b"")

    def pack(self) -> Iterator[tuple[str, bytes]]:
        """Every piece as bytes, to be kept."""
        for name, piece in self._ready.items():
            if isinstance(piece, bytes):
                yield name, piece
                continue
            yield name, to_json(piece)


def pack_findings(findings: Iterable[Finding]) -> list[list[Any]]:
    return [
        [f.rule, f.level.value, f.place.file, f.place.line, f.place.column, f.path, f.variant,
         dict(f.args)]
        for f in findings
    ]  # fmt: skip


def unpack_findings(rows: Iterable[list[Any]]) -> tuple[Finding, ...]:
    return tuple(
        Finding(rule, Level(level), Place(file, line, column), tuple(path), variant, args)
        for rule, level, file, line, column, path, variant, args in rows
    )


def unpack(form: type[T], data: dict[str, Any]) -> T:
    """The dataclass back from its data; tuples and inner dataclasses by their annotations."""
    revivers = _revivers(form)
    return form(**{
        name: reviver(value) if value is not None and (reviver := revivers[name]) else value
        for name, value in data.items()
    })


@lru_cache(maxsize=64)
def _revivers(form: type) -> dict[str, Reviver | None]:
    """What makes each field's value of its data, or None where the data is the value."""
    hints = get_type_hints(form)
    return {field.name: _reviver(hints[field.name]) for field in fields(form)}


def _reviver(hint: Any) -> Reviver | None:
    """Worked out once a form, because a site has thousands of a kind."""
    if isinstance(hint, type) and is_dataclass(hint):
        return partial(unpack, hint)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint
    arguments = [each for each in get_args(hint) if each is not type(None)]
    inner = _reviver(arguments[0]) if arguments else None
    if get_origin(hint) is tuple:
        return (lambda value: tuple(map(inner, value))) if inner else tuple
    return inner
