"""All plans beside each other, requirement by requirement: standings come in, pages go out.

Plans stand in the order of their members' names and are never ranked. Only
what is required is compared. Plans of which nothing is recorded are named in
one line; the others go on over several pages where there are many, so that
each stays light.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import ClassVar

from openroadmap.i18n import Translator
from openroadmap.immutable import immutable
from openroadmap.measure.assessment import PHASE_WORDS, Assessment, State
from openroadmap.model.site import PlanRecords
from openroadmap.standards.pack import Group, Pack, Phase, in_language
from openroadmap.views.around import home_crumb, member_name, plan_title
from openroadmap.views.calendar.coming import CALENDAR
from openroadmap.views.parts import Crumb
from openroadmap.views.setting import Setting, root_of
from openroadmap.views.standards.duties import standards_address
from openroadmap.views.standards.parts import Mark, mark_of
from openroadmap.views.standards.plan import NOTICES
from openroadmap.views.standards.requirements import page_of_requirement

ADDRESS = "standards/"
ROWS = 40
"""Plans a page: with OGP's eleven answers each, a page then stays below 100 KB."""


@immutable
class StandingAnswer:
    """One answer of a plan, as other pages need it."""

    requirement: str
    """The requirement's number."""
    phase: str
    """The phase, by its code."""
    state: str
    """The state, by its code."""


@immutable
class StandingPack:
    """What one pack comes to in one plan."""

    pack: str
    """The pack's id."""
    answers: tuple[StandingAnswer, ...]
    """The answers on what is required."""


@immutable
class Standing:
    """What other pages and calendars show of a plan's standards. Kept between builds."""

    member: str
    """The member's name."""
    plan: str
    """The plan's title."""
    address: str
    """The page of its standards, from the site's root."""
    packs: tuple[StandingPack, ...]
    """Its packs; its own first."""
    has_calendar: bool
    """True when something of it stands in the calendar of all plans."""


@immutable
class TableMark:
    """One state in a cell of the table."""

    phase: str
    """The phase in words; "" where the requirement is asked only once."""
    mark: Mark
    """The state."""


@immutable
class TableRow:
    """A plan in the table."""

    member: str
    """The member's name."""
    plan: str
    """The plan's title."""
    address: str
    """The page of its standards, from the site's root."""
    cells: tuple[tuple[TableMark, ...], ...]
    """One cell a requirement, in the order of the columns."""


@immutable
class TableColumn:
    """A requirement at the head of the table."""

    id: str
    """Its number."""
    label: str
    """Its short name."""
    address: str
    """The page about it, from the site's root, or ""."""


@immutable
class PackTable:
    """All plans held against one pack."""

    anchor: str
    """The place of its heading in the page."""
    title: str
    """What the pack is called."""
    size: str
    """How many plans there are, in words."""
    columns: tuple[TableColumn, ...]
    """What is required."""
    rows: tuple[TableRow, ...]
    """The plans of this page, by the names of their members."""
    silent: tuple[Crumb, ...]
    """Plans of which nothing is recorded."""
    notice: str
    """Who decides, in a sentence."""


@immutable
class StandardsTableView:
    """All that a page of the comparison shows."""

    kind: ClassVar[str] = "standards-table"
    address: str
    """Its address from the site's root."""
    root: str
    """The way from the page to the site's root."""
    title: str
    """What the page is called."""
    description: str
    """A sentence for search engines."""
    source: str
    """Always "": no single record."""
    crumbs: tuple[Crumb, ...]
    """Home, and on further pages the first one."""
    as_of: str
    """The day that everything is judged by, in words."""
    tables: tuple[PackTable, ...]
    """One table a pack."""
    calendar: str
    """The address of the calendar of all plans, or ""."""
    before: Crumb | None
    """The page before this one."""
    after: Crumb | None
    """The page after this one."""


def standing_of(
    records: PlanRecords, assessments: Iterable[Assessment], *, has_calendar: bool
) -> Standing:
    """``has_calendar`` is whether the plan has dates that stand in a calendar file."""
    context = records.context
    return Standing(
        member=member_name(context.member, context.member_id),
        plan=plan_title(records),
        address=standards_address(records),
        packs=tuple(_standing(each) for each in assessments),
        has_calendar=has_calendar and not records.example,
    )


def _standing(assessment: Assessment) -> StandingPack:
    answers = (
        StandingAnswer(each.requirement, each.phase.value, each.state.value)
        for each in assessment.verdicts
        if each.group is Group.REQUIRED
    )
    return StandingPack(assessment.pack_id, tuple(answers))


