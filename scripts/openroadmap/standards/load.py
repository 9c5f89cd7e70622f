"""Our packs by their ids: a name comes in, a pack out, read once from ``packs/``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from openroadmap.standards.pack import Pack
from openroadmap.standards.shape import Complaint, shape_pack

FOLDER = Path(__file__).with_name("packs")
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class PackError(Exception):
    """Raised if one of our own packs is broken: a fault of the installation, not of records."""


@lru_cache(maxsize=1)
def our_packs() -> Mapping[str, Pack]:
    """Every pack of ours by its id, those that others build on first."""
    found: dict[str, Pack] = {}
    for id, data in sorted(_files().items(), key=lambda item: ("with" in item[1], item[0])):
        pack, complaints = shape_pack(id, data, found, ours=True)
        if pack is None or complaints:
            raise PackError(f"{id}: {_first(complaints)}")
        found[id] = pack
    return found


def load_pack(id: str) -> Pack:
    """One of our packs; raises ``KeyError`` when there is none of that id."""
    return our_packs()[id]


def _files() -> dict[str, Any]:
    return {
        file.stem: yaml.load(file.read_text("utf-8"), Loader=_LOADER)  # noqa: S506 - our own file
        for file in FOLDER.glob("*.yml")
    }


def _first(complaints: tuple[Complaint, ...]) -> str:
    return ", ".join(f"{each.variant} at {each.path}" for each in complaints[:3])
