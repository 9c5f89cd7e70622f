"""What was agreed after adoption: a promise and its agreed changes come in, the steps go out.

An agreed change says field by field what the promise says since then. Laid upon
the plan as adopted, one after the other, they give what the records should say
now; where these say anything else, somebody changed a promise in silence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import ValidationError

from openroadmap.history.differences import (
    Change,
    Difference,
    Promises,
    Side,
    compare,
    compare_commitments,
)
from openroadmap.immutable import immutable
from openroadmap.model.commitment import Milestone, Promise
from openroadmap.model.dates import NotADateError, PartialDate, parse_date
from openroadmap.model.fields import Record
from openroadmap.model.member import PlanPromise
from openroadmap.model.plain import plain
from openroadmap.model.process import Agreed, Amendment
from openroadmap.model.table import Field, model_at, table

STEPS = "milestones"


@immutable
class Course:
    """What was agreed of one commitment, or of the plan itself.

    ``promise`` is what it says by the last agreed change. ``steps`` are the
    differences that each agreed change made, by its id.
    """

    promise: Promise | PlanPromise
    steps: dict[str, tuple[Difference, ...]]


def course_of(adopted: Promise | PlanPromise, amendments: Iterable[Amendment]) -> Course:
    """The course of a promise by all that changes it, oldest first.

    What was added after adoption begins with nothing but an id: ``nothing_yet``.
    """
    promise, steps = adopted, {}
    for amendment in amendments:
        if amendment.agreed:
            before, promise = promise, _as_agreed(promise, amendment.agreed)
            if amendment.kind != "add":
                steps[amendment.id] = tuple(between(before, promise))
    return Course(promise, steps)


def nothing_yet(id: str) -> Promise:
    """A commitment of which nothing was adopted."""
    return Promise.model_validate({"id": id, "title": ""})


def between(
    before: Promise | PlanPromise, after: Promise | PlanPromise
) -> Iterator[Difference]:
    """The differences between two states of one promise."""
    if isinstance(before, PlanPromise) and isinstance(after, PlanPromise):
        yield from compare(Promises(before, {}), Promises(after, {}))
    elif isinstance(before, Promise) and isinstance(after, Promise):
        yield from compare_commitments(before, after)


def speaking(amendments: Iterable[Amendment], key: str) -> tuple[Amendment, ...]:
    """Those that say what was agreed of a field or a milestone."""
    return tuple(
        each for each in amendments if any(overlap(said.field, key) for said in each.agreed)
    )


def sayings(difference: Difference, present: Promise | PlanPromise) -> Iterator[Agreed]:
    """What an agreed change says that explains a difference; ``present`` is the promise now.

    Nothing explains that a record is gone, or a withdrawal that is dated back.
    """
    match difference.change:
        case Change.REMOVED | Change.WITHDRAWN:
            return
        case Change.ADDED:
            yield from _sayings(present, Promise, "")
        case Change.MILESTONE_DROPPED:
            yield Agreed(field=difference.key)
        case Change.MILESTONE_ADDED:
            steps = present.milestones if isinstance(present, Promise) else ()
            for step in steps:
                if step.id == difference.milestone:
                    yield from _sayings(step, Milestone, f"{difference.key}.")
        case _:
            yield _saying(difference.key, difference.after)


def _sayings(record: Record, model: type[Record], start: str) -> Iterator[Agreed]:
    """All that a promise, or a part of it, says."""
    for name, field in table(model).items():
        value = record.__dict__[name]
        if name == "id" or not value:
            continue
        if name == STEPS:
            for step in value:
                yield from _sayings(step, Milestone, f"{STEPS}.{step.id}.")
        elif field.model is not None:
            yield from _sayings(value, field.model, f"{start}{name}.")
        else:
            yield _saying(start + name, value)


def _saying(field: str, value: Side) -> Agreed:
    if isinstance(value, tuple):
        return Agreed(field=field, names=value)
    return Agreed(field=field, says=value.text if isinstance(value, PartialDate) else value)


def overlap(one: str, other: str) -> bool:
    """Whether two names of fields are the same, or one is a part of the other."""
    return one == other or one.startswith(f"{other}.") or other.startswith(f"{one}.")


def names_in(model: type[Record], milestones: Iterable[str] = ()) -> Iterator[str]:
    """What an agreed change may speak of: fields, parts, and milestones by their ids."""
    for name, field in table(model).items():
        if name not in ("id", STEPS):
            yield name
            if field.model is not None:
                yield from (f"{name}.{inner}" for inner in names_in(field.model))
    for id in milestones:
        yield f"{STEPS}.{id}"
        yield from (f"{STEPS}.{id}.{inner}" for inner in names_in(Milestone))


def misfit(said: Agreed, model: type[Record]) -> str:
    """Why what is said cannot stand in a promise of the model, "" where it can.

    "whole": a milestone or a part as a whole can only be dropped; "needed": this
    cannot be dropped; "names": here a list of names stands; "one": and here one
    text; "date": it is no date. A name that is no field's is for R01 to tell.
    """
    field, nothing = _field_at(said.field, model), said.says is None and not said.names
    if field is None:
        return ""
    if field.model is not None:
        return "" if nothing else "whole"
    if nothing:
        return "needed" if field.required else ""
    if field.many:
        return "names" if said.says is not None else ""
    if said.names or said.says is None:
        return "one"
    return "date" if field.form == "date" and not _is_date(said.says) else ""


def _field_at(name: str, model: type[Record]) -> Field | None:
    """The field that a name leads to; that of milestones for a whole one."""
    *way, last = name.split(".")
    if way[:1] != [STEPS]:
        part = model_at(model, tuple(way))
    elif len(way) == 1:
        return table(model).get(STEPS)
    else:
        part = model_at(Milestone, tuple(way[2:]))
    return table(part).get(last) if part is not None else None


def _is_date(text: str) -> bool:
    try:
        parse_date(text)
    except NotADateError:
        return False
    return True


def _as_agreed(
    promise: Promise | PlanPromise, agreed: Iterable[Agreed]
) -> Promise | PlanPromise:
    """The promise with what is said laid upon it; as it was where that cannot be (R01 says why)."""
    model = PlanPromise if isinstance(promise, PlanPromise) else Promise
    data = {name: value for name, value in plain(promise).items() if name in model.model_fields}
    for said in agreed:
        _lay(data, said)
    try:
        return model.model_validate(data)
    except ValidationError:
        return promise


def _lay(data: dict[str, Any], said: Agreed) -> None:
    """Put one value where it belongs, or take away what says nothing any more."""
    name, _, rest = said.field.partition(".")
    if name == STEPS and rest:
        id, _, inner = rest.partition(".")
        data[STEPS] = list(_steps(data.get(STEPS, ()), id, inner, said))
        return
    *parts, last = said.field.split(".")
    for part in parts:
        data[part] = dict(data.get(part) or {})
        data = data[part]
    _put(data, last, said)


def _steps(steps: Iterable[dict[str, Any]], id: str, inner: str, said: Agreed) -> Iterator[Any]:
    """The milestones with one of them changed, added or dropped."""
    found = False
    for step in steps:
        if step["id"] != id:
            yield step
            continue
        found = True
        if inner:
            yield _with(step, inner, said)
    if inner and not found:
        yield _with({"id": id, "title": ""}, inner, said)


def _with(data: dict[str, Any], name: str, said: Agreed) -> dict[str, Any]:
    changed = dict(data)
    _put(changed, name, said)
    return changed


def _put(data: dict[str, Any], name: str, said: Agreed) -> None:
    value = list(said.names) or said.says
    if value is None:
        data.pop(name, None)
    else:
        data[name] = value
