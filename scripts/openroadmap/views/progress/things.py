"""Five things to know, in sentences that are computed from the records.

In comes a plan, or a whole site, in numbers; out come at most five sentences,
what matters most to a citizen first. Each states a fact or says what is not
recorded. None is a judgement, and nothing is said where there is nothing to say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from itertools import islice
from types import MappingProxyType

from openroadmap.i18n import N_, Translator
from openroadmap.immutable import immutable
from openroadmap.measure.outlook import Phase
from openroadmap.measure.progress import State
from openroadmap.model.dates import parse_date
from openroadmap.views.cards import commitments_words
from openroadmap.views.progress.tally import PlanTally
from openroadmap.views.progress.tally_steps import coming_next
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
class Thing:
    """One thing to know."""

    text: str
    """A sentence or two."""
    link: str
    """What can be read further, or ""."""
    address: str
    """Where: a place of this page ("#late") or an address from the site's root; or ""."""
    is_here: bool
    """True when that is on this page."""


def heading(things: tuple[Thing, ...], words: Translator) -> str:
    return words.gettext(_HEADINGS[len(things)])


def things_of(
    tally: PlanTally,
    today: date,
    words: Translator,
    elsewhere: Mapping[str, str] = MappingProxyType({}),
) -> tuple[Thing, ...]:
    """At most five sentences on a plan, or on several summed up.

    ``elsewhere`` says where something is read that is not on the page, by the
    place it has on a plan's own page; "" for nowhere.
    """
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
    every = (thing for make in makers for thing in make())
    return tuple(
        _thing(each.text, each.link, elsewhere.get(each.address, each.address))
        for each in islice(every, MOST)
    )


def _thing(text: str, link: str = "", address: str = "") -> Thing:
    return Thing(text, link if address else "", address, address.startswith("#"))


def _status(tally: PlanTally, words: Translator) -> Iterator[Thing]:
    if not tally.known:
        text = words.ngettext(
            "No status is reported for the {n} commitment by its lead institution.",
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


def done_words(done: int, size: int, words: Translator) -> str:
    """How many commitments are reported complete, in a sentence."""
    if not done:
        return words.ngettext(
            "The {n} commitment is not reported complete.",
            "None of the {n} commitments is reported complete.",
            size,
        )
    return words.ngettext(
        "{n} of {size} is reported complete.",
        "{n} of {size} are reported complete.",
        done,
        size=commitments_words(size, words),
    )


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
    doubt = words.ngettext(
        "{n} commitment has an end that has passed and is doubtful: it is not counted as late.",
        "{n} commitments have an end that has passed and is doubtful: they are not counted as "
        "late.",
        tally.doubtful,
    ) if tally.doubtful else ""  # fmt: skip
    if what := both_words(tally.passed, tally.passed_steps, words):
        text = words.ngettext(
            "{what} is past its recorded date, and no report says whether it was kept.",
            "{what} are past their recorded dates, and no report says whether they were kept.",
            tally.passed + tally.passed_steps,
            what=what,
        )
        text = " ".join(filter(None, (text, doubt)))
        yield _thing(text, words.gettext("Whose dates have passed"), "#passed")
    elif doubt:
        yield _thing(doubt, words.gettext("Whose dates are doubtful"), "#doubtful")


def _changed(tally: PlanTally, words: Translator) -> Iterator[Thing]:
    if text := changed_words(tally, words):
        yield _thing(text, words.gettext("What changed"), f"{tally.address}changes/")


def both_words(commitments: int, milestones: int, words: Translator) -> str:
    """"1 commitment and 3 milestones"; "" of nothing."""
    one = commitments_words(commitments, words) if commitments else ""
    other = words.ngettext("{n} milestone", "{n} milestones", milestones) if milestones else ""
    if one and other:
        return words.gettext("{commitments} and {milestones}", commitments=one, milestones=other)
    return one or other


def undated_words(tally: PlanTally, words: Translator) -> str:
    """How many steps have no date that places them, in a sentence, or ""."""
    what = both_words(tally.undated, tally.undated_steps, words)
    return words.ngettext(
        "{what} has no date that places it.",
        "{what} have no date that places them.",
        tally.undated + tally.undated_steps,
        what=what,
    ) if what else ""  # fmt: skip


def _coming(tally: PlanTally, today: date, words: Translator) -> Iterator[Thing]:
    if first := coming_next(tally.first, today):
        when, title = words.partial(parse_date(first.due)), first.title
        if first.member:
            title = words.gettext("{title} ({member})", title=title, member=first.member)
        text = words.gettext("Due next ({date}): {title}", date=when, title=title)
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


def time_words(tally: PlanTally, words: Translator) -> str:
    """How much of the plan's time has passed, in a sentence; "" where no date is recorded."""
    time = tally.time
    if time.phase is Phase.UNKNOWN:
        return ""
    if time.phase is Phase.OVER:
        ended = words.partial(parse_date(tally.ends_on))
        return words.gettext("The plan’s period has ended: {date}.", date=ended)
    if time.phase is Phase.BEFORE:
        begins = words.partial(parse_date(tally.starts_on))
        return words.gettext("The plan’s period has not begun: {date}.", date=begins)
    if time.total:
        return words.ngettext(
            "{passed} of {n} month has passed.",
            "{passed} of {n} months have passed.",
            time.total,
            passed=words.number(time.passed),
        )
    starts, ends = (words.partial(parse_date(each)) for each in (tally.starts_on, tally.ends_on))
    return words.gettext("The plan runs from {start} to {end}.", start=starts, end=ends)


def steps_words(tally: PlanTally, words: Translator) -> str:
    """How many milestones are reported complete, in a sentence."""
    if not tally.steps:
        return words.gettext("No milestone is recorded.")
    said = words.ngettext(
        "{done} of {n} milestone is reported complete.",
        "{done} of {n} milestones are reported complete.",
        tally.steps,
        done=words.number(tally.count_steps(State.COMPLETE)),
    )
    gone = tally.count_steps(State.WITHDRAWN)
    if not gone:
        return said
    apart = words.ngettext(
        "({n} withdrawn is not counted.)", "({n} withdrawn are not counted.)", gone
    )
    return f"{said} {apart}"


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
