"""What is new since the last visit is marked in the browser, which keeps the day to itself."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from site_pages import KINDS, Kind

pytestmark = pytest.mark.browser

Address = Callable[[Kind], str]
CHANGES = next(kind for kind in KINDS if kind.name == "changes")
PLAN = Kind("plan", "brackenmouth-example/2025-2027/")
ELSEWHERE = next(kind for kind in KINDS if kind.name == "rule")
SAID, BUTTON, MARKS = ".or-since__said", ".or-since button", ".or-new"
VISITS = "() => Object.entries(localStorage).filter(([key]) => key.includes('visits'))"
KEEP = """visit => {
  const [key] = Object.keys(localStorage).filter(each => each.includes('visits'))
  localStorage.setItem(key, typeof visit === 'string' ? visit : JSON.stringify(visit))
}"""


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport={"width": 1280, "height": 800})
    made.clock.install(time=datetime(2026, 11, 23, 9, tzinfo=UTC))
    yield made
    made.close()


@pytest.fixture
def reader(context: BrowserContext) -> Page:
    return context.new_page()


def millis(day: str) -> float:
    return datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp() * 1000


def kept(page: Page) -> dict[str, object]:
    ((_, value),) = page.evaluate(VISITS)
    return json.loads(value)


def come_back(page: Page, address_of: Address, kind: Kind, visit: object) -> None:
    """Open a page as a reader of whom a browser remembers this visit."""
    page.goto(address_of(CHANGES))
    page.goto(address_of(ELSEWHERE))  # a page that writes nothing of visits
    page.evaluate(KEEP, visit)
    page.goto(address_of(kind))


def test_on_a_first_visit_nothing_is_marked_and_it_is_said_what_is_kept(
    reader: Page, address_of: Address
) -> None:
    reader.goto(address_of(CHANGES))
    expect(reader.locator(SAID)).to_have_text("What is new will be marked on your next visit.")
    expect(reader.locator(".or-since__more")).to_contain_text("in this browser alone")
    assert reader.locator(MARKS).count() == 0
    assert reader.context.cookies() == []


def test_on_a_later_visit_what_is_new_has_a_word_and_is_counted(
    reader: Page, address_of: Address
) -> None:
    come_back(reader, address_of, CHANGES, {"last": millis("2026-11-03T10:00"), "mark": None})
    marked = reader.locator(f"li:has({MARKS})")
    days = marked.evaluate_all("all => all.map(each => each.dataset.since)")
    assert days
    assert min(days) >= "2026-11-03"
    assert {"2026-11-03", "2026-11-10"} <= set(days)
    expect(marked.first.locator(MARKS)).to_have_text("New since 3 November 2026")
    said = f"New here since your visit of 3 November 2026: {len(days)}"
    expect(reader.get_by_role("status")).to_have_text(said)


def test_where_nothing_came_that_is_said(reader: Page, address_of: Address) -> None:
    come_back(reader, address_of, CHANGES, {"last": millis("2026-11-22T10:00"), "mark": None})
    expect(reader.locator(SAID)).to_have_text(
        "Nothing new here since your visit of 22 November 2026."
    )


def test_reading_on_is_one_visit_and_keeps_the_marks(
    context: BrowserContext, reader: Page, address_of: Address
) -> None:
    come_back(reader, address_of, CHANGES, {"last": millis("2026-11-03T10:00"), "mark": None})
    count = reader.locator(MARKS).count()
    other = context.new_page()
    other.goto(address_of(CHANGES))
    context.clock.fast_forward("29:00")
    reader.reload()
    assert reader.locator(MARKS).count() == other.locator(MARKS).count() == count > 0
    assert kept(reader)["mark"] == millis("2026-11-03T10:00")


def test_after_half_an_hour_without_a_page_the_next_visit_begins(
    context: BrowserContext, reader: Page, address_of: Address
) -> None:
    come_back(reader, address_of, CHANGES, {"last": millis("2026-11-03T10:00"), "mark": None})
    context.clock.fast_forward("31:00")
    # Whoever leaves the page only now was still reading it.
    reader.goto(address_of(ELSEWHERE))
    context.clock.fast_forward("31:00")
    reader.goto(address_of(CHANGES))
    assert kept(reader)["mark"] >= millis("2026-11-23T09:00")
    assert reader.locator(MARKS).count() == 0


SHOW = """state => {
  Object.defineProperty(document, 'visibilityState', { value: state, configurable: true })
  document.dispatchEvent(new Event('visibilitychange'))
}"""


def test_coming_back_to_a_page_left_open_begins_the_next_visit(
    context: BrowserContext, reader: Page, address_of: Address
) -> None:
    """The page was open on 20 October, was shown again on 23 November, and is then loaded."""
    come_back(reader, address_of, CHANGES, {"last": millis("2026-10-01T10:00"), "mark": None})
    reader.evaluate(SHOW, "hidden")
    reader.evaluate(KEEP, {"last": millis("2026-10-20T10:00"), "mark": millis("2026-10-01T10:00")})
    reader.evaluate(SHOW, "visible")
    assert kept(reader)["mark"] == millis("2026-10-20T10:00")
    reader.reload()
    expect(reader.locator(MARKS).first).to_have_text("New since 20 October 2026")


def test_looking_away_for_a_moment_is_the_same_visit(
    context: BrowserContext, reader: Page, address_of: Address
) -> None:
    come_back(reader, address_of, CHANGES, {"last": millis("2026-11-03T10:00"), "mark": None})
    context.clock.fast_forward("50:00")
    reader.evaluate(SHOW, "hidden")  # read for long: still one visit
    context.clock.fast_forward("20:00")
    reader.evaluate(SHOW, "visible")
    reader.reload()
    assert kept(reader)["mark"] == millis("2026-11-03T10:00")


@pytest.mark.parametrize(
    "visit",
    ["", "null", "nonsense", "[]", "7", {"last": "x"}, {"last": -1}, {"last": 1e300, "mark": 1}],
)
def test_what_another_program_wrote_there_is_no_visit(
    reader: Page, address_of: Address, visit: object
) -> None:
    come_back(reader, address_of, CHANGES, visit)
    expect(reader.locator(SAID)).to_have_text("What is new will be marked on your next visit.")


def test_a_clock_that_was_set_back_hides_nothing(reader: Page, address_of: Address) -> None:
    visit = {"last": millis("2031-01-01T00:00"), "mark": millis("2030-01-01T00:00")}
    come_back(reader, address_of, CHANGES, visit)
    after = kept(reader)
    assert after["last"] < millis("2026-11-24T00:00")
    assert after["mark"] < millis("2026-11-24T00:00")


def test_forgotten_visits_stay_forgotten_until_the_reader_says_otherwise(
    reader: Page, address_of: Address
) -> None:
    come_back(reader, address_of, CHANGES, {"last": millis("2026-11-03T10:00"), "mark": None})
    reader.locator(BUTTON).click()
    expect(reader.locator(SAID)).to_have_text("Your visits are not remembered.")
    assert reader.locator(MARKS).count() == 0
    reader.reload()
    assert kept(reader) == {"off": True}
    reader.locator(BUTTON, has_text="Remember my visits").click()
    expect(reader.locator(SAID)).to_have_text("What is new will be marked on your next visit.")
    assert set(kept(reader)) == {"last", "mark"}


def test_where_nothing_can_be_kept_nothing_is_offered(
    context: BrowserContext, reader: Page, address_of: Address
) -> None:
    faults: list[str] = []
    reader.on("pageerror", lambda error: faults.append(str(error)))
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('closed') }})"
    )
    reader.goto(address_of(CHANGES))
    assert not reader.locator(BUTTON).is_visible()
    assert reader.locator(SAID).inner_text() == ""
    assert reader.locator("main li.or-news").count() > 10
    assert faults == []


def test_the_overview_of_a_plan_has_a_line_of_it(reader: Page, address_of: Address) -> None:
    come_back(reader, address_of, PLAN, {"last": millis("2026-11-03T10:00"), "mark": None})
    line = reader.locator(".or-since")
    expect(line).to_contain_text("New here since your visit of 3 November 2026: ")
    reader.evaluate("localStorage.clear()")
    reader.reload()
    assert not line.is_visible()


def test_without_javascript_all_changes_are_there_and_no_button(
    browser: Browser, address_of: Address
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address_of(CHANGES))
    assert page.locator("main li.or-news").count() > 10
    assert page.locator("main button:visible").count() == 0
    context.close()


def test_the_overview_counts_as_many_as_the_page_of_changes(
    reader: Page, address_of: Address
) -> None:
    long_ago = {"last": millis("2025-01-01T10:00"), "mark": None}
    changes = Kind("changes", f"{PLAN.address}changes/")
    come_back(reader, address_of, changes, long_ago)
    number = reader.locator(f"li:has({MARKS})").count()
    assert number > 60
    come_back(reader, address_of, PLAN, long_ago)
    expect(reader.locator(".or-since")).to_have_text(
        f"New here since your visit of 1 January 2025: {number}"
    )
