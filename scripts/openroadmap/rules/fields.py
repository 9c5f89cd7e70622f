"""Walks over any record by its table of fields: a record comes in, its values with paths go out.

No rule holds a list of fields of its own for what concerns every field of a
kind: texts, addresses, dates, sources.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

from openroadmap.findings import DataPath
from openroadmap.model.fields import Record
from openroadmap.model.site import PlanRecords, RecordKey
from openroadmap.model.table import Field, table

TEXT_FORMS = ("line", "prose", "name", "url")
"""Forms of fields that hold what people type freely."""

Wanted = Callable[[Field], bool]

_MANY = (
    ("commitment", "commitments"),
    ("update", "updates"),
    ("view", "views"),
    ("assessment", "assessments"),
    ("meeting", "meetings"),
    ("outreach", "outreach"),
    ("mechanism", "mechanisms"),
    ("contribution", "contributions"),
    ("response", "responses"),
    ("attestation", "attestations"),
    ("amendment", "amendments"),
)


def every_record(records: PlanRecords) -> Iterator[tuple[RecordKey, Record]]:
    """Each record of a plan with its key.

    The plan as adopted is not among them: what it holds was checked before it
    was frozen, and nobody may put it right now.
    """
    for kind in ("plan", "forum", "timeline"):
        record = getattr(records, kind)
        if record is not None:
            yield (kind, record.id), record
    for kind, name in _MANY:
        for record in getattr(records, name):
            yield (kind, record.id), record


def texts_of(record: Record, texts: list[str], urls: list[str]) -> None:
    """Gather every text and every address of a record, quickly and without their place."""
    values = record.__dict__
    for name, shape, is_url in _shape(type(record)):
        value = values[name]
        if not value:
            continue
        if shape == "text":
            (urls if is_url else texts).append(value)
        elif shape == "texts":
            (urls if is_url else texts).extend(value)
        elif shape == "part":
            texts_of(value, texts, urls)
        else:
            for part in value.values() if shape == "mapping" else value:
                texts_of(part, texts, urls)


@lru_cache(maxsize=64)
def _shape(model: type[Record]) -> tuple[tuple[str, str, bool], ...]:
    """The fields of a model that are texts or lead to some."""
    found: list[tuple[str, str, bool]] = []
    for name, field in table(model).items():
        if field.form in TEXT_FORMS:
            found.append((name, "texts" if field.many else "text", field.form == "url"))
        elif field.model is not None and _shape(field.model):
            found.append((name, field.many or "part", False))
    return tuple(found)


def values_of(
    record: Record, wanted: Wanted, path: DataPath = ()
) -> Iterator[tuple[DataPath, Field, Any]]:
    """Each value, however deep, of the fields that are wanted; items of lists one by one."""
    for name, field in table(type(record)).items():
        value = record.__dict__[name]
        if value is None:
            continue
        for at, item in _items(field, value, (*path, name)):
            if field.form == "record":
                yield from values_of(item, wanted, at)
            elif wanted(field):
                yield at, field, item


def _items(field: Field, value: Any, path: DataPath) -> Iterator[tuple[DataPath, Any]]:
    if field.many == "list":
        return (((*path, number), item) for number, item in enumerate(value))
    if field.many == "mapping":
        return (((*path, key), item) for key, item in value.items())
    return iter(((path, value),))


def record_of(records: PlanRecords, kind: str, id: str) -> Record | None:
    """One record of a plan by its key."""
    if kind in ("plan", "forum", "timeline"):
        return getattr(records, kind)
    name = dict(_MANY).get(kind)
    every: tuple[Any, ...] = getattr(records, name) if name else ()
    return next((record for record in every if record.id == id), None)


def translation_path(original: Record, path: DataPath) -> DataPath:
    """Where the text at a path of the original stands in a translation: parts go by their id."""
    here: list[str | int] = []
    value: Any = original
    for step in path:
        value = getattr(value, step) if isinstance(value, Record) else value[step]
        part = value if isinstance(step, int) and isinstance(value, Record) else None
        here.append(getattr(part, "id", step) if part is not None else step)
    return tuple(here)
