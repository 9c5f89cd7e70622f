"""What became of a record, in sentences beside it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from openroadmap.i18n import Translator
from openroadmap.model.dates import parse_date
from openroadmap.model.process import Attestation
from openroadmap.model.voices import Result
from openroadmap.views.labels import field_title, status_of
from openroadmap.views.news.desk import recorded_words
from openroadmap.views.news.later import Later, What
from openroadmap.views.news.revision_words import codes_words
from openroadmap.views.news.texts import text_line

STORY = (What.STORY, What.STORY_REMOVED)
TRANSLATION = (What.TRANSLATION, What.TRANSLATION_REMOVED)


def mark_line(
    each: Later, titles: Mapping[str, str], places: Mapping[str, str], words: Translator
) -> str:
    """What became of a record; ``titles`` are those of milestones, ``places`` of commitments."""
    day = each.day or date.min  # of what is not removed it is known
    match each.what:
        case What.RECORDED:
            return recorded_words(day, words)
        case What.DATE:
            return _date_words(words.day(day), each.before, words)
        case What.FORUM:
            return _forum_words(words.day(day), each.before, words)
        case What.MOVED:
            before = places.get(each.before, each.before)
            return _moved_words(words.day(day), before, words)
        case What.RESULT:
            return words.gettext("This was added to the assessment on {date}.", date=words.day(day))
        case What.AUTHOR:
            return words.gettext("The author was changed on {date}.", date=words.day(day))
        case What.WORDS:
            return words.gettext("The words were changed on {date}.", date=words.day(day))
        case What.CODE:
            return _code_words(words.day(day), each, words)
    if each.what in (*STORY, *TRANSLATION):
        return text_line(each, words)
    before = status_of(each.before, words).word if each.before else ""
    if each.milestone:
        title = titles.get(each.milestone, each.milestone)
        return _step_words(words.day(day), title, before, words)
    return _status_words(words.day(day), before, words)


def _moved_words(on: str, before: str, words: Translator) -> str:
    if not before:
        return words.gettext("Moved here on {date}; it was about the whole plan.", date=on)
    return words.gettext(
        "Moved here on {date}; it was about “{commitment}”.", date=on, commitment=before
    )


def _code_words(on: str, each: Later, words: Translator) -> str:
    model = Attestation if each.kind == "attestation" else Result
    title = field_title(model, each.field, words)
    if not each.before:
        return words.gettext("“{title}” was added on {date}.", title=title, date=on)
    before = codes_words(each.field, each.before, words)
    return words.gettext(
        "“{title}” was changed on {date}; it was {before}.", title=title, date=on, before=before
    )


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
