"""What changed in a promise since it was adopted, in words: differences come in, items go out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from openroadmap.history.differences import Change, Difference, Side
from openroadmap.history.drift import Drift, baseline_on
from openroadmap.history.late import adopted_before
from openroadmap.i18n import Translator
from openroadmap.immutable import immutable
from openroadmap.model.dates import PartialDate
from openroadmap.model.process import Amendment
from openroadmap.model.site import PlanRecords
from openroadmap.views.dates import words_for_any
from openroadmap.views.drift.word_diff import Piece, word_pieces
from openroadmap.views.drift.words import difference_words, is_text
from openroadmap.views.labels import term
from openroadmap.views.news.later import MARKED
from openroadmap.views.news.marks import Mark, Marks, RemovedRecords
from openroadmap.views.parts import Document
from openroadmap.views.sources import documents


@immutable
class DifferenceItem:
    """One difference from what was adopted."""

    change: str
    """What kind of difference it is, in words."""
    sentence: str
    """What it was and what it is, in a sentence; of a text, that it was reworded."""
    pieces: tuple[Piece, ...]
    """A text word by word: what stayed, went and came."""
    stated: str
    """That the last agreed change says something else, or ""."""
    recorded: str = ""
    """When the record came to say so, where that was not on the day beside which it stands."""


@immutable
class AgreedChange:
    """A change agreed after the plan was adopted, with what differs by it."""

    id: str
    """The amendment's id, the anchor on the page."""
    date: str
    """When it took effect, in words."""
    kind: str
    """Added, changed, corrected or withdrawn, in words."""
    mark: Mark | None
    """That its record came late, and what was changed in it later; or None."""
    changes: str
    """What changed, Markdown, or ""."""
    differences: tuple[DifferenceItem, ...]
    """What the promise said before it and says since then, worked out from what was agreed."""
    nothing: str
    """That it changes nothing that was frozen, in words, or ""."""
    edited: str
    """That the record of it was itself changed later, in words, or ""."""
    reason: str
    """Why, Markdown, or ""."""
    agreed: str
    """When the forum agreed, in words, or ""."""
    documents: tuple[Document, ...]
    """The decision."""


@immutable
class DriftPart:
    """What changed since adoption."""

    frozen: str
    """When the record was frozen as adopted, in sentences, or "" where it was not."""
    size: str
    """How much differs from the plan as adopted, in words, or "" where nothing is known."""
    removed: RemovedRecords | None
    """That agreed changes of a commitment were removed; None where git proves no such thing."""
    changes: tuple[AgreedChange, ...]
    """Changes agreed after adoption, oldest first, each with what differs by it."""
    in_all: tuple[DifferenceItem, ...]
    """What was adopted and what is so now, where several agreed changes led there."""
    unexplained: tuple[DifferenceItem, ...]
    """What no agreed change explains."""
    day: str
    """The last day of that in words, where git proves when the record changed; else ""."""
    later: str
    """That nobody can tell when what was added changes again, in words, or ""."""


def view_drift(
    differences: Sequence[Difference],
    amendments: Iterable[Amendment],
    drift: Drift,
    marks: Marks,
    frozen: str,
    root: str,
    words: Translator,
    commitment: str = "",
) -> DriftPart | None:
    """The changes of one commitment, or of the plan itself; None where nothing is recorded.

    ``frozen`` says when the plan was frozen, "" where it was not.
    """
    unexplained = [each for each in differences if not each.amendments]
    day = max(filter(None, map(drift.day_of, unexplained)), default=None)
    agreed = sorted(amendments, key=lambda each: (each.date.last, each.id))
    removed = marks.removed(commitment, (MARKED[Amendment],)) if commitment else None
    if not (frozen or agreed or removed):
        return None
    ids = {each.id for each in agreed}
    return DriftPart(
        frozen=frozen,
        size=size_words(len(differences), words) if frozen else "",
        removed=removed,
        changes=tuple(_agreed(each, drift, marks, root, words) for each in agreed),
        in_all=tuple(
            view_difference(each, words)
            for each in differences
            if len(each.amendments) > 1 and each.key
        ),
        unexplained=tuple(
            _unexplained(each, drift.day_of(each), day, words) for each in unexplained
        ),
        day=words.day(day) if day else "",
        later=_later(words) if any(each.amendment in ids for each in drift.unheld) else "",
    )


def _unexplained(
    each: Difference, since: date | None, day: date | None, words: Translator
) -> DifferenceItem:
    """A difference that stands beside a day; its own is said where it is another."""
    item = view_difference(each, words)
    if since is None or since == day:
        return item
    on = words.day(since)
    return replace(item, recorded=words.gettext("Changed in the record on {date}.", date=on))


