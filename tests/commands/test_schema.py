"""The schemas for editors follow the models and accept what the reader accepts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft7Validator
from openroadmap.commands.schema import editor_settings, schemas

ROOT = Path(__file__).parents[2]
VSCODE = ROOT / ".vscode"
EVERY = schemas()
OUTPUTS = {
    *("findings.schema.json", "standards.schema.json"),
    *("commitment-document.schema.json", "plan-document.schema.json"),
}
"""Schemas of what commands say and builds publish, not of records."""


@pytest.mark.parametrize("name", sorted(EVERY))
def test_every_schema_is_valid_draft_07(name: str) -> None:
    Draft7Validator.check_schema(EVERY[name])


def test_the_schemas_in_the_repository_are_fresh() -> None:
    files = (VSCODE / "schemas").iterdir()
    stored = {path.name: json.loads(path.read_text("utf-8")) for path in files}
    assert stored == json.loads(json.dumps(EVERY)), "run: openroadmap schema .vscode/schemas"


def test_the_editor_settings_bind_every_schema_of_a_record() -> None:
    settings = json.loads((VSCODE / "settings.json").read_text("utf-8"))
    assert settings == editor_settings("./.vscode/schemas")
    bound = {Path(path).name for path in settings["yaml.schemas"]}
    assert bound == set(EVERY) - OUTPUTS


@pytest.mark.parametrize(
    ("record", "fits"),
    [
        ({"title": "Publish"}, True),
        ({"title": 2017, "starts_on": 2017}, True),  # an editor reads these as numbers; we do not
        ({"title": "Publish", "ends_on": "2027-Q3"}, True),
        ({"title": "Publish", "ends_on": "winter 2027"}, False),
        ({"title": "Publish", "policy_areas": ["no-such-area"]}, True),  # an open list
        ({"title": "Publish", "values_named": ["speed"]}, False),  # a closed one
        ({"title": "Publish", "status": "complete"}, False),
        ({"problem": "No title"}, False),
    ],
)
def test_the_commitment_schema_says_what_the_reader_says(record: dict, fits: bool) -> None:
    validator = Draft7Validator(EVERY["commitment.schema.json"])
    assert validator.is_valid(record) is fits


def test_a_translation_may_hold_texts_and_nothing_else() -> None:
    validator = Draft7Validator(EVERY["commitment.translation.schema.json"])
    assert validator.is_valid({"title": "Publier", "milestones": {"m1": {"title": "Étape"}}})
    assert not validator.is_valid({"starts_on": "2027"})
    assert not validator.is_valid({"milestones": {"m1": {"due_on": "2027"}}})


def test_every_property_has_a_title_and_a_description() -> None:
    for name, schema in EVERY.items():
        if name.endswith(".translation.schema.json") or name in OUTPUTS:
            continue
        for part in (schema, *schema["definitions"].values()):
            for key, entry in part["properties"].items():
                assert entry.get("title"), f"{name}: {key}"
                assert entry.get("description"), f"{name}: {key}"
