"""A page in a browser that was never there: what it complains of fails the test.

What the page announces to screen readers is noted, in order, as ``window.spoken``.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page
from test_site_requests import NOTE

SPY = """const spoken = window.spoken = []
addEventListener('DOMContentLoaded', () => {
  const region = document.getElementById('announced')
  const note = () => spoken.push(region.textContent)
  if (region) new MutationObserver(note).observe(region, {childList: true})
})"""


@contextmanager
def first_visit(browser: Browser, *, loses_files: bool = False) -> Iterator[Page]:
    """A page; with ``loses_files``, the browser may say on its console what did not come."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.set_default_timeout(10_000)
    said: list[str] = []
    page.add_init_script(NOTE)
    page.add_init_script(SPY)
    if not loses_files:
        page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    yield page
    context.close()
    assert said == []
