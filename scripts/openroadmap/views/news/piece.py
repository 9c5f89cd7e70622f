"""One piece of news: what pages of changes, feeds and the mark of the last visit all show.

Its id and its anchor are made from the record that it comes from, and so stay
the same whatever is added before or after it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import fields
from enum import StrEnum
from operator import attrgetter
from typing import Any

from openroadmap.i18n import N_, Translator
from openroadmap.immutable import immutable
from openroadmap.views.parts import Crumb, Status

CHANGES = "changes/"
"""Where the changes stand: of the site from its root, of a plan from the plan's own address."""

FEW = 3
"""More commitments than these are not named one by one."""


class NewsKind(StrEnum):
    """What kind of thing happened."""

    REPORT = "report"
    VIEW = "view"
    ASSESSMENT = "assessment"
    AMENDMENT = "amendment"
    DRIFT = "drift"
    MEETING = "meeting"
    MINUTES = "minutes"
    ANSWER = "answer"
    ADOPTED = "adopted"
    SUBMITTED = "submitted"
    LOST = "lost"
    RECORDS = "records"
    BEGINS = "begins"


WHAT = {
    NewsKind.REPORT: N_("Progress report"),
    NewsKind.VIEW: N_("View of civil society"),
    NewsKind.ASSESSMENT: N_("Assessment"),
    NewsKind.AMENDMENT: N_("Agreed change"),
    NewsKind.DRIFT: N_("Change of the promise"),
    NewsKind.MEETING: N_("Meeting"),
    NewsKind.MINUTES: N_("Minutes published"),
    NewsKind.ANSWER: N_("Answer to a contribution"),
    NewsKind.ADOPTED: N_("Plan adopted"),
    NewsKind.SUBMITTED: N_("Plan submitted"),
    NewsKind.LOST: N_("Plan removed"),
    NewsKind.RECORDS: N_("Records of this site"),
    NewsKind.BEGINS: N_("Records of this site"),
}
"""What each kind is called where it stands before a title."""


@immutable
class Item:
    """One record that a piece of news names, or one thing that changed in it."""

    text: str
    """What became of which record, in a line."""
    anchor: str
    """Where the record's own news stands on the plan's page of changes, or ""."""
    permanent: str
    """The lasting address of that, from the site's root, or ""."""
    about: tuple[Crumb, ...]
    """The commitments it is about, where they are few."""
    is_weighty: bool
    """True of a removal and of what has a line of its own: they are named before all else."""


@immutable
class News:
    """Something that happened to a plan or its commitments, in words."""

    id: str
    """Kind, member, plan and record: the same for ever, and unlike that of any other news."""
    kind: str
    """A ``NewsKind``."""
    day: str
    """The last day that its date can mean, ISO: the order of lists."""
    first: str
    """The first day that its date can mean, ISO: never a day to come."""
    quarter: str
    """"3" of "2026-Q3", or "" where the date is no more exact than a year."""
    since: str
    """The day, ISO, from which readers could see it here, as far as is known."""
    edited: str
    """The last day, ISO, on which its record was changed, or ``since``."""
    date: str
    """The day it speaks of, in words, as exact as it was recorded."""
    recorded: str
    """When it was recorded here, in a sentence, where that was much later; else ""."""
    what: str
    """Its kind in words."""
    title: str
    """What happened, in a line, or ""."""
    status: Status | None
    """The status that was reported, or None."""
    is_new_status: bool
    """True where the status differs from the one reported before."""
    is_removed: bool
    """True where its record was removed since: of its words nothing is left here."""
    text: str
    """What changed, in sentences of ours, or ""."""
    items: tuple[Item, ...]
    """The records it names one by one."""
    more: str
    """How many it does not name, in words, or ""."""
    said: str
    """The record's own words on it, Markdown, or ""."""
    address: str
    """Where all of it is told, from the site's root, or ""."""
    about: tuple[Crumb, ...]
    """The commitments it is about, where they are few; the plans whose records begin together."""
    commitments: tuple[str, ...]
    """Ids of all commitments it is about."""
    institutions: tuple[str, ...]
    """The institutions of these commitments."""
    policy_areas: tuple[str, ...]
    """Codes of the policy areas of these commitments."""
    member: str
    """The member's name."""
    plan: str
    """The plan's title."""
    plan_address: str
    """The plan's address from the site's root, or "" where it has none."""
    anchor: str
    """Where it stands on the plan's page of changes."""
    permanent: str
    """Its lasting address: the plan's page of changes with the anchor, from the site's root."""


def newest_first(news: Iterable[News]) -> list[News]:
    """In the order of the days they speak of."""
    return sorted(news, key=lambda each: (each.day, each.since, each.id), reverse=True)


