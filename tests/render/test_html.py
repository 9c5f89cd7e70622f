"""Page bodies: escaped whatever the records hold, valid HTML, one h1, no skipped heading."""

from __future__ import annotations

import os
import re
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import pytest
import standards_samples
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from linked_block import ATTRIBUTES, data_of
from openroadmap.i18n import translator
from openroadmap.measure.progress import State, measure_progress
from openroadmap.model.facts import NO_FACTS
from openroadmap.model.kinds import KIND
from openroadmap.model.table import table
from openroadmap.render.html import Bodies, open_bodies, render
from openroadmap.render.page import SHARED, Page
from openroadmap.views.commitment import view_commitment
from openroadmap.views.news.changes import view_changes
from openroadmap.views.news.plan import news_of
from openroadmap.views.plan import view_plan
from page_samples import (
    SETTING,
    changes_views,
    commitment_views,
    every_view,
    feeds_view,
    home_view,
    other_views,
    plan_view,
    progress_of,
    progress_site_view,
    progress_view,
    requirement_view,
    revised_views,
    silent_view,
    standards_view,
    table_views,
)
from plan_samples import FOLDER, KINDS, build, commitment, plan_of, update

GOLDEN = FOLDER
XHTML = "{http://www.w3.org/1999/xhtml}"


@cache
def bodies() -> Bodies:
    return open_bodies(translator("en"))


@cache
def pages() -> tuple[Page, ...]:
    home = render(home_view(), bodies())
    return (home, *(render(view, bodies()) for view in every_view()))


@cache
def parsed(body: str) -> Element:
    """The body in a bare document, as a browser reads it; refuses what is not valid.

    Every test of a page looks at the same one, and none changes it.
    """
    parser = html5lib.HTMLParser(strict=True)
    document: Element = parser.parse(f"<!doctype html><title>t</title>{body}")
    return document


every_page = pytest.mark.parametrize("page", pages(), ids=lambda page: page.address or "home")


@every_page
def test_a_body_is_valid_html(page: Page) -> None:
    assert parsed(page.body).find(f".//{XHTML}body") is not None


@every_page
def test_a_page_has_one_h1_and_skips_no_level(page: Page) -> None:
    levels = [
        int(element.tag[-1])
        for element in parsed(page.body).iter()
        if re.fullmatch(rf"{re.escape(XHTML)}h[1-6]", str(element.tag))
    ]
    if page.kind in SHARED:  # its h1 is the editor's; see test_publish_content.py
        levels.insert(0, 1)
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@every_page
def test_ids_are_unique_and_links_within_the_page_arrive(page: Page) -> None:
    elements = list(parsed(page.body).iter())
    ids = [element.get("id") for element in elements if element.get("id")]
    assert len(ids) == len(set(ids))
    inner = {href[1:] for element in elements if (href := element.get("href", "")).startswith("#")}
    labels = {element.get("aria-labelledby") for element in elements} - {None}
    if page.kind == "document":
        inner = set()  # its chapters follow it: see test_document.py
    assert (inner | labels) <= set(ids)


@every_page
def test_a_body_brings_no_script_and_no_inline_style(page: Page) -> None:
    """A block of data is no script, and the one element of that name that there may be."""
    scripts = 0
    for element in parsed(page.body).iter():
        assert element.tag not in {f"{XHTML}style", f"{XHTML}iframe"}
        scripts += element.tag == f"{XHTML}script"
        names = [name for name, _ in element.items()]
        assert not [name for name in names if name.startswith("on") or name == "style"]
    assert scripts == bool(data_of(page.body))


@every_page
def test_links_out_of_the_page_start_from_where_it_lies(page: Page) -> None:
    """Only the site's root is above a page: no link climbs further than that."""
    depth = page.address.count("/")
    for element in parsed(page.body).iter():
        href = element.get("href", "")
        assert href.startswith(("https://", "http://", "#")) or (
            not href.startswith("/") and len(re.findall(r"\.\./", href)) <= depth
        )


# Whatever is typed into a record stays text.

MARK = '<x-evil x-evil="1">\'"--></title></svg><x-evil>{{ 7 * 7 }}{% x %}'


def _hostile(model: Any, data: Any, text: str) -> Any:
    """The same record with a hostile text in every field that holds free words."""
    known = table(model)
    out = {}
    for name, value in data.items():
        field = known[name]
        if field.form in ("line", "prose", "name"):
            value = [text] if isinstance(value, list) else text
        elif field.model and field.many == "mapping":
            value = {key: _hostile(field.model, item, text) for key, item in value.items()}
        elif field.model and isinstance(value, list):
            value = [_hostile(field.model, item, text) for item in value]
        elif field.model:
            value = _hostile(field.model, value, text)
        out[name] = value
    return out


