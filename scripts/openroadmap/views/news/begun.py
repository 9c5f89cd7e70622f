"""The records of many plans that begin on one day: their news come in, one piece goes out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from openroadmap.i18n import Translator
from openroadmap.views.news.piece import CHANGES, News, NewsKind
from openroadmap.views.parts import Crumb


def year_address(year: str) -> str:
    """The page of a year of the whole site."""
    return f"{CHANGES}{year}/"


def together(news: Iterable[News], words: Translator) -> Iterator[News]:
    """All news; the records of several plans that begin on one day make one piece of it."""
    begun: dict[str, list[News]] = {}
    for each in news:
        if each.kind == NewsKind.BEGINS:
            begun.setdefault(each.day, []).append(each)
        else:
            yield each
    for same in begun.values():
        yield same[0] if len(same) == 1 else _begun(same, words)


def _begun(news: Sequence[News], words: Translator) -> News:
    """The plans whose records begin on one day, by member and plan."""
    ordered = sorted(news, key=lambda each: (each.member.casefold(), each.plan.casefold(), each.id))
    first = ordered[0]
    return replace(
        first,
        title=words.ngettext(
            "The record of {n} plan begins here", "The records of {n} plans begin here", len(news)
        ),
        text="",
        items=(),
        more="",
        about=tuple(Crumb(f"{each.member}: {each.plan}", each.plan_address) for each in ordered),
        member="",
        plan="",
        plan_address="",
        permanent=f"{year_address(first.first[:4])}#q{first.quarter}",
    )
