"""A small project: its files, and a way to lay them down."""

from __future__ import annotations

from pathlib import Path

SETTINGS = """\
site_name: Plans & promises
site_url: https://example.org/plans/
repo_url: https://github.com/example/plans
docs_dir: content
theme:
  name: material
plugins:
  - openroadmap
nav:
  - Home: index.md
  - Take part: take-part.md
  - austin/index.md
"""
FILES = {
    "mkdocs.yml": SETTINGS,
    "content/index.md": "---\ntitle: Open plans\ndescription: What we said\n---\n# Open plans\n",
    "content/take-part.md": "# Take part\n\nWrite to us. [Home](index.md)\n\n## How\n\nSo.\n",
    "content/accessibility.md": "# Accessibility statement\n\nIt works.\n",
    "commitments/austin.yml": "title: Austin\n",
    "commitments/austin/2024.yml": "title: Austin's plan\n",
    "commitments/austin/2024/housing.yml": 'title: Homes <for> "all" & more\n',
    "commitments/austin/2024/water.yml": "title: Clean water\n",
}


def write(root: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
