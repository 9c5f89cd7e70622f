"""Cells of the open data: a record comes in, a row's cells go out, by the columns of its table.

How a table is filled is worked out once from its columns, so that a row costs
no more than its cells.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import groupby
from typing import Any

from openroadmap.export.csv_text import quoted
from openroadmap.export.json_text import to_json
from openroadmap.model.dates import PartialDate, parse_date
from openroadmap.model.fields import Record
from openroadmap.model.table import table as fields_of
from openroadmap.views.data_columns import GENERAL, Column
from openroadmap.views.data_tables import TABLE

Row = list[str]
"""Cells as they stand in the file; one entry may be several cells with commas between them."""

Cells = Callable[[Any, str], str]
"""Makes the cells of a value; ids are told in full behind the given beginning."""

Group = tuple[str, Cells, str]
"""A field, how its cells are made, and what stands there where it is empty."""

_EMPTY: tuple[()] = ()
_NO_DATE = ",,"


def fill(record: Record, table: str, owner: str) -> Row:
    """The cells of a record's fields; ``owner`` is what ids are told in full with."""
    return _fill(record, _layout(table), owner)


def parts_of(record: Record) -> Iterator[tuple[str, str, Record]]:
    """The parts of a record that stand in a table of all records: table, field and part."""
    values = record.__dict__
    for name, table in _general_fields(type(record)):
        value = values[name]
        if value is not None:
            for part in value if isinstance(value, tuple) else (value,):
                yield table, name, part


def date_cells(value: PartialDate | None) -> str:
    """A date as recorded, and the first and the last day it can mean."""
    return _date_cells(value.text) if value else _NO_DATE


@lru_cache(maxsize=50_000)
def _date_cells(text: str) -> str:
    """By its text, which is cheaper to look up; thousands of records share few dates."""
    value = parse_date(text)
    return f"{text},{value.first.isoformat()},{value.last.isoformat()}"


@lru_cache(maxsize=64)
def _general_fields(model: type[Record]) -> tuple[tuple[str, str], ...]:
    found = ((field.name, GENERAL.get(field.model)) for field in fields_of(model).values())
    return tuple((name, table) for name, table in found if table)


@lru_cache(maxsize=64)
def _layout(table: str) -> tuple[Group, ...]:
    return tuple(_groups([each for each in TABLE[table].columns if each.source], 0))


def _groups(columns: list[Column], depth: int) -> Iterator[Group]:
    for name, found in groupby(columns, key=lambda column: column.source[depth]):
        mine = list(found)
        blank = "," * (len(mine) - 1)
        if len(mine[0].source) > depth + 1:
            yield name, _nested(tuple(_groups(mine, depth + 1))), blank
        else:
            yield name, _cells_of(mine[0]), blank


def _fill(record: Record, groups: tuple[Group, ...], owner: str) -> Row:
    values = record.__dict__
    row = []
    for name, cells, blank in groups:
        value = values[name]
        row.append(blank if value is None or value is _EMPTY else cells(value, owner))
    return row


def _nested(groups: tuple[Group, ...]) -> Cells:
    return lambda value, owner: ",".join(_fill(value, groups, owner))


def _cells_of(column: Column) -> Cells:
    """A list is a JSON array; ids are told in full, those of plans without a plan before them."""
    if column.form == "id" and column.refers == "plans":
        return lambda value, owner: f"{owner.partition('/')[0]}/{value}"
    if column.form != "list":
        return _FORMS[column.form]
    if column.holds_ids:
        return lambda value, owner: quoted(to_json([f"{owner}{each}" for each in value]).decode())
    return lambda value, owner: quoted(to_json(value).decode())


_FORMS: dict[str, Cells] = {
    "text": lambda value, owner: quoted(value),
    "code": lambda value, owner: quoted(value),
    "url": lambda value, owner: quoted(value),
    "date": lambda value, owner: _date_cells(value.text),
    "whole": lambda value, owner: str(value),
    "yes_no": lambda value, owner: "true" if value else "false",
    "id": lambda value, owner: f"{owner}{value}",
}
