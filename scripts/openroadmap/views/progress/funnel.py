"""From what people proposed to what was promised: a picture whose numbers are its table."""

from __future__ import annotations

from collections.abc import Iterator

from openroadmap.i18n import Translator
from openroadmap.immutable import immutable
from openroadmap.measure.funnel import Funnel
from openroadmap.model.member import Plan
from openroadmap.model.parts import Count
from openroadmap.model.site import PlanRecords
from openroadmap.views.progress.geometry import percent


@immutable
class FunnelRow:
    """One stage of the way."""

    label: str
    """What is counted."""
    number: str
    """How many."""
    width: str
    """Its share of the first, in percent."""


@immutable
class CountLine:
    """A number that a source states without the single proposals."""

    number: str
    """The number with what was counted."""
    words: str
    """The source's own words, or ""."""
    where: str
    """Where it was counted."""


@immutable
class FunnelView:
    """The way from contributions to commitments."""

    rows: tuple[FunnelRow, ...]
    """The stages, each part of the one before; empty where no contribution is recorded."""
    notes: tuple[str, ...]
    """What else is to be known of the numbers, in sentences."""
    counted: tuple[CountLine, ...]
    """What was only counted: ideas, votes, people."""


def view_funnel(
    funnel: Funnel, records: PlanRecords | None, words: Translator
) -> FunnelView | None:
    """The picture of a plan, or of several without ``records``; None where nothing is recorded."""
    counted = tuple(_counted(records, words)) if records else ()
    if not funnel.received and not counted:
        return None
    return FunnelView(
        rows=tuple(_rows(funnel, words)) if funnel.received else (),
        notes=tuple(_notes(funnel, bool(counted), words)),
        counted=counted,
    )


def _rows(funnel: Funnel, words: Translator) -> Iterator[FunnelRow]:
    stages = (
        (words.gettext("Contributions recorded"), funnel.received),
        (words.gettext("With an answer of their own"), funnel.answered),
        (words.gettext("Accepted, in whole or in part, or merged with others"), funnel.accepted),
        (words.gettext("Part of a commitment"), funnel.promised),
    )
    for label, number in stages:
        share = percent(100 * number / funnel.received)
        yield FunnelRow(label, words.number(number), share)


def _notes(funnel: Funnel, has_counts: bool, words: Translator) -> Iterator[str]:
    if funnel.summed_up:
        yield words.gettext("One published report speaks of all contributions together.")
    if not funnel.received:
        yield words.gettext(
            "Only numbers are recorded: the single proposals and what became of each are not."
        )
    elif has_counts:
        yield words.gettext(
            "The record of the process has these numbers too; some of them count the same."
        )


def _counted(records: PlanRecords, words: Translator) -> Iterator[CountLine]:
    """Each number once: what the whole process and one of its parts both state is one line."""
    parts = [(each, one.title) for one in records.mechanisms for each in one.counts]
    for count in _of_whole(records.plan):
        same = [part for part in parts if _is_same(count, part[0])]
        parts = [part for part in parts if part not in same]
        where = [words.gettext("Co-creation as a whole"), *(title for _, title in same)]
        fullest = max([count, *(each for each, _ in same)], key=lambda each: len(each.what))
        said = next((each.words for each in (count, *(one for one, _ in same)) if each.words), "")
        yield _line(fullest, said or "", "; ".join(where), words)
    for count, title in parts:
        yield _line(count, count.words or "", title, words)


def _of_whole(plan: Plan | None) -> tuple[Count, ...]:
    return plan.cocreation.counts if plan and plan.cocreation else ()


def _is_same(one: Count, other: Count) -> bool:
    """Whether "143 people at the evenings" and "143 people" are one number: one says less."""
    short, long = sorted((one.what.casefold(), other.what.casefold()), key=len)
    return one.number == other.number and (long == short or long.startswith(f"{short} "))


def _line(count: Count, said: str, where: str, words: Translator) -> CountLine:
    number = words.gettext("{number} {what}", number=words.number(count.number), what=count.what)
    return CountLine(number, said, where)
