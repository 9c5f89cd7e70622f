"""An engine made up for tests: it turns each file of `commitments/` into a page.

Run as a program it is MkDocs with this engine in place of the real one. In the
text of a record, `broken` makes an error and `crash` an exception.
"""

from __future__ import annotations

from html import escape

from mkdocs.__main__ import cli
from openroadmap.commands.build import Publication
from openroadmap.commands.order import Order
from openroadmap.findings import Finding, Level, Place
from openroadmap.mkdocs_plugin import site
from openroadmap.render.page import Page


def assemble(order: Order, pages: object = ()) -> Publication:
    root = order.root
    records = sorted((root / "commitments").rglob("*.yml"))
    pages = [Page("", "home", "en", "Members", "", "<p>The members</p>")]
    findings = []
    for record in records:
        source = record.relative_to(root).as_posix()
        text = record.read_text("utf-8")
        if "crash" in text:
            raise RuntimeError("a fault of ours")
        if "broken" in text:
            place = Place(source, text[: text.index("broken")].count("\n") + 1, 1)
            findings.append(Finding("Y02", Level.ERROR, place, (), "other", {"text": "broken"}))
        pages.append(page_of(source, text))
    listing = "".join(f"{page.address}\n" for page in pages).encode()
    return Publication(tuple(pages), tuple(findings), (("data/pages.txt", listing),))


def page_of(source: str, text: str) -> Page:
    address = source.removeprefix("commitments/").removesuffix(".yml") + "/"
    kind = {0: "home", 1: "member", 2: "plan"}.get(address.count("/"), "commitment")
    title = text.partition("\n")[0].removeprefix("title: ")
    body = f"<h1>{escape(title)}</h1>\n<p>{escape(text)}</p>"
    return Page(address, kind, "en", title, f"About {title}", body, source)


if __name__ == "__main__":
    site.assemble = assemble
    cli()
