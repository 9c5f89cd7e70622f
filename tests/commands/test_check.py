"""A check reads everything, tells everything, and can be narrowed to a folder or file."""

from __future__ import annotations

import gc
from datetime import date
from pathlib import Path

import pytest
from openroadmap.commands.check import Checked, check_site
from openroadmap.commands.garbage import no_garbage_collection
from openroadmap.findings import Finding, Level, Place, sort_key
from openroadmap.i18n import translator
from openroadmap.report.report import tell_all
from riverside import ONE, RECORDS, THREE, TWO, lay, put


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return lay(tmp_path / "site")


def test_records_content_and_settings_are_all_checked(site: Path, today: date) -> None:
    put(site, "mkdocs.yml", "site_name: [broken\n")
    put(site, "content/Odd Name.md", "# X\n")
    put(site, f"{RECORDS}/stray.txt", "x")
    put(site, f"{RECORDS}/riverside/member.yml", "name:\n")
    put(site, f"{RECORDS}/{ONE}/commitments/contracts.yml", "title: [broken\n")
    put(site, f"{RECORDS}/{THREE}/commitments/budget.yml", "title: X\nends_on: soon\n")
    files = {f.place.file for f in check_site(site, today).findings if f.level is Level.ERROR}
    assert files == {
        "mkdocs.yml",
        "content/Odd Name.md",
        f"{RECORDS}/stray.txt",
        f"{RECORDS}/riverside/member.yml",
        f"{RECORDS}/{ONE}/commitments/contracts.yml",
        f"{RECORDS}/{THREE}/commitments/budget.yml",
    }


def test_findings_come_in_the_order_of_reading(site: Path, today: date) -> None:
    findings = check_site(site, today).findings
    assert len(findings) > 3
    assert list(findings) == sorted(findings, key=sort_key)


def test_files_and_plans_are_counted(site: Path, today: date) -> None:
    checked = check_site(site, today)
    assert len(checked.files) == 9
    assert sorted(checked.plans) == [f"{RECORDS}/{plan}" for plan in (THREE, ONE, TWO)]


@pytest.mark.parametrize(
    ("inside", "files", "plans"),
    [
        ("", 9, 3),
        (RECORDS, 9, 3),
        (f"{RECORDS}/riverside", 6, 2),
        (f"{RECORDS}/{TWO}", 3, 1),
        (f"{RECORDS}/{TWO}/commitments/trees.yml", 1, 1),
        (f"{RECORDS}/riverside/member.yml", 1, 0),
        ("content", 0, 0),
    ],
)
def test_a_check_can_be_narrowed_to_a_folder_or_file(
    site: Path, today: date, inside: str, files: int, plans: int
) -> None:
    checked = check_site(site, today).within(inside)
    assert (len(checked.files), len(checked.plans)) == (files, plans)
    assert all(f"{f.place.file}/".startswith(inside) for f in checked.findings)


def test_a_folder_is_not_mistaken_for_one_whose_name_goes_on() -> None:
    finding = Finding("C02", Level.WARNING, Place(f"{RECORDS}/a/2024-2026/plan.yml"))
    checked = Checked((finding,), (finding.place.file,), (f"{RECORDS}/a/2024-2026",))
    assert checked.within(f"{RECORDS}/a/2024") == Checked((), (), ())


def test_a_project_without_anything_is_told_where_to_begin(tmp_path: Path, today: date) -> None:
    checked = check_site(tmp_path, today)
    records, settings = tell_all(checked.findings, translator("en"))
    assert (records.finding.rule, checked.files, checked.plans) == ("F07", (), ())
    assert "openroadmap new member" in records.told.fix
    assert (settings.finding.rule, settings.finding.variant) == ("F09", "missing")


@pytest.mark.parametrize("day", [date.min, date(1969, 12, 31), date.max])
def test_no_day_is_too_early_or_too_late(site: Path, day: date) -> None:
    put(
        site,
        f"{RECORDS}/{ONE}/plan.yml",
        "title: X\nstarts_on: 2024\nends_on: 2026\nsubmitted_on: 2024-01-31\n",
    )
    update = "date: 2024-05-01\ncommitment: contracts\n"
    put(site, f"{RECORDS}/{ONE}/updates/2024-05-01-a.yml", update)
    assert check_site(site, day).files


def test_the_collector_of_garbage_rests_during_a_check_and_works_again_after_it() -> None:
    assert gc.isenabled()
    with pytest.raises(RuntimeError), no_garbage_collection():
        assert not gc.isenabled()
        raise RuntimeError
    assert gc.isenabled()


def test_what_was_there_before_is_kept_to_errors() -> None:
    place = Place("commitments/a/2026/plan.yml", 1, 1)
    other = Place("commitments/b/2026/plan.yml", 1, 1)
    found = (
        Finding("C05", Level.ERROR, place),
        Finding("C06", Level.WARNING, place),
        Finding("C06", Level.WARNING, other),
    )
    checked = Checked(found, (), ())
    assert checked.about({other.file}).findings == (found[0], found[2])
