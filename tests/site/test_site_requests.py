"""A page asks nobody else for anything, weighs little, and has nothing to complain of."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, Page
from site_build import Built
from site_pages import BRIEF, KINDS, Kind

pytestmark = pytest.mark.browser

FIRST_VIEW, REQUESTS, HTML = 100_000, 10, 60_000
PACKED = 20_000
"""Bytes of any page as it travels, compressed."""
NOTE = """addEventListener('securitypolicyviolation',
  event => console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`))"""
WITHOUT_DATA = {"glossary", "error"}
"""Pages that are not made of records say nothing to programs."""
NOT_THERE = "Failed to load resource: the server responded with a status of 404 (Not Found)"


@dataclass(slots=True)
class Witness:
    """What a page asked for, and what it said."""

    bodies: dict[str, bytes] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)


@pytest.fixture
def fresh(browser: Browser) -> Iterator[tuple[Page, Witness]]:
    """A page that was never here before, and a witness of it."""
    context = browser.new_context()
    page, witness = context.new_page(), Witness()
    page.add_init_script(NOTE)
    page.on("console", lambda message: witness.said.append(message.text))
    page.on("pageerror", lambda error: witness.said.append(str(error)))
    page.on("requestfailed", lambda request: witness.said.append(request.url))
    page.on("request", lambda request: witness.bodies.setdefault(request.url, b""))
    yield page, witness
    context.close()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_first_view_is_light_quiet_and_of_one_origin(
    kind: Kind, fresh: tuple[Page, Witness], address_of: Callable[[Kind], str]
) -> None:
    page, witness = fresh
    address = address_of(kind)
    origin = "/".join(address.split("/")[:3]) + "/"
    page.on("response", lambda got: witness.bodies.update({got.url: got.body()}))
    page.goto(address, wait_until="networkidle")
    assert [url for url in witness.bodies if not url.startswith(origin)] == []
    assert len(witness.bodies) <= REQUESTS
    assert sum(len(gzip.compress(body, 6)) for body in witness.bodies.values()) <= FIRST_VIEW
    assert address in witness.bodies
    expected = [NOT_THERE] if kind.name == "error" else []
    assert witness.said == expected


@pytest.mark.parametrize("kind", BRIEF, ids=lambda kind: kind.name)
def test_a_browser_reads_the_block_of_data_as_json_and_has_nothing_against_it(
    kind: Kind, fresh: tuple[Page, Witness], address_of: Callable[[Kind], str]
) -> None:
    page, witness = fresh
    page.goto(address_of(kind))
    expected = [] if kind.name in WITHOUT_DATA else ["https://schema.org"]
    read = "all => all.map(each => JSON.parse(each.text)['@context'])"
    assert page.locator("script:not([src])").evaluate_all(read) == expected
    assert witness.said == ([NOT_THERE] if kind.name == "error" else [])


def test_a_script_in_the_page_and_a_foreign_picture_are_noticed(
    fresh: tuple[Page, Witness], address_of: Callable[[Kind], str]
) -> None:
    page, witness = fresh
    added = '<script>document.title = "got in"</script><img src="https://example.com/a.png" alt="">'
    address = address_of(KINDS[0])

    def spoil(route) -> None:  # noqa: ANN001
        body = route.fetch().text().replace("</main>", f"{added}</main>")
        route.fulfill(body=body, content_type="text/html")

    page.route(address, spoil)
    page.goto(address)
    assert page.title() != "got in"
    assert any("script-src" in line for line in witness.said)
    assert any("img-src" in line for line in witness.said)


def test_no_page_is_heavy(sites: Mapping[str, Built]) -> None:
    pages = {
        f"{name}: {path.removesuffix('index.html')}": html.encode()
        for name, site in sites.items()
        for path, html in site.pages().items()
    }
    assert len(pages) > 60
    assert {path: len(html) for path, html in pages.items() if len(html) > HTML} == {}
    packed = {path: len(gzip.compress(html, 6)) for path, html in pages.items()}
    assert {path: size for path, size in packed.items() if size > PACKED} == {}
