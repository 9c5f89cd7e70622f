"""JSON Schemas of the records for editors: a model in, a draft-07 schema out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from openroadmap.export.document_schemas import document_schemas
from openroadmap.model.fields import Record, form_of
from openroadmap.model.kinds import KINDS, Kind
from openroadmap.model.table import Field, table
from openroadmap.report.json import json_schema
from openroadmap.report.standards_json import standards_schema

DRAFT = "http://json-schema.org/draft-07/schema#"


def schemas() -> dict[str, dict[str, Any]]:
    """Every schema by its file name: one a kind, one for its translations, one an output."""
    every: dict[str, dict[str, Any]] = {
        "findings.schema.json": json_schema(),
        "standards.schema.json": standards_schema(),
        **document_schemas(),
    }
    for kind in KINDS:
        every[f"{kind.name}.schema.json"] = record_schema(kind)
        if not kind.made_by:
            every[f"{kind.name}.translation.schema.json"] = translation_schema(kind)
    return every


def write_schemas(folder: Path) -> list[Path]:
    """Write every schema into a folder, which is made if need be."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, content in schemas().items():
        path = folder / name
        path.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", "utf-8")
        written.append(path)
    return written


def record_schema(kind: Kind) -> dict[str, Any]:
    """The schema of one kind of record."""
    body = form_of(kind.model).json_schema(ref_template="#/definitions/{model}")
    definitions = body.pop("$defs", {})
    # The id is the file's name: a record need not repeat it.
    body["required"] = [name for name in body.get("required", ()) if name != "id"]
    head = {"$schema": DRAFT, "title": kind.name.capitalize()}
    return {**head, **_plain(body), "definitions": _plain(definitions)}


def _plain(value: Any) -> Any:
    """Without null branches and defaults, which only say that a field may be absent.

    Draft-07 ignores what stands beside a ``$ref``, so the words go around it.
    """
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if not isinstance(value, dict):
        return value
    value = {key: _plain(item) for key, item in value.items() if key != "default"}
    branches = value.get("anyOf")
    if isinstance(branches, list) and {"type": "null"} in branches:
        others = [branch for branch in branches if branch != {"type": "null"}]
        rest = {key: item for key, item in value.items() if key != "anyOf"}
        value = {**rest, "anyOf": others} if len(others) > 1 else {**others[0], **rest}
    if "$ref" in value and len(value) > 1:
        words = {key: item for key, item in value.items() if key != "$ref"}
        return {**words, "allOf": [{"$ref": value["$ref"]}]}
    return value


def translation_schema(kind: Kind) -> dict[str, Any]:
    """The schema of a translation: the texts of the record, and nothing else."""
    title = f"Translation of a {kind.name}"
    return {"$schema": DRAFT, "title": title, **_texts(kind.model)}


def _texts(model: type[Record]) -> dict[str, Any]:
    properties = {
        name: schema for name, field in table(model).items() if (schema := _text(field))
    }
    return {"type": "object", "additionalProperties": False, "properties": properties}


def _text(field: Field) -> dict[str, Any] | None:
    words = {"title": field.title, "description": field.description}
    text = {"type": ["string", "number", "boolean"]}
    if field.translatable:
        return {**words, **({"type": "array", "items": text} if field.many else text)}
    if field.model is None or not (inner := _texts(field.model))["properties"]:
        return None
    if not field.many:
        return {**words, **inner}
    if field.many == "mapping" or "id" in table(field.model):
        return {**words, "type": "object", "additionalProperties": inner}
    return None


def editor_settings(folder: str) -> dict[str, Any]:
    """What ``.vscode/settings.json`` says, for schemas that lie in ``folder``.

    A translation is told apart from its record by the second dot of its name;
    the "!" patterns keep one file from having two schemas.
    """
    bound: dict[str, list[str]] = {}
    for kind in KINDS:
        where = "commitments/*/" if kind.name == "member" else "commitments/*/*/"
        where += f"{kind.folder}/" if kind.folder else ""
        stem = kind.file.removesuffix(".yml") or "*"
        records = [f"{where}{stem}.yml", *([] if kind.file else [f"!{where}*.*.yml"])]
        bound[f"{folder}/{kind.name}.schema.json"] = records
        if not kind.made_by:
            bound[f"{folder}/{kind.name}.translation.schema.json"] = [f"{where}{stem}.*.yml"]
    return {"yaml.schemas": bound, "yaml.yamlVersion": "1.2"}
