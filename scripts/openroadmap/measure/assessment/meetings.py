"""Which meetings count: held, not in the future, with those who must be there, minutes public."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from openroadmap.i18n import N_
from openroadmap.measure.assessment.case import Case
from openroadmap.model.process import Meeting
from openroadmap.model.site import RecordKey
from openroadmap.standards.sentences import Sentence, When

Reason = Callable[[Meeting], "Sentence | None"]

_NOBODY = Sentence(N_("who came is not recorded"))
_NO_GOVERNMENT = Sentence(N_("nobody from government is recorded among those who came"))
_NO_CIVIL_SOCIETY = Sentence(N_("nobody from civil society is recorded among those who came"))
_NOBODY_ELSE = Sentence(N_("nobody from outside government is recorded among those who came"))
_NO_MINUTES = Sentence(N_("its minutes are not published"))
_NOTHING_SHOWN = Sentence(N_("what was presented is not recorded"))
_NO_COMMENTS = Sentence(N_("whether comments were collected is not recorded"))
_DOES_NOT_COUNT = N_("The meeting held {when} does not count, because {reason}.")


def key_of(meeting: Meeting) -> RecordKey:
    return ("meeting", meeting.id)


def held(case: Case, *kinds: str) -> Iterator[Meeting]:
    """Meetings held by today, oldest first; one that is dated in the future was not held."""
    found = [
        each
        for each in case.records.meetings
        if each.date.first <= case.today
        and (each.status == "held" or (each.status is None and each.minutes is not None))
        and (not kinds or each.kind in kinds)
    ]
    yield from sorted(found, key=lambda each: (each.date.last, each.date.first, each.id))


def planned(case: Case, until: date, *kinds: str) -> Meeting | None:
    """The first meeting planned from today until a day."""
    found = [
        each
        for each in case.records.meetings
        if each.status == "planned"
        and each.kind in kinds
        and case.today <= each.date.first
        and each.date.last <= until
    ]
    return min(found, key=lambda each: (each.date.last, each.id), default=None)


def minutes_public(meeting: Meeting, today: date) -> bool:
    """Whether the minutes could be read by today; undated ones need an address."""
    minutes = meeting.minutes
    if minutes is None:
        return False
    if minutes.published_on is None:
        return bool(minutes.url or minutes.path)
    return minutes.published_on.last <= today


def lacks_both_sides(case: Case) -> Reason:
    """Why a meeting does not count as dialogue between government and civil society."""

    def reason(meeting: Meeting) -> Sentence | None:
        came = meeting.attendance
        if came is None:
            return _NOBODY
        if not came.government:
            return _NO_GOVERNMENT
        if not came.civil_society:
            return _NO_CIVIL_SOCIETY
        return None if minutes_public(meeting, case.today) else _NO_MINUTES

    return reason


def lacks_others(case: Case) -> Reason:
    """Why a meeting does not count as one with stakeholders outside government."""

    def reason(meeting: Meeting) -> Sentence | None:
        came = meeting.attendance
        if came is None:
            return _NOBODY
        if not (came.civil_society or came.other):
            return _NOBODY_ELSE
        return None if minutes_public(meeting, case.today) else _NO_MINUTES

    return reason


def lacks_results(case: Case) -> Reason:
    """Why a meeting does not count as one that presents results and hears comments."""

    def reason(meeting: Meeting) -> Sentence | None:
        came = meeting.attendance
        if came is None:
            return _NOBODY
        if not came.civil_society:
            return _NO_CIVIL_SOCIETY
        if not meeting.presented:
            return _NOTHING_SHOWN
        if meeting.comments_collected is None:
            return _NO_COMMENTS
        return None if minutes_public(meeting, case.today) else _NO_MINUTES

    return reason


def sorted_out(
    meetings: Iterator[Meeting], reason: Reason
) -> tuple[tuple[Meeting, ...], tuple[Meeting, ...]]:
    """Those that count, and those that do not."""
    every = tuple(meetings)
    counting = tuple(each for each in every if reason(each) is None)
    return counting, tuple(each for each in every if each not in counting)


def why_not(meetings: tuple[Meeting, ...], reason: Reason) -> tuple[Sentence, ...]:
    """Why the last of these meetings does not count, as a remark."""
    for meeting in meetings[-1:]:
        found = reason(meeting)
        if found is not None:
            return (Sentence(_DOES_NOT_COUNT, {"when": When(meeting.date), "reason": found}),)
    return ()
