"""The status at each reporting period: a line a commitment or milestone, a column a period.

In comes what was known when; out come cells. A period in which a report said so
has the shape of the status; one without has a line on from the last, so that
silence can be seen as such.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator
from functools import lru_cache
from itertools import groupby

from openroadmap.i18n import Translator
from openroadmap.immutable import immutable
from openroadmap.measure.periods import History, Known, Line, Period
from openroadmap.measure.progress import State
from openroadmap.model.site import PlanRecords
from openroadmap.model.voices import Update
from openroadmap.views.around import in_plan_order
from openroadmap.views.labels import status_of
from openroadmap.views.news.later import VOICES, Later, What
from openroadmap.views.parts import Status
from openroadmap.views.setting import commitment_folder

MOST_ROWS = 150
"""Lines up to which milestones are shown too: a longer picture is of commitments only."""
_AS_BEFORE = (What.RECORDED, What.TRANSLATION, What.TRANSLATION_REMOVED)
"""What became of a report and leaves all that it says of statuses as it was."""


@immutable
class MatrixCell:
    """What was known of one thing at the end of one period."""

    code: str
    """The status, or "" before the first report."""
    word: str
    """The same in words."""
    told: bool
    """True when a report of this period says so."""
    span: int
    """For how many periods on end; 1 where a report says so."""


@immutable
class MatrixRow:
    """A commitment or one of its milestones."""

    title: str
    """What it is, in one sentence."""
    address: str
    """Its page, or its place on that of its commitment, from the plan's page."""
    is_step: bool
    """True for a milestone."""
    cells: tuple[MatrixCell, ...]
    """One a report, and one for the periods between two."""


@immutable
class Matrix:
    """The picture, which is a table."""

    periods: tuple[str, ...]
    """The columns, in few letters."""
    rows: tuple[MatrixRow, ...]
    """Commitments in the plan's order, each before its milestones."""
    legend: tuple[Status, ...]
    """The statuses that occur, in the order of the scale."""
    has_silence: bool
    """True when a period brought no new report."""
    has_empty: bool
    """True when there are cells before a first report."""
    unreported: str
    """How many commitments have no report and no line, in a sentence, or ""."""
    rewritten: str
    """How many reports were changed or removed later, in a sentence, or ""."""
    changes: str
    """What changed of these, from the plan's page; "" where nothing did."""
    is_cut: bool
    """True when milestones are left out because there are very many."""


def view_matrix(
    records: PlanRecords, history: History, words: Translator, later: Iterable[Later] = ()
) -> Matrix | None:
    """The picture of a plan; None where no status was ever reported.

    ``later`` is what became of its reports, views and assessments.
    """
    if not history.periods:
        return None
    told = {id for id, line in history.commitments.items() if any(line)}
    told |= {id for (id, _), line in history.milestones.items() if any(line)}
    steps = sum(len(each.milestones) for each in records.commitments if each.id in told)
    is_cut = len(told) + steps > MOST_ROWS
    silent = len(records.commitments) - len(told)
    rows = tuple(_rows(records, told, history, words, with_steps=not is_cut))
    rewritten = [
        each
        for each in later
        if each.kind == VOICES[Update] and each.what not in _AS_BEFORE
    ]
    codes = {(cell.code, cell.told) for row in rows for cell in row.cells}
    return Matrix(
        periods=tuple(_name(each, words) for each in history.periods),
        rows=rows,
        legend=tuple(status_of(state, words) for state in State if (state, True) in codes),
        has_silence=any(code and not is_told for code, is_told in codes),
        has_empty=("", False) in codes,
        unreported=words.ngettext(
            "On {n} commitment no status is recorded for any period.",
            "On {n} commitments no status is recorded for any period.",
            silent,
        ) if silent else "",
        rewritten=_rewritten(len({each.id for each in rewritten}), words),
        changes=_changes({each.anchor for each in rewritten}),
        is_cut=is_cut,
    )  # fmt: skip


def _rewritten(reports: int, words: Translator) -> str:
    return words.ngettext(
        "{n} report was changed or removed after it was first recorded: the table shows what is "
        "recorded now.",
        "{n} reports were changed or removed after they were first recorded: the table shows what "
        "is recorded now.",
        reports,
    ) if reports else ""  # fmt: skip


def _changes(anchors: Collection[str]) -> str:
    """What changed: the one place that tells of it, or the page where there are several."""
    place = "".join(anchors) if len(anchors) == 1 else ""
    return f"changes/{'#' if place else ''}{place}" if anchors else ""


def _rows(
    records: PlanRecords,
    told: Container[str],
    history: History,
    words: Translator,
    *,
    with_steps: bool,
) -> Iterator[MatrixRow]:
    for each in in_plan_order(records.commitments):
        if each.id not in told:
            continue
        page = commitment_folder(each.id)
        yield _row(each.title, page, history.commitments[each.id], words, is_step=False)
        for milestone in each.milestones if with_steps else ():
            line = history.milestones[each.id, milestone.id]
            place = f"{page}#milestone-{milestone.id}"
            yield _row(milestone.title, place, line, words, is_step=True)


def _row(title: str, address: str, line: Line, words: Translator, *, is_step: bool) -> MatrixRow:
    return MatrixRow(title, address, is_step, tuple(_cells(line, words)))


def _cells(line: Line, words: Translator) -> Iterator[MatrixCell]:
    for known, run in groupby(line):
        periods = len(tuple(run))
        if known is None:
            yield MatrixCell("", words.gettext("Nothing reported yet"), told=False, span=periods)
        elif known.told:
            yield from (_cell(known, 1, words),) * periods
        else:
            yield _cell(known, periods, words)


@lru_cache(maxsize=1_024)
def _cell(known: Known, span: int, words: Translator) -> MatrixCell:
    """A picture has few different cells."""
    word = status_of(known.state, words, known.words).word
    return MatrixCell(known.state.value, word, known.told, span)


def _name(period: Period, words: Translator) -> str:
    return words.period(period.first, period.last)
