"""The data package: tables come in, their description by the Frictionless standard goes out.

A program that knows the standard reads, joins and checks all tables from this
one file (https://specs.frictionlessdata.io/, profile "tabular-data-package").
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from pydantic_core import to_json

from openroadmap.export.documents import VERSION, DataPlace
from openroadmap.model.kinds import ID_PATTERN
from openroadmap.views.data.codes import codes_of
from openroadmap.views.data.columns import Column
from openroadmap.views.data.tables import FOLDER, Table

PATH = f"{FOLDER}datapackage.json"

_TYPES: dict[str, dict[str, Any]] = {
    "text": {"type": "string"},
    "code": {"type": "string"},
    "url": {"type": "string"},
    "id": {"type": "string"},
    "date": {"type": "string"},
    "day": {"type": "date", "format": "%Y-%m-%d"},
    "whole": {"type": "integer"},
    "yes_no": {"type": "boolean", "trueValues": ["true"], "falseValues": ["false"]},
    "list": {"type": "array"},
}
_ONE = ID_PATTERN.strip("^$")
_IDS = f"{_ONE}(/{_ONE})*"
_NAMES = r"[a-z0-9_/-]+"
_DATE = r"(19|20|21)\d\d(-(Q[1-4]|\d\d(-\d\d)?))?"


@dataclass(frozen=True, slots=True)
class Resource:
    """One table as it is published."""

    table: Table
    rows: int
    bytes: int
    digest: str
    """SHA-256, in hexadecimal."""


def resource_of(table: Table, chunks: Iterable[bytes]) -> Resource:
    """What there is to say of a table's file. No text in it holds a CR, so each ends a row."""
    digest, rows, size = hashlib.sha256(), -1, 0
    for chunk in chunks:
        digest.update(chunk)
        rows += chunk.count(b"\r")
        size += len(chunk)
    return Resource(table, rows, size, digest.hexdigest())


def data_package(
    resources: Iterable[Resource], name: str, repo_url: str, place: DataPlace
) -> tuple[str, bytes]:
    """The path and the text of the package's description."""
    package = {
        "profile": "tabular-data-package",
        "name": re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "openroadmap",
        "title": name,
        "description": "Open government action plans: what was promised, and what became of it.",
        "version": f"{VERSION}.0.0",
        "created": f"{place.today.isoformat()}T00:00:00Z",
        **({"homepage": place.site_url} if place.site_url else {}),
        "licenses": [{"title": place.licence, "path": place.licence_url}],
        "sources": [_source(repo_url)],
        "resources": [_resource(each) for each in resources],
    }
    return PATH, to_json(package, indent=1) + b"\n"


def _source(repo_url: str) -> dict[str, str]:
    said = {"title": "The records of this site; each names its own sources (sources.csv)."}
    return {**said, "path": repo_url} if repo_url else said


def _resource(resource: Resource) -> dict[str, Any]:
    table = resource.table
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": table.path.removeprefix(FOLDER),
        "title": table.title,
        "description": table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": resource.bytes,
        "hash": f"sha256:{resource.digest}",
        "dialect": {"delimiter": ",", "quoteChar": '"', "doubleQuote": True,
                    "lineTerminator": "\r\n", "header": True},
        "schema": _schema(table),
    }  # fmt: skip


def _schema(table: Table) -> dict[str, Any]:
    keys = [
        {"fields": column.name, "reference": {"resource": column.refers, "fields": "id"}}
        for column in table.columns
        if column.is_proven and column.refers and column.form == "id"
    ]
    return {
        "fields": [_field(column, table) for column in table.columns],
        "missingValues": [""],
        **({"primaryKey": "id"} if table.has_key else {}),
        **({"foreignKeys": keys} if keys else {}),
    }


def _field(column: Column, table: Table) -> dict[str, Any]:
    constraints = dict(_constraints(column, table))
    return {
        "name": column.name,
        "title": f"{column.parent}: {column.title}" if column.parent else column.title,
        "description": column.description,
        **_TYPES[column.form],
        **({"constraints": constraints} if constraints else {}),
        **({"example": column.example} if column.example else {}),
    }


def _constraints(column: Column, table: Table) -> Iterable[tuple[str, Any]]:
    if column.required:
        yield "required", True
    if column.name == "id" and table.has_key:
        yield "unique", True
    if column.form == "date":
        yield "pattern", _DATE
    if column.form == "id":
        yield "pattern", _IDS if column.refers or column.name == "id" else _NAMES
    if column.form == "code" and (codes := codes_of(column.vocabulary)).closed:
        yield "enum", list(codes.terms)
