"""A plan's records and a day come in, the plan as adopted goes out, sealed with digests."""

from __future__ import annotations

from collections.abc import Iterator

from openroadmap.findings import DataPath
from openroadmap.model.baseline import Baseline
from openroadmap.model.dates import PartialDate
from openroadmap.model.digests import digest_of, digest_of_whole, frozen
from openroadmap.model.fields import names_of
from openroadmap.model.member import PlanPromise
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
        frozen(each, gone[each.id].date if each.id in gone else None)
        for each in records.commitments
    )
    own = {name: records.plan.__dict__[name] for name in names_of(PlanPromise)}
    promise = PlanPromise.trusted(**own)
    unsealed = Baseline.trusted(
        id="baseline", frozen_on=day, digest="", plan=promise, commitments=commitments
    )
    return unsealed.but(digest=digest_of_whole(unsealed))


def broken_seals(baseline: Baseline) -> Iterator[DataPath]:
    """Where a digest does not fit what it stands for; () for the whole."""
    if baseline.seal:
        return  # the reader has found that all of them fit
    for index, each in enumerate(baseline.commitments):
        if each.digest != digest_of(each):
            yield ("commitments", index)
    if baseline.digest != digest_of_whole(baseline):
        yield ()


def is_whole(baseline: Baseline, plan_id: str) -> bool:
    """Whether it is the plan's own, and nobody has edited it."""
    return baseline.plan.id == plan_id and next(broken_seals(baseline), None) is None
