"""What differs from a plan as it was adopted, for the open data: differences in, plain data out.

A table has a row each, in which every cell is a text; a document has the
values themselves, and says whether anything was frozen to compare with.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from pydantic_core import to_json

from openroadmap.history.differences import Difference, Side
from openroadmap.history.drift import by_commitment
from openroadmap.model.baseline import Baseline
from openroadmap.model.dates import PartialDate
from openroadmap.model.departure import Departure


def departure(difference: Difference, baseline: Baseline) -> Departure:
    """A difference as a row of its table."""
    before, after = difference.before, difference.after
    return Departure.trusted(
        change=difference.change.value,
        title=difference.title,
        field=difference.key or None,
        before=_cell(before),
        after=_cell(after),
        before_on=before if isinstance(before, PartialDate) else None,
        after_on=after if isinstance(after, PartialDate) else None,
        days=difference.days,
        amendments=tuple(each.id for each in difference.amendments),
        reason_recorded=difference.explained,
        frozen_on=baseline.frozen_on,
    )


class Adopted:
    """What was adopted of a plan and of each of its commitments, and what differs since.

    ``baseline`` is None where the plan was not frozen: then nothing is known.
    """

    def __init__(self, baseline: Baseline | None, differences: Iterable[Difference]) -> None:
        self._baseline = baseline
        self._frozen = {"", *(each.id for each in baseline.commitments)} if baseline else set()
        self._differences = by_commitment(differences)

    def of(self, commitment: str) -> dict[str, Any]:
        """Of one commitment; of the plan itself for ""."""
        if self._baseline is None:
            return {"frozen": False}
        found = self._differences.get(commitment, ())
        return {
            "frozen": commitment in self._frozen,
            "frozen_on": self._baseline.frozen_on.text,
            "changes": [_change(each) for each in found],
        }

    def number(self, commitment: str) -> dict[str, int]:
        """How much differs of a commitment; nothing where that is not known."""
        if self._baseline is None:
            return {}
        return {"changes_since_adoption": len(self._differences.get(commitment, ()))}


def _change(difference: Difference) -> dict[str, Any]:
    said = {
        "change": difference.change.value,
        "title": difference.title,
        "milestone": difference.milestone or None,
        "field": difference.key or None,
        "before": _value(difference.before),
        "after": _value(difference.after),
        "days": difference.days,
        "amendments": [each.id for each in difference.amendments] or None,
        "reason_recorded": difference.explained,
    }
    return {name: value for name, value in said.items() if value is not None}


def _value(side: Side) -> str | Sequence[str] | None:
    return side.text if isinstance(side, PartialDate) else side


def _cell(side: Side) -> str | None:
    value = _value(side)
    return to_json(value).decode() if isinstance(value, tuple) else value
