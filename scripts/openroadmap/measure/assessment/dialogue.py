"""Regular dialogue (max_gap): meetings of the forum come in, whether the pause was ever too long
goes out."""

from __future__ import annotations

from datetime import date

from openroadmap.i18n import N_
from openroadmap.immutable import immutable
from openroadmap.measure.assessment.case import Case, weakest
from openroadmap.measure.assessment.lists import listed
from openroadmap.measure.assessment.meetings import (
    held,
    key_of,
    lacks_both_sides,
    planned,
    sorted_out,
    why_not,
)
from openroadmap.measure.assessment.outcomes import NOT_EXACT, Outcome
from openroadmap.measure.assessment.phases import no_start, not_begun, plan_key, when
from openroadmap.measure.assessment.spans import Gap, max_gap
from openroadmap.measure.assessment.verdicts import Deadline, Proof, State
from openroadmap.model.dates import Precision
from openroadmap.model.process import Meeting
from openroadmap.model.site import RecordKey
from openroadmap.rules.days import add_months
from openroadmap.standards.pack import Phase
from openroadmap.standards.sentences import Sentence

FORUM: RecordKey = ("forum", "forum")

_LAST_MET = N_("The forum last met {when}; it must meet again by {due}.")
_UNPLANNED = N_(
    "The forum last met {when}; it must meet again by {due}, and no meeting is planned by then."
)
_FIRST = N_("No meeting of the forum counts so far; it must meet by {due}.")
_FIRST_UNPLANNED = N_(
    "No meeting of the forum counts so far; it must meet by {due}, and no meeting is planned "
    "by then."
)
_KEPT = N_("Meetings of the forum were never more than {months} months apart.")
_BROKEN = N_(
    "The forum met {when} and then {again}; it had to meet again by {due}, {months} months later."
)
_BROKEN_OFF = N_(
    "The last meeting of the forum is recorded {when}; it had to meet again by {due}."
)
_LATE_START = N_("The forum first met {again}; it had to meet by {due}.")
_NEVER = N_("No meeting of the forum counts; it had to meet by {due}.")
_NONE_IN_PHASE = Sentence(
    N_("No meeting of the forum with government and civil society is recorded in this phase.")
)
_UNCLEAR = N_("Whether the forum met by {due} cannot be told.")
_NO_RULES = N_("The plan was submitted, and no rules of the forum are recorded as published.")
_NO_RULES_YET = N_("The forum's rules on who takes part and how are not recorded as published yet.")
_RULES_LACK = N_("The forum's published rules do not cover {missing}.")
_NO_FORUM = Sentence(N_("No forum is recorded."))

NONE_HERE = Sentence(N_("No meeting of the forum is recorded here."))
NOT_ALL_HERE = Sentence(N_("Not every meeting of the forum may be recorded here."))
NO_RULES_HERE = Sentence(N_("The forum's rules are not recorded here."))
_MEET = Sentence(N_("Hold a meeting of the forum and publish its minutes."))
_PLAN_ONE = Sentence(N_("Plan a meeting of the forum and record it."))
_PUBLISH_RULES = Sentence(N_("Publish the rules and record them in forum.yml."))
_NEXT = Sentence(N_("The forum must have met."))
_TOPICS = {
    "remit": N_("the remit"),
    "membership": N_("who takes part"),
    "frequency": N_("how often it meets"),
    "selection": N_("how members are chosen"),
    "decisions": N_("how decisions are taken"),
    "transparency": N_("what is published"),
}


@immutable
class _Rhythm:
    """The meetings that count, and the gap that decides."""

    case: Case
    counting: tuple[Meeting, ...]
    others: tuple[Meeting, ...]
    start: date
    gap: Gap

    @property
    def before(self) -> Meeting | None:
        """The meeting the gap begins with, None when it begins with the phase."""
        since = self.gap.since
        found = [each for each in self.counting if since in (each.date.first, each.date.last)]
        return found[-1] if found else None

    @property
    def records(self) -> tuple[RecordKey, ...]:
        near = [self.before] if self.before else []
        after = [each for each in self.counting if each.date == self.gap.to]
        keys = [key_of(each) for each in (*near, *after[:1])]
        return (*keys, FORUM) if self.case.records.forum else (*keys, plan_key(self.case.records))

    @property
    def proof(self) -> Proof:
        months = self.case.requirement.number("months")
        return weakest(
            self.case.proof_of(
                key_of(each), add_months(each.date.last, months), each.evidence, each.date
            )
            for each in self.counting
        )

    @property
    def remarks(self) -> tuple[Sentence, ...]:
        vague = any(each.date.precision is not Precision.DAY for each in self.counting)
        out = why_not(self.others, lacks_both_sides(self.case))
        return (*out, NOT_EXACT) if vague else out


def regular_dialogue(case: Case) -> Outcome:
    """1.1: the forum has public rules and meets often enough."""
    if early := not_begun(case):
        return early
    if case.start is None:
        return no_start(case)
    rhythm = _rhythm(case, case.start)
    rhythm_says = _by_meetings(rhythm)
    if rhythm_says.state in (State.NOT_MET, State.NO_DATA):
        return rhythm_says
    return _by_rules(case, rhythm) or rhythm_says


