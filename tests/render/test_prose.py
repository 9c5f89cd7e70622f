"""Contributed Markdown becomes HTML that reads well and can do nothing else."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openroadmap.render import prose
from openroadmap.render.markdown_parser import make_parser, signs_in
from openroadmap.render.prose import from_root, inline, plain, relink, render_markdown


def page(text: str) -> str:
    return render_markdown(text, page=True)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("", ""),
        ("One line.", "<p>One line.</p>"),
        ("One\ntwo\n\nthree", "<p>One\ntwo</p>\n<p>three</p>"),
        ("R&D", "<p>R&amp;D</p>"),
        ("a *b* **c**", "<p>a <em>b</em> <strong>c</strong></p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'),
        ("> said", "<blockquote>\n<p>said</p>\n</blockquote>"),
        ("`x`", "<p><code>x</code></p>"),
        ("\u00a0d\u2019ici \u00a0: oui", "<p>d\u2019ici &nbsp;: oui</p>"),
    ],
)
def test_plain_markdown_reads_as_expected(typed: str, shown: str) -> None:
    assert render_markdown(typed) == shown


@pytest.mark.parametrize(
    "typed",
    ["<b>x</b>", "<script>hit()</script>", "<!-- note -->", "<p onclick=x>", "a <b", "<br>"],
)
def test_raw_html_is_shown_as_typed(typed: str) -> None:
    escaped = typed.replace("<", "&lt;").replace(">", "&gt;")
    assert render_markdown(typed) == f"<p>{escaped}</p>"
    assert page(typed) == f"<p>{escaped}</p>"


@pytest.mark.parametrize("typed", ["{{ 7*7 }}", "{% raw %}", "{{ config }}", '--8<-- "x"'])
def test_a_template_in_a_text_stays_a_text(typed: str) -> None:
    assert plain(typed) == typed


def test_a_link_that_leaves_the_site_says_so_to_search_engines() -> None:
    assert render_markdown("[a](https://example.org)") == (
        '<p><a rel="noopener nofollow" href="https://example.org">a</a></p>'
    )
    assert render_markdown("[a](/about/)") == '<p><a href="/about/">a</a></p>'


@pytest.mark.parametrize(
    "address",
    [
        *("javascript:hit()", "JaVaScRiPt:hit()", "&#106;avascript:hit()"),
        *("data:text/html,x", "vbscript:x", "file:///etc/passwd", "blob:x", "ftp://x.org"),
        *('"', "'", 'a"b', "`a", 'https://example.org/"a'),
        *("//evil.example", "/\\evil.example", "\\\\\\\\evil.example", "/\t/evil.example"),
    ],
)
def test_an_address_that_is_not_allowed_is_no_link(address: str) -> None:
    for typed in (f"[a]({address})", f"[a](<{address}>)", f"[a][b]\n\n[b]: {address}"):
        assert "href" not in render_markdown(typed), typed
        assert "href" not in page(typed), typed


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("See https://example.org/a_b_c.", "https://example.org/a_b_c"),
        ("(https://example.org/x_(y))", "https://example.org/x_(y)"),
        ("*https://example.org*", "https://example.org"),
        ("« https://example.org/?a=1&b=2 »", "https://example.org/?a=1&amp;b=2"),
    ],
)
def test_an_address_in_a_sentence_becomes_a_link(typed: str, address: str) -> None:
    assert f'href="{address}">{address}</a>' in render_markdown(typed)


def test_an_address_inside_a_link_or_code_is_left_alone() -> None:
    assert render_markdown("[https://a.example](https://b.example)").count("<a ") == 1
    assert "<a " not in render_markdown("`https://example.org`")


def test_a_picture_in_a_record_becomes_a_link_named_by_its_description() -> None:
    shown = render_markdown("![The budget](https://example.org/b.png)")
    assert "<img" not in shown
    assert ">The budget</a>" in shown


def test_a_picture_inside_a_link_leaves_its_description_in_the_link() -> None:
    assert render_markdown("[![Map](x.png)](/map/)") == '<p><a href="/map/">Map</a></p>'


def test_a_page_shows_pictures_of_this_site_only() -> None:
    assert page("![Map](img/map.png)") == '<p><img alt="Map" src="img/map.png"></p>'
    assert "<img" not in page("![Map](https://example.org/map.png)")
    assert "<img" not in page("![Map](//example.org/map.png)")


@pytest.mark.parametrize(
    ("typed", "levels"),
    [
        ("# a", "3"),
        ("# a\n\n### b\n\n## c", "344"),
        ("#### a\n\n# b", "33"),
        ("# a\n\n## b\n\n### c\n\n#### d\n\n##### e\n\n###### f", "345666"),
    ],
)
def test_headings_of_a_record_start_below_the_pages_own(typed: str, levels: str) -> None:
    shown = render_markdown(typed)
    assert [shown[at + 2] for at in range(len(shown)) if shown.startswith("<h", at)] == [*levels]


def test_a_page_keeps_one_title_and_skips_no_level() -> None:
    shown = page("# Title\n\n### Deep\n\n# Another\n\nText")
    assert shown == (
        '<h1 id="s-title">Title</h1>\n<h2 id="s-deep">Deep</h2>\n'
        '<h2 id="s-another">Another</h2>\n<p>Text</p>'
    )


def test_anchors_are_prefixed_unique_and_reachable() -> None:
    shown = page("## How it *works*\n\n## How it works\n\n## ¿?\n\n[see](#how-it-works)")
    assert 'id="s-how-it-works"' in shown
    assert 'id="s-how-it-works-2"' in shown
    assert 'id="s-section"' in shown
    assert 'href="#s-how-it-works"' in shown


def test_a_record_has_no_anchor_that_could_clash_with_the_page() -> None:
    assert " id=" not in render_markdown("# __config\n\n## a")


def test_a_table_scrolls_in_a_named_region_that_the_keyboard_reaches() -> None:
    shown = render_markdown('Year "x" | Amount\n-|-:\n2027|1')
    assert shown.startswith(
        '<div class="table-scroll" role="region" tabindex="0" '
        'aria-label="Year &quot;x&quot;, Amount"><table>'
    )
    assert '<th scope="col" class="right">Amount</th>' in shown
    assert '<td class="right">1</td>' in shown
    assert shown.endswith("</table></div>")


def test_a_table_without_words_in_its_header_still_has_a_name() -> None:
    shown = render_markdown("| | |\n|-|-|\n|1|2|")
    assert 'aria-label="Table"' in shown
    assert "<th>" not in shown
    assert "<th " not in shown


def test_definition_lists_and_code_fences_are_for_pages() -> None:
    assert "<dt>Plan</dt>" in page("Plan\n: What is promised.")
    assert page("```mermaid\nx\n```") == "<pre><code>x\n</code></pre>"


def test_inline_gives_one_line_without_a_paragraph() -> None:
    assert inline("a *b* & c") == "a <em>b</em> &amp; c"
    assert inline("# a\n\n<b>") == "# a &lt;b&gt;"


def test_plain_gives_the_words_on_one_line() -> None:
    assert plain("# A\n\n- b **c**\n- [d](https://example.org) & <e>") == "A b c d & <e>"
    assert plain("One two three", limit=9) == "One two…"
    assert plain("One two", limit=9) == "One two"


def test_links_from_the_sites_root_work_at_any_depth() -> None:
    shown = render_markdown("[a](/plan/) [b](https://example.org) [c](#d)")
    assert 'href="../../plan/"' in from_root(shown, "../../")
    assert from_root(shown, "../../").count("../../") == 1


SPOKEN_OF = st.lists(
    st.sampled_from([
        *(' href="/', ' src="/', '"', "`", "```\n", "<", ">", "</a>", "<a", "<img", " ", "\n\n"),
        *("[a](/b)", "![c](/d.png)", '[e](/f " href=\'/g")', "\\", "&lt;", "&#34;", "word"),
    ]),
    max_size=14,
).map("".join)  # fmt: skip


@given(SPOKEN_OF, st.booleans())
def test_changed_addresses_leave_the_text_as_it_was(typed: str, whole: bool) -> None:
    shown = render_markdown(typed, page=whole)
    assert words_of(from_root(shown, "../../")) == words_of(shown)
    assert words_of(relink(shown, lambda address: "gone" + address)) == words_of(shown)


def words_of(markup: str) -> list[str]:
    """The text between the tags and what pictures say, as a browser's parser finds them."""
    seen = _Words()
    seen.feed(markup)
    seen.close()
    return seen.found


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_data(self, data: str) -> None:
        self.found.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [
            f"{tag} {name}={said}" for name, said in attrs if name not in ("href", "src")
        ]


