"""Codes and field names in the reader's words; states as a word with a shape."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from openroadmap.i18n import N_, Translator
from openroadmap.measure.progress import Lateness, Standing, State
from openroadmap.model.fields import Record
from openroadmap.model.table import table
from openroadmap.model.vocabulary import vocabulary
from openroadmap.views.dates import words_for_any
from openroadmap.views.parts import Position, Status

STATES = {
    State.OWN_WORDS: N_("Reported outside OGP’s scale"),
    State.WITHDRAWN: N_("Withdrawn"),
    State.NOT_ASSESSED: N_("Not assessed"),
    State.NOT_RECORDED: N_("Not recorded"),
}
_LATE = {
    Lateness.OVERDUE: N_("Overdue: was due {date}"),
    Lateness.DATE_PASSED: N_("Was due {date}; whether it was kept is not recorded"),
    Lateness.DATE_DOUBTED: N_("Date doubtful, see the note: {date}"),
    Lateness.DATE_BEFORE_PLAN: N_("Date doubtful, before the plan begins: {date}"),
}


@lru_cache(maxsize=1_024)
def term(name: str, code: str | None, words: Translator) -> str:
    """A code of a vocabulary in words; a code that is not in the list is shown as it is."""
    if not code:
        return ""
    label = vocabulary(name).terms.get(code)
    return words.gettext(label) if label else code


def terms(name: str, codes: Iterable[str], words: Translator) -> tuple[str, ...]:
    return tuple(term(name, code, words) for code in codes)


@lru_cache(maxsize=1_024)
def field_title(model: type[Record], name: str, words: Translator) -> str:
    """A field's name in words, as its model has it."""
    return words.gettext(table(model)[name].title)


def absent(record: Record, names: Iterable[str], words: Translator) -> tuple[str, ...]:
    """The names, in words, of those fields that the record leaves empty."""
    model = type(record)
    return tuple(
        field_title(model, name, words) for name in names if not getattr(record, name)
    )


@lru_cache(maxsize=4_096)
def status_of(state: str, words: Translator, own_words: str = "") -> Status:
    """A state as shown; a status in a source's own words is quoted, not translated."""
    if own_words:
        return Status(State.OWN_WORDS.value, words.gettext("“{words}”", words=own_words))
    return _status(state, words)


@lru_cache(maxsize=64)
def _status(state: str, words: Translator) -> Status:
    """There are few states, and each stands on a page many times."""
    known = State(state)
    own = STATES.get(known)
    return Status(known.value, words.gettext(own) if own else term("completion", state, words))


def reported_status(
    completion: str | None, own_words: str | None, words: Translator
) -> Status | None:
    """The status a report gives: a code, else its own words, else none."""
    if completion:
        return status_of(completion, words)
    return status_of(State.OWN_WORDS, words, own_words) if own_words else None


def standing_status(standing: Standing, words: Translator) -> Status:
    return status_of(standing.state, words, standing.words)


def position(standing: Standing, due: str, words: Translator) -> Position:
    """Where something stands, in words; ``due`` is its date in words."""
    return Position(
        standing_status(standing, words),
        since_words(standing, words),
        lateness_words(standing, due, words),
        is_overdue(standing),
    )


def lateness_words(standing: Standing, due: str, words: Translator) -> str:
    """What the calendar adds, in a sentence, or ""."""
    return _late_words(standing.lateness, due, words) if standing.lateness else ""


@lru_cache(maxsize=1_024)
def _late_words(lateness: Lateness, due: str, words: Translator) -> str:
    """A milestone is late on the page of its commitment and in lists of the plan."""
    return words.gettext(_LATE[lateness], date=due)


def is_overdue(standing: Standing) -> bool:
    return standing.lateness is Lateness.OVERDUE


def silence_words(standing: Standing, words: Translator) -> str:
    """What is missing where no status is known: any report, or one that gives a status."""
    if standing.silent:
        return words.gettext("No progress report is recorded")
    return words.gettext("No status is reported")


def since_words(standing: Standing, words: Translator) -> str:
    """Who said so and when, in a sentence."""
    if standing.state is State.WITHDRAWN:
        return words.gettext("Withdrawn, {date}", date=words_for_any(standing.since, words))
    update = standing.update
    if update is None:
        return silence_words(standing, words)
    told = words_for_any(update.date, words)
    if update.author_organisation:
        who = update.author_organisation
        said = words.gettext("Reported by {who}, {date}", who=who, date=told)
    else:
        said = words.gettext("Reported {date}", date=told)
    since = words_for_any(standing.since, words)
    if since == told:
        return said
    return words.gettext("{said}; unchanged since {since}", said=said, since=since)
