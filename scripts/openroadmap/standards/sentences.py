"""A sentence as a value: English words with holes and what fills them, until a language is known.

In comes a sentence and a language, out comes the text. What fills a hole may
be a word, a number, a day, a date as exact as it is known, or another sentence.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import field
from datetime import date
from typing import Any, TypeAlias

from openroadmap.i18n import N_, Translator
from openroadmap.immutable import immutable
from openroadmap.model.dates import PartialDate, Precision, parse_date


@immutable
class When:
    """A date with the word a language puts before it: "on 3 March 2026", "in March 2026"."""

    day: PartialDate


@immutable
class Sentence:
    """``text`` is an English template and message id, marked where it is written.

    With ``many``, its plural form, the argument ``n`` counts.
    """

    text: str
    args: Mapping[str, Value] = field(default_factory=dict)
    many: str = ""


Value: TypeAlias = "str | int | date | PartialDate | When | Sentence"

Plural: TypeAlias = tuple[str, str]
"""One template for the number one, and one for others."""


def NN_(one: str, many: str) -> Plural:
    """Mark a sentence that counts for translation where it is written."""
    return one, many


def counted(plural: Plural, n: int, **args: Value) -> Sentence:
    """The sentence for a number; its templates may show it as ``{n}``."""
    return Sentence(plural[0], {"n": n, **args}, plural[1])


_WHEN = {
    Precision.DAY: N_("on {day}"),
    Precision.MONTH: N_("in {month}"),
    Precision.QUARTER: N_("in the {quarter}"),
    Precision.YEAR: N_("in {year}"),
}


def say(sentence: Sentence, words: Translator) -> str:
    """The sentence in the reader's language; plain text, escaped for no output."""
    args = {name: _said(value, words) for name, value in sentence.args.items()}
    if sentence.many:
        count = sentence.args["n"]
        if not isinstance(count, int):
            raise TypeError("the argument n of a sentence counts")
        args.pop("n")
        return words.ngettext(sentence.text, sentence.many, count, **args)
    return words.gettext(sentence.text, **args)


def _said(value: Value, words: Translator) -> str:
    if isinstance(value, Sentence):
        return say(value, words)
    if isinstance(value, When):
        return _when(value.day, words)
    if isinstance(value, PartialDate):
        return _exactly(value, words)
    if isinstance(value, date):
        return words.day(value)
    return words.number(value) if isinstance(value, int) else " ".join(value.split())


def _when(day: PartialDate, words: Translator) -> str:
    name = day.precision.name.lower()
    return words.gettext(_WHEN[day.precision], **{name: _exactly(day, words)})


def _exactly(day: PartialDate, words: Translator) -> str:
    """A date as exact as it was recorded and no more."""
    if day.precision is Precision.DAY:
        return words.day(day.first)
    if day.precision is Precision.MONTH:
        return words.month(day.first)
    return words.quarter(day.first) if day.precision is Precision.QUARTER else day.text


def packed(sentence: Sentence) -> str:
    """The sentence as one line of text, for a finding's arguments; ``unpacked`` reads it."""
    return json.dumps(_plain(sentence), ensure_ascii=False)


def unpacked(text: str) -> Sentence:
    """The sentence that ``packed`` made."""
    sentence = _revived(json.loads(text))
    if not isinstance(sentence, Sentence):
        raise TypeError("not a packed sentence")
    return sentence


def _plain(value: Value) -> Any:
    if isinstance(value, Sentence):
        args = {name: _plain(item) for name, item in value.args.items()}
        return {"text": value.text, "args": args, "many": value.many}
    if isinstance(value, When):
        return {"when": value.day.text}
    if isinstance(value, PartialDate):
        return {"date": value.text}
    return {"day": value.isoformat()} if isinstance(value, date) else value


def _revived(value: Any) -> Value:
    if not isinstance(value, dict):
        return value
    if "when" in value:
        return When(parse_date(value["when"]))
    if "date" in value:
        return parse_date(value["date"])
    if "day" in value:
        return date.fromisoformat(value["day"])
    args = {name: _revived(item) for name, item in value["args"].items()}
    return Sentence(value["text"], args, value["many"])
