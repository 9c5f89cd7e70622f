"""Records that are gone among the news: each keeps its place, and says that it was removed.

What it was is told by its kind, date, commitment and status. Its own words are not
published again: it may have been removed for the sake of a person.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from openroadmap.i18n import Translator
from openroadmap.model.dates import PartialDate
from openroadmap.model.facts import OWN_WORDS, GitFacts, Gone
from openroadmap.model.site import PlanRecords
from openroadmap.views.labels import status_of, term
from openroadmap.views.news.desk import Desk, gone_from
from openroadmap.views.news.piece import News, NewsKind

OWN = {
    "update": NewsKind.REPORT,
    "view": NewsKind.VIEW,
    "assessment": NewsKind.ASSESSMENT,
    "meeting": NewsKind.MEETING,
    "response": NewsKind.ANSWER,
    "amendment": NewsKind.AMENDMENT,
}
"""The kinds of record that are news of their own."""


def gone_news(desk: Desk) -> Iterator[News | None]:
    """Each in the place that it had, under the same id and address."""
    for each in not_replaced(desk.records, desk.facts):
        for kind, when in _dates(each):
            yield _news(each, kind, when, desk)


def gone_dates(records: PlanRecords, facts: GitFacts) -> Iterator[PartialDate]:
    """The dates of these news, without telling any."""
    return (when for each in not_replaced(records, facts) for _, when in _dates(each))


def without_date(records: PlanRecords, facts: GitFacts) -> int:
    """How many have no place among the news: no date of theirs is known."""
    return sum(each.kind in OWN and not each.dated for each in not_replaced(records, facts))


def not_replaced(records: PlanRecords, facts: GitFacts) -> Iterator[Gone]:
    """Where another record has come to stand in the file, the news there are that record's."""
    return (each for each in gone_from(records, facts) if each.file not in facts.published)


def _dates(gone: Gone) -> Iterator[tuple[NewsKind, PartialDate]]:
    """What was planned or cancelled was no news."""
    if gone.kind not in OWN or (gone.kind == "meeting" and gone.code not in ("", "held")):
        return
    if gone.dated:
        yield OWN[gone.kind], gone.dated
    if gone.minutes_on:
        yield NewsKind.MINUTES, gone.minutes_on


def _news(gone: Gone, kind: NewsKind, when: PartialDate, desk: Desk) -> News | None:
    words = desk.words
    reported = kind in (NewsKind.REPORT, NewsKind.VIEW) and gone.code
    said = _said(gone, kind, words)
    return desk.news(
        kind,
        (gone.kind, gone.id),
        when,
        title=words.gettext("Record removed"),
        status=status_of(gone.code, words) if reported else None,
        is_removed=True,
        text=f"{said} {_removed(gone.last, desk)}".strip(),
        about=tuple(id for id in gone.commitments if id in desk.commitments),
    )


def _said(gone: Gone, kind: NewsKind, words: Translator) -> str:
    """What it said in a code, in a sentence, or ""."""
    if not gone.code:
        return ""
    if gone.code == OWN_WORDS:
        return words.gettext("It gave a status in words of its own.")
    match kind:
        case NewsKind.REPORT:
            return words.gettext("Reported: {status}.", status=status_of(gone.code, words).word)
        case NewsKind.VIEW:
            status = status_of(gone.code, words).word
            return words.gettext("In their view: {status}.", status=status)
        case NewsKind.AMENDMENT:
            return f"{term('amendment_kind', gone.code, words)}."
    return ""


def _removed(last: date | None, desk: Desk) -> str:
    if last is None or last > desk.today:
        return desk.words.gettext("This record is no longer in the repository.")
    return desk.words.gettext(
        "This record was removed on {date}.", date=desk.words.day(last)
    )
