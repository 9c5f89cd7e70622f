"""What the dates say of all plans: the first of each list, with the words of a plan's page.

In comes a whole site in numbers, out come short lists. How many more there are
each list says, and leads to the plans, one by one.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from openroadmap.i18n import Translator
from openroadmap.measure.outlook import DATED, is_soon
from openroadmap.measure.progress import Lateness, Standing, State
from openroadmap.model.dates import parse_date
from openroadmap.views.dates import with_label, words_for_any
from openroadmap.views.labels import is_overdue, lateness_words, standing_status
from openroadmap.views.parts import Crumb
from openroadmap.views.progress.tally import PlanTally
from openroadmap.views.progress.tally_steps import TallyStep
from openroadmap.views.step_items import StepItem
from openroadmap.views.step_lists import StepList, dated_list, mixed_list, now_list


def site_attention(total: PlanTally, today: date, words: Translator) -> tuple[StepList, ...]:
    """Overdue, date passed or doubtful, due soon: those of which there are any."""
    first, rest = total.first, _plans(words)
    lists = (
        ("late", first.late, total.overdue, total.overdue_steps),
        ("passed", first.passed, total.passed, total.passed_steps),
        ("doubtful", first.doubtful, total.doubtful, 0),
        ("soon", first.soon, total.soon, total.soon_steps),
    )
    return tuple(
        mixed_list(anchor, _items(of, today, words), commitments, milestones, words, rest)
        for anchor, of, commitments, milestones in lists
        if commitments or milestones
    )


def site_outlook(total: PlanTally, today: date, words: Translator) -> tuple[StepList, ...]:
    """Now, next and later; empty where no step has its place in any of them."""
    now, coming, later = map(total.count_stage, DATED)
    if not (now or coming or later):
        return ()
    first, rest = total.first, _plans(words)
    others = _items(first.now, today, words)
    return (
        now_list(others, now, total.now_late, total.now_soon, words, rest),
        dated_list("next", _items(first.next, today, words), coming, words, rest),
        dated_list("later", _items(first.later, today, words), later, words, rest),
    )


def _plans(words: Translator) -> Crumb:
    """Where the page names the plans, each with its own page."""
    return Crumb(words.gettext("plan by plan"), "#plans")


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
