"""The example of one finding: its arguments and its place come in, a few lines to copy go out.

An example shows what was written, put right, as far as that can be known: the
reader's own words and ids, or the command that renames the very file.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Mapping

from openroadmap.findings import Finding

_ESCAPED = re.compile(r"\\(?:x[0-9a-f]{2}|u[0-9a-f]{4}|U[0-9a-f]{8})")
_PLAN_DEPTH = len(("commitments", "member", "plan"))
LINES = frozenset({"corrected"})
"""Arguments that are shown as they are: lines that were put right when they were read."""


A_COMMIT = "a1b2c3d"
"""Stands for the id of a commit, which whoever runs a command puts in its place."""


def bring_back(path: str) -> str:
    """The commands that bring a file back as it was last committed, in any shell.

    The second takes the id that the first shows in place of ``A_COMMIT``.
    """
    return (
        f"git log --oneline -n 1 --diff-filter=AM -- {path}\n"
        f"git restore --source {A_COMMIT} -- {path}"
    )


def example_of(text: str, finding: Finding, args: Mapping[str, str]) -> str:
    """Fill an example in. Beside the arguments of the finding it may speak of its place.

    ``{file}``, its ``{folder}``, that of its ``{plan}``, ``{member_plan}`` as commands
    take it and the file's own name, ``{base}``, are safe to paste into a shell;
    ``{stem}`` is that name without its endings, which is a record's id, and
    ``{here}`` the key at which the finding stands.
    """
    if "{" not in text:
        return text
    kept = {name: str(finding.args[name]) for name in LINES & finding.args.keys()}
    place = _place(finding) if any(name in text for name in _OF_PLACE) else {}
    return text.format_map({**place, **args, **kept})


_OF_PLACE = ("{file}", "{folder}", "{plan}", "{member_plan}", "{base}", "{stem}", "{here}")


def _place(finding: Finding) -> dict[str, str]:
    folder, _, base = finding.place.file.rpartition("/")
    return {
        "file": _in_shell(finding.place.file),
        "folder": _in_shell(folder or "."),
        "base": _in_shell(base),
        "stem": base.partition(".")[0],
        "plan": _in_shell("/".join(folder.split("/")[:_PLAN_DEPTH])),
        "member_plan": _in_shell("/".join(folder.split("/")[1:_PLAN_DEPTH])),
        "here": next((step for step in reversed(finding.path) if isinstance(step, str)), ""),
    }


def _in_shell(path: str) -> str:
    """A path as one word of a command; ``?`` stands for what could not be shown."""
    shown = "".join(each if each.isprintable() else "\\x00" for each in path)
    return "?".join(shlex.quote(part) if part else "" for part in _ESCAPED.split(shown))
