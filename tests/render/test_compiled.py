"""Compiled templates are kept where nobody but who installs or builds can write."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader
from openroadmap.render import compiled
from openroadmap.render.compiled import CompiledTemplates


class Site:
    """A package's theme, an adopter's own and a project's cache."""

    def __init__(self, folder: Path) -> None:
        self.theirs, self.own, self.cache = (folder / name for name in ("package", "own", "cache"))
        self.maker = folder / "maker.py"
        self.maker.write_text("first")
        for each in (self.theirs, self.own):
            each.mkdir()
            (each / f"{each.name}.html").write_text(f"<p>{each.name}</p>")

    def show(self, lang: str = "en") -> None:
        """Fill one template of the package and one of the adopter's, as a new process would."""
        kept = CompiledTemplates(self.cache, [self.own], str(self.maker), lang)
        loader = FileSystemLoader([self.own, self.theirs])
        environment = Environment(loader=loader, bytecode_cache=kept, autoescape=True)
        for name in ("package", "own"):
            assert environment.get_template(f"{name}.html").render() == f"<p>{name}</p>"

    def beside(self) -> list[Path]:
        return sorted(self.theirs.glob("__pycache__/*"))


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    site = Site(tmp_path)
    monkeypatch.setattr(compiled, "theme_dir", lambda: site.theirs)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    return site


def compiled_since(site: Site, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many templates one more process compiles."""
    done: list[str] = []
    real = Environment.compile

    def compile_and_count(self: Environment, source: str, *args: object, **named: object) -> object:
        done.append(source)
        return real(self, source, *args, **named)

    with monkeypatch.context() as patch:
        patch.setattr(Environment, "compile", compile_and_count)
        site.show()
    return len(done)


def test_what_comes_with_a_package_outlives_the_cache_of_a_project(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.show()
    (mine,) = site.cache.iterdir()
    assert len(site.beside()) == 1
    assert compiled_since(site, monkeypatch) == 0
    mine.unlink()
    assert compiled_since(site, monkeypatch) == 1


def test_other_code_of_ours_compiles_all_of_them_again_into_the_same_files(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.show()
    before = site.beside()
    site.maker.write_text("second")
    assert compiled_since(site, monkeypatch) == 2
    assert site.beside() == before


def test_each_language_has_its_own(site: Site) -> None:
    site.show("en")
    site.show("fr")
    assert len(site.beside()) == 2


@pytest.mark.parametrize("reason", ["told", "read-only"])
def test_where_python_keeps_no_byte_code_the_project_keeps_all(
    site: Site, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if reason == "told":
        monkeypatch.setattr(sys, "dont_write_bytecode", True)
    else:
        (site.theirs / "__pycache__").write_text("in the way of a folder")
    site.show()
    assert len(list(site.cache.iterdir())) == 2
    assert compiled_since(site, monkeypatch) == 0


def test_what_cannot_be_kept_is_no_trouble(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr("tempfile.NamedTemporaryFile", refuse)
    site.show()
    assert not site.beside()
