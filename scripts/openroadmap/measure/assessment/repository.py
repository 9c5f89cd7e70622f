"""The repository (per_year, max_gap): days of updates and evidence come in, whether it was kept up
goes out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from openroadmap.i18n import N_
from openroadmap.measure.assessment.case import Case
from openroadmap.measure.assessment.changes import Changes, changes, news
from openroadmap.measure.assessment.evidence import Lack, lacks
from openroadmap.measure.assessment.outcomes import NOT_EXACT, Outcome
from openroadmap.measure.assessment.phases import no_start, not_begun, plan_key, when
from openroadmap.measure.assessment.spans import (
    Window,
    max_gap,
    surely_distinct,
    windows,
)
from openroadmap.measure.assessment.verdicts import Deadline, State
from openroadmap.measure.assessment.yearly import Counted, YearWords, count_years
from openroadmap.model.dates import Precision
from openroadmap.model.site import RecordKey
from openroadmap.rules.days import add_months
from openroadmap.standards.pack import Phase
from openroadmap.standards.sentences import Sentence

_UPDATE = Sentence(N_("Publish what is new: an update, minutes, an answer."))
_WORDS = YearWords(
    closed=N_(
        "Updates of the repository are recorded on {count} of {need} days from {first} to {last}."
    ),
    running=N_(
        "Updates of the repository are recorded on {count} of {need} days since {first}; the "
        "year ends on {last}."
    ),
    kept=N_("The repository was updated at least {need} times in every year so far."),
    none_needed=N_("This last part of the plan is shorter than six months and needs no update."),
    unclear=N_(
        "Whether the repository was updated on {need} days from {first} to {last} cannot be told."
    ),
    what=_UPDATE,
)
_ONE_YEAR = replace(
    _WORDS,
    kept=N_("Updates of the repository are recorded on {need} days or more since {first}."),
)
_QUIET = N_("The repository was last updated {when}, more than {months} months ago.")
_QUIET_SO_FAR = N_("No update of the repository is recorded, and {months} months have passed.")
_NOT_HERE = Sentence(N_("No dated update of a repository is recorded here."))
_SOME_HERE = Sentence(N_("Not every update of the repository may be recorded here."))

_NEWS = N_("There was news {when}; the next is due by {due}.")
_NEWS_SOON = N_("There was news {when}; the next is due by {due}, which is soon.")
_FIRST_NEWS = N_("There is no news yet; it is due by {due}.")
_OFTEN = N_("There was never more than {months} months between news.")
_SHORT = N_("This phase lasted less than {months} months, and no news from it is recorded.")
_SILENT = N_("There was news {when}, and none is recorded by {due}, {months} months later.")
_NO_NEWS = N_("No news is recorded by {due}.")
_CANNOT_TELL = N_("Whether there was news by {due} cannot be told.")
_NO_SITE = Sentence(N_("No website is recorded in plan.yml or member.yml."))
_ADD_SITE = Sentence(N_("Record the address of the website."))
_NO_SITE_HERE = Sentence(N_("No website of the plan is recorded here."))
_NO_NEWS_HERE = Sentence(N_("Not all news of the plan may be recorded here."))


def repository(case: Case) -> Outcome:
    """2.2: documents of process and implementation are there, and the repository is kept up."""
    if early := not_begun(case):
        return early
    start = case.start
    if start is None:
        return no_start(case)
    seen = changes(case)
    spans = tuple(_spans(case, start))
    found = count_years(case, seen.days, spans, _WORDS if len(spans) > 1 else _ONE_YEAR)
    if found is None:
        return no_start(case)
    lacking = tuple(lacks(case))
    overdue = next((each for each in lacking if each.overdue), None)
    if overdue is not None and found.year.state is not State.NOT_MET:
        return _by_evidence(case, overdue, found, seen)
    if lacking and found.year.state in (State.MET, State.ON_TRACK):
        return _by_evidence(case, lacking[0], found, seen)
    return _by_days(case, found, seen, spans)


def _spans(case: Case, start: date) -> Iterator[Window]:
    """Years of the plan; of co-creation the twelve months from its start, or all of it."""
    need, year = case.requirement.number("need"), case.requirement.words("year")[0]
    first_year = add_months(start, 12) - timedelta(days=1)
    if case.phase is Phase.COCREATION:
        end = max(case.end or first_year, first_year)
    else:
        end = case.end or add_months(case.today, 24)
    yield from windows(start, end, need, year)


def _by_days(case: Case, found: Counted, seen: Changes, spans: tuple[Window, ...]) -> Outcome:
    state, because = found.year.state, found.because
    quiet = _quiet(case, seen) if state in (State.MET, State.ON_TRACK) else None
    if quiet:
        state, because = State.AT_RISK, quiet
    broken, window = state is State.NOT_MET, found.year.window
    wanting = state in (State.NOT_MET, State.AT_RISK, State.ON_TRACK)
    vague = any(day.precision is not Precision.DAY for day in seen.days)
    return Outcome(
        state, because, _records(case, seen, window.first, window.last),
        seen.proof(_shown_enough(case, seen, spans)),
        found.next, _UPDATE if wanting and (found.next or quiet) else None,
        repairable=not broken, remarks=(NOT_EXACT,) if vague else (),
        absent=(_SOME_HERE if seen.days else _NOT_HERE) if wanting else None,
    )  # fmt: skip


def _records(case: Case, seen: Changes, first: date, last: date) -> tuple[RecordKey, ...]:
    """The latest records that were updated in the time judged; there may be hundreds."""
    every = (*seen.claimed, *seen.shown)
    latest = [key for day, key in every if day.last >= first and day.first <= last][-3:]
    return tuple(dict.fromkeys(reversed(latest))) or (plan_key(case.records),)


def _shown_enough(case: Case, seen: Changes, spans: tuple[Window, ...]) -> bool:
    """Whether the days that the history proves are enough for every year that has begun."""
    days = [day for day, _ in seen.shown]
    begun = [each for each in spans if each.first <= case.today and each.need]
    return bool(begun) and all(
        surely_distinct(days, each.first, each.last) >= each.need for each in begun
    )


def _quiet(case: Case, seen: Changes) -> Sentence | None:
    """That nothing was new for long while the phase goes on; a sign, not OGP's rule."""
    months = case.requirement.number("quiet_months")
    last = max(seen.days, key=lambda day: day.last, default=None)
    since = max((day for day in (last and last.last, case.start) if day), default=case.today)
    if case.is_over or add_months(since, months) >= case.today:
        return None
    if last is None:
        return Sentence(_QUIET_SO_FAR, {"months": months})
    return Sentence(_QUIET, {"when": when(last), "months": months})


