"""The walk over ``commitments/``: which files are records, and which are refused.

In comes the project's folder, out come the bytes of every record file by
member and plan, and a finding for each thing that has no business there.
Nothing is followed: a link of any kind is refused, never read. What cannot
be read, or is gone before it was, is found too and hides nothing else.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from openroadmap.findings import Finding, Level, Place
from openroadmap.immutable import immutable
from openroadmap.model.kinds import ID_PATTERN, KINDS, Kind
from openroadmap.model.names import MAX_NAME, TAKEN, is_device, nearest_id, shorter

MAX_BYTES = 256 * 1024
RECORDS = "commitments"
PACKS = "standards"
"""The folder beside the members' that holds packs of requirements; no member can bear its name."""
_ID = re.compile(ID_PATTERN)
_DOCUMENTS = frozenset(
    {"pdf", "doc", "docx", "odt", "rtf", "xls", "xlsx", "ods", "csv", "ppt", "pptx", "odp"}
)
_RECORD_NAME = re.compile(
    r"(?P<id>[^.]+)(?:\.(?P<lang>[a-z]{2}(?:-[A-Z]{2})?))?\.(?P<type>yml|md)\Z"
)
_SINGLE = {(kind.folder, kind.file): kind for kind in KINDS if kind.file and kind.name != "member"}
_FOLDERS = {kind.folder: kind for kind in KINDS if kind.folder and not kind.file}
_IGNORED = {"README.md"}
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_NO_WAIT = getattr(os, "O_NONBLOCK", 0)


@immutable
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


@immutable
class PlanFiles:
    """The files of one plan, sorted by path."""

    id: str
    files: tuple[RawFile, ...]
    findings: tuple[Finding, ...]


@immutable
class MemberFiles:
    """The files of one member: its own record (with translations) and its plans."""

    id: str
    files: tuple[RawFile, ...]
    plans: tuple[PlanFiles, ...]
    findings: tuple[Finding, ...]


@immutable
class PackFile:
    """A file with a pack of requirements, as bytes cut like those of a record."""

    file: str
    id: str
    raw: bytes


@dataclass(slots=True)
class _Heap:
    files: list[RawFile] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def refuse(self, rule: str, file: str, variant: str = "", **args: str | int) -> None:
        self.findings.append(Finding(rule, Level.ERROR, Place(file), (), variant, args))

    def has(self, kind: str, file: str) -> bool:
        """Whether the record was there, be it only to be refused."""
        told_of = {file, file.replace(".yml", ".yaml"), file.rpartition("/")[0]}
        return any(raw.kind.name == kind and not raw.lang for raw in self.files) or any(
            finding.place.file in told_of for finding in self.findings
        )


def walk(root: Path) -> tuple[tuple[MemberFiles, ...], tuple[Finding, ...]]:
    """Every member's files under ``root/commitments``, and what was refused beside them."""
    heap = _Heap()
    base = root / RECORDS
    if base.is_symlink() or not base.is_dir():
        heap.refuse("F07", RECORDS, "folder")
        return (), tuple(heap.findings)
    members = [_member(entry) for entry in _folders(base, RECORDS, heap)]
    return tuple(members), tuple(heap.findings)


def walk_packs(root: Path) -> tuple[tuple[PackFile, ...], tuple[Finding, ...]]:
    """The packs under ``root/commitments/standards``; usually there are none."""
    heap, found = _Heap(), []
    base, place = root / RECORDS / PACKS, f"{RECORDS}/{PACKS}"
    if base.is_dir() and not base.is_symlink():
        for entry, file in _entries(base, place, heap):
            id = entry.name.removesuffix(".yml")
            if entry.is_dir(follow_symlinks=False):
                heap.refuse("F02", file, "too-deep", name=_shown(entry.name))
            elif id == entry.name:
                _refuse_type(entry.name, file, heap)
            elif _named(id, file, "record", entry.name, heap):
                raw = _bytes(entry, file, heap)
                found += [PackFile(file, id, raw)] if raw is not None else []
    return tuple(found), tuple(heap.findings)


def _folders(base: Path, file: str, heap: _Heap) -> Iterator[os.DirEntry[str]]:
    """The sub-folders with a proper name; everything else beside them is refused."""
    for entry, place in _entries(base, file, heap):
        if not entry.is_dir(follow_symlinks=False):
            heap.refuse("F02", place, "beside-folders", name=_shown(entry.name))
        elif entry.name == PACKS:
            continue
        elif _named(entry.name, place, "folder", entry.name, heap, "member"):
            yield entry


def _entries(
    folder: str | Path, file: str, heap: _Heap
) -> Iterator[tuple[os.DirEntry[str], str]]:
    """The ordinary files and folders in a folder, each with its path from the project's folder.

    They come sorted by name; dot files and README.md are nobody's business.
    """
    try:
        with os.scandir(folder) as found:
            entries = [e for e in found if not e.name.startswith(".") and e.name not in _IGNORED]
    except OSError:
        heap.refuse("F03", file, "unreadable")
        return
    for entry in sorted(entries, key=lambda entry: entry.name):
        place = f"{file}/{_shown(entry.name)}"
        try:
            refused = _refused(entry, place, heap)
        except OSError:
            heap.refuse("F03", place, "unreadable")
        else:
            if not refused:
                yield entry, place


def _shown(name: str) -> str:
    """A file's name as text that any output can hold, also where its bytes are no text."""
    return name if name.isascii() else os.fsencode(name).decode("utf-8", "backslashreplace")


