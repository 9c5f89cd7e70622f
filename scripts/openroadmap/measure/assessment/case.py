"""What a check is given: the records, one reading of the dates, the phase, the day, git's facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from openroadmap.measure.assessment.times import Times
from openroadmap.measure.assessment.verdicts import Proof
from openroadmap.model.dates import PartialDate
from openroadmap.model.facts import GitFacts, History
from openroadmap.model.kinds import record_file
from openroadmap.model.parts import Evidence
from openroadmap.model.site import PlanRecords, RecordKey
from openroadmap.standards.pack import Phase, Requirement

_STRENGTH = (Proof.NONE, Proof.ATTESTED, Proof.CLAIMED, Proof.EXTERNAL, Proof.GIT)


@dataclass(frozen=True)
class Case:
    """One requirement to decide. ``git`` is None unless the full history speaks for this plan.

    What others transcribed, or made up as an example, did not come into the
    repository when it happened, so the history of its files proves nothing.
    """

    records: PlanRecords
    requirement: Requirement
    phase: Phase
    times: Times
    today: date
    git: GitFacts | None = None

    @cached_property
    def start(self) -> date | None:
        """The first day of the phase."""
        return self.times.opened if self.phase is Phase.COCREATION else self.times.starts

    @cached_property
    def end(self) -> date | None:
        """The last day of the phase."""
        return self.times.made_by if self.phase is Phase.COCREATION else self.times.ends

    @cached_property
    def until(self) -> date:
        """The day to judge by: today, or the end of the phase once that is past."""
        return min(self.today, self.end) if self.end else self.today

    @property
    def is_before(self) -> bool:
        """The phase has surely not begun."""
        first = self.start or self.end
        return first is not None and self.today < first

    @property
    def is_over(self) -> bool:
        """The phase has surely ended."""
        return self.end is not None and self.today > self.end

    @property
    def is_delivered(self) -> bool:
        return self.times.is_delivered(self.today)

    def first_published(self, key: RecordKey) -> date | None:
        """The day on which the history shows that there was such a record, whatever it said."""
        return self.git.published.get(self._file(key)) if self.git else None

    def shown_since(self, key: RecordKey) -> date | None:
        """The day since when the history shows the record as it is now.

        A record that was empty at first, or told of a plan, proves nothing of
        what was written into it later. So this is the last change of its content.
        """
        first = self.first_published(key)
        if first is None or self.git is None:
            return None
        return max((first, *self.git.updated.get(self._file(key), ())))

    def shown_by(self, key: RecordKey, limit: date) -> date | None:
        """The day on which what the record says was public: surely by the limit, or surely after.

        None where it was there by the limit and changed after it, for better or worse.
        """
        first, since = self.first_published(key), self.shown_since(key)
        changed_after = first and since and first <= limit < since
        return None if changed_after else since

    def changed_on(self, keys: Iterable[RecordKey]) -> Iterator[tuple[date, RecordKey]]:
        """The days on which the history shows a change of these records' content."""
        if self.git:
            for key in keys:
                for day in self.git.updated.get(self._file(key), ()):
                    yield day, key

    def came_on(self, keys: Iterable[RecordKey]) -> Iterator[tuple[date, RecordKey]]:
        """The days on which the history shows that these records came."""
        for key in keys:
            if (day := self.first_published(key)) is not None:
                yield day, key

    def proof_of(
        self,
        key: RecordKey,
        limit: date | None,
        evidence: Iterable[Evidence] = (),
        event: PartialDate | None = None,
    ) -> Proof:
        """How a record proves that something was there by a day.

        What was written before the event that it tells of proves nothing of it.
        """
        shown = self.shown_since(key)
        foretold = shown is not None and event is not None and shown < event.last
        if shown is not None and limit is not None and shown <= limit and not foretold:
            return Proof.GIT
        for each in evidence:
            day = each.published_on
            if each.archived_url and day and (limit is None or day.last <= limit):
                return Proof.EXTERNAL
        return Proof.CLAIMED

    def _file(self, key: RecordKey) -> str:
        return record_file(self.records.context.member_id, self.records.id, *key)


def weakest(proofs: Iterable[Proof]) -> Proof:
    """The weakest of several proofs; none of none."""
    return min(proofs, key=_STRENGTH.index, default=Proof.NONE)


def kept_by_government(records: PlanRecords) -> bool:
    """Whether it is said that the government keeps the records: only then does silence tell."""
    return records.plan is not None and records.plan.kept_by == "government"


def full_history(facts: GitFacts | None, records: PlanRecords) -> GitFacts | None:
    """Git's facts where they can prove something of this plan, else None."""
    told = records.transcribed or records.example
    if facts is None or facts.history is not History.FULL or told:
        return None
    return facts


def surely_by(day: PartialDate | None, limit: date) -> bool:
    """Whether every day a date can mean is at or before the limit."""
    return day is not None and day.last <= limit


def perhaps_by(day: PartialDate | None, limit: date) -> bool:
    """Whether a date can mean a day at or before the limit. An unknown day can."""
    return day is None or day.first <= limit
