"""Words and dates in the reader's language.

In comes an English sentence, or a date; out comes the same in the language of
the page. English sentences are the message ids of the gettext catalogues in
``locales/``; dates and numbers follow CLDR by way of Babel.
"""

from __future__ import annotations

import gettext
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from openroadmap.model.dates import PartialDate, Precision, parse_date

LOCALES = Path(__file__).parent / "locales"
SOURCE_LANGUAGE = "en"

CLDR = {"en": "en_GB"}
"""Where a language's dates follow another locale than its bare name: British order in English."""


def N_(message: str) -> str:
    """Mark a sentence for translation where it is written, before the language is known."""
    return message


@dataclass(frozen=True, slots=True, eq=False)
class Translator:
    """The words of one language; there is one translator of each, which many caches go by.

    ``lang`` is a BCP 47 primary tag ("en", "fr"). Sentences may hold
    ``{placeholders}``, filled from keyword arguments; a missing one raises
    ``KeyError``, because a sentence with a hole must never be published.
    """

    lang: str
    catalogue: gettext.NullTranslations

    def gettext(self, message: str, **args: object) -> str:
        text = self.catalogue.gettext(message)
        return text.format_map(args) if args else text

    def ngettext(self, one: str, many: str, n: int, **args: object) -> str:
        text = self.catalogue.ngettext(one, many, n)
        return text.format_map({"n": self.number(n), **args})

    def forms(self, one: str, many: str) -> dict[str, str]:
        """A sentence by CLDR's plural categories, its placeholders left for a browser to fill.

        The categories are those that ``Intl.PluralRules`` tells numbers apart by.
        """
        return {
            category: self.catalogue.ngettext(one, many, n)
            for category, n in _samples(self.lang)
        }

    def number(self, value: int) -> str:
        return _number(value, self.lang)

    def day(self, value: date) -> str:
        """"30 September 2027"."""
        return _date(value, "", self.lang)

    def month(self, value: date) -> str:
        """"September 2027"."""
        return _date(value, "yMMMM", self.lang)

    def quarter(self, value: date) -> str:
        """"3rd quarter 2027"."""
        return _date(value, "yQQQQ", self.lang)

    def month_name(self, value: date) -> str:
        """"Sep"."""
        return _date(value, "MMM", self.lang)

    def period(self, first: date, last: date) -> str:
        """A calendar's period in few letters: "Sep 2025", "Q3 2025", "2025", "2024–2025"."""
        months = (last.year - first.year) * 12 + last.month - first.month + 1
        if months == 3:
            return _date(first, "yQQQ", self.lang)
        return _interval(first, last, "yMMM" if months % 12 else "y", self.lang)

    def language(self, tag: str) -> str:
        """What a language is called: "French"; the tag itself where CLDR has no name for it."""
        return _language(tag, self.lang)

    def partial(self, value: PartialDate) -> str:
        """As exact as it was recorded: "2027", "3rd quarter 2027", "30 September 2027"."""
        return _partial(value.text, self)


@lru_cache(maxsize=16)
def translator(lang: str) -> Translator:
    """The translator of a language; English needs no catalogue.

    Raises ``FileNotFoundError`` when the language has no catalogue.
    """
    if lang == SOURCE_LANGUAGE:
        return Translator(lang, gettext.NullTranslations())
    return Translator(lang, gettext.translation("openroadmap", LOCALES, [lang]))


@lru_cache(maxsize=20_000)
def _partial(text: str, words: Translator) -> str:
    """A date by its text, which says all of it."""
    value = parse_date(text)
    if value.precision is Precision.DAY:
        return words.day(value.first)
    if value.precision is Precision.MONTH:
        return words.month(value.first)
    if value.precision is Precision.QUARTER:
        return words.quarter(value.first)
    return text


@lru_cache(maxsize=20_000)
def _date(value: date, skeleton: str, lang: str) -> str:
    """A date in the order and with the joining words of the language; "" is its long form."""
    from babel.dates import format_date, format_skeleton  # late: a warm build needs no date

    locale = CLDR.get(lang, lang)
    if not skeleton:
        return format_date(value, "long", locale)
    return format_skeleton(skeleton, value, locale=locale)


@lru_cache(maxsize=16)
def _samples(lang: str) -> tuple[tuple[str, int], ...]:
    """A number of each plural category that whole numbers have in a language."""
    from babel import Locale

    rule = Locale.parse(CLDR.get(lang, lang)).plural_form
    found: dict[str, int] = {}
    for n in (*range(200), 1_000_000):
        found.setdefault(rule(n), n)
    return tuple(sorted(found.items()))


@lru_cache(maxsize=200)
def _language(tag: str, lang: str) -> str:
    from babel import Locale

    names = Locale.parse(CLDR.get(lang, lang))
    primary, _, territory = tag.partition("-")
    whole = names.languages.get(tag.replace("-", "_"))
    if whole or primary not in names.languages:
        return whole or tag
    place = names.territories.get(territory, territory)
    return f"{names.languages[primary]} ({place})"


@lru_cache(maxsize=1_000)
def _interval(first: date, last: date, skeleton: str, lang: str) -> str:
    from babel.dates import format_interval

    return format_interval(first, last, skeleton, locale=CLDR.get(lang, lang))


@lru_cache(maxsize=4_000)
def _number(value: int, lang: str) -> str:
    if -1_000 < value < 1_000:
        return str(value)
    from babel.numbers import format_decimal

    return format_decimal(value, locale=CLDR.get(lang, lang))
