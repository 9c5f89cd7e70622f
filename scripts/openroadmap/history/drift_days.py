"""When promises last changed since adoption: a plan and git's facts come in, days go out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from openroadmap.model.baseline import Baseline
from openroadmap.model.commitment import Promise
from openroadmap.model.facts import GitFacts
from openroadmap.model.kinds import plan_folder, record_file
from openroadmap.model.site import PlanRecords


def days_since(
    records: PlanRecords, baseline: Baseline, facts: GitFacts, today: date
) -> dict[str, date]:
    """The last day on which each record said something new since the plan was frozen, or went.

    By the id of the commitment; "" is the plan's own promise.
    """
    found: dict[str, date] = {}
    for id, day in _days(records, baseline, facts):
        if baseline.frozen_on.first <= day <= today:
            found[id] = max(day, found.get(id, day))
    return found


def fields_since(
    records: PlanRecords, baseline: Baseline, facts: GitFacts, today: date
) -> dict[tuple[str, str], date]:
    """The same of single fields, by the id and the name of the field.

    Of a day on which something else was changed that is not known by name, any field may be
    meant: then those of the record are known no longer, until they are named again.
    """
    found: dict[tuple[str, str], date] = {}
    for file, id in _files(records, records.commitments).items():
        mine: dict[tuple[str, str], date] = {}
        for day in facts.updated.get(file, ())[1:]:
            if baseline.frozen_on.first <= day <= today:
                names = facts.fields_on(file, day)
                mine = {**mine, **dict.fromkeys(((id, name) for name in names), day)}
                mine = mine if names else {}
        found |= mine
    return found


def days_edited(records: PlanRecords, facts: GitFacts, today: date) -> dict[str, date]:
    """The last day on which the record of each agreed change was itself changed, by its id."""
    place = (records.context.member_id, records.id)
    found = {}
    for each in records.amendments:
        days = facts.updated.get(record_file(*place, "amendment", each.id), ())[1:]
        if known := [day for day in days if day <= today]:
            found[each.id] = known[-1]
    return found


def copied_late(
    records: PlanRecords, baseline: Baseline, facts: GitFacts, today: date
) -> date | None:
    """When the plan as adopted came into the repository, where promises had changed before.

    None where none of their records was changed between the day of which it
    speaks and that day, and where git cannot tell. An invented plan may be of
    any day.
    """
    file = record_file(records.context.member_id, records.id, "baseline", "baseline")
    copied = facts.updated.get(file, ())[:1]
    if records.example or not copied or copied[0] > today:
        return None
    late = changed_promises(records, facts, baseline.frozen_on.last, copied[0])
    return copied[0] if late else None


def changed_promises(
    records: PlanRecords, facts: GitFacts, after: date, until: date = date.max
) -> list[str]:
    """The files of promises that said something new after a day, up to another."""
    return [
        file
        for file in _files(records, records.commitments)
        if any(after < day <= until for day in facts.updated.get(file, ())[1:])
    ]


def _files(records: PlanRecords, promises: Iterable[Promise]) -> dict[str, str]:
    """The files of the plan's own promise and of these, with the ids that they stand for."""
    place = (records.context.member_id, records.id)
    files = {record_file(*place, "plan", records.id): ""}
    return files | {record_file(*place, "commitment", each.id): each.id for each in promises}


def _days(
    records: PlanRecords, baseline: Baseline, facts: GitFacts
) -> Iterator[tuple[str, date]]:
    files = _files(records, (*records.commitments, *baseline.commitments))
    for file, id in files.items():
        yield from ((id, day) for day in facts.updated.get(file, ()))
    for gone in facts.gone.get(plan_folder(records.context.member_id, records.id), ()):
        if gone.file in files and gone.file not in facts.updated and gone.last:
            yield files[gone.file], gone.last
