"""From plain data to a typed record, with a finding for everything that does not fit.

In come the data of one file and its marks, out comes the record made of
whatever could be understood: a value that does not fit is left out and found,
so that one slip never hides the rest of the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError

from openroadmap.findings import DataPath, Finding, Level, Place, written
from openroadmap.immutable import immutable
from openroadmap.model.fields import Record
from openroadmap.model.kinds import Kind
from openroadmap.model.table import model_at, table
from openroadmap.model.vocabulary import vocabulary
from openroadmap.read.marks import Marks
from openroadmap.read.refusals import MOST_FINDINGS
from openroadmap.read.values import misfit

IRM_CODES = frozenset({
    "irm", "verifiable", "relevance", "relevant", "ambition", "potential_impact",
    "potential_for_results", "did_it_open_government", "opened_government", "early_results",
    "starred",
})  # fmt: skip
STATUS_KEYS = frozenset({"status", "completion", "completed_on", "progress"})
_EXCERPT = 80
_KEY = "[key]"
"""How pydantic marks that it is the key of a mapping which does not fit."""


@immutable
class Shaped:
    """A typed record (None when what it must have is missing) and the findings on its form.

    ``gone`` holds the items of lists that were left out: those after them have
    moved up in the record, but not in the file.
    """

    record: Record | None
    findings: tuple[Finding, ...]
    gone: tuple[DataPath, ...] = ()


@immutable
class _Fault:
    """What pydantic found, with the way to it in the data as it was typed."""

    path: DataPath
    type: str
    input: Any
    context: Mapping[str, Any]
    in_key: bool

    @property
    def empty_item(self) -> bool:
        """A dash with nothing after it: as good as no dash."""
        return self.input is None and isinstance(self.path[-1], int)


def shape(kind: Kind, id: str, data: Mapping[str, Any], marks: Marks, file: str) -> Shaped:
    """Make a record of the kind from plain data (text, lists, mappings, None)."""
    findings: dict[tuple[str, DataPath], Finding] = {}
    stated = data.get("id")
    if stated is not None and stated != id:
        place = Place(file, *marks.value(("id",)))
        args = {"stated": str(stated)[:_EXCERPT], "id": id}
        variant = "not-the-file-name"
        findings["C01", ()] = Finding("C01", Level.ERROR, place, ("id",), variant, args)
    for finding in _same_ids(data, marks, file):
        findings["C01", finding.path] = finding
    record, faults, gone = _validate(kind.model, {**data, "id": id})
    told = [(_at(fault, marks), fault) for fault in faults if not fault.empty_item]
    for place, fault in sorted(told, key=lambda each: each[0]):
        rule, level, variant, args = _told(kind, fault)
        finding = Finding(rule, level, Place(file, *place), fault.path, variant, args)
        findings.setdefault((rule, fault.path), finding)
        if len(findings) >= MOST_FINDINGS:
            break
    return Shaped(record, tuple(_once(findings)), gone)


def _once(findings: Mapping[tuple[str, DataPath], Finding]) -> Iterator[Finding]:
    """Without what is missing only because its key was mistyped: that is told at the key."""
    meant = {
        (*each.path[:-1], each.args["suggestion"])
        for each in findings.values()
        if each.rule == "S01" and each.args.get("suggestion")
    }
    for each in findings.values():
        if each.rule != "S02" or each.path not in meant:
            yield each


def _same_ids(data: Mapping[str, Any], marks: Marks, file: str) -> Iterator[Finding]:
    """Two parts of a list with one id: what is said of it could mean either."""
    for name, parts in data.items():
        if not isinstance(parts, list):
            continue
        first: dict[str, int] = {}
        for index, part in enumerate(parts):
            id = part.get("id") if isinstance(part, dict) else None
            if not isinstance(id, str) or first.setdefault(id, index) == index:
                continue
            path = (name, index, "id")
            line = marks.value((name, first[id], "id"))[0]
            args = {"id": id[:_EXCERPT], "part": name, "first_line": line}
            place = Place(file, *marks.value(path))
            yield Finding("C01", Level.ERROR, place, path, "part-twice", args)


def _at(fault: _Fault, marks: Marks) -> tuple[int, int]:
    of_key = fault.in_key or fault.type == "unexpected_keyword_argument"
    return marks.key(fault.path) if of_key else marks.value(fault.path)


def _validate(
    model: type[Record], data: dict[str, Any]
) -> tuple[Record | None, list[_Fault], tuple[DataPath, ...]]:
    """Validate, leave out what does not fit, and make the record of the rest."""
    try:
        return model.validated(data), [], ()
    except ValidationError:
        kept: Any = _without_empty(data)  # the usual reason: a key left empty, which means absent
    try:
        return model.validated(kept), [], ()
    except ValidationError as error:
        faults = [_fault(each) for each in error.errors(include_url=False)]
    pruned = {_prune_at(model, fault.path) for fault in faults}
    if () in pruned:
        return None, faults, ()
    for path in sorted(pruned, key=_deepest_first):
        _drop(kept, path)
    gone = tuple(path for path in pruned if isinstance(path[-1], int))
    return model.validated(kept), faults, gone


def _fault(found: Mapping[str, Any]) -> _Fault:
    path, type_ = tuple(found["loc"]), found["type"]
    # A record may hold a key of that very name; only our own types speak of keys.
    in_key = path[-1:] == (_KEY,) and type_.startswith("or_")
    where = path[:-1] if in_key else path
    return _Fault(where, type_, found["input"], found.get("ctx", {}), in_key)


def _without_empty(value: Any) -> Any:
    """A copy without the keys that were left empty; lists keep their length, for the places."""
    if isinstance(value, dict):
        return {key: _without_empty(item) for key, item in value.items() if item is not None}
    if isinstance(value, list):
        return [_without_empty(item) for item in value]
    return value


def _prune_at(model: type[Record], path: DataPath) -> DataPath:
    """What to leave out: the value, or the whole part that cannot be without it."""
    while path and _is_needed(model, path):
        path = path[:-1]
    return path


def _is_needed(model: type[Record], path: DataPath) -> bool:
    """Whether the part around a value means nothing without it."""
    steps = list(path)
    part: type[Record] | None = model
    while part is not None:
        field = table(part).get(str(steps.pop(0)))
        if field is None:
            return False
        if not steps:
            return field.required
        if field.many and not steps[1:]:
            return False  # an item of a list, an entry of a mapping
        steps = steps[1:] if field.many else steps
        part = field.model
    return False


def _deepest_first(path: DataPath) -> tuple[int, tuple[tuple[int, str], ...]]:
    """Later items of a list first, so that leaving one out does not move the others."""
    return -len(path), tuple(
        (-part, "") if isinstance(part, int) else (0, part) for part in path
    )


def _drop(data: Any, path: DataPath) -> None:
    for part in path[:-1]:
        data = data[part]
    del data[path[-1]]


def _told(kind: Kind, fault: _Fault) -> tuple[str, Level, str, dict[str, str | int]]:
    """The code, level, variant and arguments of one fault found by pydantic."""
    path, type_, context = fault.path, fault.type, fault.context
    if type_ == "unexpected_keyword_argument":
        return _unknown_key(kind, path)
    if type_ == "missing":
        return "S02", Level.ERROR, "", {"field": str(path[-1]), "part": _part(path)}
    if type_ == "or_code":
        return "S05", Level.ERROR, "", _of_list(context, path)
    if type_ == "string_too_long":
        length = len(fault.input.strip())
        return "S06", Level.ERROR, "", {
            "field": _field(path), "limit": context["max_length"], "length": length,
        }  # fmt: skip
    if type_.startswith("or_") and type_ != "or_form":
        rule, variant, args = misfit(type_.removeprefix("or_"), context, kind.model, path)
        return rule, Level.ERROR, variant, {**args, "field": _field(path)}
    return _wrong_form(kind, fault)


def _of_list(context: Mapping[str, Any], path: DataPath) -> dict[str, str | int]:
    """The arguments of a code that is not on its list, with one of the list in its place."""
    terms = vocabulary(context["variant"]).terms
    near = context.get("suggestion") or next(iter(terms))
    shown = {"allowed": ", ".join(terms), "corrected": written(path, str(near))}
    return {**_args(context), "field": _field(path), **shown}


def _args(context: Mapping[str, Any]) -> dict[str, str | int]:
    return {key: value for key, value in context.items() if key != "variant"}


def _field(path: DataPath) -> str:
    """The name of the nearest field, where the value itself is an item of a list."""
    return next((part for part in reversed(path) if isinstance(part, str)), "")


def _part(path: DataPath) -> str:
    return _field(path[:-1])


_EXPECTED = {
    "string_type": "text",
    "tuple_type": "list",
    "dataclass_type": "mapping",
    "dict_type": "mapping",
    "or_form": "text",
}


def _wrong_form(kind: Kind, fault: _Fault) -> tuple[str, Level, str, dict[str, str | int]]:
    """With the first key of the part that is wanted, where a part is wanted."""
    given = fault.input
    model = model_at(kind.model, fault.path)
    inner = next(iter(table(model)), "") if model else ""
    got = "list" if isinstance(given, list) else "mapping" if isinstance(given, dict) else "text"
    sample = given if isinstance(given, str) else ""
    args: dict[str, str | int] = {
        "field": _field(fault.path), "text": sample[:_EXCERPT], "inner": inner,
    }  # fmt: skip
    return "S03", Level.ERROR, f"{_EXPECTED[fault.type]}-not-{got}", args


def _unknown_key(kind: Kind, path: DataPath) -> tuple[str, Level, str, dict[str, str | int]]:
    key = str(path[-1])[:_EXCERPT]
    model = model_at(kind.model, path[:-1])
    fields = table(model) if model else {}
    known = list(fields)
    close = get_close_matches(key.lower(), known, n=1, cutoff=0.6)
    args: dict[str, str | int] = {
        "key": key,
        "kind": kind.name,
        "suggestion": close[0] if close else "",
        "known": ", ".join(known),
        "first": next((name for name in known if fields[name].translatable), ""),
    }
    if key in IRM_CODES and kind.name not in ("assessment",):
        return "C19", Level.ERROR, "outside-assessment", args
    if key in STATUS_KEYS and kind.name in ("commitment", "plan"):
        return "S01", Level.ERROR, "status-in-commitment", args
    return "S01", Level.ERROR, "nearest" if close else "", args
