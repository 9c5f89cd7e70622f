"""What became of a whole plan since it was adopted, for its overview: records in, a part out."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from openroadmap.history.differences import Difference
from openroadmap.history.drift import Drift, baseline_on, by_commitment
from openroadmap.i18n import Translator
from openroadmap.immutable import immutable
from openroadmap.model.site import PlanRecords
from openroadmap.views.around import in_plan_order
from openroadmap.views.drift.promise import (
    DriftPart,
    agreed_by_commitment,
    change_words,
    frozen_words,
    size_words,
    view_drift,
)
from openroadmap.views.news.later import Later
from openroadmap.views.news.marks import Marks
from openroadmap.views.setting import Setting, commitment_address, plan_address, root_of


@immutable
class ChangedCommitment:
    """A commitment that differs from what was adopted."""

    title: str
    """The promise in one sentence, as it is now."""
    address: str
    """Where its changes are shown, from the site's root."""
    changes: str
    """What kinds of difference there are, in words."""
    unexplained: str
    """How many of them have no recorded reason, in words, or ""."""


@immutable
class PlanDrift:
    """What became of the plan's promise since adoption."""

    frozen: str
    """When the record was frozen as adopted, in sentences, or "" where it was not."""
    size: str
    """How much differs, in words, or ""."""
    own: DriftPart | None
    """What changed in what the plan says of itself; None where nothing did."""
    commitments: tuple[ChangedCommitment, ...]
    """The commitments that differ, in the plan's order."""


def view_plan_drift(
    records: PlanRecords, drift: Drift, setting: Setting, later: Iterable[Later] = ()
) -> PlanDrift | None:
    """All that differs, for readers; None where the plan is a draft and nothing was frozen.

    ``later`` is what became of what was said and agreed of it.
    """
    baseline, words = baseline_on(records, setting.today), setting.words
    if baseline is None and not records.submitted:
        return None
    frozen = frozen_words(records, drift, setting.today, words)
    found = by_commitment(drift.differences)
    root = root_of(plan_address(records))
    amendments = agreed_by_commitment(records, setting.today).get("", ())
    marks = Marks(records, later, words)
    own = view_drift(found.get("", ()), amendments, drift, marks, frozen, root, words)
    return PlanDrift(
        frozen=frozen,
        size=size_words(len(drift.differences), words) if baseline else "",
        own=own if amendments or "" in found else None,
        commitments=tuple(
            ChangedCommitment(
                title=each.title,
                address=commitment_address(records, each.id) + "#changes",
                changes=" · ".join(dict.fromkeys(_kinds(found[each.id], words))),
                unexplained=_unexplained(found[each.id], words),
            )
            for each in in_plan_order(records.commitments)
            if each.id in found
        ),
    )


def _kinds(differences: Collection[Difference], words: Translator) -> list[str]:
    return [change_words(each.change, words) for each in differences]


def _unexplained(differences: Collection[Difference], words: Translator) -> str:
    number = sum(not each.explained for each in differences)
    if not number:
        return ""
    return words.ngettext("{n} without a recorded reason", "{n} without a recorded reason", number)
