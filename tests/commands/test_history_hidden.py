"""Attacks on the history as somebody who may commit would try them, told on the built pages."""

from __future__ import annotations

import os
from datetime import date, timedelta
from pathlib import Path

import pytest
from openroadmap.commands import facts
from openroadmap.commands.build import assemble
from openroadmap.commands.order import Order
from openroadmap.history import compared
from repository import Repository, begin
from riverside import ONE, RECORDS, lay

REPORT = f"{RECORDS}/{ONE}/updates/2026-04-01-news.yml"
VIEW = f"{RECORDS}/{ONE}/views/lab.yml"
LIMITED = """\
date: 2026-04-01
commitment: contracts
completion: limited
text: Half of the contracts are missing.
by:
  organisation: Lab
  sector: civil_society
"""
COMPLETE = LIMITED.replace("limited", "complete")
MARK = "The status was changed on 2 May 2026; it was Limited."
LINE = "View of civil society of 1 April 2026: status was Limited, now Complete"


@pytest.fixture(autouse=True)
def no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")


@pytest.fixture
def repo(tmp_path: Path) -> Repository:
    """The small site of these tests, with a view that came a month later."""
    repo = begin(lay(tmp_path / "site"))
    repo.commit("2026-03-01", {})
    repo.commit("2026-04-02", {VIEW: LIMITED})
    return repo


def page(repo: Repository, today: date, address: str) -> str:
    """The body of a page of the first plan."""
    pages = assemble(Order(repo.folder, today)).pages
    (found,) = (each for each in pages if each.address == f"{ONE}/{address}")
    return str(found.body)


def test_what_was_padded_for_a_while_is_told_as_if_it_had_not_been(
    repo: Repository, today: date
) -> None:
    repo.commit("2026-05-01", {VIEW: f"{LIMITED}{'#' * 300_000}\n"})
    repo.commit("2026-05-02", {VIEW: COMPLETE})
    assert MARK in page(repo, today, "contracts/")
    assert LINE in page(repo, today, "changes/")


def test_what_was_in_another_encoding_for_a_while_names_what_differs_alone(
    repo: Repository, today: date
) -> None:
    (repo.folder / VIEW).write_bytes(LIMITED.encode("utf-16"))
    repo.commit("2026-05-01", {})
    repo.commit("2026-05-02", {VIEW: LIMITED.replace("Half", "None")})
    told = page(repo, today, "changes/")
    assert told.count("View of civil society of 1 April 2026") == 1
    assert "View of civil society of 1 April 2026. “Text”: it now says something else" in told
    assert 'id="records-2026-05-01"' not in told


def test_what_was_not_compared_is_told_and_noted(
    repo: Repository, today: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A flood of edits takes the names of the fields away, and nothing more."""
    story = f"{RECORDS}/{ONE}/commitments/contracts.yml"
    repo.commit("2026-05-02", {VIEW: COMPLETE})
    for day in range(3, 9):
        repo.commit(f"2026-05-0{day}", {story: f"title: Publish contract {day}\n"})
    monkeypatch.setattr(compared, "MOST_PAIRS", 3)
    assert LINE in page(repo, today, "changes/"), "the latest of each file come first"
    monkeypatch.setattr(compared, "MOST_PAIRS", 1)
    told = page(repo, today, "changes/")
    assert LINE in told
    assert [f'id="records-2026-05-0{day}"' in told for day in range(2, 9)] == [True] * 7
    (note,) = (each for each in assemble(Order(repo.folder, today)).findings if each.rule == "D02")
    assert (note.variant, note.level, note.args) == ("too-many", "note", {"count": 6})


@pytest.fixture
def pinned(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock of the machine stands at the day of the pages."""
    monkeypatch.setattr(facts, "latest_day", lambda today: today + timedelta(days=1))


DOUBTFUL = pytest.mark.parametrize("day", ["2030-01-01", "@8900000000 +0000", "@99999999999 +0000"])


@DOUBTFUL
@pytest.mark.usefixtures("pinned")
def test_an_edit_of_a_day_that_cannot_be_right_is_told_today(
    repo: Repository, today: date, day: str
) -> None:
    repo.commit(day, {VIEW: COMPLETE})
    assert MARK.replace("2 May", "23 November") in page(repo, today, "contracts/")
    told = page(repo, today, "changes/")
    assert LINE in told
    assert 'id="records-2026-11-23"' in told
    (note,) = (each for each in assemble(Order(repo.folder, today)).findings if each.rule == "D02")
    assert note.args == {"changes": VIEW, "more": 0}


@DOUBTFUL
@pytest.mark.usefixtures("pinned")
def test_it_is_told_on_the_day_of_the_next_commit_once_there_is_one(
    repo: Repository, today: date, day: str
) -> None:
    """So is what a record says otherwise that came on such a day itself."""
    repo.commit(day, {VIEW: COMPLETE, REPORT: LIMITED})
    repo.commit("2026-05-02", {"README.md": "More.\n"})
    assert MARK in page(repo, today, "contracts/")
    repo.commit("2026-05-03", {REPORT: COMPLETE})
    assert MARK.replace("2 May", "3 May") in page(repo, today, "contracts/")
    told = page(repo, today, "changes/")
    assert LINE in told
    assert LINE.replace("View of civil society", "Progress report") in told
