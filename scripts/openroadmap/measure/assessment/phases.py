"""Before a phase, and where its first day is not recorded: what every check says first."""

from __future__ import annotations

from datetime import date

from openroadmap.i18n import N_
from openroadmap.measure.assessment.case import Case
from openroadmap.measure.assessment.outcomes import Outcome
from openroadmap.measure.assessment.times import dates_of
from openroadmap.measure.assessment.verdicts import State
from openroadmap.model.dates import PartialDate, parse_date
from openroadmap.model.site import PlanRecords, RecordKey
from openroadmap.standards.pack import Phase
from openroadmap.standards.sentences import Sentence, When

_BEGINS = {
    Phase.COCREATION: N_("Co-creation begins {when}."),
    Phase.IMPLEMENTATION: N_("The plan begins {when}."),
    Phase.PLAN: N_("The plan begins {when}."),
}
_NO_START = {
    Phase.COCREATION: N_("It is not recorded when co-creation began."),
    Phase.IMPLEMENTATION: N_("It is not recorded when the plan begins."),
    Phase.PLAN: N_("It is not recorded when the plan begins."),
}
_RECORD_START = {
    Phase.COCREATION: Sentence(N_("Record the first day of co-creation in plan.yml.")),
    Phase.IMPLEMENTATION: Sentence(N_("Record the first day of the plan in plan.yml.")),
    Phase.PLAN: Sentence(N_("Record the first day of the plan in plan.yml.")),
}


def plan_key(records: PlanRecords) -> RecordKey:
    return ("plan", records.id)


def recorded(case: Case, name: str) -> PartialDate | None:
    """One of the plan's dates as exact as it was recorded, for sentences."""
    return dates_of(case.records).get(name)


def when(day: date | PartialDate) -> When:
    """A day for a sentence, with its preposition."""
    return When(day if isinstance(day, PartialDate) else parse_date(day.isoformat()))


def not_begun(case: Case) -> Outcome | None:
    """The outcome before the phase, or None once it has begun or when nobody knows."""
    if not case.is_before:
        return None
    is_making = case.phase is Phase.COCREATION
    day = recorded(case, "opened" if is_making else "starts")
    key = (plan_key(case.records),)
    if day is None:
        because = Sentence(N_("Its time has not come."))
        return Outcome(State.NOT_STARTED, because, key)
    because = Sentence(_BEGINS[case.phase], {"when": When(day)})
    return Outcome(State.NOT_STARTED, because, key)


def no_start(case: Case) -> Outcome:
    """The outcome when the first day of the phase is not recorded."""
    return Outcome(
        State.NO_DATA, Sentence(_NO_START[case.phase]), (plan_key(case.records),),
        todo=_RECORD_START[case.phase],
        at=("cocreation",) if case.phase is Phase.COCREATION else ("starts_on",),
    )  # fmt: skip


