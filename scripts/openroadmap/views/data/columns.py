"""The columns of the open data: a model of records comes in, its columns go out.

A part that stands once in a record is flattened (`by` becomes `by_organisation`,
`by_sector` ...). A date becomes three columns: as recorded, and the first and the
last day it can mean. A list becomes a JSON array in one cell, unless it has a
table of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from openroadmap.i18n import N_
from openroadmap.immutable import immutable
from openroadmap.model.commitment import Milestone
from openroadmap.model.fields import Record
from openroadmap.model.parts import Evidence, Note, Source
from openroadmap.model.process import Opportunity
from openroadmap.model.table import Field, table
from openroadmap.model.voices import MilestoneReport, Result

GENERAL: Mapping[type[Record], str] = {Evidence: "evidence", Source: "sources", Note: "notes"}
"""Parts of many kinds of record, gathered in one table each."""

OWN: frozenset[type[Record]] = frozenset({Milestone, MilestoneReport, Result, Opportunity})
"""Parts of one kind of record that have a table of their own."""

REFERENCES = {
    "commitment": "commitments",
    "commitments": "commitments",
    "previous_plan": "plans",
    "amendments": "amendments",
    "contributions": "contributions",
    "origin_contributions": "contributions",
    "presented": "",
}
"""The table whose ids a field holds, by the field's name; "" where it may be one of several."""

PROVEN = frozenset({"commitment", "contributions", "origin_contributions", "commitments"})
"""References that the rules hold: nothing is published that breaks one."""

FIRST_DAY = N_("The first day that this date can mean. Computed from the date as recorded.")
LAST_DAY = N_("The last day that this date can mean. Computed from the date as recorded.")


@immutable
class Column:
    """One column of a table.

    ``form`` is text, code, date (as recorded), day, whole, yes_no, id, url or
    list; ``refers`` names the table whose ids it holds; ``parent`` is the title
    of the part of the record it lies in; ``computed`` is True for what no record
    says; ``source`` is the way to its value in the record, () where it does not
    come from a field.
    """

    name: str
    title: str
    description: str
    form: str
    vocabulary: str = ""
    required: bool = False
    refers: str = ""
    is_proven: bool = False
    parent: str = ""
    computed: bool = False
    example: str = ""
    source: tuple[str, ...] = ()

    @property
    def holds_ids(self) -> bool:
        """Whether its values are ids of other records, be it of several kinds."""
        return bool(self.source) and self.source[-1] in REFERENCES


def columns_of(model: type[Record], without: frozenset[str] = frozenset()) -> Iterator[Column]:
    """The columns of a model's fields, in the order of the model."""
    for field in table(model).values():
        if field.name not in without:
            yield from _columns(field, (), "")


def with_bounds(column: Column) -> Iterator[Column]:
    """The column, and after a date the first and the last day it can mean."""
    yield column
    if column.form == "date":
        for end, words in (("from", FIRST_DAY), ("to", LAST_DAY)):
            yield replace(
                column, name=f"{column.name}_{end}", description=words, form="day",
                required=False, computed=True, example="",
            )  # fmt: skip


def has_own_table(field: Field) -> bool:
    """Whether a field's values stand in another table than its record's."""
    return field.model in GENERAL or (bool(field.many) and field.model in OWN)


def _columns(field: Field, way: tuple[str, ...], parent: str) -> Iterator[Column]:
    if has_own_table(field):
        return
    source = (*way, field.name)
    if field.model is not None and not field.many:
        for inner in table(field.model).values():
            yield from _columns(inner, source, field.title)
        return
    is_single = not field.many
    yield from with_bounds(Column(
        name="_".join(source),
        title=field.title,
        description=field.description,
        form=_FORMS.get(field.form, field.form) if is_single else "list",
        vocabulary=field.vocabulary,
        required=field.required and not way,
        refers=REFERENCES.get(field.name, ""),
        is_proven=field.name in PROVEN,
        parent=parent,
        example=_example(field) if is_single else "",
        source=source,
    ))  # fmt: skip


def _example(field: Field) -> str:
    """An example as it stands in the open data."""
    if field.form == "yes_no":
        return "true" if field.example in ("yes", True) else "false"
    return "" if field.example is None else str(field.example)


_FORMS = {"line": "text", "prose": "text", "name": "text"}
