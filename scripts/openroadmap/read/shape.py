"""From plain data to a typed record, with a finding for everything that does not fit.

In come the data of one file and its marks, out comes the record made of
whatever could be understood: a value that does not fit is left out and found,
so that one slip never hides the rest of the file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError

from openroadmap.findings import DataPath, Finding, Level, Place
from openroadmap.model.fields import Record
from openroadmap.model.kinds import Kind
from openroadmap.model.table import model_at, table
from openroadmap.model.vocabulary import vocabulary
from openroadmap.read.marks import Marks

IRM_CODES = frozenset({
    "irm", "verifiable", "relevance", "relevant", "ambition", "potential_impact",
    "potential_for_results", "did_it_open_government", "opened_government", "early_results",
    "starred",
})  # fmt: skip
STATUS_KEYS = frozenset({"status", "completion", "completed_on", "progress"})
_MAX_ROUNDS = 6


@dataclass(frozen=True, slots=True)
class Shaped:
    """A typed record (None when what it must have is missing) and the findings on its form."""

    record: Record | None
    findings: tuple[Finding, ...]


def shape(kind: Kind, id: str, data: Mapping[str, Any], marks: Marks, file: str) -> Shaped:
    """Make a record of the kind from plain data (text, lists, mappings, None)."""
    findings: list[Finding] = []
    stated = data.get("id")
    if stated is not None and stated != id:
        place = Place(file, *marks.value(("id",)))
        args = {"stated": str(stated), "id": id}
        findings.append(Finding("C01", Level.ERROR, place, ("id",), "not-the-file-name", args))
    record, faults = _validate(kind.model, {**data, "id": id})
    for fault in faults:
        finding = _finding(kind, fault, marks, file)
        if finding not in findings:
            findings.append(finding)
    return Shaped(record, tuple(findings))


def _validate(model: type[Record], data: dict[str, Any]) -> tuple[Record | None, list[Any]]:
    """Validate, leave out what does not fit, and try again with the rest."""
    try:
        return model.model_validate(data), []
    except ValidationError:
        pass  # the usual reason is a key left empty, which means absent
    kept: Any = _without_empty(data)
    faults: list[Any] = []
    for _ in range(_MAX_ROUNDS):
        try:
            return model.model_validate(kept), faults
        except ValidationError as error:
            found = error.errors(include_url=False)
        faults += found
        if any(fault["type"] == "missing" and len(fault["loc"]) == 1 for fault in found):
            return None, faults
        for path in sorted({_prune_at(fault) for fault in found}, key=_deepest_first):
            _drop(kept, path)
    return None, faults


def _without_empty(value: Any) -> Any:
    """A copy without the keys and items that were left empty."""
    if isinstance(value, dict):
        return {key: _without_empty(item) for key, item in value.items() if item is not None}
    if isinstance(value, list):
        return [_without_empty(item) for item in value if item is not None]
    return value


def _path(fault: Mapping[str, Any]) -> DataPath:
    return tuple(part for part in fault["loc"] if part != "[key]")


def _prune_at(fault: Mapping[str, Any]) -> DataPath:
    """What to leave out: the value, or the whole part that lacks what it must have."""
    path = _path(fault)
    return path[:-1] if fault["type"] == "missing" else path


def _deepest_first(path: DataPath) -> tuple[int, tuple[tuple[int, str], ...]]:
    """Later items of a list first, so that leaving one out does not move the others."""
    return -len(path), tuple(
        (-part, "") if isinstance(part, int) else (0, part) for part in path
    )


def _drop(data: Any, path: DataPath) -> None:
    for part in path[:-1]:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return  # a part above it was left out already
    if isinstance(data, dict):
        data.pop(path[-1], None)
    elif isinstance(data, list) and isinstance(path[-1], int) and path[-1] < len(data):
        del data[path[-1]]


def _finding(kind: Kind, fault: Mapping[str, Any], marks: Marks, file: str) -> Finding:
    path = _path(fault)
    rule, level, variant, args = _told(kind, fault, path)
    at = marks.key(path) if rule in ("S01", "C19") else marks.value(path)
    return Finding(rule, level, Place(file, *at), path, variant, args)


def _told(
    kind: Kind, fault: Mapping[str, Any], path: DataPath
) -> tuple[str, Level, str, dict[str, str | int]]:
    """The code, level, variant and arguments of one fault found by pydantic."""
    type_, context = fault["type"], fault.get("ctx", {})
    field = str(path[-1]) if path else ""
    if type_ == "extra_forbidden":
        return _unknown_key(kind, path)
    if type_ == "missing":
        return "S02", Level.ERROR, "", {"field": field, "part": _part(path)}
    if type_ == "or_code":
        words = vocabulary(context["variant"])
        args = {**_args(context), "field": _field(path), "allowed": ", ".join(words.terms)}
        return "S05", Level.ERROR, "", args
    if type_ == "string_too_long":
        length = len(str(fault["input"]))
        return "S06", Level.ERROR, "", {
            "field": _field(path), "limit": context["max_length"], "length": length,
        }  # fmt: skip
    if type_.startswith("or_") and type_ != "or_form":
        return "S04", Level.ERROR, context["variant"], {**_args(context), "field": _field(path)}
    return _wrong_form(fault, path)


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
    "model_type": "mapping",
    "model_attributes_type": "mapping",
    "dict_type": "mapping",
    "or_form": "text",
}


def _wrong_form(
    fault: Mapping[str, Any], path: DataPath
) -> tuple[str, Level, str, dict[str, str | int]]:
    given = fault["input"]
    got = "list" if isinstance(given, list) else "mapping" if isinstance(given, dict) else "text"
    expected = _EXPECTED[fault["type"]]
    sample = given if isinstance(given, str) else ""
    args: dict[str, str | int] = {"field": _field(path), "text": sample[:80]}
    return "S03", Level.ERROR, f"{expected}-not-{got}", args


def _unknown_key(kind: Kind, path: DataPath) -> tuple[str, Level, str, dict[str, str | int]]:
    key = str(path[-1])
    model = model_at(kind.model, path[:-1])
    known = list(table(model)) if model else []
    close = get_close_matches(key.lower(), known, n=1, cutoff=0.6)
    args: dict[str, str | int] = {
        "key": key,
        "kind": kind.name,
        "suggestion": close[0] if close else "",
        "known": ", ".join(known),
    }
    if key in IRM_CODES and kind.name not in ("assessment",):
        return "C19", Level.ERROR, "outside-assessment", args
    if key in STATUS_KEYS and kind.name in ("commitment", "plan"):
        return "S01", Level.ERROR, "status-in-commitment", args
    return "S01", Level.ERROR, "nearest" if close else "", args


