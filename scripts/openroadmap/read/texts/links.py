"""Addresses in texts: those that work only for their author, or that the site does not open.

In: a text, or the address of a field. Out: a fault for each address that leads
into somebody's own computer or office network (T02), has no scheme that a
public page may open (T05), or carries a tracker or a login (T07).
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

from openroadmap.model.names import SCHEMES, is_whole, scheme_of, stays_here

from .faults import TextFault, fault, quote, without_code

_LINK = re.compile(r"\]\(\s*(?:<(?P<angled>[^<>\n]*)>|(?P<plain>[^\s<>]*))")
_DEFINITION = re.compile(r"^ {0,3}\[[^\[\]\n]{1,200}\]:[ \t]*<?(?P<plain>[^\s<>]+)", re.MULTILINE)
_AUTOLINK = re.compile(r"<(?P<plain>[A-Za-z][A-Za-z0-9+.\-]{1,31}:[^\s<>]*)>")
# Addresses in running text are found from their colon or backslashes: that is quick.
_COLON = re.compile(r":[/\\]")
_SCHEME_BEFORE = re.compile(r"(?<![A-Za-z0-9])(?:https?|file|ftp|[A-Za-z])\Z", re.IGNORECASE)
_URL_AFTER = re.compile(r":/{1,3}[^\s<>\"`]+|:[\\/]\w[^\s<>\"`]*")
_SERVER = re.compile(r"\\\\[\w.\-]+\\[\w$.\-][^\s)\]>\"]*")
_LONGEST_SCHEME = 6

_PICTURE = re.compile(r"!\[[^\[\]\n]{0,300}\](?:\(\s*<?(?P<url>[^\s<>)]*))?")

_BRACKET = re.compile(r"[()]")
_DRIVE = re.compile(
    r"[A-Za-z]:[\\/]|\\\\[^\\]|file:|/(?:home|Users|mnt|Volumes|tmp)/", re.IGNORECASE
)
_SITE_NAME = re.compile(
    r"(?:www\.|[a-z0-9\-]+(?:\.[a-z0-9\-]+)*\.(?:org|com|net|gov|gob|edu)\b)", re.I
)
_PRIVATE_HOST = re.compile(
    r"(?:127|10)\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+"
    r"|169\.254\.\d+\.\d+|0\.0\.0\.0|.*:.*|[^.]*"
    r"|.*\.(?:localhost|local|lan|internal|intranet|corp|home|private)"
)
_TRACKS: Final = r"([?&#])(utm_\w+|fbclid|gclid|dclid|msclkid|mc_eid|igshid|mkt_tok|yclid)="
_TRACKER = re.compile(_TRACKS)
_TRACKED = re.compile(_TRACKS + "[^&#]*")
_SHORT: Final = frozenset(
    {"bit.ly", "tinyurl.com", "t.co", "goo.gl", "ow.ly", "is.gd", "buff.ly", "rb.gy", "cutt.ly"}
    | {"lnkd.in", "t.ly", "shorturl.at", "tiny.cc"}
)
_WRAPPED = re.compile(r".*\.safelinks\.protection\.outlook\.com|urldefense\..*|l\.facebook\.com")
_LOGIN = re.compile(r"/(?:login|log-in|signin|sign-in|sso|wp-admin)(?:[/.?]|\Z)", re.IGNORECASE)


def find_link_faults(text: str, page: bool = False) -> Iterator[TextFault]:
    """T08 for pictures that are not shown, then T02, T05 and T07 for the addresses in order."""
    readable = without_code(text)
    if "![" in readable:
        yield from _find_pictures(readable, page)
        if not page:
            readable = _PICTURE.sub(lambda match: " " * len(match.group()), readable)
    for offset, (url, linked) in sorted(_addresses(readable).items()):
        for rule, variant, args in check_address(url, page=page, linked=linked):
            yield fault(rule, variant, text, offset, **args)


def _find_pictures(text: str, page: bool) -> Iterator[TextFault]:
    """A picture of another site would tell that site who reads this one; records have none."""
    for match in _PICTURE.finditer(text):
        url = match["url"] or ""
        if not page:
            yield fault("T08", "in-record", text, match.start(), url=quote(url))
        elif scheme_of(url) or url.startswith("//"):
            yield fault("T08", "foreign", text, match.start(), url=quote(url))


def check_address(
    typed: str, *, page: bool = False, linked: bool = True
) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Rule, variant and arguments of what is wrong with one address; at most one.

    ``page``: it stands on a page of ``content/``, where links beside it are usual.
    """
    url = re.sub(r"[\x00-\x20\x7f]", "", html.unescape(typed))
    variant = _local_path(url)
    if variant:
        yield "T02", variant, {"url": quote(typed)}
    elif scheme := scheme_of(url):
        yield from _check_scheme(url, scheme, typed)
    elif linked:
        yield from _check_path(url, page, typed)


