"""The forum of a local member (presence, at_least): its record and meetings come in, states go
out."""

from __future__ import annotations

from openroadmap.i18n import N_
from openroadmap.measure.assessment.attestations import GOVERNMENT, OUTSIDE
from openroadmap.measure.assessment.case import Case
from openroadmap.measure.assessment.dialogue import FORUM
from openroadmap.measure.assessment.meetings import (
    held,
    key_of,
    lacks_others,
    planned,
    sorted_out,
    why_not,
)
from openroadmap.measure.assessment.outcomes import NOT_EXACT, Outcome
from openroadmap.measure.assessment.phases import no_start, not_begun, plan_key
from openroadmap.measure.assessment.verdicts import Deadline, Proof, State
from openroadmap.model.dates import PartialDate
from openroadmap.model.process import Forum, Meeting
from openroadmap.standards.sentences import Sentence, When

_EXISTS = N_("The forum was there {when}, with a remit and members.")
_NO_FORUM = Sentence(N_("The plan was submitted, and no forum is recorded."))
_NO_FORUM_YET = Sentence(N_("Co-creation has begun, and no forum is recorded yet."))
_NO_FORUM_HERE = Sentence(N_("No forum is recorded here."))
_LACKS = Sentence(N_("A forum is recorded, but not both its remit and its members."))
_LATER = N_("The forum was established {when}, after the plan was made.")
_UNDATED = Sentence(N_("A forum is recorded, but not since when there is one."))
_SET_UP = Sentence(N_("Record the forum in forum.yml: its remit, members and first day."))
_ADD_DAY = Sentence(N_("Record when the forum was established."))

_BOTH = Sentence(N_("Government and others sit in the forum."))
_ONE_SIDE = Sentence(N_("The recorded members of the forum do not come from both sides."))
_NO_SECTORS = Sentence(N_("From which sectors the members of the forum come is not recorded."))
_ADD_SECTORS = Sentence(N_("Record the sector of each member of the forum."))
_INVITE = Sentence(N_("Give seats to civil society and others outside government."))

_MET = N_("The forum met with stakeholders from outside government {when}.")
_NOT_MET_YET = N_("No meeting with stakeholders from outside government counts so far.")
_NOT_MET_BY = N_(
    "No meeting with stakeholders from outside government counts so far; co-creation ends on "
    "{last}."
)
_NEVER_MET = Sentence(
    N_("No meeting with stakeholders from outside government counts during co-creation.")
)
_NO_MEETING_HERE = Sentence(
    N_("No meeting with stakeholders from outside government is recorded here.")
)
_MAYBE = N_("There was a meeting {when}; whether co-creation was still going on cannot be told.")
_MEET = Sentence(N_("Hold a meeting of the forum with civil society, and publish its minutes."))
KINDS = ("forum", "consultation", "drafting")
"""Kinds of meeting during co-creation that may be the forum's with its stakeholders."""


def forum_exists(case: Case) -> Outcome:
    """L1.1: there was a forum with remit and members while the plan was made."""
    forum = case.records.forum
    if forum is None:
        return not_begun(case) or _no_forum(case)
    if not (_has_remit(forum) and (forum.members or forum.chairs)):
        return _wanting(case, forum)
    since = _since(case, forum)
    limit = case.times.made_by
    if since is None:
        return Outcome(State.NO_DATA, _UNDATED, (FORUM,), Proof.CLAIMED, todo=_ADD_DAY)
    by = min(limit, case.today) if limit else case.today
    if since.last <= by:
        proof = case.proof_of(FORUM, by, event=since)
        return Outcome(State.MET, Sentence(_EXISTS, {"when": When(since)}), (FORUM,), proof)
    if limit is not None and since.first > limit and case.today > limit:
        because = Sentence(_LATER, {"when": When(since)})
        return Outcome(
            State.NOT_MET, because, (FORUM,), Proof.CLAIMED, repairable=False,
            at=("established_on",),
        )  # fmt: skip
    if since.first > case.today:
        return not_begun(case) or _no_forum(case)
    return Outcome(State.NO_DATA, _UNDATED, (FORUM,), todo=_ADD_DAY, remarks=(NOT_EXACT,))


def _has_remit(forum: Forum) -> bool:
    return bool(forum.remit) or bool(forum.rules and "remit" in forum.rules.covers)


