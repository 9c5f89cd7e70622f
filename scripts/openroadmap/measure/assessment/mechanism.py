"""A way to give input (at_least, attested): mechanisms and attestations come in, a state goes
out."""

from __future__ import annotations

from datetime import date

from openroadmap.i18n import N_
from openroadmap.measure.assessment.attestations import Vouched, vouched
from openroadmap.measure.assessment.case import Case
from openroadmap.measure.assessment.outcomes import NOT_EXACT, Outcome
from openroadmap.measure.assessment.phases import not_begun, plan_key
from openroadmap.measure.assessment.verdicts import Deadline, Proof, State
from openroadmap.model.dates import PartialDate, Precision
from openroadmap.model.process import Mechanism
from openroadmap.model.site import RecordKey
from openroadmap.standards.sentences import Sentence

_VOUCHED = N_(
    "People could give input through “{title}”; that the period was long enough and the range "
    "of people wide is vouched for."
)
_OPEN_UNVOUCHED = N_(
    "People can give input through “{title}”; nobody outside government has vouched yet that "
    "the period is long enough and the range of people wide."
)
_UNVOUCHED = N_(
    "People could give input through “{title}”; nobody outside government has vouched that the "
    "period was long enough and the range of people wide."
)
_ONE_VOICE = N_("Every contribution so far comes from the same sector.")
_SHORT = N_("“{title}” was open for fewer than {days} days.")
_NONE_YET = Sentence(N_("Co-creation has begun, and no way to give input is recorded yet."))
_NONE = Sentence(N_("The plan was submitted, and no way to give input is recorded."))
_NO_DATES = Sentence(N_("No way to give input is recorded, and no dates of co-creation either."))
_NOT_HERE = Sentence(N_("No way to give input is recorded here with its dates."))
_NOT_VOUCHED_HERE = N_(
    "People could give input through “{title}”; that nobody is recorded here as vouching for "
    "it says nothing either way."
)
_LACKS = N_("“{title}” does not count, because its dates or its channels are not recorded.")
_OPEN_ONE = Sentence(N_("Open a way to give input, and record its dates and channels."))
_ASK = Sentence(
    N_("Ask a member of the forum from outside government to vouch for it, with evidence.")
)


def input_mechanism(case: Case) -> Outcome:
    """3.3: there was a way to give input, for long enough and for many."""
    counting = [each for each in case.records.mechanisms if _counts(case, each)]
    if not counting:
        return not_begun(case) or _none(case)
    mechanism = max(counting, key=_days)
    claims = frozenset(case.requirement.words("claims"))
    said = vouched(case, looks_back=True)
    key: RecordKey = ("mechanism", mechanism.id)
    if claims <= said.claims and claims & said.outside == claims:
        return _met(case, mechanism, said)
    return _unvouched(case, mechanism, key)


def _counts(case: Case, each: Mechanism) -> bool:
    """Open for a time, closed by the end of co-creation, with a channel."""
    opens, closes, limit = each.opens_on, each.closes_on, case.times.made_by
    if opens is None or closes is None or opens.first > case.today or not each.channels:
        return False
    return opens.first < closes.last and (limit is None or closes.first <= limit)


def _met(case: Case, mechanism: Mechanism, said: Vouched) -> Outcome:
    because = Sentence(_VOUCHED, {"title": mechanism.title})
    keys = (("mechanism", mechanism.id), *said.records)
    open_still = not case.is_delivered and said.expires is not None
    renew = Deadline(said.expires, _ASK) if open_still and said.expires else None
    return Outcome(
        State.MET, because, keys, Proof.ATTESTED, renew, remarks=_remarks(case, mechanism)
    )


def _unvouched(case: Case, mechanism: Mechanism, key: RecordKey) -> Outcome:
    is_open = mechanism.closes_on is not None and mechanism.closes_on.last >= case.today
    because = Sentence(_OPEN_UNVOUCHED if is_open else _UNVOUCHED, {"title": mechanism.title})
    remarks = _remarks(case, mechanism)
    doubtful = any(each != NOT_EXACT for each in remarks)
    calm = is_open and not doubtful and not case.is_delivered
    return Outcome(
        State.ON_TRACK if calm else State.AT_RISK, because, (key,), Proof.CLAIMED, todo=_ASK,
        remarks=remarks, absent=Sentence(_NOT_VOUCHED_HERE, {"title": mechanism.title}),
    )  # fmt: skip


def _none(case: Case) -> Outcome:
    keys: tuple[RecordKey, ...] = (plan_key(case.records),)
    remarks = tuple(Sentence(_LACKS, {"title": each.title}) for each in case.records.mechanisms[:1])
    if case.is_delivered:
        return Outcome(
            State.NOT_MET, _NONE, keys, repairable=False, remarks=remarks, absent=_NOT_HERE
        )
    if case.start is None:
        return Outcome(State.NO_DATA, _NO_DATES, keys, todo=_OPEN_ONE, remarks=remarks)
    end = case.end
    return Outcome(
        State.AT_RISK, _NONE_YET, keys, Proof.NONE, Deadline(end, _OPEN_ONE) if end else None,
        _OPEN_ONE, remarks=remarks, absent=_NOT_HERE,
    )  # fmt: skip


def _remarks(case: Case, mechanism: Mechanism) -> tuple[Sentence, ...]:
    """What may be doubtful, as a help to whoever vouches."""
    out = []
    days = case.requirement.number("short_days")
    if _days(mechanism) < days:
        out.append(Sentence(_SHORT, {"title": mechanism.title, "days": days}))
    sectors = [each.contributor_type for each in case.records.contributions]
    if len(sectors) > 1 and len(set(sectors)) == 1 and sectors[0]:
        out.append(Sentence(_ONE_VOICE))
    if not (_exact(mechanism.opens_on) and _exact(mechanism.closes_on)):
        out.append(NOT_EXACT)
    return tuple(out)


def _days(mechanism: Mechanism) -> int:
    """How many days it was open at the most; first and last day count."""
    opens: date | None = mechanism.opens_on.first if mechanism.opens_on else None
    closes: date | None = mechanism.closes_on.last if mechanism.closes_on else None
    return (closes - opens).days + 1 if opens and closes else 0


def _exact(day: PartialDate | None) -> bool:
    return day is not None and day.precision is Precision.DAY
