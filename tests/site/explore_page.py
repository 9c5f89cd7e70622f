"""The page of all commitments, as tests look at it."""

from __future__ import annotations

import json
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, Route
from site_build import Built
from site_pages import Kind

EXPLORE = Kind("explore", "explore/")
INDEX = "**/explore/index.json*"
HOSTILE = '<img src=x onerror="document.title=\'got in\'"><script>document.title="got in"</script>'


def data(site: Built) -> dict[str, list]:
    return json.loads((site.folder / "explore/index.json").read_text("utf-8"))["commitments"]


def real(site: Built) -> int:
    """How many commitments there are without the invented ones."""
    index = json.loads((site.folder / "explore/index.json").read_text("utf-8"))
    examples = [index["members"][member][2] for member, *_ in index["plans"]]
    return sum(not examples[plan] for plan in index["commitments"]["plan"])


def opened(page: Page, facet: str) -> None:
    page.locator(f"[data-facet={facet}] > summary").click()


def titles(page: Page) -> list[str]:
    return page.locator("#found .or-found-list a").all_inner_texts()


def asked(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def many(route: Route) -> None:
    """The index, with each commitment three times, and the first one hostile."""
    index = route.fetch().json()
    columns = index["commitments"]
    for name in columns:
        columns[name] = columns[name] * 3
    columns["title"][0] = HOSTILE
    columns["words"][0] = HOSTILE
    index["institutions"] = [HOSTILE] * len(index["institutions"])
    index["members"] = [[id, HOSTILE, 1] for id, _, _ in index["members"]]
    route.fulfill(json=index)
