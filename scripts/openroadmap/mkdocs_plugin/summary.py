"""What a terminal says at the end of a build: a site and its settings come in, lines go out."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from openroadmap.findings import Finding, Level, sort_key
from openroadmap.mkdocs_plugin.telling import tell_line
from openroadmap.mkdocs_plugin.words import translator_of
from openroadmap.read.settings import FILE

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from openroadmap.mkdocs_plugin.site import Site

MOST = 20
"""More errors than this are only counted."""

_PLACEHOLDER = "example.org"


def errors_in_lines(found: Iterable[Finding], lang: str) -> Iterator[str]:
    """A line for each error, as long as they are few."""
    errors = sorted(found, key=sort_key)
    for finding in errors[:MOST]:
        yield tell_line(finding, lang)
    if len(errors) > MOST:
        words = translator_of(lang)
        yield words.ngettext(
            "{n} more is listed by: openroadmap check",
            "{n} more are listed by: openroadmap check",
            len(errors) - MOST,
        )


def numbers(site: Site, lang: str) -> str:
    """"0 errors, 165 warnings"."""
    words = translator_of(lang)
    warnings = sum(one.level is Level.WARNING for one in site.findings)
    return ", ".join((
        words.ngettext("{n} error", "{n} errors", len(site.errors)),
        words.ngettext("{n} warning", "{n} warnings", warnings),
    ))


def written(site: Site, folder: Path, lang: str) -> str:
    """The last line of a build: where the site is, and how it stands with the checks."""
    below = Path(os.path.relpath(folder))
    if ".." in below.parts:
        below = folder  # elsewhere: the whole way is easier to follow
    return translator_of(lang).gettext(
        "Site written to {folder}/: {numbers}. Open {page}.",
        folder=below.as_posix(),
        numbers=numbers(site, lang),
        page=(below / "index.html").as_posix(),
    )


def searched(pages: int, seconds: float | None, lang: str) -> str:
    """What became of the index of the search; ``seconds`` is None where an earlier one serves."""
    words = translator_of(lang)
    if seconds is None:
        return words.gettext("Search: nothing changed, the last index serves.")
    return words.ngettext(
        "Search: {n} page indexed in {seconds} s.",
        "Search: {n} pages indexed in {seconds} s.",
        pages,
        seconds=f"{seconds:.1f}",
    )


def without_search(reason: str, lang: str) -> str:
    """That the site has no search this time, and why."""
    return translator_of(lang).gettext(
        "The search was left out; everything else is published. Reason: {reason}", reason=reason
    )


def still_to_set(config: MkDocsConfig) -> str:
    """A line that names the addresses which are missing or those of the example, or ""."""
    if not config.site_url:
        return translator_of(config.theme["language"]).gettext(
            "site_url is not set in {file}. Without it feeds and calendars cannot say where they "
            "are from, and their ids stand for no site: set it before you publish.",
            file=FILE,
        )
    addresses = {"site_url": config.site_url or "", "repo_url": config.repo_url or ""}
    names = [name for name, url in addresses.items() if _is_placeholder(url)]
    if not names:
        return ""
    words = translator_of(config.theme["language"])
    return words.ngettext(
        "{names} in {file} is still an address of {host}: set it before you publish.",
        "{names} in {file} are still addresses of {host}: set both before you publish.",
        len(names),
        names=", ".join(names),
        file=FILE,
        host=_PLACEHOLDER,
    )


def no_contact(contact: str, lang: str) -> str:
    """A line that says what is missing where nobody can be told of a weakness, or ""."""
    if contact:
        return ""
    return translator_of(lang).gettext(
        "There is no security.txt: set security_contact in {file}, below plugins: openroadmap.",
        file=FILE,
    )


def _is_placeholder(url: str) -> bool:
    host = urlsplit(url).hostname or ""
    return host == _PLACEHOLDER or host.endswith(f".{_PLACEHOLDER}")
