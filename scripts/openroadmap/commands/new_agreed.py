"""What a new amendment is of and has to say was agreed: its place and a day in, its fields out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from openroadmap.commands.facts import history_of
from openroadmap.commands.new_references import PlaceError, id_within
from openroadmap.commands.project import no_plan, plan_in
from openroadmap.findings import Level
from openroadmap.history.agreed import AnyPromise, sayings
from openroadmap.history.differences import Change, Difference
from openroadmap.history.drift import baseline_on, drift_of
from openroadmap.model.kinds import KIND, record_file
from openroadmap.model.plain import plain
from openroadmap.model.site import PlanRecords, RecordKey
from openroadmap.read.files import walk
from openroadmap.read.site import PlanReading, read_member, read_plan
from openroadmap.rules.examples import A_COMMIT, bring_back

PLAN_ITSELF = "plan"
"""How the name of an amendment begins that is of the plan itself, but for its date."""

_DATES = re.compile(r"^(\d{4}(-\d\d){0,2}-)+")
_KIND = {Change.ADDED: "add", Change.WITHDRAWN: "withdraw", Change.RESUMED: "resume"}


def amendment_in(root: Path, file: Path, today: date) -> tuple[Mapping[str, Any], str]:
    """The fields of an amendment for all that no other says was agreed, and a remark.

    The commitment is named in the file's name. The remark says why nothing could
    be filled in, or is "". Raises ``PlaceError`` where there is no such plan or
    commitment, and where a record that is needed is gone or cannot be read.
    """
    member_id, plan_id = file.relative_to(root).parts[1:3]
    place = f"{member_id}/{plan_id}"
    members, _ = walk(root)
    found = plan_in(members, member_id, plan_id)
    if found is None:
        raise PlaceError(no_plan(place, members))
    member, plan = found
    folder = file.parent.parent / KIND["commitment"].folder
    there = {each.stem for each in folder.glob("*.yml") if "." not in each.stem}
    reading = read_plan(plan, read_member(member).context)
    frozen = reading.records.baseline
    gone = {each.id for each in frozen.commitments} - there if frozen else set()
    id = id_within(file.stem, (*there, *gone))
    if not id:
        _refuse_unknown(_DATES.sub("", file.stem), place, {*there, *gone})
    if id in gone:
        _refuse_gone(root, record_file(member_id, plan_id, "commitment", id), id, today)
    _refuse_broken(reading, ("commitment", id) if id else ("plan", plan_id))
    _refuse_broken(reading, ("baseline", "baseline"))
    known, remark = _agreed(reading.records, id, today)
    return {**({"commitment": id} if id else {}), **known}, remark


def _refuse_unknown(name: str, place: str, ids: Collection[str]) -> None:
    """What is called like no commitment is of the plan itself only where it says so."""
    near = get_close_matches(name, ids, n=3)
    if name == PLAN_ITSELF or (name.startswith(f"{PLAN_ITSELF}-") and not near):
        return
    if near:
        meant = f"did you mean {' or '.join(near)}?"
    else:
        meant = f"end it with the id of one. There are: {', '.join(sorted(ids)) or 'none'}."
    raise PlaceError(
        f'"{name}" names no commitment of {place}: {meant} An amendment of the plan itself: '
        f"openroadmap new amendment {place}"
    )


def _refuse_gone(root: Path, path: str, id: str, today: date) -> None:
    """A commitment that was adopted is withdrawn, and its file stays."""
    facts = history_of(root, today).facts
    known = facts.knew(path, date.max)
    by = f", with the id that the first line shows for {A_COMMIT}:\n{bring_back(path)}"
    how = by if known else f", as {path}, from a copy of your own."
    raise PlaceError(
        f"The commitment {id} was adopted with the plan, and its file is gone. Bring it back{how}\n"
        "To withdraw the commitment, then lay the amendment down and put kind: withdraw. Its page "
        "stays and shows it as withdrawn."
    )


def _refuse_broken(reading: PlanReading, key: RecordKey) -> None:
    """Of a record that was read in part, what was left out would seem to have been dropped."""
    file = record_file(reading.records.context.member_id, reading.records.id, *key)
    if any(each.level is Level.ERROR and each.place.file == file for each in reading.findings):
        raise PlaceError(
            f"{file} cannot be read: mend it first. What is wrong with it says: "
            f"openroadmap check {file}"
        )


def _agreed(records: PlanRecords, id: str, today: date) -> tuple[dict[str, Any], str]:
    """``id`` is "" where it is about the plan itself."""
    day = records.day(today)
    if baseline_on(records, day) is None:
        return {}, (
            "The plan is not frozen as adopted, so nothing could be filled in under agreed: say "
            "there yourself what was agreed."
        )
    drift = drift_of(records, day)
    unsaid = [each for each in drift.differences if not each.amendments]
    unsaid += [each.difference for each in drift.unheld]
    silent = [each for each in unsaid if each.commitment == id]
    if not silent:
        return {}, _nothing(id)
    said = [plain(one) for one in _said(silent, records, id)]
    kind = next((_KIND[each.change] for each in silent if each.change in _KIND), "")
    return {**({"kind": kind} if kind else {}), **({"agreed": said} if said else {})}, ""


def _nothing(id: str) -> str:
    if not id:
        return (
            "Nothing that the plan says of itself differs from what was agreed, so agreed is left "
            "empty. Change the plan's record first, then remove this file and lay it down anew."
        )
    return (
        f"Nothing in {id} differs from what was agreed, so agreed is left empty. Change the record "
        "first, then remove this file and lay it down anew; or, where the commitment is withdrawn, "
        "put kind: withdraw."
    )


def _said(differences: Iterable[Difference], records: PlanRecords, id: str) -> Iterator[Any]:
    present: AnyPromise | None = records.plan
    if id:
        present = next((each for each in records.commitments if each.id == id), None)
    for each in differences if present else ():
        yield from sayings(each, present)
