"""What all records have in common: they are values, and nothing changes them."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from dataclasses import replace

import pytest
from openroadmap.model.baseline import Frozen
from openroadmap.model.commitment import Commitment, Promise
from openroadmap.model.fields import names_of
from pydantic import ValidationError

TREES = Commitment.validated({
    "title": "Plant trees", "id": "trees", "ends_on": "2027-09",
    "milestones": [{"id": "m1", "title": "Choose streets"}],
})  # fmt: skip


@pytest.mark.parametrize(
    "change",
    [
        lambda: setattr(TREES, "title", "Fell trees"),
        lambda: setattr(TREES, "other", ""),
        lambda: delattr(TREES, "title"),
        lambda: delattr(TREES.milestones[0], "id"),
    ],
)
def test_nothing_changes_a_record(change: Callable[[], None]) -> None:
    with pytest.raises(AttributeError, match="does not change"):
        change()
    assert (TREES.title, TREES.milestones[0].id) == ("Plant trees", "m1")


@pytest.mark.parametrize(
    "twin",
    [
        copy.copy,
        copy.deepcopy,
        replace,
        Commitment.but,
        lambda record: pickle.loads(pickle.dumps(record)),  # noqa: S301 - our own, just made
        lambda record: Commitment(**record.__dict__),
        lambda record: Commitment.trusted(**dict(reversed(record.__dict__.items()))),
    ],
)
def test_records_that_say_the_same_are_equal(twin: Callable[[Commitment], Commitment]) -> None:
    other = twin(TREES)
    assert other is not TREES
    assert other == TREES
    assert hash(other) == hash(TREES)
    assert list(other.__dict__) == list(names_of(Commitment))


def test_a_record_is_never_equal_to_one_of_another_kind() -> None:
    values = {name: TREES.__dict__[name] for name in names_of(Promise)}
    assert Promise.trusted(**values) != Frozen.trusted(**values)
    assert Promise.trusted(**values) != values


@pytest.mark.parametrize("key", ["titel", "self", "data", "__class__", "__dict__", "validated"])
def test_a_key_that_is_no_field_is_refused_whatever_it_means_to_python(key: str) -> None:
    with pytest.raises(ValidationError) as error:
        Commitment.validated({"id": "trees", "title": "Plant trees", key: "x"})
    assert [each["type"] for each in error.value.errors()] == ["unexpected_keyword_argument"]
