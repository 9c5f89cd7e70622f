"""The folder `content/`: what may be published from it, and what may not.

In comes the folder as it lies on the disk; out come its pages as text, its
pictures as bytes, and a finding for everything else. Nothing of `content/`
reaches the publisher except through here.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

from openroadmap.findings import Finding, Level, Place
from openroadmap.immutable import immutable
from openroadmap.model.names import MAX_NAME, is_device, nearest_id, shorter
from openroadmap.read.content_links import find_dead_links
from openroadmap.read.front_matter import read_front_matter
from openroadmap.read.pictures import MAX_SIDE, Size, size_of
from openroadmap.read.text import MAX_BYTES

FOLDER = "content"
MAX_PICTURE = 2 * 1024 * 1024
MAX_DEPTH = 6
MAX_FILES = 2_000
OURS = frozenset({"assets", "404", "404.md", "sitemap"})
"""First names of an address that belong to the theme and the publisher."""

_ONLY_FILES = os.O_RDONLY
for _flag in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"):
    _ONLY_FILES |= getattr(os, _flag, 0)  # Windows has the last alone
_FOLDER_NAME = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
_PICTURES = (".png", ".jpg", ".webp")


@immutable
class ContentPage:
    """One Markdown page. ``path`` is relative to `content/`; ``text`` is without front matter."""

    path: str
    title: str
    description: str
    text: str
    line: int

    @property
    def address(self) -> str:
        """Where the page is published: "about.md" at "about/", "index.md" at ""."""
        stem = self.path.removesuffix(".md")
        if stem == "index" or stem.endswith("/index"):
            return stem.removesuffix("index")
        return stem + "/"

    @property
    def source(self) -> str:
        return f"{FOLDER}/{self.path}"


@immutable
class Picture:
    """One picture whose head is that of its kind, and of no more pixels than browsers bear."""

    path: str
    data: bytes


@immutable
class Content:
    pages: tuple[ContentPage, ...]
    pictures: tuple[Picture, ...]
    findings: tuple[Finding, ...]


def read_content(root: Path) -> Content:
    """Read every file of `content/` under ``root``; a missing folder is an empty one."""
    pages: list[ContentPage] = []
    pictures: list[Picture] = []
    findings: list[Finding] = []
    for entry in _walk(root / FOLDER, findings):
        found = _read_entry(entry)
        if isinstance(found, Picture):
            pictures.append(found)
        elif isinstance(found, Finding):
            findings.append(found)
        else:
            page, problems = found
            findings.extend(problems)
            if page is not None:
                pages.append(page)
    paths = frozenset(one.path for one in (*pages, *pictures))
    for page in pages:
        findings.extend(find_dead_links(page.path, page.text, page.line, paths))
    return Content(tuple(pages), tuple(pictures), tuple(findings))


_Read: TypeAlias = tuple[ContentPage | None, tuple[Finding, ...]]


@immutable
class _Entry:
    path: str
    file: Path
    size: int


def _walk(folder: Path, findings: list[Finding]) -> Iterator[_Entry]:
    """Every regular file below ``folder`` with a name that may be published, in stable order."""
    if folder.is_symlink():
        findings.append(_refuse("F03", FOLDER, "link"))
        return
    waiting = [(folder, "")]
    count = 0
    while waiting:
        here, prefix = waiting.pop()
        for name in _names(here, prefix, findings):
            path = prefix + name
            found = _look(here / name, path)
            if found is None:
                continue
            if isinstance(found, Finding):
                findings.append(found)
            elif found.size < 0:
                waiting.append((found.file, path + "/"))
            elif (count := count + 1) > MAX_FILES:
                findings.append(_refuse("F05", path, "too-many", limit=MAX_FILES))
                return
            else:
                yield found


def _names(folder: Path, prefix: str, findings: list[Finding]) -> list[str]:
    """The names in a folder; one that is closed to us is told, for it may hold what was public."""
    try:
        return sorted(file.name for file in folder.iterdir())
    except OSError as error:
        if prefix or not isinstance(error, FileNotFoundError):
            findings.append(_refuse("F03", prefix.rstrip("/") or FOLDER, "unreadable"))
        return []


def _look(file: Path, path: str) -> _Entry | Finding | None:
    """What stands at ``path``; a folder has size -1. Links are never followed."""
    try:
        status = file.lstat()
    except OSError:
        return _refuse("F03", path, "unreadable")
    if stat.S_ISLNK(status.st_mode):
        return _refuse("F03", path, "link")
    is_folder = stat.S_ISDIR(status.st_mode)
    if not is_folder and not stat.S_ISREG(status.st_mode):
        return _refuse("F03", path, "special")
    if file.name.startswith("."):
        return None  # the desktop's and git's own files: not ours to judge, never published
    if status.st_nlink > 1 and not is_folder:
        return _refuse("F03", path, "hard-link")
    return _judge_name(path, is_folder) or _Entry(path, file, -1 if is_folder else status.st_size)


def _judge_name(path: str, is_folder: bool) -> Finding | None:
    name = path.rpartition("/")[2]
    stem, dot, _ = name.partition(".")
    if path.count("/") >= MAX_DEPTH:
        return _refuse("F05", path, "deep", limit=MAX_DEPTH)
    if len(name) > MAX_NAME:
        return _refuse("F05", path, "long", limit=MAX_NAME, suggestion=_better(name, is_folder))
    if not is_folder and Path(name).suffix not in (".md", *_PICTURES):
        return _refuse("F04", path, "type")
    if is_device(stem):
        return _refuse("F05", path, "reserved")
    if not _FOLDER_NAME.fullmatch(stem) or (dot and is_folder) or name.count(".") > 1:
        return _refuse("F05", path, "letters", suggestion=_better(name, is_folder))
    if path.partition("/")[0] in OURS:
        return _refuse("F06", path, "theme")
    return None


def _better(name: str, is_folder: bool) -> str:
    """The nearest name that could be published."""
    stem, dot, ending = ("", "", name) if is_folder else name.rpartition(".")
    return (shorter(nearest_id(stem or ending)) or "page") + (dot and dot + ending)


def _read_entry(entry: _Entry) -> Picture | Finding | _Read:
    kind = Path(entry.path).suffix
    limit = MAX_BYTES if kind == ".md" else MAX_PICTURE
    if entry.size > limit:
        variant = "large-page" if kind == ".md" else "large"
        return _refuse("F04", entry.path, variant, size=entry.size, limit=limit)
    try:
        raw = _read_bytes(entry.file, limit)
    except OSError:
        return _refuse("F03", entry.path, "unreadable")
    if kind == ".md":
        return _read_page(entry.path, raw)
    return _refuse_picture(entry.path, size_of(kind, raw)) or Picture(entry.path, raw)


def _refuse_picture(path: str, size: Size | None) -> Finding | None:
    if size is None:
        return _refuse("F04", path, "not-a-picture")
    if max(size) > MAX_SIDE:
        return _refuse("F04", path, "pixels", size=max(size), limit=MAX_SIDE)
    return None


def _read_bytes(file: Path, limit: int) -> bytes:
    """Read without following a link put there since we looked."""
    handle = os.open(file, _ONLY_FILES)
    with os.fdopen(handle, "rb") as stream:
        return stream.read(limit + 1)


def _read_page(path: str, raw: bytes) -> _Read:
    file = f"{FOLDER}/{path}"
    front = read_front_matter(raw, file)
    if front.text is None:
        return None, front.findings
    page = ContentPage(path, front.title, front.description, front.text, front.line)
    return page, front.findings


def _refuse(rule: str, path: str, variant: str, **args: str | int) -> Finding:
    """A finding about a file as a whole; a name is shown with what cannot be printed escaped."""
    shown = path.encode("unicode_escape", "replace").decode("ascii") if _odd(path) else path
    file = FOLDER if path == FOLDER else f"{FOLDER}/{shown}"
    name = shown.rpartition("/")[2]
    return Finding(rule, Level.ERROR, Place(file), variant=variant, args={"name": name, **args})


def _odd(path: str) -> bool:
    return not (path.isprintable() and path.isascii())
