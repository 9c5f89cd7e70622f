"""A promise that changed after it was adopted, without an amendment.

## What it says

Once a plan is adopted and frozen with `openroadmap adopt`, every change of a promise is
recorded as an amendment: a file that names the commitment, says what changed and why, and
when the forum agreed.

A promise is what the plan says will be done, by when, by whom and with which milestones. Links,
contacts, sources, remarks, policy areas and translations may change at any time.

A slip of the record, such as a wrong figure, is put right with an amendment of the kind `correct`.

An amendment says in `agreed`, field by field, what the promise says since then. The plan as
adopted and the amendments, one after the other, give what the records should say now: whoever
changes a promise a second time needs a second amendment. A milestone or a field that was dropped
is named there with nothing beside it. `openroadmap new amendment` fills `agreed` in with all that
no other amendment says.

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

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from openroadmap.findings import DataPath, Level
from openroadmap.history.differences import Change, Difference
from openroadmap.history.drift import NO_DRIFT, amendments_since, baseline_on, drift_of
from openroadmap.history.freeze import is_whole
from openroadmap.i18n import N_
from openroadmap.model.baseline import Baseline
from openroadmap.model.process import ON_WHOLE_COMMITMENTS, Amendment
from openroadmap.model.reports import withdrawals
from openroadmap.model.site import PlanRecords
from openroadmap.rules.clauses import KEEPS_HISTORY
from openroadmap.rules.differing import (
    out_of_time,
    path_of,
    present_of,
    saying_so,
    told_args,
    variant_of,
)
from openroadmap.rules.rule import Fault, Rule

_ON_FIELDS = ("modify", "correct")
_WHOLE = (Change.ADDED, Change.REMOVED, Change.WITHDRAWN, Change.RESUMED)


def check(records: PlanRecords, today: date) -> Iterator[Fault]:
    for amendment in records.amendments:
        if amendment.commitment is None and amendment.kind in ON_WHOLE_COMMITMENTS:
            yield Fault(("amendment", amendment.id), ("kind",), "of-nothing")
    baseline = baseline_on(records, today)
    if baseline is None:
        return
    drift = drift_of(records, today)
    if drift == NO_DRIFT or not is_whole(baseline, records.id):
        return  # where what was frozen is not known for sure, it is for C20 to say so
    amendments = amendments_since(records, baseline, today)
    yield from _added_again(baseline, amendments)
    for each in drift.differences:
        if not each.amendments:
            mine = amendments.get(each.commitment, ())
            silent = [one for one in mine if one.kind in _ON_FIELDS and not one.agreed]
            if silent and each.stated is None and each.change not in _WHOLE:
                told = told_args(each, present_of(each, records))
                yield Fault(("amendment", silent[-1].id), (), "unstated", told, joined=True)
            else:
                yield _unexplained(each, records, baseline, mine, today)
    for each in drift.unheld:
        told = told_args(each.difference, present_of(each.difference, records))
        key = ("amendment", each.amendment)
        yield Fault(key, ("agreed",), "unheld", told, Level.WARNING, joined=True)
    explaining = (one for each in drift.differences for one in each.amendments)
    for id in sorted({each.id for each in explaining if not each.reason}):
        yield Fault(("amendment", id), ("reason",), "no-reason", level=Level.WARNING)


def _added_again(
    baseline: Baseline, amendments: Mapping[str, Sequence[Amendment]]
) -> Iterator[Fault]:
    """What is said to be added and is there already: its page would say that it is new."""
    adopted = {each.id for each in baseline.commitments}
    for id, every in amendments.items():
        adding = [each for each in every if each.kind == "add"]
        for each in adding if id in adopted else adding[1:]:
            key, args = ("amendment", each.id), {"commitment": id}
            yield Fault(key, ("kind",), "added-again", args, Level.WARNING)


def _unexplained(
    each: Difference,
    records: PlanRecords,
    baseline: Baseline,
    amendments: Sequence[Amendment],
    today: date,
) -> Fault:
    """The fault of a difference that no amendment explains, where it stands in the records."""
    if each.change is Change.REMOVED:
        ids = [frozen.id for frozen in baseline.commitments]
        at: DataPath = ("commitments", ids.index(each.commitment))
        absent, args = ("commitment", each.commitment), {"commitment": each.commitment}
        return Fault(("baseline", "baseline"), at, "removed", args, absent=absent)
    key = ("commitment", each.commitment) if each.commitment else ("plan", records.id)
    told = told_args(each, present_of(each, records))
    if each.change in (Change.ADDED, Change.RESUMED):
        return Fault(key, (), each.change.value, told)
    if each.change is Change.WITHDRAWN:
        amendment = withdrawals(records, today)[each.commitment]
        args = {"commitment": each.commitment, "date": amendment.date.text}
        return Fault(("amendment", amendment.id), ("date",), "withdrawn-before", args)
    path = path_of(each, records)
    if each.stated is None:
        told["early"] = out_of_time(each, records, amendments)
        return Fault(key, path, variant_of(each), told, joined=True)
    told["saying"] = saying_so(each, amendments)
    return Fault(key, path, "not-agreed", told, joined=True)


_NEW = (
    "# openroadmap new amendment {member_plan}/{name} lays it down, filled in\n"
    "date: 2026-10-01\n"
    "commitment: {commitment}\n"
    "kind: modify\n"
    "agreed:\n{corrected}\n"
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
        "+early": N_(
            "Not as adopted: {changes}. The amendment “{early}” does not count, since it is of a "
            "day before the plan was frozen, or of one to come."
        ),
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
        "not-agreed+saying": N_(
            "Not as last agreed, by the amendment “{amendment}”: {changes}. The amendment "
            "“{saying}” says so, but counts as earlier."
        ),
        "resumed": N_(
            "The commitment “{commitment}” had been withdrawn when the plan was frozen, and no "
            "amendment withdraws it or takes it up again."
        ),
        "added-again": N_("The commitment “{commitment}” was in the plan already."),
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
        "+early": N_("Correct the day of the amendment: it is the one on which it took effect."),
        "not-agreed": N_(
            "Record the later change as an amendment of its own, or put back what was agreed."
        ),
        "not-agreed+saying": N_(
            "Give both amendments the day on which they took effect. Of one day, the one counts "
            "as later whose file comes later by its name."
        ),
        "resumed": N_(
            "Bring the amendment back that withdrew it, or record one of the kind resume."
        ),
        "added-again": N_("Use the kind modify, and say under agreed what was changed."),
        "unstated": N_(
            "Say under agreed what the promise says since then. What this amendment did not "
            "change needs one of its own."
        ),
        "unheld": N_("Say under agreed what was agreed of it."),
        "of-nothing": N_("Add the commitment's id."),
    },
    examples={
        "": _NEW.replace("{name}", "{commitment}"),
        "plan": _NEW.replace("{name}", "plan").replace("commitment: {commitment}\n", ""),
        "removed": (
            "date: 2026-10-01\ncommitment: {commitment}\nkind: withdraw\n"
            "reason: The national register now lists the county's contracts.\n"
            "agreed_by_forum_on: 2026-09-20"
        ),
        "added": (
            "# openroadmap new amendment {member_plan}/{commitment} lays it down, filled in\n"
            "date: 2026-10-01\ncommitment: {commitment}\nkind: add\nagreed:\n{corrected}\n"
            "reason: The forum asked for it."
        ),
        "resumed": (
            "date: 2026-10-01\ncommitment: {commitment}\nkind: resume\n"
            "reason: The ministry has the means again."
        ),
        "added-again": "kind: modify",
        "+early": "date: 2026-10-01",
        "not-agreed+saying": "date: 2026-10-01",
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
