"""Raw HTML in texts.

In: a text. Out: a fault for each kind of HTML tag, comment or declaration in
it. Such a text is safe to publish, because it is shown as typed; it is a fault
because readers then see the tag.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from .faults import TextFault, fault, without_code

_NAMES: Final = frozenset(
    {"a", "abbr", "address", "applet", "area", "article", "aside", "audio", "b", "base", "big"}
    | {"blockquote", "body", "br", "button", "canvas", "center", "cite", "code", "col", "dd", "del"}
    | {"details", "dialog", "div", "dl", "dt", "em", "embed", "fieldset", "figcaption", "figure"}
    | {"font", "footer", "form", "frame", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head"}
    | {"header", "hr", "html", "i", "iframe", "image", "img", "input", "ins", "kbd", "label", "li"}
    | {"link", "main", "map", "mark", "marquee", "math", "meta", "meter", "nav", "noscript"}
    | {
        "object",
        "ol",
        "option",
        "p",
        "param",
        "picture",
        "plaintext",
        "pre",
        "progress",
        "q",
        "s",
        "script",
    }
    | {"section", "select", "small", "source", "span", "strike", "strong", "style", "sub"}
    | {"summary", "sup", "svg", "table", "tbody", "td", "template", "textarea", "tfoot", "th"}
    | {"thead", "time", "title", "tr", "track", "tt", "u", "ul", "var", "video", "xmp"}
)
_TAG = re.compile(
    r"<(?:/?(?P<name>[A-Za-z][A-Za-z0-9]{0,15})(?=[\s/>])|(?P<mark>!--|!\[|!doc|\?))", re.I
)
_CLOSES = re.compile(r"[^<>]{0,1000}[>=]")


def find_html(text: str) -> Iterator[TextFault]:
    """T04, once for each tag's name."""
    readable = without_code(text)
    seen: set[str] = set()
    for match in _TAG.finditer(readable):
        name = (match["name"] or match["mark"]).lower()
        is_html = match["mark"] or (name in _NAMES and _CLOSES.match(readable, match.end()))
        if is_html and name not in seen:
            seen.add(name)
            variant = "tag" if match["name"] else "comment"
            yield fault("T04", variant, text, match.start(), tag=name)
