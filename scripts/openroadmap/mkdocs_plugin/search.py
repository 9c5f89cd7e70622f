"""The index of the search: the site's pages come in, Pagefind's files go out.

Pagefind's own program does the work, on copies of the pages without their
frame in a folder of its own, so that nothing half-done ever reaches the site.
Where nothing changed since the last index, that one is taken over.
"""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path
from time import perf_counter

from openroadmap.commands import memo, stored
from openroadmap.immutable import immutable
from openroadmap.mkdocs_plugin import search_pages
from openroadmap.mkdocs_plugin.search_pages import SearchedPage, bare, searched_pages
from openroadmap.mkdocs_plugin.site import Site
from openroadmap.views.finding.lookup import GROUP_OF, SEARCH, SEARCH_INDEX

PACKAGE = "pagefind_bin"
LICENCE = Path(__file__).with_name("pagefind-licence.txt")
"""Pagefind's licence asks to be passed on with its script."""

LEFT_OUT = (
    *(".or-contents", ".or-example", ".or-notice", ".or-follow", ".or-heard", ".or-since"),
    *(".or-scale", ".or-status", ".or-cite", ".or-count", ".or-pdf"),
    *(
        f"[aria-labelledby={section}]"
        for section in ("standing", "changes", "latest", "standards", "findings", "sources",
                        "not-recorded", "take-part")
    ),
)  # fmt: skip
"""Parts of pages that nobody looks for: ways around, what repeats other parts or pages, and
words that are the same on every page. What is said stays: promises, milestones, reports, views,
assessments, and the titles of their evidence."""

PARTS = ("fragment/*", "index/*", "filter/*", "*.pf_meta", "wasm.*.pagefind")
FILES = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json")
"""What our search page needs of Pagefind's output, which holds ready-made pages of its own too."""

PAGE = f"{SEARCH}index.html"
"""The file of the search page in the site."""

LONGEST = 900
"""Seconds; at 5,000 commitments it takes about ten."""


class NoIndexError(Exception):
    """There can be no index this time; says why, in words for a terminal."""


@immutable
class Index:
    """The files by their paths in the site; ``seconds`` is None where they were taken over."""

    files: tuple[tuple[str, stored.Data], ...]
    pages: int
    seconds: float | None


def make_index(site: Site, cache: Path) -> Index:
    """The index of a site's pages; raises ``NoIndexError`` where Pagefind is missing or fails."""
    started = perf_counter()
    program = _program()
    number = sum(page.kind in GROUP_OF for page in site.pages)
    key = memo.digest(_key(program, site))
    file = cache / f"{PACKAGE}.part"
    if kept := memo.load(file, key):
        return Index(memo.unpack_files(kept["files"], file, key), number, None)
    files = tuple(_run(program, searched_pages(site), cache)) if number else ()
    rows, data = memo.pack_files(files, 0)
    memo.save(file, key, {"text": 0, "files": rows}, *data)
    return Index(memo.unpack_files(rows, file, key), number, perf_counter() - started)


def with_first(page: bytes, index: Index, lang: str) -> bytes:
    """The search page, told which large file of the index every search begins with.

    Its script then asks for it at once. Pagefind itself would find out about it from another
    file, and a phone would wait for both. Other names are new in each index, which would make
    the page new as well. ``lang`` is the page's language.
    """
    entry = json.loads(stored.bytes_of(dict(index.files)[f"{SEARCH_INDEX}pagefind-entry.json"]))
    languages = entry["languages"]
    own = languages.get(lang.lower()) or languages.get(lang.lower().split("-")[0])
    if own is None:  # it takes the language with most pages, and asks for its files when it does
        return page
    first = f"wasm.{own['wasm'] or 'unknown'}.pagefind"
    return page.replace(b'data-first=""', f'data-first="{escape(first)}"'.encode(), 1)


def _key(program: Path, site: Site) -> Iterator[bytes]:
    """All that an index depends on; page by page, as a large site would fill the memory."""
    yield _version(program).encode()
    for code in (__file__, search_pages.__file__):  # what decides what of a page is searched
        yield Path(code).read_bytes()
    for page in searched_pages(site):
        yield page.address.encode()
        yield page.html.encode()


def _program() -> Path:
    """Pagefind's program, from its package."""
    try:
        from pagefind_bin import get_executable  # late: a served site does without

        return get_executable()
    except ImportError as error:
        raise NoIndexError(f"the package {PACKAGE} is not installed.") from error
    except OSError as error:
        raise NoIndexError(f"the program of the package {PACKAGE} is missing ({error}).") from error


def _version(program: Path) -> str:
    """What tells one program from another without starting it."""
    found = program.stat()
    return f"{found.st_size} {found.st_mtime_ns}"


def _run(program: Path, pages: Iterable[SearchedPage], cache: Path) -> Iterator[tuple[str, bytes]]:
    """Pagefind's files for some pages."""
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="search-", dir=cache) as folder:
        source, made = Path(folder, "pages"), Path(folder, "index")
        for page in pages:
            place = source / page.address
            place.mkdir(parents=True, exist_ok=True)
            (place / "index.html").write_text(bare(page), "utf-8")
        _start((str(program), "--silent", "--site", str(source), "--output-path", str(made)))
        yield from _collected(made)
    yield f"{SEARCH_INDEX}LICENSE.txt", LICENCE.read_bytes()


def _start(command: tuple[str, ...]) -> None:
    left_out = (word for each in LEFT_OUT for word in ("--exclude-selectors", each))
    try:
        subprocess.run(
            (*command, *left_out), check=True, capture_output=True, text=True, timeout=LONGEST,
            stdin=subprocess.DEVNULL,
        )  # fmt: skip
    except subprocess.CalledProcessError as error:
        said = " ".join(f"{error.stdout} {error.stderr}".split())[-300:]
        raise NoIndexError(f"Pagefind stopped with status {error.returncode}. {said}") from error
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NoIndexError(f"Pagefind could not be run: {error}") from error


def _collected(made: Path) -> Iterator[tuple[str, bytes]]:
    """What the search page needs, in the same order everywhere."""
    found = [file for pattern in PARTS for file in sorted(made.glob(pattern))]
    for file in (*found, *(made / name for name in FILES)):
        try:
            yield f"{SEARCH_INDEX}{file.relative_to(made).as_posix()}", file.read_bytes()
        except OSError as error:
            raise NoIndexError(f"Pagefind left a file out: {file.name}.") from error