@pytest.mark.parametrize("typed", ['Write href="/page"', '`<a href="/page">`', '![a href="/p](/x)'])
def test_a_text_about_addresses_is_shown_as_typed(typed: str) -> None:
    shown = render_markdown(typed, page=True)
    assert words_of(from_root(shown, "../")) == words_of(shown)
    assert from_root(shown, "../").count("../") == typed.count("(/x)")


def test_relink_hands_over_local_addresses_only() -> None:
    seen: list[str] = []

    def resolve(address: str) -> str:
        seen.append(address)
        return '"&'

    shown = relink(page("[a](b.md?x&y) [c](https://example.org) ![d](e.png)"), resolve)
    assert seen == ["b.md?x&y", "e.png"]
    assert shown.count("&quot;&amp;") == 2


def test_nothing_raises_when_the_stack_is_nearly_used_up(monkeypatch: pytest.MonkeyPatch) -> None:
    def exhausted(_: str) -> str:
        raise RecursionError

    monkeypatch.setattr(prose, "clean", exhausted)
    assert prose.markdown_to_html("*a* <b>") == "<p>*a* &lt;b&gt;</p>"


PLAIN_SIGNS = "ab12 \n.-+=:#>~)(&;!,'\"\u00a0\u3000\u202f\u2028\u0085é/"


@given(st.text(alphabet=PLAIN_SIGNS, max_size=40), st.booleans())
def test_a_text_without_markdown_reads_the_same_either_way(text: str, page: bool) -> None:
    if prose.is_plain(text):
        assert prose.markdown_to_html(text, page) == prose._parsed(text, page)


@given(st.text(max_size=200), st.booleans())
def test_no_text_raises(text: str, page: bool) -> None:
    assert isinstance(prose.markdown_to_html(text, page), str)


@given(st.text(alphabet="ab \n`\\[]()!<>*_:/@.#-|1&;", max_size=60), st.booleans())
def test_a_parser_without_the_patterns_that_cannot_match_gives_the_same(
    text: str, page: bool
) -> None:
    spared = make_parser(page, signs_in(text))
    assert spared.convert(text) == make_parser(page).convert(text)
