"""What all the news of one plan have in common: records, a day and git's facts come in.

Every piece of news is made here, so that dates, ids and addresses are worked
out in one place only.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from openroadmap.i18n import Translator
from openroadmap.model.commitment import Commitment
from openroadmap.model.dates import PartialDate, Precision
from openroadmap.model.facts import GitFacts, Gone
from openroadmap.model.kinds import plan_folder
from openroadmap.model.site import PlanRecords
from openroadmap.views.around import member_name, plan_title
from openroadmap.views.news.piece import CHANGES, FEW, WHAT, Item, News, NewsKind
from openroadmap.views.parts import Crumb, Status
from openroadmap.views.setting import Setting, commitment_address, plan_address, record_file

LATE = timedelta(days=31)
"""Recorded later than this after its date, it is said when that was."""


class Desk:
    """The plan whose news are told.

    ``undated`` counts records left out because they bear no date; ``begins`` is
    the day on which the plan's record first stood here.
    """

    def __init__(self, records: PlanRecords, facts: GitFacts, setting: Setting) -> None:
        self.records = records
        self.facts = facts_on(records, facts, setting.today)
        self.words = setting.words
        self.today = setting.today
        self.undated = 0
        self.address = plan_address(records)
        self.commitments = {each.id: each for each in records.commitments}
        self.contributions = {each.id: each.title for each in records.contributions}
        self.gone = {each.file: each for each in gone_from(records, self.facts)}
        self.begins = self.published("plan", records.id)
        self._place = (records.context.member_id, records.id)
        self._member = member_name(records.context.member, records.context.member_id)
        self.plan = plan_title(records)

    def published(self, kind: str, id: str) -> date | None:
        """When a record first stood here; nothing after the day of the pages."""
        day = self._recorded_on(kind, id)
        return day if day and day <= self.today else None

    def _recorded_on(self, kind: str, id: str) -> date | None:
        published = self.facts.published
        if not kind or not published:
            return None
        file = record_file(self.records, kind, id)
        gone = self.gone.get(file)
        return published.get(file) or (gone.first if gone else None)

    def news(
        self,
        kind: NewsKind,
        record: tuple[str, str],
        when: PartialDate | None,
        *,
        title: str,
        address: str = "",
        text: str = "",
        said: str = "",
        status: Status | None = None,
        is_new_status: bool = False,
        is_removed: bool = False,
        about: tuple[str, ...] = (),
        named: tuple[tuple[Item, ...], str] = ((), ""),
    ) -> News | None:
        """One piece of news, or None where its day is to come or not known.

        ``record`` is its kind and id, without a kind where it is about several
        records; ``about`` are ids of commitments; ``named`` are lines, and how many more.
        """
        if when is None:
            self.undated += 1
            return None
        if when.first > self.today:
            return None
        since = self.since(record, when)
        known = [self.commitments[one] for one in about if one in self.commitments]
        own = record[1:] if record[0] != "plan" else ()
        anchor = anchor_of(kind, *own)
        return News(
            id="/".join((kind, *self._place, *own)),
            kind=kind,
            day=when.last.isoformat(),
            first=when.first.isoformat(),
            quarter=_quarter(when),
            since=since.isoformat(),
            edited=self._edited(record, since).isoformat(),
            date=self.words.partial(when),
            recorded=self._recorded(when, self.published(*record)),
            what=self.words.gettext(WHAT[kind]),
            title=title,
            status=status,
            is_new_status=is_new_status,
            is_removed=is_removed,
            text=text,
            items=named[0],
            more=named[1],
            said=said,
            address=address,
            about=self.crumbs(about),
            commitments=about,
            institutions=union(each.responsible for each in known),
            policy_areas=union(each.policy_areas for each in known),
            member=self._member,
            plan=self.plan,
            plan_address=self.address,
            anchor=anchor,
            permanent=self.permanent(anchor),
        )

    def since(self, record: tuple[str, str], when: PartialDate) -> date:
        """The day from which readers could see it here, as far as is known."""
        return max(when.first, min(self._recorded_on(*record) or when.first, self.today))

    def permanent(self, anchor: str) -> str:
        """The lasting address of news, from the site's root."""
        return f"{self.address}{CHANGES}#{anchor}"

    def crumbs(self, about: Iterable[str]) -> tuple[Crumb, ...]:
        """The commitments of these ids, where they are few."""
        known = [self.commitments[one] for one in about if one in self.commitments]
        return tuple(self._crumb(each) for each in known) if len(known) <= FEW else ()

    def _crumb(self, commitment: Commitment) -> Crumb:
        return Crumb(commitment.title, commitment_address(self.records, commitment.id))

    def _edited(self, record: tuple[str, str], since: date) -> date:
        """The last day on which the record said something new, in time for the pages."""
        if not record[0] or not self.facts.updated:
            return since
        file = record_file(self.records, *record)
        days = self.facts.updated.get(file, ())
        if not days and (gone := self.gone.get(file)) and gone.last:
            days = (gone.last,)
        return max((since, *(day for day in days if day <= self.today)))

    def _recorded(self, when: PartialDate, published: date | None) -> str:
        """Said of what was recorded long after its date, unless the plan's record began so late."""
        if published is None or not came_late(when, published, self.begins):
            return ""
        return recorded_words(published, self.words)


def came_late(when: PartialDate | None, published: date, begins: date | None) -> bool:
    """Whether a record came here long after its date, and not with the plan's own record."""
    return when is not None and published > when.last + LATE and published != begins


def recorded_words(published: date, words: Translator) -> str:
    return words.gettext("Recorded here on {date}.", date=words.day(published))


def anchor_of(kind: NewsKind, *own: str) -> str:
    """Where news stands on the plan's page of changes."""
    return "-".join((kind, *own))


def gone_from(records: PlanRecords, facts: GitFacts) -> tuple[Gone, ...]:
    """The records that are gone from a plan."""
    return facts.gone.get(plan_folder(records.context.member_id, records.id), ())


def facts_on(records: PlanRecords, facts: GitFacts, today: date) -> GitFacts:
    """Git's facts; to an invented plan that stands still, what came later came on its day."""
    if not facts.published or records.day(date.max) != today:
        return facts
    gone = gone_from(records, facts)
    return GitFacts(
        facts.history,
        {file: min(day, today) for file, day in facts.published.items()},
        {file: _until(today, days) for file, days in facts.updated.items()},
        {
            plan_folder(records.context.member_id, records.id): tuple(
                replace(
                    each,
                    first=each.first and min(each.first, today),
                    last=each.last and min(each.last, today),
                    changed=_until(today, each.changed),
                )
                for each in gone
            )
        },
        {
            file: tuple(replace(each, day=min(each.day, today)) for each in every)
            for file, every in facts.revised.items()
        },
    )


def _until(today: date, days: Iterable[date]) -> tuple[date, ...]:
    return tuple(dict.fromkeys(min(day, today) for day in days))


def union(lists: Iterable[Iterable[str]]) -> tuple[str, ...]:
    """Every name once, in the order in which they come."""
    return tuple(dict.fromkeys(each for names in lists for each in names))


def _quarter(when: PartialDate) -> str:
    return "" if when.precision is Precision.YEAR else str((when.first.month + 2) // 3)
