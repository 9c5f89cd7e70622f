"""Sentences with a number that only the reader's browser knows: messages in, all forms out."""

from __future__ import annotations

from collections.abc import Mapping

from openroadmap.i18n import Translator
from openroadmap.immutable import immutable


@immutable
class PluralForm:
    """A sentence as it reads with some numbers."""

    category: str
    """The numbers: a category of CLDR's plural rules."""
    sentence: str
    """The sentence, with the number's place marked."""


@immutable
class Counted:
    """A sentence with a number that only the reader's browser knows."""

    name: str
    """What the page's script calls it."""
    forms: tuple[PluralForm, ...]
    """How it reads with each kind of number."""


def counted_forms(
    sentences: Mapping[str, tuple[str, str]], words: Translator
) -> tuple[Counted, ...]:
    """Sentences by name, each as it reads with one and with many."""
    return tuple(
        Counted(name, tuple(PluralForm(*form) for form in words.forms(one, many).items()))
        for name, (one, many) in sentences.items()
    )
