"""A parser's complaint about a YAML file comes in; one finding in a beginner's terms goes out.

Some mistakes are plain from the text alone (a conflict left over from git);
the others are guessed from the place where the parser stopped.
"""

from __future__ import annotations

import re
from typing import Final

from yaml.error import YAMLError
from yaml.events import AliasEvent, Event

from openroadmap.read.guesses import guess
from openroadmap.read.refusals import Refusals, excerpt
from openroadmap.read.scene import Mistake, look_at

_CONFLICT: Final = re.compile(r"^(?:<{7}|>{7})(?: .*)?$", re.MULTILINE)
_DIRECTIVE: Final = re.compile(r"^%(?:YAML|TAG)\b.*", re.MULTILINE)


def find_directive(text: str, refusals: Refusals) -> bool:
    """Note a line such as ``%TAG``: records need none, and thousands of them take long to parse."""
    if "%" not in text or not (found := _DIRECTIVE.search(text)):
        return False
    line = text.count("\n", 0, found.start()) + 1
    refusals.add("Y02", "directive", (line, 1), text=excerpt(found[0]))
    return True


def explain(text: str, error: YAMLError, last: Event | None, refusals: Refusals) -> None:
    """Note the one finding that explains why the parser stopped."""
    scene = look_at(text, error, last)
    if type(last) is AliasEvent and last.end_mark.line == scene.line:
        return  # "*Important note": the alias has been told, and is the cause
    mistake = _conflict(text) or guess(scene)
    refusals.add(mistake.rule, mistake.variant, mistake.at, **mistake.args)


def _conflict(text: str) -> Mistake | None:
    """Both versions of a conflict in git are still in the file."""
    if not (found := _CONFLICT.search(text)):
        return None
    line = text.count("\n", 0, found.start()) + 1
    return Mistake("conflict", (line, 1), {"marker": excerpt(found[0])})
