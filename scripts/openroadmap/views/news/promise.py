"""Changes of the promise among the news: what differs from the plan as adopted.

An agreed change says what differs by it. What no agreed change explains is news
too: it bears the day on which git last saw the record change since adoption. Where
nothing tells a day it stands apart, without one.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from openroadmap.history.differences import Change, Difference
from openroadmap.history.drift import Drift
from openroadmap.i18n import Translator
from openroadmap.immutable import immutable
from openroadmap.model.dates import parse_date
from openroadmap.model.process import Amendment
from openroadmap.views.drift.promise import edited_words, stated_words, view_difference
from openroadmap.views.labels import term
from openroadmap.views.news.desk import Desk
from openroadmap.views.news.piece import News, NewsKind
from openroadmap.views.parts import Crumb
from openroadmap.views.setting import commitment_address

ToldField = tuple[date, str, str]
"""A day, a commitment ("" is the plan) and a field of the promise; "" where its record went."""


@immutable
class Unexplained:
    """A difference from the plan as adopted that none surely explains, without a day."""

    text: str
    """What differs, in a sentence."""
    page: Crumb
    """The commitment, or the plan."""


def promise_news(
    desk: Desk, drift: Drift
) -> tuple[list[News | None], tuple[Unexplained, ...]]:
    """Agreed changes and unexplained differences, and those of which no day is known."""
    news = [_amendment(each, drift, desk) for each in desk.records.amendments]
    undated = []
    for each in drift.differences:
        if not each.amendments:
            told = _unexplained(each, drift.day_of(each), desk)
            if told:
                news.append(told)
            else:
                undated.append(Unexplained(_sentence(each, desk.words), _page(each, desk)))
    return news, tuple(undated)


def told_fields(desk: Desk, drift: Drift) -> Iterator[ToldField]:
    """What these news say, by the day from which they say it."""
    for amendment in desk.records.amendments:
        since = desk.since(("amendment", amendment.id), amendment.date)
        for step in drift.steps.get(amendment.id, ()):
            yield since, step.commitment, step.whole
    for each in drift.differences:
        day = None if each.amendments else drift.day_of(each)
        if day and (each.whole or each.change is Change.REMOVED):
            yield day, each.commitment, each.whole


def _amendment(amendment: Amendment, drift: Drift, desk: Desk) -> News | None:
    """An agreed change, with the differences that it made."""
    words, id = desk.words, amendment.commitment
    reason, agreed = amendment.reason or "", amendment.agreed_by_forum_on
    when = words.partial(agreed) if agreed else ""
    sentences = (
        *(_sentence(each, words) for each in drift.steps.get(amendment.id, ())),
        words.gettext("Agreed by the forum: {date}.", date=when) if when else "",
        "" if reason else words.gettext("No reason is recorded."),
        edited_words(amendment, drift, words),
    )
    said = (
        amendment.changes,
        words.gettext("Reason: {reason}", reason=reason) if reason else "",
    )
    page = commitment_address(desk.records, id) if id else desk.address
    return desk.news(
        NewsKind.AMENDMENT,
        ("amendment", amendment.id),
        amendment.date,
        title=term("amendment_kind", amendment.kind, words),
        text=" ".join(filter(None, sentences)),
        said="\n\n".join(filter(None, said)),
        address=f"{page}#amendment-{amendment.id}" if not id or id in desk.commitments else "",
        about=(id,) if id else (),
    )


def _sentence(each: Difference, words: Translator) -> str:
    """"The end date moved by 182 days, from ... to ...": of a text, only that it was reworded."""
    item = view_difference(each, words)
    if item.pieces:
        return f"{item.sentence.rstrip(':')}."
    whole = (Change.MILESTONE_ADDED, Change.MILESTONE_DROPPED)
    return f"{item.change}: {item.sentence}" if each.change in whole else item.sentence


def _unexplained(each: Difference, day: date | None, desk: Desk) -> News | None:
    if day is None:
        return None
    key = "-".join(filter(None, (each.commitment, each.change, each.key.replace(".", "-"))))
    page, words = _page(each, desk), desk.words
    why = stated_words(each, words) or words.gettext("No reason is recorded.")
    return desk.news(
        NewsKind.DRIFT,
        ("", key),
        parse_date(day.isoformat()),
        title=view_difference(each, words).change,
        text=f"{_sentence(each, words)} {why}",
        address=f"{page.address}#changes",
        about=(each.commitment,) if each.commitment else (),
    )


def _page(each: Difference, desk: Desk) -> Crumb:
    if not each.commitment:
        return Crumb(desk.plan, desk.address)
    title = desk.commitments[each.commitment].title if each.commitment in desk.commitments else ""
    return Crumb(title or each.title, commitment_address(desk.records, each.commitment))
