"""The site's settings, `mkdocs.yml`: which keys an OpenRoadmap site may set.

In come the file's bytes; out come findings. MkDocs runs Python named in this
file (hooks, plugins, tags), so whatever is not known here to be harmless is
refused before MkDocs gets to see it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from openroadmap.findings import DataPath, Finding, Level, Place
from openroadmap.immutable import immutable
from openroadmap.read.yaml import YamlFile, read_yaml

FILE = "mkdocs.yml"
PLUGIN = "openroadmap"

KEYS = frozenset({
    "site_name", "site_url", "site_description", "site_author",
    "repo_url", "repo_name",
    "docs_dir", "site_dir", "dev_addr", "strict", "copyright",
    "theme", "plugins", "nav", "extra", "markdown_extensions",
})  # fmt: skip
THEME_KEYS = frozenset({"name", "language", "custom_dir", "font"})
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", re.ASCII)
_HOST_PORT = re.compile(r"(?:[\w.-]+|\[[0-9a-fA-F:]+\]):\d{1,5}")
UNUSED = frozenset({"edit_uri", "remote_branch", "remote_name"})
"""Settings of MkDocs that the plugin's options ``forge`` and ``branch`` stand for."""
PLUGIN_KEYS = frozenset({
    *("fast", "as_of", "licence", "licence_url", "forge", "branch", "security_contact", "pdf"),
    "search",
})
PAPERS = frozenset({"a4", "letter"})
FORGES = frozenset({"github", "gitlab", "forgejo"})
_NO = frozenset({"false", "False", "no", "off"})
_SWITCH = frozenset({"true", "True", "yes", "on", *_NO})
FORMS: Mapping[str, Callable[[object], bool]] = {
    **dict.fromkeys(
        ("site_name", "site_description", "site_author", "repo_name", "copyright"),
        lambda value: isinstance(value, str),
    ),
    "extra": lambda value: isinstance(value, dict),
    "markdown_extensions": lambda value: isinstance(value, list | dict),
    "strict": lambda value: isinstance(value, str) and value in _SWITCH,
    "dev_addr": lambda value: isinstance(value, str) and bool(_HOST_PORT.fullmatch(value)),
}
"""What MkDocs would stop at, said with the place in the file."""
ADDRESSES = ("site_url", "repo_url")
EXTENSIONS = frozenset({"tables", "toc", "def_list", "fenced_code", "footnotes", "abbr"})
"""Extensions of Markdown that may be named; OpenRoadmap decides itself which are used."""


@immutable
class Settings:
    """``nav`` is the menu as it was written, of any form; ``search`` is whether there is one.

    ``said`` is all that the file says, or None where there is none that can be read.
    """

    nav: object
    findings: tuple[Finding, ...]
    search: bool = True
    said: Mapping[str, object] | None = None


def read_settings(root: Path) -> Settings:
    """The settings of the project in a folder, and what is wrong with them."""
    try:
        raw = (root / FILE).read_bytes()
    except FileNotFoundError:
        return _lost("F09", "missing", "site_name")
    except OSError:
        return _lost("F03", "unreadable", FILE)
    parsed = read_yaml(raw, FILE)
    known = parsed.data or {}
    found, searches = _findings(parsed, FILE), _searches(known.get("plugins"))
    return Settings(known.get("nav"), found, searches, parsed.data)


def _lost(rule: str, variant: str, name: str) -> Settings:
    finding = Finding(rule, Level.ERROR, Place(FILE), (), variant, {"name": name})
    return Settings(None, (finding,))


def check_settings(raw: bytes, file: str = FILE) -> tuple[Finding, ...]:
    """Findings about the settings; empty when the site may be built with them."""
    return _findings(read_yaml(raw, file), file)


def _findings(parsed: YamlFile, file: str) -> tuple[Finding, ...]:
    if parsed.data is None:
        return parsed.findings
    found = [_finding(parsed, file, *problem) for problem in _problems(parsed.data)]
    return (*parsed.findings, *found)


Problem = tuple[str, DataPath, str]
"""Variant, place in the data, and the name that is refused."""


