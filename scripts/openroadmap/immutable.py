"""Values: a class of named fields comes in, one whose objects nobody changes goes out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform

Class = TypeVar("Class")


@dataclass_transform(frozen_default=True)
def immutable(cls: type[Class]) -> type[Class]:
    """Make it a dataclass of few bytes, which compares and hashes by its fields.

    A type checker reports whoever sets a field. Python does not: a dataclass that is
    frozen while a site is built takes four times as long to make, and there are very many.

    Dataclasses write the code of each method of each class anew and compile it. With
    hundreds of classes that is felt whenever a command starts, so only ``__init__`` is
    made in this way; the others are the same for all.
    """
    made = dataclass(slots=True, eq=False, repr=False)(cls)
    values = _values_of([each.name for each in fields(made) if each.compare])

    def equal(self: Any, other: object) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return values(self) == values(other)

    for name, method in (
        ("__eq__", equal),
        ("__hash__", lambda self: hash(values(self))),
        ("__repr__", _written),
    ):
        if name not in cls.__dict__:
            setattr(made, name, method)
    return made


def _values_of(names: list[str]) -> Callable[[Any], Any]:
    return attrgetter(*names) if names else lambda _: ()


def _written(self: Any) -> str:
    said = (f"{each.name}={getattr(self, each.name)!r}" for each in fields(self) if each.repr)
    return f"{type(self).__qualname__}({', '.join(said)})"
