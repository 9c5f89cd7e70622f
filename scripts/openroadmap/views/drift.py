"""What changed in a promise since it was adopted, in words: differences come in, items go out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from openroadmap.history.differences import Change, Difference, Side
from openroadmap.i18n import N_, Translator
from openroadmap.model.baseline import Baseline
from openroadmap.model.commitment import Milestone, Promise
from openroadmap.model.dates import PartialDate
from openroadmap.model.fields import Record
from openroadmap.model.member import PlanPromise
from openroadmap.model.process import Amendment
from openroadmap.model.site import PlanRecords
from openroadmap.model.table import model_at
from openroadmap.views.dates import words_for_any, words_for_date
from openroadmap.views.labels import field_title, term
from openroadmap.views.parts import Document
from openroadmap.views.sources import documents
from openroadmap.views.word_diff import Piece, word_pieces

_CHANGES = {
    Change.DATE: N_("Date changed"),
    Change.SCOPE: N_("Scope changed"),
    Change.OWNER: N_("Institutions changed"),
    Change.WORDING: N_("Wording changed"),
    Change.MILESTONE_ADDED: N_("Milestone added"),
    Change.MILESTONE_DROPPED: N_("Milestone dropped"),
    Change.ADDED: N_("Commitment added"),
    Change.WITHDRAWN: N_("Commitment withdrawn"),
    Change.REMOVED: N_("Record removed"),
}


@dataclass(frozen=True, slots=True)
class DifferenceItem:
    """One difference from what was adopted."""

    change: str
    """What kind of difference it is, in words."""
    what: str
    """The milestone it is of, in quotation marks, or ""."""
    field: str
    """The field's name in words, or ""."""
    sentence: str
    """What it was and what it is, in a sentence, or "" where the pieces say it."""
    pieces: tuple[Piece, ...]
    """A text word by word: what stayed, went and came."""


@dataclass(frozen=True, slots=True)
class AgreedChange:
    """A change agreed after the plan was adopted, with what differs by it."""

    id: str
    """The amendment's id, the anchor on the page."""
    date: str
    """When it took effect, in words."""
    kind: str
    """Added, changed, corrected or withdrawn, in words."""
    changes: str
    """What changed, Markdown, or ""."""
    differences: tuple[DifferenceItem, ...]
    """What differs by it from the plan as adopted, computed."""
    reason: str
    """Why, Markdown, or ""."""
    agreed: str
    """When the forum agreed, in words, or ""."""
    documents: tuple[Document, ...]
    """The decision."""


@dataclass(frozen=True, slots=True)
class DriftPart:
    """What changed since adoption."""

    frozen: str
    """When the plan was frozen as adopted, in words, or "" where it was not."""
    size: str
    """How much differs from the plan as adopted, in words, or "" where nothing is known."""
    changes: tuple[AgreedChange, ...]
    """Changes agreed after adoption, oldest first, each with what differs by it."""
    unclear: tuple[DifferenceItem, ...]
    """What an agreed change may explain, and none says that it does."""
    unexplained: tuple[DifferenceItem, ...]
    """What no agreed change explains."""
    later: str
    """That what was added after adoption is not frozen, in words, or "" where nothing was."""


def view_drift(
    differences: Sequence[Difference],
    amendments: Iterable[Amendment],
    baseline: Baseline | None,
    root: str,
    words: Translator,
) -> DriftPart | None:
    """The changes of one commitment, or of the plan itself; None where nothing is recorded."""
    agreed = sorted(amendments, key=lambda each: (each.date.last, each.id))
    if baseline is None and not agreed:
        return None
    explained = [each for each in differences if each.certain]
    return DriftPart(
        frozen=words_for_date(baseline.frozen_on, words) if baseline else "",
        size=size_words(len(differences), words) if baseline else "",
        changes=tuple(
            _agreed(each, [one for one in explained if each in one.amendments], root, words)
            for each in agreed
        ),
        unclear=tuple(view_difference(each, words) for each in differences if not each.certain),
        unexplained=tuple(
            view_difference(each, words) for each in explained if not each.amendments
        ),
        later=_later(differences, words),
    )


def _later(differences: Iterable[Difference], words: Translator) -> str:
    """What the page cannot tell of what came after adoption, or ""."""
    if not any(each.change in (Change.ADDED, Change.MILESTONE_ADDED) for each in differences):
        return ""
    return words.gettext(
        "What was added after adoption is not frozen: if it changes again, this page cannot "
        "tell by comparison."
    )


def amendments_of(
    records: PlanRecords, commitment: str | None, today: date
) -> list[Amendment]:
    """The agreed changes of a commitment that took effect by today; of the plan itself for None."""
    return [
        each
        for each in records.amendments
        if each.commitment == commitment and each.date.first <= today
    ]


