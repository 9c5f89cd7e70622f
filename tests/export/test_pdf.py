"""A plan as a PDF: tagged for screen readers, complete, the same everywhere, loading nothing."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path
from threading import Thread

import pytest
import yaml
from openroadmap.commands import produce
from openroadmap.commands.export import order_of
from openroadmap.commands.export_pdf import export_pdf
from openroadmap.commands.means import bodies_of, setting_of
from openroadmap.commands.produce_pdf import plan_pdf
from openroadmap.export.pdf import PdfError, load, write_pdf
from openroadmap.findings import Level
from openroadmap.read.files import walk
from openroadmap.read.site import read_member, read_plan
from openroadmap.render.document import PrintedPlan, css_text
from printed import elements, everything_in, links, outline, pages_of, reader, text_of

DAY = date(2026, 11, 23)
EPOCH = "1795392000"
"""That day, in seconds."""
EXAMPLE = "brackenmouth-example/2025-2027"
REAL = "ontario/2017"


@pytest.fixture(scope="module", autouse=True)
def _ready() -> None:
    """Without the system's libraries these tests are left out; in continuous integration not."""
    try:
        load()
    except PdfError as missing:
        if os.environ.get("CI") == "true":
            pytest.fail(f"WeasyPrint is not ready: {missing}", pytrace=False)
        pytest.skip(f"WeasyPrint is not ready: {missing}")


def made(root: Path, folder: Path, plan: str, paper: str = "a4") -> bytes:
    written = export_pdf(root, DAY, folder, [plan], paper)
    assert written.errors == ()
    (path,) = written.files
    return (folder / path).read_bytes()


