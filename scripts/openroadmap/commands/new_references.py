"""What a new record speaks of, found in its name: a kind and its file in, values to fill in out.

``2026-11-23-open-data-charter`` names the commitment ``open-data-charter`` of its
plan. Where a record means nothing without such a reference, it is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from openroadmap.model.kinds import KIND, Kind
from openroadmap.model.table import table


class PlaceError(ValueError):
    """Raised if a record cannot lie where it was asked for; the text is for people."""


def references(kind: Kind, file: Path) -> dict[str, str | list[str]]:
    """The references that the name of a new record holds, by field.

    The commitment that a record speaks of; of an answer the contribution. Of an
    amendment see new_agreed.py. Raises ``PlaceError`` where the name holds none.
    """
    if kind.name == "response":
        return {"contributions": [_named(kind, file, KIND["contribution"])]}
    field = table(kind.model).get("commitment")
    if field is None:
        return {}
    try:
        return {"commitment": _named(kind, file, KIND["commitment"])}
    except PlaceError:
        if field.required:
            raise
        return {}


def _named(kind: Kind, file: Path, target: Kind) -> str:
    """The id of a record of the target's kind that is part of the name: the longest."""
    plan = file.parent.parent
    ids = sorted(each.stem for each in (plan / target.folder).glob("*.yml") if "." not in each.stem)
    named = id_within(file.stem, ids)
    if not named:
        raise PlaceError(_request(kind, target, plan, ids))
    return named


def id_within(name: str, ids: Iterable[str]) -> str:
    """The longest of the ids that is part of a name, or ""."""
    return max((id for id in ids if f"-{id}-" in f"-{name}-"), key=len, default="")


def _request(kind: Kind, target: Kind, plan: Path, ids: list[str]) -> str:
    place = f"{plan.parent.name}/{plan.name}"
    speaks = f"{'An' if kind.name[0] in 'aeiou' else 'A'} {kind.name} speaks of a {target.name}"
    if not ids:
        return (
            f"{speaks}, and {place} has none yet: lay that down "
            f"first, with openroadmap new {target.name} {place}/…"
        )
    return (
        f"{speaks}: end its name with the id of one, for instance {place}/{ids[0]}. "
        f"There are: {', '.join(ids)}."
    )
