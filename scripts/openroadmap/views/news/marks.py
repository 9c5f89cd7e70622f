"""What pages say beside a record that came late or was changed, and where some were removed.

In comes what became of what was said and agreed of a plan; out come sentences. What was
removed is counted by its kind, and none of its words is told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum

from openroadmap.i18n import Translator
from openroadmap.immutable import immutable
from openroadmap.model.commitment import Commitment
from openroadmap.model.dates import parse_date
from openroadmap.model.member import Plan
from openroadmap.model.process import Amendment
from openroadmap.model.site import PlanRecords
from openroadmap.model.voices import VoiceRecord
from openroadmap.views.around import plan_title
from openroadmap.views.news.gone import OWN
from openroadmap.views.news.later import KINDS, MARKED, Later, What
from openroadmap.views.news.mark_words import STORY, TRANSLATION, mark_line
from openroadmap.views.news.piece import CHANGES, FEW, count_words
from openroadmap.views.parts import Crumb
from openroadmap.views.setting import commitment_address, plan_address


@immutable
class Mark:
    """What became of one record."""

    lines: tuple[str, ...]
    """When it was recorded here, and what was changed in it later, in sentences."""
    steps: tuple[str, ...]
    """What was changed in what it says of milestones, in sentences."""
    earlier: str
    """Where earlier changes of it are told, from the site's root, or ""."""
    texts: tuple[str, ...] = ()
    """Which of its translations were changed or removed, in sentences."""


@immutable
class TextMarks:
    """What became of the texts that lie beside a promise."""

    story: Mark | None
    """Of its longer story."""
    translations: Mark | None
    """Of its texts in other languages."""


@immutable
class MovedRecord:
    """That a record was moved to another commitment, or to the plan itself."""

    record: str
    """Its kind, in words."""
    place: Crumb
    """Where it is now, or was before it was removed."""
    day: Crumb
    """When, and where the plan's page of changes tells of it."""


@immutable
class RemovedRecords:
    """That records were removed, or moved away."""

    size: str
    """How many of each kind were removed, in words, or ""."""
    days: tuple[Crumb, ...]
    """The days, newest first, and where the plan's page of changes tells of each."""
    moved: tuple[MovedRecord, ...]
    """Those that were moved to another commitment, or to or from the plan itself, newest first."""


