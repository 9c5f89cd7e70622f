"""Walks every text and address of every record, and the stories, for what may not be published.

What to look for is known in ``read/texts``; here it is looked for everywhere,
by the table of fields and not by a list of names. Most records are clean, so
the texts of all of them are first looked at together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from openroadmap.findings import DataPath, Level
from openroadmap.model.fields import Record
from openroadmap.model.site import PlanContext, PlanRecords, RecordKey
from openroadmap.model.table import Field
from openroadmap.read.texts import TextFault, check_story, check_text, check_url
from openroadmap.read.texts.quick import are_clean_addresses, are_clean_texts
from openroadmap.rules.fields import (
    TEXT_FORMS,
    every_record,
    record_of,
    texts_of,
    translation_path,
    values_of,
)
from openroadmap.rules.rule import Fault, missing

CONTACTS = ("contact", "point_of_contact")
"""Where an office's telephone number may stand."""

Coded = Iterator[tuple[str, Fault]]
Keyed = tuple[RecordKey, Record]


def plan_texts(records: PlanRecords) -> Coded:
    """The faults in the texts of a plan's records, each with the code of its rule."""
    level = missing(records)
    for key, record in _worth_a_look(list(every_record(records))):
        yield from _faults(key, record, level)
    for id, story in records.stories.items():
        for found in check_story(story):
            yield _coded(found, ("story", id), (), level)
    for (kind, id, lang), texts in records.texts.items():
        key, original = (f"{kind}.{lang}", id), record_of(records, kind, id)
        if original is not None:
            yield from _translated(key, original, texts, level)
        elif kind == "story":
            for found in check_story(texts[()]):
                yield _coded(found, key, (), level)


def member_texts(context: PlanContext) -> Coded:
    """The faults in the texts of a member's own record."""
    member = context.member
    own = [(("member", member.id), member)] if member is not None else []
    for key, record in _worth_a_look(own):
        yield from _faults(key, record, Level.WARNING)


def _worth_a_look(some: Sequence[Keyed]) -> Iterator[Keyed]:
    """Those whose texts may be faulty: of all, of each half, of each half of a half, and so on."""
    if not some or _are_clean(record for _, record in some):
        return
    if len(some) == 1:
        yield from some
        return
    half = len(some) // 2
    yield from _worth_a_look(some[:half])
    yield from _worth_a_look(some[half:])


def _are_clean(some: Iterable[Record]) -> bool:
    texts: list[str] = []
    urls: list[str] = []
    for record in some:
        texts_of(record, texts, urls)
    return are_clean_texts(texts) and are_clean_addresses(urls)


def _is_wanted(field: Field) -> bool:
    return field.form in TEXT_FORMS


def _faults(key: RecordKey, record: Record, level: Level) -> Coded:
    for path, field, text in values_of(record, _is_wanted):
        found = check_url(text) if field.form == "url" else check_text(text, prose=_prose(field))
        for fault in found:
            if not (fault.variant == "phone" and path[0] in CONTACTS):
                yield _coded(fault, key, path, level)


def _prose(field: Field) -> bool:
    return field.form == "prose"


def _translated(
    key: RecordKey, original: Record, texts: Mapping[DataPath, str], level: Level
) -> Coded:
    for path, text in texts.items():
        for fault in check_text(text, prose=True):
            yield _coded(fault, key, translation_path(original, path), level)


def _coded(found: TextFault, key: RecordKey, path: DataPath, level: Level) -> tuple[str, Fault]:
    """A placeholder is something missing; everything else is as grave as its rule says."""
    grave = level if found.rule == "T01" else None
    fault = Fault(key, path, found.variant, found.args, grave, line=found.line, column=found.column)
    return found.rule, fault