def _rhythm(case: Case, start: date) -> _Rhythm:
    counting, others = sorted_out(held(case, "forum"), lacks_both_sides(case))
    if case.phase is Phase.IMPLEMENTATION:
        earlier = [each.date.first for each in counting if each.date.last < start]
        start = max(earlier, default=start)
    points = [each.date for each in counting]
    gap = max_gap(points, start, case.until, case.requirement.number("months"))
    return _Rhythm(case, counting, others, start, gap)


def _by_meetings(rhythm: _Rhythm) -> Outcome:
    case, gap = rhythm.case, rhythm.gap
    if gap.state is State.NOT_MET:
        return _broken(rhythm)
    if gap.state is State.NO_DATA:
        because = Sentence(_UNCLEAR, {"due": gap.due})
        return Outcome(State.NO_DATA, because, rhythm.records, remarks=(*rhythm.remarks, NOT_EXACT))
    inside = [each for each in rhythm.counting if each.date.last >= rhythm.start]
    if case.is_over:
        return _kept(rhythm, bool(inside))
    return _running(rhythm, bool(inside))


def _broken(rhythm: _Rhythm) -> Outcome:
    """A pause that was too long. Records transcribed by others may lack the meeting between."""
    gap, before = rhythm.gap, rhythm.before
    months = rhythm.case.requirement.number("months")
    args = {"due": gap.due, "months": months}
    if before and gap.to:
        text = _BROKEN
        args |= {"when": when(before.date), "again": when(gap.to)}
    elif before:
        text, args = _BROKEN_OFF, {**args, "when": when(before.date)}
    elif gap.to:
        text, args = _LATE_START, {**args, "again": when(gap.to)}
    else:
        text = _NEVER
    return Outcome(
        State.NOT_MET, Sentence(text, args), rhythm.records, rhythm.proof,
        todo=None if rhythm.case.is_over else _MEET, repairable=False,
        remarks=rhythm.remarks, at=("date",) if before else (),
        absent=NOT_ALL_HERE if rhythm.counting else NONE_HERE,
    )  # fmt: skip


def _kept(rhythm: _Rhythm, met: bool) -> Outcome:
    if not met:
        return Outcome(
            State.NOT_MET, _NONE_IN_PHASE, rhythm.records, repairable=False,
            remarks=rhythm.remarks, absent=NONE_HERE,
        )  # fmt: skip
    because = Sentence(_KEPT, {"months": rhythm.case.requirement.number("months")})
    return Outcome(State.MET, because, rhythm.records, rhythm.proof, remarks=rhythm.remarks)


def _running(rhythm: _Rhythm, met: bool) -> Outcome:
    """The phase goes on: by when the forum must meet again, and whether that is planned."""
    case, due = rhythm.case, rhythm.gap.due
    past_end = case.end is not None and due > case.end
    if past_end and not met:
        due = case.end or due
    near = (due - case.today).days <= case.requirement.number("warn_days")
    risk = near and planned(case, due, "forum") is None and not (past_end and met)
    before = rhythm.before
    args = {"due": due, **({"when": when(before.date)} if before else {})}
    calm, warning = (_LAST_MET, _UNPLANNED) if before else (_FIRST, _FIRST_UNPLANNED)
    ends_first = past_end and met and case.phase is Phase.IMPLEMENTATION
    return Outcome(
        State.AT_RISK if risk else State.MET if met else State.ON_TRACK,
        Sentence(warning if risk else calm, args), rhythm.records, rhythm.proof,
        None if ends_first else Deadline(due, _NEXT),
        _PLAN_ONE if risk else None, remarks=rhythm.remarks, absent=None if met else NONE_HERE,
    )  # fmt: skip


def _by_rules(case: Case, rhythm: _Rhythm) -> Outcome | None:
    """What is wrong with the forum's rules, or None when they are public and complete."""
    forum = case.records.forum
    rules = forum.rules if forum else None
    public = rules and rules.published_on and rules.published_on.last <= case.today
    wanted = case.requirement.words("covers")
    lacking = [each for each in wanted if rules is None or each not in rules.covers]
    if public and not lacking:
        return None
    late = case.is_delivered
    if public:
        because = Sentence(_RULES_LACK, {"missing": listed([_topic(each) for each in lacking])})
    elif forum is None:
        because = _NO_FORUM
    else:
        because = Sentence(_NO_RULES if late else _NO_RULES_YET)
    return Outcome(
        State.NOT_MET if late else State.AT_RISK, because,
        (FORUM,) if forum else (plan_key(case.records),), Proof.CLAIMED if forum else Proof.NONE,
        todo=_PUBLISH_RULES, repairable=not late, remarks=rhythm.remarks,
        at=("rules",) if rules else (), absent=NO_RULES_HERE,
    )  # fmt: skip


def _topic(name: str) -> Sentence:
    """What rules cover; a member's own pack may ask for a word that has no phrase."""
    return Sentence(_TOPICS[name]) if name in _TOPICS else Sentence("{name}", {"name": name})
