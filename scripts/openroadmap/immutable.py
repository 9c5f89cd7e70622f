"""Values: a class of named fields comes in, one whose objects nobody changes goes out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

Class = TypeVar("Class")


@dataclass_transform(frozen_default=True)
def immutable(cls: type[Class]) -> type[Class]:
    """Make it a dataclass of few bytes, which compares and hashes by its fields.

    A type checker reports whoever sets a field. Python does not: a dataclass that is
    frozen while a site is built takes four times as long to make, and there are very many.
    """
    return dataclass(slots=True, unsafe_hash=True)(cls)
