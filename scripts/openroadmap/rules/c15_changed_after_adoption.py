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
no other amendment says. The reason is left to whoever knows it.

A commitment's file keeps its name, which is its address. Where one is gone and another, which no
amendment adds, has the same title, it was renamed.

What an amendment adds is held in the same way, as far as the amendment says what it is to be.

## Why it matters

What is moved, added or taken away in silence looks as if it had always been so. With its reason
beside it, the same change is an honest decision that people can follow.

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
from openroadmap.model.baseline import Baseline
from openroadmap.model.process import ON_WHOLE_COMMITMENTS, Amendment
from openroadmap.model.reports import withdrawals
from openroadmap.model.site import PlanRecords
from openroadmap.rules.changed_words import EXAMPLES, FIXES, MESSAGES
from openroadmap.rules.clauses import KEEPS_HISTORY
from openroadmap.rules.differing import (
    moves_back,
    next_amendment,
    out_of_time,
    path_of,
    present_of,
    saying_so,
    split_renamed,
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
    renamed, differences = split_renamed(drift.differences)
    for id, was in renamed.items():
        yield _renamed(id, was, records)
    for each in differences:
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


def _renamed(id: str, was: str, records: PlanRecords) -> Fault:
    """A file that has another name than when its commitment was adopted, and what lies beside."""
    args = {"commitment": id, "was": was, "corrected": "\n".join(moves_back(id, was, records))}
    return Fault(("commitment", id), (), "renamed", args, absent=("commitment", was))


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
        args |= next_amendment(each.commitment, records, today)
        return Fault(("baseline", "baseline"), at, "removed", args, absent=absent)
    key = ("commitment", each.commitment) if each.commitment else ("plan", records.id)
    told = told_args(each, present_of(each, records))
    told |= next_amendment(each.commitment, records, today)
    if each.change in (Change.ADDED, Change.RESUMED):
        return Fault(key, (), each.change.value, told)
    if each.change is Change.WITHDRAWN:
        amendment = withdrawals(records, today)[each.commitment]
        args = {"commitment": each.commitment, "date": amendment.date.text}
        args |= next_amendment(each.commitment, records, today)
        return Fault(("amendment", amendment.id), ("date",), "withdrawn-before", args)
    path = path_of(each, records)
    if each.stated is None:
        other = out_of_time(each, records, amendments)
        if other is None:
            return Fault(key, path, variant_of(each), told, joined=True)
        told |= {"amendment": other.id, "dated": other.date.text}
        told["frozen_on"] = baseline.frozen_on.text
        variant = "to-come" if other.date.first > today else "too-early"
        return Fault(key, path, variant, told, joined=True)
    told["saying"] = saying_so(each, amendments)
    return Fault(key, path, "not-agreed", told, joined=True)


RULE = Rule(
    "C15",
    "changed-after-adoption",
    Level.ERROR,
    KEEPS_HISTORY,
    messages=MESSAGES,
    fixes=FIXES,
    examples=EXAMPLES,
    page=__doc__,
    check=check,
)
