"""From files to records: a member's surroundings and the records of a plan.

In come the bytes the walk found, out come typed records with the marks of
their files and every finding on the way. One broken file never hides another.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from openroadmap.findings import DataPath, Finding, Level, Place
from openroadmap.immutable import immutable
from openroadmap.model.baseline import Baseline
from openroadmap.model.fields import Record
from openroadmap.model.member import Member, Plan
from openroadmap.model.site import PlanContext, PlanRecords, RecordKey
from openroadmap.read.files import MemberFiles, PlanFiles, RawFile
from openroadmap.read.marks import LateMarks, Marks
from openroadmap.read.moved import MovedMarks
from openroadmap.read.sealed import read_sealed
from openroadmap.read.shape import shape
from openroadmap.read.story import read_story
from openroadmap.read.translation import read_translation
from openroadmap.read.yaml import read_yaml


@immutable
class SourceFile:
    """The file a record was read from, and where its keys and values stand."""

    file: str
    marks: Marks | MovedMarks


@immutable
class Unreadable:
    """A record of which only the file's name is known."""

    kind: str
    id: str
    file: str


@immutable
class PlanReading:
    """What was read of one plan, and everything found on the way.

    ``plain`` holds the texts of commitments by their ids, where they are plain YAML and
    nothing is to be said of them.
    """

    records: PlanRecords
    findings: tuple[Finding, ...]
    sources: Mapping[RecordKey, SourceFile]
    unreadable: tuple[Unreadable, ...]
    plain: Mapping[str, str]


@immutable
class MemberReading:
    """A member's own record and what its plans need to know of it."""

    id: str
    context: PlanContext
    findings: tuple[Finding, ...]
    sources: Mapping[RecordKey, SourceFile]


