"""publiccode.yml says what catalogues of public code ask for, and agrees with the package."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
# What version 0.7 of the standard makes mandatory.
MANDATORY = (
    *("publiccodeYmlVersion", "name", "url", "platforms", "developmentStatus", "softwareType"),
    *("organisation/uri", "legal/license", "maintenance/type", "maintenance/contacts"),
    *("localisation/localisationReady", "localisation/availableLanguages"),
    *("description/en/shortDescription", "description/en/longDescription"),
    "description/en/features",
)


@pytest.fixture(scope="module")
def entry() -> dict[str, Any]:
    return yaml.safe_load((ROOT / "publiccode.yml").read_text("utf-8"))


@pytest.mark.parametrize("path", MANDATORY)
def test_a_mandatory_field_is_there(entry: dict[str, Any], path: str) -> None:
    value: Any = entry
    for key in path.split("/"):
        value = value[key]
    assert value


def test_descriptions_have_the_length_that_the_standard_asks_for(entry: dict[str, Any]) -> None:
    english = entry["description"]["en"]
    assert len(english["shortDescription"]) <= 150
    assert 150 <= len(english["longDescription"]) <= 10_000


def test_licence_and_package_agree(entry: dict[str, Any]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert entry["legal"]["license"] == project["license"]


def test_nobody_is_named_without_their_consent(entry: dict[str, Any]) -> None:
    assert all(set(contact) == {"name"} for contact in entry["maintenance"]["contacts"])
