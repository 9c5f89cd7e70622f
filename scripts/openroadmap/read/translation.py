"""A translation beside its record: texts only, by the keys of the original.

In come the plain data of ``<id>.<lang>.yml`` and the typed original, out come
the texts by data path of the original, and a finding for every fact restated.
Parts with an id (milestones) are given as a mapping from id to texts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from openroadmap.findings import DataPath, Finding, Level, Place
from openroadmap.model.fields import Record
from openroadmap.model.table import Field, table
from openroadmap.read.marks import Marks


@dataclass(frozen=True, slots=True)
class Text:
    """One translated text: where it stands in the translation and in the original."""

    here: DataPath
    original: DataPath
    text: str


@dataclass(frozen=True, slots=True)
class Stray:
    """Something a translation may not hold."""

    here: DataPath
    rule: str
    variant: str
    args: Mapping[str, str | int]


def read_translation(
    data: Mapping[str, Any], original: Record, marks: Marks, file: str
) -> tuple[dict[DataPath, str], tuple[Finding, ...]]:
    """The texts of a translation by the data path they translate, and its findings."""
    texts: dict[DataPath, str] = {}
    findings: list[Finding] = []
    for each in _walk(data, original, (), ()):
        if isinstance(each, Text):
            texts[each.original] = each.text
        else:
            place = Place(file, *marks.key(each.here))
            findings.append(
                Finding(each.rule, Level.ERROR, place, each.here, each.variant, each.args)
            )
    return texts, tuple(findings)


def _walk(
    data: Mapping[str, Any], original: Record, here: DataPath, there: DataPath
) -> Iterator[Text | Stray]:
    fields = table(type(original))
    for key, value in data.items():
        if value is None:
            continue
        at = (*here, key)
        field = fields.get(key)
        if field is None:
            close = get_close_matches(key.lower(), list(fields), n=1, cutoff=0.6)
            args = {"key": key, "kind": "translation", "suggestion": "".join(close), "known": ""}
            yield Stray(at, "S01", "nearest" if close else "", args)
        else:
            yield from _field(field, value, original, at, (*there, key))


def _field(
    field: Field, value: Any, original: Record, here: DataPath, there: DataPath
) -> Iterator[Text | Stray]:
    """One key of a translation."""
    name = field.name
    inner = getattr(original, name)
    if field.translatable and not field.many:
        if isinstance(value, str):
            yield Text(here, there, value)
        else:
            yield Stray(here, "S03", f"text-not-{_form(value)}", {"field": name, "text": ""})
    elif field.translatable and isinstance(value, list):
        texts = (text for text in enumerate(value) if isinstance(text[1], str))
        yield from (Text((*here, at), (*there, at), text) for at, text in texts)
    elif field.form == "record" and isinstance(value, dict) and not field.many:
        if inner is not None:
            yield from _walk(value, inner, here, there)
    elif field.form == "record" and isinstance(value, dict) and _by_id(inner) is not None:
        yield from _items(value, inner, here, there)
    else:
        yield Stray(here, "S07", "restated", {"key": name})


def _items(
    value: Mapping[str, Any], inner: Any, here: DataPath, there: DataPath
) -> Iterator[Text | Stray]:
    """The texts of parts that have an id."""
    by_id = _by_id(inner) or {}
    for key, texts in value.items():
        if key not in by_id:
            yield Stray((*here, key), "S07", "unknown-part", {"key": key})
        elif isinstance(texts, dict):
            step, part = by_id[key]
            yield from _walk(texts, part, (*here, key), (*there, step))
        elif texts is not None:
            yield Stray((*here, key), "S03", "mapping-not-text", {"field": key, "text": ""})


def _by_id(inner: Any) -> dict[str, tuple[int | str, Record]] | None:
    """The parts by id, with their place in the original; None when parts have no ids."""
    if isinstance(inner, dict):
        return {key: (key, part) for key, part in inner.items()}
    if isinstance(inner, tuple) and all("id" in type(part).model_fields for part in inner):
        return {part.id: (at, part) for at, part in enumerate(inner)}
    return None


def _form(value: Any) -> str:
    return "list" if isinstance(value, list) else "mapping"