class Marks:
    """All marks of a plan's pages."""

    def __init__(self, records: PlanRecords, later: Iterable[Later], words: Translator) -> None:
        self._words = words
        self._changes = f"{plan_address(records)}{CHANGES}"
        self._beside: dict[tuple[str, str], list[Later]] = {}
        self._removed: list[Later] = []
        self._away: list[Later] = []
        self._records = records
        self._places = {each.id: each.title for each in records.commitments}
        for each in later:
            if each.what in (What.REMOVED, What.DROPPED):
                self._removed.append(each)
            elif each.is_away:
                self._away.append(each)
            else:
                self._beside.setdefault((each.kind, each.id), []).append(each)

    def of(
        self,
        record: VoiceRecord | Amendment,
        commitment: str = "",
        titles: Mapping[str, str] | None = None,
    ) -> Mark | None:
        """Of a record, on the page of a commitment or of the plan; ``titles`` of milestones."""
        about = (commitment,) if commitment else ()
        found = [
            each
            for each in self._of(record)
            if each.what not in _OF_PLACE or each.commitments == about
        ]
        return self._mark(found, titles or {})

    def of_texts(self, promise: Plan | Commitment) -> TextMarks:
        """Of the longer story beside a promise, and of its translations."""
        found = self._of(promise)
        story, translations = (
            self._mark([each for each in found if each.what in wanted], {})
            for wanted in (STORY, TRANSLATION)
        )
        return TextMarks(story, translations)

    def _mark(self, found: Sequence[Later], titles: Mapping[str, str]) -> Mark | None:
        """The newest of each thing; ``found`` are in the order of the days."""
        if not found:
            return None  # as of nearly all records
        newest: dict[tuple[str, ...], Later] = {}
        earlier = ""
        for each in found:
            before = newest.get(_thing(each))
            earlier = before.anchor if before else earlier
            newest[_thing(each)] = each
        lines: dict[_Part, list[str]] = {part: [] for part in _Part}
        for each in newest.values():
            if each.what not in _OF_FIELDS:
                line = mark_line(each, titles, self._places, self._words)
                lines[_part(each)].append(line)
        own, steps, texts = map(tuple, lines.values())
        if not (own or steps or texts or earlier):
            return None
        return Mark(own, steps, self._address(earlier) if earlier else "", texts)

    def of_field(self, amendment: Amendment, key: str) -> str:
        """When an agreed change came to say so of a field or a milestone, where that was later
        than its record came; else ""."""
        found = [each for each in self._of(amendment) if _is_near(each.field, key)]
        if not found:
            return ""
        newest, words = found[-1], self._words
        on = words.day(newest.day or date.min)  # of what is not removed it is known
        said = {each.field for each in amendment.agreed if _is_near(each.field, key)}
        if all(each.what is What.ADDED for each in found) and said <= {e.field for e in found}:
            return words.gettext("Added to the record on {date}.", date=on)
        if newest.field == key and newest.before:
            before = words.partial(parse_date(newest.before))
            return words.gettext(
                "Changed in the record on {date}; it was {before}.", date=on, before=before
            )
        return words.gettext("Changed in the record on {date}.", date=on)

    def _of(self, record: VoiceRecord | Amendment | Plan | Commitment) -> Sequence[Later]:
        """What is said beside a record, in the order of the days."""
        return self._beside.get((KINDS[type(record)], record.id), ())

    def removed(
        self, commitment: str = "", kinds: Collection[str] = MARKED.values()
    ) -> RemovedRecords | None:
        """What was removed of a commitment, or of the whole plan, or moved away from it; None
        where nothing was."""
        if not (self._removed or self._away):
            return None
        found = [
            each
            for each in self._removed
            if each.kind in kinds
            and (commitment in each.commitments if commitment else each.what is What.REMOVED)
        ]
        moved = self._moved(commitment, kinds)
        if not found and not moved:
            return None
        counts = Counter(kind for kind, _ in {(each.kind, each.id) for each in found})
        size = ", ".join(
            count_words(OWN[kind], counts[kind], self._words)
            for kind in MARKED.values()
            if counts[kind]
        )
        return RemovedRecords(size, self._days(found), moved)

    def _moved(self, commitment: str, kinds: Collection[str]) -> tuple[MovedRecord, ...]:
        """What was moved away from a commitment, or from the plan itself, newest first."""
        found = [e for e in self._away if e.before == commitment and e.kind in kinds]
        return tuple(
            MovedRecord(
                count_words(OWN[each.kind], 1, self._words),
                self._place(each.after),
                *self._days([each]),
            )
            for each in reversed(found)
        )

    def _place(self, commitment: str) -> Crumb:
        """Of a commitment that is not there any more the id is all that is known."""
        if not commitment:
            return Crumb(plan_title(self._records), plan_address(self._records))
        if commitment not in self._places:
            return Crumb(commitment, "")
        return Crumb(self._places[commitment], commitment_address(self._records, commitment))

    def _days(self, found: Iterable[Later]) -> tuple[Crumb, ...]:
        """The newest; the page of changes where none is known."""
        days = sorted({(each.day, each.anchor) for each in found if each.day}, reverse=True)
        crumbs = [Crumb(self._words.day(day), self._address(anchor)) for day, anchor in days[:FEW]]
        every = Crumb(self._words.gettext("date not recorded"), self._changes)
        return tuple(crumbs) or (every,)

    def _address(self, anchor: str) -> str:
        return f"{self._changes}#{anchor}"


def without_steps(mark: Mark | None) -> Mark | None:
    """What became of the record but for its milestones and translations; None where nothing did."""
    return replace(mark, steps=(), texts=()) if mark and mark.lines else None


_OF_FIELDS = (What.ADDED, What.AGREED)
"""What is said beside the field of the promise that was agreed, and not beside the record."""
_OF_PLACE = (What.STATUS, What.RESULT, What.CODE, What.WORDS, What.MOVED)
"""What is said of one of several commitments, or of the plan itself, and only there."""


class _Part(StrEnum):
    """The parts of a mark, in their order."""

    OWN = "own"
    STEP = "step"
    TEXT = "text"


def _part(each: Later) -> _Part:
    if each.what in TRANSLATION:
        return _Part.TEXT
    return _Part.STEP if each.milestone else _Part.OWN


def _thing(each: Later) -> tuple[str, ...]:
    """Of what the newest change is told: a field, a date or status, a text in a language."""
    alike = (STORY, TRANSLATION, _OF_FIELDS)
    what = next((kinds[0] for kinds in alike if each.what in kinds), each.what)
    return (what, each.milestone, each.field, each.language)


def _is_near(field: str, key: str) -> bool:
    """Whether what was agreed of a field speaks of another: the same, a part or the whole of it."""
    if not field:
        return False
    return f"{field}.".startswith(f"{key}.") or f"{key}.".startswith(f"{field}.")
