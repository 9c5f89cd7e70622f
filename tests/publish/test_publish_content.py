"""Contributed files of `content/`: what may become part of the site."""

from __future__ import annotations

import os
import struct
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort
from openroadmap.findings import Finding
from openroadmap.read.content import MAX_PICTURE, read_content
from openroadmap.read.front_matter import read_front_matter
from openroadmap.render.content import find_clashes, render_content
from openroadmap.render.page import Page
from small_project import SETTINGS, write

Build = Callable[..., Path]


def png(width: int, height: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR" + struct.pack(">II", width, height) + bytes(9)


PNG = png(300, 200)
JPG = b"\xff\xd8\xff\xc0\0\x11\x08\0\xc8\x01\x2c" + bytes(10)
WEBP = b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0" + bytes(10)


def codes(findings: tuple[Finding, ...]) -> list[tuple[str, str]]:
    return sorted((one.rule, one.variant) for one in findings)


def put(root: Path, path: str, data: bytes = b"text") -> None:
    file = root / "content" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)


REFUSED = {
    "CNAME": "F04",
    "_redirects": "F04",
    "_headers": "F04",
    "robots.txt": "F04",
    "evil.html": "F04",
    "evil.svg": "F04",
    "sw.js": "F04",
    "data.yml": "F04",
    "report.pdf": "F04",
    "page.md.html": "F04",
    "logo.PNG": "F04",
    "photo.jpeg": "F04",
    "assets/javascripts/bundle.js": "F06",
    "assets/frame.css": "F06",
    "assets/logo.png": "F06",
    "404.md": "F06",
    "con.md": "F05",
    "lpt1.md": "F05",
    "Upper.md": "F05",
    "with space.md": "F05",
    "-rf.md": "F05",
    "a..b.md": "F05",
    "page.fr.x.md": "F05",
    "é.md": "F05",
    "x" * 80 + ".md": "F05",
    "a/b/c/d/e/f/g.md": "F05",
    "folder.d/page.md": "F05",
}


@pytest.mark.parametrize(("path", "code"), REFUSED.items())
def test_a_file_that_is_not_for_the_site_is_refused_by_name(
    tmp_path: Path, path: str, code: str
) -> None:
    put(tmp_path, path, PNG)
    content = read_content(tmp_path)
    assert [one.rule for one in content.findings] == [code]
    assert content.pages == content.pictures == ()


@pytest.mark.skipif(sys.platform == "win32", reason="these names cannot be made on Windows")
@pytest.mark.parametrize("name", ["a\nb.md", "a\u202egpj.md", 'a"b.md', "a::error::b.md"])
def test_the_name_of_a_refused_file_is_shown_without_its_tricks(tmp_path: Path, name: str) -> None:
    put(tmp_path, name)
    (finding,) = read_content(tmp_path).findings
    assert finding.rule == "F05"
    assert finding.place.file.isprintable()
    assert "\u202e" not in finding.place.file


def test_what_may_be_published_is_read(tmp_path: Path) -> None:
    put(tmp_path, "index.md", b"# Home")
    put(tmp_path, "stories/one_two-3.md", b"# One")
    put(tmp_path, "pictures/map.png", PNG)
    put(tmp_path, "pictures/photo.jpg", JPG)
    put(tmp_path, "pictures/sky.webp", WEBP)
    put(tmp_path, ".DS_Store", b"\0\0")
    content = read_content(tmp_path)
    assert content.findings == ()
    assert [page.address for page in content.pages] == ["", "stories/one_two-3/"]
    assert len(content.pictures) == 3


@pytest.mark.parametrize("data", [b"<svg onload=alert(1)>", b"", b"GIF89a", b"\x89PN"])
def test_a_picture_must_begin_like_one(tmp_path: Path, data: bytes) -> None:
    put(tmp_path, "map.png", data)
    assert codes(read_content(tmp_path).findings) == [("F04", "not-a-picture")]


@pytest.mark.parametrize("size", [(6_001, 1), (1, 6_001), (4_000_000_000, 4_000_000_000)])
def test_a_picture_of_too_many_pixels_is_refused(tmp_path: Path, size: tuple[int, int]) -> None:
    put(tmp_path, "map.png", png(*size))
    put(tmp_path, "largest.png", png(6_000, 6_000))
    content = read_content(tmp_path)
    assert codes(content.findings) == [("F04", "pixels")]
    assert [picture.path for picture in content.pictures] == ["largest.png"]


def test_a_file_that_is_too_large_is_refused_without_reading_it(tmp_path: Path) -> None:
    file = tmp_path / "content" / "map.png"
    file.parent.mkdir()
    with file.open("wb") as stream:
        stream.truncate(MAX_PICTURE * 1_000)
    assert codes(read_content(tmp_path).findings) == [("F04", "large")]


