"""Links into the place where the files are kept: GitHub, GitLab, or Forgejo and Gitea.

In come the repository's address and what a reader wants to do; out come
addresses of the forge's own pages, filled in. Whatever is put into an address
is percent-encoded, and none grows longer than forges and browsers take.
"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote, urlsplit

from openroadmap.immutable import immutable

LONGEST = 7_500
"""Bytes. GitHub answers 414 a little above 8,000, and some proxies sooner."""

KINDS = ("github", "gitlab", "forgejo")
_GUESSES = (("github", "github"), ("gitlab", "gitlab"), ("forgejo", "forgejo"))
_KNOWN_HOSTS = {"codeberg.org": "forgejo", "gitea.com": "forgejo", "framagit.org": "gitlab"}
_EDIT = {
    "github": "{repo}/edit/{branch}/{path}",
    "gitlab": "{repo}/-/edit/{branch}/{path}",
    "forgejo": "{repo}/_edit/{branch}/{path}",
}
_FILE = {
    "github": "{repo}/blob/{branch}/{path}",
    "gitlab": "{repo}/-/blob/{branch}/{path}",
    "forgejo": "{repo}/src/branch/{branch}/{path}",
}
_ISSUE = {
    "github": ("{repo}/issues/new", "title", "body"),
    "gitlab": ("{repo}/-/issues/new", "issue%5Btitle%5D", "issue%5Bdescription%5D"),
    "forgejo": ("{repo}/issues/new", "title", "body"),
}

_CLIMBING = ("", ".", "..")


@immutable
class Forge:
    """One repository on one kind of forge. ``repo`` has no slash at its end."""

    kind: str
    repo: str
    branch: str = "main"

    def edit_url(self, path: str) -> str:
        """The forge's editor, open at one file; "" when the address would be too long."""
        return self._of_file(_EDIT[self.kind], path)

    def file_url(self, path: str) -> str:
        """The forge's page of one file; "" when the address would be too long."""
        return self._of_file(_FILE[self.kind], path)

    def _of_file(self, form: str, path: str) -> str:
        url = form.format(
            repo=self.repo, branch=_quoted_branch(self.branch), path=_quoted_path(path)
        )
        return url if len(url) <= LONGEST else ""

    def issue_url(self, title: str, body: str = "") -> str:
        """A new issue with its title and text filled in, as far as they fit."""
        page, title_key, body_key = _ISSUE[self.kind]
        address = page.format(repo=self.repo)
        named = f"{address}?{title_key}={_quoted(title)}"
        full = f"{named}&{body_key}={_quoted(body)}"
        if body and len(full) <= LONGEST:
            return full
        return named if len(named) <= LONGEST else address


def forge_for(repo_url: str | None, branch: str = "main", kind: str = "") -> Forge | None:
    """The forge of a repository; None without a usable address.

    ``kind`` says which forge it is where the host's name does not. An unknown
    host is taken for Forgejo, which people run themselves more than any other.
    """
    parts = urlsplit((repo_url or "").strip())
    if parts.scheme not in ("https", "http") or not parts.hostname or "@" in parts.netloc:
        return None
    path = quote(re.sub(r"(\.git)?/*\Z", "", parts.path), safe="/-._~%")
    if path.count("/") < 2:
        return None
    repo = f"{parts.scheme}://{parts.netloc}{path}"
    return Forge(kind if kind in KINDS else _guess(parts.hostname), repo, branch or "main")


def _guess(host: str) -> str:
    if host in _KNOWN_HOSTS:
        return _KNOWN_HOSTS[host]
    return next((kind for part, kind in _GUESSES if part in host), "forgejo")


@lru_cache(maxsize=4)
def _quoted_branch(branch: str) -> str:
    return quote(branch, safe="/")


def _quoted_path(path: str) -> str:
    """A path in an address, without the steps by which a browser would climb out of it."""
    folder, _, name = path.rpartition("/")
    return _quoted_folder(folder) + ("" if name in _CLIMBING else _percent(name))


@lru_cache(maxsize=1_024)
def _quoted_folder(path: str) -> str:
    """The steps of a path, each with a slash after it: many records lie in one folder."""
    return "".join(f"{_percent(step)}/" for step in path.split("/") if step not in _CLIMBING)


def _quoted(text: str) -> str:
    """Percent-encoded, line by line: all letters have most of their lines in common."""
    return "%0A".join(map(_quoted_line, text.split("\n")))


@lru_cache(maxsize=1_024)
def _quoted_line(line: str) -> str:
    """Word by word: most words come again and again."""
    return "%20".join(map(_quoted_word, line.split(" ")))


def _percent(text: str) -> str:
    return quote(text.encode("utf-8", "replace"), safe="")


_quoted_word = lru_cache(maxsize=8_192)(_percent)
