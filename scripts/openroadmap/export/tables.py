"""A plan's part of every table of the open data: its records come in, lines of CSV go out.

The whole site's tables are made by putting the plans' lines behind each other.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from openroadmap.export.csv_text import line, quoted
from openroadmap.export.rows import Row, date_cells, fill, parts_of
from openroadmap.measure.progress import PlanProgress, Standing, State
from openroadmap.model.commitment import Commitment
from openroadmap.model.fields import Record
from openroadmap.model.kinds import KIND
from openroadmap.model.member import Member
from openroadmap.model.site import PlanRecords
from openroadmap.model.voices import Assessment, Update
from openroadmap.views.data_tables import FOLDER, TABLE, TABLES, WITH_JSON, WITH_PAGE, Table
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
    rows = _Rows([id, ""], bool(member.example), site_url)
    rows.add("members", (), id, member, lead=())
    return rows.lines()


def plan_lines(
    records: PlanRecords, progress: PlanProgress, today: date, site_url: str
) -> Lines:
    """The rows of a plan and of all its records, as of a day."""
    member, plan = records.context.member_id, plan_address(records).rstrip("/")
    rows = _Rows([member, plan], records.example, site_url)
    if records.plan:
        rows.add("plans", (), plan, records.plan, lead=(member,))
    for each in records.commitments:
        _commitment(rows, each, progress, today.isoformat())
    for each in records.updates:
        _update(rows, each)
    for each in records.assessments:
        _assessment(rows, each)
    for kind, table in _PLAIN.items():
        for each in _of_kind(records, kind):
            rows.add(table, (), f"{plan}/{each.id}", each)
    if records.timeline:
        for each in records.timeline.opportunities:
            rows.add("opportunities", (), "", each)
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


@dataclass(slots=True)
class _Rows:
    """The rows of one member or plan by table; ``place`` are its two ids.

    Without the site's address the addresses of pages are relative to the tables' folder.
    """

    place: list[str]
    is_example: bool
    site_url: str
    by_table: dict[str, list[str]] = field(default_factory=dict)

    def add(
        self,
        name: str,
        owners: tuple[str, ...],
        id: str,
        record: Record,
        lead: Iterable[str] | None = None,
        further: Iterable[str] = (),
    ) -> None:
        """The row of a record, and those of its parts in the tables that all records share."""
        example = "true" if self.is_example else "false"
        root = self.site_url or root_of(FOLDER)
        row: Row = [id] if TABLE[name].has_key else []
        row += (*(self.place if lead is None else lead), *owners, example)
        row += fill(record, name, f"{self.place[1]}/")
        row += further
        if name in WITH_PAGE:
            row.append(quoted(f"{root}{id}/"))
        if name in WITH_JSON:
            row.append(quoted(f"{root}{id}/{JSON_FILE}"))
        self._keep(name, row)
        for table, at, part in parts_of(record):
            self._keep(table, [*self.place, example, name, id, at, *fill(part, table, "")])

    def lines(self) -> Lines:
        return {name: "".join(lines) for name, lines in self.by_table.items()}

    def _keep(self, table: str, row: Row) -> None:
        self.by_table.setdefault(table, []).append(line(row))


def _commitment(rows: _Rows, commitment: Commitment, progress: PlanProgress, day: str) -> None:
    plan = rows.place[1]
    id = f"{plan}/{commitment.id}"
    standing = _standing(progress.commitments[commitment.id], day)
    rows.add("commitments", (), id, commitment, further=standing)
    for each in commitment.milestones:
        standing = _standing(progress.milestones[commitment.id, each.id], day)
        rows.add("milestones", (id,), f"{id}/{each.id}", each, further=standing)


def _standing(standing: Standing, day: str) -> Row:
    """The cells of ``STANDING``, in its order."""
    update, since = standing.update, date_cells(standing.since)
    gone = standing.state is State.WITHDRAWN
    told = date_cells(update.date) if update and not gone else since
    by = update.author_organisation if update and not gone else None
    words, who = (quoted(text) if text else "" for text in (standing.words, by))
    return [standing.state.value, words, told, since, who, standing.lateness.value, day]


def _update(rows: _Rows, update: Update) -> None:
    plan = rows.place[1]
    id = f"{plan}/{update.id}"
    rows.add("updates", (), id, update)
    about = f"{plan}/{update.commitment}" if update.commitment else ""
    for each in update.milestones:
        owners = (id, about, f"{about}/{each.id}")
        rows.add("milestone_reports", owners, f"{id}/{each.id}", each)


def _assessment(rows: _Rows, assessment: Assessment) -> None:
    plan = rows.place[1]
    id = f"{plan}/{assessment.id}"
    rows.add("assessments", (), id, assessment)
    for commitment, result in assessment.results.items():
        owners = (id, f"{plan}/{commitment}")
        rows.add("results", owners, f"{id}/{commitment}", result)
