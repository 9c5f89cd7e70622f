"""Looking at many texts at once misses nothing that looking at each would find."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st
from openroadmap.read.texts import check_text, check_url
from openroadmap.read.texts.quick import are_clean_addresses, are_clean_texts

PIECES = (
    *("TBD", "tbc.", "(TBA)", "Lead: TBD", "xx", "30/xx/2027", "XXXX", "$XX", "XX%", "20xx"),
    *("To be determined", "à compléter", "À COMPLÉTER", "Por definir.", "—", "...", "test"),
    *("{name}", "{{ name }}", "[insert the lead]", "<fill in>", "Lorem ipsum", "[TBD]"),
    *("Click or tap here to enter text.", "Cliquez ou appuyez ici pour", "haga clic o pulse aquí"),
    *("C:/Users/a.docx", r"D:\a.pdf", r"\\server\share\a", "file:///a", "http://10.0.0.1/a"),
    *("jane.roe@riverside.gov", "info@riverside.gov", "+254 712 345 678", "512-555-0100"),
    *("tel 0712345678", "Teléfono: 331 234 5678", "(512) 555-0100", "2018-2020", "1 500 000"),
    *("<b>", "<!-- x -->", "<script src=x>", "`<b>`", "```", "~~~", "`", "\\"),
    *("[a](https://example.org/b)", "[a](javascript:b)", "[a](b.html)", "![a](https://b.org/c)"),
    *("[a](https://example.org/login)", "[tel 512](https://example.org/555-0100)", "[a][b]"),
    *("[TBD](https://example.org/)", "https://bit.ly/a", "https://example.org/?utm_source=a"),
    *("[a](https://t.co)", "[a](https://b.local/c)", "> > > > > > > a", "- - - - - - - a"),
    *("1. 2. 3. 4. 5. 6. 7. a", "[" * 60, "\n", "\n\n", "\n- ", "    ", "\t", ": ", "(", ")", " "),
    *("The register opens in June.", "civil society", "and/or", "2027", "résumé", "m1", "-"),
)
ADDRESSES = (
    *("https://example.org", "https://example.org/a/b-c_d.html", "http://example.org/a"),
    *("https://example.org/?a=b", "https://example.org/?utm_source=a", "https://bit.ly/a"),
    *("https://www.t.co/a", "https://t.co", "http://intranet/a", "http://10.0.0.1/a"),
    *("https://a.local/b", "https://user:secret@example.org/", "https://example.org/login"),
    *("https://www.google.com/url?q=a", "https://urldefense.com/a", "https://a.b/wp-admin"),
    *("https://nam.safelinks.protection.outlook.com/a", "https://example.org:8443/a", "https://"),
    *("https:///a", "https://example.org/%20a", "https://example.org/~a", "HTTPS://Example.org/"),
    *("https://[::1]/a", "http://localhost/a", "https://a.internal", "https://example.org/a#b"),
)

texts = st.lists(
    st.lists(st.sampled_from(PIECES), max_size=5).map(lambda parts: " ".join(parts).strip()),
    max_size=6,
)


@given(texts)
@settings(max_examples=600)
@example(["To be announced", "(TBA)"])
@example(["`", "[a](javascript:b)", "`"])
@example(["to be confirmed", "Lead: TBC"])
@example(["tel", "0712345678"])
@example(["![a](https://example.org/b)"])
@example(["TBD [TBD](https://example.org/)"])
@example(["The lead is [tbc](https://example.org/)."])
@example(["a [XX%](https://example.org/) b", "a [Lead: TBD](https://example.org/)"])
def test_texts_that_are_plainly_clean_have_no_fault(some: list[str]) -> None:
    if are_clean_texts(some):
        assert [list(check_text(text, prose=True)) for text in some] == [[] for _ in some]


@given(st.lists(st.text(max_size=30), max_size=4))
@settings(max_examples=300)
def test_texts_of_any_kind_are_not_waved_through(some: list[str]) -> None:
    stripped = [text.strip() for text in some]
    if are_clean_texts(stripped):
        assert not any(list(check_text(text, prose=True)) for text in stripped)


@given(st.lists(st.sampled_from(ADDRESSES), max_size=4))
@settings(max_examples=300)
def test_addresses_that_are_plainly_clean_have_no_fault(some: list[str]) -> None:
    if are_clean_addresses(some):
        assert not any(list(check_url(url)) for url in some)


def test_ordinary_texts_and_addresses_need_no_closer_look() -> None:
    ordinary = (
        "Publish every public contract",
        "Residents cannot see what the county buys; since 2018-2020 the register is closed.",
        "See the [register](https://example.org/register) of civil society.",
        "- one\n- two",
    )
    assert are_clean_texts(ordinary)
    assert are_clean_addresses(("https://example.org/a", "https://www.opengovpartnership.org/"))