def _since(case: Case, forum: Forum) -> PartialDate | None:
    """When it was established, else the first meeting that shows it was there."""
    if forum.established_on is not None:
        return forum.established_on
    first = next(held(case, "forum"), None)
    return first.date if first else None


def _no_forum(case: Case) -> Outcome:
    return _not_there(case, _NO_FORUM, _NO_FORUM_YET, (plan_key(case.records),))


def _wanting(case: Case, forum: Forum) -> Outcome:
    return _not_there(case, _LACKS, _LACKS, (FORUM,))


def _not_there(
    case: Case, past: Sentence, yet: Sentence, keys: tuple[tuple[str, str], ...]
) -> Outcome:
    here = _LACKS if keys == (FORUM,) else _NO_FORUM_HERE
    if case.is_delivered:
        return Outcome(State.NOT_MET, past, keys, repairable=False, todo=_SET_UP, absent=here)
    if case.start is None:
        return Outcome(State.NO_DATA, here, keys, todo=_SET_UP)
    return Outcome(State.AT_RISK, yet, keys, todo=_SET_UP, absent=here)


def forum_sides(case: Case) -> Outcome:
    """L1.2: government and at least one other sector sit in the forum."""
    forum = case.records.forum
    if forum is None:
        return not_begun(case) or _no_forum(case)
    sectors = [each.sector for each in (*forum.chairs, *forum.members)]
    known = {each for each in sectors if each}
    if known & GOVERNMENT and known & OUTSIDE:
        proof = case.proof_of(FORUM, case.until)
        return Outcome(State.MET, _BOTH, (FORUM,), proof, at=("members",))
    if not known or None in sectors:
        return Outcome(State.NO_DATA, _NO_SECTORS, (FORUM,), todo=_ADD_SECTORS, at=("members",))
    late = case.is_delivered
    return Outcome(
        State.NOT_MET if late else State.AT_RISK, _ONE_SIDE, (FORUM,), Proof.CLAIMED,
        todo=_INVITE, repairable=not late, at=("members",), absent=_NO_SECTORS,
    )  # fmt: skip


def cocreation_meeting(case: Case) -> Outcome:
    """L1.3: the forum met with people from outside government while the plan was made."""
    if early := not_begun(case):
        return early
    start = case.start
    if start is None:
        return no_start(case)
    reason = lacks_others(case)
    counting, others = sorted_out(held(case, *KINDS), reason)
    inside = [each for each in counting if each.date.first >= start and _by_end(case, each)]
    need = case.requirement.number("need")
    if inside and len({each.date.text for each in inside}) >= need:
        first = inside[0]
        limit = case.times.delivered or case.until
        proof = case.proof_of(key_of(first), limit, first.evidence, first.date)
        because = Sentence(_MET, {"when": When(first.date)})
        return Outcome(State.MET, because, (key_of(first),), proof, at=("date",))
    maybe = [each for each in counting if each.date.last >= start and _perhaps(case, each)]
    if maybe and case.is_over and not inside:
        because = Sentence(_MAYBE, {"when": When(maybe[0].date)})
        key = (key_of(maybe[0]),)
        return Outcome(State.NO_DATA, because, key, remarks=(NOT_EXACT,), at=("date",))
    return _no_meeting(case, why_not(others, reason))


def _by_end(case: Case, meeting: Meeting) -> bool:
    return case.end is None or meeting.date.last <= case.end


def _perhaps(case: Case, meeting: Meeting) -> bool:
    return case.end is None or meeting.date.first <= case.end


def _no_meeting(case: Case, remarks: tuple[Sentence, ...]) -> Outcome:
    keys = (plan_key(case.records),)
    if case.is_over or case.is_delivered:
        return Outcome(
            State.NOT_MET, _NEVER_MET, keys, repairable=False, remarks=remarks,
            absent=_NO_MEETING_HERE,
        )  # fmt: skip
    end = case.end
    because = Sentence(_NOT_MET_BY, {"last": end}) if end else Sentence(_NOT_MET_YET)
    near = end is not None and (end - case.today).days <= case.requirement.number("warn_days")
    risk = near and (end is None or planned(case, end, *KINDS) is None)
    return Outcome(
        State.AT_RISK if risk else State.ON_TRACK, because, keys, Proof.NONE,
        Deadline(end, _MEET) if end else None, _MEET, remarks=remarks, absent=_NO_MEETING_HERE,
    )  # fmt: skip