def _later(words: Translator) -> str:
    """What the page cannot tell of what came after adoption."""
    return words.gettext(
        "The records do not say in full what was agreed to be added. If it changes again, this "
        "page cannot tell."
    )


def agreed_by_commitment(records: PlanRecords, today: date) -> dict[str, list[Amendment]]:
    """The agreed changes of each commitment that took effect by today; "" for the plan itself."""
    found: dict[str, list[Amendment]] = {}
    for each in records.amendments:
        if each.date.first <= today:
            found.setdefault(each.commitment or "", []).append(each)
    return found


def frozen_words(records: PlanRecords, drift: Drift, today: date, words: Translator) -> str:
    """When the record was frozen, and what cannot be known where that was late; "" where not."""
    baseline = baseline_on(records, today)
    if baseline is None:
        return ""
    said = words.gettext(
        "This record was frozen on {date}.", date=words.partial(baseline.frozen_on)
    )
    if drift.copied_late:
        more = words.gettext(
            "The copy came into the repository on {date}, and promises had been changed in "
            "between: what they said before is not known from it.",
            date=words.day(drift.copied_late),
        )
        return f"{said} {more}"
    before = adopted_before(records.plan, baseline)
    if before is None:
        return said
    field, day = before
    more = (
        words.gettext(
            "The plan was adopted on {date}; what changed before it was frozen is not known here.",
            date=words.partial(day),
        )
        if field == "adopted_on"
        else words.gettext(
            "The plan was submitted on {date}; what changed before it was frozen is not known "
            "here.",
            date=words.partial(day),
        )
    )
    return f"{said} {more}"


def removed_words(commitment: str, records: PlanRecords, words: Translator) -> str:
    """That the record is gone and what the page shows instead, or ""."""
    if commitment not in records.removed or records.baseline is None:
        return ""
    return words.gettext(
        "The record of this commitment is no longer in the repository. This page shows what was "
        "adopted, as it was frozen on {date}.",
        date=words.partial(records.baseline.frozen_on),
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
    return term("change", change, words)


def view_difference(each: Difference, words: Translator) -> DifferenceItem:
    """One difference in words."""
    before, after = _text(each.before), _text(each.after)
    return DifferenceItem(
        change=change_words(each.change, words),
        sentence=difference_words(each, words),
        pieces=word_pieces(before, after) if is_text(each) else (),
        stated=stated_words(each, words),
    )


def stated_words(each: Difference, words: Translator) -> str:
    """That the last agreed change says something else of it, or ""."""
    if each.stated is None:
        return ""
    return words.gettext(
        "The last agreed change, of {date}, says something else.",
        date=words.partial(each.stated.date),
    )


def edited_words(amendment: Amendment, drift: Drift, words: Translator) -> str:
    """That the record of an agreed change was itself changed later, or ""."""
    day = drift.edited.get(amendment.id)
    if day is None:
        return ""
    return words.gettext(
        "What is recorded of this change was itself changed on {date}.", date=words.day(day)
    )


def adopted_words(each: Difference, words: Translator) -> str:
    """What was adopted, for the row of a milestone whose day differs or that is new."""
    if each.change is Change.MILESTONE_ADDED:
        return words.gettext("added after adoption")
    if not isinstance(each.before, PartialDate):
        return words.gettext("had no date when it was adopted")
    return words.gettext("first due {date}", date=words.partial(each.before))


def moved_days(differences: Iterable[Difference]) -> dict[tuple[str, str], Difference]:
    """What differs of the day on which something is due, by the ids of commitment and milestone.

    Of a commitment's own end the milestone is "". A milestone that is new is among them;
    a day that is as adopted, though another was agreed since, is not.
    """
    return {
        (each.commitment, each.milestone): each
        for each in differences
        if each.change is Change.MILESTONE_ADDED
        or (each.field == ("due_on" if each.milestone else "ends_on") and each.before != each.after)
    }


def _agreed(
    amendment: Amendment, drift: Drift, marks: Marks, root: str, words: Translator
) -> AgreedChange:
    steps = drift.steps.get(amendment.id)
    return AgreedChange(
        id=amendment.id,
        date=words.partial(amendment.date),
        kind=term("amendment_kind", amendment.kind, words),
        mark=marks.of(amendment),
        changes=amendment.changes or "",
        differences=tuple(
            replace(view_difference(each, words), recorded=marks.of_field(amendment, each.key))
            for each in steps or ()
        ),
        nothing=words.gettext("It changes nothing that was frozen.")
        if steps == () and amendment.kind in ("modify", "correct")
        else "",
        edited=edited_words(amendment, drift, words),
        reason=amendment.reason or "",
        agreed=words_for_any(amendment.agreed_by_forum_on, words),
        documents=documents(amendment.evidence, root, words),
    )


def _text(side: Side) -> str:
    return side if isinstance(side, str) else ""
