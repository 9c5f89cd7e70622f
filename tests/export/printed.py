"""Read a PDF back: its tags, its text in order, everything in its streams."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject


def reader(data: bytes) -> PdfReader:
    return PdfReader(BytesIO(data), strict=True)


@lru_cache(maxsize=4)
def pages_of(data: bytes) -> tuple[str, ...]:
    """The words of each page."""
    return tuple(page.extract_text() for page in reader(data).pages)


def text_of(data: bytes) -> str:
    """All words in the order of the pages, each gap a single space."""
    return re.sub(r"\s+", " ", " ".join(pages_of(data)))


def everything_in(data: bytes) -> bytes:
    """Every string, name and stream of the file, unpacked."""
    pdf = reader(data)
    found: list[bytes] = [data]
    for number in range(1, pdf.trailer["/Size"]):
        thing = pdf.get_object(IndirectObject(number, 0, pdf))
        found.append(repr(thing).encode())
        if isinstance(thing, StreamObject):
            found.append(thing.get_data())
    return b"\n".join(found)


def elements(data: bytes) -> Iterator[DictionaryObject]:
    """The elements of the tag tree, depth first, as a screen reader meets them."""
    root = reader(data).trailer["/Root"]["/StructTreeRoot"]
    yield from _below(root)


def _below(element: Any) -> Iterator[DictionaryObject]:
    kids = element.get("/K", ())
    kids = kids.get_object() if isinstance(kids, IndirectObject) else kids
    for kid in kids if isinstance(kids, ArrayObject) else [kids]:
        thing = kid.get_object() if isinstance(kid, IndirectObject) else kid
        if isinstance(thing, DictionaryObject) and thing.get("/Type") == "/StructElem":
            yield thing
            yield from _below(thing)


def outline(data: bytes) -> list[str]:
    """The bookmarks' titles, depth first."""

    def titles(entries: list[Any]) -> Iterator[str]:
        for entry in entries:
            if isinstance(entry, list):
                yield from titles(entry)
            else:
                yield entry.title

    return list(titles(reader(data).outline))


def links(data: bytes) -> list[str]:
    """Where links that leave the document lead."""
    found = []
    for page in reader(data).pages:
        for each in page.get("/Annots", ()):
            action = each.get_object().get("/A", {})
            if "/URI" in action:
                found.append(str(action["/URI"]))
    return found