def _problems(data: dict[str, object]) -> Iterator[Problem]:
    for key in data:
        if key not in KEYS:
            yield "unused" if key in UNUSED else "key", (key,), key
    if not data.get("site_name"):
        yield "site-name", (), "site_name"
    if data.get("docs_dir") != "content":
        yield "docs-dir", ("docs_dir",), "docs_dir"
    for key in data.keys() & FORMS.keys():
        if data[key] is not None and not FORMS[key](data[key]):
            yield "form", (key,), key
    for key in ADDRESSES:
        if data.get(key) and not _is_address(data[key]):
            yield "address", (key,), str(data[key])
    yield from _theme(data.get("theme"))
    yield from _plugins(data.get("plugins"))
    if "nav" in data and not _is_nav(data["nav"]):
        yield "nav-form", ("nav",), "nav"
    yield from _named(data.get("markdown_extensions"), "markdown_extensions", "extension")


def _theme(theme: object) -> Iterator[Problem]:
    values = theme if isinstance(theme, dict) else {"name": theme}
    if values.get("name") != "material":
        yield "theme", ("theme",), str(values.get("name") or "")
    for key in values:
        if key not in THEME_KEYS:
            yield "theme-key", ("theme", key), key


def _plugins(plugins: object) -> Iterator[Problem]:
    named = list(_entries(plugins))
    if PLUGIN not in (name for name, _, _ in named):
        yield "plugin-missing", ("plugins",), PLUGIN
    for name, path, options in named:
        if name != PLUGIN:
            yield "plugin", path, name
        elif isinstance(options, dict):
            for key in options:
                if key not in PLUGIN_KEYS:
                    yield "plugin-key", (*path, name, key), key
            if "forge" in options and str(options["forge"]) not in FORGES:
                yield "forge", (*path, name, "forge"), str(options["forge"] or "")
            contact = options.get("security_contact")
            if contact and not _is_contact(contact):
                yield "contact", (*path, name, "security_contact"), str(contact)
            if "pdf" in options and str(options["pdf"]) not in PAPERS:
                yield "pdf", (*path, name, "pdf"), str(options["pdf"] or "")
            if options.get("as_of") and not _is_day(options["as_of"]):
                yield "as-of", (*path, name, "as_of"), str(options["as_of"])


def _searches(plugins: object) -> bool:
    """Whether the site has a search: it has, unless the option of that name says no."""
    said = [each for name, _, each in _entries(plugins) if name == PLUGIN]
    return not any(isinstance(each, dict) and str(each.get("search")) in _NO for each in said)


def _is_address(value: object) -> bool:
    try:
        parts = urlsplit(value) if isinstance(value, str) else None
    except ValueError:
        return False
    return bool(parts and parts.scheme in ("http", "https") and parts.netloc)


def _is_contact(value: object) -> bool:
    """An e-mail address, or the address of a page that is read in safety."""
    if not isinstance(value, str) or not re.fullmatch(r"[!-~]+", value):
        return False
    return bool(_MAIL.fullmatch(value)) or (value.startswith("https://") and _is_address(value))


def _is_day(value: object) -> bool:
    try:
        return isinstance(value, str) and bool(date.fromisoformat(value))
    except ValueError:
        return False


def _is_nav(nav: object) -> bool:
    """A list of paths, titles with a path, and titles with such a list; MkDocs stops at others."""
    return nav is None or (isinstance(nav, list) and all(map(_is_entry, nav)))


def _is_entry(entry: object) -> bool:
    if isinstance(entry, dict) and len(entry) == 1:
        (value,) = entry.values()
        return isinstance(value, str) or (isinstance(value, list) and _is_nav(value))
    return isinstance(entry, str)


def _named(value: object, key: str, variant: str) -> Iterator[Problem]:
    for name, path, _ in _entries(value, key):
        if name not in EXTENSIONS:
            yield variant, path, name


def _entries(value: object, key: str = "plugins") -> Iterator[tuple[str, DataPath, object]]:
    """MkDocs takes a list of names, a list of one-key mappings, or a mapping."""
    if isinstance(value, dict):
        for name, options in value.items():
            yield str(name), (key, name), options
    elif isinstance(value, list):
        for index, entry in enumerate(value):
            if isinstance(entry, dict):
                for name, options in entry.items():
                    yield str(name), (key, index), options
            else:
                yield str(entry), (key, index), None


def _finding(parsed: YamlFile, file: str, variant: str, path: DataPath, name: str) -> Finding:
    whole = variant == "site-name"
    line, column = (1, 1) if whole else parsed.marks.key(path)
    place = Place(file, line, column)
    return Finding("F09", Level.ERROR, place, path, variant, {"name": name})
