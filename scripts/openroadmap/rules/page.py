"""The public page of a rule: its docstring comes in, its parts go out in the reader's language.

A docstring opens with the fault in a few words, then has four headings, always
the same: What it says, Why it matters, Wrong, Right. Examples are fenced blocks
that name their file; the tests run them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from openroadmap.i18n import Translator
from openroadmap.immutable import immutable
from openroadmap.rules.rule import Rule

HEADINGS = ("What it says", "Why it matters", "Wrong", "Right")
_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
_BLOCK = re.compile(r"^```(\S+)(?: ([^\n]+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_GAP = re.compile(r"\n[ \t]*\n+")


@immutable
class Snippet:
    """One file of an example. ``language`` is "yaml", "markdown", "text" or "link"."""

    language: str
    file: str
    text: str


@immutable
class Example:
    """Files that belong together, with a word on them."""

    text: str
    snippets: tuple[Snippet, ...]


@immutable
class RulePage:
    """The parts of a rule's page. ``says``, ``why`` and the texts of examples are Markdown."""

    title: str
    says: str
    why: str
    wrong: Example
    right: Example


def page_of(rule: Rule, words: Translator) -> RulePage:
    """A rule's page in the reader's language; the examples stay as they are."""
    page = _parsed(rule.page or "")
    return RulePage(
        title=words.gettext(page.title),
        says=_translated(page.says, words),
        why=_translated(page.why, words),
        wrong=Example(_translated(page.wrong.text, words), page.wrong.snippets),
        right=Example(_translated(page.right.text, words), page.right.snippets),
    )


def why_of(rule: Rule, words: Translator) -> str:
    """Why a rule matters, as plain text: the first paragraph its page has on that."""
    first = _first_reason(rule.page or "")
    return words.gettext(first).replace("`", "") if first else ""


@lru_cache(maxsize=128)
def _first_reason(docstring: str) -> str:
    return _GAP.split(_parsed(docstring).why, maxsplit=1)[0]


def sentences_of(rule: Rule) -> Iterator[str]:
    """Every text of a page that a catalogue translates, paragraph by paragraph."""
    page = _parsed(rule.page or "")
    for text in (page.title, page.says, page.why, page.wrong.text, page.right.text):
        yield from filter(None, _GAP.split(text))


def _translated(text: str, words: Translator) -> str:
    return "\n\n".join(words.gettext(part) for part in _GAP.split(text) if part)


@lru_cache(maxsize=128)
def _parsed(docstring: str) -> RulePage:
    title, *rest = _HEADING.split(docstring)
    parts = dict(zip(rest[::2], rest[1::2], strict=True))
    return RulePage(
        title.strip().rstrip("."),
        _flowing(parts.get(HEADINGS[0], "")),
        _flowing(parts.get(HEADINGS[1], "")),
        _example(parts.get(HEADINGS[2], "")),
        _example(parts.get(HEADINGS[3], "")),
    )


def _example(text: str) -> Example:
    snippets = tuple(Snippet(*found.groups(default="")) for found in _BLOCK.finditer(text))
    return Example(_flowing(_BLOCK.sub("", text)), snippets)


def _flowing(text: str) -> str:
    """Paragraphs on one line each, so that where the source wraps means nothing; lists stay."""
    paragraphs = (part.strip() for part in _GAP.split(text))
    return "\n\n".join(
        part if part.startswith(("- ", "|")) else " ".join(part.split())
        for part in paragraphs
        if part
    )