@pytest.fixture(scope="module")
def example(root: Path, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The invented plan, in which everything is recorded."""
    return made(root, tmp_path_factory.mktemp("pdf"), EXAMPLE)


@pytest.fixture(scope="module")
def real(root: Path, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return made(root, tmp_path_factory.mktemp("pdf"), REAL, "letter")


def titles(root: Path, plan: str) -> list[str]:
    files = sorted((root / "commitments" / plan / "commitments").glob("*.yml"))
    data = [yaml.safe_load(file.read_text("utf-8")) for file in files if "." not in file.stem]
    return [each["title"] for each in data]


def test_it_says_of_itself_that_it_is_made_for_screen_readers(example: bytes) -> None:
    catalogue = reader(example).trailer["/Root"]
    assert catalogue["/MarkInfo"]["/Marked"] == True  # noqa: E712 - a PDF's own truth value
    assert catalogue["/Lang"] == "en"
    assert catalogue["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712
    metadata = catalogue["/Metadata"].get_data().decode()
    assert 'pdfuaid:part="1"' in metadata
    assert "Example: second open government action plan" in metadata
    assert all(page["/Tabs"] == "/S" for page in reader(example).pages)


def test_its_tags_are_headings_tables_lists_and_links(example: bytes) -> None:
    names = [str(each["/S"]) for each in elements(example)]
    assert {"/H1", "/H2", "/H3", "/P", "/L", "/LI", "/Table", "/TR", "/TH", "/TD"} <= set(names)
    assert "/Link" in names


@pytest.mark.parametrize("plan", ["example", "real"])
def test_headings_leave_out_no_level(plan: str, request: pytest.FixtureRequest) -> None:
    tags = (str(each["/S"]) for each in elements(request.getfixturevalue(plan)))
    levels = [int(tag[2:]) for tag in tags if tag[1:] in {f"H{n}" for n in range(1, 7)}]
    assert levels[0] == 1
    steps = pairwise(levels)
    assert [step for step in steps if step[1] > step[0] + 1] == []


@pytest.mark.parametrize("plan", ["example", "real"])
def test_no_picture_is_without_words_and_no_link_without_a_description(
    plan: str, request: pytest.FixtureRequest
) -> None:
    data = request.getfixturevalue(plan)
    figures = [each for each in elements(data) if each["/S"] == "/Figure"]
    assert [each for each in figures if not each.get("/Alt")] == []
    annotations = [
        each.get_object() for page in reader(data).pages for each in page.get("/Annots", ())
    ]
    assert annotations
    assert [each for each in annotations if not each.get("/Contents")] == []


def test_table_cells_know_their_heads(example: bytes) -> None:
    cells = [each for each in elements(example) if each["/S"] == "/TD"]
    assert cells
    assert [each for each in cells if "/Headers" not in each["/A"]] == []


def test_every_commitment_is_there_in_the_plan_s_order(example: bytes, root: Path) -> None:
    text, marks = text_of(example), outline(example)
    for title in titles(root, EXAMPLE):
        assert title in marks
        assert text.count(title) >= 3, title  # contents, table of the plan, chapter
    first, last = "Publish every city contract", "Show where the ferry is"
    assert next(m for m in marks if m.startswith((first, last))).startswith(first)
    assert text.index(first) < text.rindex(last)


def test_bookmarks_are_the_contents_and_the_chapters(real: bytes, root: Path) -> None:
    marks = outline(real)
    assert [mark for mark in marks if mark in ("Contents", "The plan")] == ["Contents", "The plan"]
    assert set(titles(root, REAL)) <= set(marks)


def test_the_cover_says_what_paper_must_say(example: bytes) -> None:
    cover = pages_of(example)[0]
    for words in (
        "As of", "23 November 2026", "Who keeps the record", "CC BY 4.0",
        "https://example.org/openroadmap/brackenmouth-example/2025-2027/", "This is an example.",
    ):  # fmt: skip
        assert words in cover


def test_every_page_of_an_invented_plan_says_that_it_is_one(example: bytes) -> None:
    pages = pages_of(example)
    assert [n for n, page in enumerate(pages) if n and "all of it is invented" not in page] == []
    assert f"Page {len(pages)} of {len(pages)}" in pages[-1]


def test_the_contents_give_the_page_of_each_chapter(example: bytes) -> None:
    pages = pages_of(example)
    lines = [line for line in pages[1].splitlines() if re.match(r"\d+ \D", line)]
    assert len(lines) == 5
    for number, line in enumerate(lines, 1):
        page = pages[int(line.split()[-1]) - 1]
        assert line.split(" ", 1)[1].strip()[:16] in page
        assert f"Commitment {number}" in page  # what stands above the title, and with it


def test_sources_are_links_whose_addresses_can_be_read(real: bytes) -> None:
    leads = [link for link in links(real) if link.startswith("https://")]
    assert leads
    assert text_of(real).count("https://") > 5
    assert [link for link in links(real) if link.startswith(("file:", "openroadmap:"))] == []


def test_paper_of_two_sizes(example: bytes, real: bytes) -> None:
    sizes = [
        {tuple(round(float(n)) for n in page.mediabox[2:]) for page in reader(data).pages}
        for data in (example, real)
    ]
    assert sizes == [{(595, 842)}, {(612, 792)}]


def test_what_only_a_screen_needs_is_not_printed(example: bytes) -> None:
    text = text_of(example)
    for words in ("Suggest a change", "You are here", "Next commitment", "On this page"):
        assert words not in text


def test_the_same_bytes_in_another_folder_zone_and_seed(root: Path, tmp_path: Path) -> None:
    files = []
    for name, zone, seed in (("one", "Pacific/Auckland", "1"), ("two", "America/Lima", "77")):
        project = tmp_path / name / "project"
        for part in ("mkdocs.yml", "content"):
            source = root / part
            project.mkdir(parents=True, exist_ok=True)
            copy = shutil.copytree if source.is_dir() else shutil.copy
            copy(source, project / part)
        shutil.copytree(root / "commitments" / REAL, project / "commitments" / REAL)
        shutil.copy(root / "commitments/ontario/member.yml", project / "commitments/ontario")
        world = {
            **{key: value for key, value in os.environ.items() if key != "COVERAGE_PROCESS_START"},
            "SOURCE_DATE_EPOCH": EPOCH, "TZ": zone, "PYTHONHASHSEED": seed,
        }  # fmt: skip
        words = [sys.executable, "-m", "openroadmap.cli", "export", "out", "--pdf"]
        done = subprocess.run(words, cwd=project, env=world, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        files.append((project / "out/ontario/2017/ontario-2017.pdf").read_bytes())
    assert files[0] == files[1]
    assert reader(files[0]).metadata["/CreationDate"] == "D:20261123"


# No font has every letter. These are a noncharacter's neighbours for private use: no font's.

RARE = "\U000f0001\U000f0002"


def test_letters_that_no_font_has_are_told_wherever_they_stand() -> None:
    html = f"<html lang=en><title>x</title><p>Ω a{RARE[1]}</p><h1>{RARE[0]} a</h1></html>"
    style = f'@page {{ @top-left {{ content: "{RARE[1]}" }} }}'
    assert write_pdf(PrintedPlan(html, style, {}), DAY).boxed == RARE


def test_letters_that_are_there_are_not_told(example: bytes) -> None:
    html = "<html lang=en><title>x</title><p>Añé–“ü” Ω Ж \u200b\u00ad x\ufe0f</p></html>"
    assert write_pdf(PrintedPlan(html, "", {}), DAY).boxed == ""


# What strangers may write.


class Counter(BaseHTTPRequestHandler):
    """Counts who asks."""

    asked: list[str] = []  # noqa: RUF012 - shared on purpose, emptied by the fixture

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def bait(tmp_path: Path) -> Iterator[tuple[str, str, Callable[[], list[str]]]]:
    """The addresses of a file and of a server on this machine, and who asked the server."""
    secret = tmp_path / "secret.txt"
    secret.write_text("CANARY-7f3a", "utf-8")
    Counter.asked.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Counter)
    Thread(target=server.serve_forever, daemon=True).start()
    yield secret.as_uri(), f"http://127.0.0.1:{server.server_port}", lambda: list(Counter.asked)
    server.shutdown()
    server.server_close()


HOSTILE = """
![a]({file}) ![b]({web}/md.png) <img src="{web}/img.png"> <img src="{file}">
<svg><image href="{file}"/><use href="{web}/use.svg#a"/></svg>
<style>@import url({web}/import.css); body {{ background: url({file}) }}</style>
<link rel="stylesheet" href="{web}/style.css"><link rel="attachment" href="{file}">
<a rel="attachment" href="{file}">take it</a> <object data="{file}"></object>
<iframe src="{web}/frame"></iframe> <div style="background: url({web}/bg.png)">x</div>
[read]({file})
"""


def test_a_stranger_s_text_makes_nothing_load(
    tmp_path: Path, bait: tuple[str, str, Callable[[], list[str]]]
) -> None:
    file, web, asked = bait
    root = tmp_path / "project"
    story = root / "commitments/river/2026/commitments/one.md"
    story.parent.mkdir(parents=True)
    story.write_text("Before.\n" + HOSTILE.format(file=file, web=web) + "\nAfter.\n", "utf-8")
    title = "Promise </style><style>@import url(x)</style> \\\"); } @page { content: url(x) }"
    for path, data in (
        ("commitments/river/member.yml", {"name": "River"}),
        ("commitments/river/2026/plan.yml", {"title": title, "kept_by": "others"}),
        ("commitments/river/2026/commitments/one.yml", {"title": title, "problem": "It is."}),
    ):
        (root / path).write_text(yaml.safe_dump(data), "utf-8")
    (member,), _ = walk(root)
    order = replace(order_of(root, DAY), cache=None, url=f"{web}/", pdf="a4")
    around = read_member(member)
    made = produce.plan(member.plans[0], around, order)
    assert any(one.level is Level.ERROR for one in made.findings)  # refused: the first layer
    assert not any(path.endswith(".pdf") for path, _ in made.files)
    records = read_plan(member.plans[0], around.context).records
    passed = replace(made, findings=())
    data = plan_pdf(records, passed, order, setting_of(order), bodies_of(order)).data
    assert "After." in text_of(data)
    assert asked() == []
    assert b"CANARY" not in everything_in(data)
    assert "/EmbeddedFiles" not in reader(data).trailer["/Root"].get("/Names", {})


def test_the_typesetter_itself_loads_nothing_whatever_it_is_given(
    bait: tuple[str, str, Callable[[], list[str]]]
) -> None:
    file, web, asked = bait
    body = HOSTILE.format(file=file, web=web)
    html = f"<html lang=en><head><title>x</title>{body}</head><body>{body}</body></html>"
    style = f'@import url("{web}/a.css"); @font-face {{ font-family: x; src: url({file}) }} '
    style += f"body {{ background: url({web}/b.png), url({file}); content: url({file}) }}"
    data = write_pdf(PrintedPlan(html, style, {}), DAY).data
    assert "take it" in text_of(data)
    assert asked() == []
    assert b"CANARY" not in everything_in(data)
    assert "/EmbeddedFiles" not in reader(data).trailer["/Root"].get("/Names", {})


def test_the_trap_itself_works(bait: tuple[str, str, Callable[[], list[str]]]) -> None:
    """With WeasyPrint's own fetcher the same text does load: the tests above can fail."""
    file, web, asked = bait
    weasyprint = load()
    html = f'<html lang=en><title>x</title><link rel=attachment href="{file}"><img src="{web}/i">'
    data = weasyprint.HTML(string=html).write_pdf()
    assert asked() == ["/i"]
    assert b"CANARY" in everything_in(data)


@pytest.mark.parametrize("text", ["plain", 'a"b', "a\\", "a\nb", "</style>", "é–ü", "\u2028"])
def test_a_text_is_a_string_of_css_whatever_is_in_it(text: str) -> None:
    import tinycss2

    (token,) = tinycss2.parse_component_value_list(css_text(text))
    assert (token.type, token.value) == ("string", text)
    assert "<" not in css_text(text)


def test_a_plan_of_which_nothing_is_recorded_is_a_document_too(tmp_path: Path) -> None:
    folder = tmp_path / "commitments/river/2026"
    folder.mkdir(parents=True)
    (folder.parent / "member.yml").write_text("name: River\n", "utf-8")
    (folder / "plan.yml").write_text("title: Bare plan\nkept_by: others\n", "utf-8")
    text = text_of(made(tmp_path, tmp_path / "out", "river/2026"))
    assert "Bare plan" in text
    assert "0 commitments" in text
    assert "No commitment of this plan is recorded yet." in text
