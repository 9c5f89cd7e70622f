"""A promise comes in, its digest goes out: by it one can tell whether anybody changed a word.

A digest is the SHA-256 of the promise as JSON: fields by name in alphabetical
order, without spaces between, empty fields left out, in UTF-8. It is of what
the file says and not of how it is laid out, so folding a line changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256
from typing import Any

from pydantic_core import to_json

from openroadmap.model.baseline import Baseline, Frozen
from openroadmap.model.commitment import Promise
from openroadmap.model.dates import PartialDate
from openroadmap.model.fields import Record, names_of

_PROMISED = tuple(sorted(set(names_of(Frozen)) - {"digest"}))


def frozen(promise: Promise, withdrawn_on: PartialDate | None = None) -> Frozen:
    """A commitment's promise as a plan as adopted holds it, with its digest."""
    values = _values(promise, withdrawn_on)
    return Frozen.trusted(**values, digest=_digest(_said(values, _PROMISED)))


def frozen_as(promise: Promise, written: dict[str, Any]) -> Frozen | None:
    """The same, where a file has just this promise, with its digest; None where it has another.

    ``written`` is what the file says, without a record around: texts, lists and mappings.
    """
    values = _values(promise, None)
    said = _said(values, _PROMISED)
    digest = _digest(said)
    if written != {**said, "digest": digest}:
        return None
    return Frozen.trusted(**values, digest=digest)


def _values(promise: Promise, withdrawn_on: PartialDate | None) -> dict[str, Any]:
    values = {name: promise.__dict__[name] for name in names_of(Promise)}
    return {**values, "withdrawn_on": withdrawn_on}


def digest_of(promise: Frozen) -> str:
    """The digest of one commitment's promise, and of when it was withdrawn if it was."""
    return _digest(_said(promise.__dict__, _PROMISED))


def digest_of_whole(baseline: Baseline) -> str:
    """The digest of the day, of the plan's own promise and of the commitments' digests."""
    digests = {each.id: each.digest for each in baseline.commitments}
    return _digest({
        "commitments": dict(sorted(digests.items())),
        "frozen_on": baseline.frozen_on.text,
        "plan": _plain(baseline.plan),
    })  # fmt: skip


def _digest(data: dict[str, Any]) -> str:
    return sha256(to_json(data)).hexdigest()


def _plain(value: Any) -> Any:
    """A value as texts, lists and mappings, which are in alphabetical order."""
    kind = type(value)
    if kind is str:
        return value
    if kind is PartialDate:
        return value.text
    if kind is tuple:
        return [_plain(each) for each in value]
    return _said(value.__dict__, _names(kind))


def _said(fields: dict[str, Any], names: Iterable[str]) -> dict[str, Any]:
    """Those of the fields that say something; most are texts, which are plain already."""
    return {
        name: value if type(value) is str else _plain(value)
        for name in names
        if (value := fields[name])
    }


@lru_cache(maxsize=32)
def _names(model: type[Record]) -> tuple[str, ...]:
    return tuple(sorted(names_of(model)))
