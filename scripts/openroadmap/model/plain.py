"""A record comes in; plain data as its file would hold them go out, without what is absent."""

from __future__ import annotations

from typing import Any

from openroadmap.model.dates import PartialDate
from openroadmap.model.fields import Record, names_of


def plain(record: Record) -> dict[str, Any]:
    """Texts, numbers, lists and mappings, in the order of the fields."""
    return {
        name: _value(value)
        for name in names_of(type(record))
        if (value := record.__dict__[name]) is not None and value != () and value != {}
    }


def _value(value: Any) -> Any:
    if isinstance(value, Record):
        return plain(value)
    if isinstance(value, tuple):
        return [_value(item) for item in value]
    if isinstance(value, dict):
        return {key: _value(item) for key, item in value.items()}
    return value.text if isinstance(value, PartialDate) else value
