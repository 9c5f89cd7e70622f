"""What is rendered without the parser is, byte by byte, what the parser and the sanitiser give."""

from __future__ import annotations

import sys

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openroadmap.read.texts.caps import FIELD_CAPS
from openroadmap.render import prose
from openroadmap.render.prose import markdown_to_html
from openroadmap.render.sanitise import clean
from openroadmap.render.simple import simple_html

PIECES = (
    *("a", "B 2", "the", " ", "  ", "\n", "\n\n", "\n\n\n", "\n- ", "\n\n- ", "- ", "-", "–", "."),
    *("*", "**", "***", "*a*", "**a b**", "* a*", "**a **", "*a\nb*", "_a_", "__a__", "a_b", "`a`"),
    *("[a](https://example.org)", "[a b](http://example.org/c_d/e-f.html)", "![a](https://b.org)"),
    *("[*a*](https://example.org/)", "[a](https://a.org)(b)", "[a\nb](https://a.org)", "[a](/b)"),
    *("[a](https://1.2.3.4/)", "[a](https://x--y.org)", "[a](https://xn--a.org)", "[a](//b.org)"),
    *("[a](javascript:b)", "[a](https://b.org 'c')", "[a][b]", "[a]", "[", "]", "(", ")", "!"),
    *("https://example.org", "<b>", "&amp;", "&", "&a", ";", "<", ">", '"', "'", "\\", "\\*", "|"),
    *("1. a", "\n1. ", "# ", "\n# ", "a\n===", "a\n---", "> ", ": ", "~~", "+ ", "\n+ ", "\t"),
    *("  \n", "\xa0", "\u2003", "\u3000", "\u2028", "\x85", "\x0c", "é", "«a»", "[^1]", "[a]: b"),
)  # fmt: skip
"""Whatever Markdown may see something in, and much in which it sees nothing."""

LABELS = st.text(alphabet="ab1 .,:;!?()'\"&>-–\n\xa0é", min_size=1, max_size=8)
HOSTS = st.from_regex(r"(?:[a-z0-9-]{1,6}\.){1,4}[a-z0-9]{1,4}", fullmatch=True)
PATHS = st.text(alphabet="aB9_-./~%?=&#()", max_size=8)
SPANS = st.one_of(
    st.builds("[{}](https://{}/{})".format, LABELS, HOSTS, PATHS),
    st.builds("**{}**".format, LABELS),
    st.builds("*{}*".format, LABELS),
    LABELS,
)
BLOCKS = st.one_of(
    st.lists(SPANS, min_size=1, max_size=4).map(" ".join),
    st.lists(SPANS, min_size=1, max_size=4).map("".join),
    st.lists(SPANS, min_size=1, max_size=3).map(lambda items: "- " + "\n- ".join(items)),
)
TEXTS = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=9).map("".join),
    st.lists(BLOCKS, min_size=1, max_size=4).map("\n\n".join),
)


@given(TEXTS)
@settings(max_examples=2_000)
@example("!\n[a](https://example.org)")
@example("**a****b**")
@example("*a***b**")
@example("- a\n\n- b")
@example("- a\n\nb\n\n- c")
@example("- - a")
@example("[a](https://example.org)[b](https://example.org)")
@example("[https://a.org](https://b.org)")
@example("[a](https://1.org) *b* **c** *d*")
@example("a\n\n\nb")
@example("a\n")
def test_the_short_way_gives_what_the_long_way_gives(text: str) -> None:
    text = text.expandtabs(4)
    simple = simple_html(text)
    if simple is not None:
        assert simple == prose._parsed(text, page=False)
        assert simple.replace(' rel="noopener nofollow"', "") == clean(simple)


@given(st.text(alphabet="ab *[]()-!\n:/.<&;_`\\|1#", max_size=30))
@settings(max_examples=2_000)
def test_so_it_does_for_any_row_of_signs(text: str) -> None:
    simple = simple_html(text)
    if simple is not None:
        assert simple == prose._parsed(text, page=False)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("One.\n\nTwo\nlines.", "<p>One.</p>\n<p>Two\nlines.</p>"),
        ("A **b c**, *d* & e.", "<p>A <strong>b c</strong>, <em>d</em> &amp; e.</p>"),
        ("Three:\n\n- a\n- **b**\n\nEnd.", "<p>Three:</p>\n<ul>\n<li>a</li>\n"
         "<li><strong>b</strong></li>\n</ul>\n<p>End.</p>"),
        ("See [a & b](https://example.org/c_d).", '<p>See <a rel="noopener nofollow" '
         'href="https://example.org/c_d">a &amp; b</a>.</p>'),
    ],
)  # fmt: skip
def test_what_most_texts_hold_needs_no_parser(
    text: str, html: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(prose, "_parsed")
    assert markdown_to_html(text) == html


@pytest.mark.parametrize(
    "text",
    ["![a](https://example.org)", "[a](https://xn--a.org)", "[a](https://example.org 'b')",
     "[a](javascript:b)", "[a](https://1.2.3.4)", "**a *b* c**", "- a\n  - b", "1. a", "a_b_",
     "https://example.org", "# a", "> a", "`a`", "a  \nb", "<b>", "&amp;", "a | b", "\\*a*"],
)  # fmt: skip
def test_the_parser_has_its_turn_with_everything_else(text: str) -> None:
    assert simple_html(text) is None


def test_a_text_beyond_the_caps_is_shown_as_typed() -> None:
    crowded = "[a](https://example.org) " * (FIELD_CAPS.brackets + 1)
    assert "<a" not in markdown_to_html(crowded.strip())


def test_a_page_of_content_goes_the_long_way() -> None:
    assert markdown_to_html("Plan\n: a *b*", page=True).startswith("<dl>")


def test_a_text_that_can_be_printed_holds_nothing_to_mend() -> None:
    """The renderer takes such a text as it is, so no character it replaces may be printable."""
    mended = [chr(number) for number in range(sys.maxunicode + 1)]
    mended = [one for one in mended if prose._UNFIT.match(one) or one in "\t\r\n"]
    assert len(mended) > 2_000
    assert not any(map(str.isprintable, mended))
