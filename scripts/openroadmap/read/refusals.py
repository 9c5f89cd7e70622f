"""What the reader of YAML can find fault with: the list of faults, and a collector of them.

The words are written elsewhere, from ``FAULTS``: code and variant come in,
the names of the arguments that the sentence may use go out.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from openroadmap.findings import DataPath, Finding, Level, Place
from openroadmap.read.characters import Character, Decomposed, without_forbidden

MOST_FINDINGS: Final = 50
"""A file with more faults than this is told of the first ones only."""

_EXCERPT: Final = 60
_ONLY_IN_KEYS: Final = frozenset({"space", "mark"})

_CHARACTER: Final = ("codepoint", "name", "corrected")  # the line without it
_PLAIN: Final = ()

FAULTS: Final[Mapping[tuple[str, str], tuple[str, ...]]] = {
    # Y01: the characters of the file.
    ("Y01", "not-utf8"): ("byte", "likely"),  # likely: what it was in Windows-1252
    ("Y01", "utf16"): _PLAIN,
    ("Y01", "control"): _CHARACTER,
    ("Y01", "line-end"): _CHARACTER,  # a carriage return or a Unicode line separator
    ("Y01", "bidi"): _CHARACTER,
    ("Y01", "invisible"): _CHARACTER,
    ("Y01", "private"): _CHARACTER,
    ("Y01", "noncharacter"): _CHARACTER,
    ("Y01", "surrogate"): _CHARACTER,
    ("Y01", "damaged"): _CHARACTER,  # U+FFFD: a letter was lost when the file was converted
    ("Y01", "stacked"): _CHARACTER,  # dozens of marks on one letter
    # word: the first one, as it should be typed; lines: on how many lines there are such words
    ("Y01", "decomposed"): ("word", "codepoints", "lines"),
    ("Y01", "space-in-key"): (*_CHARACTER, "key", "plain"),  # a space that is not the plain one
    ("Y01", "mark-in-key"): (*_CHARACTER, "key", "plain"),  # a mark that only running text may hold
    # Y02: YAML that cannot be understood. The most helpful of these that fits.
    ("Y02", "conflict"): ("marker",),  # left over from a merge in git
    ("Y02", "tab"): ("corrected",),  # a tab used as indentation
    ("Y02", "colon"): ("key", "value", "quoted"),  # a colon and a space inside unquoted text
    ("Y02", "curly-quote"): ("key", "value", "quoted"),  # the same, within typographic quotes
    ("Y02", "no-space-after-colon"): ("text", "corrected"),
    ("Y02", "other-space"): ("codepoint", "corrected"),  # pasted from a word processor
    ("Y02", "missing-colon"): ("text", "corrected"),
    ("Y02", "unclosed-quote"): ("quote", "key", "quoted"),
    ("Y02", "after-quote"): ("quote", "key", "quoted"),  # text goes on after the closing quote
    ("Y02", "escape"): ("escape", "key", "quoted"),  # a backslash within double quotes
    ("Y02", "reserved"): ("character", "key", "quoted"),  # text may not begin with it unquoted
    ("Y02", "block-text"): ("character",),  # text on the line of | or >
    ("Y02", "unclosed-bracket"): ("bracket", "closing", "corrected"),
    ("Y02", "in-bracket"): ("bracket", "closing"),  # most often a missing comma
    ("Y02", "after-bracket"): ("closing", "key", "quoted"),  # text that begins with a bracket
    ("Y02", "stray"): ("character",),
    ("Y02", "list-beside-key"): ("corrected",),  # "themes: - water"
    ("Y02", "dash-among-keys"): _PLAIN,
    ("Y02", "key-among-dashes"): _PLAIN,
    ("Y02", "too-deep-line"): ("spaces", "above", "line_above"),
    ("Y02", "indentation"): ("spaces", "above", "line_above"),
    ("Y02", "empty-key"): _PLAIN,
    ("Y02", "key-not-text"): _PLAIN,
    ("Y02", "directive"): ("text",),  # a line "%TAG ..." or "%YAML ..."
    ("Y02", "other"): ("text",),
    # Y03 to Y05: parts of YAML that are not for records.
    ("Y03", "anchor"): ("name",),
    ("Y03", "alias"): ("name",),
    ("Y04", "tag"): ("tag",),
    ("Y05", "merge"): _PLAIN,
    # Y06: the same key twice. The finding stands at the second.
    ("Y06", "duplicate"): ("key", "first_line", "line", "quoted"),
    # Y07 to Y10: the file as a whole.
    ("Y07", "second-document"): _PLAIN,
    ("Y08", "deep"): ("limit",),
    ("Y09", "bytes"): ("size", "limit"),
    ("Y09", "nodes"): ("limit",),
    ("Y10", "empty"): _PLAIN,
    ("Y10", "list"): _PLAIN,
    ("Y10", "text"): ("text",),
    # Y11: words after " #". quoted: the whole text as it can stand in the file
    ("Y11", "lost"): ("text", "key", "quoted"),
}

HARMLESS: Final = frozenset({("Y06", "duplicate"), ("Y01", "decomposed"), ("Y11", "lost")})
"""Faults that must be mended, but leave no doubt about what the rest of the file says."""


class Refusals:
    """Collects the findings of one file."""

    __slots__ = ("_found", "file", "grave")

    def __init__(self, file: str) -> None:
        self.file = file
        self.grave = False
        """Whether what was read cannot be relied on."""
        self._found: list[Finding] = []

    def add(
        self,
        rule: str,
        variant: str,
        at: tuple[int, int] = (0, 0),
        path: DataPath = (),
        **args: str | int,
    ) -> None:
        """Note one fault at a 1-based line and column."""
        self.grave = self.grave or (rule, variant) not in HARMLESS
        if not self.full:
            place = Place(self.file, *at)
            self._found.append(Finding(rule, Level.ERROR, place, path, variant, args))

    @property
    def full(self) -> bool:
        """Whether enough has been said about this file."""
        return len(self._found) >= MOST_FINDINGS

    @property
    def findings(self) -> tuple[Finding, ...]:
        return tuple(self._found)

    def add_character(
        self,
        found: Character,
        at: tuple[int, int],
        path: DataPath = (),
        corrected: str = "",
        **args: str,
    ) -> None:
        """Note one refused character; in a key, ``args`` names that.

        ``corrected`` is the line as it should be, where that is known.
        """
        in_key = "key" in args and found.reason in _ONLY_IN_KEYS
        variant = f"{found.reason}-in-key" if in_key else found.reason
        told = {**args, "plain": without_forbidden(args["key"], prose=False)} if in_key else {}
        told |= {"codepoint": found.codepoint, "name": found.name, "corrected": corrected}
        self.add("Y01", variant, at, path, **told)

    def add_form(
        self, found: Decomposed | Character, at: tuple[int, int], path: DataPath = ()
    ) -> None:
        """Note text that is not in Unicode's composed form, or too many marks on one letter."""
        if isinstance(found, Character):
            self.add_character(found, at, path)
        else:
            word, pieces = excerpt(found.word), found.codepoints
            self.add("Y01", "decomposed", at, path, word=word, codepoints=pieces, lines=found.lines)


def excerpt(text: str) -> str:
    """The beginning of a text, short enough to stand in a sentence."""
    return text if len(text) <= _EXCERPT else text[: _EXCERPT - 1] + "…"