def _named(id: str, place: str, what: str, name: str, heap: _Heap, kind: str = "") -> bool:
    """Whether an id can be the name of a file or folder everywhere, and an address here."""
    if not _ID.fullmatch(id):
        better = nearest_id(id)
        args = {"suggestion": better + name[len(id) :]} if better else {}
        heap.refuse("F01", place, what, name=_shown(name), **args)
    elif len(id) > MAX_NAME:
        better = shorter(id) + name[len(id) :]
        heap.refuse("F01", place, "long", name=name, limit=MAX_NAME, suggestion=better)
    elif is_device(id):
        heap.refuse("F01", place, "reserved", name=name)
    elif id in TAKEN.get(kind, ()):
        heap.refuse("F01", place, "taken", name=name)
    else:
        return True
    return False


def _refused(entry: os.DirEntry[str], place: str, heap: _Heap) -> bool:
    """True when the entry is a link or no ordinary file or folder."""
    if entry.is_symlink():
        heap.refuse("F03", place, "link")
    elif entry.is_dir(follow_symlinks=False):
        return False
    elif not entry.is_file(follow_symlinks=False):
        heap.refuse("F03", place, "special")
    else:
        return False
    return True


def _member(folder: os.DirEntry[str]) -> MemberFiles:
    heap = _Heap()
    place = f"{RECORDS}/{folder.name}"
    plans: list[PlanFiles] = []
    for entry, file in _entries(folder.path, place, heap):
        if not entry.is_dir(follow_symlinks=False):
            _member_file(entry, file, folder.name, heap)
        elif _named(entry.name, file, "folder", entry.name, heap):
            plans.append(_plan(entry, file))
    if not heap.has("member", f"{place}/member.yml"):
        heap.refuse("F07", place, "member")
    return MemberFiles(folder.name, tuple(heap.files), tuple(plans), tuple(heap.findings))


def _member_file(entry: os.DirEntry[str], file: str, member: str, heap: _Heap) -> None:
    name = _RECORD_NAME.match(entry.name)
    if name and name["id"] == "member" and name["type"] == "yml":
        _take(entry, file, KINDS[0], member, name, heap)
    else:
        heap.refuse("F02", file, "beside-plans", name=_shown(entry.name))


def _plan(folder: os.DirEntry[str], place: str) -> PlanFiles:
    heap = _Heap()
    for entry, file in _entries(folder.path, place, heap):
        if entry.is_dir(follow_symlinks=False):
            _records(entry, file, heap)
        else:
            _record(entry, file, folder.name, "", heap)
    if not heap.has("plan", f"{place}/plan.yml"):
        heap.refuse("F07", place, "plan")
    return PlanFiles(folder.name, tuple(heap.files), tuple(heap.findings))


def _records(folder: os.DirEntry[str], place: str, heap: _Heap) -> None:
    """The records of one kind."""
    known = {name for name, _ in _SINGLE} | set(_FOLDERS)
    if folder.name not in known:
        names = sorted(known - {""})
        near = "".join(get_close_matches(folder.name, names, n=1, cutoff=0.0))
        args = {"name": _shown(folder.name), "known": ", ".join(names), "suggestion": near}
        heap.refuse("F02", place, "folder", **args)
        return
    for entry, file in _entries(folder.path, place, heap):
        if entry.is_dir(follow_symlinks=False):
            heap.refuse("F02", file, "too-deep", name=_shown(entry.name))
        else:
            _record(entry, file, "", folder.name, heap)


def _refuse_type(name: str, file: str, heap: _Heap) -> None:
    """Another kind of file lies among the records."""
    stem, _, ending = name.rpartition(".")
    better = f"{nearest_id(stem or ending) or 'open-contracts'}.yml"
    kinds = {"yaml": "record-yaml", **dict.fromkeys(_DOCUMENTS, "document")}
    variant = kinds.get(ending.lower(), "record")
    heap.refuse("F04", file, variant, name=_shown(name), suggestion=better)


def _record(entry: os.DirEntry[str], file: str, plan: str, folder: str, heap: _Heap) -> None:
    name = _RECORD_NAME.match(entry.name)
    if name is None:
        _refuse_type(entry.name, file, heap)
        return
    kind = _SINGLE.get((folder, f"{name['id']}.yml")) or _FOLDERS.get(folder)
    if kind is None or (kind.made_by and name["lang"]):
        heap.refuse("F02", file, "beside-records", name=_shown(entry.name))
    elif name["type"] == "md" and kind.name != "commitment":
        heap.refuse("F04", file, "story", name=_shown(entry.name))
    elif _named(name["id"], file, "record", entry.name, heap, kind.name):
        _take(entry, file, kind, plan if kind.name == "plan" else name["id"], name, heap)


def _take(
    entry: os.DirEntry[str], file: str, kind: Kind, id: str, name: re.Match[str], heap: _Heap
) -> None:
    raw = _bytes(entry, file, heap, MAX_BYTES * kind.room)
    if raw is not None:
        heap.files.append(RawFile(file, kind, id, name["lang"] or "", name["type"], raw))


def _bytes(
    entry: os.DirEntry[str], file: str, heap: _Heap, limit: int = MAX_BYTES
) -> bytes | None:
    """Read a file, without following a link or waiting at a pipe that took its place meanwhile."""
    try:
        handle = os.open(entry.path, os.O_RDONLY | _NO_LINK | _NO_WAIT)
        try:
            found = os.fstat(handle)
            plain = stat.S_ISREG(found.st_mode)
            if plain and found.st_nlink <= 1:
                raw = os.read(handle, min(found.st_size, limit) + 1)
                while len(raw) <= limit and (more := os.read(handle, MAX_BYTES)):
                    raw += more
                return raw[: limit + 1]
        finally:
            os.close(handle)
        heap.refuse("F03", file, "hard-link" if plain else "special")
    except OSError:
        heap.refuse("F03", file, "link" if Path(entry.path).is_symlink() else "unreadable")
    return None
