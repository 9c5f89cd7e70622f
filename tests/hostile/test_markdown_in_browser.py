"""What hostile Markdown does in a real browser, layer by layer, each layer on its own.

Cleaning alone, on a page without any policy, must stop everything. The site's policy
alone, on pages that were not cleaned, stops what `outcomes.toml` says, no more and no
less: the file records honestly what a policy cannot stop. Rendered with neither, the
corpus must still bite, or these tests would prove nothing.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hostile_markdown import CORPUS, FOLDER, GROUPS, HostileText, trusting
from openroadmap.mkdocs_plugin.policy import content_policy
from openroadmap.render.html import LINKED, data_block
from openroadmap.render.prose import markdown_to_html
from openroadmap.render.sanitise import clean
from playwright.sync_api import Page, Request, Route, sync_playwright

pytestmark = pytest.mark.browser

SITE = "https://site.example"
START = f"{SITE}/member/plan/"
FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
)

# Payloads call hit(). A frame has a window of its own, which tells the page's.
COUNT_HITS = "window.hits = 0; window.hit = () => { (window.top || window).hits += 1 }"

# Stands for a theme's own scripts: they trust what stands in the page under their names.
THEME = """
for (const element of document.querySelectorAll(".mermaid")) {
  document.head.append(Object.assign(document.createElement("script"),
    { src: "https://foreign.example/mermaid.js" }));
}
const config = document.getElementById("__config");
if (config) {
  let base = "";
  try { base = JSON.parse(config.textContent).base } catch { base = "" }
  if (base) {
    document.head.append(Object.assign(document.createElement("script"), { src: base + "/x.js" }));
  }
}
"""
# Press what can be pressed, except links that openly lead to another page, and set off
# each handler that is written down anywhere, open shadow trees included.
PROVOKE = """() => {
  const trees = [document];
  for (const tree of trees) {
    for (const element of tree.querySelectorAll("*")) {
      if (element.shadowRoot) trees.push(element.shadowRoot);
      for (const { name } of [...element.attributes]) {
        if (name.startsWith("on")) element.dispatchEvent(new Event(name.slice(2)));
      }
      const way = element.getAttribute("href") || element.getAttribute("xlink:href") || "";
      if (way && !/^(https?:|mailto:|[/.])/i.test(way)) {
        element.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
      }
      if (element.matches("button, [type=submit], summary")) element.click();
    }
  }
  return new Promise((done) => setTimeout(done, 20));
}"""


@dataclass(slots=True)
class Visit:
    """What happened while a page was open."""

    script: bool = False
    requests: list[str] = field(default_factory=list)
    ways: list[str] = field(default_factory=list)

    @property
    def outcome(self) -> str:
        """The gravest thing that happened."""
        if self.script:
            return "script"
        if self.ways:
            return "navigation"
        return "request" if self.requests else "nothing"


class Browser:
    """One tab, with a network in which only the site exists and every request is written down."""

    def __init__(self, tab: Page) -> None:
        self.tab = tab
        self.document = ""
        self.visit = Visit()
        tab.add_init_script(COUNT_HITS)
        tab.route("**/*", self._answer)

    def open(self, body: str, policy: str = "") -> Visit:
        self.visit = Visit()
        self.document = page_with(body, policy)
        self.tab.goto(START, wait_until="load")
        self.tab.evaluate(PROVOKE)
        self.visit.script = bool(self.tab.evaluate("window.hits"))
        return self.visit

    def _answer(self, route: Route, request: Request) -> None:
        if self.document and request.url == START:
            document, self.document = self.document, ""
            route.fulfill(body=document, content_type="text/html; charset=utf-8")
        elif request.url == f"{SITE}/theme.js":
            route.fulfill(body=THEME, content_type="text/javascript")
        else:
            leaves = request.is_navigation_request() and request.frame == self.tab.main_frame
            if urlsplit(request.url).netloc != urlsplit(SITE).netloc:
                (self.visit.ways if leaves else self.visit.requests).append(request.url)
            # "No content" leaves the page where it is, so that it can be asked what happened.
            route.fulfill(status=204 if leaves else 404, body="")


def page_with(body: str, policy: str) -> str:
    meta = f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">'
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8">{meta if policy else ""}'
        f'<title>Page</title><script src="/theme.js" defer></script></head>'
        f"<body><main>{body}</main></body></html>"
    )


@pytest.fixture(scope="module")
def browser(chromium_path: Path) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=str(chromium_path), args=[*FLAGS])
        yield Browser(chromium.new_page())
        chromium.close()


OUTCOMES: dict[str, dict[str, str]] = tomllib.loads((FOLDER / "outcomes.toml").read_text("utf-8"))

BITING = [hostile for hostile in CORPUS if hostile.name in OUTCOMES["bare"]]

OUR_WAYS: dict[str, Callable[[str], str]] = {
    "as a record's text": lambda text: markdown_to_html(text),
    "as a page": lambda text: markdown_to_html(text, page=True),
    "rendered without care, then cleaned": lambda text: clean(trusting(text)),
    "as data for programs": lambda text: data_block({"name": text}),
}

READ_DATA = """() => ({
  data: [...document.querySelectorAll("script:not([src])")].map(each => JSON.parse(each.text)),
  after: Boolean(document.querySelector("main > #after")),
})"""


@pytest.mark.parametrize("group", GROUPS)
@pytest.mark.parametrize("way", OUR_WAYS)
def test_cleaning_alone_stops_everything(browser: Browser, group: str, way: str) -> None:
    texts = [hostile.text for hostile in CORPUS if hostile.group == group]
    body = "".join(f"<section>{OUR_WAYS[way](text)}</section>" for text in texts)
    visit = browser.open(body)
    assert (visit.script, visit.requests, visit.ways) == (False, [], [])


@pytest.mark.parametrize("group", GROUPS)
def test_data_for_programs_are_read_as_they_were_and_end_where_they_end(
    browser: Browser, group: str
) -> None:
    """Each block ends before the next: else there would be fewer, or other data in them."""
    data = [{"name": hostile.text} for hostile in CORPUS if hostile.group == group]
    browser.open(f'{"".join(map(data_block, data))}<p id="after"></p>')
    assert browser.tab.evaluate(READ_DATA) == {"data": data, "after": True}


def test_data_that_are_written_without_care_let_a_script_run_or_swallow_the_page(
    browser: Browser,
) -> None:
    texts = {each.name: f'<script type="{LINKED}">{json.dumps(each.text)}</script>'
             for each in CORPUS}  # fmt: skip
    assert browser.open(texts["09-raw-html/data-block-end"]).script
    browser.open(f'{texts["09-raw-html/data-block-swallow"]}<p id="after"></p>')
    assert browser.tab.locator("#after").count() == 0


@pytest.mark.parametrize("hostile", CORPUS, ids=lambda hostile: hostile.name)
def test_the_policy_alone_stops_what_is_written_down(
    browser: Browser, hostile: HostileText
) -> None:
    visit = browser.open(trusting(hostile.text), content_policy(serving=False))
    assert visit.outcome == OUTCOMES["policy"].get(hostile.name, "nothing")


@pytest.mark.parametrize("hostile", BITING, ids=lambda hostile: hostile.name)
def test_the_corpus_bites_where_nothing_protects(browser: Browser, hostile: HostileText) -> None:
    visit = browser.open(trusting(hostile.text))
    assert visit.outcome == OUTCOMES["bare"][hostile.name]


def test_the_policy_lets_no_script_run_and_nothing_be_fetched() -> None:
    assert set(OUTCOMES["policy"].values()) <= {"navigation"}


def test_outcomes_are_told_of_files_that_exist() -> None:
    told = {name for outcomes in OUTCOMES.values() for name in outcomes}
    assert told <= {hostile.name for hostile in CORPUS}
