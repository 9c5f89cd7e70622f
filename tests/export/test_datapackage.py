"""The data package is accepted by the standard's own validator, which reads every table of it."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package, system, validate
from openroadmap.commands.export import export_data
from openroadmap.views.data.tables import TABLES

DAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def exported(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data of this repository's own site: five real members and an example."""
    folder = tmp_path_factory.mktemp("data")
    assert export_data(root, DAY, folder).errors == ()
    return folder / "data"


def package(folder: Path) -> dict[str, Any]:
    return json.loads((folder / "datapackage.json").read_text("utf-8"))


def check(folder: Path) -> list[str]:
    with system.use_context(trusted=True):
        report = validate(str(folder / "datapackage.json"))
    return report.flatten(["title", "rowNumber", "fieldName", "message"])


def test_the_validator_accepts_it(exported: Path) -> None:
    assert check(exported) == []


def test_the_validator_reads_the_tables(exported: Path) -> None:
    with system.use_context(trusted=True):
        read = Package(str(exported / "datapackage.json"))
        rows = read.get_resource("commitments").read_rows()
    assert len(rows) > 40
    assert {row["example"] for row in rows} == {True, False}
    assert all(row["computed_on"] == DAY for row in rows)


# What is put wrong in a table, what the validator then says of it, and of which field.
BROKEN = (
    ("commitments", b",false,", b",perhaps,", "Type Error", "example"),
    ("milestones", b"brackenmouth-example/2025-2027,brackenmouth-example/2025-2027/",
     b"brackenmouth-example/2025-2027,brackenmouth-example/2025-2027/no-",
     "ForeignKey Error", "commitment"),
    ("updates", b",2026-02-20,2026-02-20,", b",2026-02-20,2026/02/20,", "Type Error", "date_from"),
    ("changes", b'"withdrawn"', b'"forgotten"', "Constraint Error", "change"),
    ("changes", b"2025-2027/ferry-times,", b"2025-2027/no-times,",
     "ForeignKey Error", "commitment"),
)  # fmt: skip


def test_the_validator_is_one_that_can_refuse(exported: Path, tmp_path: Path) -> None:
    """Beside each table that was touched at all, whose size and digest differ."""
    for file in exported.iterdir():
        if file.is_file():
            (tmp_path / file.name).write_bytes(file.read_bytes())
    for table, found, put, _, _ in BROKEN:
        sound = (tmp_path / f"{table}.csv").read_bytes()
        assert found in sound
        (tmp_path / f"{table}.csv").write_bytes(sound.replace(found, put, 1))
    with system.use_context(trusted=True):
        report = validate(str(tmp_path / "datapackage.json"))
    told = {task.name: task.errors for task in report.tasks}
    for table, _, _, title, field in BROKEN:
        assert "Hash Count Error" in {error.title for error in told[table]}
        of_it = [error.message for error in told[table] if error.title == title]
        assert any(f'"{field}"' in message for message in of_it), (table, of_it)


def test_it_says_of_each_table_what_it_is(exported: Path) -> None:
    said = package(exported)
    assert said["version"] == "1.0.0"
    assert said["licenses"] and said["sources"]
    assert [each["name"] for each in said["resources"]] == [table.name for table in TABLES]
    for each in said["resources"]:
        content = (exported / each["path"]).read_bytes()
        assert each["bytes"] == len(content)
        assert each["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        header = content.partition(b"\r\n")[0].decode().split(",")
        assert header == [field["name"] for field in each["schema"]["fields"]]
        assert all(field["description"] for field in each["schema"]["fields"])


def test_examples_are_flagged_and_nothing_else_is(exported: Path) -> None:
    lines = (exported / "members.csv").read_text("utf-8").splitlines()
    flagged = {line.partition(",")[0] for line in lines if ",true," in line}
    assert flagged == {"brackenmouth-example"}
