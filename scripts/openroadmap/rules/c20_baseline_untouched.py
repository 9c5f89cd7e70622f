"""A plan as adopted, or what was agreed since, that was edited afterwards.

## What it says

`baseline.yml` is written once, by `openroadmap adopt`, and never edited. It holds a digest of
each promise and one of the whole: a number that is worked out from the text and fits no other.

The line `seal` is such a number too, of all lines below it, and anybody can work it out with
`sed '1,/^seal: /d' baseline.yml | sha256sum`. A file without one is as good. A seal that does not
fit is no fault by itself: spaces and line breaks say nothing, and the digests are held against
what the file says.

Where the history of the repository is at hand, the file must also say what it said when it was
first committed, and it must not be gone. Nor may the whole folder of a plan that has one. Only
a plan that was invented from the start may go: who starts from the example removes it. A folder
keeps its name, too: it is the plan's address, and the file says which plan it froze.

An amendment of such a plan, too, goes on saying what it said was agreed: its date, its kind, its
commitment, the day on which the forum agreed and each value under `agreed`. On the day on which
something came into the record it may still be put right. What it did not say may be added later.
What was agreed afterwards is an amendment of its own, and a slip is put right by one of the kind
`correct`. Nor is an amendment removed, or its file given another name and other words, once it
stood there from one day to another.

## Why it matters

Every later change is told by holding the records against this file and the amendments. Whoever
could change both could make a promise look kept that was not, or say that the forum agreed to
what it never saw.

## Wrong

Somebody moved the day of adoption by hand.

```yaml baseline.yml
frozen_on: 2026-03-31
# … the rest of the record
```

## Right

The file as the command wrote it. A change of the plan is an amendment.

```yaml baseline.yml
# … the rest of the record
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from openroadmap.findings import DataPath, Level
from openroadmap.history.drift import baseline_on
from openroadmap.history.freeze import broken_seals
from openroadmap.history.rewritten import FIELDS, rewritten
from openroadmap.i18n import N_
from openroadmap.model.facts import NOTHING, WORDS, GitFacts, Revision, Told
from openroadmap.model.kinds import plan_folder, record_file
from openroadmap.model.process import Amendment
from openroadmap.model.site import PlanRecords
from openroadmap.rules.clauses import KEEPS_HISTORY
from openroadmap.rules.examples import bring_back
from openroadmap.rules.rule import Fault, Rule

_KEY = ("baseline", "baseline")


def check(records: PlanRecords, today: date) -> Iterator[Fault]:
    baseline = records.baseline
    if baseline is None:
        return
    if baseline.plan.id != records.id:
        yield _elsewhere(baseline.plan.id, records)
    broken = list(broken_seals(baseline))
    for path in broken:
        if path:
            commitment = baseline.commitments[int(path[1])].id
            yield Fault(_KEY, path, "commitment", {"commitment": commitment}, joined=True)
    if broken == [()]:
        yield Fault(_KEY, ("digest",))


def _elsewhere(id: str, records: PlanRecords) -> Fault:
    """The plan of another folder: copied from there where that is, renamed where it is not."""
    folder = plan_folder(records.context.member_id, id)
    variant = "elsewhere" if id in records.context.plans else "moved"
    return Fault(_KEY, ("plan", "id"), variant, {"id": id, "path": folder})


def check_history(records: PlanRecords, today: date, facts: GitFacts) -> Iterator[Fault]:
    """A file that was changed together with its digests, or taken away: git alone can tell."""
    file = record_file(records.context.member_id, records.id, *_KEY)
    if records.baseline is None:
        if records.plan is not None and facts.knew(file, today):
            args = {"path": file}
            yield Fault(("plan", records.id), (), "removed", args, absent=_KEY)
        return
    changed = [day for day in facts.updated.get(file, ())[1:] if day <= today]
    if changed:
        first = facts.updated[file][0]
        last = changed[-1]
        args = {"changed_on": last.isoformat(), "recorded_on": first.isoformat()}
        args["same_day"] = args["recorded_on"] if last == first else ""
        yield Fault(_KEY, (), "rewritten", args)
    if baseline_on(records, today) is not None:
        for amendment in records.amendments:
            yield from _rewritten(amendment, records, today, facts)
        frozen_since = facts.updated.get(file, (today,))[0]
        yield from _removed(records, frozen_since, today, facts)


def _removed(
    records: PlanRecords, frozen_since: date, today: date, facts: GitFacts
) -> Iterator[Fault]:
    """The amendments that stood on an earlier day, went once the plan was frozen, and are gone."""
    there = {each.id for each in records.amendments}
    for each in facts.gone.get(plan_folder(records.context.member_id, records.id), ()):
        if each.kind != "amendment" or each.id in there or each.first is None:
            continue
        if max(each.first, frozen_since) < (each.last or today) <= today:
            removed_on = each.last.isoformat() if each.last else ""
            args = {"path": each.file, "amendment": each.id, "removed_on": removed_on}
            absent = ("amendment", each.id)
            yield Fault(("plan", records.id), (), "agreement-removed", args, absent=absent)


def _rewritten(
    amendment: Amendment, records: PlanRecords, today: date, facts: GitFacts
) -> Iterator[Fault]:
    """What the amendment said was agreed and does not say any more."""
    key = ("amendment", amendment.id)
    file = record_file(records.context.member_id, records.id, *key)
    revisions, days = facts.revised.get(file, ()), facts.updated.get(file, ())
    if not revisions or not days:
        return
    agreed = [each.field for each in amendment.agreed]
    for each in rewritten(revisions, days[0], today, agreed):
        path: DataPath = (FIELDS[each.told],)
        if each.told is Told.AGREED and each.id in agreed:
            path = (*path, agreed.index(each.id))
        yield Fault(key, path, "agreement-rewritten", _args(each))


def _args(each: Revision) -> dict[str, str | int]:
    """Both values only where neither was in words: of these there are but digests."""
    before, after = (_shown(side) for side in (each.before, each.after))
    both = before and after and each.before and each.after
    return {
        "field": each.id or FIELDS[each.told],
        "changed_on": each.day.isoformat(),
        "before": before if both else "",
        "after": after if both else "",
        "unnamed_on": "" if each.after or not each.before else each.day.isoformat(),
    }


def _shown(side: str) -> str:
    if side.startswith(WORDS):
        return ""
    return "–" if side == NOTHING else side


RULE = Rule(
    "C20",
    "baseline-edited",
    Level.ERROR,
    KEEPS_HISTORY,
    messages={
        "": N_("The plan as adopted was edited after it was frozen: its digest does not fit."),
        "commitment": N_(
            "The plan as adopted was edited after it was frozen. The digest does not fit what it "
            "says of: {commitment}."
        ),
        "elsewhere": N_("This file froze another plan, {id}, and not this one."),
        "moved": N_("The plan was frozen as {id}, and its folder was renamed: it was {path}."),
        "rewritten": N_(
            "The plan as adopted came into this repository on {recorded_on} and was changed on "
            "{changed_on}."
        ),
        "rewritten+same_day": N_(
            "The plan as adopted came into this repository on {same_day} and was changed again "
            "on the same day."
        ),
        "removed": N_("The plan was frozen as adopted, and the file is gone: {path}."),
        "plan-removed": N_("A plan was frozen as adopted, and its whole folder is gone: {path}."),
        "agreement-rewritten+unnamed_on": N_(
            "Since {unnamed_on} the amendment no longer says anything of {field}, as it did at "
            "first."
        ),
        "agreement-rewritten": N_(
            "What the amendment says of {field} was changed on {changed_on}, after the day on "
            "which it was first said."
        ),
        "agreement-removed": N_(
            "The amendment “{amendment}” said what was agreed, and was removed: {path}."
        ),
        "agreement-removed+removed_on": N_(
            "The amendment “{amendment}” said what was agreed, and was removed on {removed_on}: "
            "{path}."
        ),
        "agreement-rewritten+before": N_(
            "What the amendment says of {field} was changed on {changed_on}, after the day on "
            "which it was first said: {before} became {after}."
        ),
    },
    fixes={
        "": N_(
            "Bring the file back as it was committed, with git checkout or from the forge's "
            "history. A change of the plan is recorded as an amendment."
        ),
        "elsewhere": N_("Remove the file, and freeze this plan with openroadmap adopt."),
        "moved": N_("Move the folder back. Its name is the plan's address, for ever."),
        "rewritten": N_(
            "Bring back the first version and commit it. Later decisions are amendments. If the "
            "first was wrong, say so in a note of the plan."
        ),
        "removed": N_(
            "Bring the file back from the history. Without it nobody can tell what was promised."
        ),
        "plan-removed": N_(
            "Bring the folder back as it was before the commit that removed it. A plan that is "
            "over or was given up keeps its pages."
        ),
        "agreement-removed": N_(
            "Bring the file back. What was agreed later is an amendment of its own, and a slip is "
            "one of the kind correct."
        ),
        "agreement-rewritten": N_(
            "Put back what it said and commit that. What was agreed later is an amendment of its "
            "own, and a slip is one of the kind correct."
        ),
    },
    examples={
        "": "git checkout HEAD -- {file}",
        "elsewhere": "git rm {file}\nopenroadmap adopt {member_plan}",
        "moved": "git mv {folder} {path}",
        "rewritten": (
            "git log --oneline -- {file}\ngit restore --source a1b2c3d -- {file}\n"
            'git commit -m "Bring the plan as adopted back" -- {file}'
        ),
        "removed": bring_back("{plan}/baseline.yml"),
        "plan-removed": (
            "git log --oneline -n 1 -- {path}\ngit restore --source a1b2c3d~ -- {path}"
        ),
        "agreement-removed": bring_back("{path}"),
        "agreement-rewritten": (
            "git log --oneline -p -- {file}\ngit restore --source a1b2c3d -- {file}\n"
            'git commit -m "Put back what was agreed" -- {file}'
        ),
    },
    page=__doc__,
    check=check,
    check_history=check_history,
)
