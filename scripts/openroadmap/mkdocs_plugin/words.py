"""The words of the frame: a language comes in, what its templates call for words goes out."""

from __future__ import annotations

from functools import cache
from typing import Any

from openroadmap.i18n import SOURCE_LANGUAGE, translator


@cache
def words_of(lang: str) -> dict[str, Any]:
    """``_`` and ``ngettext`` for templates; English where a language has no catalogue yet."""
    try:
        words = translator(lang)
    except FileNotFoundError:
        words = translator(SOURCE_LANGUAGE)
    return {"_": words.gettext, "ngettext": words.ngettext}
