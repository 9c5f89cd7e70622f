"""A row of the open data that no file holds: what differs from a plan as it was adopted."""

from openroadmap.model.fields import (
    DateField,
    Id,
    Line,
    Prose,
    Record,
    Whole,
    YesNo,
    code,
    many,
    may,
    must,
)


class Departure(Record):
    """One difference between a plan as it was adopted and as its records say now."""

    change: code("change") = must("Change", "What kind of difference it is.", "date")
    title: Line = must(
        "Title",
        "What the commitment or milestone is called, or the plan where it is about the plan "
        "itself; as it was called when adopted, where it was there.",
        "Publish every public contract",
    )
    field: Line | None = may(
        "Field",
        "What differs, as an amendment names it; empty where a whole commitment was added, "
        "withdrawn or removed.",
        "milestones.m4.due_on",
    )
    before: Prose | None = may(
        "Before",
        "What was adopted: a text, a date as recorded, or a list of names (JSON). Of what was "
        "dropped, when it was due.",
        "2026-06-30",
    )
    after: Prose | None = may(
        "After",
        "What the records say now, in the same form. Of what was added, when it is due.",
        "2026-12-31",
    )
    before_on: DateField | None = may(
        "Before, as a date", "What was adopted, where it is a date.", "2026-06-30"
    )
    after_on: DateField | None = may(
        "After, as a date", "What the records say now, where it is a date.", "2026-12-31"
    )
    days: Whole | None = may(
        "Days",
        "By how many days a date moved, where both are known to the day; less than nought where "
        "it was brought forward.",
        184,
    )
    amendments: tuple[Id, ...] = many(
        "Amendments", "The ids of the agreed changes that explain it, oldest first."
    )
    reason_recorded: YesNo = must(
        "Reason recorded",
        "true where an agreed change that explains it gives a reason.",
        "yes",
    )
    frozen_on: DateField = must(
        "Frozen on", "The day of which the plan as adopted speaks.", "2025-06-26"
    )
