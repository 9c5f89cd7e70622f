"""What differs from a promise, as the arguments of a finding: a difference in, texts out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from openroadmap.history.agreed import sayings
from openroadmap.history.differences import Difference, Side
from openroadmap.model.commitment import Promise
from openroadmap.model.dates import PartialDate
from openroadmap.model.member import PlanPromise
from openroadmap.model.process import Agreed

LONGEST = 60
"""Letters that are shown of a text."""
_PLAIN = re.compile(r"[^\W_][\w /().–-]*(?<! )")
"""A text that YAML reads as what it is, without quotation marks."""


def told_args(
    each: Difference, present: Promise | PlanPromise | None
) -> dict[str, str | int]:
    """What differs from what was adopted, or agreed since: both values and the days between."""
    before, after = _sides(each.agreed if each.stated else each.before, each.after)
    days = each.days or 0
    return {
        "commitment": each.commitment,
        "amendment": each.stated.id if each.stated else "",
        "fields": each.key,
        "milestones": each.milestone,
        "changes": f"{each.key} ({before or '–'} → {after or '–'})",
        "days_later": days if days > 1 else 0,
        "days_earlier": -days if days < -1 else 0,
        "corrected": _agreed(each, present),
    }


def _agreed(each: Difference, present: Promise | PlanPromise | None) -> str:
    """What an amendment would have to say, as lines of YAML; a long text is left to the record."""
    said = sayings(each, present) if present is not None else ()
    return "\n".join(line for one in said for line in _lines(one))


def _lines(said: Agreed) -> Iterator[str]:
    yield f"  - field: {said.field}"
    if said.names:
        yield f"    names: [{', '.join(_scalar(name) for name in said.names)}]"
    elif said.says:
        text = " ".join(said.says.split())
        yield f"    says: {_scalar(text) if len(text) <= LONGEST else '…'}"


def _scalar(text: str) -> str:
    """A text as YAML: between quotation marks where it might be read as anything else."""
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def _sides(was: Side, now: Side) -> tuple[str, str]:
    """What was to be and what is there now; of long texts the words around where they part."""
    before, after = _text(was), _text(now)
    if max(len(before), len(after)) <= LONGEST:
        return before, after
    pairs = enumerate(zip(before, after, strict=False))
    same = next((at for at, (one, other) in pairs if one != other), min(len(before), len(after)))
    begin = before.rfind(" ", 0, max(0, same - LONGEST // 2)) + 1
    if same - begin >= LONGEST:  # a language without spaces, or a long address
        begin = same - LONGEST // 2
    return _cut(before, begin), _cut(after, begin)


def _text(side: Side) -> str:
    if isinstance(side, PartialDate):
        return side.text
    return "; ".join(side) if isinstance(side, tuple) else " ".join((side or "").split())


def _cut(text: str, begin: int) -> str:
    start, end = "…" if begin else "", "…" if len(text) > begin + LONGEST else ""
    return f"{start}{text[begin : begin + LONGEST].rstrip()}{end}"
