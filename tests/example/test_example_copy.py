"""A government can copy the example: under a name of its own it checks and builds as it is."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from brackenmouth import FOLDER, ROOT
from openroadmap.commands.check import Checked, check_site
from openroadmap.findings import Level

HOME = "# Our plans\n\nWhat we promised, and what became of it.\n"
MARK = "example: yes\n"
RULE = re.compile(r"[A-Z]\d\d\Z")
"""The code of a rule of records. Those of OGP's requirements have other forms: 5.1, L1.3, CP2."""


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A fresh project that holds nothing but the example, as the records of somebody else."""
    place = tmp_path / "commitments" / "lakeside"
    shutil.copytree(FOLDER, place)
    for file in (place / "member.yml", place / "2025-2027" / "plan.yml"):
        text = file.read_text("utf-8")
        assert MARK in text
        file.write_text(text.replace(MARK, ""), "utf-8")
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "index.md").write_text(HOME, "utf-8")
    settings = (ROOT / "mkdocs.yml").read_text("utf-8").partition("nav:")[0]
    (tmp_path / "mkdocs.yml").write_text(settings, "utf-8")
    return tmp_path


def told(checked: Checked, level: Level) -> list[str]:
    return [
        f"{each.place.file}:{each.place.line} {each.rule} {each.variant}"
        for each in checked.findings
        if each.level is level
    ]


def test_a_copy_under_another_name_has_no_error(copied: Path, today: date) -> None:
    checked = check_site(copied, today)
    assert checked.plans == ("commitments/lakeside/2025-2027",)
    assert told(checked, Level.ERROR) == []


def test_the_rules_find_in_it_only_what_its_readme_says(copied: Path, today: date) -> None:
    checked = check_site(copied, today)
    rules = [(each.rule, each.level) for each in checked.findings if RULE.match(each.rule)]
    assert sorted(rules) == [("C09", Level.NOTE), *[("P04", Level.NOTE)] * 4]


def test_every_file_that_the_readme_names_is_there() -> None:
    plan = FOLDER / "2025-2027"
    words = (plan / "README.md").read_text("utf-8").split("`")[1::2]
    named = [word for word in words if "/" in word and word.endswith((".yml", ".md"))]
    assert len(named) >= 8
    lost = [word for word in named if not any((at / word).is_file() for at in (plan, ROOT))]
    assert lost == []
