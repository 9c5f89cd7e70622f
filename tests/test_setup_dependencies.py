"""What the engine imports is what an installation brings: every package is declared, none idle."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import packages_distributions
from itertools import chain
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ENGINE = sorted((ROOT / "scripts" / "openroadmap").rglob("*.py"))
NAMED_IN_SETTINGS = frozenset({"mkdocs-material"})
"""Used without an import: as the theme that mkdocs.yml names."""


@cache
def declared() -> frozenset[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    every = chain(project["dependencies"], *extras)
    return frozenset(canonical(re.split(r"[\s<>=!~;\[]", each)[0]) for each in every)


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def imported(file: Path) -> Iterator[str]:
    """The packages of others that a file imports, wherever in the file it does."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [each.name for each in node.names]
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names = [node.module or ""]
        for name in names:
            package = name.partition(".")[0]
            if package not in sys.stdlib_module_names and package != "openroadmap":
                yield package


@cache
def distributions() -> dict[str, frozenset[str]]:
    return {
        package: frozenset(map(canonical, names))
        for package, names in packages_distributions().items()
    }


@pytest.mark.parametrize("file", ENGINE, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_every_package_that_the_engine_imports_is_a_declared_dependency(file: Path) -> None:
    missing = {
        package
        for package in imported(file)
        if not distributions().get(package, frozenset()) & declared()
    }
    assert missing == set()


def test_every_declared_dependency_is_used() -> None:
    used = {name for file in ENGINE for package in imported(file)
            for name in distributions().get(package, ())}  # fmt: skip
    assert declared() - used == NAMED_IN_SETTINGS


def test_an_import_inside_a_function_is_seen_too(tmp_path: Path) -> None:
    file = tmp_path / "late.py"
    file.write_text("import os\ndef f():\n    from pluggy.hooks import x\n    import yaml.nodes\n")
    assert list(imported(file)) == ["pluggy", "yaml"]
