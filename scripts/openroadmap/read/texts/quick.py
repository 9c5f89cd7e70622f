"""Whether texts are plainly free of faults, at a glance over many of them at once.

In: the texts of many records, then their addresses. Out: False where a closer
look is worth while. Nearly all records hold nothing to find, and looking for the signs
of faults in all their texts together takes a tenth of the time of looking at
each. A sign says only that something may be there; without one, nothing is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from . import check_text
from .caps import find_excess
from .contacts import find_phones
from .links import _SHORT as SHORTENERS
from .placeholders import _LONGEST_WHOLE, _WHOLE, _without_accents

_APART: Final = "\n\n.\n\n"
"""Between two texts: no fault reaches across it."""

# Code in backticks, links, tags, addresses, fields of forms, values still to come.
_MARKS: Final = ("`", "~", "[", "]", "<", "{", "\\", "@", "+", ":/", "TB")
_WORDS: Final = ("xx", "lorem ipsum")
_CLICK: Final = "cli"
_CLICKS: Final = (" tap ", "appuyez ici", "pulse aqu")
"""What forms made with a word processor ask for, all of it after some word for "click"."""
# Six digits or more with at most spaces, brackets, dots and hyphens between them, as every
# telephone number has. On bytes, with the hyphens and spaces of Unicode, this is quickest.
_DIGITS: Final = bytes(ord("0") if chr(code) in "0123456789" else ord("x") for code in range(256))
_SIX: Final = b"000000"
_BETWEEN: Final = " .-()/\u00a0\u2011".encode()
_EDGES: Final = " \t\n.:;!?…()[]{}<>*_-–—#/\\'\"«»"
_LIST_OR_QUOTE: Final = frozenset(">-+*0123456789")
_NESTED = re.compile(r"(?:(?:>|(?:[-+*]|\d{1,9}\.)[ \t])[ \t]*){2}")

_ADDRESS: Final = r"https?://(?:[a-z0-9\-]+\.)+[a-z]{2,}(?:/[\w./\-]*)?"
_ADDRESSES = re.compile(rf"(?:{_ADDRESS}\n)*", re.ASCII)
_LINK = re.compile(rf"\[(?<!!\[)([^\[\]\n]*)\]\(({_ADDRESS})\)", re.ASCII)
_HABITS: Final = (
    *("/login", "/log-in", "/signin", "/sign-in", "/sso", "/wp-admin"),
    *("safelinks.", "urldefense.", "//l.facebook.", "//www.google."),
    *(".local", ".lan", ".internal", ".intranet", ".corp", ".home", ".private"),
    *(f"//{host}" for host in SHORTENERS),
    *(f".{host}" for host in SHORTENERS),
)


def are_clean_texts(texts: Iterable[str]) -> bool:
    """Whether ``check_text`` finds nothing in any of the texts."""
    each: Iterable[str] = set(texts)  # names and roles come again and again
    together = _APART.join(each)
    low = together.lower()
    if _has_sign(low, _WORDS) or (_CLICK in low and _has_sign(low, _CLICKS)):
        return False
    if _may_stand_alone(each):
        return False
    if _SIX in together.encode().translate(_DIGITS, _BETWEEN) and any(find_phones(together)):
        return False
    unusual = [text for text in each if "\n" in text or text[:1] in _LIST_OR_QUOTE]
    if any(map(_may_exceed, unusual)):
        return False
    links: list[str] = []
    if "](" in together:
        each = [_without_links(text, links) if "](" in text else text for text in each]
        together = _APART.join(each)
    signs = tuple(sign for sign in _MARKS if sign in together)
    if signs and any(_has_fault(text) for text in each if _has_sign(text, signs)):
        return False
    return are_clean_addresses(links)


def _without_links(text: str, links: list[str]) -> str:
    """The text without the addresses of its plain links, which are added to the others.

    A link's words stay in brackets, by which a placeholder among other words is known.
    """

    def words(link: re.Match[str]) -> str:
        links.append(link[2])
        return f"({link[1]})"

    return _LINK.sub(words, text)


def _has_sign(text: str, signs: tuple[str, ...]) -> bool:
    for sign in signs:  # noqa: SIM110 - a loop is twice as quick as any() here
        if sign in text:
            return True
    return False


def _may_exceed(text: str) -> bool:
    """Whether a text is too long, too deep or too crowded; one plain line cannot be."""
    return ("\n" in text or bool(_NESTED.match(text))) and find_excess(text) is not None


def _has_fault(text: str) -> bool:
    for _ in check_text(text, prose=True):
        return True
    return False


def are_clean_addresses(urls: Iterable[str]) -> bool:
    """Whether ``check_url`` plainly finds nothing in any of the addresses."""
    together = "\n".join((*urls, ""))
    if not _ADDRESSES.fullmatch(together):
        return False
    return not _has_sign(together.lower(), _HABITS)


def _may_stand_alone(texts: Iterable[str]) -> bool:
    """Whether one of the texts may be nothing but a placeholder."""
    short = (text for text in texts if len(text) <= _LONGEST_WHOLE)
    words = {text.strip(_EDGES).lower() for text in short}
    words |= {_without_accents(each) for each in words if not each.isascii()}
    return "" in words or not _WHOLE.isdisjoint(words)
