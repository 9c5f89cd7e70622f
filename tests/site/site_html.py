"""What a page must hold to that a parser does not check: a parsed page in, its faults out.

Each check is a function from a document to sentences, and CHECKS lists them all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from xml.etree.ElementTree import Element

import html5lib

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
OF_BLOCKS = {
    *HEADINGS, "address", "article", "aside", "blockquote", "div", "dl", "fieldset", "figure",
    "footer", "form", "header", "hr", "main", "nav", "ol", "p", "pre", "section", "table", "ul",
}  # fmt: skip
OF_TEXT = {
    *HEADINGS, "p", "span", "sup", "sub", "strong", "em", "b", "i", "code", "button", "label",
    "dt", "abbr", "small", "cite", "time", "pre", "figcaption", "summary",
} - {"dt", "figcaption"}  # fmt: skip
OPERATED = {"button", "details", "embed", "iframe", "input", "label", "select", "textarea"}
IDREFS = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "headers")
OBSOLETE = {
    "align", "alink", "background", "bgcolor", "border", "cellpadding", "cellspacing", "clear",
    "compact", "frameborder", "hspace", "language", "link", "longdesc", "marginheight",
    "nowrap", "noshade", "rules", "summary", "valign", "vlink", "vspace",
}  # fmt: skip
GONE = {"acronym", "applet", "basefont", "big", "center", "dir", "font", "frame", "marquee", "tt"}
PARTS = {"ul": {"li"}, "ol": {"li"}, "dl": {"dt", "dd", "div"}, "tr": {"th", "td"}}
FILLED_IN = {"text", "search", "email", "url", "select", "textarea", "form"}


def parse(html: str) -> tuple[Element, list[str]]:
    """The document, and what the parser had to put right."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    document = parser.parse(html)
    return document, [f"line {place[0]}: {code}" for place, code, _ in parser.errors]


def named(document: Element) -> Iterator[tuple[Element, str]]:
    """Every element but those of drawings, which have names of their own."""
    for child in document:
        if isinstance(child.tag, str):
            yield child, child.tag
            if not child.tag.endswith("svg"):
                yield from named(child)


def text_of(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def ids(document: Element) -> Iterator[str]:
    count = Counter(each.get("id") for each in document.iter() if each.get("id") is not None)
    yield from (f"id {name!r} is given {n} times" for name, n in count.items() if n > 1)
    yield from (f"id {name!r} is not one word" for name in count if len(str(name).split()) != 1)


def references(document: Element) -> Iterator[str]:
    known = {each.get("id") for each in document.iter()}
    for element, tag in named(document):
        wanted = [name for key in IDREFS for name in element.get(key, "").split()]
        if (element.get("href") or "").startswith("#"):
            wanted.append(element.get("href", "")[1:])
        yield from (f"{tag} refers to {name!r}" for name in wanted if name not in known)


def outline(document: Element) -> Iterator[str]:
    levels = [int(tag[1]) for _, tag in named(document) if tag in HEADINGS]
    if levels[:1] != [1] or levels.count(1) != 1:
        yield f"headings {levels[:4]}… are not one h1 and then the rest"
    for above, below in pairwise(levels):
        if below > above + 1:
            yield f"h{below} comes after h{above}"
    if sum(tag == "main" or e.get("role") == "main" for e, tag in named(document)) != 1:
        yield "there is not exactly one main part"


def names(document: Element) -> Iterator[str]:
    for element, tag in named(document):
        label = element.get("aria-label") or element.get("aria-labelledby") or text_of(element)
        pictures = any(image.get("alt") for image in element.iter("img"))
        if tag in {"a", "button", *HEADINGS, "th", "title", "summary"} and not (label or pictures):
            yield f"{tag} says nothing"
        if tag == "img" and element.get("alt") is None:
            yield f"{element.get('src')} has no alt"
        if tag == "html" and not element.get("lang"):
            yield "the page does not say its language"


def nesting(document: Element) -> Iterator[str]:
    for element, tag in named(document):
        inside = [child for _, child in named(element)]
        if tag in {"a", "button"}:
            yield from (f"{child} in {tag}" for child in inside if child in {*OPERATED, "a"})
        if tag in OF_TEXT:
            yield from (f"{child} in {tag}" for child in inside if child in OF_BLOCKS)
        allowed = PARTS.get(tag)
        if allowed:
            yield from (f"{c.tag} in {tag}" for c in element if c.tag not in allowed)
            if (element.text or "").strip():
                yield f"text of its own in {tag}"


def attributes(document: Element) -> Iterator[str]:
    for element, tag in named(document):
        given = set(element.attrib)
        if tag in GONE:
            yield f"{tag} is obsolete"
        yield from (f"{tag} {key} is obsolete" for key in sorted(given & OBSOLETE))
        if tag in {"td", "th", "table", "tr", "pre", "hr"} and given & {"width", "height"}:
            yield f"{tag} has a width or height"
        if tag == "a" and "name" in given:
            yield "a name is obsolete"
        if "autocomplete" in given and element.get("type", tag) not in FILLED_IN:
            yield f"{element.get('type', tag)} has autocomplete"
        if tag == "button" and element.get("type") not in {"button", "submit", "reset"}:
            yield "button has no type"
        if tag == "th" and element.get("scope") not in {"row", "col", "rowgroup", "colgroup"}:
            yield f"th {text_of(element)!r} has no scope"
        if tag in {"a", "link"} and not (element.get("href") or "").strip():
            yield f"{tag} leads nowhere"
        if element.get("tabindex", "0") not in {"0", "-1"}:
            yield f"{tag} has tabindex {element.get('tabindex')}"


CHECKS: tuple[Callable[[Element], Iterator[str]], ...] = (
    ids, references, outline, names, nesting, attributes,
)  # fmt: skip


def faults_of(html: str) -> list[str]:
    document, errors = parse(html)
    return [*errors, *(fault for check in CHECKS for fault in check(document))]
