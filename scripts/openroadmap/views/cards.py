"""What other pages show of a plan, a commitment or a member: a few lines each.

Cards hold nothing but texts, numbers, flags and further cards, so that a build
may keep them as JSON and make the pages above a plan without reading it again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from openroadmap.i18n import Translator
from openroadmap.immutable import immutable
from openroadmap.measure.progress import PlanProgress, Standing, State
from openroadmap.model.commitment import Commitment
from openroadmap.model.member import Member
from openroadmap.model.site import PlanRecords
from openroadmap.views.around import member_name, plan_title
from openroadmap.views.dates import words_for_any, words_for_period
from openroadmap.views.labels import is_overdue, lateness_words, standing_status, term
from openroadmap.views.parts import Status
from openroadmap.views.progress.bars import StatusBar, status_bar
from openroadmap.views.scale import Cell
from openroadmap.views.setting import commitment_address, plan_address


@immutable
class CommitmentCard:
    """A commitment in a list."""

    id: str
    """Its id."""
    address: str
    """Its address from the site's root."""
    number: str
    """Its number in the plan as published, or ""."""
    title: str
    """The promise in one sentence."""
    lead: str
    """The lead institution, or ""."""
    period: str
    """From when to when, in words, or ""."""
    status: Status
    """Where it stands as last reported."""
    lateness: str
    """What the calendar adds, in a sentence, or ""."""
    by: str
    """Who reported that and when, in words, or ""."""
    cells: tuple[Cell, ...]
    """What the other voices last said of it, a cell each."""
    overdue: bool
    """True when it was reported unfinished and its date has passed."""


@immutable
class PlanCard:
    """A plan in a list."""

    id: str
    """Its folder's name."""
    address: str
    """Its address from the site's root."""
    title: str
    """The plan's title."""
    period: str
    """From when to when, in words, or ""."""
    starts: str
    """The first day it can mean, as YYYY-MM-DD, for the order of lists."""
    size: str
    """How many commitments and assessments are recorded, in words."""
    commitments: int
    """How many commitments are recorded."""
    bar: StatusBar | None
    """How many commitments have each status."""
    silence: str
    """Where no report of the lead is recorded but reviewers' are, that in words, or ""."""


@immutable
class MemberCard:
    """A member in a list."""

    id: str
    """Its folder's name."""
    address: str
    """Its address from the site's root."""
    name: str
    """The member's name."""
    place: str
    """Country and level, in words."""
    size: str
    """How many plans and commitments are recorded, in words."""
    plans: tuple[PlanCard, ...]
    """Its plans, newest first."""
    example: bool
    """True when it is invented, to show how it is done."""


def commitment_card(
    commitment: Commitment,
    records: PlanRecords,
    standing: Standing,
    cells: tuple[Cell, ...],
    words: Translator,
) -> CommitmentCard:
    starts, ends = commitment.starts_on, commitment.ends_on
    known = starts or ends or commitment.ends_label
    return CommitmentCard(
        id=commitment.id,
        address=commitment_address(records, commitment.id),
        number=commitment.number or commitment.ogp_id or "",
        title=commitment.title,
        lead=commitment.lead or "",
        period=words_for_period(starts, ends, words, commitment.ends_label) if known else "",
        status=standing_status(standing, words),
        lateness=lateness_words(standing, words_for_any(ends, words), words),
        by=_by(commitment, standing, words),
        cells=cells,
        overdue=is_overdue(standing),
    )


def _by(commitment: Commitment, standing: Standing, words: Translator) -> str:
    """The day of the report; and its author, where the lead beside it is another."""
    update = standing.update
    if update is None or standing.state in (State.WITHDRAWN, State.NOT_RECORDED):
        return words_for_any(standing.since, words)
    date, author = words_for_any(update.date, words), update.author_organisation
    if author and author != commitment.lead:
        return words.gettext("{who}, {date}", who=author, date=date)
    return date


def plan_card(records: PlanRecords, progress: PlanProgress, words: Translator) -> PlanCard:
    plan, number = records.plan, len(records.commitments)
    starts = plan and (plan.starts_on or plan.submitted_on or plan.ends_on)
    return PlanCard(
        id=records.id,
        address=plan_address(records),
        title=plan_title(records),
        period=words_for_period(plan.starts_on, plan.ends_on, words) if plan else "",
        starts=starts.first.isoformat() if starts else "",
        size=" · ".join(_sizes(records, words)),
        commitments=number,
        bar=plan_bar(progress, words),
        silence=silence_words(records, progress, words),
    )


