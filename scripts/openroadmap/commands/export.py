"""Write a site's open data without its pages: a project and a folder in, the files' number out.

The files are those that a build publishes, byte for byte and at the same
paths below the folder.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from openroadmap.commands import stored
from openroadmap.commands.around import look_around
from openroadmap.commands.build import assemble
from openroadmap.commands.order import Order
from openroadmap.commands.project import cache_dir
from openroadmap.findings import Finding, Level, sort_key
from openroadmap.immutable import immutable
from openroadmap.read.content import read_content
from openroadmap.read.settings import FILE, PLUGIN, read_settings


@immutable
class Exported:
    """``files`` are paths below the folder; empty when ``errors`` kept them from being written.

    ``boxed`` are the letters that no font has, with the document that they are in.
    """

    files: tuple[str, ...]
    errors: tuple[Finding, ...]
    boxed: tuple[tuple[str, str], ...] = ()


class RefusedError(ValueError):
    """Raised if what was asked for cannot be written; the message says why and what to do."""


class SettingsError(ValueError):
    """Raised if a project's settings are there and cannot be read; ``findings`` say why."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(f"{FILE} cannot be read")
        self.findings = findings


def export_plans(
    root: Path, today: date, folder: Path, wanted: Iterable[str], paper: str
) -> Exported:
    """Write plans as PDF documents; see ``export_pdf``, which is loaded only then."""
    from openroadmap.commands.export_pdf import export_pdf

    return export_pdf(root, today, folder, wanted, paper)


def export_data(root: Path, today: date, folder: Path) -> Exported:
    """Write the data files of a project, unless there are errors in its records.

    Files of the same name are replaced, others in the folder stay.
    """
    try:
        order = order_of(root, today)
    except SettingsError as error:
        return Exported((), error.findings)
    content = read_content(root)
    publication = assemble(order, content.pages)
    around = look_around(root, content, publication.pages, order.lang)
    findings = (*publication.findings, *around.findings)
    errors = sorted((one for one in findings if one.level is Level.ERROR), key=sort_key)
    if errors:
        return Exported((), tuple(errors))
    made: set[Path] = set()
    for path, data in publication.files:
        file = folder / path
        if file.parent not in made:
            file.parent.mkdir(parents=True, exist_ok=True)
            made.add(file.parent)
        file.write_bytes(stored.bytes_of(data))
    return Exported(tuple(path for path, _ in publication.files), ())


def order_of(root: Path, today: date) -> Order:
    """What a project's settings ask for, without MkDocs; a project without any asks for nothing.

    What is wrong in them is found later, unless nothing in them can be read: raises
    ``SettingsError``, for what follows would be published for another address.
    """
    settings = read_settings(root)
    said = settings.said
    if said is None:
        if (root / FILE).exists():
            raise SettingsError(settings.findings)
        said = {}
    theme, url = said.get("theme"), _text(said.get("site_url"))
    asked = {
        "name": said.get("site_name"),
        "lang": theme.get("language") if isinstance(theme, dict) else None,
        "url": url if url.endswith("/") or not url else f"{url}/",
        "repo_url": said.get("repo_url"),
        **_options(said.get("plugins")),
    }
    texts = {name: value for name, value in asked.items() if _text(value)}
    return Order(root=root, today=today, cache=cache_dir(root), **texts)


OPTIONS = ("branch", "forge", "licence", "licence_url")
"""The options of our plugin that an order has a place for, by the same name."""


def _options(plugins: object) -> Mapping[str, Any]:
    options = dict(_named(plugins)).get(PLUGIN)
    known = options if isinstance(options, dict) else {}
    return {name: known.get(name) for name in OPTIONS}


def _named(plugins: object) -> Iterator[tuple[str, object]]:
    if isinstance(plugins, dict):
        yield from plugins.items()
    elif isinstance(plugins, list):
        for entry in plugins:
            yield from entry.items() if isinstance(entry, dict) else [(str(entry), None)]


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
