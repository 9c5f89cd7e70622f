"""The sanitiser: what may stand in HTML that was made from a contributor's text.

In: any HTML, hostile or not. Out: HTML with only the tags, attributes and URL
schemes listed here; no class, id, style, handler, comment, drawing or form. It
does not rely on the Markdown parser having been careful before it.
"""

from __future__ import annotations

import re
from typing import Final

import nh3

from openroadmap.model.names import SCHEMES, is_whole, scheme_of, stays_here

TAGS: Final = frozenset(
    {"p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "code"}
    | {"ul", "ol", "li", "dl", "dt", "dd", "em", "strong", "a", "img"}
    | {"table", "thead", "tbody", "tr", "th", "td"}
)
# "*" is named so that the cleaner's own list for every tag (lang, title) does not apply.
ATTRIBUTES: Final = {"*": set[str](), "a": {"href"}, "img": {"src", "alt"}, "ol": {"start"}}
ALIGNMENTS: Final = frozenset({"left", "center", "right"})

# Elements whose content is not text for readers: it goes with the tag.
_DROPPED_WHOLE: Final = frozenset(
    {"script", "style", "iframe", "object", "embed", "svg", "math", "template", "noscript"}
    | {"noembed", "noframes", "textarea", "select", "title", "xmp", "plaintext", "audio"}
    | {"video", "canvas", "applet", "frameset"}
)

# Browsers skip these when they read a URL, so we skip them too before looking at it.
_SKIPPED = re.compile(r"[\x00-\x20\x7f]+")
_LIST_NUMBER = re.compile(r"[0-9]{1,5}")


def is_local(url: str) -> bool:
    """Whether the URL stays on this site: no scheme and no host, however it is disguised."""
    return stays_here(_as_browsers_read(url))


def _may_be_linked(url: str) -> bool:
    """A page of this site, or an allowed scheme; not ``//host``, which looks like a path."""
    bare = _as_browsers_read(url)
    scheme = scheme_of(bare)
    return scheme in SCHEMES and is_whole(bare) if scheme else stays_here(bare)


def _as_browsers_read(url: str) -> str:
    return _SKIPPED.sub("", url).replace("\\", "/")


def _keep_attribute(_tag: str, name: str, value: str) -> str | None:
    """The last word on an attribute that the lists allow: its value, or None to drop it."""
    match name:
        case "src":
            # A picture from elsewhere would tell its host who reads this page.
            return value if is_local(value) else None
        case "href":
            return value if _may_be_linked(value) else None
        case "start":
            return value if _LIST_NUMBER.fullmatch(value) else None
    return value


_CLEANER = nh3.Cleaner(
    tags=set(TAGS),
    attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
    tag_attribute_values={tag: {"align": set(ALIGNMENTS)} for tag in ("th", "td")},
    attribute_filter=_keep_attribute,
    clean_content_tags=set(_DROPPED_WHOLE),
    url_schemes=set(SCHEMES),
    strip_comments=True,
    link_rel=None,  # added afterwards, and to links that leave the site only
)


def clean(html: str) -> str:
    """The same HTML with only what is allowed.

    The output is canonical: in text ``<``, ``>`` and ``&`` are escaped, in
    attribute values the double quote too, so that later steps may rely on a
    ``<`` being the start of a tag.
    """
    return _CLEANER.clean(html)
