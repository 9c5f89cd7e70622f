"""The promise in texts: a commitment comes in, its facts and texts with their labels go out."""

from __future__ import annotations

from collections.abc import Iterator

from openroadmap.i18n import Translator
from openroadmap.model.commitment import Commitment, Values
from openroadmap.model.fields import names_of
from openroadmap.model.parts import Supporters
from openroadmap.views.dates import words_for_period
from openroadmap.views.labels import absent, field_title, terms
from openroadmap.views.parts import Group, Text
from openroadmap.views.sources import Cited

_EXPECTED = (
    *("problem", "solution", "expected_results", "lead", "starts_on", "ends_on"),
    *("milestones", "supporting", "values", "policy_areas", "budget"),
)
"""What a reader may look for, and is told of once when it is not recorded."""


def view_texts(
    record: Commitment, names: tuple[str, ...], cited: Cited, words: Translator
) -> tuple[Text, ...]:
    """The long texts that are there, each under its field's name."""
    return tuple(
        cited.text(field_title(Commitment, name, words), text, name)
        for name in names
        if (text := getattr(record, name))
    )


def view_facts(commitment: Commitment, cited: Cited, words: Translator) -> Iterator[Text]:
    """What fits on one line each."""
    for name in ("lead", "sector"):
        if text := getattr(commitment, name):
            yield cited.text(field_title(Commitment, name, words), text, name)
    if commitment.institutions:
        label = field_title(Commitment, "institutions", words)
        yield cited.text(label, ", ".join(commitment.institutions), "institutions")
    period = words_for_period(
        commitment.starts_on, commitment.ends_on, words, commitment.ends_label
    )
    if period:
        label = words.gettext("Period")
        yield cited.text(label, period, "starts_on", "ends_on", "ends_label")
    if commitment.policy_areas:
        areas = ", ".join(terms("policy_area", commitment.policy_areas, words))
        yield cited.text(field_title(Commitment, "policy_areas", words), areas, "policy_areas")
    if commitment.values_named:
        named = ", ".join(terms("value", commitment.values_named, words))
        yield cited.text(field_title(Commitment, "values", words), named, "values_named")
    if commitment.contact:
        contact = commitment.contact
        label = field_title(Commitment, "contact", words)
        yield cited.text(label, contact.title, "contact", url=contact.url or "")


def view_partners(supporting: Supporters | None, words: Translator) -> tuple[Group, ...]:
    if supporting is None:
        return ()
    return tuple(
        Group(field_title(Supporters, name, words), names)
        for name in ("government", "civil_society", "other")
        if (names := getattr(supporting, name))
    )


def view_values(commitment: Commitment, words: Translator) -> tuple[Text, ...]:
    values = commitment.values
    if values is None:
        return ()
    return tuple(
        Text(field_title(Values, name, words), text)
        for name in names_of(Values)
        if (text := getattr(values, name))
    )


def missing_of(commitment: Commitment, words: Translator) -> tuple[str, ...]:
    """Fields left empty, without those that another field answers in part."""
    answered = {
        "values": bool(commitment.values_named),
        "ends_on": bool(commitment.ends_label),
        "supporting": bool(commitment.institutions),
    }
    return absent(commitment, (name for name in _EXPECTED if not answered.get(name)), words)
