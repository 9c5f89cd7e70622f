"""What a record says otherwise since a day, in a line: a revision comes in, words go out.

Dates and codes have both sides; of words it is told that they are others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from openroadmap.history.agreed import STEPS
from openroadmap.history.read_gist import RESULT_CODES
from openroadmap.i18n import Translator
from openroadmap.measure.progress import State
from openroadmap.model.commitment import Milestone, Promise
from openroadmap.model.dates import parse_date
from openroadmap.model.facts import NOTHING, WORDS, Revision, Told
from openroadmap.model.fields import Record
from openroadmap.model.kinds import KIND
from openroadmap.model.member import PlanPromise
from openroadmap.model.vocabulary import vocabulary
from openroadmap.model.voices import Result
from openroadmap.views.drift.words import field_words
from openroadmap.views.labels import field_title, status_of, term, terms
from openroadmap.views.news.desk import Desk

if TYPE_CHECKING:
    from openroadmap.views.news.named import Touched


def revision_line(each: Revision, name: str, touched: Touched, desk: Desk) -> str:
    """What the record called ``name`` says otherwise since a day."""
    words = desk.words
    if each.told is Told.EXAMPLE:
        return words.gettext("{record}: it was not called an example before", record=name)
    if each.told is Told.AUTHOR:
        return words.gettext("{record}: the author was changed", record=name)
    if each.told in (Told.TEXT, Told.CODE):
        return _of_its_own(each, name, KIND[touched.kind].model, words)
    if each.told is Told.RESULT and "" in (each.before, each.after):
        return _whole_result(each, name, desk)
    if each.told is Told.DATE:
        before, after = (_date(side, words) for side in (each.before, each.after))
        return words.gettext(
            "{record}: date was {before}, now {after}", record=name, before=before, after=after
        )
    if each.told is Told.AGREED:
        return _of_a_field(each, name, touched, desk)
    if each.told in _OF_AGREED:
        return _agreement(each, name, desk)
    before, after = (_status(side, words) for side in (each.before, each.after))
    if each.told is not Told.MILESTONE:
        return words.gettext(
            "{record}: status was {before}, now {after}", record=name, before=before, after=after
        )
    milestone = _milestone(each.id, touched, desk)
    return words.gettext(
        "{record}, milestone “{milestone}”: status was {before}, now {after}",
        record=name, milestone=milestone, before=before, after=after,
    )  # fmt: skip


def _of_its_own(each: Revision, name: str, model: type[Record], words: Translator) -> str:
    """A field of the record itself; words are not told."""
    what = words.gettext("“{words}”", words=own_field(each, model, words))
    if each.told is Told.TEXT:
        return _in_words(each, name, what, words)
    before, after = (codes_words(each.id, side, words) for side in (each.before, each.after))
    return words.gettext(
        "{record}. {what} was {before}, now {after}",
        record=name, what=what, before=before, after=after,
    )  # fmt: skip


def own_field(each: Revision, model: type[Record], words: Translator) -> str:
    """How a field of a record, or of what an assessment says of a commitment, is called."""
    *of_part, field = each.id.split(".")
    return field_title(Result if of_part else model, field, words)


def codes_words(id: str, codes: str, words: Translator) -> str:
    """The codes of a field in words, or that none is recorded."""
    if not codes:
        return words.gettext("not recorded")
    field = id.rpartition(".")[2]
    is_answer = codes in vocabulary("answer").terms and field in ("verifiable", "agrees")
    name = "answer" if is_answer else RESULT_CODES.get(field)
    return ", ".join(terms(name, codes.split(), words)) if name else codes


def _whole_result(each: Revision, name: str, desk: Desk) -> str:
    """That an assessment came to speak of a commitment, or says nothing of it any more."""
    words, about = desk.words, _commitment(each.id, desk)
    if not each.before:
        return words.gettext(
            "{record}: what it says of {commitment} was added", record=name, commitment=about
        )
    if each.before == NOTHING:
        return words.gettext(
            "{record}: what it said of {commitment} was removed", record=name, commitment=about
        )
    return words.gettext(
        "{record}: what it said of {commitment} was removed; status was {before}",
        record=name, commitment=about, before=_status(each.before, words),
    )  # fmt: skip


_OF_AGREED = (Told.KIND, Told.COMMITMENT, Told.FORUM)


def _agreement(each: Revision, name: str, desk: Desk) -> str:
    """What an agreed change says otherwise: dates and codes with both sides, words without."""
    words, sides = desk.words, (each.before, each.after)
    match each.told:
        case Told.KIND:
            before, after = (_code(side, words) for side in sides)
            return words.gettext(
                "{record}: kind was {before}, now {after}", record=name, before=before, after=after
            )
        case Told.COMMITMENT:
            before, after = (_commitment(side, desk) for side in sides)
            return words.gettext(
                "{record}: commitment was {before}, now {after}",
                record=name, before=before, after=after,
            )  # fmt: skip
    before, after = (_date(side, words) for side in sides)
    return words.gettext(
        "{record}: day on which the forum agreed was {before}, now {after}",
        record=name, before=before, after=after,
    )  # fmt: skip


def _of_a_field(each: Revision, name: str, touched: Touched, desk: Desk) -> str:
    """What it says was agreed of a field of the promise."""
    words, what = desk.words, _field(each.id, touched, desk)
    is_dated = not any(
        side == NOTHING or side.startswith(WORDS) for side in (each.before, each.after)
    )
    if not each.before and is_dated:
        after = _date(each.after, words)
        return words.gettext(
            "{record}. {what} was added: {after}", record=name, what=what, after=after
        )
    if not each.before or not each.after or not is_dated:
        return _in_words(each, name, what, words)
    before, after = (_date(side, words) for side in (each.before, each.after))
    return words.gettext(
        "{record}. {what} was {before}, now {after}",
        record=name, what=what, before=before, after=after,
    )  # fmt: skip


def _in_words(each: Revision, name: str, what: str, words: Translator) -> str:
    if not each.before:
        return words.gettext("{record}. {what} was added", record=name, what=what)
    if not each.after:
        return words.gettext("{record}. {what} was taken away", record=name, what=what)
    return words.gettext(
        "{record}. {what}: it now says something else", record=name, what=what
    )


def _field(name: str, touched: Touched, desk: Desk) -> str:
    """A field of the promise in words, or a whole milestone by its title."""
    whole, _, field = name.partition(".")
    if whole != STEPS:
        return field_words(Promise if touched.about else PlanPromise, name, "", desk.words)
    id, _, field = field.partition(".")
    milestone = _milestone(id, touched, desk)
    if not field:
        return desk.words.gettext("The milestone “{title}”", title=milestone)
    return field_words(Milestone, field, milestone, desk.words)


def _code(code: str, words: Translator) -> str:
    if not code:
        return words.gettext("not recorded")
    return words.gettext("“{words}”", words=term("amendment_kind", code, words))


def _commitment(id: str, desk: Desk) -> str:
    if id == NOTHING:
        return desk.words.gettext("the plan itself")
    if not id:
        return desk.words.gettext("not recorded")
    known = desk.commitments.get(id)
    return desk.words.gettext("“{words}”", words=known.title if known else id)


def _date(text: str, words: Translator) -> str:
    return words.partial(parse_date(text)) if text else words.gettext("not recorded")


def _status(code: str, words: Translator) -> str:
    return status_of(State.NOT_RECORDED if code in ("", NOTHING) else code, words).word


def _milestone(id: str, touched: Touched, desk: Desk) -> str:
    known = [desk.commitments[one] for one in touched.about if one in desk.commitments]
    titles = {each.id: each.title for one in known for each in one.milestones}
    return titles.get(id, id)
