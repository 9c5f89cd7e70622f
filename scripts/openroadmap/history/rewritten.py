"""What an agreed change says otherwise than it did when that came: git's facts in, faults out.

What was not said may be added later, and on the day on which it came it may still be put
right. From the next day on it stays: neither is it said otherwise, nor is anything added of
a part of it, or of what it is a part of.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from openroadmap.history.agreed import Near
from openroadmap.model.facts import Revision, Told

FIELDS = {
    Told.DATE: "date",
    Told.KIND: "kind",
    Told.COMMITMENT: "commitment",
    Told.FORUM: "agreed_by_forum_on",
    Told.AGREED: "agreed",
}
"""What of an agreed change stays as it is, and the field of the record where that stands."""


def rewritten(
    revisions: Iterable[Revision], came: date, today: date, agreed: Collection[str]
) -> Iterator[Revision]:
    """What a record that ``came`` on a day does not say any more as it was first said.

    ``agreed`` are the fields of the promise of which it speaks now.
    """
    courses: dict[tuple[Told, str], list[Revision]] = {}
    for each in revisions:
        if each.told in FIELDS and each.day <= today:
            courses.setdefault((each.told, each.id), []).append(each)
    since = dict.fromkeys(agreed, came)
    for (told, id), course in courses.items():
        day, said = _first_said(course, came)
        if told is Told.AGREED and said:
            since[id] = day
        last = course[-1]
        if said and last.after != said:
            yield Revision(last.day, told, id, said, last.after)
    days = Near(since.items())
    for id in agreed:
        if any(day < since[id] for day in days.find(id)):
            yield Revision(since[id], Told.AGREED, id, "", "")


def _first_said(course: Sequence[Revision], came: date) -> tuple[date, str]:
    """The day on which a value was first said, and what it was at the end of that day."""
    day, said = came, course[0].before
    for each in course:
        if not said or each.day == day:
            day, said = each.day, each.after
    return day, said
