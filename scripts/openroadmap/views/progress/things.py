"""Five things to know, in sentences that are computed from the records.

In comes a plan, or a whole site, in numbers; out come at most five sentences,
what matters most to a citizen first. Each states a fact or says what is not
recorded. None is a judgement, and nothing is said where there is nothing to say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from itertools import islice

from openroadmap.i18n import N_, Translator
from openroadmap.immutable import immutable
from openroadmap.measure.outlook import Phase
from openroadmap.measure.progress import State
from openroadmap.views.cards import both_words, commitments_words
from openroadmap.views.progress.tally import PlanTally
from openroadmap.views.progress.things_dates import (
    coming_words,
    done_words,
    steps_words,
    time_words,
)
from openroadmap.views.progress.things_since import changed_words, news_words
from openroadmap.views.progress.things_voices import differing_words, reviewed_words

MOST = 5

_HEADINGS = (
    N_("What is known"),
    N_("One thing to know"),
    N_("Two things to know"),
    N_("Three things to know"),
    N_("Four things to know"),
    N_("Five things to know"),
)


@immutable
class Fact:
    """A sentence or two, and where it can be read further."""

    text: str
    """What is so."""
    link: str
    """What can be read further, or ""."""
    address: str
    """Where: a place of this page ("#late") or an address from the site's root; or ""."""
    is_here: bool
    """True when that is on this page."""


@immutable
class Thing:
    """One thing to know."""

    facts: tuple[Fact, ...]
    """What there is to say of it, mostly one fact."""

    @property
    def text(self) -> str:
        return " ".join(each.text for each in self.facts)


def heading(things: tuple[Thing, ...], words: Translator) -> str:
    return words.gettext(_HEADINGS[len(things)])


def things_of(tally: PlanTally, today: date, words: Translator) -> tuple[Thing, ...]:
    """At most five sentences on a plan, or on several summed up."""
    if not tally.size:
        return ()
    makers: tuple[Callable[[], Iterator[Thing]], ...] = (
        lambda: _status(tally, words),
        lambda: _reviewed(tally, words),
        lambda: _late(tally, words),
        lambda: _changed(tally, words),
        lambda: _coming(tally, today, words),
        lambda: _differing(tally, words),
        lambda: _silence(tally, today, words),
        lambda: _time(tally, words),
        lambda: _unknown(tally, words),
        lambda: _news(tally, today, words),
        lambda: _answers(tally, words),
    )
    return tuple(islice((thing for make in makers for thing in make()), MOST))


def _thing(text: str, link: str = "", address: str = "") -> Thing:
    return Thing((_fact(text, link, address),))


def _fact(text: str, link: str, address: str) -> Fact:
    return Fact(text, link if address else "", address, address.startswith("#"))


def _status(tally: PlanTally, words: Translator) -> Iterator[Thing]:
    if not tally.known:
        text = words.ngettext(
            "No status is reported for the commitment by its lead institution.",
            "No status is reported for any of the {n} commitments by their lead institutions.",
            tally.size,
        )
    elif not tally.placed and tally.count(State.OWN_WORDS):
        text = words.ngettext(
            "On {n} of {size} the lead institution reports in words that are not on OGP’s scale.",
            "On {n} of {size} the lead institutions report in words that are not on OGP’s scale.",
            tally.count(State.OWN_WORDS),
            size=commitments_words(tally.size, words),
        )
        if left := tally.size - tally.known:
            text += " " + words.ngettext(
                "For {n} no status is recorded.", "For {n} no status is recorded.", left
            )
    else:
        text = done_words(tally.count(State.COMPLETE), tally.size, words)
    if gone := tally.count(State.WITHDRAWN):
        text += " " + words.ngettext("{n} was withdrawn.", "{n} were withdrawn.", gone)
    yield _thing(text, words.gettext("By status"), "#status")


def _reviewed(tally: PlanTally, words: Translator) -> Iterator[Thing]:
    if text := reviewed_words(tally, words):
        yield _thing(text, words.gettext("Who says what"), tally.address)


