"""Where a YAML parser stopped comes in; what its writer most probably did goes out.

Each guess knows one common mistake; the first that fits is told. The two parsers
of PyYAML word their complaints differently but agree on the place, so most of
the explanation comes from looking at the text there.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, TypeAlias

from yaml.events import ScalarEvent

from openroadmap.read.put_right import (
    bracket_closed,
    entry_of,
    is_curly,
    list_below,
    quote_closed,
    quoted,
    requoted,
    spaces_for_tabs,
    whole_quoted,
    with_colon,
)
from openroadmap.read.refusals import excerpt
from openroadmap.read.remarks import as_quoted
from openroadmap.read.scene import Mistake, Scene

_GLUED: Final = re.compile(r" *(?:- +)*[\w-]+:[^ \t\n/]")
_LONE_SURROGATE: Final = re.compile(r"\\u[dD][89a-fA-F]|\\U0000[dD][89a-fA-F]")
_CLOSING: Final = {"[": "]", "{": "}"}


def guess(scene: Scene) -> Mistake:
    """The first explanation that fits."""
    for each in _GUESSES:
        if found := each(scene):
            return found
    return Mistake("other", scene.here, {"text": excerpt(scene.text.strip())})


def _tab(scene: Scene) -> Mistake | None:
    indent = scene.text[: len(scene.text) - len(scene.text.lstrip(" \t"))]
    if "\t" not in indent:
        return None
    corrected = spaces_for_tabs(scene.text)
    return Mistake("tab", (scene.line + 1, indent.index("\t") + 1), {"corrected": corrected})


def _property(scene: Scene) -> Mistake | None:
    """Text that begins with ``*``, ``&`` or ``!`` and so is taken for something else."""
    rest = scene.lines[scene.context_line][scene.context_column :]
    word = excerpt(rest.split(" ", 1)[0])
    if "alias" in scene.context or "anchor" in scene.context:
        variant = "alias" if "alias" in scene.context else "anchor"
        return Mistake(variant, scene.start, {"name": word[1:]}, rule="Y03")
    if "tag" in scene.context or "tag handle" in scene.problem:
        return Mistake("tag", scene.start, {"tag": word}, rule="Y04")
    return None


def _directive(scene: Scene) -> Mistake | None:
    if "directive" not in scene.context:
        return None
    text = scene.lines[scene.context_line].strip()
    return Mistake("directive", scene.start, {"text": excerpt(text)})


def _in_quotes(scene: Scene) -> Mistake | None:
    if "quoted scalar" not in scene.context:
        return None
    if "end of stream" in scene.problem or "document" in scene.problem:
        closed = quote_closed(scene.lines[scene.context_line], scene.opening)
        return Mistake("unclosed-quote", scene.start, {"quote": scene.opening, **closed})
    column = max(scene.text.rfind("\\", 0, scene.column + 1), 0)
    if _LONE_SURROGATE.match(scene.text, column):
        code = scene.text[column + 2 :].lstrip("0")[:4].upper()
        args: dict[str, str | int] = {"codepoint": f"U+{code}", "name": "", "corrected": ""}
        return Mistake("surrogate", scene.start, args, rule="Y01")
    whole = requoted(scene.lines[scene.context_line])
    args = {"escape": scene.text[column:][:2], **whole}
    return Mistake("escape", (scene.line + 1, column + 1), args)


def _block_text(scene: Scene) -> Mistake | None:
    if "block scalar" not in scene.context:
        return None
    return Mistake("block-text", scene.start, {"character": scene.opening})


def _reserved(scene: Scene) -> Mistake | None:
    if "cannot start any token" not in scene.problem:
        return None
    args = {"character": scene.character, **whole_quoted(scene.text)}
    return Mistake("reserved", scene.here, args)


def _bracket(scene: Scene) -> Mistake | None:
    if "flow sequence" not in scene.context and "flow mapping" not in scene.context:
        return None
    bracket = scene.opening
    args: dict[str, str | int] = {"bracket": bracket, "closing": _CLOSING.get(bracket, "]")}
    if scene.line == scene.context_line and str(args["closing"]) in scene.text[scene.column :]:
        return Mistake("in-bracket", scene.here, args)
    args["corrected"] = bracket_closed(scene.lines[scene.context_line], str(args["closing"]))
    return Mistake("unclosed-bracket", scene.start, args)


def _colon_in_bracket(scene: Scene) -> Mistake | None:
    """``{name:Finance}``: libyaml trips over the colon, within whatever bracket is open."""
    if "unexpected ':'" not in scene.problem:
        return None
    before = scene.text[: scene.column]
    bracket = max("[{", key=before.rfind)
    return Mistake("in-bracket", scene.here, {"bracket": bracket, "closing": _CLOSING[bracket]})


def _second_colon(scene: Scene) -> Mistake | None:
    """``title: Open data: now``."""
    if "mapping values are not allowed" not in scene.problem:
        return None
    entry = entry_of(scene.text)
    if not entry or not entry["value"] or entry.end("key") >= scene.column:
        return None
    value: str = entry["value"]
    if value[0] in "\"'":
        return _inner_quote(scene, value[0])
    variant = "curly-quote" if is_curly(value) else "colon"
    return Mistake(variant, scene.here, quoted(entry["key"], value))


def _inner_quote(scene: Scene, quote: str) -> Mistake:
    """``'Citizen's Office'``: the text holds the sign that it is quoted with."""
    entry = entry_of(scene.text)
    key, value = (entry["key"], entry["value"] or "") if entry else ("title", scene.text.strip())
    value = value.strip()
    whole = value[1:-1] if len(value) > 1 and value.endswith(quote) else value
    args: dict[str, str | int] = {"key": excerpt(key), "quoted": as_quoted(excerpt(whole))}
    return Mistake("after-quote", scene.here, {"quote": quote, **args})


