"""Every table, column and code of the data in words: the models come in, pages go out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from openroadmap.i18n import N_, Translator
from openroadmap.immutable import immutable
from openroadmap.views.around import home_crumb
from openroadmap.views.data.codes import codes_of
from openroadmap.views.data.columns import Column
from openroadmap.views.data.tables import FOLDER, TABLES, Table
from openroadmap.views.parts import Crumb
from openroadmap.views.setting import Setting, root_of

ADDRESS = f"{FOLDER}dictionary/"

_FORMS = {
    "text": N_("Text"),
    "code": N_("Code"),
    "url": N_("Address"),
    "id": N_("Id"),
    "date": N_("Date, as exact as recorded"),
    "day": N_("Day"),
    "whole": N_("Whole number"),
    "yes_no": N_("true or false"),
    "list": N_("List (JSON)"),
}


@immutable
class DictionaryColumn:
    """A column."""

    name: str
    """Its name in the file."""
    anchor: str
    """Its place in the page."""
    title: str
    """What it is called in words."""
    text: str
    """What it means."""
    form: str
    """What its cells hold, in words."""
    codes: str
    """The place of the list of its codes in the page, or ""."""
    joins: str
    """The table whose ids it holds, or "": its page stands beside this one."""
    example: str
    """An example of a cell, or ""."""
    required: bool
    """True when no cell is empty."""
    computed: bool
    """True when no record says it: it is computed."""


@immutable
class DictionaryEntry:
    """A table in the list of all."""

    name: str
    """Its name, which is also its place in the page."""
    title: str
    """What it is called in words."""
    text: str
    """What a row is."""
    address: str
    """The page about it, from the site's root."""
    size: str
    """How many columns it has, in words."""
    columns: str
    """The names of its columns."""


@immutable
class DictionaryCode:
    """A code."""

    code: str
    """As it stands in the file."""
    label: str
    """In words."""


@immutable
class CodeList:
    """A list of codes."""

    anchor: str
    """Its place in the page."""
    title: str
    """What it is called."""
    source: str
    """Where OGP defines it, or "" where it is this project's own."""
    closed: bool
    """True when no other code may be used."""
    codes: tuple[DictionaryCode, ...]
    """The codes."""


@immutable
class DictionaryView:
    """All that the page shows."""

    kind: ClassVar[str] = "dictionary"
    address: str
    """Its address from the site's root."""
    root: str
    """The way from the page to the site's root."""
    title: str
    """What the page is called."""
    description: str
    """A sentence for search engines."""
    source: str
    """Always "": no single record."""
    crumbs: tuple[Crumb, ...]
    """Home, and the page about the data."""
    tables: tuple[DictionaryEntry, ...]
    """The tables; what readers ask for first at the top."""


@immutable
class DictionaryTableView:
    """All that the page about a table shows."""

    kind: ClassVar[str] = "dictionary-table"
    address: str
    """Its address from the site's root."""
    root: str
    """The way from the page to the site's root."""
    title: str
    """What the page is called."""
    description: str
    """What a row of the table is."""
    source: str
    """Always "": no single record."""
    crumbs: tuple[Crumb, ...]
    """Home, the page about the data, and the list of all tables."""
    file: str
    """The name of the file."""
    file_address: str
    """Where it lies, from the site's root."""
    size: str
    """How many columns it has, in words."""
    columns: tuple[DictionaryColumn, ...]
    """Its columns, in the order of the file."""
    lists: tuple[CodeList, ...]
    """Every list of codes that a column uses."""


def view_dictionary(setting: Setting) -> DictionaryView:
    """The list of all tables."""
    words = setting.words
    return DictionaryView(
        address=ADDRESS,
        root=root_of(ADDRESS),
        title=words.gettext("Data dictionary"),
        description=words.gettext("What every table, column and code of the data means."),
        source="",
        crumbs=_crumbs(words),
        tables=tuple(_entry(each, words) for each in TABLES),
    )


def view_dictionary_tables(setting: Setting) -> Iterator[DictionaryTableView]:
    """A page a table."""
    return (_table(each, setting.words) for each in TABLES)


def address_of(table: Table) -> str:
    """The page about a table."""
    return f"{ADDRESS}{table.name}/"


def _crumbs(words: Translator) -> tuple[Crumb, ...]:
    return home_crumb(words), Crumb(words.gettext("Data"), FOLDER)


def _entry(table: Table, words: Translator) -> DictionaryEntry:
    return DictionaryEntry(
        name=table.name,
        title=words.gettext(table.title),
        text=words.gettext(table.description),
        address=address_of(table),
        size=_size(table, words),
        columns=", ".join(each.name for each in table.columns),
    )


def _table(table: Table, words: Translator) -> DictionaryTableView:
    address = address_of(table)
    used = dict.fromkeys(each.vocabulary for each in table.columns if each.vocabulary)
    return DictionaryTableView(
        address=address,
        root=root_of(address),
        title=words.gettext("Data dictionary: {table}", table=words.gettext(table.title)),
        description=words.gettext(table.description),
        source="",
        crumbs=(*_crumbs(words), Crumb(words.gettext("Data dictionary"), ADDRESS)),
        file=f"{table.name}.csv",
        file_address=table.path,
        size=_size(table, words),
        columns=tuple(_column(each, table, words) for each in table.columns),
        lists=tuple(_list(name, words) for name in used),
    )


def _size(table: Table, words: Translator) -> str:
    return words.ngettext("{n} column", "{n} columns", len(table.columns))


def _column(column: Column, table: Table, words: Translator) -> DictionaryColumn:
    title = words.gettext(column.title)
    return DictionaryColumn(
        name=column.name,
        anchor=f"{table.name}-{column.name}",
        title=f"{words.gettext(column.parent)}: {title}" if column.parent else title,
        text=words.gettext(column.description),
        form=words.gettext(_FORMS[column.form]),
        codes=_anchor(column.vocabulary) if column.vocabulary else "",
        joins=column.refers,
        example=column.example,
        required=column.required,
        computed=column.computed,
    )


def _list(name: str, words: Translator) -> CodeList:
    known = codes_of(name)
    return CodeList(
        anchor=_anchor(name),
        title=words.gettext(known.title),
        source=known.source if known.source.startswith("http") else "",
        closed=known.closed,
        codes=tuple(_codes(known.terms.items(), words)),
    )


def _codes(terms: Iterable[tuple[str, str]], words: Translator) -> Iterable[DictionaryCode]:
    return (DictionaryCode(code, words.gettext(label)) for code, label in terms)


def _anchor(vocabulary: str) -> str:
    return f"codes-{vocabulary}"
