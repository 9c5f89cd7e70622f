"""The commitments of a plan in a table: what each voice last said, and first where they differ.

In come a plan's records and its progress; out comes the table of the plan's page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from openroadmap.i18n import Translator
from openroadmap.immutable import immutable
from openroadmap.measure.progress import PlanProgress
from openroadmap.model.commitment import Commitment
from openroadmap.model.site import PlanRecords
from openroadmap.views.accounts import Account, accounts_of, difference_words
from openroadmap.views.around import in_plan_order
from openroadmap.views.cards import CommitmentCard, commitment_card
from openroadmap.views.parts import Crumb
from openroadmap.views.scale import others_speaking, side_words, view_cells
from openroadmap.views.setting import commitment_address


@immutable
class Difference:
    """A commitment on which accounts differ."""

    commitment: Crumb
    """Its page."""
    words: str
    """Who says what, with the days, in a sentence."""


@immutable
class PlanTable:
    """The commitments of a plan beside each other."""

    differences: tuple[Difference, ...]
    """Where those who speak of a commitment put it at different places of the scale."""
    voices: tuple[str, ...]
    """Whose voices but the lead's are heard of any commitment: a column each."""
    cards: tuple[CommitmentCard, ...]
    """The commitments, in the plan's order."""


def view_table(records: PlanRecords, progress: PlanProgress, words: Translator) -> PlanTable:
    """A line for every commitment, with a cell for every voice that is heard of any."""
    accounts = accounts_of(records, progress, words)
    sides = others_speaking(accounts.values())

    def card(commitment: Commitment) -> CommitmentCard:
        id = commitment.id
        cells = view_cells(sides, accounts[id], records.transcribed, words)
        return commitment_card(commitment, records, progress.commitments[id], cells, words)

    return PlanTable(
        differences=tuple(_differences(records, accounts, words)),
        voices=tuple(side_words(side, words) for side in sides),
        cards=tuple(card(each) for each in in_plan_order(records.commitments)),
    )


def _differences(
    records: PlanRecords, accounts: Mapping[str, tuple[Account, ...]], words: Translator
) -> Iterator[Difference]:
    for each in in_plan_order(records.commitments):
        if said := difference_words(accounts[each.id], words):
            page = Crumb(each.title, commitment_address(records, each.id))
            yield Difference(page, said)
