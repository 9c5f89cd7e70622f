"""A part of the site, and the same as it is kept between builds.

In comes what was made, out go the head of a file and what follows it; and back.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from openroadmap.commands import memo, stored
from openroadmap.findings import Finding
from openroadmap.immutable import immutable
from openroadmap.render.page import Page


@immutable
class Product:
    """One part of the site; see ``Made``."""

    key: str
    findings: tuple[Finding, ...]
    pages: tuple[Page, ...]
    pieces: memo.Pieces
    files: tuple[tuple[str, stored.Data], ...]


def pack(product: Product) -> tuple[dict[str, Any], list[stored.Data]]:
    """A part as the head of a file and what follows it."""
    pages, bodies = memo.pack_pages(product.pages)
    files, data = memo.pack_files(product.files, _length(bodies))
    pieces, more = memo.pack_files(product.pieces.pack(), _length([*bodies, *data]))
    head = {
        "findings": memo.pack_findings(product.findings),
        "pages": pages,
        "files": files,
        "pieces": pieces,
    }
    return head, [*bodies, *data, *more]


def unpack(key: str, file: Path, head: dict[str, Any]) -> Product:
    """A part as it was kept. Its bodies, files and pieces stay where they are until needed."""
    return Product(
        key,
        memo.unpack_findings(head["findings"]),
        memo.unpack_pages(head["pages"], file, key),
        memo.Pieces({}, memo.unpack_files(head["pieces"], file, key)),
        memo.unpack_files(head["files"], file, key),
    )


def _length(parts: Iterable[stored.Data]) -> int:
    return sum(map(len, parts))
