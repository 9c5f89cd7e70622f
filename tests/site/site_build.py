"""Building a site by the command that the README names: a project in, its pages out."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml

DAY = "2026-11-23"


@dataclass(frozen=True, slots=True)
class Built:
    """A built site: its folder, the folder that stands for its host, and its address."""

    folder: Path
    host: Path
    url: str

    @property
    def path(self) -> str:
        return urlsplit(self.url).path

    def pages(self) -> dict[str, str]:
        """Each page's path within the site, and its HTML."""
        files = sorted(self.folder.rglob("*.html"))
        return {file.relative_to(self.folder).as_posix(): file.read_text("utf-8") for file in files}


def build(root: Path, folder: Path, **environment: str) -> None:
    """Builds a project in a process of its own."""
    program = Path(sys.executable).with_name("openroadmap")
    words = [program, "build", "--site-dir", folder, "--as-of", DAY]
    told = subprocess.run(
        words, cwd=root, env=os.environ | environment, capture_output=True, text=True, timeout=120
    )
    assert told.returncode == 0, told.stdout + told.stderr


def built(root: Path, host: Path) -> Built:
    """A site in a folder named after its path, so that links from the host's root resolve."""
    url = yaml.safe_load((root / "mkdocs.yml").read_text("utf-8"))["site_url"]
    folder = host / urlsplit(url).path.strip("/")
    build(root, folder)
    return Built(folder, host, url)


def copy_project(root: Path, place: Path) -> Path:
    """The files that a site is made from, elsewhere, so that no cache is shared."""
    place.mkdir(parents=True, exist_ok=True)
    for name in ("commitments", "content"):
        shutil.copytree(root / name, place / name)
    shutil.copy(root / "mkdocs.yml", place)
    return place


def data_of(file: Path) -> dict[str, Any]:
    """A record as it was typed, every scalar as text."""
    return yaml.load(file.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506


def invented(root: Path) -> set[str]:
    """Members that say of themselves that they are an example."""
    files = (root / "commitments").glob("*/member.yml")
    return {file.parent.name for file in files if data_of(file).get("example") == "yes"}
