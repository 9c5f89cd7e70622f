"""The example uses what there is to use: every kind of record, and every field of each."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest
from brackenmouth import files, plan, records
from openroadmap.model.fields import Record
from openroadmap.model.kinds import KINDS, Kind
from openroadmap.model.table import table
from openroadmap.model.vocabulary import vocabulary

LEFT_OUT = {
    # It is told by roles and organisations, and not by persons.
    "party.name": "a person",
    "endorsement.name": "a person",
    # The government keeps its own records, so nobody transcribed what a source leaves open.
    "plan.keeper": "kept by others",
    "commitment.institutions": "kept by others",
    "frozen.institutions": "kept by others",
    "commitment.values_named": "kept by others",
    # It is one plan, of two years, and brings no files of its own.
    "plan.previous_plan": "a second plan",
    "plan.refresh_on": "a plan of four years",
    "forumrules.path": "a file of its own",
    "minutes.path": "a file of its own",
    # It was frozen before there were seals, and a file that is frozen is never changed.
    "baseline.seal": "frozen before there were seals",
    # It was frozen before anything was withdrawn.
    "frozen.withdrawn_on": "withdrawn before adoption",
    # Judgements of the Independent Reporting Mechanism, which does not assess local plans, and
    # codes that it gave before 2020.
    "process.acted_contrary_to_process": "a national plan",
    "result.potential_impact": "before 2020",
    "result.opened_government": "before 2020",
    "result.starred": "before 2020",
    "totals.transformative": "before 2020",
    "totals.potentially_starred": "before 2020",
    "totals.starred": "before 2020",
    "totals.opened_major": "before 2020",
    "totals.opened_outstanding": "before 2020",
}
"""Fields that the example does not use, each with what it would need."""


def names_of(model: type[Record]) -> Iterator[str]:
    """Every field of a model and of its parts, as "part.field"."""
    for name, field in table(model).items():
        yield f"{model.__name__.lower()}.{name}"
        if field.model is not None:
            yield from names_of(field.model)


def used_in(record: Record) -> Iterator[str]:
    """The fields that a record fills, however deep."""
    for name, field in table(type(record)).items():
        value = getattr(record, name)
        if value in (None, (), {}):
            continue
        yield f"{type(record).__name__.lower()}.{name}"
        if field.model is not None:
            parts = value.values() if field.many == "mapping" else value if field.many else (value,)
            for part in parts:
                yield from used_in(part)


@cache
def used() -> frozenset[str]:
    return frozenset(name for _, record in records() for name in used_in(record))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_kind_of_record_is_there(kind: Kind) -> None:
    assert kind.name in {name for name, _ in records()}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_field_of_a_kind_is_used_or_said_to_be_left_out(kind: Kind) -> None:
    unused = set(names_of(kind.model)) - used() - set(LEFT_OUT)
    assert not unused, "use it in the example, or say here why not"


def test_what_is_said_to_be_left_out_is_a_field_and_is_left_out() -> None:
    known = {name for kind in KINDS for name in names_of(kind.model)}
    assert set(LEFT_OUT) <= known
    assert not set(LEFT_OUT) & used()


def test_every_decision_is_given_and_every_one_has_its_reason() -> None:
    answers = [each for each in plan().responses if not each.covers_all]
    assert {each.decision for each in answers} == set(vocabulary("decision").terms)
    assert all(each.reason for each in answers if each.decision != "accepted")
    assert any(each.covers_all for each in plan().responses)


def test_every_step_of_completion_is_reported_at_some_time() -> None:
    told = {each.completion for each in plan().updates if each.completion}
    assert told == set(vocabulary("completion").terms)


def test_meetings_of_every_kind_and_state_are_there() -> None:
    states = {each.status for each in plan().meetings}
    kinds = {each.kind for each in plan().meetings}
    assert states == set(vocabulary("meeting_status").terms)
    assert kinds == set(vocabulary("meeting_kind").terms)


def test_dates_of_every_exactness_are_due() -> None:
    due = {each.due_on.precision for one in plan().commitments for each in one.milestones
           if each.due_on}  # fmt: skip
    assert len(due) == 4


def test_civil_society_agrees_and_disagrees() -> None:
    agreed = {each.agrees for each in plan().attestations}
    assert agreed == {True, False}


def test_one_commitment_tells_its_story_in_two_languages() -> None:
    assert "flood-warnings" in plan().stories
    assert plan().texts["story", "flood-warnings", "fr"]
    assert plan().texts["commitment", "flood-warnings", "fr"]


def test_nobody_is_named() -> None:
    """Organisations and roles speak; contributors without consent stay unnamed."""
    unnamed = [each for each in plan().contributions if not each.contributor]
    assert unnamed
    assert not any(each.consent_to_publish for each in unnamed)


def test_every_address_is_one_that_is_kept_for_examples() -> None:
    text = "\n".join(
        raw.raw.decode("utf-8") for raw in (*files().files, *files().plans[0].files)
    )
    addresses = text.split("http")[1:]
    assert addresses
    assert all(each.startswith("s://example.org/") for each in addresses)
