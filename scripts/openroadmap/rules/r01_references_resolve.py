"""A reference that leads nowhere.

## What it says

Where a record names another by its id, that record exists: the commitment of an update, the
milestones it reports on, the contributions an answer is for, the plan before. Where a source
or a note names fields of its record, and an amendment what was agreed, these exist. A milestone
that an agreed change dropped before the plan was frozen need not be in any record.

## Why it matters

A reference that leads nowhere is a fact that no reader will ever see: the update appears on
no page, the answer reaches nobody.

## Wrong

```yaml updates/2026-10-01-register.yml
date: 2026-10-01
commitment: open-contract
progress: The register is being tested.
```

## Right

```yaml updates/2026-10-01-register.yml
date: 2026-10-01
commitment: open-contracts
progress: The register is being tested.
```
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from difflib import get_close_matches

from openroadmap.findings import DataPath, Level, written
from openroadmap.history.agreed import STEPS, names_in
from openroadmap.history.drift import baseline_on
from openroadmap.i18n import N_
from openroadmap.model.commitment import Promise
from openroadmap.model.fields import Record
from openroadmap.model.member import PlanPromise
from openroadmap.model.process import Amendment
from openroadmap.model.site import PlanContext, PlanRecords, RecordKey
from openroadmap.model.table import table
from openroadmap.model.voices import Update
from openroadmap.rules.clauses import NOTHING_INVENTED
from openroadmap.rules.fields import every_record
from openroadmap.rules.rule import Fault, Rule


def check(records: PlanRecords, today: date) -> Iterator[Fault]:
    frozen = {each.id: each for each in (records.baseline.commitments if records.baseline else ())}
    # What was adopted keeps its page; that its record is gone is for C15 or C16 to say.
    kept = frozen if baseline_on(records, today) else {}
    commitments = {**kept, **{each.id: each for each in records.commitments}}
    passing = _passing(records)
    for update in records.updates:
        if update.commitment is not None:
            yield from _look("commitment", update.commitment, commitments, ("update", update.id))
        if update.milestones:
            # What was reported of a milestone stays, also where it was dropped since.
            now, then = (each.get(update.commitment or "") for each in (commitments, frozen))
            steps = (*now.milestones, *(then.milestones if then else ())) if now else ()
            gone = passing.get(update.commitment, ())
            known = {*(each.id for each in steps), *gone} if now else None
            yield from _milestones(update, known)
    for view in records.views:
        yield from _look("commitment", view.commitment, commitments, ("view", view.id))
    for amendment in records.amendments:
        # What was withdrawn is for C16 to say; without a commitment it is the plan that changed.
        if amendment.kind != "withdraw" and amendment.commitment is not None:
            key = ("amendment", amendment.id)
            yield from _look("commitment", amendment.commitment, commitments, key)
        if amendment.agreed:
            steps_then = passing.get(amendment.commitment, ())
            yield from _agreed(amendment, commitments, frozen, steps_then)
    for assessment in records.assessments:
        for id in assessment.results:
            key, path = ("assessment", assessment.id), ("results", id)
            yield from _look("commitment", id, commitments, key, path)
    yield from _contributions(records, commitments)
    yield from _meetings(records, commitments)
    yield from _plan_before(records)
    for key, record in every_record(records):
        yield from _fields(key, record)


def check_member(context: PlanContext, today: date) -> Iterator[Fault]:
    if context.member is not None:
        yield from _fields(("member", context.member.id), context.member)


def _look(
    kind: str, id: str, known: Collection[str], key: RecordKey, path: DataPath | None = None
) -> Iterator[Fault]:
    """One id that must be among the known ones of a kind."""
    if id not in known:
        at = (kind,) if path is None else path
        yield Fault(key, at, kind, _args(id, known, at), absent=(kind, id))


def _args(id: str, known: Collection[str], path: DataPath, alike: float = 0.8) -> dict[str, str]:
    """What was written, what was most likely meant, and how a name that is known stands there."""
    near = _nearest(id, known, 0.0) or "…"
    shown = f"{near}:\n  …" if path[-1] == id else written(path, near)
    return {"id": id, "suggestion": _nearest(id, known, alike), "corrected": shown}


def _nearest(name: str, known: Collection[str], alike: float = 0.8) -> str:
    """The known name most like this one: ids that differ in a date are alike, but not meant."""
    return next(iter(get_close_matches(name, known, n=1, cutoff=alike)), "")


def _of_the_same_number(name: str, known: Collection[str]) -> list[str]:
    """The known ones with the same numbers: m4 is no slip for m3, but another milestone."""
    return [each for each in known if _numbers(each) == _numbers(name)]


def _numbers(name: str) -> list[int]:
    return [int(digits) for digits in re.findall("[0-9]+", name)]


def _milestones(update: Update, known: Collection[str] | None) -> Iterator[Fault]:
    key = ("update", update.id)
    if update.commitment is None:
        yield Fault(key, ("milestones",), "milestone-of-nothing")
    for index, report in enumerate(update.milestones):
        if known is not None and report.id not in known:
            path = ("milestones", index, "id")
            alike = _of_the_same_number(report.id, known)
            args = {**_args(report.id, alike, path), "commitment": str(update.commitment)}
            args["corrected"] = f"milestones:\n  - {args['corrected']}"
            absent = ("part of commitment", str(update.commitment))
            yield Fault(key, path, "milestone", args, absent=absent)


def _agreed(
    amendment: Amendment,
    commitments: Mapping[str, Promise],
    frozen: Mapping[str, Promise],
    passing: Collection[str],
) -> Iterator[Fault]:
    """What an amendment says was agreed: nothing is explained by a name that is none."""
    id, key = amendment.commitment, ("amendment", amendment.id)
    promises = [each[id] for each in (commitments, frozen) if id and id in each]
    if id is not None and not promises:
        return  # that it is not there is told already
    steps = {step.id for promise in promises for step in promise.milestones}
    known = tuple(names_in(Promise if id else PlanPromise, sorted({*steps, *passing})))
    for index, said in enumerate(amendment.agreed):
        # A milestone may have come and gone; where nothing was frozen, nobody can tell.
        is_step = said.field.startswith("milestones.")
        if said.field not in known and not (is_step and id not in frozen):
            path = ("agreed", index, "field")
            absent = ("part of commitment", id) if id else None
            level = Level.WARNING if is_step and id else None
            args = _args(said.field, _of_the_same_number(said.field, known), path)
            yield Fault(key, path, "agreed", args, level, absent)


def _passing(records: PlanRecords) -> dict[str | None, set[str]]:
    """The milestones that may be gone again and in no copy, by their commitment: amendments
    added them, or dropped them before the plan was frozen."""
    frozen_on = records.baseline.frozen_on if records.baseline else None
    found: dict[str | None, set[str]] = {}
    for each in records.amendments:
        is_early = frozen_on is not None and each.date.last < frozen_on.first
        for said in each.agreed:
            part, _, name = said.field.partition(".")
            id, _, inner = name.partition(".")
            is_dropped = is_early and not (inner or said.says or said.names)
            if part == STEPS and (inner == "title" or is_dropped):
                found.setdefault(each.commitment, set()).add(id)
    return found


def _contributions(records: PlanRecords, commitments: Collection[str]) -> Iterator[Fault]:
    known = {each.id for each in records.contributions}
    for commitment in records.commitments:
        for index, id in enumerate(commitment.origin_contributions):
            key, path = ("commitment", commitment.id), ("origin_contributions", index)
            yield from _look("contribution", id, known, key, path)
    for response in records.responses:
        key = ("response", response.id)
        for index, id in enumerate(response.contributions):
            yield from _look("contribution", id, known, key, ("contributions", index))
        for index, id in enumerate(response.commitments):
            yield from _look("commitment", id, commitments, key, ("commitments", index))


def _meetings(records: PlanRecords, commitments: Collection[str]) -> Iterator[Fault]:
    if not any(meeting.presented for meeting in records.meetings):
        return
    known = {*commitments, *(update.id for update in records.updates)}
    for meeting in records.meetings:
        for index, id in enumerate(meeting.presented):
            if id not in known:
                key, path = ("meeting", meeting.id), ("presented", index)
                absent = ("commitment or update", id)
                yield Fault(key, path, "presented", _args(id, known, path), absent=absent)


def _plan_before(records: PlanRecords) -> Iterator[Fault]:
    """Only a warning: the plan before may be older than the records, or its file broken."""
    before = records.plan.previous_plan if records.plan else None
    if before is not None and before not in records.context.plans:
        path = ("previous_plan",)
        args = _args(before, [each for each in records.context.plans if each != records.id], path)
        yield Fault(("plan", records.id), path, "plan", args, Level.WARNING)


def _fields(key: RecordKey, record: Record) -> Iterator[Fault]:
    """Fields that sources and notes name. A dot leads into a part: "values.transparency"."""
    known = table(type(record))
    for part, name in (("sources", "facts"), ("notes", "about")):
        for index, each in enumerate(record.__dict__.get(part, ())):
            for at, field in enumerate(getattr(each, name)):
                if field not in known and field.partition(".")[0] not in known:
                    path = (part, index, name, at)
                    args = _args(field, known, path, 0.6)
                    yield Fault(key, path, "field", args, Level.WARNING)


RULE = Rule(
    "R01",
    "reference-to-nothing",
    Level.ERROR,
    NOTHING_INVENTED,
    messages={
        "commitment": N_("There is no commitment “{id}” in this plan."),
        "milestone": N_("The commitment “{commitment}” has no milestone “{id}”."),
        "milestone-of-nothing": N_("The update reports on milestones, but names no commitment."),
        "contribution": N_("There is no contribution “{id}” in this plan."),
        "presented": N_("There is no commitment and no update “{id}” in this plan."),
        "plan": N_("There is no plan “{id}” of this member here."),
        "agreed": N_("“{id}” is no field and no milestone of what the amendment changes."),
        "field": N_("“{id}” is not a field of this record."),
    },
    fixes={
        "": N_("Use the name of the file without its ending, or add the file."),
        "commitment+suggestion": N_("Did you mean {suggestion}?"),
        "contribution+suggestion": N_("Did you mean {suggestion}?"),
        "presented+suggestion": N_("Did you mean {suggestion}?"),
        "milestone": N_("Use the id of a milestone in the commitment's file."),
        "milestone+suggestion": N_("Did you mean {suggestion}?"),
        "milestone-of-nothing": N_("Name the commitment the milestones belong to."),
        "plan": N_("Use the name of the plan's folder. If it is not here, remove the line."),
        "plan+suggestion": N_("Did you mean {suggestion}?"),
        "agreed": N_(
            "Use the name of a field as it is typed in the record; for one of a milestone, put "
            "the word milestones, a dot, its id and a dot before it."
        ),
        "agreed+suggestion": N_("Did you mean {suggestion}?"),
        "field": N_("Use the name of a field as it is typed in the record."),
        "field+suggestion": N_("Did you mean {suggestion}?"),
    },
    examples={
        "": "{corrected}",
        "milestone-of-nothing": "commitment: open-contracts",
    },
    page=__doc__,
    check=check,
    check_member=check_member,
)
