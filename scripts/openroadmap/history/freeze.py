"""A plan's records and a day come in, the plan as adopted goes out, sealed with digests.

A digest is the SHA-256 of the promise as JSON: fields by name in alphabetical
order, without spaces between, empty fields left out, in UTF-8. It is of what
the file says and not of how it is laid out, so folding a line changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from pydantic_core import to_json

from openroadmap.findings import DataPath
from openroadmap.model.baseline import Baseline, Frozen
from openroadmap.model.commitment import Promise
from openroadmap.model.dates import PartialDate
from openroadmap.model.fields import Record
from openroadmap.model.member import Plan, PlanPromise
from openroadmap.model.reports import withdrawals
from openroadmap.model.site import PlanRecords


def freeze(records: PlanRecords, day: PartialDate) -> Baseline:
    """The promise of a plan and of its commitments as they stand, as of a day.

    Raises ``ValueError`` where the plan's own record could not be read.
    """
    if records.plan is None:
        raise ValueError(records.id)
    gone = withdrawals(records, day.last)
    commitments = tuple(
        _frozen(each, gone[each.id].date if each.id in gone else None)
        for each in records.commitments
    )
    promise = PlanPromise.model_construct(**_part(records.plan, PlanPromise))
    unsealed = Baseline.model_construct(
        id="baseline", frozen_on=day, digest="", plan=promise, commitments=commitments
    )
    return unsealed.model_copy(update={"digest": digest_of_whole(unsealed)})


def digest_of(frozen: Promise) -> str:
    """The digest of one commitment's promise, and of when it was withdrawn if it was."""
    return _digest({name: value for name, value in _said(frozen).items() if name != "digest"})


def digest_of_whole(baseline: Baseline) -> str:
    """The digest of the day, of the plan's own promise and of the commitments' digests."""
    sealed = {
        "frozen_on": baseline.frozen_on.text,
        "plan": baseline.plan,
        "commitments": {each.id: each.digest for each in baseline.commitments},
    }
    return _digest(sealed)


def broken_seals(baseline: Baseline) -> Iterator[DataPath]:
    """Where a digest does not fit what it stands for; () for the whole."""
    for index, each in enumerate(baseline.commitments):
        if each.digest != digest_of(each):
            yield ("commitments", index)
    if baseline.digest != digest_of_whole(baseline):
        yield ()


def is_whole(baseline: Baseline, plan_id: str) -> bool:
    """Whether it is the plan's own, and nobody has edited it."""
    return baseline.plan.id == plan_id and next(broken_seals(baseline), None) is None


def _frozen(promise: Promise, withdrawn_on: PartialDate | None) -> Frozen:
    values = _part(promise, Promise)
    unsealed = Frozen.model_construct(**values, withdrawn_on=withdrawn_on, digest="")
    return unsealed.model_copy(update={"digest": digest_of(unsealed)})


def _part(record: Promise | Plan, model: type[Promise] | type[PlanPromise]) -> dict[str, Any]:
    """The fields of a record that a model of fewer fields has."""
    return {name: record.__dict__[name] for name in model.model_fields}


def _digest(data: dict[str, Any]) -> str:
    return sha256(to_json(_plain(data))).hexdigest()


def _said(record: Record) -> dict[str, Any]:
    """The fields that say something."""
    return {name: value for name, value in record.__dict__.items() if value}


def _plain(value: Any) -> Any:
    """A value as texts, lists and mappings, which are in alphabetical order."""
    kind = value.__class__
    if kind is str:
        return value
    if kind is PartialDate:
        return value.text
    if kind is tuple:
        return [_plain(each) for each in value]
    fields = value if kind is dict else _said(value)
    return {name: _plain(fields[name]) for name in sorted(fields)}
