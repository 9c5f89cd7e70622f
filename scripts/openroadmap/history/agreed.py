"""What was agreed after adoption: a promise and its agreed changes come in, the steps go out.

An agreed change says field by field what the promise says since then. Laid upon
the plan as adopted, one after the other, they give what the records should say
now; where these say anything else, somebody changed a promise in silence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Generic, TypeVar

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
from openroadmap.model.process import Agreed, Amendment
from openroadmap.model.table import Field, model_at, table

STEPS = "milestones"
Thing = TypeVar("Thing")
AnyPromise = Promise | PlanPromise
"""What is frozen: of a commitment, or of the plan itself."""


@immutable
class Course:
    """What was agreed of one commitment, or of the plan itself.

    ``promise`` is what it says by the last agreed change. ``steps`` are the
    differences that each agreed change made, by its id.
    """

    promise: AnyPromise
    steps: dict[str, tuple[Difference, ...]]


def course_of(
    adopted: AnyPromise | None, amendments: Iterable[Amendment], id: str
) -> Course:
    """The course of a promise by all that changes it, oldest first.

    One that was not adopted, ``None``, begins with nothing but its id. What the
    agreed change says that added it is the promise itself, and no change of it.
    """
    promise = adopted or Promise.trusted(id=id, title="")
    steps: dict[str, tuple[Difference, ...]] = {}
    is_new = adopted is None
    for amendment in amendments:
        before, promise = promise, _as_agreed(promise, amendment.agreed)
        begins = is_new and amendment.kind == "add"
        is_new = is_new and not begins
        steps[amendment.id] = () if begins else tuple(between(before, promise))
    return Course(promise, steps)


def between(before: AnyPromise, after: AnyPromise) -> Iterator[Difference]:
    """The differences between two states of one promise."""
    if isinstance(before, PlanPromise) and isinstance(after, PlanPromise):
        yield from compare(Promises(before, {}), Promises(after, {}))
    elif isinstance(before, Promise) and isinstance(after, Promise):
        yield from compare_commitments(before, after)


def sayings(difference: Difference, present: AnyPromise) -> Iterator[Agreed]:
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


class Near(Generic[Thing]):
    """Things by names of fields: of one, those of its parts and of its whole are found too."""

    def __init__(self, named: Iterable[tuple[str, Thing]]) -> None:
        self._things: list[Thing] = []
        self._at: dict[str, list[int]] = {}
        self._below: dict[str, list[int]] = {}
        for place, (name, thing) in enumerate(named):
            self._things.append(thing)
            self._at.setdefault(name, []).append(place)
            for above in _above(name):
                self._below.setdefault(above, []).append(place)

    def find(self, name: str) -> list[Thing]:
        """In the order in which they came, each once."""
        places = {*self._at.get(name, ()), *self._below.get(name, ())}
        for above in _above(name):
            places.update(self._at.get(above, ()))
        found = [self._things[place] for place in sorted(places)]
        return list({id(thing): thing for thing in found}.values())


def _above(name: str) -> Iterator[str]:
    """The names of what a field is a part of: "milestones" and "milestones.m4"."""
    end = name.find(".")
    while end > 0:
        yield name[:end]
        end = name.find(".", end + 1)


def says(said: Agreed, value: Side) -> bool:
    """Whether it says just what a field has."""
    if isinstance(value, tuple):
        return sorted(said.names) == sorted(value)
    text = value.text if isinstance(value, PartialDate) else value
    return (said.says or "").split() == (text or "").split() and not said.names


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
    field, nothing = field_at(said.field, model), said.says is None and not said.names
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


def field_at(name: str, model: type[Record]) -> Field | None:
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


def _as_agreed(promise: AnyPromise, agreed: Iterable[Agreed]) -> AnyPromise:
    """The promise with what is said laid upon it, but for what cannot stand there (see C21)."""
    model = PlanPromise if isinstance(promise, PlanPromise) else Promise
    for said in agreed:
        if not misfit(said, model):
            promise = _with(promise, said.field.split("."), said)
    return promise


def _with(record: Any, way: Sequence[str], said: Agreed) -> Any:
    """A record with one value laid into it; as it is where the way leads nowhere (see R01)."""
    name, *rest = way
    field = table(type(record)).get(name)
    if field is None or name == "id":
        return record
    value = record.__dict__[name]
    if not rest:
        value = _value(field, said)
    elif name == STEPS:
        value = tuple(_steps(value, rest[0], rest[1:], said))
    elif field.model is not None:
        value = _with(value or field.model(), rest, said)
    return record.but(**{name: value})


def _steps(
    steps: Iterable[Milestone], id: str, way: Sequence[str], said: Agreed
) -> Iterator[Milestone]:
    """The milestones with one of them changed, added or dropped."""
    is_new = True
    for step in steps:
        if step.id != id:
            yield step
            continue
        is_new = False
        if way:
            yield _with(step, way, said)
    if way and is_new:
        yield _with(Milestone.trusted(id=id, title=""), way, said)


def _value(field: Field, said: Agreed) -> Any:
    if field.many:
        return said.names
    is_date = field.form == "date" and said.says is not None
    return parse_date(said.says) if is_date else said.says
