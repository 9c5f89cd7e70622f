"""Records that no line names one by one, since people stand behind them: they are only counted."""

from __future__ import annotations

from openroadmap.i18n import Translator

COUNTED = ("contribution", "mechanism", "outreach")
"""What people proposed, and how they could."""


def counted_words(kind: str, n: int, words: Translator) -> str:
    """"3 contributions"."""
    match kind:
        case "contribution":
            return words.ngettext("{n} contribution", "{n} contributions", n)
        case "mechanism":
            return words.ngettext("{n} way to give input", "{n} ways to give input", n)
    return words.ngettext("{n} outreach activity", "{n} outreach activities", n)
