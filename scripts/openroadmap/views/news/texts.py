"""Stories and translations that were changed or removed, in words: revisions in, words out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from openroadmap.i18n import Translator
from openroadmap.model.facts import NOTHING, Revision, Told
from openroadmap.views.news.later import Later, What
from openroadmap.views.news.revised import TEXTS


def texts_words(
    revisions: Iterable[Revision], words: Translator, *, removed: bool
) -> list[str]:
    """"Longer story", "Text in French": those that are gone, or those that say something else."""
    return [
        _title(each, words)
        for each in revisions
        if each.told in TEXTS and (each.after == NOTHING) is removed
    ]


def _title(each: Revision, words: Translator) -> str:
    if not each.id:
        return words.gettext("Longer story")
    language = words.language(each.id)
    if each.told is Told.STORY:
        return words.gettext("Longer story in {language}", language=language)
    return words.gettext("Text in {language}", language=language)


def text_line(each: Later, words: Translator) -> str:
    """What became of a text, beside it or where it was."""
    on, language = words.day(each.day or date.min), words.language(each.language)
    match each.what:
        case What.STORY if not each.language:
            return words.gettext("The longer story was changed on {date}.", date=on)
        case What.STORY_REMOVED if not each.language:
            return words.gettext("The longer story was removed on {date}.", date=on)
        case What.STORY:
            return words.gettext(
                "The longer story in {language} was changed on {date}.",
                language=language, date=on,
            )  # fmt: skip
        case What.STORY_REMOVED:
            return words.gettext(
                "The longer story in {language} was removed on {date}.",
                language=language, date=on,
            )  # fmt: skip
        case What.TRANSLATION:
            return words.gettext(
                "The text in {language} was changed on {date}.", language=language, date=on
            )
    return words.gettext(
        "The text in {language} was removed on {date}.", language=language, date=on
    )
