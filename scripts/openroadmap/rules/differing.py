"""What a finding says of a difference: it and the records come in, arguments and places go out."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator
from datetime import date

from openroadmap.findings import DataPath
from openroadmap.history.agreed import AnyPromise, Near, sayings, says
from openroadmap.history.differences import Change, Difference, Side, days_between
from openroadmap.model.commitment import Promise
from openroadmap.model.dates import PartialDate
from openroadmap.model.kinds import record_file
from openroadmap.model.process import Agreed, Amendment
from openroadmap.model.site import PlanRecords

LONGEST = 60
"""Letters that are shown of a text."""
_PLAIN = re.compile(r"[^\W_][\w /().–-]*(?<! )")
"""A text that YAML reads as what it is, without quotation marks."""


def told_args(
    each: Difference, present: AnyPromise | None
) -> dict[str, str | int]:
    """What differs from what was adopted, or agreed since: both values and the days between."""
    was = each.agreed if each.stated else each.before
    before, after = _sides(was, each.after)
    days = days_between(was, each.after) or 0
    return {
        "commitment": each.commitment,
        "amendment": each.stated.id if each.stated else "",
        "fields": each.key,
        "milestones": each.milestone,
        "changes": f"{each.key} ({before or '–'} → {after or '–'})",
        "days_later": days if days > 1 else 0,
        "days_earlier": -days if days < -1 else 0,
        "corrected": _agreed(each, present),
    }


def _agreed(each: Difference, present: AnyPromise | None) -> str:
    """What an amendment would have to say, as lines of YAML; a long text is left to the record."""
    said = sayings(each, present) if present is not None else ()
    return "\n".join(saying_lines(one) for one in said)


def saying_lines(said: Agreed) -> str:
    """What stands under ``agreed`` in an amendment, as lines of YAML."""
    return "\n".join(_lines(said))


def _lines(said: Agreed) -> Iterator[str]:
    yield f"  - field: {said.field}"
    if said.names:
        yield f"    names: [{', '.join(_scalar(name) for name in said.names)}]"
    elif said.says:
        text = " ".join(said.says.split())
        yield f"    says: {_scalar(text) if len(text) <= LONGEST else '…'}"


def _scalar(text: str) -> str:
    """A text as YAML: between quotation marks where it might be read as anything else."""
    plain = _PLAIN.fullmatch(text) and text.lower() != "null"
    return text if plain else json.dumps(text, ensure_ascii=False)


def _sides(was: Side, now: Side) -> tuple[str, str]:
    """What was to be and what is there now; of long texts the words around where they part."""
    before, after = _text(was), _text(now)
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


def saying_so(each: Difference, amendments: Iterable[Amendment]) -> str:
    """The agreed change that says what the record says, where another counts as later, or ""."""
    return next(
        (
            one.id
            for one in amendments
            if one is not each.stated
            and any(said.field == each.key and says(said, each.after) for said in one.agreed)
        ),
        "",
    )


def out_of_time(
    each: Difference, records: PlanRecords, counted: Collection[Amendment]
) -> Amendment | None:
    """An agreed change of this that is of a day before the plan was frozen, or to come."""
    for one in records.amendments:
        mine = one.commitment == (each.commitment or None) and one not in counted
        if mine and Near((said.field, one) for said in one.agreed).find(each.key):
            return one
    return None


def split_renamed(
    differences: Iterable[Difference],
) -> tuple[dict[str, str], list[Difference]]:
    """The commitments whose files have another name now, with the id that each was adopted under;
    then the other differences.

    A title is the promise in one sentence: one that is gone from one file and is in another,
    which no agreed change adds, has moved there.
    """
    every = list(differences)
    came = {
        each.title: each.commitment
        for each in every
        if each.change is Change.ADDED and not each.amendments
    }
    renamed: dict[str, str] = {}
    for each in every:
        if each.change is Change.REMOVED and each.title in came:
            renamed[came.pop(each.title)] = each.commitment
    told = {*renamed, *renamed.values()}
    whole = (Change.ADDED, Change.REMOVED)
    return renamed, [
        each for each in every if each.change not in whole or each.commitment not in told
    ]


def moves_back(id: str, was: str, records: PlanRecords) -> Iterator[str]:
    """The commands that give a commitment's files, all that have one name, another one."""
    member = records.context.member_id
    now, then = (
        record_file(member, records.id, "commitment", each).removesuffix(".yml")
        for each in (id, was)
    )
    endings = [".yml", *([".md"] if id in records.stories else ())]
    for kind, of, lang in sorted(records.texts):
        if of == id and kind in ("commitment", "story"):
            endings.append(f".{lang}.{'md' if kind == 'story' else 'yml'}")
    yield from (f"git mv {now}{ending} {then}{ending}" for ending in endings)


def next_amendment(commitment: str, records: PlanRecords, today: date) -> dict[str, str]:
    """How the next one is laid down: its day, its place for the command, and its file.

    ``commitment`` is "" for the plan itself.
    """
    member, ids = records.context.member_id, {each.id for each in records.amendments}
    place, name = f"{member}/{records.id}", commitment or "plan"
    if commitment:
        place = f"{place}/{name}"
    if f"{today}-{name}" in ids:
        name = f"{name}-again"
        place = f"{member}/{records.id}/{name}"
    written = record_file(member, records.id, "amendment", f"{today}-{name}")
    return {"today": today.isoformat(), "place": place, "written": written}


def present_of(each: Difference, records: PlanRecords) -> AnyPromise | None:
    """The promise that differs, as it is now."""
    if not each.commitment:
        return records.plan
    return next((one for one in records.commitments if one.id == each.commitment), None)


def path_of(each: Difference, records: PlanRecords) -> DataPath:
    """Where in the record the field stands, or would stand."""
    fields = tuple(filter(None, each.field.split(".")))
    if not each.milestone:
        return fields
    if each.change is Change.MILESTONE_DROPPED:
        return ("milestones",)
    commitment = present_of(each, records)
    ids = [step.id for step in commitment.milestones] if isinstance(commitment, Promise) else []
    return ("milestones", ids.index(each.milestone), *fields)


def variant_of(each: Difference) -> str:
    """Which sentence tells of it where no amendment explains it."""
    if not each.commitment:
        return "plan"
    return {
        Change.MILESTONE_DROPPED: "milestone-dropped",
        Change.MILESTONE_ADDED: "milestone-added",
    }.get(each.change, "")
