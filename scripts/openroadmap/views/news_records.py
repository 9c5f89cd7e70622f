"""What git proves of the records themselves: those added and changed, one piece of news a day.

A record that bears a date is news of its own when it is published about that
time. What is recorded long afterwards, what bears no date, and what is changed
later would go unseen; it is told here. Where the record of the plan begins, all
that came with it is counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from openroadmap.i18n import Translator
from openroadmap.model.dates import PartialDate, parse_date
from openroadmap.model.facts import GitFacts
from openroadmap.model.site import PlanRecords
from openroadmap.views.cards import commitments_words
from openroadmap.views.news import News, NewsKind, count_words
from openroadmap.views.news_desk import LATE, Desk
from openroadmap.views.setting import record_file

_NAMED = {
    "update": NewsKind.REPORT,
    "view": NewsKind.VIEW,
    "assessment": NewsKind.ASSESSMENT,
    "response": NewsKind.ANSWER,
}
"""Records that are counted by their kind; the rest are other records."""

Days = dict[date, Counter[str]]
"""How many records of each kind, by the day."""


@dataclass(slots=True)
class _Found:
    """What became of the records: added unseen and changed, by day, and commitments changed."""

    added: Days = field(default_factory=dict)
    changed: Days = field(default_factory=dict)
    commitments: dict[date, list[str]] = field(default_factory=dict)

    @property
    def days(self) -> list[date]:
        return sorted(self.added.keys() | self.changed.keys())


def records_days(records: PlanRecords, facts: GitFacts, today: date) -> list[date]:
    """The days of which there is news of this kind."""
    return _found(records, facts, today, None).days if facts.published else []


def records_news(desk: Desk) -> Iterator[News | None]:
    """A piece of news for each day on which records were added unseen, or changed."""
    if not desk.facts.published:
        return
    found = _found(desk.records, desk.facts, desk.today, desk.begins)
    for day in found.days:
        added, changed = found.added.get(day, {}), found.changed.get(day, {})
        yield desk.news(
            NewsKind.BEGINS if day == desk.begins else NewsKind.RECORDS,
            ("", day.isoformat()),
            parse_date(day.isoformat()),
            title=_title(bool(added), bool(changed), day == desk.begins, desk.words),
            text=_text(added, changed, desk.words),
            about=tuple(found.commitments.get(day, ())),
        )


def _found(
    records: PlanRecords, facts: GitFacts, today: date, begins: date | None
) -> _Found:
    """Also all that came on the day on which the record of the plan began."""
    found = _Found()
    for kind, id, when in _records(records):
        file = record_file(records, kind, id)
        first = facts.published.get(file)
        if first is None or first > today:
            continue
        if when is None or first == begins or first > when.last + LATE:
            found.added.setdefault(first, Counter())[kind] += 1
        for day in facts.updated.get(file, ()):
            if first < day <= today:
                found.changed.setdefault(day, Counter())[kind] += 1
                if kind == "commitment":
                    found.commitments.setdefault(day, []).append(id)
    return found


def _records(records: PlanRecords) -> Iterator[tuple[str, str, PartialDate | None]]:
    """Kind, id and date of every record; without a date where it is no news by itself."""
    yield "plan", records.id, None
    yield from ((kind, kind, None) for kind in ("forum", "timeline") if getattr(records, kind))
    undated: Mapping[str, Iterable[Any]] = {
        "commitment": records.commitments,
        "mechanism": records.mechanisms,
        "outreach": records.outreach,
        "contribution": records.contributions,
        "attestation": records.attestations,
    }
    for kind, every in undated.items():
        yield from ((kind, each.id, None) for each in every)
    yield from (("update", each.id, each.date) for each in records.updates)
    yield from (("view", each.id, each.date) for each in records.views)
    yield from (("assessment", each.id, each.published_on) for each in records.assessments)
    yield from (("meeting", each.id, each.date) for each in records.meetings)
    yield from (("response", each.id, each.published_on) for each in records.responses)
    yield from (("amendment", each.id, each.date) for each in records.amendments)


def _title(added: bool, changed: bool, begins: bool, words: Translator) -> str:
    if begins:
        return words.gettext("The record of this plan begins")
    if added and changed:
        return words.gettext("Records added and changed")
    return words.gettext("Records added") if added else words.gettext("Records changed")


def _text(added: Mapping[str, int], changed: Mapping[str, int], words: Translator) -> str:
    sentences = []
    if added:
        sentences.append(words.gettext("Added: {records}.", records=_size(added, words)))
    if changed:
        sentences.append(words.gettext("Changed: {records}.", records=_size(changed, words)))
    return " ".join(sentences)


def _size(found: Mapping[str, int], words: Translator) -> str:
    """"9 commitments, 2 assessments, 41 other records"."""
    said = []
    if commitments := found.get("commitment", 0):
        said.append(commitments_words(commitments, words))
    said += (
        count_words(kind, found[name], words) for name, kind in _NAMED.items() if found.get(name)
    )
    others = sum(found.values()) - sum(found.get(name, 0) for name in ("commitment", *_NAMED))
    if others and said:
        said.append(words.ngettext("{n} other record", "{n} other records", others))
    elif others:
        said.append(words.ngettext("{n} record", "{n} records", others))
    return ", ".join(said)
