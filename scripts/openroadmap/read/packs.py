"""A member's own packs of requirements: the files of ``commitments/standards/`` come in, all
packs by their ids go out, ours with the changes, and findings on what does not fit.

A broken pack is a finding and never an exception; ours stands in its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from openroadmap.findings import Finding, Level, Place
from openroadmap.immutable import immutable
from openroadmap.read.files import PackFile, walk_packs
from openroadmap.read.marks import Marks
from openroadmap.read.site import PlanReading
from openroadmap.read.yaml import read_yaml
from openroadmap.standards.load import our_packs
from openroadmap.standards.pack import Pack
from openroadmap.standards.parts import Complaint
from openroadmap.standards.shape import shape_pack

_GAPS = frozenset({"missing"})
_KEYS = frozenset({"unknown-key", "not-a-language"})


@immutable
class PackReading:
    """All packs there are. ``files`` are the member's own, for keys of caches."""

    packs: Mapping[str, Pack]
    findings: tuple[Finding, ...]
    files: tuple[PackFile, ...] = ()


def read_packs(root: Path) -> PackReading:
    """Our packs, changed and joined by those under ``root``."""
    files, refused = walk_packs(root)
    packs = dict(our_packs())
    findings = list(refused)
    for file in sorted(files, key=lambda each: (each.id not in packs, each.file)):
        pack, found = _read(file, packs)
        findings += found
        if pack is not None:
            packs[pack.id] = pack
    return PackReading(packs, tuple(findings), files)


def _read(file: PackFile, packs: Mapping[str, Pack]) -> tuple[Pack | None, list[Finding]]:
    parsed = read_yaml(file.raw, file.file)
    findings = list(parsed.findings)
    if parsed.data is None:
        return None, findings
    pack, complaints = shape_pack(file.id, parsed.data, packs)
    findings += (_finding(each, parsed.marks, file.file) for each in complaints)
    if pack is None and not complaints:
        args = {"id": file.id}
        findings.append(Finding("N02", Level.ERROR, Place(file.file, 1, 1), (), "empty", args))
    return pack, findings


def _finding(complaint: Complaint, marks: Marks, file: str) -> Finding:
    code = "N02" if complaint.variant in _GAPS else "N01"
    at = marks.key if complaint.variant in _KEYS else marks.value
    place = Place(file, *at(complaint.path))
    return Finding(code, Level.ERROR, place, complaint.path, complaint.variant, complaint.args)


def unknown_packs(reading: PlanReading, packs: Mapping[str, Pack]) -> Iterator[Finding]:
    """Packs a plan names that nobody wrote."""
    plan = reading.records.plan
    source = reading.sources.get(("plan", reading.records.id))
    if plan is None or source is None:
        return
    for name in ("profile", "ambition"):
        id = getattr(plan, name)
        if id and id not in packs:
            place = Place(source.file, *source.marks.value((name,)))
            args = {"id": id, "known": ", ".join(sorted(packs))}
            yield Finding("N03", Level.ERROR, place, (name,), "", args)