def _addresses(text: str) -> dict[int, tuple[str, bool]]:
    """Offset of each address, with the address and whether Markdown makes a link of it."""
    found: dict[int, tuple[str, bool]] = {}
    taken = bytearray(len(text))  # 1 where an address that was found stands
    if "]" in text or "<" in text:
        for pattern in (_LINK, _DEFINITION, _AUTOLINK):
            for match in pattern.finditer(text):
                group = str(match.lastgroup)
                start, url = match.start(group), _trimmed(match[group], linked=True)
                found[start] = (url, True)
                _take(taken, start, url)
    for start, url in _typed_out(text, taken):
        found[start] = (_trimmed(url, linked=False), False)
        _take(taken, start, url)
    return found


def _take(taken: bytearray, start: int, url: str) -> None:
    taken[start : start + len(url)] = b"\1" * len(url)


def _typed_out(text: str, taken: bytearray) -> Iterator[tuple[int, str]]:
    """Addresses and paths that stand in the text as they are; none begins where one is taken.

    Only then is an address read on to its end: a text of nothing but beginnings is read once.
    """
    for colon in _COLON.finditer(text):
        at = colon.start()
        before = _SCHEME_BEFORE.search(text[max(0, at - _LONGEST_SCHEME) : at])
        if before and not taken[at - len(before.group())]:
            after = _URL_AFTER.match(text, at)
            if after:
                yield at - len(before.group()), before.group() + after.group()
    for server in _SERVER.finditer(text):
        if not taken[server.start()]:
            yield server.start(), server.group()


def _trimmed(url: str, linked: bool) -> str:
    """Without the closing bracket and the sentence that go on after the address."""
    if linked:
        return url[: _end_of_link(url)]
    while url.endswith(")") and url.count(")") > url.count("("):
        url = url[:-1]
    return url.rstrip(".,;:!?'_*»”’")


def _end_of_link(url: str) -> int:
    """Where a closing bracket stands that was not opened within the address; or its length."""
    depth = 0
    for bracket in _BRACKET.finditer(url):
        depth += 1 if bracket[0] == "(" else -1
        if depth < 0:
            return bracket.start()
    return len(url)


def _local_path(url: str) -> str:
    if _DRIVE.match(url):
        return "file"
    if scheme_of(url) in ("http", "https") and _PRIVATE_HOST.fullmatch(_host(url)):
        return "host" if _host(url) else ""
    return ""


def _check_scheme(url: str, scheme: str, typed: str) -> Iterator[tuple[str, str, dict[str, str]]]:
    args = {"url": quote(typed), "scheme": scheme}
    if scheme not in SCHEMES:
        yield "T05", "scheme", args
    elif scheme == "mailto":
        return
    elif not _host(url) or not is_whole(url):
        yield "T05", "malformed", args
    elif "@" in urlsplit(url).netloc:
        yield "T05", "password", {"url": f"{scheme}://…@{_host(url)}"}
    else:
        yield from _check_habits(url, typed)


def _check_path(url: str, page: bool, typed: str) -> Iterator[tuple[str, str, dict[str, str]]]:
    """An address without a scheme: fine from the site's root, and beside a page of content."""
    args = {"url": quote(typed)}
    if url.replace("\\", "/").startswith("//") or _SITE_NAME.match(url):
        yield "T05", "no-scheme", {**args, "whole": "https://" + quote(typed.lstrip("/\\"))}
    elif not page and not url.startswith("/"):
        yield "T02", "relative", args
    elif not stays_here(url):
        yield "T05", "malformed", args


def _check_habits(url: str, typed: str) -> Iterator[tuple[str, str, dict[str, str]]]:
    host, args = _host(url), {"url": quote(typed)}
    if tracker := _TRACKER.search(url):
        yield "T07", "tracking", {**args, "parameter": tracker[2], "clean": quote(_clean(url))}
    elif host.removeprefix("www.") in _SHORT:
        yield "T07", "shortened", args
    elif _WRAPPED.fullmatch(host) or (host.startswith("www.google.") and "/url?" in url):
        yield "T07", "wrapped", args
    elif _LOGIN.search(urlsplit(url).path):
        yield "T07", "login", args


def _clean(url: str) -> str:
    """The address without what tracks its readers."""
    kept = _TRACKED.sub(lambda found: found[1] if found[1] != "&" else "", url)
    return kept.replace("?&", "?").replace("#&", "#").rstrip("?#&")


def _host(url: str) -> str:
    """The host's name in small letters, "" where the address has none that can be read."""
    try:
        return (urlsplit(url).hostname or "").rstrip(".")
    except ValueError:
        return ""
