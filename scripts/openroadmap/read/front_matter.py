"""The few lines between two `---` at the head of a Markdown file.

In come a file's bytes; out come its title, its description and the text below
them. Only these two keys exist: whatever else stands there is a finding, and
without the `---` a first line like `Status: limited` is text like any other.
"""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches

from openroadmap.findings import Finding, Level, Place
from openroadmap.immutable import immutable
from openroadmap.read.refusals import Refusals
from openroadmap.read.text import read_text
from openroadmap.read.yaml import YamlFile, read_yaml_text

KEYS: Mapping[str, int] = {"title": 120, "description": 300}
"""The keys that may be set, and the most characters each may hold."""


@immutable
class FrontMatter:
    """``text`` is None when the file is no clean text; ``line`` is the line on which it begins."""

    title: str
    description: str
    text: str | None
    line: int
    findings: tuple[Finding, ...]


def read_front_matter(raw: bytes, file: str) -> FrontMatter:
    refusals = Refusals(file)
    text = read_text(raw, refusals)
    if text is None or not (text == "---" or text.startswith("---\n")):
        return FrontMatter("", "", text, 1, refusals.findings)
    head, end = _split(text)
    if end == 0:
        return FrontMatter("", "", text[4:], 2, (_finding(file, "unclosed", 1),))
    # An empty line in place of the opening `---` keeps the reader's line numbers right.
    parsed = read_yaml_text("\n" + head, refusals)
    findings = list(parsed.findings)
    values = {key: _value(parsed, key, file, findings) for key in KEYS}
    _refuse_others(parsed, file, findings)
    body = text[4 + len(head) :].partition("\n")[2]
    return FrontMatter(values["title"], values["description"], body, end + 1, tuple(findings))


def _split(text: str) -> tuple[str, int]:
    """The lines up to the closing `---`, and that one's number (0 when there is none)."""
    lines = text.split("\n")
    for number, line in enumerate(lines[1:], start=2):
        if line.rstrip() == "---":
            return "".join(line + "\n" for line in lines[1 : number - 1]), number
    return "", 0


def _value(parsed: YamlFile, key: str, file: str, findings: list[Finding]) -> str:
    """One value as a single line of plain text; it is escaped where it is shown."""
    value = (parsed.data or {}).get(key)
    if value is None:
        return ""
    line, column = parsed.marks.value((key,))
    if not isinstance(value, str):
        findings.append(_finding(file, "not-text", line, column, key=key))
        return ""
    value = " ".join(value.split())
    if len(value) > KEYS[key]:
        findings.append(_finding(file, "long", line, column, key=key, limit=KEYS[key]))
    return value[: KEYS[key]]


def _refuse_others(parsed: YamlFile, file: str, findings: list[Finding]) -> None:
    for key in parsed.data or {}:
        if key not in KEYS:
            line, column = parsed.marks.key((key,))
            close = get_close_matches(key.lower(), KEYS, n=1)
            args = {"key": key, "known": ", ".join(KEYS), "suggestion": "".join(close)}
            findings.append(_finding(file, "unknown", line, column, **args))


def _finding(file: str, variant: str, line: int, column: int = 1, **args: str | int) -> Finding:
    return Finding("F08", Level.ERROR, Place(file, line, column), variant=variant, args=args)
