"""A search finds the words that were typed, and says which of them are on no page.

Pagefind alone takes the longest word that an unknown one begins with: "Toronto" would find "to".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from urllib.parse import quote

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from first_visit import first_visit
from playwright.sync_api import Browser, Page, expect
from site_build import Built
from test_site_axe import show, violations
from test_site_search import SEARCH, opened, size, titles
from test_site_search_order import counted

pytestmark = pytest.mark.browser

NOWHERE = "zzxxqq"


@pytest.fixture
def where(address_of: Callable) -> str:
    return address_of(SEARCH)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with first_visit(browser, loses_files=True) as page:
        yield page


def look_up(page: Page, where: str, words: str, filters: str = "") -> None:
    page.goto(f"{where}?q={quote(words)}{filters}")
    titles(page)


def lacking(page: Page) -> str:
    told = page.locator("#found-lacking")
    return told.inner_text() if told.is_visible() else ""


def marked(page: Page) -> set[str]:
    return {word.lower() for word in page.locator("#found mark").all_inner_texts()}


def words_of(site: Built) -> set[str]:
    """Every word of every page, whatever stands around it."""
    text = " ".join(re.sub(r"<[^>]+>", " ", html) for html in site.pages().values())
    return set(re.findall(r"[^\W_]+", text.lower()))


@pytest.mark.parametrize(
    ("word", "shorter"),
    [("Toronto", "to"), ("tobacco", "to"), ("Inverness", "in"), ("Accra", "a"),
     ("accordion", "according"), ("Ontariio", "ont0001"), ("contrs", "contract")],
)  # fmt: skip
def test_a_word_of_no_page_does_not_find_a_shorter_one(
    page: Page, where: str, demo: Built, word: str, shorter: str
) -> None:
    """Pagefind would mark the shorter one, which is on pages of the site; the longer is on none."""
    known = words_of(demo)
    assert word.lower() not in known
    assert shorter in known or shorter == "ont0001"
    look_up(page, where, word)
    expect(page.locator("#found-size")).to_have_text("0 pages found")
    assert lacking(page) == f"No page was found with “{word}”."
    assert titles(page) == []
    expect(page.locator("#filters")).to_be_hidden()
    expect(page.locator("#found-none")).to_be_visible()
    said = f"No page was found with “{word}”. Nothing was found."
    expect(page.locator("#announced")).to_have_text(said)


@pytest.mark.parametrize(
    "words", ["contracts tobacco", "Tobacco contracts,", "“contracts” tobacco"]
)
def test_with_a_word_of_no_page_the_others_are_found(page: Page, where: str, words: str) -> None:
    look_up(page, where, "contracts")
    every, alone = titles(page), size(page)
    look_up(page, where, words)
    absent = "Tobacco" if "Tobacco" in words else "tobacco"
    assert lacking(page) == f"No page was found with “{absent}”."
    expect(page.locator("#found-size")).to_have_text(f"{alone} pages found with “contracts”")
    assert titles(page) == every
    assert not any(word.startswith("to") for word in marked(page))
    expect(page.locator("[data-facet=kind]")).to_be_visible()
    assert counted(page, "kind") == alone, "the filters count what is shown"
    said = f"No page was found with “{absent}”. {alone} pages found with “contracts”"
    expect(page.locator("#announced")).to_have_text(said)


def test_several_words_of_no_page_are_told_together(page: Page, where: str) -> None:
    look_up(page, where, f"budget {NOWHERE} transparency tobacco")
    assert lacking(page) == f"No page was found with “{NOWHERE}” or “tobacco”."
    expect(page.locator("#found-size")).to_contain_text("found with “budget” and “transparency”")
    assert size(page) == len(titles(page)) > 0
    look_up(page, where, f"{NOWHERE} tobacco")
    assert lacking(page) == f"No page was found with “{NOWHERE}” or “tobacco”."
    expect(page.locator("#found-size")).to_have_text("0 pages found")


def test_a_filter_does_not_make_a_word_one_of_no_page(page: Page, where: str) -> None:
    """What is said of a word holds for the site; filters narrow what is found with it."""
    look_up(page, where, "househol")
    assert size(page) > 0, "the beginning of a word of a commitment"
    look_up(page, where, "househol", "&kind=rule")
    assert (lacking(page), size(page)) == ("", 0)
    look_up(page, where, "contracts tobacco")
    opened(page, "kind")
    label = page.locator("[data-facet=kind] .or-choice", has_text="Commitments")
    number = int(label.locator(".or-count").inner_text())
    label.click()
    expect(page.locator("#found-size")).to_have_text(f"{number} pages found with “contracts”")
    assert lacking(page) == "No page was found with “tobacco”."


@pytest.mark.parametrize("word", ["contracts", "contracted", "Contracting’s"])
def test_other_forms_of_a_word_are_no_other_words(page: Page, where: str, word: str) -> None:
    look_up(page, where, word)
    assert lacking(page) == ""
    assert size(page) > 0
    assert all("contract" in each for each in marked(page))


@pytest.mark.parametrize("beginning", ["contr", "informati", "Open-dat", "transp"])
def test_the_beginning_of_a_word_finds_it(page: Page, where: str, beginning: str) -> None:
    """Somebody may still be typing, and have typed more than the word's other forms share."""
    look_up(page, where, beginning)
    assert lacking(page) == ""
    assert size(page) > 0
    assert any(word.strip("“(").startswith(beginning.lower()) for word in marked(page))


