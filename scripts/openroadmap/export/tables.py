"""A plan's part of every table of the open data: its records come in, lines of CSV go out.

The whole site's tables are made by putting the plans' lines behind each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Any

from openroadmap.export.csv_text import line, quoted
from openroadmap.export.departures import departure
from openroadmap.export.reported import Reported, Standings
from openroadmap.export.rows import date_cells, fill, parts_of
from openroadmap.history.differences import Difference
from openroadmap.model.baseline import Baseline
from openroadmap.model.commitment import Commitment
from openroadmap.model.fields import Record
from openroadmap.model.kinds import KIND
from openroadmap.model.member import Member
from openroadmap.model.site import PlanRecords
from openroadmap.model.voices import Assessment, Update
from openroadmap.views.data.tables import FOLDER, TABLES, WITH_JSON, WITH_PAGE, Table
from openroadmap.views.setting import JSON_FILE, plan_address, root_of

Lines = dict[str, str]
"""Lines of CSV by the name of their table."""


def head_of(table: Table) -> str:
    """The first line of a table: the names of its columns."""
    return line(column.name for column in table.columns)


def member_lines(id: str, member: Member | None, site_url: str) -> Lines:
    """The rows of a member's own record."""
    if member is None:
        return {}
    rows = _Rows(id, "", site_url, is_example=bool(member.example))
    rows.add("members", id, id, member, rows.links("members", id))
    return rows.lines()


def plan_lines(
    records: PlanRecords,
    standings: Standings,
    drift: Iterable[Difference],
    today: date,
    site_url: str,
) -> Lines:
    """The rows of a plan and of all its records, as of a day."""
    member, plan = records.context.member_id, plan_address(records).rstrip("/")
    rows = _Rows(member, plan, site_url, is_example=records.example)
    if records.plan:
        rows.add("plans", plan, f"{plan},{member}", records.plan, rows.links("plans", plan))
    for each in records.commitments:
        _commitment(rows, each, standings, today.isoformat())
    for each in records.updates:
        _update(rows, each)
    for each in records.assessments:
        _assessment(rows, each)
    for each in drift:
        _departure(rows, each, records.baseline, today.isoformat())
    for kind, table in _PLAIN.items():
        for each in _of_kind(records, kind):
            rows.own(table, each)
    if records.timeline:
        for each in records.timeline.opportunities:
            rows.add("opportunities", "", rows.place, each)
    return rows.lines()


_SPECIAL = frozenset({"members", "plans", "commitments", "updates", "assessments"})
_PLAIN = {each.kind: each.name for each in TABLES
          if each.kind and not each.field and each.name not in _SPECIAL}  # fmt: skip
"""The tables that hold a kind of record and nothing beside it, by the kind."""


def _of_kind(records: PlanRecords, kind: str) -> Iterable[Any]:
    """The records of a kind, those of which there is only one too."""
    if KIND[kind].file:
        only = getattr(records, kind)
        return (only,) if only else ()
    return getattr(records, KIND[kind].folder)


class _Rows:
    """The rows of one member or plan by table.

    Without the site's address the addresses of pages are relative to the tables' folder.
    """

    def __init__(self, member: str, plan: str, site_url: str, *, is_example: bool) -> None:
        self.plan = plan
        self.place = f"{member},{plan}"
        self.owner = f"{plan}/"
        self.root = site_url or root_of(FOLDER)
        self.example = "true" if is_example else "false"
        self.by_table: defaultdict[str, list[str]] = defaultdict(list)

    def own(self, table: str, record: Any) -> None:
        """The row of a record that has an id of its own in the plan."""
        id = f"{self.plan}/{record.id}"
        self.add(table, id, f"{id},{self.place}", record)

    def add(self, table: str, id: str, head: str, record: Record, tail: str = "") -> None:
        """The row of a record, and those of its parts in the tables that all records share.

        ``head`` are the cells before those of the record, ``tail`` are those behind them.
        """
        cells = fill(record, table, self.owner)
        self.by_table[table].append(f"{head},{self.example},{cells}{tail}\r\n")
        for shared, field, part in parts_of(record):
            whose = f"{self.place},{self.example},{table},{id},{field}"
            self.by_table[shared].append(f"{whose},{fill(part, shared, '')}\r\n")

    def links(self, table: str, id: str) -> str:
        """The cells that lead to what can be read of a row, each behind a comma."""
        address = f"{self.root}{id}/"
        page = f",{quoted(address)}" if table in WITH_PAGE else ""
        return f"{page},{quoted(address + JSON_FILE)}" if table in WITH_JSON else page

    def lines(self) -> Lines:
        return {name: "".join(lines) for name, lines in self.by_table.items()}


def _commitment(rows: _Rows, commitment: Commitment, standings: Standings, day: str) -> None:
    id = f"{rows.plan}/{commitment.id}"
    standing = _standing(standings.commitments[commitment.id])
    tail = f",{standing},{day}{rows.links('commitments', id)}"
    rows.add("commitments", id, f"{id},{rows.place}", commitment, tail)
    for each in commitment.milestones:
        standing = _standing(standings.milestones[commitment.id, each.id])
        own = f"{id}/{each.id}"
        rows.add("milestones", own, f"{own},{rows.place},{id}", each, f",{standing},{day}")


@lru_cache(maxsize=8_192)
def _standing(told: Reported) -> str:
    """The cells of ``standing_columns`` but for the day, in their order."""
    words, by = (quoted(text) if text else "" for text in (told.words, told.by))
    on, since = date_cells(told.on), date_cells(told.since)
    soon = "true" if told.soon else "false"
    cells = f"{told.state.value},{words},{on},{since},{by},{told.lateness.value},{soon}"
    return cells if told.silence is None else f"{cells},{told.silence.value}"


def _update(rows: _Rows, update: Update) -> None:
    rows.own("updates", update)
    id = f"{rows.plan}/{update.id}"
    about = f"{rows.plan}/{update.commitment}" if update.commitment else ""
    for each in update.milestones:
        own, owners = f"{id}/{each.id}", f"{id},{about},{about}/{each.id}"
        rows.add("milestone_reports", own, f"{own},{rows.place},{owners}", each)


def _departure(rows: _Rows, each: Difference, baseline: Baseline, day: str) -> None:
    commitment = f"{rows.plan}/{each.commitment}" if each.commitment else ""
    milestone = f"{commitment}/{each.milestone}" if each.milestone else ""
    head = f"{rows.place},{commitment},{milestone}"
    rows.add("changes", "", head, departure(each, baseline), f",{day}")


def _assessment(rows: _Rows, assessment: Assessment) -> None:
    rows.own("assessments", assessment)
    id = f"{rows.plan}/{assessment.id}"
    for commitment, result in assessment.results.items():
        own, owners = f"{id}/{commitment}", f"{id},{rows.plan}/{commitment}"
        rows.add("results", own, f"{own},{rows.place},{owners}", result)
