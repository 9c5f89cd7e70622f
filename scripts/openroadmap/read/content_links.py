"""Links between the files of `content/`: its pages come in, a finding for each dead one goes out.

Only links that name a file are judged here, because that needs nothing but the
names. Links to pages made from records are judged when those are made.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator
from difflib import get_close_matches

from openroadmap.findings import Finding, Level, Place

FILE_TYPES = (".md", ".png", ".jpg", ".webp")

_FENCE = re.compile(r" {0,3}(?:```|~~~)")
_CODE = re.compile(r"(`+).+?\1")
_TARGET = re.compile(r"\]\(\s*<?([^)\s>]+)|^ {0,3}\[[^\]]+\]:\s*<?([^\s>]+)")
_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//|#")


def find_dead_links(
    path: str, text: str, first_line: int, paths: Collection[str]
) -> Iterator[Finding]:
    """Findings on one page; ``paths`` are all files of `content/` that are published."""
    for number, line in _prose(text, first_line):
        for match in _TARGET.finditer(line):
            target = match[1] or match[2]
            if names_file(target) and resolve(path, target) not in paths:
                place = Place(f"content/{path}", number, match.start(match.lastindex or 0) + 1)
                args = {"target": target, "suggestion": nearest(path, target, paths)}
                yield Finding("F10", Level.ERROR, place, (), "file", args)


def nearest(page: str, target: str, known: Collection[str]) -> str:
    """The link from a page to what there is and is most like the target; "" where nothing is."""
    near = get_close_matches(resolve(page, target), sorted(known), n=1, cutoff=0.0)
    return posixpath.relpath(near[0], posixpath.dirname(page) or ".") if near else ""


def names_file(target: str) -> bool:
    """Whether a link names a file of `content/`, by the ending of its path."""
    return not _ELSEWHERE.match(target) and _path(target).endswith(FILE_TYPES)


def resolve(page: str, target: str) -> str:
    """The path, from `content/`, that a link in a page means; a leading slash is its root."""
    folder = "" if target.startswith("/") else posixpath.dirname(page)
    joined = posixpath.join("/", folder, _path(target).lstrip("/"))
    return posixpath.normpath(joined).lstrip("/")


def _path(target: str) -> str:
    return re.split(r"[?#]", target, maxsplit=1)[0]


def _prose(text: str, first_line: int) -> Iterator[tuple[int, str]]:
    """The lines outside code, with what is code within them blanked out."""
    fenced = False
    for number, line in enumerate(text.split("\n"), first_line):
        if _FENCE.match(line):
            fenced = not fenced
        elif not fenced:
            yield number, _CODE.sub(lambda code: " " * len(code[0]), line)