def _line_above(scene: Scene) -> Mistake | None:
    """A key is fine in itself, but the line above swallowed it."""
    if "mapping values are not allowed" not in scene.problem:
        return None
    number = scene.above()
    above = scene.lines[number]
    place = (number + 1, _indent(above) + 1)
    if _GLUED.match(above):
        return glued(above, place)
    entry = entry_of(above)
    if not entry and not above.lstrip().startswith("-") and _indent(above) >= _indent(scene.text):
        return Mistake("missing-colon", place, with_colon(above))
    if entry and " " in scene.text[: scene.column].strip():
        return Mistake("colon", scene.here, quoted(entry["key"], scene.text.strip()))
    return _misplaced(scene, "too-deep-line")


def _list_beside_key(scene: Scene) -> Mistake | None:
    if "sequence entries are not allowed" not in scene.problem:
        return None
    if scene.begins_line:
        return _misplaced(scene, "too-deep-line")
    corrected = list_below(scene.text)
    return Mistake("list-beside-key", scene.here, {"corrected": corrected})


def _missing_colon(scene: Scene) -> Mistake | None:
    if "could not find expected ':'" not in scene.problem:
        return None
    text = scene.lines[scene.context_line]
    if _GLUED.match(text):
        return glued(text, scene.start)
    return Mistake("missing-colon", scene.start, with_colon(text))


def glued(line: str, at: tuple[int, int]) -> Mistake:
    """No space follows the colon, or one that only looks like it, as word processors put there."""
    text = line.strip(" ")
    key, _, value = text.partition(":")
    corrected = excerpt(f"{key}: {value.strip()}")
    if value[:1].isspace():
        codepoint = f"U+{ord(value[0]):04X}"
        return Mistake("other-space", at, {"codepoint": codepoint, "corrected": corrected})
    args: dict[str, str | int] = {"text": excerpt(text), "corrected": corrected}
    return Mistake("no-space-after-colon", at, args)


def _after_quote(scene: Scene) -> Mistake | None:
    """A quoted text ended before the line did: a quote inside it, or one left open above."""
    last = scene.last
    if type(last) is not ScalarEvent or last.style not in ("'", '"'):
        return None
    start, end = last.start_mark, last.end_mark
    if end.line != scene.line or scene.begins_line:
        return None
    if start.line < end.line:
        place = (start.line + 1, start.column + 1)
        args = quote_closed(scene.lines[start.line], last.style)
        return Mistake("unclosed-quote", place, {"quote": last.style, **args})
    return _inner_quote(scene, last.style)


def _after_bracket(scene: Scene) -> Mistake | None:
    """``title: [Draft] Plan``."""
    if scene.last is None or scene.last.end_mark.line != scene.line:
        return None
    closing = scene.text[: scene.last.end_mark.column][-1:]
    if closing not in ("]", "}") or scene.begins_line:
        return None
    return Mistake("after-bracket", scene.here, {"closing": closing, **whole_quoted(scene.text)})


def _stray(scene: Scene) -> Mistake | None:
    if "node content" not in scene.problem or not scene.character:
        return None
    if scene.character == ":":
        return Mistake("empty-key", scene.here)
    return Mistake("stray", scene.here, {"character": scene.character})


def _block(scene: Scene) -> Mistake | None:
    """A line that fits neither the mapping nor the list around it."""
    if "block" not in scene.context or not scene.begins_line:
        return None
    if scene.character == ":":
        return Mistake("empty-key", scene.here)
    is_item = scene.character == "-" and scene.text[scene.column + 1 :][:1] in ("", " ")
    if scene.column == scene.context_column:
        return Mistake("dash-among-keys" if is_item else "key-among-dashes", scene.here)
    return _misplaced(scene, "indentation")


def _misplaced(scene: Scene, variant: str) -> Mistake:
    number = scene.above()
    args: dict[str, str | int] = {
        "spaces": _indent(scene.text),
        "above": _indent(scene.lines[number]),
        "line_above": number + 1,
    }
    return Mistake(variant, (scene.line + 1, _indent(scene.text) + 1), args)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


Guess: TypeAlias = Callable[[Scene], Mistake | None]

_GUESSES: Final[tuple[Guess, ...]] = (
    _tab,
    _property,
    _directive,
    _in_quotes,
    _block_text,
    _reserved,
    _bracket,
    _colon_in_bracket,
    _second_colon,
    _line_above,
    _list_beside_key,
    _missing_colon,
    _after_quote,
    _after_bracket,
    _stray,
    _block,
)
