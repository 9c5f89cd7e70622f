"""Overdue, due soon; now, next and later: the first of all plans, with the words of a plan's page.

In comes a whole site in numbers, out come short lists. How many more there are
each list says, and leads to the plans, one by one.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from openroadmap.i18n import Translator
from openroadmap.measure.outlook import is_soon
from openroadmap.measure.progress import Lateness, Standing, State
from openroadmap.model.dates import parse_date
from openroadmap.views.dates import with_label, words_for_any
from openroadmap.views.labels import is_overdue, lateness_words, standing_status
from openroadmap.views.progress.tally import PlanTally
from openroadmap.views.progress.tally_steps import TallyStep
from openroadmap.views.step_items import StepItem
from openroadmap.views.step_lists import STAGES, StepList, dated_list, without_date_twice

PLANS = "#plans"
"""Where the page names the plans, each with its own page."""


def site_attention(total: PlanTally, today: date, words: Translator) -> tuple[StepList, ...]:
    """Overdue and due soon: those of which there are any."""
    late = map(without_date_twice, _items(total.first.late, today, words))
    lists = (
        ("late", late, total.overdue + total.overdue_steps),
        ("soon", _items(total.first.soon, today, words), total.soon),
    )
    return tuple(
        dated_list(anchor, items, number, words, PLANS) for anchor, items, number in lists if number
    )


def site_outlook(total: PlanTally, today: date, words: Translator) -> tuple[StepList, ...]:
    """Now, next and later; empty where no step has its place in any of them."""
    if not any(map(total.count_stage, STAGES)):
        return ()
    steps = (total.first.now, total.first.next, total.first.later)
    return tuple(
        dated_list(
            stage.value, _items(first, today, words), total.count_stage(stage), words, PLANS
        )
        for stage, first in zip(STAGES, steps, strict=True)
    )


def _items(steps: Iterable[TallyStep], today: date, words: Translator) -> list[StepItem]:
    return [_item(step, today, words) for step in steps]


def _item(step: TallyStep, today: date, words: Translator) -> StepItem:
    state, date_due = State(step.state), parse_date(step.due) if step.due else None
    standing = Standing(state, Lateness(step.lateness), words=step.state_words)
    due = words_for_any(date_due, words)
    return StepItem(
        number="",
        title=step.title,
        address=step.address,
        promise=words.gettext("{member}: {plan}", member=step.member, plan=step.plan),
        due=with_label(due, step.label),
        adopted=step.adopted,
        status=standing_status(standing, words),
        done="",
        lateness=lateness_words(standing, due, words),
        overdue=is_overdue(standing),
        soon=is_soon(state, date_due, today),
    )
