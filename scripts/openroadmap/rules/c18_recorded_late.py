"""A date long before the record came into the repository.

## What it says

Where the whole history of the repository is there, git shows on which day each record first came
into it. A date on which something is said to have been published lies at most 30 days before that
day. This concerns the dates that OGP's requirements are counted from: those of the co-creation
timeline, the forum's rules, the papers and minutes of meetings, answers to contributions, and
updates. It also concerns the two days of an agreed change: that on which it took effect, the
`date` of its amendment, and that on which the forum agreed, `agreed_by_forum_on`. A forum's day
that was added to an amendment later came into the repository on the day on which it was added;
how it was changed is for rule C20.

Dates that came into the repository with the plan, which may have a past, are counted and noted
once. One that came on a later day is noted by itself, however far back it lies. In a plan that
others transcribed, and in an invented one, nothing is noted.

## Why it matters

Nothing is wrong with recording late: the date may well be right. But anybody can type any date,
and the repository proves only what came into it in time. Readers see on what each date rests.

## Wrong

```yaml meetings/2026-02-10-forum.yml
# first recorded on 2026-09-14
date: 2026-02-10
kind: forum
status: held
minutes:
  url: https://example.org/minutes
  published_on: 2026-02-20
```

## Right

```yaml meetings/2026-02-10-forum.yml
# first recorded on 2026-02-21
date: 2026-02-10
kind: forum
status: held
minutes:
  url: https://example.org/minutes
  published_on: 2026-02-20
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from openroadmap.findings import DataPath, Level
from openroadmap.i18n import N_
from openroadmap.immutable import immutable
from openroadmap.model.dates import PartialDate
from openroadmap.model.facts import GitFacts, Told
from openroadmap.model.kinds import record_file
from openroadmap.model.site import PlanRecords, RecordKey
from openroadmap.rules.clauses import FACTS
from openroadmap.rules.rule import Fault, Rule

GRACE = timedelta(days=30)


_FORUM = "agreed_by_forum_on"
_VARIANTS = {
    ("update", "date"): "report",
    ("amendment", "date"): "agreed-change",
    ("amendment", _FORUM): "forum",
}
"""Of dates that have words of their own, by the kind of record and the field."""


@immutable
class _Claim:
    """A day on which something is said to have become public, or to have been agreed."""

    record: RecordKey
    path: DataPath
    day: PartialDate

    def is_long_before(self, day: date) -> bool:
        return self.day.last + GRACE < day


def check(records: PlanRecords, today: date, facts: GitFacts) -> Iterator[Fault]:
    plan = records.plan
    if plan is None or records.transcribed or records.example:
        return
    began = _recorded(records, ("plan", records.id), facts, today)
    with_the_plan: list[bool] = []
    for claim in (_Claim(*found) for found in _claims(records) if found[2] is not None):
        is_forum = claim.path[-1] == _FORUM
        recorded = _recorded(records, claim.record, facts, today, since_added=is_forum)
        if recorded and began and recorded <= began:
            with_the_plan.append(claim.is_long_before(recorded))
        elif recorded and claim.is_long_before(recorded):
            yield _late(claim, recorded)
    if began and any(with_the_plan):
        count, total = sum(with_the_plan), len(with_the_plan)
        args = {"count": count, "total": total, "recorded_on": began.isoformat()}
        yield Fault(("plan", plan.id), (), "before-the-plan", args)


def _late(claim: _Claim, recorded: date) -> Fault:
    field = str(claim.path[-1])
    variant = _VARIANTS.get((claim.record[0], field), "")
    args = {"field": field, "date": claim.day.text, "recorded_on": recorded.isoformat()}
    return Fault(claim.record, claim.path, variant, args)


def _recorded(
    records: PlanRecords,
    key: RecordKey,
    facts: GitFacts,
    today: date,
    *,
    since_added: bool = False,
) -> date | None:
    """The day on which the record first came into the repository, when that was by today.

    Or else that on which the day of the forum's agreement was added to it.
    """
    file = record_file(records.context.member_id, records.id, *key)
    recorded = facts.published.get(file)
    if recorded is None or recorded > today:
        return None
    revised = facts.revised.get(file, ()) if since_added else ()
    added = [each.day for each in revised if each.told is Told.FORUM and not each.before]
    return max((recorded, *(day for day in added if day <= today)))


def _claims(records: PlanRecords) -> Iterator[tuple[RecordKey, DataPath, PartialDate | None]]:
    """The dates that OGP's requirements are counted from, and those of agreed changes."""
    forum, timeline = records.forum, records.timeline
    if timeline is not None:
        yield ("timeline", timeline.id), ("published_on",), timeline.published_on
    if forum is not None and forum.rules is not None:
        yield ("forum", forum.id), ("rules", "published_on"), forum.rules.published_on
    for meeting in records.meetings:
        key = ("meeting", meeting.id)
        yield key, ("papers_published_on",), meeting.papers_published_on
        if meeting.minutes is not None:
            yield key, ("minutes", "published_on"), meeting.minutes.published_on
    for response in records.responses:
        yield ("response", response.id), ("published_on",), response.published_on
    for update in records.updates:
        yield ("update", update.id), ("date",), update.date
    for amendment in records.amendments:
        key = ("amendment", amendment.id)
        yield key, ("date",), amendment.date
        yield key, (_FORUM,), amendment.agreed_by_forum_on
    if records.baseline is not None:
        yield ("baseline", "baseline"), ("frozen_on",), records.baseline.frozen_on


RULE = Rule(
    "C18",
    "recorded-late",
    Level.NOTE,
    FACTS,
    messages={
        "": N_("{field} is {date}; the record has been in this repository since {recorded_on}."),
        "report": N_(
            "The update is of {date}; it has been in this repository since {recorded_on}."
        ),
        "agreed-change": N_(
            "The agreed change is of {date}; its record has been in this repository since "
            "{recorded_on}."
        ),
        "forum": N_(
            "The forum agreed on {date}, and this repository says so since {recorded_on}."
        ),
        "before-the-plan": N_(
            "The plan has been in this repository since {recorded_on}. {count} of the {total} "
            "dates that came with it lie long before."
        ),
    },
    fixes={
        "": N_(
            "If it was public elsewhere by then, add a dated link with an archived copy as "
            "evidence."
        ),
        "agreed-change": N_(
            "If the decision was public elsewhere by then, add a dated link with an archived copy "
            "as evidence."
        ),
        "forum": N_(
            "If the forum's decision was public elsewhere by then, add a dated link with an "
            "archived copy as evidence."
        ),
        "before-the-plan": N_(
            "Nothing needs doing. Where proof matters, add dated links with archived copies as "
            "evidence."
        ),
    },
    examples={
        "": (
            "evidence:\n  - title: Minutes on the ministry's site\n"
            "    url: https://example.org/minutes\n    published_on: 2026-02-20\n"
            "    archived_url: https://archive.example/minutes"
        ),
    },
    page=__doc__,
    check_history=check,
)
