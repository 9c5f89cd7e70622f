"""Dates that cannot be.

## What it says

What begins comes before what ends, in every record: plans, co-creation, opportunities to take
part, attestations. Minutes follow their meeting, an answer follows its contribution. What is
said to have happened, has: nothing was published, held, reported or changed in the future.

Commitments and their milestones have a rule of their own, C05.

## Why it matters

The checks of OGP's requirements count days between these dates. One that cannot be right
makes a breach out of good work, or hides one.

## Wrong

```yaml meetings/2026-09-10-forum.yml
date: 2026-09-10
kind: forum
status: held
minutes:
  url: https://example.org/minutes
  published_on: 2026-09-01
```

## Right

```yaml meetings/2026-09-10-forum.yml
date: 2026-09-10
kind: forum
status: held
minutes:
  url: https://example.org/minutes
  published_on: 2026-09-21
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Any

from openroadmap.findings import DataPath, Level
from openroadmap.i18n import N_
from openroadmap.model.dates import PartialDate
from openroadmap.model.fields import Record
from openroadmap.model.site import PlanContext, PlanRecords, RecordKey
from openroadmap.model.table import table
from openroadmap.rules.clauses import NOTHING_INVENTED
from openroadmap.rules.days import in_the_future
from openroadmap.rules.fields import every_record
from openroadmap.rules.rule import Fault, Rule

PAST = frozenset({
    "published_on", "papers_published_on", "received_on", "attested_on",
    "endorsed_on", "submitted_on", "adopted_on", "agreed_by_forum_on", "established_on",
    "joined_on", "previous_plan_ended_on",
})  # fmt: skip
"""Fields of any record or part that say when something happened.

When a source was read is not among them: that day is about whoever reads, not about the plan,
and a look back (``--as-of``) would find every source read too late.
"""
REPORTS = ("update", "view", "amendment")
"""Kinds whose own date is the day of something that has happened."""

Branch = tuple[str, str, tuple[Any, ...]]


def check(records: PlanRecords, today: date) -> Iterator[Fault]:
    yield from _in_order(records)
    yield from _answers(records)
    for meeting in records.meetings:
        if meeting.status == "held" and in_the_future(meeting.date, today):
            args = {"date": meeting.date.text}
            yield Fault(("meeting", meeting.id), ("date",), "held-in-the-future", args)
    if records.baseline is not None:
        frozen_on = records.baseline.frozen_on
        yield from _future_day(("baseline", "baseline"), ("frozen_on",), frozen_on, today)
    for key, record in every_record(records):
        yield from _future(key, record, today)


def check_member(context: PlanContext, today: date) -> Iterator[Fault]:
    if context.member is not None:
        yield from _future(("member", context.member.id), context.member, today)


def _in_order(records: PlanRecords) -> Iterator[Fault]:
    plan, timeline = records.plan, records.timeline
    if plan is not None:
        key = ("plan", plan.id)
        yield from _pair(key, (), plan, "starts_on", "ends_on")
        yield from _pair(key, (), plan, "starts_on", "refresh_on")
        yield from _pair(key, (), plan, "refresh_on", "ends_on")
        if plan.cocreation is not None:
            yield from _pair(key, ("cocreation",), plan.cocreation, "starts_on", "ends_on")
    for index, chance in enumerate(timeline.opportunities if timeline else ()):
        path = ("opportunities", index)
        yield from _pair(("timeline", "timeline"), path, chance, "opens_on", "closes_on")
    for mechanism in records.mechanisms:
        yield from _pair(("mechanism", mechanism.id), (), mechanism, "opens_on", "closes_on")
    for attestation in records.attestations:
        key = ("attestation", attestation.id)
        yield from _pair(key, (), attestation, "attested_on", "valid_until")
    for meeting in records.meetings:
        published = meeting.minutes.published_on if meeting.minutes else None
        if published and published.surely_before(meeting.date):
            args = {"date": meeting.date.text, "published_on": published.text}
            path = ("minutes", "published_on")
            yield Fault(("meeting", meeting.id), path, "minutes-before-meeting", args)


def _pair(key: RecordKey, path: DataPath, part: Record, first: str, second: str) -> Iterator[Fault]:
    earlier, later = getattr(part, first), getattr(part, second)
    if earlier and later and later.surely_before(earlier):
        args = {"first": first, "earlier": earlier.text, "second": second, "later": later.text}
        yield Fault(key, (*path, second), "order", args)


def _answers(records: PlanRecords) -> Iterator[Fault]:
    if not records.responses:
        return
    received = {each.id: each.received_on for each in records.contributions}
    for response in records.responses:
        published = response.published_on
        for id in response.contributions:
            day = received.get(id)
            if published and day and published.surely_before(day):
                args = {"date": published.text, "received_on": day.text, "contribution": id}
                path = ("published_on",)
                yield Fault(("response", response.id), path, "answer-before-contribution", args)
                break


def _future(key: RecordKey, record: Record, today: date) -> Iterator[Fault]:
    if key[0] in REPORTS:
        yield from _future_day(key, ("date",), record.date, today)
    branches = _branches(type(record))
    if branches:
        yield from _future_in(key, (), record, branches, today)


def _future_in(
    key: RecordKey, path: DataPath, part: Record, branches: tuple[Branch, ...], today: date
) -> Iterator[Fault]:
    for name, many, inner in branches:
        value = part.__dict__[name]
        if not value:
            continue
        if not inner:
            yield from _future_day(key, (*path, name), value, today)
        elif not many:
            yield from _future_in(key, (*path, name), value, inner, today)
        else:
            items = value.items() if many == "mapping" else enumerate(value)
            for step, item in items:
                yield from _future_in(key, (*path, name, step), item, inner, today)


def _future_day(key: RecordKey, path: DataPath, day: PartialDate, today: date) -> Iterator[Fault]:
    if day.first > today and in_the_future(day, today):
        yield Fault(key, path, "future", {"field": str(path[-1]), "date": day.text})


@lru_cache(maxsize=64)
def _branches(model: type[Record]) -> tuple[Branch, ...]:
    """The fields of a model that are such dates or lead to some, so that no others are walked."""
    found: list[Branch] = []
    for name, field in table(model).items():
        if name in PAST:
            found.append((name, "", ()))
        elif field.model is not None and (inner := _branches(field.model)):
            found.append((name, field.many, inner))
    return tuple(found)


RULE = Rule(
    "D01",
    "impossible-dates",
    Level.ERROR,
    NOTHING_INVENTED,
    messages={
        "order": N_("{second}, {later}, is before {first}, {earlier}."),
        "minutes-before-meeting": N_(
            "The minutes were published on {published_on}, before the meeting on {date}."
        ),
        "answer-before-contribution": N_(
            "The answer is of {date}, before the contribution “{contribution}” came in on "
            "{received_on}."
        ),
        "future": N_("{field} is {date}, which lies in the future."),
        "held-in-the-future": N_("The meeting is said to have been held on {date}, in the future."),
    },
    fixes={
        "": N_("Look both dates up, and correct the one that is wrong."),
        "future": N_("Correct the date. What is only planned does not go here yet."),
        "held-in-the-future": N_("Correct the date, or set the status to planned."),
    },
    examples={
        "held-in-the-future": "status: planned",
        "order": "{first}: {later}\n{second}: {earlier}",
        "minutes-before-meeting": "minutes:\n  published_on: {date}",
        "answer-before-contribution": "published_on: {received_on}",
        "future": "{field}: 2026-10-01",
    },
    page=__doc__,
    check=check,
    check_member=check_member,
)
