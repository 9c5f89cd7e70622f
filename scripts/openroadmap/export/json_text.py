"""Records as JSON, straight from the typed records: what is not recorded is left out.

Dates stand as they were recorded, yes and no as true and false. How a record
is taken apart is worked out once from its model. pydantic's own writer, which
we need anyway, writes strings four times as fast as the standard library's.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from operator import attrgetter
from typing import Any

from pydantic_core import to_json as _to_json

from openroadmap.model.dates import PartialDate
from openroadmap.model.fields import Record
from openroadmap.model.table import Field, table

_NUMBERS = (bool, int)
"""Zero and no are facts."""

_text = attrgetter("text")


def to_json(value: Any) -> bytes:
    """Plain data with records and dates in it as one line of JSON, in UTF-8."""
    return _to_json(plain(value))


def plain(value: Any) -> Any:
    """A value as nothing but texts, numbers, lists and mappings."""
    kind = value.__class__
    if kind is str or value is None or kind in _NUMBERS:
        return value
    if kind is dict:
        return {
            name: each if each.__class__ is str else plain(each) for name, each in value.items()
        }
    if kind is tuple or kind is list:
        return [each if each.__class__ is str else plain(each) for each in value]
    if kind is PartialDate:
        return value.text
    if isinstance(value, Record):
        return recorded(value)
    raise TypeError(f"no JSON for {kind.__name__}")


def recorded(record: Record) -> dict[str, Any]:
    """The fields of a record that say something, in the order of its model."""
    fields, said = record.__dict__, {}
    for name, make in _makers(record.__class__):
        value = fields[name]
        if value or value.__class__ in _NUMBERS:
            said[name] = make(value) if make else value
    return said


Maker = Callable[[Any], Any] | None
"""What makes plain data of a field's value; None where it is plain already."""


@lru_cache(maxsize=64)
def _makers(model: type[Record]) -> tuple[tuple[str, Maker], ...]:
    return tuple((name, _maker(field)) for name, field in table(model).items())


def _maker(field: Field) -> Maker:
    one = recorded if field.model else _text if field.form == "date" else None
    if one is None or not field.many:
        return one
    if field.many == "mapping":
        return lambda value: {id: one(each) for id, each in value.items()}
    return lambda value: [one(each) for each in value]