@cache
def _full() -> dict[str, Any]:
    text = (GOLDEN / "rivermouth.yml").read_text("utf-8")
    data: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506
    return data


def hostile_bodies(text: str) -> list[str]:
    data = dict(_full())
    for key in ("member", "plan", "forum"):
        data[key] = _hostile(KIND[key].model, data[key], text)
    for key, kind in KINDS.items():
        data[key] = [_hostile(KIND[kind].model, item, text) for item in data.get(key, ())]
    data["stories"] = {"payments": text}
    records = build(data)
    progress = measure_progress(records, SETTING.today)
    views = [
        view_plan(records, progress, [], SETTING),
        view_commitment(records.commitments[0], records, progress, SETTING),
        progress_of(records)[0],
        view_changes(records, news_of(records, NO_FACTS, SETTING), SETTING, has_standards=True),
    ]
    return [render(view, bodies()).body for view in views]


DRAWN = {"svg", "circle", "path", "symbol", "use", "rect", "line", "g", "text", "title"}


def check_harmless(body: str) -> None:
    scripts = 1 if data_of(body) else 0
    shapes = {f"{{http://www.w3.org/2000/svg}}{name}" for name in DRAWN}
    for element in html5lib.parse(f"<!doctype html><title>t</title>{body}").iter():
        tag = str(element.tag)
        assert tag.startswith(XHTML) or tag in shapes or "function" in tag, tag
        assert "x-evil" not in tag
        scripts -= tag == f"{XHTML}script"
        assert "script" not in tag or (tag == f"{XHTML}script" and element.items() == ATTRIBUTES)
        for name, value in element.items():
            assert not name.startswith(("on", "style", "x-", "src"))
            if name == "href":
                assert re.match(r"(https?://|#|\.\./|[a-z0-9])", value)
                assert not value.lower().startswith(("javascript:", "data:", "vbscript:"))
    assert scripts == 0


def test_markup_in_any_field_is_shown_and_not_obeyed() -> None:
    for body in hostile_bodies(MARK):
        check_harmless(body)
        assert "&lt;x-evil" in body
        assert "{{ 7 * 7 }}" in body


@example('![]("](')
@example("![]('](")
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.sampled_from(
            [*"<>\"'&`/= \na\u202e", "&lt;", "<svg onload=x>", "x-evil", "<!--", "]]>", "{{", "}}",
             "[x](javascript:alert(1))", "</h1>", "<img src=x onerror=y>", "](", "![",
             "data:text/html,", "<a href='//evil'>"]
        ),
        min_size=1, max_size=12,
    ).map("".join)
)  # fmt: skip
def test_no_text_becomes_a_tag_or_an_attribute(text: str) -> None:
    for body in hostile_bodies(text):
        check_harmless(body)


# Status is a word with a shape.


@pytest.mark.parametrize("state", list(State))
def test_every_status_has_a_shape_that_needs_no_colour(state: State) -> None:
    shape = str(bodies().environment.globals["shape"][state.value])
    assert shape.startswith("<svg")
    assert 'aria-hidden="true"' in shape
    assert set(re.findall(r'(?:fill|stroke)="([^"]+)"', shape)) <= {"currentColor", "none"}


def test_shapes_tell_the_scale_apart() -> None:
    shape = bodies().environment.globals["shape"]
    scale = ["not_started", "limited", "substantial", "complete", "withdrawn", "not_recorded"]
    assert len({str(shape[code]) for code in scale}) == len(scale)
    assert shape["not_recorded"] == shape["not_assessed"]
    dashed = {str(shape[code]) for code in ("not_recorded", "no_evidence_available", "own_words")}
    assert len(dashed) == 3  # nobody spoke; somebody did, without evidence; or in other words


@pytest.mark.parametrize(
    ("code", "word"),
    [
        ("not_started", "Not started"),
        ("limited", "Limited"),
        ("substantial", "Substantial"),
        ("complete", "Complete"),
        ("no_evidence_available", "No evidence available"),
    ],
)
def test_a_status_stands_on_its_page_as_a_word(code: str, word: str) -> None:
    records = plan_of(commitment(), updates=(update(completion=code),))
    progress = measure_progress(records, SETTING.today)
    view = view_commitment(records.commitments[0], records, progress, SETTING)
    body = render(view, bodies()).body
    assert f"<strong>{word}</strong>" in body