def _late(tally: PlanTally, words: Translator) -> Iterator[Thing]:
    if what := both_words(tally.overdue, tally.overdue_steps, words):
        text = words.ngettext(
            "{what} is overdue: its date has passed, and the last report says that it is not "
            "finished.",
            "{what} are overdue: their dates have passed, and the last reports say that they are "
            "not finished.",
            tally.overdue + tally.overdue_steps,
            what=what,
        )
        yield _thing(text, words.gettext("What is overdue"), "#late")
    if facts := tuple(_passed(tally, words)):
        yield Thing(facts)


def _passed(tally: PlanTally, words: Translator) -> Iterator[Fact]:
    """Whose dates have passed though nothing can be said from them."""
    if what := both_words(tally.passed, tally.passed_steps, words):
        text = words.ngettext(
            "{what} is past its recorded date, and no report says whether it was kept.",
            "{what} are past their recorded dates, and no report says whether they were kept.",
            tally.passed + tally.passed_steps,
            what=what,
        )
        yield _fact(text, words.gettext("Whose dates have passed"), "#passed")
    if tally.doubtful:
        text = words.ngettext(
            "{n} commitment has an end that has passed and is doubtful: it is not counted as late.",
            "{n} commitments have an end that has passed and is doubtful: they are not counted as "
            "late.",
            tally.doubtful,
        )
        yield _fact(text, words.gettext("Whose dates are doubtful"), "#doubtful")


def _changed(tally: PlanTally, words: Translator) -> Iterator[Thing]:
    if text := changed_words(tally, words):
        yield _thing(text, words.gettext("What changed"), f"{tally.address}changes/")


def _coming(tally: PlanTally, today: date, words: Translator) -> Iterator[Thing]:
    if text := coming_words(tally, today, words):
        yield _thing(text, words.gettext("What comes next"), "#outlook")


def _differing(tally: PlanTally, words: Translator) -> Iterator[Thing]:
    if text := differing_words(tally, words):
        yield _thing(text, words.gettext("Who says what"), tally.address)


def _silence(tally: PlanTally, today: date, words: Translator) -> Iterator[Thing]:
    """Where reports stopped, or never came, while the plan is under way."""
    told = []
    if tally.silent:
        told.append(words.ngettext(
            "On {n} unfinished commitment nothing was reported for six months.",
            "On {n} unfinished commitments nothing was reported for six months.",
            tally.silent,
        ))  # fmt: skip
    if tally.unreported:
        told.append(words.ngettext(
            "On {n} commitment no report is recorded since it began.",
            "On {n} commitments no report is recorded since they began.",
            tally.unreported,
        ))  # fmt: skip
    if told:
        yield _thing(" ".join(told), words.gettext("Where nothing new is recorded"), "#silent")


def _time(tally: PlanTally, words: Translator) -> Iterator[Thing]:
    text = " ".join(filter(None, (time_words(tally, words), steps_words(tally, words))))
    if text and (tally.steps or tally.time.phase is not Phase.UNKNOWN):
        yield _thing(text)


def _unknown(tally: PlanTally, words: Translator) -> Iterator[Thing]:
    if tally.placed and tally.known < tally.size:
        text = words.ngettext(
            "For {n} of {size} no status is recorded.",
            "For {n} of {size} no status is recorded.",
            tally.size - tally.known,
            size=commitments_words(tally.size, words),
        )
        yield _thing(text)


def _news(tally: PlanTally, today: date, words: Translator) -> Iterator[Thing]:
    yield _thing(news_words(tally, today, words))


def _answers(tally: PlanTally, words: Translator) -> Iterator[Thing]:
    funnel = tally.funnel
    if funnel.received:
        text = words.ngettext(
            "{answered} of {n} recorded contribution has an answer of its own.",
            "{answered} of {n} recorded contributions have an answer of their own.",
            funnel.received,
            answered=words.number(funnel.answered),
        )
        yield _thing(text, words.gettext("From proposals to promises"), "#funnel")
