"""What git proves of the records themselves: those added, changed and removed, day by day.

A record that bears a date is news of its own when it is published about that
time. What is recorded long afterwards, what bears no date, and what is changed
or removed later would go unseen; it is told here. Where the record of the plan
begins, all that came with it is counted. What came on a day stays so, whatever
became of it since.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from openroadmap.i18n import N_, Translator
from openroadmap.immutable import immutable
from openroadmap.model.dates import PartialDate, parse_date
from openroadmap.model.facts import NOTHING, GitFacts, Gone, Revision, Told
from openroadmap.model.site import PlanRecords
from openroadmap.views.cards import commitments_words
from openroadmap.views.news.desk import LATE, Desk, gone_from, union
from openroadmap.views.news.gone import OWN
from openroadmap.views.news.named import Touched, items_of
from openroadmap.views.news.piece import News, NewsKind, count_words
from openroadmap.views.news.promise import ToldField
from openroadmap.views.news.revised import part_of, revisions_of, text_days
from openroadmap.views.setting import record_file


@dataclass(slots=True)
class _Day:
    """How many records of each kind came unseen, were changed and were removed on a day."""

    added: Counter[str] = field(default_factory=Counter)
    changed: Counter[str] = field(default_factory=Counter)
    removed: Counter[str] = field(default_factory=Counter)
    touched: list[Touched] = field(default_factory=list)


@immutable
class _Trace:
    """What git proves of a record; ``record`` is a ``Gone`` where it went."""

    kind: str
    id: str
    file: str
    record: Any
    when: PartialDate | None
    first: date | None
    changed: tuple[date, ...]
    last: date | None = None


def records_days(records: PlanRecords, facts: GitFacts, today: date) -> list[date]:
    """The days of which there is news of this kind."""
    return [*_found(records, facts, today, None)]


def records_news(
    desk: Desk, anchors: Collection[str], told: Container[ToldField] = ()
) -> Iterator[News | None]:
    """A piece of news for each day on which records were added unseen, changed or removed.

    ``anchors`` are those of all other news, to which these lead; ``told`` is what the news of
    promises say already.
    """
    for day, found in _found(desk.records, desk.facts, desk.today, desk.begins, told).items():
        yield desk.news(
            NewsKind.BEGINS if day == desk.begins else NewsKind.RECORDS,
            ("", day.isoformat()),
            parse_date(day.isoformat()),
            title=_title(found, day == desk.begins, desk.words),
            text=_text(found, desk.words),
            about=union(each.about for each in found.touched),
            named=items_of(found.touched, anchors, desk),
        )


def _found(
    records: PlanRecords,
    facts: GitFacts,
    today: date,
    begins: date | None,
    told: Container[ToldField] = (),
) -> dict[date, _Day]:
    """Also all that came on the day on which the record of the plan began."""
    found: dict[date, _Day] = {}
    for trace in _traces(records, facts):
        first = trace.first
        if first and first <= today and _came_unseen(trace, facts, begins):
            found.setdefault(first, _Day()).added[trace.kind] += 1
        for day in sorted({*trace.changed, *text_days(facts.revised.get(trace.file, ()))}):
            if first and first < day <= today:
                touched = _touched(trace, facts, day)
                untold = _untold(touched, day, told)
                if untold or touched.revisions or not touched.fields:
                    this = found.setdefault(day, _Day())
                    this.changed[trace.kind] += 1
                    this.touched.append(replace(touched, fields=untold))
        is_told = trace.kind == "commitment" and (trace.last, trace.id, "") in told
        if trace.last and trace.last <= today and not is_told:
            this = found.setdefault(trace.last, _Day())
            this.removed[trace.kind] += 1
            this.touched.append(_touched(trace, facts, trace.last, is_removed=True))
    return dict(sorted(found.items()))


def _came_unseen(trace: _Trace, facts: GitFacts, begins: date | None) -> bool:
    """Whether it was no news by itself when it came, by the date that it bore then."""
    if trace.kind not in OWN:
        return trace.kind != "baseline"
    when = trace.when
    for each in facts.revised.get(trace.file, ()):
        if each.told is Told.DATE:
            when = parse_date(each.before) if each.before else None
            break
    return when is None or trace.first == begins or trace.first > when.last + LATE


def _touched(trace: _Trace, facts: GitFacts, day: date, *, is_removed: bool = False) -> Touched:
    every = () if is_removed else facts.revised.get(trace.file, ())
    revisions = revisions_of(every, day)
    about = tuple(dict.fromkeys(_of_part(revisions))) or _about(trace)
    about = union((about, _places(revisions)))
    fields = () if is_removed else facts.fields_on(trace.file, day)
    dated, requirement = trace.when, ""
    if trace.kind == "attestation" and not isinstance(trace.record, Gone):
        dated, requirement = trace.record.attested_on, trace.record.requirement
    elif trace.kind == "attestation":
        requirement = trace.record.code
    return Touched(
        trace.kind, trace.id, dated, about, revisions, is_removed, fields, requirement
    )


def _of_part(revisions: Iterable[Revision]) -> Iterator[str]:
    """The commitments of which an assessment says something else."""
    for each in revisions:
        if part := each.id if each.told is Told.RESULT else part_of(each):
            yield part


def _places(revisions: Iterable[Revision]) -> Iterator[str]:
    """The commitments from which and to which a record was moved."""
    for each in revisions:
        if each.told is Told.COMMITMENT:
            yield from (side for side in (each.before, each.after) if side not in ("", NOTHING))


def _untold(touched: Touched, day: date, told: Container[ToldField]) -> tuple[str, ...]:
    """The fields of which the news of promises do not say already how they changed."""
    if touched.kind not in ("plan", "commitment"):
        return touched.fields
    id = "".join(touched.about)
    return tuple(name for name in touched.fields if (day, id, name) not in told)


def _about(trace: _Trace) -> tuple[str, ...]:
    """The commitments that a record is about."""
    record = trace.record
    if trace.kind == "commitment":
        return (trace.id,)
    if trace.kind == "assessment" and not isinstance(record, Gone):
        return tuple(record.results)
    many = getattr(record, "commitments", ())
    one = getattr(record, "commitment", None)
    return (*many, *filter(None, (one,)))


def _traces(records: PlanRecords, facts: GitFacts) -> Iterator[_Trace]:
    """Every record whose first day is known, and every one that is gone."""
    for kind, id, record, when in _records(records) if facts.published else ():
        file = record_file(records, kind, id)
        if first := facts.published.get(file):
            yield _Trace(kind, id, file, record, when, first, facts.updated.get(file, ()))
    for gone in gone_from(records, facts):
        yield _Trace(
            gone.kind, gone.id, gone.file, gone, gone.dated, gone.first, gone.changed, gone.last
        )


def _records(records: PlanRecords) -> Iterator[tuple[str, str, Any, PartialDate | None]]:
    """Kind, id and date of every record; without a date where it is no news by itself."""
    yield "plan", records.id, records.plan, None
    for kind in ("forum", "timeline"):
        if record := getattr(records, kind):
            yield kind, kind, record, None
    undated: Mapping[str, Iterable[Any]] = {
        "commitment": records.commitments,
        "mechanism": records.mechanisms,
        "outreach": records.outreach,
        "contribution": records.contributions,
        "attestation": records.attestations,
    }
    dated: Mapping[str, Iterable[Any]] = {
        "update": records.updates,
        "view": records.views,
        "meeting": records.meetings,
        "amendment": records.amendments,
    }
    published: Mapping[str, Iterable[Any]] = {
        "assessment": records.assessments,
        "response": records.responses,
    }
    for kind, every in undated.items():
        yield from ((kind, each.id, each, None) for each in every)
    for kind, every in dated.items():
        yield from ((kind, each.id, each, each.date) for each in every)
    for kind, every in published.items():
        yield from ((kind, each.id, each, each.published_on) for each in every)


_TITLES = {
    (True, False, False): N_("Records added"),
    (False, True, False): N_("Records changed"),
    (False, False, True): N_("Records removed"),
    (True, True, False): N_("Records added and changed"),
    (True, False, True): N_("Records added and removed"),
    (False, True, True): N_("Records changed and removed"),
    (True, True, True): N_("Records added, changed and removed"),
}
"""By whether records were added, changed and removed."""


def _title(found: _Day, begins: bool, words: Translator) -> str:
    if begins:
        return words.gettext("The record of this plan begins")
    return words.gettext(_TITLES[bool(found.added), bool(found.changed), bool(found.removed)])


def _text(found: _Day, words: Translator) -> str:
    added, changed, removed = (
        _size(each, words) for each in (found.added, found.changed, found.removed)
    )
    sentences = (
        words.gettext("Added: {records}.", records=added) if added else "",
        words.gettext("Changed: {records}.", records=changed) if changed else "",
        words.gettext("Removed: {records}.", records=removed) if removed else "",
    )
    return " ".join(filter(None, sentences))


def _size(found: Mapping[str, int], words: Translator) -> str:
    """"9 commitments, 2 assessments, 41 other records"."""
    said = []
    if commitments := found.get("commitment", 0):
        said.append(commitments_words(commitments, words))
    said += (
        count_words(kind, found[name], words) for name, kind in OWN.items() if found.get(name)
    )
    others = sum(found.values()) - sum(found.get(name, 0) for name in ("commitment", *OWN))
    if others and said:
        said.append(words.ngettext("{n} other record", "{n} other records", others))
    elif others:
        said.append(words.ngettext("{n} record", "{n} records", others))
    return ", ".join(said)
