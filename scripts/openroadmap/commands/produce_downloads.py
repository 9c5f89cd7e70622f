"""Make what the whole site's open data come to: tables, data package, schemas and their pages.

In come the pieces that every plan and member gave; out come files and pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from pydantic_core import to_json

from openroadmap.commands import memo, stored
from openroadmap.commands.means import bodies_of, setting_of
from openroadmap.commands.order import Made, Order
from openroadmap.commands.produce_data import PIECE, place_of
from openroadmap.commands.schema import schemas
from openroadmap.export.datapackage import data_package, resource_of
from openroadmap.export.documents import COMMITMENT_SCHEMA, PLAN_SCHEMA, SCHEMAS
from openroadmap.export.tables import head_of
from openroadmap.i18n import Translator
from openroadmap.render.html import render
from openroadmap.views.data.dictionary import view_dictionary, view_dictionary_tables
from openroadmap.views.data.page import Download, size_words, view_data
from openroadmap.views.data.tables import FOLDER, TABLES, Table


def data(parts: Sequence[memo.Pieces], order: Order) -> Made:
    """The tables of the whole site, the data package, and the page that leads to them."""
    tables = [(table, _table(table, parts)) for table in TABLES]
    resources = [resource_of(table, stored.chunks_of(content)) for table, content in tables]
    package = data_package(resources, order.name, order.repo_url, place_of(order))
    view = view_data(
        [(each.table, each.rows, each.bytes) for each in resources],
        tuple(_others(package, setting_of(order).words)),
        (order.licence, order.licence_url),
        setting_of(order),
        has_examples=any(
            b",true," in stored.bytes_of(part.data(f"{PIECE}plans")) for part in parts
        ),
    )
    files = [(table.path, content) for table, content in tables]
    return Made(pages=[render(view, bodies_of(order))], files=[*files, package])


def _others(package: tuple[str, bytes], words: Translator) -> Iterator[Download]:
    """Files that describe the others."""
    path, text = package
    yield Download(
        title=words.gettext("Data package"),
        text=words.gettext(
            "Describes all tables, their columns and how they join, by the Frictionless "
            "standard, with the size and the digest of each file."
        ),
        file=path.removeprefix(FOLDER), address=path, about="", rows="",
        size=size_words(len(text), words), format="JSON",
    )  # fmt: skip
    titles = {
        COMMITMENT_SCHEMA: words.gettext("Schema of the JSON of a commitment"),
        PLAN_SCHEMA: words.gettext("Schema of the JSON of a plan"),
    }
    for name, title in titles.items():
        yield Download(
            title=title,
            text=words.gettext(
                "What the file holds, and where the schemas of the records in it are."
            ),
            file=name, address=f"{SCHEMAS}{name}", about="", rows="", size="",
            format="JSON Schema",
        )  # fmt: skip


def dictionary(order: Order) -> Made:
    """The pages that say what every column means."""
    setting, bodies = setting_of(order), bodies_of(order)
    views = [view_dictionary(setting), *view_dictionary_tables(setting)]
    return Made(pages=[render(view, bodies) for view in views])


def published_schemas(order: Order) -> Made:
    """The schemas of the documents and of the records in them, each with its own address."""
    return Made(files=_schemas_at(order.url))


@cache
def _schemas_at(url: str) -> tuple[tuple[str, bytes], ...]:
    """They say what the engine reads: the same at every build of one process."""
    root = f"{url}{SCHEMAS}"
    every = (
        (name, {"$id": f"{root}{name}", **schema} if url else schema)
        for name, schema in schemas().items()
        if not name.endswith(".translation.schema.json")
    )
    return tuple((f"{SCHEMAS}{name}", to_json(schema, indent=1) + b"\n") for name, schema in every)


def _table(table: Table, parts: Sequence[memo.Pieces]) -> stored.Joint:
    name = f"{PIECE}{table.name}"
    lines = (part.data(name) for part in parts)
    return stored.Joint((head_of(table).encode(), *(each for each in lines if each)))
