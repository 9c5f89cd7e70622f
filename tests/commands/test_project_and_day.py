"""Which project a path lies in, and which day a command speaks of."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from openroadmap.commands.clock import as_of
from openroadmap.commands.project import find_project
from riverside import ONE, RECORDS, lay, put


@pytest.mark.parametrize(
    "inside",
    [
        "",
        "content",
        "content/index.md",
        RECORDS,
        f"{RECORDS}/riverside",
        f"{RECORDS}/{ONE}",
        f"{RECORDS}/{ONE}/commitments",
        f"{RECORDS}/{ONE}/commitments/contracts.yml",
    ],
)
@pytest.mark.parametrize("settings", [True, False])
def test_a_project_is_found_from_anywhere_inside(
    tmp_path: Path, inside: str, settings: bool
) -> None:
    root = lay(tmp_path / "site")
    if not settings:
        (root / "mkdocs.yml").unlink()
    found = find_project(root / inside)
    assert (found.root, found.inside) == (root, inside)


def test_a_path_is_taken_as_it_is_meant_from_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = lay(tmp_path / "site")
    monkeypatch.chdir(root / RECORDS / ONE)
    assert find_project(Path()).inside == f"{RECORDS}/{ONE}"
    assert find_project(Path("..")).inside == f"{RECORDS}/riverside"


def test_a_folder_without_anything_is_its_own_project(tmp_path: Path) -> None:
    found = find_project(tmp_path)
    assert (found.root, found.inside) == (tmp_path, "")


@pytest.mark.parametrize(
    ("settings", "url"),
    [
        ("site_url: https://example.org/plans", "https://example.org/plans/"),
        ("site_url: https://example.org/plans/", "https://example.org/plans/"),
        ("site_url: ", ""),
        ("site_url: /plans/", ""),
        ("site_url: [a]", ""),
        ("site_name: X", ""),
        ("site_url: !ENV URL", ""),
        ("- a list", ""),
        ("", ""),
    ],
)
def test_the_sites_address_is_read_from_its_settings_or_not_known(
    tmp_path: Path, settings: str, url: str
) -> None:
    put(tmp_path, "mkdocs.yml", settings + "\n")
    assert find_project(tmp_path).site_url == url


def test_without_settings_the_sites_address_is_not_known(tmp_path: Path) -> None:
    assert find_project(tmp_path).site_url == ""


def test_the_day_that_was_asked_for_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert as_of(date(2026, 11, 23)) == date(2026, 11, 23)


@pytest.mark.parametrize(
    ("epoch", "day"),
    [
        ("0", date(1970, 1, 1)),
        ("1795392000", date(2026, 11, 23)),
        ("1795478399", date(2026, 11, 23)),
        ("1795478400", date(2026, 11, 24)),
    ],
)
def test_a_reproducible_build_has_its_own_day_in_every_time_zone(
    monkeypatch: pytest.MonkeyPatch, epoch: str, day: date
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    assert as_of(None) == day


@pytest.mark.parametrize(
    "epoch", ["yesterday", "-1", "1.5", " 1", "1_000", "١٢", "9" * 12, "9" * 5_000, "2026-11-23"]
)
def test_a_day_that_is_no_number_of_seconds_is_refused(
    monkeypatch: pytest.MonkeyPatch, epoch: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(ValueError, match=r".*"):
        as_of(None)


def test_otherwise_it_is_today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "")
    before = datetime.now(UTC).date()
    assert before <= as_of(None) <= datetime.now(UTC).date()
