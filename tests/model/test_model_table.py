"""The table of fields is complete, has words for everything, and agrees with the models."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from openroadmap.model.fields import Record, form_of
from openroadmap.model.kinds import KIND, KINDS
from openroadmap.model.table import Field, model_at, table
from openroadmap.model.vocabulary import vocabularies

FORMS = {
    "line", "prose", "name", "date", "whole", "yes_no", "id", "url", "code", "record",
}  # fmt: skip


def models() -> dict[str, type[Record]]:
    """Every model of a record or of a part of one."""
    found: dict[str, type[Record]] = {}

    def take(model: type[Record]) -> None:
        found[model.__name__] = model
        for field in table(model).values():
            if field.model is not None:
                take(field.model)

    for kind in KINDS:
        take(kind.model)
    return found


MODELS = models()
each_model = pytest.mark.parametrize("model", MODELS.values(), ids=MODELS)


def every_field() -> Iterator[tuple[str, Field]]:
    for name, model in MODELS.items():
        yield from ((f"{name}.{field.name}", field) for field in table(model).values())


def test_every_field_says_what_it_is_in_words_for_people() -> None:
    for name, field in every_field():
        assert field.title[:1].isupper(), name
        assert field.description.endswith((".", ")")), name
        assert field.form in FORMS, name


def test_a_code_names_its_list_and_a_part_its_model_and_nothing_else_does() -> None:
    for name, field in every_field():
        assert (field.form == "code") == (field.vocabulary in vocabularies()), name
        assert (field.form == "record") == (field.model is not None), name


def test_only_texts_are_translated() -> None:
    for name, field in every_field():
        assert field.translatable == (field.form in ("line", "prose")), name


@each_model
def test_a_model_says_in_a_sentence_what_it_is(model: type[Record]) -> None:
    assert model.__doc__
    assert model.__doc__.strip().endswith(".")


@each_model
def test_the_table_says_what_pydantic_says(model: type[Record]) -> None:
    schema = form_of(model).json_schema()
    fields = table(model)
    assert list(schema["properties"]) == list(fields)
    assert set(schema.get("required", ())) == {f.name for f in fields.values() if f.required}
    for name, field in fields.items():
        entry = schema["properties"][name]
        assert entry["title"] == field.title
        branches = entry.get("anyOf", [entry])
        holds = {"list": "array", "mapping": "object"}.get(field.many)
        if holds:
            assert holds in {branch.get("type") for branch in branches}, name


@each_model
def test_an_example_is_one_that_the_field_accepts(model: type[Record]) -> None:
    for name, field in table(model).items():
        if field.example is None:
            continue
        example = field.example if isinstance(field.example, list) else str(field.example)
        if field.many and not isinstance(example, list):
            example = [example]
        form_of(model).validator.validate_assignment(model.trusted(), name, example)


def test_every_kind_knows_where_its_records_lie_and_no_two_share_a_place() -> None:
    places = [(kind.folder, kind.file) for kind in KINDS]
    assert len(set(places)) == len(places)
    assert all(kind.folder or kind.file for kind in KINDS)
    assert list(KIND) == [kind.name for kind in KINDS]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_kind_has_a_model_of_its_name_with_an_id(kind: object) -> None:
    model = kind.model
    assert model.__name__.lower() == kind.name
    assert next(iter(table(model))) == "id"


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ((), "Commitment"),
        (("values",), "Values"),
        (("milestones",), "Milestone"),
        (("milestones", 2), "Milestone"),
        (("supporting",), "Supporters"),
        (("title",), None),
        (("nonsense",), None),
        (("nonsense", "more", 0), None),
        (("milestones", 0, "nonsense"), None),
    ],
)
def test_a_data_path_leads_to_the_model_of_the_part(
    path: tuple[str | int, ...], name: str | None
) -> None:
    found = model_at(KIND["commitment"].model, path)
    assert (found.__name__ if found else None) == name


def test_a_path_through_a_mapping_passes_over_its_key() -> None:
    found = model_at(KIND["assessment"].model, ("results", "open-contracts"))
    assert found is not None
    assert found.__name__ == "Result"
