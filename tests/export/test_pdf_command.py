"""Asking for PDF documents: on the command line, and in the settings of a site."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openroadmap.cli import cli
from openroadmap.commands.produce_pdf import boxed_lines, whats_missing
from openroadmap.i18n import translator

PLAN = "commitments/river/2026"
SETTINGS = """\
site_name: Promises
site_url: https://example.org/plans/
docs_dir: content
theme:
  name: material
plugins:
  - openroadmap:
      pdf: letter
"""
FILES = {
    "mkdocs.yml": SETTINGS,
    "content/index.md": "# Promises\n",
    "commitments/river/member.yml": "name: River\n",
    f"{PLAN}/plan.yml": "title: Plan of the river\nkept_by: others\n",
    f"{PLAN}/commitments/trees.yml": "title: Plant trees\n",
}
DAY = ["--as-of", "2026-11-23"]
PDF = "river/2026/river-2026.pdf"

needs_weasyprint = pytest.mark.skipif(bool(whats_missing()), reason="WeasyPrint is not ready")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project in which we stand."""
    root = tmp_path / "project"
    for path, text in FILES.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    monkeypatch.chdir(root)
    return root


def run(*words: str) -> Result:
    return CliRunner().invoke(cli, ["export", *words, *DAY], catch_exceptions=False)


@needs_weasyprint
def test_a_plan_or_all_of_them_are_written(project: Path) -> None:
    for choice in ([], ["--plan", "river/2026"], ["--plan", "river"]):
        told = run("out", "--pdf", *choice)
        assert (told.exit_code, told.output) == (0, "1 file written to out.\n")
        assert (project / "out" / PDF).read_bytes().startswith(b"%PDF-1.7")


RARE = "\U000145f0"
"""A hieroglyph of Anatolia: hardly any machine has a font for it."""


def told_of(letters: str) -> str:
    return (
        f"In {PDF} these letters are printed as boxes, because no font of this machine has "
        f"them: {letters}. Install a font"
    )


@needs_weasyprint
def test_letters_that_no_font_has_are_told_with_the_file(project: Path) -> None:
    (project / PLAN / "commitments/trees.yml").write_text(f"title: Plant {RARE}\n", "utf-8")
    told = run("out", "--pdf")
    assert told.exit_code == 0
    assert told_of(f"{RARE} (U+145F0)") in told.output


@needs_weasyprint
def test_a_build_tells_of_them_too_also_when_it_takes_the_document_over(project: Path) -> None:
    (project / PLAN / "commitments/trees.yml").write_text(f"title: Plant {RARE}\n", "utf-8")
    words = [sys.executable, "-m", "openroadmap.cli", "build", "--site-dir", "site", *DAY]
    for _ in range(2):
        done = subprocess.run(words, cwd=project, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        assert told_of(f"{RARE} (U+145F0)") in done.stderr


def test_letters_are_named_by_themselves_and_their_numbers_and_many_are_counted() -> None:
    boxed = [("a.pdf", "\u1200\U000f0001"), ("b.pdf", "".join(map(chr, range(0x1200, 0x1220))))]
    one, other = boxed_lines(boxed, translator("en"))
    assert "has them: ሀ (U+1200), U+F0001. Install" in one
    assert "ላ (U+120B) and 20 more. Install" in other
    assert "U+120C" not in other


@needs_weasyprint
def test_settings_that_cannot_be_read_stop_it(project: Path) -> None:
    (project / "mkdocs.yml").write_text("site_name: [\n", "utf-8")
    told = run("out", "--pdf")
    assert told.exit_code == 1
    assert "mkdocs.yml" in told.output
    assert not (project / "out").exists()


@needs_weasyprint
def test_a_plan_that_is_not_there_is_named(project: Path) -> None:
    told = run("out", "--pdf", "--plan", "river/2027")
    assert told.exit_code == 2
    assert "There is no plan “river/2027” under commitments/." in told.output


@needs_weasyprint
def test_with_an_error_in_the_records_nothing_is_written(project: Path) -> None:
    (project / PLAN / "commitments/trees.yml").write_text("title: X\nends_on: soon\n", "utf-8")
    told = run("out", "--pdf")
    assert told.exit_code == 1
    assert "trees.yml" in told.output
    assert not (project / "out").exists()


def test_a_choice_of_plans_is_for_documents_only(project: Path) -> None:
    told = run("out", "--plan", "river/2026")
    assert told.exit_code == 2
    assert "say --pdf too" in told.output


def test_without_weasyprint_it_says_what_to_install(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    told = run("out", "--pdf")
    assert told.exit_code == 2
    for words in ('-m pip install "weasyprint>=70"', "apt install libpango-1.0-0", "brew install"):
        assert words in told.output
    assert run("data").exit_code == 0  # the data need nothing of it


@needs_weasyprint
def test_a_site_whose_settings_ask_for_documents_publishes_and_links_them(project: Path) -> None:
    words = [sys.executable, "-m", "openroadmap.cli", "build", "--site-dir", "site", *DAY]
    for _ in range(2):  # afresh, and taken over from the build before
        done = subprocess.run(words, cwd=project, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        assert (project / "site" / PDF).read_bytes().startswith(b"%PDF-1.7")
    page = (project / "site/river/2026/index.html").read_text("utf-8")
    (link,) = re.findall(r'href="([^"]+\.pdf)"', page)
    assert (project / "site/river/2026" / link).resolve() == (project / "site" / PDF).resolve()


def test_a_site_that_asks_for_none_has_none(project: Path) -> None:
    (project / "mkdocs.yml").write_text(SETTINGS.replace(":\n      pdf: letter", ""), "utf-8")
    words = [sys.executable, "-m", "openroadmap.cli", "build", "--site-dir", "site", *DAY]
    done = subprocess.run(words, cwd=project, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert list((project / "site").rglob("*.pdf")) == []
    assert ".pdf" not in (project / "site/river/2026/index.html").read_text("utf-8")
