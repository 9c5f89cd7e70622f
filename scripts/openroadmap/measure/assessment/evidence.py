"""Which evidence a repository lacks: records come in, what is due and not there goes out.

OGP names two classes: evidence on how the plan was made, and on how each
commitment is carried out. What counts as there, and when, is ours.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from openroadmap.i18n import N_
from openroadmap.immutable import immutable
from openroadmap.measure.assessment.case import Case
from openroadmap.measure.assessment.meetings import held, minutes_public
from openroadmap.measure.assessment.phases import plan_key
from openroadmap.model.reports import latest_status, updates_by_commitment, withdrawals
from openroadmap.model.site import RecordKey
from openroadmap.rules.days import add_months
from openroadmap.standards.pack import Phase
from openroadmap.standards.sentences import NN_, Sentence, counted

_NO_TIMELINE = Sentence(N_("The repository holds no timeline of co-creation."))
_NO_MINUTES = Sentence(N_("The repository holds no minutes of a meeting during co-creation."))
_NO_ANSWER = Sentence(N_("The repository holds no answer to contributions."))
_ADD_TIMELINE = Sentence(N_("Add the timeline of co-creation."))
_ADD_MINUTES = Sentence(N_("Add the minutes of the meetings held during co-creation."))
_ADD_ANSWER = Sentence(N_("Add the answers to contributions, or one report on all."))
_STALE = NN_(
    "{n} commitment has no update or evidence of the last {months} months.",
    "{n} commitments have no update or evidence of the last {months} months.",
)
_REPORT = Sentence(N_("Add an update with evidence for each commitment."))
_NOT_HERE = Sentence(N_("Evidence on how the plan was made is recorded here only in part."))
_UPDATES_NOT_HERE = Sentence(N_("Not every commitment has a recent update recorded here."))


@immutable
class Lack:
    """Something that was due and is not there. ``overdue``: for so long that it counts."""

    because: Sentence
    records: tuple[RecordKey, ...]
    todo: Sentence
    overdue: bool
    absent: Sentence


def lacks(case: Case) -> Iterator[Lack]:
    """What the repository lacks by today, oldest first."""
    if case.phase is Phase.COCREATION:
        yield from _of_making(case)
    else:
        yield from _of_commitments(case)


def _of_making(case: Case) -> Iterator[Lack]:
    records, times = case.records, case.times
    key = (plan_key(records),)
    if times.opened and times.opened <= case.today and records.timeline is None:
        yield Lack(_NO_TIMELINE, key, _ADD_TIMELINE, _overdue(case, times.opened), _NOT_HERE)
    made = times.made_by
    if made and made < case.today and not any(
        minutes_public(each, case.today) and each.date.first <= made for each in held(case)
    ):
        yield Lack(_NO_MINUTES, key, _ADD_MINUTES, _overdue(case, made), _NOT_HERE)
    delivered = times.delivered or times.starts
    if delivered and delivered <= case.today and not records.responses:
        yield Lack(_NO_ANSWER, key, _ADD_ANSWER, _overdue(case, delivered), _NOT_HERE)


def _of_commitments(case: Case) -> Iterator[Lack]:
    """Commitments without an update for a year, once the plan has run for a year."""
    start = case.times.starts
    months = case.requirement.number("evidence_months")
    if start is None or add_months(start, months) > case.until:
        return
    latest = _latest(case, start)
    stale = {id: day for id, day in latest.items() if add_months(day, months) < case.until}
    if stale:
        overdue = any(add_months(day, 2 * months) < case.until for day in stale.values())
        keys: tuple[RecordKey, ...] = tuple(("commitment", id) for id in sorted(stale))
        because = counted(_STALE, len(stale), months=months)
        yield Lack(because, keys, _REPORT, overdue, _UPDATES_NOT_HERE)


def _latest(case: Case, start: date) -> dict[str, date]:
    """The day of the last news of each commitment that still needs some."""
    reports = updates_by_commitment(case.records, case.today)
    gone = withdrawals(case.records, case.today)
    found: dict[str, date] = {}
    for commitment in case.records.commitments:
        updates = reports.get(commitment.id, ())
        status = latest_status(updates)
        complete = status is not None and status.completion == "complete"
        if commitment.id not in gone and not complete:
            found[commitment.id] = max([start, *(each.date.first for each in updates)])
    return found


def _overdue(case: Case, due: date) -> bool:
    return add_months(due, case.requirement.number("evidence_months")) < case.today
