"""Runs the rules: records as read come in, findings with their place in a file go out.

One cause is told once: what could not be read is not reported missing as
well, and faults that belong together become one finding.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import takewhile

from openroadmap.findings import DataPath, Finding, Place, sort_key
from openroadmap.model.facts import GitFacts, History
from openroadmap.model.site import RecordKey
from openroadmap.read.marks import Marks
from openroadmap.read.moved import MovedMarks
from openroadmap.read.site import MemberReading, PlanReading, SourceFile
from openroadmap.rules.examples import LINES
from openroadmap.rules.rule import Fault, Rule
from openroadmap.rules.texts import member_texts, plan_texts

Found = Iterable[tuple[Rule, Fault]]
Sources = Mapping[RecordKey, SourceFile]


def run(
    reading: PlanReading, today: date, facts: GitFacts, rules: Mapping[str, Rule]
) -> tuple[Finding, ...]:
    """Every finding of the rules on one plan, in the order of reading.

    An invented plan is judged by the day on which it stands still, but what git
    proves of its files by the day of the check.
    """
    unreadable = _unreadable(reading)
    faults = [
        (rule, fault)
        for rule, fault in _plan_faults(reading, today, facts, rules)
        if fault.absent not in unreadable
    ]
    return _findings(faults, reading.sources, reading.findings)


def _unreadable(reading: PlanReading) -> set[RecordKey]:
    """What may be there although no record says so: see ``Fault.absent``."""
    found = {(broken.kind, broken.id) for broken in reading.unreadable}
    for kind, id in tuple(found):
        found.add((kind, ""))
        if kind in ("commitment", "update"):
            found.add(("commitment or update", id))
    if reading.findings:
        files = {finding.place.file for finding in reading.findings if finding.path}
        found |= {
            (f"part of {kind}", id)
            for (kind, id), source in reading.sources.items()
            if source.file in files
        }
    return found


def run_member(
    reading: MemberReading, today: date, rules: Mapping[str, Rule]
) -> tuple[Finding, ...]:
    """Every finding of the rules on a member's own record."""
    faults = list(_member_faults(reading, today, rules))
    return _findings(faults, reading.sources, reading.findings)


def _plan_faults(
    reading: PlanReading, today: date, facts: GitFacts, rules: Mapping[str, Rule]
) -> Iterator[tuple[Rule, Fault]]:
    records = reading.records
    day = records.day(today)
    for rule in rules.values():
        if rule.check is not None:
            for fault in rule.check(records, day):
                yield rule, fault
        if rule.check_history is not None and facts.history is History.FULL:
            for fault in rule.check_history(records, today, facts):
                yield rule, fault
    for code, fault in plan_texts(records):
        yield rules[code], fault


def _member_faults(
    reading: MemberReading, today: date, rules: Mapping[str, Rule]
) -> Iterator[tuple[Rule, Fault]]:
    for rule in rules.values():
        if rule.check_member is not None:
            for fault in rule.check_member(reading.context, today):
                yield rule, fault
    for code, fault in member_texts(reading.context):
        yield rules[code], fault


def _findings(faults: Found, sources: Sources, read: tuple[Finding, ...]) -> tuple[Finding, ...]:
    in_files = ((rule, _in_file(fault, sources)) for rule, fault in faults)
    told = _joined(_not_told_yet(in_files, sources, read))
    return tuple(sorted((_finding(rule, fault, sources) for rule, fault in told), key=sort_key))


def _in_file(fault: Fault, sources: Sources) -> Fault:
    """The fault with the way to it in the file, which may hold more than the record does."""
    source = sources.get(fault.record)
    if source is None or not isinstance(source.marks, MovedMarks):
        return fault
    return replace(fault, path=source.marks.in_file(fault.path))


def _not_told_yet(faults: Found, sources: Sources, read: tuple[Finding, ...]) -> Found:
    """Leave out what reading has found fault with: its value was dropped, so it seems missing."""
    dropped: dict[str, set[DataPath]] = {}
    for finding in read:
        if finding.path:
            paths = dropped.setdefault(finding.place.file, set())
            paths.add(finding.path)
            if meant := finding.args.get("suggestion"):  # a key was mistyped
                paths.add((*finding.path[:-1], meant))
    if not dropped:
        return faults
    return [
        (rule, fault)
        for rule, fault in faults
        if fault.record not in sources
        or not _is_dropped(fault.path, dropped.get(sources[fault.record].file, set()))
    ]


def _is_dropped(path: DataPath, dropped: set[DataPath]) -> bool:
    """Whether a value was dropped, or all that it is a part of, or a part of it."""
    if any(path[:length] in dropped for length in range(1, len(path) + 1)):
        return True
    return bool(path) and any(part[: len(path)] == path for part in dropped)


def _joined(faults: Found) -> Found:
    """Faults that belong together as one finding."""
    groups: dict[tuple[str, RecordKey, str], tuple[Rule, list[Fault]]] = {}
    for rule, fault in faults:
        if fault.joined:
            key = (rule.code, fault.record, fault.variant)
            groups.setdefault(key, (rule, []))[1].append(fault)
        else:
            yield rule, fault
    for rule, group in groups.values():
        yield rule, _as_one(group)


def _as_one(group: list[Fault]) -> Fault:
    """All texts of an argument in one; the place is what the faults share of their record."""
    first = group[0]
    args = {name: _all_of(name, group) for name in first.args}
    steps = zip(*(fault.path for fault in group), strict=False)
    shared = tuple(step[0] for step in takewhile(lambda step: len(set(step)) == 1, steps))
    return replace(first, path=shared, args={**args, "count": len(group)})


def _all_of(name: str, group: list[Fault]) -> str | int:
    """What all say, or the texts of each; "" where numbers differ."""
    values = [fault.args.get(name, "") for fault in group]
    if all(value == values[0] for value in values):
        return values[0]
    between = "\n" if name in LINES else ", "
    return between.join(values) if all(isinstance(value, str) for value in values) else ""


def _finding(rule: Rule, fault: Fault, sources: Sources) -> Finding:
    level = rule.level if fault.level is None else fault.level
    place = _place(fault, sources.get(fault.record))
    return Finding(rule.code, level, place, fault.path, fault.variant, fault.args)


def _place(fault: Fault, source: SourceFile | None) -> Place:
    if source is None:
        return Place("")
    # The path is the file's by now, so the marks are asked as they are.
    marks = source.marks.marks if isinstance(source.marks, MovedMarks) else source.marks
    line, column = _mark(fault, marks)
    if line == 0:  # a text without keys, such as a story: its own lines are the file's
        line, column = fault.line, fault.column
    return Place(source.file, line, column)


def _mark(fault: Fault, marks: Marks) -> tuple[int, int]:
    """The value, or its key where the value only begins on a later line."""
    value, key = marks.both(fault.path)
    return value if value[0] == key[0] else key
