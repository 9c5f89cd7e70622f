"""A build: what lands in the site's folder, and what a failure leaves there."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import fake_engine
import pytest
from mkdocs.exceptions import Abort, ConfigurationError
from openroadmap import theme_dir
from openroadmap.mkdocs_plugin.environment import UNUSED, WithoutUnusedParts
from small_project import FILES, SETTINGS, write

Build = Callable[..., Path]

EXPECTED = {
    "404.html",
    "index.html",
    "sitemap.xml",
    "sitemap.xml.gz",
    ".well-known/security.txt",
    "accessibility/index.html",
    "take-part/index.html",
    "austin/index.html",
    "austin/2024/index.html",
    "austin/2024/housing/index.html",
    "austin/2024/water/index.html",
    "data/pages.txt",
}
ASSETS = {
    file.relative_to(theme_dir()).as_posix()
    for file in (theme_dir() / "assets").rglob("*")
    if file.is_file()
}


def files_of(site: Path) -> dict[str, bytes]:
    found = (path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in found}


def html_of(site: Path) -> dict[str, str]:
    return {path: data.decode() for path, data in files_of(site).items() if path.endswith(".html")}


def test_the_site_holds_the_expected_files_and_no_others(publish: Build) -> None:
    published = set(files_of(publish()))
    assert "assets/frame.css" in ASSETS
    assert published == EXPECTED | ASSETS


def test_joining_shells_gives_the_same_bytes_as_rendering_each_page(publish: Build) -> None:
    joined = files_of(publish(fast=True))
    rendered = files_of(publish(fast=False))
    assert len([path for path in joined if path.endswith(".html")]) == 8
    assert joined == rendered


def test_a_second_build_writes_nothing_that_did_not_change(publish: Build, project: Path) -> None:
    site = publish()
    before = {path: (site / path).stat().st_mtime_ns for path in files_of(site)}
    os.utime(site / "austin/index.html", ns=(1, 1))
    write(project, {"commitments/austin/2024/water.yml": "title: Cleaner water\n"})
    publish()
    after = {path: (site / path).stat().st_mtime_ns for path in files_of(site)}
    changed = {path for path in after if after[path] != before[path]}
    assert changed == {"austin/2024/water/index.html", "austin/index.html"}
    assert after["austin/index.html"] == 1


def test_a_page_that_is_gone_takes_its_file_and_folder_with_it(
    publish: Build, project: Path
) -> None:
    site = publish()
    (site / "CNAME").write_text("plans.example.org\n")
    (project / "commitments/austin/2024/water.yml").unlink()
    publish()
    assert not (site / "austin/2024/water").exists()
    assert (site / "austin/2024/housing/index.html").is_file()
    assert (site / "CNAME").is_file(), "a file that the build did not write is not its to remove"


def test_without_a_memory_of_the_last_build_the_folder_is_cleared_of_what_is_stale(
    publish: Build, project: Path
) -> None:
    write(project, {"site/old/index.html": "old", "site/.nojekyll": ""})
    site = publish()
    assert not (site / "old").exists()
    assert (site / ".nojekyll").is_file()


def test_an_error_in_a_record_refuses_the_build_and_leaves_the_last_good_site(
    publish: Build, project: Path, caplog: pytest.LogCaptureFixture
) -> None:
    before = files_of(publish())
    write(project, {"commitments/austin/2024/water.yml": "title: Water\nis broken\n"})
    with pytest.raises(Abort):
        publish()
    assert files_of(project / "site") == before
    assert "commitments/austin/2024/water.yml:2:" in caplog.text
    assert "1 error. The site was not published" in caplog.text


def test_a_fault_half_way_through_leaves_the_last_good_site(publish: Build, project: Path) -> None:
    before = files_of(publish())
    write(project, {
        "commitments/austin/2024/water.yml": "title: Changed\n",
        "theme/partials/footer.html": "{{ nothing.of.this.kind }}",
    })  # fmt: skip
    with pytest.raises(Exception, match="nothing"):
        publish()
    assert files_of(project / "site") == before
    (project / "theme/partials/footer.html").unlink()
    assert "Changed" in html_of(publish())["austin/2024/water/index.html"]


@pytest.mark.parametrize("folder", [".", "content", "commitments/new", "theme", ".."])
def test_a_site_is_never_built_over_the_files_it_is_made_from(
    publish: Build, project: Path, folder: str
) -> None:
    write(project, {"mkdocs.yml": SETTINGS + f"site_dir: {folder}\n"})
    with pytest.raises((ConfigurationError, Abort)):
        publish()
    assert (project / "commitments/austin/2024/water.yml").is_file()


def test_two_builds_are_the_same_in_other_folders_and_time_zones(tmp_path: Path) -> None:
    sites = []
    for name, zone in (("one", "Pacific/Kiritimati"), ("another/place", "Pacific/Pago_Pago")):
        root = tmp_path / name
        write(root, FILES)
        environment = {**os.environ, "TZ": zone, "SOURCE_DATE_EPOCH": "1795478399"}
        command = [sys.executable, fake_engine.__file__, "build", "-q"]
        subprocess.run(command, cwd=root, env=environment, check=True)
        sites.append(files_of(root / "site"))
    assert sites[0] == sites[1]
    assert b"<loc>" in sites[0]["sitemap.xml"]


def test_the_sitemap_lists_every_page_by_its_full_address(publish: Build) -> None:
    sitemap = files_of(publish())["sitemap.xml"].decode()
    assert sitemap.count("<loc>") == 7
    assert "<loc>https://example.org/plans/austin/2024/water/</loc>" in sitemap


def test_a_page_of_content_links_to_its_source_and_to_its_neighbours(publish: Build) -> None:
    page = html_of(publish())["take-part/index.html"]
    assert 'href="https://github.com/example/plans/edit/main/content/take-part.md"' in page
    assert '<a href="../">Home</a>' in page


def test_an_adopters_theme_is_looked_up_first_and_its_style_sheet_linked_last(
    publish: Build, project: Path
) -> None:
    write(project, {
        "theme/partials/footer.html": "<footer>Ours</footer>",
        "theme/assets/site.css": ":root { --or-accent: #7a1f5c; }",
        "theme/notes.yml": "not: for the public",
    })  # fmt: skip
    site = publish()
    page = html_of(site)["austin/index.html"]
    assert "<footer>Ours</footer>" in page
    assert page.index("assets/site.css") > page.index("assets/frame.css")
    assert (site / "assets/site.css").is_file()
    assert not (site / "notes.yml").exists()


class _Reader(HTMLParser):
    """Notes what a page holds that the policy would have to allow, and where its links go."""

    def __init__(self) -> None:
        super().__init__()
        self.inline: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if (tag == "script" and not values.get("src")) or tag == "style":
            self.inline.append(tag)
        self.inline += [name for name in values if name == "style" or name.startswith("on")]
        self.links += [values[name] or "" for name in ("href", "src") if name in values]


def test_every_page_carries_the_policy_and_nothing_inline(publish: Build) -> None:
    pages = html_of(publish())
    assert "404.html" in pages
    for path, page in pages.items():
        head = page[: page.index("<title>")]
        assert "default-src &#39;none&#39;; script-src &#39;self&#39;; style-src" in head, path
        assert "unsafe" not in page, path
        reader = _Reader()
        reader.feed(page)
        assert reader.inline == [], path


def test_all_links_within_the_site_are_relative_except_those_of_the_error_page(
    publish: Build,
) -> None:
    for path, page in html_of(publish()).items():
        reader = _Reader()
        reader.feed(page)
        rooted = [link for link in reader.links if link.startswith("/")]
        if path == "404.html":
            assert rooted
            assert all(link.startswith("/plans/") for link in rooted)
        else:
            assert rooted == [], path


def test_what_is_left_out_of_materials_template_is_still_in_it() -> None:
    import re
    from importlib.resources import files

    source = files("material").joinpath("templates/base.html").read_text("utf-8")
    for pattern in UNUSED:
        assert re.search(pattern, source, re.DOTALL), f"Material changed: {pattern}"
    left = WithoutUnusedParts.preprocess(None, source, "base.html")  # type: ignore[arg-type]
    assert "md-toggle" not in left
    assert "md-dialog" not in left


def test_unused_parts_of_material_are_not_in_a_page(publish: Build) -> None:
    for page in html_of(publish()).values():
        assert "md-toggle" not in page
        assert "__config" not in page