@dataclass(slots=True)
class _Heap:
    records: dict[str, dict[str, Any]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    sources: dict[RecordKey, SourceFile] = field(default_factory=dict)
    unreadable: dict[RecordKey, Unreadable] = field(default_factory=dict)
    stories: dict[str, str] = field(default_factory=dict)
    texts: dict[tuple[str, str, str], Mapping[DataPath, str]] = field(default_factory=dict)
    plain: dict[str, str] = field(default_factory=dict)

    def one(self, kind: str) -> Any:
        return next(iter(self.records.get(kind, {}).values()), None)

    def many(self, kind: str) -> tuple[Any, ...]:
        return tuple(self.records.get(kind, {}).values())

    def lose(self, raw: RawFile) -> None:
        """Note a record of which nothing but the file's name is known."""
        key = (raw.kind.name, raw.id)
        self.unreadable[key] = Unreadable(*key, raw.file)


def read_member(files: MemberFiles) -> MemberReading:
    """Read a member's own record, and its plans' own records as surroundings of each other."""
    heap = _Heap()
    _read_all(files.files, heap)
    plans: dict[str, Plan] = {}
    for plan in files.plans:
        around = _Heap()
        _read_all([raw for raw in plan.files if raw.kind.name == "plan" and not raw.lang], around)
        if record := around.one("plan"):
            plans[plan.id] = record
    member: Member | None = heap.one("member")
    context = PlanContext(files.id, member, plans)
    return MemberReading(files.id, context, (*files.findings, *heap.findings), heap.sources)


def read_plan(files: PlanFiles, context: PlanContext) -> PlanReading:
    """Read every record of a plan."""
    heap = _Heap()
    _read_all(files.files, heap)
    records = PlanRecords(
        id=files.id,
        context=context,
        plan=heap.one("plan"),
        forum=heap.one("forum"),
        timeline=heap.one("timeline"),
        baseline=heap.one("baseline"),
        commitments=heap.many("commitment"),
        updates=heap.many("update"),
        views=heap.many("view"),
        assessments=heap.many("assessment"),
        meetings=heap.many("meeting"),
        outreach=heap.many("outreach"),
        mechanisms=heap.many("mechanism"),
        contributions=heap.many("contribution"),
        responses=heap.many("response"),
        attestations=heap.many("attestation"),
        amendments=heap.many("amendment"),
        stories=heap.stories,
        texts=heap.texts,
    )
    findings = (*files.findings, *heap.findings)
    unreadable = tuple(heap.unreadable.values())
    return PlanReading(records, findings, heap.sources, unreadable, heap.plain)


def _read_all(files: tuple[RawFile, ...] | list[RawFile], heap: _Heap) -> None:
    """Records first, then what refers to them: the plan as adopted, stories and translations."""
    records = [raw for raw in files if raw.type == "yml" and not raw.lang]
    for raw in sorted(records, key=lambda raw: raw.kind.name == "baseline"):
        if raw.kind.name != "baseline" or not _read_sealed(raw, heap):
            _read_record(raw, heap)
    for raw in files:
        if raw.type == "md":
            _read_story(raw, heap)
        elif raw.lang:
            _read_translation(raw, heap)


def _read_record(raw: RawFile, heap: _Heap) -> None:
    yaml = read_yaml(raw.raw, raw.file, raw.kind.room)
    heap.findings += yaml.findings
    if not isinstance(yaml.data, dict):
        heap.lose(raw)
        return
    shaped = shape(raw.kind, raw.id, yaml.data, yaml.marks, raw.file)
    heap.findings += shaped.findings
    if shaped.record is None:
        heap.lose(raw)
        return
    record = shaped.record
    if yaml.plain and not shaped.findings and raw.kind.name == "commitment":
        heap.plain[raw.id] = yaml.plain
    if isinstance(record, Baseline):
        record = record.but(seal=None)  # it was looked at, and does not fit
    heap.records.setdefault(raw.kind.name, {})[raw.id] = record
    marks = MovedMarks(yaml.marks, shaped.gone) if shaped.gone else yaml.marks
    heap.sources[(raw.kind.name, raw.id)] = SourceFile(raw.file, marks)


def _read_sealed(raw: RawFile, heap: _Heap) -> bool:
    """Read the plan as adopted the short way, after the commitments; whether that can be done."""
    baseline = read_sealed(raw, heap.records.get("commitment", {}), heap.plain)
    if baseline is None:
        return False
    heap.records["baseline"] = {raw.id: baseline}
    marks = LateMarks(lambda: read_yaml(raw.raw, raw.file, raw.kind.room).marks)
    heap.sources["baseline", raw.id] = SourceFile(raw.file, marks)
    return True


def _belongs(raw: RawFile, heap: _Heap) -> Record | None:
    """The record that a story or translation belongs to; a finding when there is none."""
    record = heap.records.get(raw.kind.name, {}).get(raw.id)
    if record is None and (raw.kind.name, raw.id) not in heap.unreadable:
        others = heap.records.get(raw.kind.name, {})
        near = "".join(get_close_matches(raw.id, others, n=1, cutoff=0.0)) or "open-contracts"
        ending = raw.file.rpartition("/")[2].removeprefix(raw.id)
        args = {"id": raw.id, "kind": raw.kind.name, "suggestion": near + ending}
        heap.findings.append(Finding("F02", Level.ERROR, Place(raw.file), (), "orphan", args))
    return record


def _read_story(raw: RawFile, heap: _Heap) -> None:
    story = read_story(raw.raw, raw.file)
    heap.findings += story.findings
    if story.text is None or _belongs(raw, heap) is None:
        return
    if raw.lang:
        heap.texts[("story", raw.id, raw.lang)] = {(): story.text}
        heap.sources[(f"story.{raw.lang}", raw.id)] = SourceFile(raw.file, Marks())
    else:
        heap.stories[raw.id] = story.text
        heap.sources[("story", raw.id)] = SourceFile(raw.file, Marks())


def _read_translation(raw: RawFile, heap: _Heap) -> None:
    yaml = read_yaml(raw.raw, raw.file)
    heap.findings += yaml.findings
    original = _belongs(raw, heap)
    if original is None or not isinstance(yaml.data, dict):
        return
    texts, findings = read_translation(yaml.data, original, yaml.marks, raw.file)
    heap.findings += findings
    heap.texts[(raw.kind.name, raw.id, raw.lang)] = texts
    heap.sources[(f"{raw.kind.name}.{raw.lang}", raw.id)] = SourceFile(raw.file, yaml.marks)
