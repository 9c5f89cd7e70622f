"""Values compare, hash and write themselves as dataclasses do."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from typing import Any, ClassVar

import pytest
from openroadmap.immutable import immutable


@immutable
class Day:
    """A value for the tests."""

    kind: ClassVar[str] = "day"
    name: str
    hours: int = 24
    notes: tuple[str, ...] = field(default=(), compare=False)
    secret: str = field(default="", repr=False)


@dataclass(slots=True, unsafe_hash=True)
class Plain:
    """The same as a plain dataclass."""

    kind: ClassVar[str] = "day"
    name: str
    hours: int = 24
    notes: tuple[str, ...] = field(default=(), compare=False)
    secret: str = field(default="", repr=False)


@immutable
class Nothing:
    """It has no fields."""


@immutable
class Own:
    """It has methods of its own."""

    name: str

    def __eq__(self, other: object) -> bool:
        return isinstance(other, str)

    def __hash__(self) -> int:
        return 7

    def __repr__(self) -> str:
        return "own"


class LongDay(Day):
    """A kind of day."""


ARGUMENTS: list[tuple[Any, ...]] = [
    ("Monday",), ("Monday", 23), ("Monday", 24, ("a",)), ("Monday", 24, (), "x"), ("Tuesday",),
]  # fmt: skip


@pytest.mark.parametrize("one", ARGUMENTS)
@pytest.mark.parametrize("other", ARGUMENTS)
def test_values_are_equal_as_those_of_a_dataclass(
    one: tuple[Any, ...], other: tuple[Any, ...]
) -> None:
    expected = Plain(*one) == Plain(*other)
    assert (Day(*one) == Day(*other)) is expected
    assert (len({Day(*one), Day(*other)}) == 1) is expected
    assert repr(Day(*one)) == repr(Plain(*one)).replace("Plain", "Day")


def test_a_value_of_another_class_is_another_value() -> None:
    assert Day("Monday") != Plain("Monday")
    assert Day("Monday") != LongDay("Monday")
    assert Day("Monday") != "Monday"


def test_values_without_fields_are_all_the_same() -> None:
    assert Nothing() == Nothing()
    assert len({Nothing(), Nothing()}) == 1
    assert repr(Nothing()) == "Nothing()"


def test_methods_of_its_own_stay() -> None:
    assert Own("a") == "anything"
    assert hash(Own("a")) == 7
    assert repr(Own("a")) == "own"


def test_a_value_is_small_and_can_be_copied_with_a_change() -> None:
    assert not hasattr(Day("Monday"), "__dict__")
    assert replace(Day("Monday"), hours=25) == Day("Monday", 25)
    assert [each.name for each in fields(Day)] == ["name", "hours", "notes", "secret"]


def test_what_cannot_be_hashed_says_so() -> None:
    with pytest.raises(TypeError):
        hash(Day("Monday", hours=[]))  # type: ignore[arg-type]
