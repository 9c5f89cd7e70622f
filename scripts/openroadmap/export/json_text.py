"""Records as plain data for JSON: typed records in, without what is not recorded.

Dates stand as they were recorded, yes and no as true and false. How a record
is taken apart is worked out once from its model. What comes out is for
pydantic's own writer: we need it anyway, and it takes half the time of the
standard library's.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from operator import attrgetter
from typing import Any

from openroadmap.model.fields import Record
from openroadmap.model.table import Field, table

_NUMBERS = (bool, int)
"""Zero and no are facts."""

_text = attrgetter("text")


def recorded(record: Record) -> dict[str, Any]:
    """The fields of a record that say something, in the order of its model, as plain data."""
    makers, said = _makers(record.__class__), {}
    for name, value in record.__dict__.items():
        if value or (value is not None and value.__class__ in _NUMBERS):
            make = makers[name]
            said[name] = make(value) if make else value
    return said


def plain(value: Record | tuple[Any, ...]) -> Any:
    """A record, or a list of texts or of records, as plain data."""
    if value.__class__ is not tuple:
        return recorded(value)
    return [each if each.__class__ is str else recorded(each) for each in value]


Maker = Callable[[Any], Any] | None
"""What makes plain data of a field's value; None where it is plain already."""


@lru_cache(maxsize=64)
def _makers(model: type[Record]) -> dict[str, Maker]:
    return {name: _maker(field) for name, field in table(model).items()}


def _maker(field: Field) -> Maker:
    one = recorded if field.model else _text if field.form == "date" else None
    if one is None or not field.many:
        return one
    if field.many == "mapping":
        return lambda value: {id: one(each) for id, each in value.items()}
    return lambda value: [one(each) for each in value]
