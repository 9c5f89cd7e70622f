"""`mkdocs.yml`: what an adopter may set, and what is refused before MkDocs runs it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import fake_engine
import pytest
from mkdocs.exceptions import Abort
from openroadmap.commands.order import Order
from openroadmap.mkdocs_plugin.telling import tell
from openroadmap.read.settings import check_settings
from small_project import SETTINGS, write

Build = Callable[..., Path]

REFUSED = {
    "hooks:\n  - evil.py\n": ("key", 13),
    "INHERIT: other.yml\n": ("key", 13),
    "extra_javascript:\n  - https://cdn.example/x.js\n": ("key", 13),
    "extra_templates: [x.html]\n": ("key", 13),
    "markdown_extensions:\n  - pymdownx.snippets\n": ("extension", 14),
    "markdown_extensions:\n  - toc\n  - pymdownx.b64: {}\n": ("extension", 15),
    "markdown_extensions:\n  attr_list: {}\n": ("extension", 14),
}


@pytest.mark.parametrize(("added", "expected"), REFUSED.items())
def test_a_setting_that_could_run_code_is_refused_with_its_line(
    added: str, expected: tuple[str, int]
) -> None:
    (finding,) = check_settings((SETTINGS + added).encode())
    assert finding.rule == "F09"
    assert (finding.variant, finding.place.line) == expected


@pytest.mark.parametrize(
    ("old", "new", "variant"),
    [
        ("  - openroadmap", "  - openroadmap\n  - macros", "plugin"),
        ("  - openroadmap", "  - search", "plugin-missing"),
        ("  - openroadmap", "  - openroadmap:\n      speed: 9", "plugin-key"),
        ("  - openroadmap", "  - openroadmap:\n      forge: sourcehut", "forge"),
        ("theme:", "edit_uri: edit/main/\ntheme:", "unused"),
        ("theme:", "remote_branch: pages\ntheme:", "unused"),
        ("nav:", "nav: index.md\nextra:", "nav-form"),
        ("  - openroadmap", "  - openroadmap:\n      as_of: soon", "as-of"),
        ("  - openroadmap", "  - openroadmap:\n      pdf: a3", "pdf"),
        ("  - openroadmap", "  - openroadmap:\n      pdf: [a4]", "pdf"),
        ("https://example.org/plans/", "example.org/plans", "address"),
        ("https://github.com/", "git@github.com:", "address"),
        ("  - openroadmap", "  - openroadmap:\n      forge: [gitlab]", "forge"),
        ("nav:", "strict: [maybe]\nnav:", "form"),
        ("nav:", "dev_addr: here\nnav:", "form"),
        ("nav:", "extra: words\nnav:", "form"),
        ("nav:", "markdown_extensions: toc\nnav:", "form"),
        ("Plans & promises", "[Plans]", "form"),
        ("name: material", "name: readthedocs", "theme"),
        ("name: material", "name: material\n  palette: red", "theme-key"),
        ("docs_dir: content", "docs_dir: .", "docs-dir"),
        ("site_name: Plans & promises\n", "", "site-name"),
    ],
)
def test_a_setting_with_no_place_in_a_site_is_refused(old: str, new: str, variant: str) -> None:
    findings = check_settings(SETTINGS.replace(old, new).encode())
    assert variant in {one.variant for one in findings}


@pytest.mark.parametrize("tag", ["!!python/object/apply:os.system [id]", "!ENV TOKEN"])
def test_a_tag_is_refused_without_being_obeyed(tag: str) -> None:
    findings = check_settings(f"{SETTINGS}site_author: {tag}\n".encode())
    assert [one.rule for one in findings] == ["Y04"]


def test_the_small_project_and_this_one_may_be_built(root: Path) -> None:
    assert check_settings(SETTINGS.encode()) == ()
    assert check_settings((root / "mkdocs.yml").read_bytes()) == ()


def test_a_build_with_a_refused_setting_publishes_nothing(
    publish: Build, project: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write(project, {"mkdocs.yml": SETTINGS + "extra_css: [https://cdn.example/x.css]\n"})
    with pytest.raises(Abort):
        publish()
    assert "mkdocs.yml:13:" in caplog.text
    assert not (project / "site").exists()


@pytest.mark.parametrize(
    ("entry", "variant"), [("gone.md", "nav-nowhere"), ("austin/2024/water/", "nav-detail")]
)
def test_the_menu_names_pages_that_exist_and_no_single_commitments(
    publish: Build, project: Path, caplog: pytest.LogCaptureFixture, entry: str, variant: str
) -> None:
    write(project, {"mkdocs.yml": SETTINGS + f"  - {entry}\n"})
    with pytest.raises(Abort):
        publish()
    assert "mkdocs.yml:" in caplog.text


def test_without_nav_the_menu_lists_the_pages_of_content(publish: Build, project: Path) -> None:
    write(project, {"mkdocs.yml": SETTINGS.partition("nav:")[0]})
    html = (publish() / "austin/index.html").read_text("utf-8")
    assert '<a href="../take-part/">Take part</a>' in html
    assert '<a href="../accessibility/">Accessibility statement</a>' in html


def test_the_forge_and_the_branch_of_proposals_can_be_named(
    publish: Build, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    orders: list[Order] = []
    made = fake_engine.assemble
    monkeypatch.setattr(
        "openroadmap.mkdocs_plugin.site.assemble",
        lambda order, pages: orders.append(order) or made(order, pages),
    )
    options = "  - openroadmap:\n      forge: gitlab\n      branch: trunk"
    here = SETTINGS.replace("  - openroadmap", options).replace("github.com", "code.example.org")
    assert check_settings(here.encode()) == ()
    write(project, {"mkdocs.yml": here})
    html = (publish() / "take-part/index.html").read_text("utf-8")
    assert "https://code.example.org/example/plans/-/edit/trunk/content/take-part.md" in html
    assert [(order.forge, order.branch) for order in orders] == [("gitlab", "trunk")]


def test_a_setting_without_effect_is_refused_by_the_name_of_what_has_one() -> None:
    (finding,) = check_settings((SETTINGS + "remote_branch: pages\n").encode())
    told = tell(finding, "en")
    assert "remote_branch" in told.what
    assert "branch: main" in told.example
