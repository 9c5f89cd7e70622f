"""What all the news of one plan have in common: records, a day and git's facts come in.

Every piece of news is made here, so that dates, ids and addresses are worked
out in one place only.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from openroadmap.model.commitment import Commitment
from openroadmap.model.dates import PartialDate, Precision
from openroadmap.model.facts import GitFacts
from openroadmap.model.site import PlanRecords
from openroadmap.views.around import member_name, plan_title
from openroadmap.views.news import CHANGES, FEW, WHAT, News, NewsKind
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
        return published.get(record_file(self.records, kind, id)) if kind and published else None

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
        about: tuple[str, ...] = (),
    ) -> News | None:
        """One piece of news, or None where its day is to come or not known.

        ``record`` is its kind and id, without a kind where it is about several
        records; ``about`` are ids of commitments.
        """
        if when is None:
            self.undated += 1
            return None
        if when.first > self.today:
            return None
        published = self.published(*record)
        since = max(when.first, min(self._recorded_on(*record) or when.first, self.today))
        known = [self.commitments[one] for one in about if one in self.commitments]
        own = record[1:] if record[0] != "plan" else ()
        anchor = "-".join((kind, *own))
        return News(
            id="/".join((kind, *self._place, *own)),
            kind=kind,
            day=when.last.isoformat(),
            first=when.first.isoformat(),
            quarter=_quarter(when),
            since=since.isoformat(),
            edited=self._edited(record, since).isoformat(),
            date=self.words.partial(when),
            recorded=self._recorded(when, published),
            what=self.words.gettext(WHAT[kind]),
            title=title,
            status=status,
            is_new_status=is_new_status,
            text=text,
            said=said,
            address=address,
            about=tuple(self._crumb(each) for each in known) if len(known) <= FEW else (),
            commitments=about,
            institutions=union(each.responsible for each in known),
            policy_areas=union(each.policy_areas for each in known),
            member=self._member,
            plan=self.plan,
            plan_address=self.address,
            anchor=anchor,
            permanent=f"{self.address}{CHANGES}#{anchor}",
        )

    def _crumb(self, commitment: Commitment) -> Crumb:
        return Crumb(commitment.title, commitment_address(self.records, commitment.id))

    def _edited(self, record: tuple[str, str], since: date) -> date:
        """The last day on which the record said something new, in time for the pages."""
        if not record[0] or not self.facts.updated:
            return since
        days = self.facts.updated.get(record_file(self.records, *record), ())
        return max((since, *(day for day in days if day <= self.today)))

    def _recorded(self, when: PartialDate, published: date | None) -> str:
        """Said of what was recorded long after its date, unless the plan's record began so late."""
        if published is None or published <= when.last + LATE or published == self.begins:
            return ""
        return self.words.gettext("Recorded here on {date}.", date=self.words.day(published))


def facts_on(records: PlanRecords, facts: GitFacts, today: date) -> GitFacts:
    """Git's facts; to an invented plan that stands still, what came later came on its day."""
    if not facts.published or records.day(date.max) != today:
        return facts
    return GitFacts(
        facts.history,
        {file: min(day, today) for file, day in facts.published.items()},
        {
            file: tuple(dict.fromkeys(min(day, today) for day in days))
            for file, days in facts.updated.items()
        },
    )


def union(lists: Iterable[Iterable[str]]) -> tuple[str, ...]:
    """Every name once, in the order in which they come."""
    return tuple(dict.fromkeys(each for names in lists for each in names))


def _quarter(when: PartialDate) -> str:
    return "" if when.precision is Precision.YEAR else str((when.first.month + 2) // 3)
