"""Make the open data: each plan's part of it, and what is made of all parts together.

In come records and their progress, or the pieces that every plan and member
gave; out come lines of CSV, JSON documents, the data package and the page that
leads to all of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from openroadmap.commands import memo
from openroadmap.commands.order import Made, Order
from openroadmap.export.datapackage import data_package, resource_of
from openroadmap.export.documents import DataPlace, documents
from openroadmap.export.public import to_publish
from openroadmap.export.tables import Lines, head_of, member_lines, plan_lines
from openroadmap.measure.progress import PlanProgress
from openroadmap.model.site import PlanRecords
from openroadmap.read.site import MemberReading
from openroadmap.views.data_tables import TABLES, Table

PIECE = "table/"
"""With the name of a table, the piece that holds a part's lines of it."""


def place_of(order: Order) -> DataPlace:
    return DataPlace(order.url, order.licence, order.licence_url, order.today)


def plan_pieces(records: PlanRecords, progress: PlanProgress, order: Order) -> dict[str, bytes]:
    """A plan's lines of every table."""
    return _pieces(plan_lines(to_publish(records), progress, order.today, order.url))


def member_pieces(reading: MemberReading, order: Order) -> dict[str, bytes]:
    """A member's line of its table, and what belongs to it."""
    return _pieces(member_lines(reading.id, reading.context.member, order.url))


def plan_documents(
    records: PlanRecords, progress: PlanProgress, order: Order
) -> Iterator[tuple[str, bytes]]:
    """The JSON documents of a plan and of its commitments."""
    return documents(to_publish(records), progress, place_of(order))


def _pieces(lines: Lines) -> dict[str, bytes]:
    return {f"{PIECE}{name}": text.encode() for name, text in lines.items()}


def data(parts: Sequence[memo.Pieces], order: Order) -> Made:
    """The tables of the whole site, the data package, and the page that leads to them."""
    made = [_table(table, parts) for table in TABLES]
    files = [(table.path, content) for table, content in zip(TABLES, made, strict=True)]
    resources = [
        resource_of(table, content) for table, content in zip(TABLES, made, strict=True)
    ]
    package = data_package(resources, order.name, order.repo_url, place_of(order))
    return Made(files=[*files, package])


def _table(table: Table, parts: Sequence[memo.Pieces]) -> bytes:
    name = f"{PIECE}{table.name}"
    return b"".join((head_of(table).encode(), *(part.data(name) for part in parts)))
