"""One mapping of a pack's file, read key by key: plain data comes in, typed values go out.

Every value is text as typed, a list or a mapping. What does not fit is
complained of, with its place, and the default stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from difflib import get_close_matches
from typing import Any

from openroadmap.findings import DataPath, written
from openroadmap.immutable import immutable
from openroadmap.model.fields import is_url
from openroadmap.standards.pack import Requirement, Text, Threshold, Whose

LARGEST = 1_000
"""No month, day or count of a rule is larger: what is larger is a slip of the hand."""

_LANGUAGE = re.compile(r"[a-z]{2}(-[A-Z]{2})?\Z")
_NUMBER = re.compile(r"[0-9]{1,4}\Z", re.ASCII)


@immutable
class Complaint:
    """What does not fit: which sentence, where in the data, with which arguments."""

    variant: str
    path: DataPath
    args: Mapping[str, str | int] = field(default_factory=dict)


class Part:
    """One mapping of the file. All parts of a file share one list of complaints."""

    def __init__(self, data: Any, path: DataPath, shared: list[Complaint] | None = None) -> None:
        self.path = path
        self.complaints: list[Complaint] = [] if shared is None else shared
        self.data: Mapping[str, Any] = data if isinstance(data, dict) else {}
        if not isinstance(data, dict):
            self.complain("not-a-mapping", ())

    def complain(self, variant: str, at: DataPath, **args: str | int) -> None:
        self.complaints.append(Complaint(variant, (*self.path, *at), args))

    def only(self, known: Sequence[str]) -> None:
        """Complain of keys that are not among the known ones."""
        for key in self.data:
            if key not in known:
                near = next(iter(get_close_matches(str(key), known, n=1)), "")
                args = {"key": str(key), "known": ", ".join(known), "suggestion": near}
                self.complain("unknown-key", (key,), first=next(iter(known), "…"), **args)

    def line(self, key: str, default: str | None = None) -> str | None:
        """A word or line; complained of as missing when there is no default."""
        value = self.data.get(key)
        if isinstance(value, str) and value.strip():
            return value.strip()
        if value is not None:
            self.complain("not-text", (key,), key=key)
        elif default is None:
            self.complain("missing", (), key=key)
        return default

    def code(self, key: str, allowed: Sequence[str], default: str | None = None) -> str | None:
        """A word among the allowed ones."""
        value = self.line(key, default)
        if value is None or value == default or value in allowed:
            return value
        self._not_allowed((key,), value, allowed)
        return default

    def codes(
        self, key: str, allowed: Sequence[str], default: Sequence[str] | None
    ) -> tuple[str, ...]:
        """A list of words among the allowed ones."""
        value = self.data.get(key)
        if value is None:
            if default is None:
                self.complain("missing", (), key=key)
            return tuple(default or ())
        if not isinstance(value, list):
            self.complain("not-a-list", (key,), key=key)
            return tuple(default or ())
        for index, each in enumerate(value):
            if each not in allowed:
                self._not_allowed((key, index), str(each), allowed)
        return tuple(each for each in value if each in allowed) or tuple(default or ())

    def _not_allowed(self, at: DataPath, value: str, allowed: Sequence[str]) -> None:
        near = next(iter(get_close_matches(value, allowed, n=1)), "")
        shown = written(at, near or next(iter(allowed), "…"))
        args = {"text": value, "known": ", ".join(allowed), "suggestion": near, "corrected": shown}
        self.complain("not-allowed", at, **args)

    def text(self, key: str, default: Text | None = None) -> Text | None:
        """A text by language; languages that are not given keep the default's."""
        value = self.data.get(key)
        if value is None:
            if default is None:
                self.complain("missing", (), key=key)
            return default
        if not isinstance(value, dict):
            self.complain("not-by-language", (key,), key=key)
            return default
        given: dict[str, str] = {}
        for lang, words in value.items():
            if not _LANGUAGE.match(str(lang)):
                self.complain("not-a-language", (key, lang), key=str(lang))
            elif not isinstance(words, str):
                self.complain("not-text", (key, lang), key=str(lang))
            else:
                given[lang] = words.strip()
        return {**(default or {}), **given} or default

    def texts(self, key: str) -> dict[str, Text]:
        """A mapping of texts, such as the titles of the standards."""
        part = self.part(key)
        found = {name: part.text(name) for name in part.data} if part else {}
        return {name: text for name, text in found.items() if text is not None}

    def url(self, key: str) -> str | None:
        value = self.line(key)
        if value is None:
            return None
        if is_url(value):
            return value
        self.complain("not-a-url", (key,), text=value)
        return None

    def part(self, key: str) -> Part | None:
        """A mapping within this one, or None when there is none."""
        if self.data.get(key) is None:
            return None
        return Part(self.data[key], (*self.path, key), self.complaints)

    def parts(self, key: str) -> Iterator[tuple[str, Part]]:
        """The mappings within a mapping, by name."""
        part = self.part(key)
        for name, value in part.data.items() if part else ():
            yield name, Part(value, (*self.path, key, name), self.complaints)

    def items(self, key: str) -> Iterator[Part]:
        """The mappings within a list."""
        value = self.data.get(key)
        if value is not None and not isinstance(value, list):
            self.complain("not-a-list", (key,), key=key)
        for index, each in enumerate(value if isinstance(value, list) else ()):
            yield Part(each, (*self.path, key, index), self.complaints)


def thresholds(part: Part, like: Requirement | None, whose: Whose) -> dict[str, Threshold]:
    """The thresholds a rule gives. A member's own must be of a name and form the rule has.

    In our packs a threshold may be written ``{value: 45, ours: yes}``.
    """
    before = like.rule.thresholds if like else {}
    found: dict[str, Threshold] = {}
    for name, value in part.data.items():
        if name == "kind":
            continue
        if whose is Whose.OWN and name not in before:
            args = {"key": name, "known": ", ".join(before), "suggestion": ""}
            part.complain("unknown-key", (name,), first=next(iter(before), "…"), **args)
            continue
        owner = whose
        if isinstance(value, dict) and whose is Whose.OGP:
            owner = Whose.OURS if value.get("ours") == "yes" else whose
            value = value.get("value")
        typed = _typed(value)
        wanted = type(before[name].value) if whose is Whose.OWN else type(typed)
        if typed is None or not isinstance(typed, wanted):
            part.complain("not-a-threshold", (name,), key=name, limit=LARGEST)
        else:
            found[name] = Threshold(typed, owner)
    return found


def _typed(value: Any) -> int | str | tuple[str, ...] | None:
    """A number, a word, a list of words; None for anything else."""
    if isinstance(value, list):
        return tuple(str(each) for each in value)
    if not isinstance(value, str) or not value:
        return None
    if not _NUMBER.match(value):
        return value
    return int(value) if int(value) <= LARGEST else None
