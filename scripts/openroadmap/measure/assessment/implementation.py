"""Open implementation (per_year): meetings on results come in, whether every year had enough goes
out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from openroadmap.i18n import N_
from openroadmap.measure.assessment.case import Case, weakest
from openroadmap.measure.assessment.meetings import (
    held,
    key_of,
    lacks_results,
    planned,
    sorted_out,
    why_not,
)
from openroadmap.measure.assessment.outcomes import NOT_EXACT, Outcome
from openroadmap.measure.assessment.phases import no_start, not_begun, plan_key
from openroadmap.measure.assessment.spans import windows
from openroadmap.measure.assessment.verdicts import State
from openroadmap.measure.assessment.yearly import Counted, YearWords, count_years
from openroadmap.model.dates import Precision
from openroadmap.model.process import Meeting
from openroadmap.rules.days import add_months
from openroadmap.standards.sentences import Sentence, When

KINDS = ("implementation", "forum")
"""A forum's meeting counts too where it presented results and heard comments."""

_HOLD = Sentence(
    N_("Hold a meeting with civil society that presents results and collects comments.")
)
_WORDS = YearWords(
    closed=N_(
        "{count} of {need} meetings on results are recorded in the year from {first} to {last}."
    ),
    running=N_(
        "{count} of {need} meetings on results are recorded so far in the year from {first}; it "
        "ends on {last}."
    ),
    kept=N_("Every year of the plan so far had its meetings on results, {need} in the latest."),
    none_needed=N_("This last part of the plan is shorter than six months and needs no meeting."),
    unclear=N_(
        "Whether {need} meetings on results were held from {first} to {last} cannot be told."
    ),
    what=_HOLD,
)
_NOT_HERE = Sentence(N_("No meeting that presents results and collects comments is recorded here."))
_SOME_HERE = Sentence(N_("Not every meeting on results may be recorded here."))
_CANCELLED = N_("The meeting planned {when} was cancelled.")
_SAME_DAY = Sentence(N_("Two meetings on one day count once."))
_PLANNED = N_("A meeting is planned for {day}.")


def open_implementation(case: Case) -> Outcome:
    """5.1: results are presented and comments collected so often in every year."""
    if early := not_begun(case):
        return early
    start = case.start
    if start is None:
        return no_start(case)
    counting, others = sorted_out(held(case, *KINDS), lacks_results(case))
    need, year = case.requirement.number("need"), case.requirement.words("year")[0]
    end = case.end or add_months(case.today, 24)
    spans = tuple(windows(start, end, need, year))
    found = count_years(case, [each.date for each in counting], spans, _WORDS)
    if found is None:
        return no_start(case)
    return _outcome(case, found, counting, others)


def _outcome(
    case: Case, found: Counted, counting: tuple[Meeting, ...], others: tuple[Meeting, ...]
) -> Outcome:
    year = found.year
    inside = [each for each in counting if each.date.last >= year.window.first]
    keys = tuple(key_of(each) for each in inside) or (plan_key(case.records),)
    proof = weakest(
        case.proof_of(key_of(each), add_months(each.date.last, 12), each.evidence, each.date)
        for each in counting
    )
    vague = any(each.date.precision is not Precision.DAY for each in counting)
    remarks = (*_not_counted(case, found, counting, others), *_plans(case, found))
    broken = year.state is State.NOT_MET
    wanting = broken or year.state in (State.AT_RISK, State.ON_TRACK)
    return Outcome(
        year.state, found.because, keys, proof, found.next,
        _HOLD if found.next else None,
        repairable=not broken, remarks=(*remarks, NOT_EXACT) if vague else remarks,
        absent=(_SOME_HERE if counting else _NOT_HERE) if wanting else None,
    )  # fmt: skip


def _not_counted(
    case: Case, found: Counted, counting: tuple[Meeting, ...], others: tuple[Meeting, ...]
) -> Iterator[Sentence]:
    """What may surprise in the count of the year that decides, while meetings are wanting.

    An ordinary meeting of the forum was not meant to present results, so it is passed over.
    """
    if found.year.count >= found.year.window.need:
        return

    def meant(meetings: Iterable[Meeting]) -> tuple[Meeting, ...]:
        window = found.year.window
        return tuple(
            each
            for each in meetings
            if each.date.last >= window.first and each.date.first <= window.last
        )

    yield from why_not(
        tuple(each for each in meant(others) if each.kind == "implementation"),
        lacks_results(case),
    )
    for meeting in meant(case.records.meetings):
        if meeting.kind == "implementation" and meeting.status == "cancelled":
            yield Sentence(_CANCELLED, {"when": When(meeting.date)})
    days = [each.date for each in meant(counting)]
    if len({day.text for day in days}) < len(days):
        yield _SAME_DAY


def _plans(case: Case, found: Counted) -> tuple[Sentence, ...]:
    """The next planned meeting, where one more is needed."""
    if found.next is None:
        return ()
    meeting = planned(case, found.next.day, *KINDS)
    return (Sentence(_PLANNED, {"day": meeting.date}),) if meeting else ()