def latest_first(news: Iterable[News]) -> list[News]:
    """In the order in which they could be seen here, which is that of feeds."""
    return sorted(news, key=lambda each: (each.since, each.day, each.id), reverse=True)


def pack_news(news: News) -> list[Any]:
    """News as a row for JSON: a site has very many, and names of fields would double them."""
    return [_packed(value) for value in _values(news)]


def unpack_news(row: list[Any]) -> News:
    values = dict(zip(_NAMES, row, strict=True))
    values["status"] = Status(*values["status"]) if values["status"] else None
    values["about"] = _crumbs(values["about"])
    values["items"] = tuple(
        Item(text, anchor, permanent, _crumbs(about), weighty)
        for text, anchor, permanent, about, weighty in values["items"]
    )
    for name in ("commitments", "institutions", "policy_areas"):
        values[name] = tuple(values[name])
    return News(**values)


def _crumbs(rows: Iterable[list[Any]]) -> tuple[Crumb, ...]:
    return tuple(Crumb(*each) for each in rows)


def _packed(value: Any) -> Any:
    if value.__class__ is str:  # as nearly all are
        return value
    if isinstance(value, Status):
        return [value.code, value.word]
    if isinstance(value, Crumb):
        return [value.text, value.address]
    if isinstance(value, Item):
        about = _packed(value.about)
        return [value.text, value.anchor, value.permanent, about, value.is_weighty]
    return [_packed(each) for each in value] if isinstance(value, tuple) else value


_NAMES = tuple(field.name for field in fields(News))
_values = attrgetter(*_NAMES)

STATUS = "status"
"""Stands beside the kinds in counts: reports that changed a status."""
REMOVED = "removed"
"""Stands beside the kinds in counts: news whose record was removed since."""

Counts = Mapping[str, int]
"""How many news of each kind, by its code; ``STATUS`` and ``REMOVED`` count some once more."""


def count_news(news: Iterable[News]) -> Counts:
    found: Counter[str] = Counter()
    for each in news:
        found[each.kind] += 1 if each.plan else len(each.about)  # of plans that begin together
        found[STATUS] += each.is_new_status
        found[REMOVED] += each.is_removed
    return {name: number for name, number in found.items() if number}


def counts_words(counts: Counts, words: Translator) -> str:
    """"3 reports (1 with a new status), 2 meetings; 1 of these was removed"."""
    said = [
        _with_changed(count_words(kind, counts[kind], words), kind, counts, words)
        for kind in NewsKind
        if counts.get(kind)
    ]
    every, removed = ", ".join(said), counts.get(REMOVED, 0)
    if not removed:
        return every
    more = words.ngettext("{n} of these was removed", "{n} of these were removed", removed)
    return words.gettext("{counts}; {removed}", counts=every, removed=more)


def _with_changed(said: str, kind: NewsKind, counts: Counts, words: Translator) -> str:
    changed = counts.get(STATUS, 0) if kind is NewsKind.REPORT else 0
    if not changed:
        return said
    more = words.ngettext("{n} with a new status", "{n} with a new status", changed)
    return words.gettext("{reports} ({changed})", reports=said, changed=more)


def count_words(kind: NewsKind, n: int, words: Translator) -> str:
    """"3 answers"."""
    say = words.ngettext
    match kind:
        case NewsKind.REPORT:
            return say("{n} report", "{n} reports", n)
        case NewsKind.VIEW:
            return say("{n} view of civil society", "{n} views of civil society", n)
        case NewsKind.ASSESSMENT:
            return say("{n} assessment", "{n} assessments", n)
        case NewsKind.AMENDMENT:
            return say("{n} agreed change", "{n} agreed changes", n)
        case NewsKind.DRIFT:
            return say("{n} change of the promise", "{n} changes of the promise", n)
        case NewsKind.MEETING:
            return say("{n} meeting", "{n} meetings", n)
        case NewsKind.MINUTES:
            return say("{n} set of minutes", "{n} sets of minutes", n)
        case NewsKind.ANSWER:
            return say("{n} answer", "{n} answers", n)
        case NewsKind.ADOPTED:
            return say("{n} plan adopted", "{n} plans adopted", n)
        case NewsKind.SUBMITTED:
            return say("{n} plan submitted", "{n} plans submitted", n)
        case NewsKind.LOST:
            return say("{n} plan removed", "{n} plans removed", n)
        case NewsKind.BEGINS:
            return say("{n} record of a plan begun", "{n} records of plans begun", n)
    return say("{n} change of records", "{n} changes of records", n)
