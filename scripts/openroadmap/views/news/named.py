"""Which records were changed or removed on a day: they come in, a line for each goes out.

A removal and what is told of a record in a line of its own, as a status, a code or its words,
come first; where there are very many, the rest is only counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from operator import attrgetter

from openroadmap.i18n import N_, Translator
from openroadmap.immutable import immutable
from openroadmap.model.dates import PartialDate
from openroadmap.model.facts import Revision, Told
from openroadmap.model.kinds import KIND
from openroadmap.views.labels import field_title
from openroadmap.views.news.counted import COUNTED, counted_words
from openroadmap.views.news.desk import Desk, anchor_of
from openroadmap.views.news.gone import OWN
from openroadmap.views.news.piece import FEW, WHAT, Item, News
from openroadmap.views.news.revised import PARTS, TEXTS, part_of
from openroadmap.views.news.revision_words import revision_line
from openroadmap.views.news.texts import texts_words

MOST = 12
"""Lines of one piece of news; what is changed by a program for all records would fill pages."""

_OTHERS = {
    "plan": N_("The plan's own record"),
    "commitment": N_("Commitment"),
    "forum": N_("Forum"),
    "timeline": N_("Timetable"),
    "baseline": N_("The plan as adopted"),
    "attestation": N_("Attestation"),
}
"""Other records that are named one by one."""

MOST_FIELDS = 4
"""Fields of a record that are named."""

_DATES = {"starts_on": N_("Start date"), "ends_on": N_("End date")}
"""What is called otherwise than where its day stands beside it."""

_IN_FULL = {
    Told.DATE: ("date", "published_on", "attested_on"),
    Told.STATUS: ("completion", "status_words"),
    Told.KIND: ("kind",),
    Told.COMMITMENT: ("commitment",),
    Told.FORUM: ("agreed_by_forum_on",),
    Told.AGREED: ("agreed",),
    Told.AUTHOR: ("by", "organisation"),
    Told.EXAMPLE: ("example",),
}
"""The fields of which a line of its own tells."""


@immutable
class Touched:
    """A record that was changed or removed; ``about`` are ids of commitments.

    ``fields`` are the names of those of its fields that say something else, ``requirement`` is
    that of which an attestation speaks.
    """

    kind: str
    id: str
    dated: PartialDate | None
    about: tuple[str, ...]
    revisions: tuple[Revision, ...]
    is_removed: bool
    fields: tuple[str, ...] = ()
    requirement: str = ""


def items_of(
    touched: Sequence[Touched], anchors: Collection[str], desk: Desk
) -> tuple[tuple[Item, ...], str]:
    """The lines of a day, and how many more there are, in words."""
    if len(touched) <= FEW and not any(_is_more_than_named(each) for each in touched):
        return (), ""
    named = [each for each in touched if each.kind not in COUNTED]
    lines = [line for each in named for line in _lines(each, anchors, desk)]
    lines += _counted([each for each in touched if each.kind in COUNTED], desk.words)
    lines.sort(key=attrgetter("is_weighty"), reverse=True)
    more = len(lines) - MOST
    words = desk.words
    return tuple(lines[:MOST]), words.ngettext("{n} more", "{n} more", more) if more > 0 else ""


def _counted(touched: Iterable[Touched], words: Translator) -> Iterator[Item]:
    """How many of a kind were removed or changed in the same parts; nobody is named."""
    counts: Counter[tuple[str, bool, str]] = Counter()
    for each in touched:
        gone = texts_words(each.revisions, words, removed=True)
        for text in gone:
            counts[each.kind, True, text] += 1
        if each.is_removed or not gone:
            titles = "" if each.is_removed else _titles(each, words)
            counts[each.kind, each.is_removed, titles] += 1
    for (kind, is_removed, titles), n in counts.items():
        record = counted_words(kind, n, words)
        line = _counted_line(record, titles, words, is_removed=is_removed)
        yield Item(line, "", "", (), is_removed)


def _counted_line(record: str, titles: str, words: Translator, *, is_removed: bool) -> str:
    if is_removed and titles:
        return words.gettext("Removed: {text} ({record})", text=titles, record=record)
    if is_removed:
        return words.gettext("Removed: {record}", record=record)
    if titles:
        return words.gettext("Changed: {record} ({fields})", record=record, fields=titles)
    return words.gettext("Changed: {record}", record=record)


def _is_more_than_named(touched: Touched) -> bool:
    """Few commitments that were changed are named beside the news already."""
    is_changed = touched.fields or touched.revisions
    return touched.kind != "commitment" or touched.is_removed or bool(is_changed)


def _lines(touched: Touched, anchors: Collection[str], desk: Desk) -> Iterator[Item]:
    words, name = desk.words, _name(touched, desk.words)
    anchor = anchor_of(OWN[touched.kind], touched.id) if touched.kind in OWN else ""
    place = (anchor, desk.permanent(anchor)) if anchor in anchors else ("", "")
    about = desk.crumbs(touched.about)
    if touched.is_removed:
        yield Item(words.gettext("Removed: {record}", record=name), *place, about, True)
    for text in texts_words(touched.revisions, words, removed=True):
        gone = words.gettext("Removed: {text} ({record})", text=text, record=name)
        yield Item(gone, *place, about, True)
    revisions = [each for each in touched.revisions if each.told not in TEXTS]
    for each in revisions:
        part = each.id if each.told is Told.RESULT else part_of(each)
        own = desk.crumbs((part,)) if part else about
        yield Item(revision_line(each, name, touched, desk), *place, own, True)
    if touched.is_removed:
        return
    if titles := _titles(touched, words):
        text = words.gettext("Changed: {record} ({fields})", record=name, fields=titles)
        yield Item(text, *place, about, False)
    elif not touched.revisions:
        yield Item(words.gettext("Changed: {record}", record=name), *place, about, False)


def _in_full(each: Revision) -> tuple[str, ...]:
    """The fields that need no naming beside the line of a revision."""
    return (each.id,) if each.told in PARTS else _IN_FULL.get(each.told, ())


def _titles(touched: Touched, words: Translator) -> str:
    """"Longer story, Summary, Evidence", with how many more there are."""
    in_full = [name for each in touched.revisions for name in _in_full(each)]
    fields = [name for name in touched.fields if name not in in_full]
    model, more = KIND[touched.kind].model, len(fields) - MOST_FIELDS
    said = texts_words(touched.revisions, words, removed=False)
    said += (
        words.gettext(_DATES[name]) if name in _DATES else field_title(model, name, words)
        for name in fields[:MOST_FIELDS]
    )
    if more > 0:
        said.append(words.ngettext("and {n} more", "and {n} more", more))
    return ", ".join(said)


def _name(touched: Touched, words: Translator) -> str:
    """"Progress report of 3 May 2026"."""
    if touched.kind == "attestation":
        return _attestation(touched, words)
    if touched.kind in _OTHERS:
        return words.gettext(_OTHERS[touched.kind])
    if touched.dated is None:
        return words.gettext(WHAT[OWN[touched.kind]])
    date = words.partial(touched.dated)
    match touched.kind:
        case "update":
            return words.gettext("Progress report of {date}", date=date)
        case "view":
            return words.gettext("View of civil society of {date}", date=date)
        case "assessment":
            return words.gettext("Assessment of {date}", date=date)
        case "meeting":
            return words.gettext("Meeting of {date}", date=date)
        case "response":
            return words.gettext("Answer of {date}", date=date)
    return words.gettext("Agreed change of {date}", date=date)


def _attestation(touched: Touched, words: Translator) -> str:
    if touched.dated is None:
        return words.gettext(_OTHERS[touched.kind])
    date = words.partial(touched.dated)
    if not touched.requirement:
        return words.gettext("Attestation of {date}", date=date)
    return words.gettext(
        "Attestation of {date} on requirement {id}", date=date, id=touched.requirement
    )


def name_fewer(news: Sequence[News], most: int) -> tuple[News, ...]:
    """News of which so many lines are left on a page: the weighty ones', then the newest."""
    kept: set[str] = set()
    for each in sorted(news, key=_is_light):
        most -= len(each.items)
        if most >= 0:
            kept.add(each.id)
    return tuple(
        each if each.id in kept or not each.items else replace(each, items=(), more="")
        for each in news
    )


def _is_light(news: News) -> bool:
    return not any(each.is_weighty for each in news.items)