Line = tuple[str, Standing, StandingPack]
"""A pack's id, a plan, and what the one comes to in the other."""


def view_tables(
    standings: Iterable[Standing], packs: Mapping[str, Pack], setting: Setting
) -> tuple[StandardsTableView, ...]:
    """The comparison, on as many pages as it needs; the first is there even without a plan."""
    ordered = sorted(standings, key=lambda each: (each.member.casefold(), each.address))
    lines = [
        (id, each, mine)
        for id in packs
        for each in ordered
        for mine in each.packs
        if mine.pack == id
    ]
    spoken = [line for line in lines if not _is_silent(line[2])]
    chunks = [spoken[start : start + ROWS] for start in range(0, len(spoken), ROWS)] or [[]]
    silent = [line for line in lines if _is_silent(line[2])]
    has_calendar = any(each.has_calendar for each in ordered)
    made = _Pages(packs, silent, len(chunks), CALENDAR if has_calendar else "", setting)
    return tuple(made.page(number, chunk) for number, chunk in enumerate(chunks))


def _is_silent(pack: StandingPack) -> bool:
    return all(each.state == State.NO_DATA for each in pack.answers)


@immutable
class _Pages:
    """What the pages of the comparison have in common."""

    packs: Mapping[str, Pack]
    silent: list[Line]
    number: int
    calendar: str
    setting: Setting

    def page(self, place: int, lines: list[Line]) -> StandardsTableView:
        words, address = self.setting.words, table_address(place)
        first = self._name(0)
        return StandardsTableView(
            address=address,
            root=root_of(address),
            title=words.gettext("Plans held against the standards"),
            description=words.gettext(
                "Where each action plan stands with what OGP requires, as far as it is recorded."
            ),
            source="",
            crumbs=(home_crumb(words), *((first,) if place else ())),
            as_of=words.day(self.setting.today),
            tables=tuple(self._tables(lines, self.silent if place == 0 else [])),
            calendar=self.calendar,
            before=self._name(place - 1) if place else None,
            after=self._name(place + 1) if place + 1 < self.number else None,
        )

    def _name(self, place: int) -> Crumb:
        words = self.setting.words
        shown = words.gettext("Page {n}", n=words.number(place + 1))
        return Crumb(shown, table_address(place))

    def _tables(self, lines: list[Line], silent: list[Line]) -> Iterator[PackTable]:
        by_pack = {id: list(mine) for id, mine in groupby(lines, key=lambda line: line[0])}
        for id, pack in self.packs.items():
            mine = by_pack.get(id, [])
            quiet = [line for line in silent if line[0] == id]
            if mine or quiet:
                yield self._table(pack, mine, quiet)

    def _table(self, pack: Pack, lines: list[Line], silent: list[Line]) -> PackTable:
        words = self.setting.words
        columns = tuple(_columns(pack, words))
        number = len(lines) + len(silent)
        return PackTable(
            anchor=f"pack-{list(self.packs).index(pack.id) + 1}",
            title=in_language(pack.title, words.lang),
            size=words.ngettext("{n} action plan", "{n} action plans", number),
            columns=columns,
            rows=tuple(_row(line, pack, columns, words) for line in lines),
            silent=tuple(
                Crumb(f"{plan.member}: {plan.plan}", plan.address) for _, plan, _ in silent
            ),
            notice=words.gettext(NOTICES[pack.level]),
        )


def table_address(place: int) -> str:
    return ADDRESS if place == 0 else f"{ADDRESS}{place + 1}/"


def _columns(pack: Pack, words: Translator) -> Iterator[TableColumn]:
    for each in pack.requirements:
        if each.group is Group.REQUIRED:
            label = in_language(each.label, words.lang)
            yield TableColumn(each.id, label, page_of_requirement(each.id))


def _row(line: Line, pack: Pack, columns: tuple[TableColumn, ...], words: Translator) -> TableRow:
    _, plan, mine = line
    cells = tuple(
        tuple(
            TableMark(
                _phase(answer, pack, words),
                mark_of(State(answer.state), words),
            )
            for answer in mine.answers
            if answer.requirement == column.id
        )
        for column in columns
    )
    return TableRow(plan.member, plan.plan, plan.address, cells)


def _phase(answer: StandingAnswer, pack: Pack, words: Translator) -> str:
    if len(pack.requirement(answer.requirement).phases) == 1:
        return ""
    return words.gettext(PHASE_WORDS[Phase(answer.phase)])