def _sizes(records: PlanRecords, words: Translator) -> Iterator[str]:
    if records.example:
        yield words.gettext("Example")
    yield commitments_words(len(records.commitments), words)
    if reports := len(records.assessments):
        yield words.ngettext("{n} assessment", "{n} assessments", reports)


def member_card(
    id: str, member: Member | None, plans: Iterable[PlanCard], words: Translator, lost: int = 0
) -> MemberCard:
    """``lost`` is how many more plans it had, whose records were removed."""
    ordered = newest_first(plans)
    total = sum(plan.commitments for plan in ordered)
    recorded = plans_words(len(ordered), lost, words)
    return MemberCard(
        id=id,
        address=f"{id}/",
        name=member_name(member, id),
        place=place_words(member, words),
        size=words.gettext(
            "{plans}, {commitments}", plans=recorded, commitments=commitments_words(total, words)
        ),
        plans=ordered,
        example=bool(member and member.example),
    )


def plans_words(plans: int, lost: int, words: Translator) -> str:
    """"2 action plans (1 more was removed)"."""
    recorded = words.ngettext("{n} action plan", "{n} action plans", plans)
    if not lost:
        return recorded
    return words.ngettext(
        "{plans} ({n} more was removed)", "{plans} ({n} more were removed)", lost, plans=recorded
    )


def newest_first(plans: Iterable[PlanCard]) -> tuple[PlanCard, ...]:
    return tuple(sorted(plans, key=lambda plan: (plan.starts, plan.id), reverse=True))


def plan_bar(progress: PlanProgress, words: Translator) -> StatusBar | None:
    """How many commitments of a plan have each status."""
    size = commitments_words(len(progress.commitments), words)
    return status_bar(size, progress.counts(), words, own_words=shared_words(progress))


def shared_words(progress: PlanProgress) -> str:
    """The words of all reports that are not on the scale, where they are the same; else ""."""
    said = {each.words for each in progress.commitments.values() if each.words}
    return said.pop() if len(said) == 1 else ""


def silence_words(records: PlanRecords, progress: PlanProgress, words: Translator) -> str:
    """A lead's silence beside what reviewers judged; "" where either is otherwise."""
    if any(each.state is not State.NOT_RECORDED for each in progress.commitments.values()):
        return ""
    assessed = {
        id for report in records.assessments for id, result in report.results.items()
        if result.is_judgement
    }  # fmt: skip
    number = len(assessed & progress.commitments.keys())
    if not number:
        return ""
    if records.updates:
        return words.ngettext(
            "No status reported by the lead; {n} assessed by reviewers",
            "No status reported by the lead; {n} assessed by reviewers",
            number,
        )
    return words.ngettext(
        "No report by the lead on record; {n} assessed by reviewers",
        "No report by the lead on record; {n} assessed by reviewers",
        number,
    )


def commitments_and_invented(total: int, examples: int, words: Translator) -> str:
    """"43 commitments and 5 invented"."""
    size = commitments_words(total - examples, words)
    if not examples:
        return size
    more = words.ngettext("{n} invented", "{n} invented", examples)
    return words.gettext("{commitments} and {examples}", commitments=size, examples=more)


@lru_cache(maxsize=1_024)
def commitments_words(number: int, words: Translator) -> str:
    return words.ngettext("{n} commitment", "{n} commitments", number)


def both_words(commitments: int, milestones: int, words: Translator) -> str:
    """"1 commitment and 3 milestones"; "" of nothing."""
    one = commitments_words(commitments, words) if commitments else ""
    other = words.ngettext("{n} milestone", "{n} milestones", milestones) if milestones else ""
    if one and other:
        return words.gettext("{commitments} and {milestones}", commitments=one, milestones=other)
    return one or other


def place_words(member: Member | None, words: Translator) -> str:
    """"Kenya · Local". Of an invented member, that it is one comes first."""
    if member is None:
        return ""
    example = words.gettext("Example") if member.example else ""
    level = term("level", member.level, words)
    return " · ".join(filter(None, (example, member.country, level)))
