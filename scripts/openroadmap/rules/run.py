"""Runs the rules: records as read come in, findings with their place in a file go out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from openroadmap.findings import Finding, Place, sort_key
from openroadmap.model.site import RecordKey
from openroadmap.read.marks import Marks
from openroadmap.read.site import MemberReading, PlanReading, SourceFile
from openroadmap.rules.rule import Fault, Rule
from openroadmap.rules.texts import member_texts, plan_texts

Told = Iterator[tuple[Rule, Fault]]


def run(reading: PlanReading, today: date, rules: Mapping[str, Rule]) -> tuple[Finding, ...]:
    """Every finding of the rules on one plan, in the order of reading."""
    unreadable = {(broken.kind, broken.id) for broken in reading.unreadable}
    unreadable |= {(kind, "") for kind, _ in unreadable}
    faults = (
        (rule, fault)
        for rule, fault in _plan_faults(reading, today, rules)
        if fault.absent not in unreadable
    )
    return _findings(faults, reading.sources)


def run_member(reading: MemberReading, today: date, rules: Mapping[str, Rule]) -> tuple[Finding, ...]:
    """Every finding of the rules on a member's own record."""
    return _findings(_member_faults(reading, today, rules), reading.sources)


def _plan_faults(reading: PlanReading, today: date, rules: Mapping[str, Rule]) -> Told:
    records = reading.records
    for rule in rules.values():
        if rule.check is not None:
            for fault in rule.check(records, today):
                yield rule, fault
    for code, fault in plan_texts(records):
        yield rules[code], fault


def _member_faults(reading: MemberReading, today: date, rules: Mapping[str, Rule]) -> Told:
    for rule in rules.values():
        if rule.check_member is not None:
            for fault in rule.check_member(reading.context, today):
                yield rule, fault
    for code, fault in member_texts(reading.context):
        yield rules[code], fault


def _findings(
    faults: Iterable[tuple[Rule, Fault]], sources: Mapping[RecordKey, SourceFile]
) -> tuple[Finding, ...]:
    return tuple(sorted((_finding(rule, fault, sources) for rule, fault in faults), key=sort_key))


def _finding(rule: Rule, fault: Fault, sources: Mapping[RecordKey, SourceFile]) -> Finding:
    level = rule.level if fault.level is None else fault.level
    place = _place(fault, sources.get(fault.record))
    return Finding(rule.code, level, place, fault.path, fault.variant, fault.args)


def _place(fault: Fault, source: SourceFile | None) -> Place:
    if source is None:
        return Place("")
    line, column = _mark(fault, source.marks)
    if line == 0:  # a text without keys, such as a story: its own lines are the file's
        line, column = fault.line, fault.column
    return Place(source.file, line, column)


def _mark(fault: Fault, marks: Marks) -> tuple[int, int]:
    """The value, or its key where the value only begins on a later line."""
    value, key = marks.value(fault.path), marks.key(fault.path)
    return value if value[0] == key[0] else key
