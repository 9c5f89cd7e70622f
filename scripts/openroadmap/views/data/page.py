"""The page about the data, below the words of ``content/data.md``: what there is to take away.

In come the files with their sizes, out come lines for the page.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from openroadmap.i18n import Translator
from openroadmap.immutable import immutable
from openroadmap.views.data.dictionary import ADDRESS as DICTIONARY
from openroadmap.views.data.dictionary import address_of
from openroadmap.views.data.tables import FOLDER, Table
from openroadmap.views.setting import Setting


@immutable
class Download:
    """A file to take away."""

    title: str
    """What it holds, in a word or two."""
    text: str
    """What it is, in a sentence."""
    file: str
    """The file's name."""
    address: str
    """Where it lies, from the site's root."""
    about: str
    """Where its columns are explained, from the site's root, or ""."""
    rows: str
    """How many rows it has, or ""."""
    size: str
    """How large it is, in words, or ""."""
    format: str
    """CSV, JSON, ..."""


@immutable
class DataView:
    """All that the page shows below its prose."""

    kind: ClassVar[str] = "data"
    address: str
    """Always data/."""
    root: str
    """The way from the page to the site's root."""
    title: str
    """What the page is called."""
    description: str
    """A sentence for search engines."""
    source: str
    """The file of the prose."""
    as_of: str
    """The day that the data speak of, in words."""
    licence: str
    """The licence of texts and data."""
    licence_url: str
    """Where the licence can be read."""
    tables: tuple[Download, ...]
    """The tables; what readers ask for first at the top."""
    others: tuple[Download, ...]
    """Files for programs."""
    dictionary: str
    """The page that explains every column, from the site's root."""
    has_examples: bool
    """True when some of the records are invented."""


def view_data(
    tables: Iterable[tuple[Table, int, int]],
    others: tuple[Download, ...],
    licence: tuple[str, str],
    setting: Setting,
    *,
    has_examples: bool,
) -> DataView:
    """``tables`` are each with its rows and its bytes; ``licence`` is its name and address."""
    words = setting.words
    return DataView(
        address=FOLDER,
        root="../",
        title=words.gettext("Data"),
        description=words.gettext(
            "Everything on this site as tables and JSON, to use and pass on freely."
        ),
        source="",
        as_of=words.day(setting.today),
        licence=licence[0],
        licence_url=licence[1],
        tables=tuple(_line(*each, words) for each in tables),
        others=others,
        dictionary=DICTIONARY,
        has_examples=has_examples,
    )


def _line(table: Table, rows: int, size: int, words: Translator) -> Download:
    return Download(
        title=words.gettext(table.title),
        text=words.gettext(table.description),
        file=table.path.removeprefix(FOLDER),
        address=table.path,
        about=address_of(table),
        rows=words.number(rows),
        size=size_words(size, words),
        format="CSV",
    )


def size_words(size: int, words: Translator) -> str:
    """A number of bytes as readers know it."""
    if size < 1_000_000:
        return words.gettext("{n} KB", n=words.number(max(1, round(size / 1_000))))
    return words.gettext("{n} MB", n=words.number(round(size / 1_000_000)))