def test_links_are_refused_and_never_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text("token")
    put(tmp_path, "index.md", b"# Home")
    content = tmp_path / "content"
    (content / "leak.md").symlink_to(secret)
    (content / "loop").symlink_to(content)
    (content / ".git").symlink_to(tmp_path)
    found = read_content(tmp_path)
    assert codes(found.findings) == [("F03", "link")] * 3
    assert [page.path for page in found.pages] == ["index.md"]


def test_a_hard_link_is_refused_like_that_of_a_record(tmp_path: Path) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text("token")
    put(tmp_path, "index.md", b"# Home")
    os.link(secret, tmp_path / "content" / "leak.md")
    found = read_content(tmp_path)
    assert codes(found.findings) == [("F03", "hard-link")]
    assert [page.path for page in found.pages] == ["index.md"]


@pytest.mark.parametrize("closed", ["content", "content/stories", "content/about.md"])
def test_what_cannot_be_read_is_told_and_hides_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, closed: str
) -> None:
    put(tmp_path, "about.md")
    put(tmp_path, "stories/one.md")
    put(tmp_path, "index.md", b"# Home")
    opened, listed = os.open, Path.iterdir

    def refuse(path: Path) -> None:
        if path == tmp_path / closed:
            raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "open", lambda path, *more: refuse(path) or opened(path, *more))
    monkeypatch.setattr(Path, "iterdir", lambda path: refuse(path) or listed(path))
    found = read_content(tmp_path)
    assert [(one.rule, one.variant, one.place.file) for one in found.findings] == [
        ("F03", "unreadable", closed)
    ]
    assert ("index.md" in [page.path for page in found.pages]) == (closed != "content")


def test_a_project_without_content_is_an_empty_one(tmp_path: Path) -> None:
    assert read_content(tmp_path).findings == ()


def test_the_folder_itself_may_not_be_a_link(tmp_path: Path) -> None:
    put(tmp_path / "elsewhere", "index.md")
    (tmp_path / "content").symlink_to(tmp_path / "elsewhere" / "content")
    found = read_content(tmp_path)
    assert codes(found.findings) == [("F03", "link")]
    assert found.pages == ()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    put(tmp_path, "index.md")
    os.mkfifo(tmp_path / "content" / "page.md")
    assert codes(read_content(tmp_path).findings) == [("F03", "special")]


FRONT = {
    "unknown": ("---\ntitle: A\ntemplate: ../../etc/passwd\n---\nText\n", "F08", 3),
    "not-text": ("---\ntitle: [A, B]\n---\nText\n", "F08", 2),
    "unclosed": ("---\ntitle: A\n\nText\n", "F08", 1),
    "long": ("---\ntitle: A\ndescription: " + "x" * 301 + "\n---\n", "F08", 3),
    "anchor": ("---\ntitle: &a A\ndescription: *a\n---\n", "Y03", 2),
    "duplicate": ("---\ntitle: A\ntitle: B\n---\n", "Y06", 3),
}


@pytest.mark.parametrize(("variant", "case"), FRONT.items())
def test_front_matter_is_refused_with_the_line_it_stands_on(
    variant: str, case: tuple[str, str, int]
) -> None:
    text, code, line = case
    found = {(one.rule, one.variant, one.place.line) for one in _front(text).findings}
    assert (code, variant, line) in found


def _front(text: str):
    return read_front_matter(text.encode(), "content/page.md")


def test_front_matter_gives_title_and_description_on_one_line() -> None:
    front = _front('---\r\ntitle: NO\r\ndescription: "a\r\n  b"\r\n---\r\n\r\n# Text\r\n')
    assert (front.title, front.description) == ("NO", "a b")
    assert front.text == "\n# Text\n"
    assert (front.line, front.findings) == (6, ())


def test_deep_nesting_in_front_matter_neither_hangs_nor_crashes() -> None:
    front = _front("---\ntitle: " + "[" * 100_000 + "\n---\nText\n")
    assert [one.rule for one in front.findings] == ["Y08"]


def test_a_first_line_that_looks_like_metadata_stays_part_of_the_text(tmp_path: Path) -> None:
    put(tmp_path, "page.md", b"Status: limited\nAuthor: someone\n\nThe text.\n")
    pages, _ = render_content(read_content(tmp_path), "en")
    assert "Status: limited" in pages[0].body