def test_reports_without_a_status_are_linked_where_the_status_is_missed() -> None:
    records = plan_of(commitment(), updates=(update(progress="We met."),))
    progress = measure_progress(records, SETTING.today)
    view = view_commitment(records.commitments[0], records, progress, SETTING)
    body = render(view, bodies()).body
    assert body.count('<a href="#updates">1 report</a>') == 2
    assert "No progress report is recorded" not in body


# The rest of the page, and templates of an adopter.


def test_a_page_carries_plain_text_for_its_head() -> None:
    summary = "From *2026* each <b>payment</b> is online."
    records = plan_of(commitment(title="A & B <i>", summary=summary))
    progress = measure_progress(records, SETTING.today)
    page = render(view_commitment(records.commitments[0], records, progress, SETTING), bodies())
    assert (page.kind, page.address, page.lang) == ("commitment", "m/p/one/", "en")
    assert page.title == "A & B <i>"
    assert page.description.startswith("From 2026 each")
    assert page.source == "commitments/m/p/commitments/one.yml"


def test_a_long_summary_makes_a_short_description() -> None:
    records = plan_of(commitment(summary="Many words. " * 60))
    progress = measure_progress(records, SETTING.today)
    page = render(view_commitment(records.commitments[0], records, progress, SETTING), bodies())
    assert len(page.description) <= 160


def test_a_source_number_ends_the_paragraph_it_proves() -> None:
    body = next(page.body for page in pages() if page.address.endswith("/payments/"))
    assert re.search(r'delivered\.<sup class="or-cite">.*?</sup></p>', body)


def test_a_template_of_the_adopter_takes_the_place_of_ours(tmp_path: Path) -> None:
    (tmp_path / "rules.html").write_text("{{ _('Home') }}: {{ view.title }} <&", "utf-8")
    own = open_bodies(translator("en"), [tmp_path])
    body, data, _ = render(other_views()[0], own).body.partition('\n<script type="')
    assert (body, bool(data)) == ("Home: What is checked <&", True)
    assert "or-record" in render(plan_view("ontario"), own).body


def test_a_template_that_asks_for_what_is_not_there_fails(tmp_path: Path) -> None:
    (tmp_path / "rules.html").write_text("{{ view.nothing }}", "utf-8")
    own = open_bodies(translator("en"), [tmp_path])
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        render(other_views()[0], own)


# Golden bodies, reviewed by eye. To write them anew: GOLDEN=write pytest tests/render.

KEPT = {
    "home": lambda: render(home_view(), bodies()),
    "plan": lambda: render(plan_view("rivermouth"), bodies()),
    "plan-patchy": lambda: render(plan_view("jalisco"), bodies()),
    "commitment": lambda: render(commitment_views("rivermouth")[0], bodies()),
    "commitment-patchy": lambda: render(commitment_views("jalisco")[0], bodies()),
    "progress": lambda: render(progress_of(standards_samples.records())[0], bodies()),
    "progress-site": lambda: render(progress_site_view(), bodies()),
    "progress-patchy": lambda: render(progress_view("jalisco"), bodies()),
    "rules": lambda: render(other_views()[0], bodies()),
    "rule": lambda: render(other_views()[1], bodies()),
    "unreadable": lambda: render(other_views()[2], bodies()),
    "member": lambda: render(every_view()[3], bodies()),
    "standards": lambda: render(standards_view(), bodies()),
    "standards-silent": lambda: render(silent_view(), bodies()),
    "standards-table": lambda: render(table_views()[0], bodies()),
    "changes": lambda: render(changes_views()[0], bodies()),
    "changes-none": lambda: render(changes_views()[1], bodies()),
    "changes-revised": lambda: render(revised_views()[0], bodies()),
    "commitment-revised": lambda: render(revised_views()[2], bodies()),
    "plan-revised": lambda: render(revised_views()[3], bodies()),
    "changes-site": lambda: render(changes_views()[2], bodies()),
    "changes-year": lambda: render(changes_views()[3], bodies()),
    "feeds": lambda: render(feeds_view(), bodies()),
    "standards-rule": lambda: render(requirement_view("3.1"), bodies()),
}


@pytest.mark.parametrize("name", KEPT)
def test_a_page_is_as_it_was_reviewed(name: str) -> None:
    file, body = GOLDEN / f"{name}.html", tidy(KEPT[name]().body)
    if os.environ.get("GOLDEN") == "write":
        file.write_text(body, "utf-8")
    assert body == file.read_text("utf-8")


def tidy(body: str) -> str:
    """Without empty lines, so that a golden page can be read."""
    return "\n".join(line.rstrip() for line in body.splitlines() if line.strip()) + "\n"
