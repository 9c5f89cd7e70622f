"""Lay down the beginning of a record: a kind, a place and a day in, a commented file out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Any

from openroadmap.commands.new_agreed import PLAN_ITSELF, amendment_in
from openroadmap.commands.new_references import PlaceError, references
from openroadmap.export.record_yaml import write_yaml
from openroadmap.immutable import immutable
from openroadmap.model.fields import Record
from openroadmap.model.kinds import ID_PATTERN, Kind
from openroadmap.model.table import Field, table
from openroadmap.model.vocabulary import vocabulary

_DATED = re.compile(r"\d{4}-\d\d-\d\d(-|\Z)")
_ID = re.compile(ID_PATTERN)
_PLAIN = re.compile(r"[^\s#&*!|>'\"%@`\[\]{},?:-][^#:\n]*\Z")
_BY_FORM = {
    "url": "https://example.org/",
    "id": "open-contracts",
    "date": "2026-09-30",
    "whole": 10,
    "yes_no": "yes",
}


@immutable
class Laid:
    """A record that was laid down; ``remark`` says what could not be filled in, or is ""."""

    file: Path
    remark: str


def lay_down(root: Path, kind: Kind, place: str, today: date) -> Laid:
    """Write the skeleton of a record.

    ``place`` is the file or its short form: ``ontario`` for a member,
    ``ontario/2017`` for a plan or an amendment of it, ``ontario/2017/open-data``
    for any other record. Raises ``PlaceError`` when it does not fit or something
    is there.
    """
    file = root / find_place(kind, place, today)
    if file.exists():
        raise PlaceError(f"{file.relative_to(root)} is there already; nothing was changed.")
    known, remark = (
        amendment_in(root, file, today)
        if kind.name == "amendment"
        else (references(kind, file), "")
    )
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(skeleton(kind, _id_of(kind, file), today, known), "utf-8")
    return Laid(file, remark)


def find_place(kind: Kind, place: str, today: date) -> PurePosixPath:
    """The file of a record from the project's folder, from its long or short form."""
    parts = [part for part in PurePosixPath(place.replace("\\", "/")).parts if part != "."]
    if parts[:1] == ["commitments"]:
        parts = parts[1:]
    if parts and parts[-1] == kind.file:
        parts = parts[:-1]
    parts = [part.removesuffix(".yml") for part in parts]
    if kind.folder and len(parts) > 2 and parts[2] == kind.folder:
        del parts[2]
    if kind.name == "amendment" and len(parts) == 2:
        parts.append(PLAN_ITSELF)
    wanted = {"member": 1, "plan": 2}.get(kind.name, 2 if kind.file else 3)
    if len(parts) != wanted:
        raise PlaceError(f"A {kind.name} lies at {_example(kind)}, for instance.")
    if not kind.file and "date" in table(kind.model) and not _DATED.match(parts[-1]):
        parts[-1] = f"{today.isoformat()}-{parts[-1]}"
    for part in parts:
        if not _ID.match(part):
            raise PlaceError(
                f'"{part}" cannot be a name here: use small letters a to z, digits and single '
                f"hyphens, for instance {_example(kind)}."
            )
    return _path(kind, parts)


def _path(kind: Kind, parts: list[str]) -> PurePosixPath:
    base = PurePosixPath("commitments", *parts[:2])
    if kind.file:
        return base / kind.folder / kind.file
    return base / kind.folder / f"{parts[2]}.yml"


def _example(kind: Kind) -> str:
    return {"member": "ontario", "plan": "ontario/2017"}.get(
        kind.name, "ontario/2017" if kind.file else "ontario/2017/open-data"
    )


def _id_of(kind: Kind, file: Path) -> str:
    return file.parent.name if kind.name in ("member", "plan") else file.stem


Known = Mapping[str, Any]


def skeleton(kind: Kind, id: str, today: date, known: Known = MappingProxyType({})) -> str:
    """The text of a new record: what it must have is filled in, the rest waits behind ``#``.

    ``known`` holds values for some of its fields.
    """
    doc = (kind.model.__doc__ or "").strip().splitlines()[0]
    head = [f"# {doc}", "# Lines that begin with # are not read: remove the # to use one.", ""]
    fields = [field for field in table(kind.model).values() if field.name != "id"]
    given = {field.name for field in fields if field.required} or {fields[0].name}
    body: list[str] = []
    for field in fields:
        if field.name in known and field.model is not None:
            body += [f"# {field.description}", write_yaml({field.name: known[field.name]})]
            continue
        if field.name in known:
            field = replace(field, example=known[field.name])
        body += _field(field, id, today, field.name in given or field.name in known)
    return "\n".join([*head, *body]).rstrip() + "\n"


def _field(field: Field, id: str, today: date, given: bool) -> Iterator[str]:
    """A field's description and value; behind ``#`` unless it is given."""
    yield f"# {field.description}"
    lines = _lines(field, id, today, given=given)
    yield from lines if given else (f"#{line}" for line in lines)
    yield ""


def _lines(
    field: Field, id: str, today: date, indent: str = "", given: bool = False
) -> Iterator[str]:
    """One field with a value to start from."""
    value = _start(field, id, today, given)
    if field.model is not None:
        yield f"{indent}{field.name}:"
        yield from _part(field, today, indent)
    elif field.many == "list":
        items = value if isinstance(value, list) else [value]
        yield f"{indent}{field.name}:"
        yield from (f"{indent}  - {_scalar(item)}" for item in items)
    else:
        yield f"{indent}{field.name}: {_scalar(value)}"


def _part(field: Field, today: date, indent: str) -> Iterator[str]:
    """The inside of a part, of a list's first item, or of a mapping's first entry."""
    inner = list(_inside(field.model, today))
    if field.many == "list":
        yield f"{indent}  - {inner[0]}"
        yield from (f"{indent}    {line}" for line in inner[1:])
    elif field.many == "mapping":
        yield f"{indent}  open-contracts:"
        yield from (f"{indent}    {line}" for line in inner)
    else:
        yield from (f"{indent}  {line}" for line in inner)


def _inside(model: type[Record] | None, today: date) -> Iterator[str]:
    for field in table(model).values() if model else ():
        yield from _lines(field, "", today)


def _start(field: Field, id: str, today: date, given: bool) -> Any:
    """What a new record says: the day, the title in the file's words, or the example."""
    if given and field.form == "date":
        return today.isoformat()
    if given and field.name in ("title", "name") and not _DATED.fullmatch(id):
        words = _DATED.sub("", id).replace("-", " ").strip()
        return words[:1].upper() + words[1:] if words else id
    if field.example is not None:
        return field.example
    if field.form == "code":
        return next(iter(vocabulary(field.vocabulary).terms))
    return _BY_FORM.get(field.form, "…")


def _scalar(value: Any) -> str:
    text = str(value)
    plain = _PLAIN.match(text) and text.lower() != "null"  # which would say: nothing
    if plain or text.startswith("https://"):
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
