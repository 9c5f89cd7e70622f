"""A translation beside its record: texts only, by the keys of the original.

In come the plain data of ``<id>.<lang>.yml`` and the typed original, out come
the texts by data path of the original, and a finding for every fact restated.
Parts with an id (milestones) are given as a mapping from id to texts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from openroadmap.findings import DataPath, Finding, Level, Place
from openroadmap.immutable import immutable
from openroadmap.model.fields import Record
from openroadmap.model.table import Field, table
from openroadmap.read.marks import Marks
from openroadmap.read.refusals import MOST_FINDINGS

_EXCERPT = 80


@immutable
class Text:
    """One translated text: where it stands in the translation and in the original."""

    here: DataPath
    original: DataPath
    text: str


@immutable
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
        elif len(findings) < MOST_FINDINGS:
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
            yield _unknown(key, fields, at)
        else:
            yield from _field(field, value, original, at, (*there, key))


def _unknown(key: str, fields: Mapping[str, Field], here: DataPath) -> Stray:
    known = [name for name, each in fields.items() if each.translatable or _holds_texts(each)]
    close = get_close_matches(key[:_EXCERPT].lower(), known, n=1, cutoff=0.6)
    args = {
        "key": key[:_EXCERPT],
        "kind": "translation",
        "suggestion": "".join(close),
        "known": ", ".join(known),
        "first": next(iter(known), ""),
    }
    return Stray(here, "S01", "nearest" if close else "", args)


def _field(
    field: Field, value: Any, original: Record, here: DataPath, there: DataPath
) -> Iterator[Text | Stray]:
    """One key of a translation."""
    inner = getattr(original, field.name)
    if not field.translatable and not _holds_texts(field):
        yield Stray(here, "S07", "restated", {"key": field.name})
    elif not inner:
        yield Stray(here, "S07", "not-in-original", {"key": field.name})
    elif field.translatable:
        yield from _texts(field, value, len(inner), here, there)
    elif not isinstance(value, dict):
        yield _wrong_form("mapping", field.name, value, here)
    elif field.many:
        yield from _items(value, inner, here, there)
    else:
        yield from _walk(value, inner, here, there)


def _holds_texts(field: Field) -> bool:
    """Whether a field holds parts that can be told apart, one part or several with ids."""
    if field.model is None:
        return False
    return field.many != "list" or "id" in table(field.model)


def _texts(
    field: Field, value: Any, count: int, here: DataPath, there: DataPath
) -> Iterator[Text | Stray]:
    """One text, or a list of them in the order of the original, which has ``count``."""
    if not field.many:
        yield _text(field, value, here, there)
    elif not isinstance(value, list):
        yield _wrong_form("list", field.name, value, here)
    else:
        for at, text in enumerate(value):
            if at >= count:
                yield Stray((*here, at), "S07", "not-in-original", {"key": field.name})
            elif text is not None:
                yield _text(field, text, (*here, at), (*there, at))


def _text(field: Field, value: Any, here: DataPath, there: DataPath) -> Text | Stray:
    if not isinstance(value, str):
        return _wrong_form("text", field.name, value, here)
    text = value.strip()
    if len(text) > field.limit:
        args = {"field": field.name, "limit": field.limit, "length": len(text)}
        return Stray(here, "S06", "", args)
    return Text(here, there, text)


def _items(
    value: Mapping[str, Any], inner: Any, here: DataPath, there: DataPath
) -> Iterator[Text | Stray]:
    """The texts of parts that have an id."""
    by_id = _by_id(inner)
    for key, texts in value.items():
        if key not in by_id:
            yield Stray((*here, key), "S07", "unknown-part", {"key": key[:_EXCERPT]})
        elif isinstance(texts, dict):
            step, part = by_id[key]
            yield from _walk(texts, part, (*here, key), (*there, step))
        elif texts is not None:
            yield _wrong_form("mapping", key, texts, (*here, key))


def _by_id(inner: Any) -> dict[str, tuple[int | str, Record]]:
    """The parts by id, with their place in the original."""
    if isinstance(inner, dict):
        return {key: (key, part) for key, part in inner.items()}
    return {part.id: (at, part) for at, part in enumerate(inner)}


def _wrong_form(expected: str, name: str, value: Any, here: DataPath) -> Stray:
    got = "list" if isinstance(value, list) else "mapping" if isinstance(value, dict) else "text"
    sample = value[:_EXCERPT] if isinstance(value, str) else ""
    return Stray(here, "S03", f"{expected}-not-{got}", {"field": name, "text": sample})
