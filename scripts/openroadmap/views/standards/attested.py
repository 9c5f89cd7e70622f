"""What became of attestations, beside the requirement of which they speak."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from openroadmap.i18n import Translator
from openroadmap.model.process import Attestation
from openroadmap.model.site import PlanRecords
from openroadmap.views.news.later import ATTESTED, Later, What
from openroadmap.views.news.mark_words import mark_line
from openroadmap.views.standards.records import record_name

Changes = Mapping[str, tuple[str, ...]]
"""Sentences by the id of a requirement, in the order of the days."""


def attested_changes(
    records: PlanRecords, later: Iterable[Later], words: Translator
) -> Changes:
    """What was changed in attestations, and which were removed; of one that came to speak of
    another requirement it is said at both."""
    there = {each.id: each for each in records.attestations}
    found: dict[str, list[str]] = {}
    for each in later:
        if each.kind in ATTESTED.values():
            sentence = _sentence(each, records, words)
            for id in dict.fromkeys(_requirements(each, there.get(each.id))):
                found.setdefault(id, []).append(sentence)
    return {id: tuple(sentences) for id, sentences in found.items()}


def _requirements(each: Later, attestation: Attestation | None) -> Iterator[str]:
    if attestation:
        yield attestation.requirement
    if each.before and (each.what is What.REMOVED or each.field == "requirement"):
        yield each.before


def _sentence(each: Later, records: PlanRecords, words: Translator) -> str:
    if each.what is not What.REMOVED:
        name = record_name((each.kind, each.id), records, words)
        became = mark_line(each, {}, {}, words)
        return words.gettext("{record}: {sentence}", record=name, sentence=became)
    if each.day is None:
        return words.gettext("An attestation was removed.")
    return words.gettext("An attestation was removed on {date}.", date=words.day(each.day))
