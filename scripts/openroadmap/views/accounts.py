"""What each voice last said of a commitment, and whether these accounts differ.

In come a plan's records and its progress; out comes, for every commitment, the
last word of the lead institution, of every organisation of civil society and of
every reviewer, each with its day. Accounts are set beside each other, never
averaged; and an account of long ago is said to be one, not called a contradiction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from itertools import combinations

from openroadmap.i18n import Translator
from openroadmap.immutable import immutable
from openroadmap.measure.progress import PlanProgress, Standing, State
from openroadmap.model.commitment import Commitment
from openroadmap.model.dates import PartialDate
from openroadmap.model.site import PlanRecords
from openroadmap.model.voices import Assessment, Update, View
from openroadmap.views.dates import words_for_any
from openroadmap.views.labels import reported_status, standing_status, status_of, term
from openroadmap.views.parts import Status

SCALE = (State.NOT_STARTED, State.LIMITED, State.SUBSTANTIAL, State.COMPLETE)
"""The one scale that all three share. Every other state is no place on it."""

APART = 183
"""Days, half a year: accounts that lie further apart are of different times."""


class Side(StrEnum):
    """Who speaks."""

    LEAD = "lead"
    CIVIL_SOCIETY = "civil_society"
    REVIEW = "review"


@immutable
class Account:
    """The last word of one organisation on one commitment.

    ``status`` is None where it speaks of the commitment and gives no status.
    ``quoted`` is what a report says of the status in words, beside a code.
    """

    side: Side
    who: str
    date: PartialDate | None
    status: Status | None
    quoted: str = ""

    @property
    def is_placed(self) -> bool:
        """Whether it is a place on the scale."""
        return self.status is not None and self.status.code in SCALE


def accounts_of(
    records: PlanRecords, progress: PlanProgress, words: Translator
) -> Mapping[str, tuple[Account, ...]]:
    """The accounts of every commitment by its id: the lead's first, then the newest first."""
    found = {
        each.id: [_lead(each, progress.commitments[each.id], words)]
        for each in records.commitments
    }
    for view in newest_first(records.views):
        if view.commitment in found:
            found[view.commitment].append(_view(view, words))
    for report in newest_first(records.assessments):
        for id in report.results.keys() & found.keys():
            found[id].append(_review(report, id, words))
    return {id: tuple(_last_words(accounts)) for id, accounts in found.items()}


def newest_first(told: Iterable[View] | Iterable[Assessment]) -> list[View] | list[Assessment]:
    """Views or assessments by their day; those without one last, each in a settled order."""
    return sorted(told, key=age, reverse=True)


def age(record: View | Assessment) -> tuple[date, str]:
    """Views or assessments in this order stand from the oldest to the newest."""
    day = record.date if isinstance(record, View) else record.published_on
    return day.last if day else date.min, record.id


def author_of(update: Update, lead: str) -> str:
    """Whose report it is: the organisation named, else the lead, else a role."""
    return update.author_organisation or lead or update.author_role or ""


def date_words(account: Account, words: Translator) -> str:
    """The day of an account; of a review it is the day of publication, and said to be."""
    date = words_for_any(account.date, words)
    if not date:
        return words.gettext("date not recorded")
    if account.side is Side.REVIEW:
        return words.gettext("published {date}", date=date)
    return date


def differ(accounts: Iterable[Account]) -> bool:
    """Whether the accounts are different places on the scale."""
    return len({_code(each) for each in accounts if each.is_placed}) > 1


def differing_sides(accounts: Iterable[Account]) -> tuple[Side, ...]:
    """Whose accounts differ: every voice that says how far it is, where they do not agree."""
    placed = [each for each in accounts if each.is_placed]
    return tuple(dict.fromkeys(each.side for each in placed)) if differ(placed) else ()


def difference_words(accounts: Iterable[Account], words: Translator) -> str:
    """In a sentence or two, that the accounts are different places on the scale; else ""."""
    placed = [each for each in accounts if each.is_placed]
    differing = [pair for pair in combinations(placed, 2) if _code(pair[0]) != _code(pair[1])]
    if not differing:
        return ""
    told = "; ".join(_account_words(each, words) for each in placed)
    gaps = [_gap(*pair) for pair in differing]
    if all(gap > APART for gap in gaps):
        said = words.gettext("These accounts are of different times: {accounts}.", accounts=told)
        caveat = words.gettext(
            "Each speaks of its own time, so that the one need not contradict the other."
        )
        return f"{said} {caveat}"
    said = words.gettext("These accounts differ: {accounts}.", accounts=told)
    if any(gap > APART for gap in gaps):
        caveat = words.gettext(
            "Some of them are more than half a year apart: each speaks of its own time."
        )
        return f"{said} {caveat}"
    return said


def _account_words(account: Account, words: Translator) -> str:
    return words.gettext(
        "{who} says “{status}” ({date})",
        who=account.who or words.gettext("the lead institution"),
        status=account.status.word if account.status else "",
        date=date_words(account, words),
    )


def _code(account: Account) -> str:
    return account.status.code if account.status else ""


def _gap(one: Account, other: Account) -> int:
    """The fewest days between two accounts; 0 where a day is missing, for nothing is known."""
    if one.date is None or other.date is None:
        return 0
    earlier, later = sorted((one.date, other.date), key=lambda date: date.first)
    return max(0, (later.first - earlier.last).days)


def _last_words(accounts: Iterable[Account]) -> Iterator[Account]:
    """The newest account of each organisation that gives a status; else its newest."""
    last: dict[tuple[Side, str], Account] = {}
    for each in accounts:
        key = each.side, each.who.casefold()
        if key not in last or (last[key].status is None and each.status is not None):
            last[key] = each
    return iter(last.values())


def _lead(commitment: Commitment, standing: Standing, words: Translator) -> Account:
    lead, update = commitment.lead or "", standing.update
    if standing.state is State.WITHDRAWN or update is None:
        return Account(Side.LEAD, lead, standing.since, standing_status(standing, words))
    who = author_of(update, lead)
    return Account(Side.LEAD, who, update.date, standing_status(standing, words))


def _view(view: View, words: Translator) -> Account:
    status = status_of(view.completion, words) if view.completion else None
    return Account(Side.CIVIL_SOCIETY, view.by.organisation, view.date, status)


def _review(report: Assessment, id: str, words: Translator) -> Account:
    result = report.results[id]
    status = reported_status(result.completion, result.completion_words, words)
    quoted = result.completion_words if result.completion else None
    who = report.organisation or term("assessor", report.by, words)
    return Account(Side.REVIEW, who, report.published_on, status, quoted or "")
