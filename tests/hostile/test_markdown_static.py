"""The hostile Markdown corpus without a browser: the output, parsed as browsers parse it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import unescape
from xml.etree.ElementTree import Element

import html5lib
import pytest
from honest_markdown import AN_HONEST_FIELD
from hostile_markdown import CORPUS, HostileText, trusting
from hypothesis import given
from hypothesis import strategies as st
from openroadmap.read.texts import check_page_text, check_text
from openroadmap.render.prose import markdown_to_html, plain
from openroadmap.render.sanitise import TAGS, clean

WAYS: dict[str, Callable[[str], str]] = {
    "record": lambda text: markdown_to_html(text),
    "page": lambda text: markdown_to_html(text, page=True),
    "cleaned": lambda text: clean(trusting(text)),
}
# What we add ourselves after cleaning, beside what the sanitiser lets through.
ATTRIBUTES = {
    "a": {"href", "rel"},
    "img": {"src", "alt"},
    "ol": {"start"},
    "th": {"align", "class", "scope"},
    "td": {"align", "class"},
    "div": {"class", "role", "tabindex", "aria-label"},
    **{f"h{level}": {"id"} for level in range(1, 7)},
}
CLASSES = {"table-scroll", "left", "center", "right"}

every_file = pytest.mark.parametrize("hostile", CORPUS, ids=lambda hostile: hostile.name)
every_way = pytest.mark.parametrize("way", WAYS)


def elements(html: str) -> list[Element]:
    root = html5lib.parseFragment(html, treebuilder="etree", namespaceHTMLElements=False)
    return list(root.iter())[1:]


def faults(html: str) -> Iterator[str]:
    """Everything in the output that has no business there."""
    for element in elements(html):
        if not isinstance(element.tag, str) or element.tag not in {*TAGS, "div"}:
            yield f"<{element.tag}>"
            continue
        for name, value in element.items():
            if name not in ATTRIBUTES.get(element.tag, ()):
                yield f"<{element.tag} {name}>"
            yield from (f'{name}="{value}"' for wrong in _wrong(name, value) if wrong)


def _wrong(name: str, value: str) -> Iterator[bool]:
    bare = re.sub(r"[\x00-\x20\x7f]", "", value).replace("\\", "/")
    scheme = re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", bare)
    if name == "href":
        yield bare.startswith("//")
        yield bool(scheme) and scheme.group().lower() not in {"http:", "https:", "mailto:"}
    if name == "src":
        yield bare.startswith("//") or bool(scheme)
    if name == "class":
        yield value not in CLASSES
    if name == "id":
        yield not value.startswith("s-")


def words_of(html: str) -> str:
    return "".join(unescape(re.sub(r"<[^>]*>", "", html)).split())


@every_way
@every_file
def test_nothing_but_prose_comes_out(hostile: HostileText, way: str) -> None:
    assert list(faults(WAYS[way](hostile.text))) == []


RAW = [hostile for hostile in CORPUS if hostile.group in {"09-raw-html", "14-comments"}]


@pytest.mark.parametrize("hostile", RAW, ids=lambda hostile: hostile.name)
@pytest.mark.parametrize("way", ["record", "page"])
def test_what_was_typed_is_still_there_to_read(hostile: HostileText, way: str) -> None:
    shown, typed = words_of(WAYS[way](hostile.text)), words_of(hostile.text.replace("<", "&lt;"))
    assert shown.count("hit()") == typed.count("hit()")
    assert shown.count("<") >= typed.count("<")


@pytest.mark.parametrize(
    "hostile",
    [text for text in CORPUS if text.group in {"18-snippets", "21-templates"}],
    ids=lambda hostile: hostile.name,
)
def test_directives_and_templates_are_ordinary_text(hostile: HostileText) -> None:
    shown, typed = (
        re.sub(r"[*_]", "", text).split()  # which may have been emphasis
        for text in (plain(hostile.text), hostile.text)
    )
    assert shown == typed


@every_file
def test_no_file_keeps_the_renderer_busy(hostile: HostileText) -> None:
    def render() -> None:
        markdown_to_html(hostile.text)
        markdown_to_html(hostile.text, page=True)

    AN_HONEST_FIELD.assert_at_most(2, render)


@pytest.mark.parametrize(
    ("group", "rules", "spared"),
    [
        ("09-raw-html", {"T04"}, {"double-escaped"}),
        ("10-link-schemes", {"T02", "T04", "T05", "T08"}, set()),
        ("14-comments", {"T04"}, set()),
        ("35-third-party", {"T04", "T08"}, {"emoji"}),
    ],
)
def test_the_author_is_told(group: str, rules: set[str], spared: set[str]) -> None:
    silent = {
        hostile.name.partition("/")[2]
        for hostile in CORPUS
        if hostile.group == group
        and not rules & {found.rule for found in check_text(hostile.text, prose=True)}
    }
    assert silent == spared


@every_file
def test_what_is_told_could_be_printed_without_harm(hostile: HostileText) -> None:
    found = [*check_text(hostile.text, prose=True), *check_page_text(hostile.text)]
    for value in (str(value) for fault in found for value in fault.args.values()):
        assert value.isprintable()
        assert len(value) <= 80


PIECES = st.sampled_from(
    [line for hostile in CORPUS for line in hostile.text.splitlines() if 2 < len(line) < 200]
)
SIGNS = st.text(alphabet="<>&\"'`=/\\ \n\t[]()!*_#|:-;\x00\x0b\ud800ax1", max_size=12)
MIXED = st.lists(st.one_of(PIECES, SIGNS), max_size=8).map("".join)


@given(MIXED)
def test_no_mixture_of_attacks_leaves_more_than_prose(text: str) -> None:
    for page in (False, True):
        assert list(faults(markdown_to_html(text, page))) == []


@given(MIXED)
def test_the_cleaner_lets_nothing_through_whatever_it_is_given(html: str) -> None:
    fit = html.encode("utf-8", "replace").decode("utf-8")
    cleaned = clean(fit)
    assert list(faults(cleaned)) == []
    assert clean(cleaned) == cleaned


def test_these_tests_can_fail() -> None:
    assert list(faults('<p onclick="x">')) == ["<p onclick>"]
    assert list(faults("<script></script>")) == ["<script>"]
    assert list(faults('<a href="java\tscript:x">')) == ['href="java\tscript:x"']
    assert list(faults('<img src="//foreign.example/">')) == ['src="//foreign.example/"']
    assert list(faults("<!-- -->"))
