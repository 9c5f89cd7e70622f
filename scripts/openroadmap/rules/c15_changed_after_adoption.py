"""A promise that changed after it was adopted, without an amendment.

## What it says

Once a plan is adopted and frozen with `openroadmap adopt`, every change of a promise is
recorded as an amendment: a file that names the commitment, says what changed and why, and
when the forum agreed.

A promise is what the plan says will be done, by when, by whom and with which milestones. Links,
contacts, sources, remarks, policy areas and translations may change at any time.

A slip of the record, such as a wrong figure, is put right in the same way, with an amendment of
the kind `correct`.

An amendment says in `agreed`, field by field, what the promise says since then. The plan as
adopted and the amendments, one after the other, give what the records should say now: whoever
changes a promise a second time needs a second amendment. A milestone or a field that was dropped
is named there with nothing beside it. `openroadmap new amendment` fills `agreed` in with all that
differs and no amendment speaks of.

What an amendment adds is held in the same way, as far as the amendment says what it is to be.

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
agreed:
  - field: ends_on
    says: 2027-12-31
changes: The end moves from September to December 2027.
reason: The by-law has to pass the county assembly first, which meets in November.
agreed_by_forum_on: 2026-09-20
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from openroadmap.findings import DataPath, Level
from openroadmap.history.differences import Change, Difference
from openroadmap.history.drift import NO_DRIFT, amendments_since, baseline_on, drift_of
from openroadmap.history.freeze import is_whole
from openroadmap.i18n import N_
from openroadmap.model.baseline import Baseline
from openroadmap.model.commitment import Promise
from openroadmap.model.member import PlanPromise
from openroadmap.model.reports import withdrawals
from openroadmap.model.site import PlanRecords
from openroadmap.rules.clauses import KEEPS_HISTORY
from openroadmap.rules.differing import told_args
from openroadmap.rules.rule import Fault, Rule

_ON_WHOLE_COMMITMENTS = ("add", "withdraw")


def check(records: PlanRecords, today: date) -> Iterator[Fault]:
    for amendment in records.amendments:
        if amendment.commitment is None and amendment.kind in _ON_WHOLE_COMMITMENTS:
            yield Fault(("amendment", amendment.id), ("kind",), "of-nothing")
    baseline = baseline_on(records, today)
    if baseline is None:
        return
    drift = drift_of(records, today)
    if drift == NO_DRIFT or not is_whole(baseline, records.id):
        return  # where what was frozen is not known for sure, it is for C20 to say so
    amendments = amendments_since(records, baseline, today)
    for each in drift.differences:
        if each.amendments:
            continue
        said_nothing = [one for one in amendments.get(each.commitment, ()) if not one.agreed]
        open_ = said_nothing and each.stated is None and each.change is not Change.REMOVED
        if open_:
            key = ("amendment", said_nothing[-1].id)
            told = told_args(each, _present(each, records))
            yield Fault(key, (), "unstated", told, joined=True)
        else:
            yield _unexplained(each, records, baseline, today)
    for each in drift.unheld:
        told = told_args(each.difference, _present(each.difference, records))
        key = ("amendment", each.amendment)
        yield Fault(key, ("agreed",), "unheld", told, Level.WARNING, joined=True)
    explaining = {one.id: one for each in drift.differences for one in each.amendments}
    for id in sorted(id for id, each in explaining.items() if not each.reason):
        yield Fault(("amendment", id), ("reason",), "no-reason", level=Level.WARNING)


def _unexplained(
    each: Difference, records: PlanRecords, baseline: Baseline, today: date
) -> Fault:
    """The fault of a difference that no amendment explains, where it stands in the records."""
    if each.change is Change.REMOVED:
        ids = [frozen.id for frozen in baseline.commitments]
        path: DataPath = ("commitments", ids.index(each.commitment))
        absent = ("commitment", each.commitment)
        args = {"commitment": each.commitment}
        return Fault(("baseline", "baseline"), path, "removed", args, absent=absent)
    key = ("commitment", each.commitment) if each.commitment else ("plan", records.id)
    if each.change is Change.ADDED:
        return Fault(key, (), "added", {"commitment": each.commitment})
    if each.change is Change.WITHDRAWN:
        amendment = withdrawals(records, today)[each.commitment]
        args = {"commitment": each.commitment, "date": amendment.date.text}
        return Fault(("amendment", amendment.id), ("date",), "withdrawn-before", args)
    told, path = told_args(each, _present(each, records)), _path(each, records)
    if each.stated is not None:
        return Fault(key, path, "not-agreed", told, joined=True)
    return Fault(key, path, _variant(each), told, joined=True)


def _present(each: Difference, records: PlanRecords) -> Promise | PlanPromise | None:
    """The promise that differs, as it is now."""
    if not each.commitment:
        return records.plan
    return next((one for one in records.commitments if one.id == each.commitment), None)


def _variant(each: Difference) -> str:
    if not each.commitment:
        return "plan"
    return {
        Change.MILESTONE_DROPPED: "milestone-dropped",
        Change.MILESTONE_ADDED: "milestone-added",
    }.get(each.change, "")


def _path(each: Difference, records: PlanRecords) -> DataPath:
    """Where in the record the field stands, or would stand."""
    fields = tuple(filter(None, each.field.split(".")))
    if not each.milestone:
        return fields
    if each.change is Change.MILESTONE_DROPPED:
        return ("milestones",)
    commitment = _present(each, records)
    ids = [step.id for step in commitment.milestones] if isinstance(commitment, Promise) else []
    return ("milestones", ids.index(each.milestone), *fields)


_NEW = (
    "openroadmap new amendment {member_plan}/{name}\n"
    "# which lays down a record; say in it:\n"
    "agreed:\n{corrected}\n"
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
        "not-agreed": N_("Not as last agreed, by the amendment “{amendment}”: {changes}."),
        "unstated": N_(
            "Not as adopted, and the amendment does not say that this was agreed: {changes}."
        ),
        "unheld": N_(
            "The amendment adds this and does not say what it is to be, so nobody can tell when "
            "it changes again: {fields}."
        ),
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
        "not-agreed": N_(
            "Record the later change as an amendment of its own, or put back what was agreed."
        ),
        "unstated": N_(
            "Say under agreed what the promise says since then. What this amendment did not "
            "change needs one of its own."
        ),
        "unheld": N_("Say under agreed what was agreed of it."),
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
        "not-agreed": _NEW.replace("{name}", "{commitment}"),
        "unstated": "agreed:\n{corrected}",
        "unheld": "agreed:\n{corrected}",
        "of-nothing": "commitment: open-contracts",
    },
    page=__doc__,
    check=check,
)
