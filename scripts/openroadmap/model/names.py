"""Names and addresses that work everywhere: a name or an address comes in, what it is goes out."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

MAX_NAME: Final = 80
"""Characters of a file's or folder's name: with the folders above it, a path must fit into 260."""

SHORT_NAME: Final = 40
"""Characters of a name that is good to read in an address."""

SCHEMES: Final = frozenset({"http", "https", "mailto"})
"""What an address that a public page opens may begin with."""

TAKEN: Final = {
    "member": frozenset({
        *("assets", "calendar", "changes", "data", "explore", "feeds", "progress", "rules"),
        *("search", "standards"),
        *("en", "es", "fr"),
    }),
    "commitment": frozenset({"changes", "contributions", "meetings", "progress", "standards"}),
}  # fmt: skip
"""Ids whose address the site needs for a page of its own, by the kind of record."""

_DEVICE = re.compile(r"con|prn|aux|nul|com[1-9]|lpt[1-9]", re.IGNORECASE)
_NO_ID = re.compile(r"[^a-z0-9]+")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*):")
_ON_SITE = re.compile(r"(?!//)[\w/.?#%~-]")
_ENDS_ADDRESS = re.compile(r'[<>"`]')


def is_device(name: str) -> bool:
    """Whether Windows keeps the name for a device: nobody there could take such a file from git."""
    return _DEVICE.fullmatch(name) is not None


def scheme_of(address: str) -> str:
    """The scheme that an address begins with, in small letters, or ""."""
    found = _SCHEME.match(address)
    return found[1].lower() if found else ""


def nearest_id(text: str) -> str:
    """The id nearest to a text: small letters, digits and hyphens; "" where nothing can stay."""
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return _NO_ID.sub("-", letters).strip("-")


def shorter(id: str) -> str:
    """An id cut after the words that fit into a short name."""
    return id if len(id) <= SHORT_NAME else id[:SHORT_NAME].rpartition("-")[0] or id[:SHORT_NAME]


def is_whole(address: str) -> bool:
    """Whether an address is in one piece: no sign in it that ends every address."""
    return _ENDS_ADDRESS.search(address) is None


def stays_here(address: str) -> bool:
    """Whether an address is one of this site: a path or an anchor, without scheme and host."""
    return _ON_SITE.match(address) is not None and not scheme_of(address) and is_whole(address)
