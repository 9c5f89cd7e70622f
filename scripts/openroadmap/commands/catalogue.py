"""The template of all translations: every English sentence of the package goes in, a POT comes out.

Sentences stand in the code (``gettext``, ``ngettext``, ``N_``), in the
templates (``_``), and in data: the pages of the rules, the lists of codes and
the table of fields. The file names where a sentence stands but no line and no
day, so that it changes only when a sentence does.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

from openroadmap import theme_dir
from openroadmap.i18n import LOCALES
from openroadmap.model.departure import Departure
from openroadmap.model.fields import Record
from openroadmap.model.kinds import KINDS
from openroadmap.model.table import table
from openroadmap.model.vocabulary import vocabularies
from openroadmap.rules import sentences
from openroadmap.views.data.tables import describe

TEMPLATE = LOCALES / "openroadmap.pot"
METHODS = [("**.py", "python"), ("**.html", "jinja2")]
KEYWORDS = {"gettext": None, "ngettext": (1, 2), "NN_": (1, 2), "N_": None, "_": None}
HEADER = ("Project-Id-Version", "MIME-Version", "Content-Type", "Content-Transfer-Encoding")
"""What stays of the header: the rest changes with the day and with Babel."""


def write_template(file: Path) -> int:
    """Write the template and return how many sentences it holds."""
    catalogue = gather()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(template(catalogue))
    return len(catalogue)


def gather() -> Catalog:
    """Every sentence, each with the files it stands in."""
    comment = "# Every English sentence of OpenRoadmap."
    catalogue = Catalog(project="OpenRoadmap", fuzzy=False, header_comment=comment)
    for place, message in sorted((*_in_code(), *_in_data()), key=str):
        if message:
            catalogue.add(message, locations=[(place, 0)])
    return catalogue


def template(catalogue: Catalog) -> bytes:
    """The catalogue as the text of a POT file, the same on every day and computer."""
    written = BytesIO()
    write_po(written, catalogue, width=96, sort_output=True, include_lineno=False)
    lines = written.getvalue().decode().splitlines(keepends=True)
    return "".join(line for line in lines if not _passing(line)).encode()


def _passing(line: str) -> bool:
    """A line of the header that would change without a sentence having changed."""
    name, colon, _ = line.removeprefix('"').partition(": ")
    is_header = line.startswith('"') and line.endswith('\\n"\n') and bool(colon)
    return is_header and name.replace("-", "").isalpha() and name not in HEADER


def _in_code() -> Iterator[tuple[str, str | tuple[str, ...]]]:
    """The sentences of the code and of the templates."""
    for name, folder in (("openroadmap", LOCALES.parent), ("theme", theme_dir())):
        found = extract_from_dir(
            folder, METHODS, {"**.html": {"silent": "false"}}, KEYWORDS, directory_filter=_is_code
        )
        for file, _line, message, _comments, _context in found:
            yield f"{name}/{Path(file).as_posix()}", message


def _is_code(folder: str) -> bool:
    """Whether to look into a folder: the theme lies in the package once that is installed."""
    return not folder.startswith(".") and Path(folder) != LOCALES.parent / "theme"


def _in_data() -> Iterator[tuple[str, str]]:
    """The sentences that stand in data and docstrings."""
    yield from (("rules", sentence) for sentence in sentences())
    for name, words in vocabularies().items():
        yield f"vocabularies/{name}", words.title
        yield from ((f"vocabularies/{name}", label) for label in words.terms.values())
    for kind in KINDS:
        yield from ((f"fields/{kind.name}", text) for text in _texts(kind.model))
    yield from (("fields/departure", text) for text in _texts(Departure))


def _texts(model: type[Record]) -> Iterator[str]:
    """What a model says of itself and of its fields, and of those of its parts."""
    yield describe(model)
    for field in table(model).values():
        yield field.title
        yield field.description
        if field.model is not None:
            yield from _texts(field.model)
