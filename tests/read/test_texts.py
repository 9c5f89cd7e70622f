"""Faults in what people type are found where they stand, and honest sentences are left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openroadmap.read.texts import (
    TextFault,
    check_page_text,
    check_story,
    check_text,
    check_url,
)
from yardstick import Yardstick


def codes(text: str, prose: bool = True) -> list[str]:
    return [f"{found.rule}/{found.variant}" for found in check_text(text, prose=prose)]


@pytest.mark.parametrize(
    "text",
    [
        *("TBD", "tbc.", "(TBA)", "To be determined", "TO BE CONFIRMED", "xx", "XXX", "test"),
        *("à compléter", "A DEFINIR", "Por definir.", "pendiente", "[TBD]", "dd/mm/yyyy"),
        *("—", "...", "???", "______", "- -", "Click or tap here to enter text."),
        *("Haga clic o pulse aquí para escribir texto.", "Choisissez un élément."),
    ],
)
def test_a_field_that_holds_nothing_but_a_placeholder_is_found(text: str) -> None:
    assert codes(text) == ["T01/whole"]
    assert codes(text, prose=False) == ["T01/whole"]


@pytest.mark.parametrize(
    ("text", "variant", "column"),
    [
        ("The plan runs from 20xx/xx/xx to its end.", "digits", 20),
        ("Ends on 30/xx/20XX at the latest.", "digits", 15),
        ("The cost will be $XX million in total for the whole of the city.", "digits", 18),
        ("Completion of the register stands at XX% of all the companies.", "digits", 38),
        ("Published on xx/xx/2027 by the ministry, with a public comment period.", "digits", 14),
        ("The lead is {name of institution} and its partners.", "field", 13),
        ("The lead is {{ lead_institution }} and its partners.", "field", 13),
        ("The lead is [insert name of institution] and its partners.", "field", 13),
        ("Le responsable est [préciser le nom] avec ses partenaires.", "field", 20),
        ("Lorem ipsum dolor sit amet, and so on and so forth, to fill the page.", "filler", 1),
        ("Parliamentary Budget Officer (TBC), County Assemblies Forum, and others.", "value", 30),
        ("Budget: TBD\nThe rest of this text is long enough to be a text.", "value", 7),
        ("A first paragraph. Click or tap here to enter text.", "field", 20),
    ],
)
def test_an_unmistakable_placeholder_inside_a_text_is_found(
    text: str, variant: str, column: int
) -> None:
    (found,) = check_text(text, prose=True)
    assert (found.rule, found.variant, found.line, found.column) == ("T01", variant, 1, column)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The dates are to be determined (TBD) by the forum at its next meeting in the spring.",
        "TBD: to be determined by the forum, as its members agreed at the second meeting.",
        "El siglo XX trajo cambios; en el siglo XXI, el XX Congreso los hizo ley para todos.",
        "Les XXe et XXIe siècles, comme aux siècles XIX/XX, ont vu naître ce droit nouveau.",
        "Exxon, the XXL programme and football are words; so is outback, and 100% of them are.",
        "The budget is to be confirmed by the council in March; until then nothing is known.",
        "Todo ciudadano puede pedir información; TODO trámite es gratuito y se hace en línea.",
        "The test of the register took place in May, and its results are public since June.",
        "Use the address `/{member}/{plan}/` for a plan, and `20xx` where a year is not known.",
        "A title of more than sixty letters so that it is not looked at as a whole: it is fine.",
        "[Insert](https://example.org/insert) is the name of a magazine about public records.",
    ],
)
def test_honest_sentences_are_no_placeholders(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (r"[a](C:\Users\me\plan.pdf)", "T02/file"),
        ("[a](C:/plan.pdf)", "T02/file"),
        ("[a](<C:/My Documents/plan.pdf>)", "T02/file"),
        ("[a](file:///home/me/plan.pdf)", "T02/file"),
        ("[a](/home/me/plan.pdf)", "T02/file"),
        ("[a](/Users/me/plan.pdf)", "T02/file"),
        ("[a][b]\n\n[b]: file://server/plan.pdf", "T02/file"),
        (r"See \\server\share\plan.pdf for it.", "T02/file"),
        (r"See G:\Plans\2027.docx for it.", "T02/file"),
        ("<file:///c:/plan.pdf>", "T02/file"),
        ("[a](http://localhost:8000/)", "T02/host"),
        ("See http://intranet/plan for it.", "T02/host"),
        ("See http://192.168.1.20/plan for it.", "T02/host"),
        ("See https://files.ministry.local/plan for it.", "T02/host"),
        ("See http://[::1]/plan for it.", "T02/host"),
        ("[a](other.md)", "T02/relative"),
        ("[a](../ont0002/)", "T02/relative"),
        ("![a](plan.png)", "T08/in-record"),
        ("![a][b]", "T08/in-record"),
        ("![a](file:///C:/plan.png)", "T08/in-record"),
        ("[![a](https://example.org/x.png)](https://example.org)", "T08/in-record"),
        ("[a](javascript:alert(1))", "T05/scheme"),
        ("[a](&#106;avascript:alert(1))", "T05/scheme"),
        ("[a](<java\tscript:alert(1)>)", "T05/scheme"),
        ("<vbscript:x>", "T05/scheme"),
        ("[a]: data:text/html,x", "T05/scheme"),
        ("[a](ftp://example.org/x)", "T05/scheme"),
        ("[a](//example.org/x)", "T05/no-scheme"),
        ("[a](www.example.org)", "T05/no-scheme"),
        ("[a](http:/example.org)", "T05/malformed"),
        ('[a](https://example.org/"b)', "T05/malformed"),
        ("[a](https://me:secret@example.org/)", "T05/password"),
        ("See https://example.org/?utm_source=mail for it.", "T07/tracking"),
        ("See https://bit.ly/3abc for it.", "T07/shortened"),
        ("See https://eur02.safelinks.protection.outlook.com/?url=x", "T07/wrapped"),
        ("See https://www.example.org/portal/login?next=/plan for it.", "T07/login"),
    ],
)
def test_an_address_that_works_for_its_author_only_is_found(text: str, code: str) -> None:
    assert codes(text) == [code]


@pytest.mark.parametrize(
    "text",
    [
        "See https://www.ontario.ca/page/open-government_(plan).",
        "[a](https://example.org) and [b](/ontario/2017/) and [c](mailto:info@example.org)",
        "Either/or: a/b, and/or; note: /home/ is a path. Ratio 3:4. At 12:30.",
        r"A backslash \* is an escape, and \[so is this\].",
        "`C:/Users/me` and `http://localhost:8000` stand in code.",
        "```\nC:\\Users\\me\nhttp://localhost/\n```",
        "https://web.archive.org/web/2020/https://example.org/plan",
        "The matrix [1] and the note [sic] are no links.",
    ],
)
def test_addresses_that_everyone_can_open_are_left_alone(text: str) -> None:
    assert codes(text) == []


def test_links_beside_a_page_of_content_are_usual() -> None:
    assert not list(check_page_text("[a](about.md#who) ![b](img/b.png) [c](#top)"))
    assert [found.variant for found in check_page_text("[a](C:/x)")] == ["file"]


def test_a_page_shows_its_own_pictures_and_no_others() -> None:
    foreign = "![a](https://example.org/x.png) ![a](//example.org/x.png)"
    assert [f.rule for f in check_page_text(foreign) if f.variant == "foreign"] == ["T08", "T08"]
    assert not list(check_page_text("![a](img/x.png) ![a](/img/x.png)"))


@pytest.mark.parametrize(
    ("url", "codes"),
    [
        ("https://www.opengovpartnership.org/", []),
        ("http://intranet/plan.pdf", ["T02/host"]),
        ("file:///C:/plan.pdf", ["T02/file"]),
        ("C:\\plan.pdf", ["T02/file"]),
        ("javascript:x", ["T05/scheme"]),
        ("www.example.org", ["T05/no-scheme"]),
        ("https://example.org/?fbclid=1", ["T07/tracking"]),
        ("http://[broken", ["T05/malformed"]),
    ],
)
def test_the_address_of_a_url_field_is_checked_alone(url: str, codes: list[str]) -> None:
    assert [f"{found.rule}/{found.variant}" for found in check_url(url)] == codes


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Write to jane.doe@city.example.gov today.", "j…@city.example.gov"),
        ("[Jane](mailto:jane@city.gov)", "j…@city.gov"),
        ("<jdoe@city.gov>", "j…@city.gov"),
        ("JANE.DOE@CITY.GOV, jane.doe@city.gov", "j…@city.gov"),
    ],
)
def test_a_persons_mailbox_is_found_once_and_masked(text: str, masked: str) -> None:
    (found,) = check_text(text, prose=True)
    assert (found.rule, found.variant, found.args["found"]) == ("T03", "email", masked)


@pytest.mark.parametrize(
    "text",
    [
        *("info@city.gov", "opengov@city.gov", "gobierno.abierto@city.gov", "stma-info@city.gov"),
        *("contacto@city.gob.mx", "Open.Government@city.gov", "gouvernement.ouvert@city.gov"),
        *("anyone@example.org", "The @city account", "a @ b", "@", "someone@", "@everyone@"),
    ],
)
def test_an_offices_mailbox_may_stand(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(
    "text",
    [
        *("Call +1 512 974 2000 today", "Call +254 720 123 456", "+233-30-266-5608"),
        *("(512) 974-2000", "Call 512-974-2000.", "512.974.2000", "+52 (33) 3819 2300"),
        *(
            "Tel: 33 3819 2300",
            "Tél. : 01 42 75 80 00",
            "teléfono 3819-2300",
            "Phone number 9742000",
        ),
        *("WhatsApp: 0720123456", "Fax (512) 9742001"),
    ],
)
def test_a_telephone_number_is_found_once(text: str) -> None:
    (found,) = check_text(text, prose=True)
    assert (found.rule, found.variant) == ("T03", "phone")
    assert "…" in str(found.args["found"])


@pytest.mark.parametrize(
    "text",
    [
        *("The plan of 2018-2020 and that of 2019-2021", "On 2019-03-14 and 14.03.2019"),
        *("The contract 20160225-017 and case 12-34567-89", "Law 1712 of 2014, decree 103.2015"),
        *("A budget of 1,500,000 dollars, or +1 500 000 pesos", "$12.500.000 and +12 500 000"),
        *("LGBTQIA+ 2018-2020", "Plan Mobile 2018-2020 and Cel 2018-09-30", "+25%", "C++ 11"),
        *("ISBN 978-92-64-12345-6", "ISO 24495-1:2023", "MXJL0001 (2021-09 to 2021-05)"),
        *("https://example.org/512-974-2000", "Motel 6, 2nd Street", "telework for 1500000 people"),
        *("Resolution 2019-1234 and 20190131-0012 were adopted", "10+ years, 5+ 6 = 11"),
    ],
)
def test_years_laws_budgets_and_ids_are_no_telephone_numbers(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("a <b>c</b>", ["b"]),
        ("<img src=x onerror=hit()", ["img"]),
        ("<SCRIPT>x</SCRIPT> <br/>", ["script", "br"]),
        ("<!-- note -->", ["!--"]),
        ("a <? b", ["?"]),
        ("<p\nclass=x>", ["p"]),
    ],
)
def test_raw_html_is_found_once_a_tag(text: str, tags: list[str]) -> None:
    found = list(check_text(text, prose=True))
    assert [(f.rule, f.args["tag"]) for f in found] == [("T04", tag) for tag in tags]


@pytest.mark.parametrize(
    "text",
    ["a < b and c > d", "x <y> z", "`<b>`", "<https://example.org>", "<info@city.gov>", "1<2>1"],
)
def test_comparisons_addresses_and_code_are_no_html(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "variant"),
    [
        ("a" * 10_001, "characters"),
        ("a" + "[" * 51, "open_brackets"),
        ("[a] " * 201, "brackets"),
        ("a\n" * 1_001, "lines"),
        ("[a] " * 201 + "\n\nb", "brackets"),
        ("> " * 7 + "a", "depth"),
        ("- a\n" + "    " * 6 + "- b", "depth"),
    ],
)
def test_a_text_beyond_a_cap_is_found(text: str, variant: str) -> None:
    (found,) = check_text(text, prose=True)
    assert (found.rule, found.variant) == ("T06", variant)
    assert int(found.args["found"]) > int(found.args["most"])


def test_a_story_may_be_longer_than_a_field() -> None:
    text = "A sentence.\n\n" * 900
    assert codes(text) == ["T06/characters"]
    assert not list(check_story(text))
    assert [found.variant for found in check_story(text + "[a](other.md)")] == ["relative"]


def test_a_fault_knows_its_line_and_column() -> None:
    text = "First line.\n\nWrite to jane@city.gov,\n or see <b>this</b>."
    places = [(f.rule, f.line, f.column) for f in check_text(text, prose=True)]
    assert places == [("T03", 3, 10), ("T04", 4, 9)]


def test_several_faults_of_one_text_are_all_told() -> None:
    text = "<b> jane@city.gov +1 512 974 2000 [a](C:/x) (TBC) and more words to be long enough."
    assert codes(text) == ["T01/value", "T02/file", "T03/email", "T03/phone", "T04/tag"]


@given(st.text(max_size=300), st.booleans())
def test_no_text_raises_and_every_argument_fits_on_a_line(text: str, prose: bool) -> None:
    found: list[TextFault] = [*check_text(text, prose=prose), *check_url(text), *check_story(text)]
    for fault in found:
        assert fault.line >= 1
        assert fault.column >= 1
        for value in fault.args.values():
            assert len(str(value).splitlines()) <= 1


HARD = "[](<>)@{}`:/\\x+-1234567890 \nC.tbdftel"


@given(st.text(alphabet=HARD, max_size=400))
def test_no_mixture_of_signs_raises(text: str) -> None:
    assert all(found.rule in "T01T02T03T04T05T06T07T08" for found in check_text(text, prose=True))


@pytest.mark.parametrize(
    "piece",
    [
        *(
            "a@",
            "@",
            "+1",
            "+1 ",
            "1",
            "(512) ",
            "tel ",
            "tel 1",
            "x",
            "xx/",
            "{",
            "{a",
            "[insert ",
        ),
        *(
            "<a ",
            "<!",
            "](",
            "](a",
            "[a]:",
            "http://",
            "C:/",
            "\\\\a\\",
            "`",
            "```\n",
            ":/",
            "a.",
            "-",
        ),
        *("- ", "> ", "[", "\n", "\n    - a", "TBD ", "|TBD", " ", "http://[", "512-974-"),
    ],
)
def test_the_time_for_a_text_grows_no_faster_than_its_length(piece: str) -> None:
    """It costs about what 16 texts of a sixteenth cost; 16 times that if with the square."""

    def check(size: int) -> None:
        list(check_text(piece * (size // len(piece)), prose=True))

    sixteen = Yardstick(lambda: [check(10_000 // 16) for _ in range(16)])
    sixteen.assert_at_most(3, lambda: check(10_000))
    A_FIELD_OF_CLEAN_WORDS.assert_at_most(100, lambda: check(10_000))


CLEAN = (
    "The department will publish the budget for 2018-2020 (about $1,500,000) as open data, with "
    "a public register of contracts over 10,000 dollars. Civil society partners meet each quarter "
    "to review what was published; the minutes go online within two weeks.\n\n- a list of data "
    "by September 2019\n- a workshop in each region\n\nDecree 20160225-017 applies."
)


# As long as a field may be.
A_FIELD_OF_CLEAN_WORDS = Yardstick(
    lambda: list(check_text(" ".join([CLEAN] * (10_000 // len(CLEAN))), prose=True))
)


def test_a_clean_field_costs_next_to_nothing() -> None:
    """A few times what a plain pass over the text for each sign costs."""

    def scan() -> None:
        for _ in range(20):
            for sign in "<>[]{}@#|+*_`~^$%&=:;!?/\\":
                CLEAN.count(sign)
            CLEAN.lower().split()

    def check() -> None:
        for _ in range(20):
            assert not list(check_text(CLEAN, prose=True))

    Yardstick(scan).assert_at_most(6, check)
