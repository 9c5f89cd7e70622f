"""A promise that changed after it was adopted, without an amendment.

## What it says

Once a plan is adopted and frozen with `openroadmap adopt`, every change of a promise is
recorded as an amendment: a file that names the commitment, says what changed and why, and
when the forum agreed.

A promise is what the plan says will be done, by when, by whom and with which milestones. Links,
contacts, sources, remarks, policy areas and translations may change at any time.

A slip of the record, such as a wrong figure, is put right in the same way, with an amendment of
the kind `correct`.

An amendment says in `about` which fields or milestones it changes. Without that it can stand for
one change alone: where a commitment differs from what was adopted in several things, or has
several amendments, it is not clear which reason belongs to what.

## Why it matters

A date that moves in silence cannot be told from one that was kept. With its reason beside it,
the same change is an honest decision that people can follow.

OGP regulates how a plan may be changed after it was submitted. That every change has a record
here is a rule of this project.

## Wrong

The commitment was adopted with the end of September 2027.

```yaml baseline.yml
# … the rest of the record
```

```yaml commitments/open-contracts.yml
ends_on: 2027-12-31
# … the rest of the record
```

## Right

```yaml baseline.yml
# … the rest of the record
```

```yaml commitments/open-contracts.yml
ends_on: 2027-12-31
# … the rest of the record
```

```yaml amendments/2026-10-later-end.yml
date: 2026-10-01
commitment: open-contracts
kind: modify
about: [ends_on]
changes: The end moves from September to December 2027.
reason: The by-law has to pass the county assembly first, which meets in November.
agreed_by_forum_on: 2026-09-20
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from openroadmap.findings import DataPath, Level
from openroadmap.history.differences import Change, Difference, Side
from openroadmap.history.drift import baseline_on, drift_of
from openroadmap.history.freeze import is_whole
from openroadmap.i18n import N_
from openroadmap.model.baseline import Baseline
from openroadmap.model.dates import PartialDate
from openroadmap.model.reports import withdrawals
from openroadmap.model.site import PlanRecords
from openroadmap.rules.clauses import KEEPS_HISTORY
from openroadmap.rules.rule import Fault, Rule

LONGEST = 60
"""Letters that are shown of a text."""
_ON_WHOLE_COMMITMENTS = ("add", "withdraw")


def check(records: PlanRecords, today: date) -> Iterator[Fault]:
    for amendment in records.amendments:
        if amendment.commitment is None and amendment.kind in _ON_WHOLE_COMMITMENTS:
            yield Fault(("amendment", amendment.id), ("kind",), "of-nothing")
    baseline = baseline_on(records, today)
    differences = drift_of(records, today)
    if baseline is None or not differences or not is_whole(baseline, records.id):
        return  # where what was frozen is not known for sure, it is for C20 to say so
    silent: set[str] = set()
    for difference in differences:
        if not difference.amendments:
            yield _unexplained(difference, records, baseline, today)
        elif not difference.certain:
            key = ("amendment", difference.amendments[-1].id)
            yield Fault(key, (), "unclear", _told(difference), joined=True)
        else:
            silent |= {each.id for each in difference.amendments if not each.reason}
    for id in sorted(silent):
        yield Fault(("amendment", id), ("reason",), "no-reason", level=Level.WARNING)


def _unexplained(
    each: Difference, records: PlanRecords, baseline: Baseline, today: date
) -> Fault:
    """The fault of a difference that no amendment speaks of, where it stands in the records."""
    if each.change is Change.REMOVED:
        ids = [frozen.id for frozen in baseline.commitments]
        path: DataPath = ("commitments", ids.index(each.commitment))
        absent = ("commitment", each.commitment)
        args = {"commitment": each.commitment}
        return Fault(("baseline", "baseline"), path, "removed", args, absent=absent)
    if not each.commitment:
        key, path = ("plan", records.id), _path(each, records)
        return Fault(key, path, "plan", _told(each), joined=True)
    key = ("commitment", each.commitment)
    if each.change is Change.ADDED:
        return Fault(key, (), "added", {"commitment": each.commitment})
    if each.change is Change.WITHDRAWN:
        amendment = withdrawals(records, today)[each.commitment]
        args = {"commitment": each.commitment, "date": amendment.date.text}
        return Fault(("amendment", amendment.id), ("date",), "withdrawn-before", args)
    if each.change is Change.MILESTONE_DROPPED:
        return Fault(key, ("milestones",), "milestone-dropped", _told(each), joined=True)
    variant = "milestone-added" if each.change is Change.MILESTONE_ADDED else ""
    return Fault(key, _path(each, records), variant, _told(each), joined=True)


def _told(each: Difference) -> dict[str, str | int]:
    """What differs, with both values and the days between them."""
    before, after = _sides(each)
    days = each.days or 0
    return {
        "commitment": each.commitment,
        "fields": each.key,
        "milestones": each.milestone,
        "changes": f"{each.key} ({before or '–'} → {after or '–'})",
        "days_later": days if days > 1 else 0,
        "days_earlier": -days if days < -1 else 0,
    }


def _sides(each: Difference) -> tuple[str, str]:
    """What was adopted and what is there now; of long texts the words around where they part."""
    before, after = _text(each.before), _text(each.after)
    if max(len(before), len(after)) <= LONGEST:
        return before, after
    pairs = enumerate(zip(before, after, strict=False))
    same = next((at for at, (one, other) in pairs if one != other), min(len(before), len(after)))
    begin = before.rfind(" ", 0, max(0, same - LONGEST // 2)) + 1
    if same - begin >= LONGEST:  # a language without spaces, or a long address
        begin = same - LONGEST // 2
    return _cut(before, begin), _cut(after, begin)


def _text(side: Side) -> str:
    if isinstance(side, PartialDate):
        return side.text
    return "; ".join(side) if isinstance(side, tuple) else " ".join((side or "").split())


def _cut(text: str, begin: int) -> str:
    start, end = "…" if begin else "", "…" if len(text) > begin + LONGEST else ""
    return f"{start}{text[begin : begin + LONGEST].rstrip()}{end}"


def _path(each: Difference, records: PlanRecords) -> DataPath:
    """Where in the record the field stands, or would stand."""
    fields = tuple(filter(None, each.field.split(".")))
    if not each.milestone:
        return fields
    commitment = next(one for one in records.commitments if one.id == each.commitment)
    ids = [milestone.id for milestone in commitment.milestones]
    return ("milestones", ids.index(each.milestone), *fields)


_NEW = (
    "openroadmap new amendment {member_plan}/{name}\n"
    "# which lays down a record; say in it:\n"
    "about: [{fields}]\n"
    "changes: The end moves from September to December 2027.\n"
    "reason: The by-law has to pass the county assembly first.\n"
    "agreed_by_forum_on: 2026-09-20"
)

RULE = Rule(
    "C15",
    "changed-after-adoption",
    Level.ERROR,
    KEEPS_HISTORY,
    messages={
        "": N_("Not as adopted, and no amendment says why: {changes}."),
        "+days_later": N_(
            "Not as adopted, and no amendment says why: {changes}, {days_later} days later."
        ),
        "+days_earlier": N_(
            "Not as adopted, and no amendment says why: {changes}, {days_earlier} days earlier."
        ),
        "plan": N_(
            "What the plan says of itself is not as adopted, and no amendment says why: {changes}."
        ),
        "plan+days_later": N_(
            "What the plan says of itself is not as adopted, and no amendment says why: {changes}, "
            "{days_later} days later."
        ),
        "plan+days_earlier": N_(
            "What the plan says of itself is not as adopted, and no amendment says why: {changes}, "
            "{days_earlier} days earlier."
        ),
        "milestone-added": N_("Added after adoption, and no amendment says why: {milestones}."),
        "milestone-dropped": N_("Dropped after adoption, and no amendment says why: {milestones}."),
        "added": N_(
            "The commitment “{commitment}” is not in the plan as adopted, and no amendment adds it."
        ),
        "removed": N_(
            "The commitment “{commitment}” was adopted with the plan, and its file is gone."
        ),
        "no-reason": N_("The promise was changed, and the amendment gives no reason."),
        "withdrawn-before": N_(
            "The commitment “{commitment}” is said to have been withdrawn on {date}. When the plan "
            "was frozen as adopted, it had not been."
        ),
        "unclear": N_("Not as adopted, and no amendment names it in about: {changes}."),
        "of-nothing": N_("The amendment adds or withdraws a commitment and does not say which."),
    },
    fixes={
        "": N_("Record the change as an amendment, or put back what was adopted."),
        "plan": N_(
            "Record the change as an amendment without a commitment, or put back what was adopted."
        ),
        "added": N_("Record an amendment of the kind add that names the commitment."),
        "removed": N_(
            "Bring the file back. To withdraw the commitment, record an amendment of the kind "
            "withdraw; the page stays and shows it as withdrawn."
        ),
        "no-reason": N_("Say in a sentence why."),
        "withdrawn-before": N_(
            "Correct the date. It is the day on which the withdrawal took effect."
        ),
        "unclear": N_(
            "Say in each amendment what it is about. What none of them changed needs one of its "
            "own."
        ),
        "of-nothing": N_("Add the commitment's id."),
    },
    examples={
        "": _NEW.replace("{name}", "{commitment}"),
        "plan": _NEW.replace("{name}", "plan"),
        "removed": (
            "date: 2026-10-01\ncommitment: {commitment}\nkind: withdraw\n"
            "reason: The national register now lists the county's contracts.\n"
            "agreed_by_forum_on: 2026-09-20"
        ),
        "added": (
            "date: 2026-10-01\ncommitment: {commitment}\nkind: add\n"
            "reason: The forum asked for it."
        ),
        "no-reason": "reason: The by-law has to pass the county assembly first.",
        "withdrawn-before": "date: 2026-10-01",
        "unclear": "about: [{fields}]",
        "of-nothing": "commitment: open-contracts",
    },
    page=__doc__,
    check=check,
)
