"""The numbered sources of a page, and which of them cover which field.

In come the ``sources`` and ``notes`` of each record shown on the page, in the
order of the page; out come numbers beside fields and one list at the end.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import quote

from openroadmap.i18n import Translator
from openroadmap.model.parts import Evidence, Note, Source
from openroadmap.views.dates import words_for_any
from openroadmap.views.parts import Document, Remark, SourceLine, Text


class Cited:
    """What one record's sources and notes say of its fields.

    A note is handed out once, with the first field shown that it is about;
    ``rest`` are the notes about nothing in particular or about fields that the
    page does not show, so that none is lost.
    """

    def __init__(self, numbers: Mapping[str, tuple[int, ...]], notes: tuple[Note, ...]) -> None:
        self._numbers = numbers
        self._pending = list(notes)

    def text(self, label: str, text: str, *names: str, url: str = "") -> Text:
        """A field ready to print, with its source numbers and remarks."""
        return Text(label, text, self.marks(*names), self.remarks(*names), url)

    def marks(self, *names: str) -> tuple[int, ...]:
        """The numbers of the sources that cover any of these fields."""
        numbers = self._numbers
        if not numbers:
            return ()
        found = [numbers[name] for name in names if name in numbers]
        if len(found) < 2:
            return found[0] if found else ()
        return tuple(sorted({number for numbers in found for number in numbers}))

    def remarks(self, *names: str) -> tuple[Remark, ...]:
        """The notes about any of these fields, which are then no longer pending."""
        if not self._pending:
            return ()
        mine = [note for note in self._pending if _about(note) & set(names)]
        self._pending = [note for note in self._pending if note not in mine]
        return tuple(Remark(note.text, note.url or "") for note in mine)

    def rest(self) -> tuple[Remark, ...]:
        rest, self._pending = self._pending, []
        return tuple(Remark(note.text, note.url or "") for note in rest)


class SourceList:
    """Numbers the sources of a page as its records are added; one source has one number."""

    def __init__(self, words: Translator) -> None:
        self._words = words
        self._lines: dict[tuple[str, str | None], SourceLine] = {}

    def add(self, sources: tuple[Source, ...], notes: tuple[Note, ...] = ()) -> Cited:
        """Give numbers to a record's sources, and keep its notes at hand."""
        numbers: dict[str, tuple[int, ...]] = {}
        for source in sources:
            number = self._number(source)
            for fact in source.facts:
                for name in _names(fact):
                    known = numbers.get(name, ())
                    if number not in known:
                        numbers[name] = (*known, number)
        return Cited(numbers, notes)

    def lines(self) -> tuple[SourceLine, ...]:
        return tuple(self._lines.values())

    def _number(self, source: Source) -> int:
        key = (source.title, source.url)
        line = self._lines.get(key)
        if line is None:
            line = SourceLine(
                number=len(self._lines) + 1,
                title=source.title,
                url=source.url or "",
                read_on=words_for_any(source.read_on, self._words),
                note=source.note or "",
            )
            self._lines[key] = line
        return line.number


def document(evidence: Evidence, root: str, words: Translator) -> Document:
    """A piece of evidence as shown; a file of the site is linked from the page's place."""
    url = evidence.url or (_file_url(evidence.path, root) if evidence.path else "")
    date = words_for_any(evidence.published_on, words)
    return Document(evidence.title, url, date, evidence.archived_url or "")


def _file_url(path: str, root: str) -> str:
    """The way from the page to a file of the site, percent-encoded."""
    return root + quote(path.lstrip("/"), safe="/")


def documents(
    evidence: Sequence[Evidence], root: str, words: Translator
) -> tuple[Document, ...]:
    return tuple([document(each, root, words) for each in evidence]) if evidence else ()


def _names(fact: str) -> tuple[str, ...]:
    """``supporting.government`` also covers ``supporting``, which is shown as one."""
    first = fact.partition(".")[0]
    return (fact,) if first == fact else (fact, first)


def _about(note: Note) -> set[str]:
    return {name for about in note.about for name in _names(about)}