def _by_evidence(case: Case, lack: Lack, found: Counted, seen: Changes) -> Outcome:
    return Outcome(
        State.NOT_MET if lack.overdue else State.AT_RISK, lack.because, lack.records,
        seen.proof(enough=False), found.next, lack.todo, absent=lack.absent,
    )  # fmt: skip


def site_updates(case: Case) -> Outcome:
    """L2.1: a website tells about the process, with news often enough."""
    if early := not_begun(case):
        return early
    if case.start is None:
        return no_start(case)
    member = case.records.context.member
    plan = case.records.plan
    if not ((plan and plan.site_url) or (member and member.site_url)):
        return Outcome(
            State.NOT_MET, _NO_SITE, (plan_key(case.records),), todo=_ADD_SITE,
            absent=_NO_SITE_HERE,
        )  # fmt: skip
    return _by_news(case, case.start, news(case))


def _by_news(case: Case, start: date, seen: Changes) -> Outcome:
    months = case.requirement.number("months")
    gap = max_gap(seen.days, start, case.until, months)
    before = next((day for day in reversed(seen.days) if gap.since in (day.first, day.last)), None)
    args = {"due": gap.due, "months": months, **({"when": when(before)} if before else {})}
    keys = _records(case, seen, start, case.until)
    proof = seen.proof(enough=not seen.claimed and bool(seen.shown))
    if gap.state is State.NO_DATA:
        return Outcome(
            State.NO_DATA, Sentence(_CANNOT_TELL, args), keys, proof, remarks=(NOT_EXACT,)
        )
    if gap.state is State.NOT_MET:
        text = _SILENT if before else _NO_NEWS
        return Outcome(
            State.NOT_MET, Sentence(text, args), keys, proof,
            todo=None if case.is_over else _UPDATE, repairable=False, absent=_NO_NEWS_HERE,
        )  # fmt: skip
    if case.is_over:
        if not any(day.first <= case.until and day.last >= start for day in seen.days):
            return Outcome(State.NO_DATA, Sentence(_SHORT, args), keys)
        return Outcome(State.MET, Sentence(_OFTEN, args), keys, proof)
    soon = (gap.due - case.today).days <= case.requirement.number("warn_days")
    text = (_NEWS_SOON if soon else _NEWS) if before else _FIRST_NEWS
    calm = State.MET if before else State.ON_TRACK
    return Outcome(
        State.AT_RISK if soon else calm, Sentence(text, args), keys, proof,
        Deadline(gap.due, _UPDATE), _UPDATE if soon else None,
        absent=None if before else _NO_NEWS_HERE,
    )  # fmt: skip
