"""Which records were changed or removed on a day: they come in, a line for each goes out.

A removal, a status and a date that were changed afterwards come first; where there are
very many, the rest is only counted.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from operator import attrgetter

from openroadmap.i18n import N_, Translator
from openroadmap.immutable import immutable
from openroadmap.measure.progress import State
from openroadmap.model.dates import PartialDate, parse_date
from openroadmap.model.facts import Revision, Told
from openroadmap.views.labels import status_of
from openroadmap.views.news.desk import Desk, anchor_of
from openroadmap.views.news.gone import OWN
from openroadmap.views.news.piece import FEW, WHAT, Item, News

MOST = 12
"""Lines of one piece of news; what is changed by a program for all records would fill pages."""

_OTHERS = {
    "plan": N_("The plan's own record"),
    "commitment": N_("Commitment"),
    "forum": N_("Forum"),
    "timeline": N_("Timetable"),
    "baseline": N_("The plan as adopted"),
}
"""Other records that are named; the rest, and above all what people proposed, is only counted."""


@immutable
class Touched:
    """A record that was changed or removed; ``about`` are ids of commitments."""

    kind: str
    id: str
    dated: PartialDate | None
    about: tuple[str, ...]
    revisions: tuple[Revision, ...]
    is_removed: bool


def items_of(
    touched: Iterable[Touched], anchors: Collection[str], desk: Desk
) -> tuple[tuple[Item, ...], str]:
    """The lines of a day, and how many more there are, in words."""
    named = [each for each in touched if each.kind in OWN or each.kind in _OTHERS]
    if len(named) <= FEW and not any(_is_more_than_named(each) for each in named):
        return (), ""
    lines = [line for each in named for line in _lines(each, anchors, desk)]
    lines.sort(key=attrgetter("is_weighty"), reverse=True)
    more = len(lines) - MOST
    words = desk.words
    return tuple(lines[:MOST]), words.ngettext("{n} more", "{n} more", more) if more > 0 else ""


def _is_more_than_named(touched: Touched) -> bool:
    """Few commitments that were changed are named beside the news already."""
    return touched.kind != "commitment" or touched.is_removed


def _lines(touched: Touched, anchors: Collection[str], desk: Desk) -> Iterator[Item]:
    words, name = desk.words, _name(touched, desk.words)
    anchor = anchor_of(OWN[touched.kind], touched.id) if touched.kind in OWN else ""
    place = (anchor, desk.permanent(anchor)) if anchor in anchors else ("", "")
    about = desk.crumbs(touched.about)
    if touched.is_removed:
        yield Item(words.gettext("Removed: {record}", record=name), *place, about, True)
    for each in touched.revisions:
        own = desk.crumbs((each.id,)) if each.told is Told.RESULT else about
        yield Item(_revision(each, name, touched, desk), *place, own, True)
    if not touched.is_removed and not touched.revisions:
        yield Item(words.gettext("Changed: {record}", record=name), *place, about, False)


def _revision(each: Revision, name: str, touched: Touched, desk: Desk) -> str:
    words = desk.words
    if each.told is Told.DATE:
        before, after = (_date(side, words) for side in (each.before, each.after))
        return words.gettext(
            "{record}: date was {before}, now {after}", record=name, before=before, after=after
        )
    before, after = (_status(side, words) for side in (each.before, each.after))
    if each.told is not Told.MILESTONE:
        return words.gettext(
            "{record}: status was {before}, now {after}", record=name, before=before, after=after
        )
    milestone = _milestone(each.id, touched, desk)
    return words.gettext(
        "{record}, milestone “{milestone}”: status was {before}, now {after}",
        record=name, milestone=milestone, before=before, after=after,
    )  # fmt: skip


def _date(text: str, words: Translator) -> str:
    return words.partial(parse_date(text)) if text else words.gettext("not recorded")


def _status(code: str, words: Translator) -> str:
    return status_of(code or State.NOT_RECORDED, words).word


def _milestone(id: str, touched: Touched, desk: Desk) -> str:
    known = [desk.commitments[one] for one in touched.about if one in desk.commitments]
    titles = {each.id: each.title for one in known for each in one.milestones}
    return titles.get(id, id)


def _name(touched: Touched, words: Translator) -> str:
    """"Progress report of 3 May 2026"."""
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


def revisions_of(every: Iterable[Revision], day: date) -> tuple[Revision, ...]:
    """What changed in a record in the course of one day, each thing once."""
    found: dict[tuple[Told, str], Revision] = {}
    for each in every:
        if each.day == day:
            key = (each.told, each.id)
            found[key] = replace(each, before=found[key].before) if key in found else each
    return tuple(each for each in found.values() if each.before != each.after)


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
