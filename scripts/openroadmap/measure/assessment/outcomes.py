"""What one check says of one requirement, before it becomes a verdict.

A check looks at one reading of the dates and one phase. Here its answers are
joined: over all readings of inexact dates, and with regard to who keeps the
records, since what others transcribed proves nothing by what it lacks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations

from openroadmap.findings import DataPath
from openroadmap.i18n import N_
from openroadmap.immutable import immutable
from openroadmap.measure.assessment.times import NAMES, Times
from openroadmap.measure.assessment.verdicts import Deadline, Proof, State
from openroadmap.model.site import RecordKey
from openroadmap.standards.sentences import Sentence

NOT_EXACT = Sentence(N_("The exact day is not recorded."))
IF_YOU_KNOW = Sentence(N_("If you know a public source that says it, add it and name the source."))
SAY_WHO_KEEPS = Sentence(
    N_("Say in plan.yml under kept_by who keeps these records: the government or others.")
)
_DEPENDS = N_("This depends on {what}, of which the exact day is not recorded.")
_WRITE_DAY = Sentence(N_("Record the exact day."))
_CANNOT_TELL = (State.NOT_MET, State.AT_RISK, State.ON_TRACK, State.NOT_STARTED)


@immutable
class Outcome:
    """The answer of a check; most fields are those of a verdict.

    ``absent`` is set when the state follows from something not being there: it
    says the same without blame, for records that others transcribed and those of
    which nobody says who keeps them.
    """

    state: State
    because: Sentence
    records: tuple[RecordKey, ...] = ()
    proof: Proof = Proof.NONE
    next: Deadline | None = None
    todo: Sentence | None = None
    repairable: bool = True
    remarks: tuple[Sentence, ...] = ()
    at: DataPath = ()
    absent: Sentence | None = None


def as_kept_by_others(outcome: Outcome, todo: Sentence = IF_YOU_KNOW) -> Outcome:
    """Records that others transcribed, or perhaps did, say what happened, never what did not."""
    if outcome.state is State.NO_DATA:
        return replace(outcome, todo=todo)
    if outcome.absent is None or outcome.state not in _CANNOT_TELL:
        return outcome
    return replace(
        outcome, state=State.NO_DATA, because=outcome.absent, proof=Proof.NONE, next=None,
        todo=todo, repairable=True, absent=None,
    )  # fmt: skip


def joined(outcomes: Sequence[Outcome], readings: Sequence[Times]) -> Outcome:
    """What holds in every reading. Where readings differ the records do not decide it."""
    first = outcomes[0]
    if all(each == first for each in outcomes):
        return first
    if len({each.state for each in outcomes}) == 1:
        soonest, _ = min(zip(outcomes, readings, strict=True), key=_soonest_and_longest)
        remarks = tuple(each for each in soonest.remarks if each != NOT_EXACT)
        return replace(soonest, remarks=(*remarks, NOT_EXACT))
    what = Sentence(NAMES[_deciding(outcomes, readings)])
    return Outcome(
        State.NO_DATA, Sentence(_DEPENDS, {"what": what}), first.records, todo=_WRITE_DAY,
        at=first.at,
    )  # fmt: skip


def _soonest_and_longest(read: tuple[Outcome, Times]) -> tuple[date, int]:
    """The reading to speak of: that of the nearest deadline, then of the longest plan."""
    outcome, times = read
    length = (times.ends - times.starts).days if times.starts and times.ends else 0
    return outcome.next.day if outcome.next else date.max, -length


def _deciding(outcomes: Sequence[Outcome], readings: Sequence[Times]) -> str:
    """The date on which the state depends: two readings differ in it, and in their state."""
    differing = [
        [name for name in NAMES if getattr(one, name) != getattr(other, name)]
        for (one, said), (other, also) in combinations(zip(readings, outcomes, strict=True), 2)
        if said.state is not also.state
    ]
    return min(differing, key=len)[0]
