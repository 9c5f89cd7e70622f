"""Make each plan's and member's part of the open data: lines of CSV and JSON documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from openroadmap.commands.order import Order
from openroadmap.export.documents import DataPlace, documents
from openroadmap.export.public import to_publish
from openroadmap.export.reported import Standings
from openroadmap.export.tables import Lines, member_lines, plan_lines
from openroadmap.history.differences import Difference
from openroadmap.model.site import PlanRecords
from openroadmap.read.site import MemberReading
from openroadmap.views.news.later import Later

PIECE = "table/"
"""With the name of a table, the piece that holds a part's lines of it."""


def place_of(order: Order) -> DataPlace:
    return DataPlace(order.url, order.licence, order.licence_url, order.today)


def plan_pieces(
    records: PlanRecords, standings: Standings, drift: Sequence[Difference], order: Order
) -> dict[str, bytes]:
    """A plan's lines of every table."""
    return _pieces(plan_lines(to_publish(records), standings, drift, order.today, order.url))


def member_pieces(reading: MemberReading, order: Order) -> dict[str, bytes]:
    """A member's line of its table, and what belongs to it."""
    return _pieces(member_lines(reading.id, reading.context.member, order.url))


def plan_documents(
    records: PlanRecords,
    standings: Standings,
    drift: Sequence[Difference],
    later: Sequence[Later],
    order: Order,
) -> Iterator[tuple[str, bytes]]:
    """The JSON documents of a plan and of its commitments."""
    return documents(to_publish(records), standings, drift, place_of(order), later)


def _pieces(lines: Lines) -> dict[str, bytes]:
    return {f"{PIECE}{name}": text.encode() for name, text in lines.items()}
