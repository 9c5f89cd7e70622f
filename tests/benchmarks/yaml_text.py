"""Records as people write them: data comes in, YAML with folded texts and short lists goes out."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator
from typing import Any

WIDTH = 100
_PLAIN = re.compile(r"[A-Za-z][^\n:#\[\]{}&*!|>'\"%@`]*\Z")
_NUMBER = re.compile(r"\d{1,6}\Z|\d{4}-(?:\d\d(?:-\d\d)?|Q[1-4])\Z")
_URL = re.compile(r"https://[a-z0-9./-]+\Z")
_ID = re.compile(r"[a-z0-9_-]+\Z")
_RESERVED = {"yes", "no", "on", "off", "true", "false", "null", "y", "n"}


def yaml_text(data: dict[str, Any]) -> str:
    """A mapping as a YAML document."""
    return "\n".join(_mapping(data, "")) + "\n"


def _mapping(data: dict[str, Any], indent: str) -> Iterator[str]:
    for key, value in data.items():
        yield from _entry(f"{indent}{key}:", value, indent)


def _entry(head: str, value: Any, indent: str) -> Iterator[str]:
    if isinstance(value, dict):
        yield head
        yield from _mapping(value, f"{indent}  ")
    elif isinstance(value, list):
        yield from _sequence(head, value, indent)
    else:
        yield from _text(head, value, indent)


def _sequence(head: str, values: list[Any], indent: str) -> Iterator[str]:
    if all(isinstance(one, str) and _ID.match(one) for one in values):
        yield f"{head} [{', '.join(map(_scalar, values))}]"
        return
    yield head
    for value in values:
        if isinstance(value, dict):
            first, *others = _mapping(value, f"{indent}    ")
            yield f"{indent}  - {first.lstrip()}"
            yield from others
        else:
            yield from _text(f"{indent}  -", value, f"{indent}  ")


def _text(head: str, text: str, indent: str) -> Iterator[str]:
    inner = f"{indent}  "
    if "\n" in text:
        yield f"{head} |-"
        for line in text.split("\n"):
            yield from _wrap(line, inner) or [""]
    elif len(head) + len(text) > WIDTH:
        yield f"{head} >-"
        yield from _wrap(text, inner)
    else:
        yield f"{head} {_scalar(text)}"


def _wrap(line: str, indent: str) -> list[str]:
    return textwrap.wrap(
        line, WIDTH, initial_indent=indent, subsequent_indent=indent,
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip


def _scalar(text: str) -> str:
    """Plain where every reader of YAML takes it for this text, or for this number or day."""
    if _NUMBER.match(text) or _URL.match(text):
        return text
    if text.lower() not in _RESERVED and _PLAIN.match(text) and not text.endswith(" "):
        return text
    if text in ("yes", "no"):
        return text
    return json.dumps(text, ensure_ascii=False)
