"""Advance notice (lead_time): when the timetable was published comes in, whether it was early
enough goes out."""

from __future__ import annotations

from datetime import date, timedelta

from openroadmap.i18n import N_
from openroadmap.measure.assessment.case import Case
from openroadmap.measure.assessment.outcomes import NOT_EXACT, Outcome
from openroadmap.measure.assessment.phases import no_start, plan_key, recorded, when
from openroadmap.measure.assessment.verdicts import Deadline, State
from openroadmap.model.dates import PartialDate, Precision, parse_date
from openroadmap.model.process import Timeline
from openroadmap.model.site import RecordKey
from openroadmap.standards.sentences import NN_, Sentence, When, counted

TIMELINE: RecordKey = ("timeline", "timeline")

_IN_TIME = NN_(
    "The timeline was published {when}, {n} day before the start; {days} are needed.",
    "The timeline was published {when}, {n} days before the start; {days} are needed.",
)
_LATE = NN_(
    "The timeline was published {n} day before the start, {days} are needed.",
    "The timeline was published {n} days before the start, {days} are needed.",
)
_AFTER = N_("The timeline was published {when}, but co-creation began {start}.")
_UNCLEAR = N_("The timeline was published {when}; it had to be by {last}.")
_CHANGED = N_(
    "When the timeline was published is not recorded, and it has changed since {last}, by when "
    "it had to be."
)
_MISSED = N_(
    "No timeline is recorded as published by {last}, {days} days before co-creation begins."
)
_MISSED_PAST = N_(
    "No timeline is recorded as published by {last}, {days} days before co-creation began."
)
_DUE = N_("The timeline must be published by {last}, {days} days before co-creation begins.")
_NO_CHANCES = N_("The timeline does not say when and how people can take part.")
_NOT_HERE = Sentence(N_("No published timeline of co-creation is recorded here."))
_NO_CHANCES_HERE = Sentence(
    N_("When and how people could take part is not recorded in the timeline.")
)
_PUBLISH = Sentence(N_("Publish the timeline with the opportunities to take part."))
_MOVE = Sentence(N_("Move the start of co-creation to a later day and say so."))
_ADD_CHANCES = Sentence(N_("Add the opportunities to take part, each with its dates."))
_WRITE_DAY = Sentence(N_("Record the exact day on which the timeline was published."))


def advance_notice(case: Case) -> Outcome:
    """3.1: the timetable is public so many days before co-creation starts."""
    start = case.times.opened
    if start is None:
        return no_start(case)
    last = start - timedelta(days=case.requirement.number("days"))
    timeline = case.records.timeline
    if _has_changed(case, timeline, last):
        return _changed(last)
    published = _published(case, timeline, last)
    if timeline is None or published is None or published.first > case.today:
        return _unpublished(case, timeline, start, last)
    if published.last <= last:
        return _chances(case, timeline, last) or _in_time(case, published, start, last)
    if published.first > last:
        return _too_late(case, published, start)
    because = Sentence(_UNCLEAR, {"when": When(published), "last": last})
    return Outcome(
        State.NO_DATA, because, (TIMELINE,), todo=_WRITE_DAY, remarks=(NOT_EXACT,),
        at=("published_on",),
    )  # fmt: skip


def _published(case: Case, timeline: Timeline | None, last: date) -> PartialDate | None:
    """As typed, else as the history shows."""
    if timeline is None or timeline.published_on is not None:
        return timeline.published_on if timeline else None
    shown = case.shown_by(TIMELINE, last)
    return parse_date(shown.isoformat()) if shown else None


def _has_changed(case: Case, timeline: Timeline | None, last: date) -> bool:
    """No day is typed, and the history shows a timeline in time that changed afterwards."""
    typed = timeline is None or timeline.published_on is not None
    shown = case.first_published(TIMELINE)
    return not typed and shown is not None and case.shown_by(TIMELINE, last) is None


def _changed(last: date) -> Outcome:
    return Outcome(
        State.NO_DATA, Sentence(_CHANGED, {"last": last}), (TIMELINE,), todo=_WRITE_DAY
    )


def _unpublished(case: Case, timeline: Timeline | None, start: date, last: date) -> Outcome:
    keys = (TIMELINE,) if timeline else (plan_key(case.records),)
    args = {"last": last, "days": case.requirement.number("days")}
    if case.today > last:
        begun = case.today >= start
        because = Sentence(_MISSED_PAST if begun else _MISSED, args)
        return Outcome(
            State.NOT_MET, because, keys, todo=None if begun else _MOVE, repairable=not begun,
            absent=_NOT_HERE,
        )  # fmt: skip
    near = (last - case.today).days <= case.requirement.number("warn_days")
    return Outcome(
        State.AT_RISK if near else State.NOT_STARTED, Sentence(_DUE, args), keys,
        next=Deadline(last, _PUBLISH), todo=_PUBLISH, absent=_NOT_HERE if near else None,
    )  # fmt: skip


def _in_time(case: Case, published: PartialDate, start: date, last: date) -> Outcome:
    n = (start - published.last).days
    days = case.requirement.number("days")
    evidence = case.records.timeline.evidence if case.records.timeline else ()
    vague = published.precision is not Precision.DAY
    return Outcome(
        State.MET, counted(_IN_TIME, n, when=When(published), days=days), (TIMELINE,),
        case.proof_of(TIMELINE, last, evidence), remarks=(NOT_EXACT,) if vague else (),
        at=("published_on",),
    )  # fmt: skip


def _too_late(case: Case, published: PartialDate, start: date) -> Outcome:
    n, begun = (start - published.first).days, case.today >= start
    if n < 0 or published.precision is not Precision.DAY:
        day = recorded(case, "opened")
        args = {"when": When(published), "start": When(day) if day else when(start)}
        because = Sentence(_AFTER if n < 0 else _BEFORE, args)
    else:
        because = counted(_LATE, n, days=case.requirement.number("days"))
    return Outcome(
        State.NOT_MET, because, (TIMELINE,), case.proof_of(TIMELINE, None),
        todo=None if begun else _MOVE, repairable=not begun, at=("published_on",),
    )  # fmt: skip


_BEFORE = N_("The timeline was published {when}, too late for a start {start}.")


def _chances(case: Case, timeline: Timeline, last: date) -> Outcome | None:
    """What is wrong with the overview of opportunities, or None when it has one with dates."""
    if any(each.opens_on or each.closes_on for each in timeline.opportunities):
        return None
    late = case.today > last
    return Outcome(
        State.NOT_MET if late else State.AT_RISK, Sentence(_NO_CHANCES), (TIMELINE,),
        case.proof_of(TIMELINE, last), None if late else Deadline(last, _ADD_CHANCES),
        _ADD_CHANCES, repairable=case.today < (case.times.opened or last),
        absent=_NO_CHANCES_HERE,
    )  # fmt: skip
