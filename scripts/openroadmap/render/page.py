"""What the renderer hands to the publisher: one public page, its body already safe HTML."""

from __future__ import annotations

from typing import Protocol

from openroadmap.immutable import immutable

SHARED = frozenset({"home", "data"})
"""Kinds of page with two authors: the editor's words in ``content/`` come first, ours below."""


class Lazy(Protocol):
    """A text that is fetched when it is used."""

    def __str__(self) -> str: ...
    def __bytes__(self) -> bytes: ...


@immutable
class Page:
    """One generated page of the site, without its frame.

    ``address`` is the path from the site's root with a trailing slash
    ("ontario/2017/ont0001/"; "" is the home page). ``title`` and
    ``description`` are plain text, not escaped. ``body`` is escaped HTML, or
    something that gives it as ``str()`` or ``bytes()`` and need not be in memory until then.
    ``source`` is the record's file from the repository root ("" when the page
    has no single record). ``kind`` names the view: "home", "member", "plan",
    "commitment", "rules", "rule", "unreadable", "standards", "standards-table",
    "standards-rule", "explore", "search", "progress", "progress-site", "changes",
    "changes-year", "feeds", "dictionary", "dictionary-table".
    """

    address: str
    kind: str
    lang: str
    title: str
    description: str
    body: str | Lazy
    source: str = ""