def removed_words(commitment: str, records: PlanRecords, words: Translator) -> str:
    """That the record is gone and what the page shows instead, or ""."""
    if commitment not in records.removed or records.baseline is None:
        return ""
    return words.gettext(
        "The record of this commitment is no longer in the repository. This page shows what was "
        "adopted, as it was frozen on {date}.",
        date=words_for_date(records.baseline.frozen_on, words),
    )


def size_words(number: int, words: Translator) -> str:
    """How much differs from the plan as adopted."""
    if not number:
        return words.gettext("Nothing in the promise differs from what was adopted.")
    return words.ngettext(
        "{n} thing in the promise differs from what was adopted.",
        "{n} things in the promise differ from what was adopted.",
        number,
    )


def change_words(change: Change, words: Translator) -> str:
    """What kind of difference it is: "Date changed"."""
    return words.gettext(_CHANGES[change])


def view_difference(each: Difference, words: Translator) -> DifferenceItem:
    """One difference in words."""
    is_text = each.change in (Change.SCOPE, Change.WORDING)
    before, after = _text(each.before), _text(each.after)
    return DifferenceItem(
        change=change_words(each.change, words),
        what=words.gettext("“{words}”", words=each.title) if each.milestone else "",
        field=_field_words(each, words),
        sentence="" if is_text else _sentence(each, words),
        pieces=word_pieces(before, after) if is_text else (),
    )


def adopted_words(each: Difference, words: Translator) -> str:
    """What was adopted, for the row of a milestone whose day differs or that is new."""
    if each.change is Change.MILESTONE_ADDED:
        return words.gettext("added after adoption")
    if not isinstance(each.before, PartialDate):
        return words.gettext("had no date when it was adopted")
    return words.gettext("was due {date}", date=words_for_date(each.before, words))


def _agreed(
    amendment: Amendment, differences: Iterable[Difference], root: str, words: Translator
) -> AgreedChange:
    return AgreedChange(
        id=amendment.id,
        date=words_for_date(amendment.date, words),
        kind=term("amendment_kind", amendment.kind, words),
        changes=amendment.changes or "",
        differences=tuple(
            view_difference(each, words)
            for each in differences
            if each.change not in (Change.WITHDRAWN, Change.ADDED)  # the kind says so
        ),
        reason=amendment.reason or "",
        agreed=words_for_any(amendment.agreed_by_forum_on, words),
        documents=documents(amendment.evidence, root, words),
    )


def _field_words(each: Difference, words: Translator) -> str:
    """The name of the field; of a part's field, both names: "Partners: Civil society"."""
    if not each.field:
        return ""
    whole = Milestone if each.milestone else Promise if each.commitment else PlanPromise
    return ": ".join(_titles(whole, each.field.split("."), words))


def _titles(model: type[Record], names: Sequence[str], words: Translator) -> Iterator[str]:
    for depth, name in enumerate(names):
        part = model_at(model, tuple(names[:depth]))
        if part is not None:
            yield field_title(part, name, words)


def _sentence(each: Difference, words: Translator) -> str:
    if isinstance(each.before, tuple) or isinstance(each.after, tuple):
        return " ".join(_names(each.before, each.after, words))
    before, after = _side(each.before, words), _side(each.after, words)
    if each.change is Change.REMOVED:
        return words.gettext("The record of this commitment is no longer in the repository.")
    if each.change is Change.MILESTONE_DROPPED:
        return words.gettext("It was due {date}.", date=before) if before else ""
    if each.change is Change.MILESTONE_ADDED:
        return words.gettext("It is due {date}.", date=after) if after else ""
    if not each.field:
        return ""
    if not before:
        return words.gettext("Now {after}. The plan as adopted said nothing.", after=after)
    if not after:
        return words.gettext("Was {before}. Nothing is recorded now.", before=before)
    if not each.days:
        return words.gettext("From {before} to {after}.", before=before, after=after)
    return words.gettext(
        "From {before} to {after}: {distance}.",
        before=before,
        after=after,
        distance=distance_words(each.days, words),
    )


def distance_words(days: int, words: Translator) -> str:
    """By how much a date moved: "182 days later"."""
    if days > 0:
        return words.ngettext("{n} day later", "{n} days later", days)
    return words.ngettext("{n} day earlier", "{n} days earlier", -days)


def _names(before: Side, after: Side, words: Translator) -> Iterator[str]:
    """Who came and who went."""
    old = before if isinstance(before, tuple) else ()
    new = after if isinstance(after, tuple) else ()
    if came := [name for name in new if name not in old]:
        yield words.gettext("Joined: {names}.", names="; ".join(came))
    if went := [name for name in old if name not in new]:
        yield words.gettext("No longer named: {names}.", names="; ".join(went))


def _side(side: Side, words: Translator) -> str:
    if isinstance(side, PartialDate):
        return words_for_date(side, words)
    return words.gettext("“{words}”", words=side) if isinstance(side, str) else ""


def _text(side: Side) -> str:
    return side if isinstance(side, str) else ""
