"""The three voices on the scale that they share: one row an account, and a cell a voice.

In come the accounts of a commitment; out come the rows of its page's table and
the cells of its line in the plan's table. What is no place on the scale stands
beside it as what it is: own words, no evidence, withdrawn, not assessed, not recorded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from openroadmap.i18n import N_, Translator
from openroadmap.immutable import immutable
from openroadmap.measure.progress import State
from openroadmap.views.accounts import SCALE, Account, Side, date_words, difference_words
from openroadmap.views.labels import status_of
from openroadmap.views.parts import Status

_PLACES = {state.value: place for place, state in enumerate(SCALE, start=1)}
_SIDES = {
    Side.LEAD: N_("Lead institution"),
    Side.CIVIL_SOCIETY: N_("Civil society"),
    Side.REVIEW: N_("Independent review"),
}


@immutable
class Said:
    """What one organisation last said of the status."""

    status: Status | None
    """How far the commitment is, in their view; None when they do not say."""
    by: str
    """The organisation, or ""."""
    date: str
    """The day in words, or ""."""
    quoted: str
    """What they say of the status in words beside a code, or ""."""


@immutable
class Row:
    """One account on the scale, or beside it."""

    voice: str
    """Whose voice it is."""
    said: Said
    """Who says what, and when."""
    place: int
    """Its place on the scale, 1 to 4; 0 beside it."""


@immutable
class Scale:
    """The last word of every voice on one scale."""

    degrees: tuple[Status, ...]
    """The places of the scale, in order."""
    rows: tuple[Row, ...]
    """One an organisation: the lead, civil society, reviewers; none where all are silent."""
    difference: str
    """That the accounts differ, in a sentence with names and days, or ""."""


@immutable
class Cell:
    """What one voice last said of a commitment, in its line of the plan's table."""

    heading: str
    """Whose voice it is."""
    said: tuple[Said, ...]
    """What each organisation last said, newest first."""
    silence: Status
    """The status shown when nothing was said: not recorded, or not assessed."""


@immutable
class Heard:
    """What another voice than the lead's says of the status: every organisation's last word."""

    heading: str
    """Whose voice it is."""
    size: str
    """How many speak, in words, where it is more than one; else ""."""
    said: tuple[Said, ...]
    """What each organisation last said, newest first."""


@lru_cache(maxsize=64)
def side_words(side: Side, words: Translator) -> str:
    return words.gettext(_SIDES[side])


def silence_of(side: Side, transcribed: bool, words: Translator) -> Status:
    """The status of a voice that said nothing.

    Who transcribes a plan cannot know that nobody assessed it: without an
    assessment its records say "not recorded" and not "not assessed".
    """
    unreviewed = side is Side.REVIEW and not transcribed
    return status_of(State.NOT_ASSESSED if unreviewed else State.NOT_RECORDED, words)


def view_scale(accounts: tuple[Account, ...], transcribed: bool, words: Translator) -> Scale:
    """All accounts of a commitment; where one speaks, those that are silent have rows too."""
    codes = {each.status.code if each.status else "" for each in accounts}
    spoken = codes - {State.NOT_RECORDED}
    return Scale(
        degrees=_degrees(words),
        rows=tuple(_rows(accounts, transcribed, words)) if spoken else (),
        difference=difference_words(accounts, words),
    )


@lru_cache(maxsize=16)
def _degrees(words: Translator) -> tuple[Status, ...]:
    """The places of the scale, the same on every page of a language."""
    return tuple(status_of(state, words) for state in SCALE)


def said_by(side: Side, accounts: Iterable[Account], words: Translator) -> tuple[Said, ...]:
    """What each organisation of one voice last said."""
    return tuple(_said(each, words) for each in accounts if each.side is side)


def others_speaking(accounts: Iterable[tuple[Account, ...]]) -> tuple[Side, ...]:
    """Which voices but the lead's speak of any commitment of a plan."""
    heard = {each.side for told in accounts for each in told}
    return tuple(side for side in Side if side in heard and side is not Side.LEAD)


def view_cells(
    sides: Iterable[Side], accounts: tuple[Account, ...], transcribed: bool, words: Translator
) -> tuple[Cell, ...]:
    """A cell for each of these voices."""
    return tuple(
        Cell(
            side_words(side, words),
            said_by(side, accounts, words),
            silence_of(side, transcribed, words),
        )
        for side in sides
    )


def others_heard(accounts: tuple[Account, ...], words: Translator) -> tuple[Heard, ...]:
    """What each voice but the lead's last said of the status: nobody speaks for another."""
    found = []
    for side in (Side.CIVIL_SOCIETY, Side.REVIEW):
        placed = [each for each in accounts if each.side is side and each.status]
        if placed:
            said = tuple(_said(each, words) for each in placed)
            found.append(Heard(side_words(side, words), _size(side, len(said), words), said))
    return tuple(found)


def _size(side: Side, number: int, words: Translator) -> str:
    if number < 2:
        return ""
    if side is Side.REVIEW:
        return words.ngettext("{n} review", "{n} reviews", number)
    return words.ngettext("{n} view", "{n} views", number)


def _rows(accounts: tuple[Account, ...], transcribed: bool, words: Translator) -> Iterator[Row]:
    for side in Side:
        heading = side_words(side, words)
        mine = [each for each in accounts if each.side is side]
        for account in mine:
            place = _PLACES.get(account.status.code, 0) if account.status else 0
            yield Row(heading, _said(account, words), place)
        if not mine:
            yield Row(heading, Said(silence_of(side, transcribed, words), "", "", ""), 0)


def _said(account: Account, words: Translator) -> Said:
    silent = account.status is None or account.status.code == State.NOT_RECORDED
    date = "" if silent and account.date is None else date_words(account, words)
    return Said(account.status, account.who, date, account.quoted)
