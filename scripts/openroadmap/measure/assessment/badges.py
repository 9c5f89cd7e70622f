"""Steps beyond what is required: records come in, which steps are taken goes out. None can fail."""

from __future__ import annotations

from collections.abc import Iterable

from openroadmap.i18n import N_
from openroadmap.measure.assessment.attestations import GOVERNMENT
from openroadmap.measure.assessment.case import Case, perhaps_by
from openroadmap.measure.assessment.dialogue import FORUM
from openroadmap.measure.assessment.meetings import held, key_of, lacks_both_sides
from openroadmap.measure.assessment.outcomes import Outcome
from openroadmap.measure.assessment.phases import plan_key
from openroadmap.measure.assessment.spans import max_gap
from openroadmap.measure.assessment.verdicts import Proof, State
from openroadmap.model.site import RecordKey
from openroadmap.standards.sentences import Sentence

_QUARTERLY = N_("The forum has met at least every {months} months.")
_NOT_QUARTERLY = N_("The forum has not met every {months} months.")
_NO_MEETING = Sentence(N_("No meeting of the forum that counts is recorded."))
_SHARED = Sentence(N_("Government and civil society chair the forum together."))
_NOT_SHARED = Sentence(N_("The forum is not chaired by government and civil society together."))
_NO_CHAIR = Sentence(N_("Who chairs the forum is not recorded."))
_SECTORS = N_("Sectors in the forum: {count}.")
_NO_MEMBERS = Sentence(N_("The members of the forum are not recorded with their sectors."))
_CHANNELS = N_("Channels used: {count}.")
_NO_CHANNELS = Sentence(N_("No channel is recorded."))
_PLACES = N_("Places of meetings open to the public: {count}.")
_NO_PLACES = Sentence(N_("No meeting open to the public is recorded with its place."))


def quarterly_forum(case: Case) -> Outcome:
    """G1: the forum meets more often than it must, from co-creation on."""
    reason = lacks_both_sides(case)
    counting = [each for each in held(case, "forum") if reason(each) is None]
    start = case.times.opened or case.times.starts
    if not counting or start is None:
        return Outcome(State.NO_DATA, _NO_MEETING, (plan_key(case.records),))
    months = case.requirement.number("months")
    until = min(case.today, case.times.ends) if case.times.ends else case.today
    gap = max_gap([each.date for each in counting], start, max(start, until), months)
    keys = tuple(key_of(each) for each in counting[-1:])
    taken = gap.state is State.MET
    because = Sentence(_QUARTERLY if taken else _NOT_QUARTERLY, {"months": months})
    return _step(taken, because, keys)


def shared_chair(case: Case) -> Outcome:
    """G2: both sides chair the forum."""
    forum = case.records.forum
    sectors = {each.sector for each in forum.chairs} if forum else set()
    if not sectors - {None}:
        return Outcome(State.NO_DATA, _NO_CHAIR, (plan_key(case.records),))
    taken = bool(sectors & GOVERNMENT) and bool(sectors & {"civil_society", "community_group"})
    return _step(taken, _SHARED if taken else _NOT_SHARED, (FORUM,))


def varied_members(case: Case) -> Outcome:
    """G3: the forum's members come from many sectors."""
    forum = case.records.forum
    sectors = {each.sector for each in (*forum.chairs, *forum.members)} if forum else set()
    return _counted(case, sectors - {None}, "sectors", _SECTORS, _NO_MEMBERS, (FORUM,))


def several_channels(case: Case) -> Outcome:
    """G4: people hear of the plan, and take part in it, in several ways."""
    reached = [each for each in case.records.outreach if perhaps_by(each.date, case.today)]
    asked = [each for each in case.records.mechanisms if perhaps_by(each.opens_on, case.today)]
    channels = {each.channel for each in reached if each.channel}
    channels |= {channel for each in asked for channel in each.channels}
    names = {channel.strip().lower() for channel in channels if channel}
    keys = (
        *(("outreach", each.id) for each in reached),
        *(("mechanism", each.id) for each in asked),
    )
    return _counted(case, names, "channels", _CHANNELS, _NO_CHANNELS, keys)


def events_around(case: Case) -> Outcome:
    """G5: meetings open to the public are held in several places."""
    found = [each for each in held(case) if each.open_to == "public" and each.place]
    places = {" ".join((each.place or "").lower().split()) for each in found}
    keys = tuple(key_of(each) for each in found)
    return _counted(case, places, "places", _PLACES, _NO_PLACES, keys)


def _counted(
    case: Case,
    found: Iterable[object],
    threshold: str,
    text: str,
    none: Sentence,
    keys: tuple[RecordKey, ...],
) -> Outcome:
    count = len(set(found))
    if count == 0:
        return Outcome(State.NO_DATA, none, (plan_key(case.records),))
    enough = count >= case.requirement.number(threshold)
    return _step(enough, Sentence(text, {"count": count}), keys)


def _step(taken: bool, because: Sentence, keys: tuple[RecordKey, ...]) -> Outcome:
    """A step taken, or not taken: that is no fault, and nothing has to be done."""
    state = State.MET if taken else State.NOT_STARTED
    return Outcome(state, because, keys, Proof.CLAIMED, absent=because)
