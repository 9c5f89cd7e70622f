"""Where nothing new was reported for six months, plan by plan, for the page of the whole site.

In come plans in numbers, out comes a short list at any scale: the page of each
plan names the commitments.
"""

from __future__ import annotations

from collections.abc import Iterable

from openroadmap.i18n import Translator
from openroadmap.immutable import immutable
from openroadmap.views.cards import commitments_words
from openroadmap.views.progress.tally import PlanTally

MOST = 30
"""Plans of the list; the others are counted."""


@immutable
class QuietPlan:
    """A plan with commitments of which nothing new was reported for six months."""

    member: str
    """The member's name."""
    title: str
    """The plan's title."""
    address: str
    """The list of these commitments."""
    size: str
    """How many there are, in words."""


@immutable
class QuietPlans:
    """Where nothing new was reported for six months."""

    size: str
    """How many commitments there are in all, in words."""
    plans: tuple[QuietPlan, ...]
    """The plans, by their members' names."""
    left: str
    """How many plans are not shown, in words, or ""."""


def quiet_plans(plans: Iterable[PlanTally], words: Translator) -> QuietPlans | None:
    """The plans with such commitments; None where there is none."""
    found = [(each, each.silent + each.unreported) for each in plans]
    found = [(each, number) for each, number in found if number]
    if not found:
        return None
    left = len(found) - MOST
    total = sum(number for _, number in found)
    return QuietPlans(
        size=commitments_words(total, words),
        plans=tuple(
            QuietPlan(
                each.member, each.plan, f"{each.address}progress/#silent",
                commitments_words(number, words),
            )
            for each, number in found[:MOST]
        ),
        left=words.ngettext("and {n} more", "and {n} more", left) if left > 0 else "",
    )  # fmt: skip
