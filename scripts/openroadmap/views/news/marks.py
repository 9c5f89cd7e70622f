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
from openroadmap.views.labels import status_of
from openroadmap.views.news.desk import recorded_words
from openroadmap.views.news.gone import OWN
from openroadmap.views.news.later import MARKED, PROMISES, Later, What
from openroadmap.views.news.piece import CHANGES, FEW, count_words
from openroadmap.views.news.texts import text_line
from openroadmap.views.parts import Crumb
from openroadmap.views.setting import plan_address


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
class RemovedRecords:
    """That records were removed."""

    size: str
    """How many of each kind, in words."""
    days: tuple[Crumb, ...]
    """The days, newest first, and where the plan's page of changes tells of each."""


class Marks:
    """All marks of a plan's pages."""

    def __init__(self, records: PlanRecords, later: Iterable[Later], words: Translator) -> None:
        self._words = words
        self._changes = f"{plan_address(records)}{CHANGES}"
        self._beside: dict[tuple[str, str], list[Later]] = {}
        self._removed: list[Later] = []
        for each in later:
            if each.what in (What.REMOVED, What.DROPPED):
                self._removed.append(each)
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
        found = (
            each
            for each in self._of(record)
            if each.what is not What.STATUS or each.commitments == about
        )
        return self._mark(found, titles or {})

    def of_texts(self, promise: Plan | Commitment) -> TextMarks:
        """Of the longer story beside a promise, and of its translations."""
        found = self._of(promise)
        story, translations = (
            self._mark((each for each in found if each.what in wanted), {})
            for wanted in (_STORY, _TRANSLATION)
        )
        return TextMarks(story, translations)

    def _mark(self, found: Iterable[Later], titles: Mapping[str, str]) -> Mark | None:
        """The newest of each thing; ``found`` are in the order of the days."""
        newest: dict[tuple[str, ...], Later] = {}
        earlier = ""
        for each in found:
            before = newest.get(_thing(each))
            earlier = before.anchor if before else earlier
            newest[_thing(each)] = each
        lines: dict[_Part, list[str]] = {part: [] for part in _Part}
        for each in newest.values():
            if not each.field:
                lines[_part(each)].append(_line(each, titles, self._words))
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
        return self._beside.get(((MARKED | PROMISES)[type(record)], record.id), ())

    def removed(
        self, commitment: str = "", kinds: Collection[str] = MARKED.values()
    ) -> RemovedRecords | None:
        """What was removed of a commitment, or of the whole plan; None where nothing was."""
        found = [
            each
            for each in self._removed
            if each.kind in kinds
            and (commitment in each.commitments if commitment else each.what is What.REMOVED)
        ]
        if not found:
            return None
        counts = Counter(kind for kind, _ in {(each.kind, each.id) for each in found})
        size = ", ".join(
            count_words(OWN[kind], counts[kind], self._words)
            for kind in MARKED.values()
            if counts[kind]
        )
        return RemovedRecords(size, self._days(found))

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


_STORY = (What.STORY, What.STORY_REMOVED)
_TRANSLATION = (What.TRANSLATION, What.TRANSLATION_REMOVED)


class _Part(StrEnum):
    """The parts of a mark, in their order."""

    OWN = "own"
    STEP = "step"
    TEXT = "text"


def _part(each: Later) -> _Part:
    if each.what in _TRANSLATION:
        return _Part.TEXT
    return _Part.STEP if each.milestone else _Part.OWN


def _thing(each: Later) -> tuple[str, ...]:
    """Of what the newest change is told: a field, a date or status, a text in a language."""
    if each.field:
        return (What.AGREED, each.field)
    what = next((kinds[0] for kinds in (_STORY, _TRANSLATION) if each.what in kinds), each.what)
    return (what, each.milestone, each.language)


def _is_near(field: str, key: str) -> bool:
    """Whether what was agreed of a field speaks of another: the same, a part or the whole of it."""
    if not field:
        return False
    return f"{field}.".startswith(f"{key}.") or f"{key}.".startswith(f"{field}.")


def _line(each: Later, titles: Mapping[str, str], words: Translator) -> str:
    day = each.day or date.min  # of what is not removed it is known
    match each.what:
        case What.RECORDED:
            return recorded_words(day, words)
        case What.DATE:
            return _date_words(words.day(day), each.before, words)
        case What.FORUM:
            return _forum_words(words.day(day), each.before, words)
    if each.what in (*_STORY, *_TRANSLATION):
        return text_line(each, words)
    before = status_of(each.before, words).word if each.before else ""
    if each.milestone:
        title = titles.get(each.milestone, each.milestone)
        return _step_words(words.day(day), title, before, words)
    return _status_words(words.day(day), before, words)


def _date_words(on: str, before: str, words: Translator) -> str:
    if not before:
        return words.gettext("The date was added on {date}.", date=on)
    return words.gettext(
        "The date was changed on {date}; it was {before}.",
        date=on,
        before=words.partial(parse_date(before)),
    )


def _forum_words(on: str, before: str, words: Translator) -> str:
    if not before:
        return words.gettext("The day on which the forum agreed was added on {date}.", date=on)
    return words.gettext(
        "The day on which the forum agreed was changed on {date}; it was {before}.",
        date=on,
        before=words.partial(parse_date(before)),
    )


def _status_words(on: str, before: str, words: Translator) -> str:
    if not before:
        return words.gettext("The status was added on {date}.", date=on)
    return words.gettext(
        "The status was changed on {date}; it was {before}.", date=on, before=before
    )


def _step_words(on: str, title: str, before: str, words: Translator) -> str:
    if not before:
        return words.gettext(
            "The status of the milestone “{milestone}” was added on {date}.",
            milestone=title,
            date=on,
        )
    return words.gettext(
        "The status of the milestone “{milestone}” was changed on {date}; it was {before}.",
        milestone=title,
        date=on,
        before=before,
    )