def test_beginnings_that_share_no_page_are_somewhere_all_the_same(page: Page, where: str) -> None:
    for beginning in ("househol", "territo"):
        look_up(page, where, beginning)
        assert size(page) > 0
    look_up(page, where, "househol territo")
    assert (lacking(page), size(page)) == ("", 0)
    expect(page.locator("#announced")).to_have_text("Nothing was found.")


def test_what_was_typed_too_far_is_found_again_when_it_is_taken_back(
    page: Page, where: str
) -> None:
    page.goto(where)
    box = page.locator("#search-q")
    for typed, told in (("contr", ""), ("contry", "“contry”"), ("contract", "")):
        box.fill(typed)
        page.wait_for_url(f"**/?q={typed}")
        expect(page.locator("#found-lacking")).to_have_text(
            f"No page was found with {told}." if told else ""
        )
        expect(page.locator("#found-none")).to_be_visible(visible=bool(told))


def test_words_in_quotes_are_found_as_they_stand_or_not_at_all(page: Page, where: str) -> None:
    look_up(page, where, '"open data charter"')
    assert lacking(page) == ""
    assert size(page) > 0
    look_up(page, where, '"open tobacco"')
    assert lacking(page) == "No page was found with “open tobacco”."
    assert titles(page) == []


def test_signs_around_words_are_no_words(page: Page, where: str) -> None:
    look_up(page, where, "500")
    plain = size(page)
    assert plain > 0
    look_up(page, where, "– $500 & (500)")
    assert (lacking(page), size(page)) == ("", plain)


def test_a_word_that_is_known_is_not_asked_about_again(page: Page, where: str) -> None:
    look_up(page, where, "contracts tobacco")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.locator("#search-q").fill("tobacco contracts")
    page.wait_for_url("**/?q=tobacco+contracts")
    expect(page.locator("#found [aria-busy]")).to_have_count(0)
    assert lacking(page) == "No page was found with “tobacco”."
    assert not any("/pagefind/" in url for url in asked)


@pytest.mark.parametrize("word", ["marchés", "MARCHE", "march", "achète", "achet", "méxic"])
def test_words_with_accents_are_found_with_them_and_without(
    page: Page, where: str, word: str
) -> None:
    look_up(page, where, word)
    assert lacking(page) == ""
    assert size(page) > 0


def test_a_shorter_word_with_accents_is_another_word_too(
    page: Page, where: str, demo: Built
) -> None:
    assert "dès" in words_of(demo)
    look_up(page, where, "marchés desserrés")
    assert lacking(page) == "No page was found with “desserrés”."
    expect(page.locator("#found-size")).to_contain_text("found with “marchés”")
    assert "dès" not in marked(page)


def test_the_sentence_of_missing_words_fits_a_phone(page: Page, where: str) -> None:
    look_up(page, where, f"contracts {NOWHERE * 12}")
    page.evaluate(AXE_SCRIPT)
    show(page, 320, "light")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert violations(page) == []
