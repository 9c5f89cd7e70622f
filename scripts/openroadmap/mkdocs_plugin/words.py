"""The words of the frame: a language comes in, what its templates call for words goes out."""

from __future__ import annotations

from functools import cache
from typing import Any

from openroadmap.i18n import SOURCE_LANGUAGE, Translator, translator


@cache
def translator_of(lang: str) -> Translator:
    """The words of a language; English where it has no catalogue yet."""
    try:
        return translator(lang)
    except FileNotFoundError:
        return translator(SOURCE_LANGUAGE)


def words_of(lang: str) -> dict[str, Any]:
    """``_`` and ``ngettext``, as templates call for words, and ``written`` for a day."""
    words = translator_of(lang)
    return {"_": words.gettext, "ngettext": words.ngettext, "written": words.day}
