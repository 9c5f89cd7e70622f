"""The walk over ``commitments/``: which files are records, and which are refused.

In comes the project's folder, out come the bytes of every record file by
member and plan, and a finding for each thing that has no business there.
Nothing is followed: a link of any kind is refused, never opened.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from openroadmap.findings import Finding, Level, Place
from openroadmap.model.kinds import ID_PATTERN, KINDS, Kind

MAX_BYTES = 256 * 1024
RECORDS = "commitments"
_ID = re.compile(ID_PATTERN)
_RECORD_NAME = re.compile(
    r"(?P<id>[^.]+)(?:\.(?P<lang>[a-z]{2}(?:-[A-Z]{2})?))?\.(?P<type>yml|md)\Z"
)
_SINGLE = {(kind.folder, kind.file): kind for kind in KINDS if kind.file and kind.name != "member"}
_FOLDERS = {kind.folder: kind for kind in KINDS if kind.folder and not kind.file}
_IGNORED = {"README.md"}


@dataclass(frozen=True, slots=True)
class RawFile:
    """One record file as bytes, cut one byte after the limit so that its size can be judged.

    ``type`` is "yml" or "md"; ``lang`` is "" for the record itself.
    """

    file: str
    kind: Kind
    id: str
    lang: str
    type: str
    raw: bytes


@dataclass(frozen=True, slots=True)
class PlanFiles:
    """The files of one plan, sorted by path."""

    id: str
    files: tuple[RawFile, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class MemberFiles:
    """The files of one member: its own record (with translations) and its plans."""

    id: str
    files: tuple[RawFile, ...]
    plans: tuple[PlanFiles, ...]
    findings: tuple[Finding, ...]


@dataclass(slots=True)
class _Heap:
    files: list[RawFile] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def refuse(self, rule: str, file: str, variant: str = "", **args: str | int) -> None:
        self.findings.append(Finding(rule, Level.ERROR, Place(file), (), variant, args))


def walk(root: Path) -> tuple[tuple[MemberFiles, ...], tuple[Finding, ...]]:
    """Every member's files under ``root/commitments``, and what was refused beside them."""
    heap = _Heap()
    base = root / RECORDS
    if base.is_symlink() or not base.is_dir():
        heap.refuse("F07", RECORDS, "folder")
        return (), tuple(heap.findings)
    members = [_member(entry) for entry in _folders(base, RECORDS, heap)]
    return tuple(members), tuple(heap.findings)


def _folders(base: Path, file: str, heap: _Heap) -> Iterator[os.DirEntry[str]]:
    """The sub-folders with a proper name; everything else beside them is refused."""
    for entry in _entries(base):
        place = f"{file}/{entry.name}"
        if _refused(entry, place, heap):
            continue
        if entry.is_dir(follow_symlinks=False):
            if _ID.match(entry.name):
                yield entry
            else:
                heap.refuse("F01", place, "folder", name=entry.name)
        else:
            heap.refuse("F02", place, "beside-folders", name=entry.name)


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    """What lies in a folder, sorted; dot files and README.md are nobody's business."""
    with os.scandir(folder) as found:
        entries = [e for e in found if not e.name.startswith(".") and e.name not in _IGNORED]
    return sorted(entries, key=lambda entry: entry.name)


def _refused(entry: os.DirEntry[str], place: str, heap: _Heap) -> bool:
    """True when the entry is a link or no ordinary file or folder."""
    if entry.is_symlink():
        heap.refuse("F03", place, "link")
    elif entry.is_dir(follow_symlinks=False):
        return False
    elif not entry.is_file(follow_symlinks=False):
        heap.refuse("F03", place, "special")
    elif entry.stat(follow_symlinks=False).st_nlink > 1:
        heap.refuse("F03", place, "hard-link")
    else:
        return False
    return True


def _member(folder: os.DirEntry[str]) -> MemberFiles:
    heap = _Heap()
    place = f"{RECORDS}/{folder.name}"
    plans: list[PlanFiles] = []
    for entry in _entries(Path(folder.path)):
        file = f"{place}/{entry.name}"
        if _refused(entry, file, heap):
            continue
        if entry.is_dir(follow_symlinks=False):
            if _ID.match(entry.name):
                plans.append(_plan(entry, file))
            else:
                heap.refuse("F01", file, "folder", name=entry.name)
        else:
            _member_file(entry, file, folder.name, heap)
    if not any(raw.lang == "" for raw in heap.files):
        heap.refuse("F07", place, "member")
    return MemberFiles(folder.name, tuple(heap.files), tuple(plans), tuple(heap.findings))


def _member_file(entry: os.DirEntry[str], file: str, member: str, heap: _Heap) -> None:
    name = _RECORD_NAME.match(entry.name)
    if name and name["id"] == "member" and name["type"] == "yml":
        heap.files.append(_raw(entry, file, KINDS[0], member, name))
    else:
        heap.refuse("F02", file, "beside-plans", name=entry.name)


def _plan(folder: os.DirEntry[str], place: str) -> PlanFiles:
    heap = _Heap()
    for entry in _entries(Path(folder.path)):
        file = f"{place}/{entry.name}"
        if _refused(entry, file, heap):
            continue
        if entry.is_dir(follow_symlinks=False):
            _records(entry, file, heap)
        else:
            _record(entry, file, folder.name, "", heap)
    if not any(raw.kind.name == "plan" and raw.lang == "" for raw in heap.files):
        heap.refuse("F07", place, "plan")
    return PlanFiles(folder.name, tuple(heap.files), tuple(heap.findings))


def _records(folder: os.DirEntry[str], place: str, heap: _Heap) -> None:
    """The records of one kind."""
    known = {name for name, _ in _SINGLE} | set(_FOLDERS)
    if folder.name not in known:
        heap.refuse("F02", place, "folder", name=folder.name, known=", ".join(sorted(known - {""})))
        return
    for entry in _entries(Path(folder.path)):
        file = f"{place}/{entry.name}"
        if _refused(entry, file, heap):
            continue
        if entry.is_dir(follow_symlinks=False):
            heap.refuse("F02", file, "too-deep", name=entry.name)
        else:
            _record(entry, file, "", folder.name, heap)


def _record(entry: os.DirEntry[str], file: str, plan: str, folder: str, heap: _Heap) -> None:
    name = _RECORD_NAME.match(entry.name)
    if name is None:
        heap.refuse("F04", file, "record", name=entry.name)
        return
    single = _SINGLE.get((folder, f"{name['id']}.yml"))
    kind = single or _FOLDERS.get(folder)
    if kind is None:
        heap.refuse("F02", file, "beside-records", name=entry.name)
    elif name["type"] == "md" and kind.name != "commitment":
        heap.refuse("F04", file, "story", name=entry.name)
    elif not _ID.match(name["id"]):
        heap.refuse("F01", file, "record", name=entry.name)
    else:
        id = plan if kind.name == "plan" else name["id"]
        heap.files.append(_raw(entry, file, kind, id, name))


def _raw(
    entry: os.DirEntry[str], file: str, kind: Kind, id: str, name: re.Match[str]
) -> RawFile:
    """Read a file without following a link that took its place meanwhile."""
    handle = os.open(entry.path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
    with os.fdopen(handle, "rb") as opened:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(f"{file} is no ordinary file any more")
        raw = opened.read(MAX_BYTES + 1)
    return RawFile(file, kind, id, name["lang"] or "", name["type"], raw)
