"""Cells of the open data: a record comes in, a row's cells go out, by the columns of its table.

How a table is filled is worked out once from its columns, so that a row costs
no more than its cells. Cells are text as it stands in the file, with commas
between them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any

from pydantic_core import to_json

from openroadmap.export.csv_text import quoted
from openroadmap.export.json_text import plain
from openroadmap.model.dates import parse_date
from openroadmap.model.fields import Record
from openroadmap.model.table import table as fields_of
from openroadmap.views.data.columns import GENERAL, Column
from openroadmap.views.data.tables import TABLE

Cells = Callable[[Any, str], str]
"""Makes the cells of a value; ids are told in full behind the given beginning."""

Values = Callable[[Mapping[str, Any]], tuple[Any, ...]]

Layout = tuple[Values, tuple[tuple[Cells, str], ...]]
"""What picks the values that have cells, and for each how these are made, and its empty cells."""

_EMPTY: tuple[()] = ()


def fill(record: Record, table: str, owner: str) -> str:
    """The cells of a record's fields; ``owner`` is what ids are told in full with."""
    return _fill(record, _layout(table), owner)


def parts_of(record: Record) -> Iterator[tuple[str, str, Record]]:
    """The parts of a record that stand in a table of all records: table, field and part."""
    values = record.__dict__
    for name, table in _general_fields(record.__class__):
        if value := values[name]:
            for part in value if value.__class__ is tuple else (value,):
                yield table, name, part


@lru_cache(maxsize=50_000)
def date_cells(text: str) -> str:
    """A date as recorded, and the first and the last day it can mean; "" is no date.

    By its text, which is cheap to look up; thousands of records share few dates.
    """
    if not text:
        return ",,"
    value = parse_date(text)
    return f"{text},{value.first.isoformat()},{value.last.isoformat()}"


@lru_cache(maxsize=64)
def _general_fields(model: type[Record]) -> tuple[tuple[str, str], ...]:
    found = ((field.name, GENERAL.get(field.model)) for field in fields_of(model).values())
    return tuple((name, table) for name, table in found if table)


@lru_cache(maxsize=64)
def _layout(table: str) -> Layout:
    return _laid_out([each for each in TABLE[table].columns if each.source], 0)


def _laid_out(columns: list[Column], depth: int) -> Layout:
    """Columns of one field stand side by side: a date has three, a part as many as it says."""
    names, cells = [], []
    for name, found in groupby(columns, key=lambda column: column.source[depth]):
        mine = list(found)
        is_part = len(mine[0].source) > depth + 1
        makes = _nested(_laid_out(mine, depth + 1)) if is_part else _cells_of(mine[0])
        names.append(name)
        cells.append((makes, "," * (len(mine) - 1)))
    return _picker(names), tuple(cells)


def _picker(names: list[str]) -> Values:
    pick = itemgetter(*names)
    return pick if len(names) > 1 else lambda values: (pick(values),)


def _fill(record: Record, layout: Layout, owner: str) -> str:
    pick, makers = layout
    return ",".join([
        blank if value is None or value is _EMPTY else cells(value, owner)
        for value, (cells, blank) in zip(pick(record.__dict__), makers, strict=True)
    ])


def _nested(layout: Layout) -> Cells:
    return lambda value, owner: _fill(value, layout, owner)


def _cells_of(column: Column) -> Cells:
    """A list is a JSON array; ids are told in full, those of plans without a plan before them."""
    if column.form == "id" and column.refers == "plans":
        return lambda value, owner: f"{owner.partition('/')[0]}/{value}"
    if column.form != "list":
        return _FORMS[column.form]
    if column.holds_ids:
        return lambda value, owner: quoted(to_json([f"{owner}{each}" for each in value]).decode())
    return lambda value, owner: quoted(to_json(plain(value)).decode())


_FORMS: dict[str, Cells] = {
    "text": lambda value, owner: quoted(value),
    "code": lambda value, owner: quoted(value),
    "url": lambda value, owner: quoted(value),
    "date": lambda value, owner: date_cells(value.text),
    "whole": lambda value, owner: str(value),
    "yes_no": lambda value, owner: "true" if value else "false",
    "id": lambda value, owner: f"{owner}{value}",
}
