"""When promises last changed since adoption: a plan and git's facts come in, days go out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from openroadmap.model.baseline import Baseline
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
    place = (records.context.member_id, records.id)
    copied = facts.updated.get(record_file(*place, "baseline", "baseline"), ())[:1]
    if records.example or not copied or copied[0] > today:
        return None
    files = [record_file(*place, "plan", records.id)]
    files += (record_file(*place, "commitment", each.id) for each in records.commitments)
    late = any(
        baseline.frozen_on.last < day <= copied[0]
        for file in files
        for day in facts.updated.get(file, ())[1:]
    )
    return copied[0] if late else None


def _days(
    records: PlanRecords, baseline: Baseline, facts: GitFacts
) -> Iterator[tuple[str, date]]:
    place = (records.context.member_id, records.id)
    promises = (*records.commitments, *baseline.commitments)
    files = {record_file(*place, "commitment", each.id): each.id for each in promises}
    files[record_file(*place, "plan", records.id)] = ""
    for file, id in files.items():
        yield from ((id, day) for day in facts.updated.get(file, ()))
    for gone in facts.gone.get(plan_folder(*place), ()):
        if gone.file in files and gone.file not in facts.updated and gone.last:
            yield files[gone.file], gone.last