def test_links_between_pages_become_addresses_and_dead_ones_findings(tmp_path: Path) -> None:
    put(tmp_path, "stories/map.png", PNG)
    put(tmp_path, "about.md", b"# About\n\n## Method\n")
    text = (
        b"# One\n[a](../about.md#method) [b](/austin/) [c](https://example.org/x)\n"
        b"[d](nowhere.md) ![m](map.png) [e](#one) [f](/nowhere/)\n"
        b"`[g](code.md)`\n```\n[h](code.md)\n```\n[i]: ../gone.md#x\n"
    )
    put(tmp_path, "stories/one.md", text)
    content = read_content(tmp_path)
    pages, findings = render_content(content, "en", {"austin/"})
    body = next(page.body for page in pages if page.address == "stories/one/")
    assert 'href="../../about/#s-method"' in body
    assert 'href="../../austin/"' in body
    assert 'src="../../stories/map.png"' in body
    assert 'href="#s-one"' in body
    dead = [(one.rule, one.variant, one.place.line) for one in (*content.findings, *findings)]
    assert dead == [("F10", "file", 3), ("F10", "file", 8), ("F10", "address", 3)]


def test_a_title_is_escaped_on_every_page_that_shows_it(publish: Build, project: Path) -> None:
    evil = "</title><script>alert(1)</script><img src=x onerror=alert(2)>"
    write(project, {
        "content/take-part.md":
            f"---\ntitle: '{evil}'\ndescription: '\"><script>alert(3)</script>'\n---\nText\n",
        "mkdocs.yml": (project / "mkdocs.yml").read_text().replace("Take part: ", ""),
    })  # fmt: skip
    site = publish()
    for page in ("take-part/index.html", "austin/2024/water/index.html"):
        html = (site / page).read_text("utf-8")
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html, page
        assert "<script>alert" not in html, page
        assert "<img src=x" not in html, page


def test_text_of_a_page_is_never_a_template(publish: Build, project: Path) -> None:
    write(project, {"content/take-part.md": "# {{ 7*7 }} {% include 'x' %}\n"})
    html = (publish() / "take-part/index.html").read_text("utf-8")
    assert "{{ 7*7 }} {% include 'x' %}" in html


def test_a_file_that_claims_the_address_of_a_record_refuses_the_build(
    publish: Build, project: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write(project, {"content/austin.md": "# Not Austin\n"})
    with pytest.raises(Abort):
        publish()
    assert "content/austin.md" in caplog.text
    assert not (project / "site").exists()


def test_the_home_page_is_the_editors_text_followed_by_the_records(publish: Build) -> None:
    html = (publish() / "index.html").read_text("utf-8")
    assert html.index("Open plans") < html.index("The members")


def pages(*taken: str) -> dict[str, Page]:
    """Pages made from records, at these addresses."""
    return {each: Page(each, "home" if not each else "plan", "", "", "", "") for each in taken}


def clashes(root: Path, *taken: str) -> list[tuple[str, str, str]]:
    found = find_clashes(read_content(root), pages(*taken))
    return [(one.rule, one.variant, one.place.file) for one in found]


def test_without_the_editors_text_the_page_has_its_own_heading(
    publish: Build, project: Path
) -> None:
    (project / "content" / "index.md").unlink()
    write(project, {
        "content/take-part.md": "# Take part\n",
        "mkdocs.yml": SETTINGS.replace("  - Home: index.md\n", ""),
    })  # fmt: skip
    home = (publish() / "index.html").read_text("utf-8")
    assert home.count("<h1>") == 1
    assert "<h1>Members</h1>" in home


def test_no_file_lies_where_generated_pages_are_however_the_capitals(tmp_path: Path) -> None:
    put(tmp_path, "index.md")
    put(tmp_path, "rules/c01.md")
    put(tmp_path, "riverside/news/map.png", PNG)
    put(tmp_path, "standards.md")
    put(tmp_path, "ruling/c01.md")
    assert clashes(tmp_path, "", "Rules/C01/", "riverside/2026/", "standards/") == [
        ("F06", "page", "content/standards.md"),
        ("F06", "page", "content/rules/c01.md"),
        ("F06", "page", "content/riverside/news/map.png"),
    ]


def test_a_page_with_two_authors_is_shared_and_nothing_below_it(tmp_path: Path) -> None:
    put(tmp_path, "data.md")
    put(tmp_path, "data/more.md")
    taken = {"data/": Page("data/", "data", "", "", "", ""), **pages("data/dictionary/")}
    (finding,) = find_clashes(read_content(tmp_path), taken)
    assert (finding.variant, finding.place.file) == ("page", "content/data/more.md")


def test_two_files_of_one_address_are_told_each_by_the_other(tmp_path: Path) -> None:
    put(tmp_path, "about.md")
    put(tmp_path, "about/index.md")
    (finding,) = find_clashes(read_content(tmp_path), {})
    assert (finding.rule, finding.variant) == ("F06", "twice")
    assert {finding.place.file, finding.args["other"]} == {
        "content/about.md",
        "content/about/index.md",
    }
