"""A build, a check and an assessment know what git proves, and read it once."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openroadmap.commands import produce
from openroadmap.commands.build import assemble
from openroadmap.commands.check import check_site
from openroadmap.commands.clock import latest_day
from openroadmap.commands.facts import history_of, key_of
from openroadmap.commands.order import Order
from openroadmap.commands.stored import bytes_of
from openroadmap.findings import Level
from openroadmap.model.facts import NO_FACTS, GitFacts, Gone, History, Revision, Told
from riverside import ONE, RECORDS, THREE, TWO, lay, put

CONTRACTS = f"{RECORDS}/{ONE}/commitments/contracts.yml"


def git(root: Path, *words: str, day: str = "2026-03-01") -> None:
    moment = {f"GIT_{who}_DATE": f"{day}T12:00:00Z" for who in ("AUTHOR", "COMMITTER")}
    name = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgSign=false"]
    subprocess.run(["git", *name, *words], cwd=root, env={**os.environ, **moment}, check=True)


def commit(root: Path, day: str) -> None:
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message=x", "--allow-empty", day=day)


@pytest.fixture(autouse=True)
def no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")


@pytest.fixture
def order(tmp_path: Path, today: date) -> Order:
    """The small site of these tests, committed on one day."""
    root = lay(tmp_path / "site")
    git(root, "init", "--quiet")
    commit(root, "2026-03-01")
    return Order(root, today, cache=tmp_path / "cache")


@pytest.fixture
def plans_made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    seen: list[str] = []
    make: Callable[..., object] = produce.plan

    def wrapped(files: object, around: object, order: Order) -> object:
        assert order.facts.history is History.FULL
        seen.append(f"{around.id}/{files.id}")  # type: ignore[attr-defined]
        return make(files, around, order)

    monkeypatch.setattr(produce, "plan", wrapped)
    return seen


def test_a_commit_elsewhere_leaves_every_plan_as_it_was(
    order: Order, plans_made: list[str]
) -> None:
    assemble(order)
    assert sorted(plans_made) == sorted([ONE, TWO, THREE])
    plans_made.clear()
    (order.root / "README.md").write_text("More.\n", "utf-8")
    commit(order.root, "2026-04-01")
    assemble(order)
    assert plans_made == []


def test_a_commit_that_brings_a_file_in_concerns_its_plan_alone(
    order: Order, plans_made: list[str]
) -> None:
    put(order.root, f"{RECORDS}/{ONE}/updates/2026-04-01-news.yml", "date: 2026-04-01\n")
    assemble(order)
    plans_made.clear()
    commit(order.root, "2026-04-02")
    assemble(order)
    assert plans_made == [ONE]


def changes_of(order: Order) -> str:
    return page_of(order, "changes/")


def page_of(order: Order, address: str) -> str:
    """The body of a page of the first plan."""
    (page,) = (each for each in assemble(order).pages if each.address == f"{ONE}/{address}")
    return str(page.body)


def test_a_report_that_is_deleted_is_told_by_a_build_that_kept_the_rest(
    order: Order, plans_made: list[str]
) -> None:
    report = f"{RECORDS}/{ONE}/updates/2026-04-01-news.yml"
    put(order.root, report, "date: 2026-04-01\ncommitment: contracts\ncompletion: limited\n")
    commit(order.root, "2026-04-02")
    assert "removed" not in changes_of(order)
    plans_made.clear()
    (order.root / report).unlink()
    commit(order.root, "2026-05-02")
    told = changes_of(order)
    assert plans_made == [ONE]
    assert "Removed: Progress report of 1 April 2026" in told
    assert "This record was removed on 2 May 2026." in told
    assert 'id="report-2026-04-01-news"' in told


def test_what_became_of_a_report_stands_at_its_commitment_and_in_the_data(order: Order) -> None:
    """A status written anew, a view deleted: told there too, by a build that kept the rest."""
    folder = f"{RECORDS}/{ONE}"
    report, view = f"{folder}/updates/2026-04-01-news.yml", f"{folder}/views/lab.yml"
    said = "date: 2026-04-01\ncommitment: contracts\ncompletion: "
    put(order.root, report, f"{said}limited\n")
    lab = "by:\n  organisation: Lab\n  sector: civil_society\n"
    put(order.root, view, f"{said}not_started\n{lab}")
    commit(order.root, "2026-04-02")
    assert "or-later" not in page_of(order, "contracts/")
    put(order.root, report, f"{said}substantial\n")
    (order.root / view).unlink()
    commit(order.root, "2026-05-02")
    page, day = page_of(order, "contracts/"), "changes/#records-2026-05-02"
    assert page.count("The status was changed on 2 May 2026; it was Limited.") == 3
    removed = "Removed from the records: 1 view of civil society."
    assert removed in page
    assert removed in page_of(order, "")
    assert f'href="../../../{ONE}/{day}"' in page
    assert 'id="records-2026-05-02"' in changes_of(order)
    text = dict(assemble(order).files)[f"{ONE}/contracts/index.json"]
    told = json.loads(bytes_of(text))["record_history"]
    assert [(each["what"], each["kind"], each["day"], each["before"]) for each in told] == [
        ("status", "update", "2026-05-02", "limited"),
        ("removed", "view", "2026-05-02", "not_started"),
    ]


def test_a_story_and_a_translation_are_told_by_a_build_that_kept_the_rest(
    order: Order, plans_made: list[str]
) -> None:
    texts = f"{RECORDS}/{ONE}/commitments/contracts"
    put(order.root, f"{texts}.md", "It began in a library.\n")
    put(order.root, f"{texts}.fr.yml", "title: Publier les marchés\n")
    commit(order.root, "2026-04-02")
    assert "was changed on" not in page_of(order, "contracts/")
    plans_made.clear()
    (order.root / f"{texts}.md").unlink()
    put(order.root, f"{texts}.fr.yml", "title: Publier peu de marchés\n")
    commit(order.root, "2026-05-02")
    page, told = page_of(order, "contracts/"), changes_of(order)
    assert plans_made == [ONE]
    assert "The longer story was removed on 2 May 2026." in page
    assert "The text in French was changed on 2 May 2026." in page
    assert "Removed: Longer story (Commitment)" in told
    assert "Changed: Commitment (Text in French)" in told


def adopted(order: Order, place: str) -> None:
    """Lay a baseline down; what it says is of no matter here."""
    put(order.root, f"{RECORDS}/{place}/baseline.yml", "frozen_on: 2026-03-01\n")
    commit(order.root, "2026-03-02")


def pages_of(order: Order) -> dict[str, str]:
    return {each.address: str(each.body) for each in assemble(order).pages}


def test_a_plan_that_is_removed_is_told_by_a_build_that_kept_the_rest(
    order: Order, plans_made: list[str]
) -> None:
    before = pages_of(order)
    assert "removed" not in before["hilltown/"] + before["changes/"] + before[""]
    plans_made.clear()
    shutil.rmtree(order.root / RECORDS / THREE)
    commit(order.root, "2026-05-02")
    told = pages_of(order)
    assert plans_made == []
    assert "0 action plans (1 more was removed)" in told["hilltown/"]
    assert "The record of one plan, 2025, was removed on 2 May 2026." in told["hilltown/"]
    assert "No action plan is recorded yet." not in told["hilltown/"]
    assert "1 more was removed" in told[""]
    assert "Plan removed" in told["changes/"]
    assert "hilltown: 2025" in told["changes/"]
    assert "1 plan removed" in told["changes/2026/"]
    assert "Only plan" not in told["changes/"] + told["changes/2026/"], "its words are gone"
    feed = dict(assemble(order).read().files)["feed.xml"].decode()
    assert "Plan removed: 2025" in feed
    assert "lost/hilltown/2025" in feed
    assert not [each for each in assemble(order).findings if each.rule == "C20"], "never adopted"


@pytest.mark.parametrize(
    ("removed", "place"), [(THREE, "hilltown/member.yml"), ("hilltown", "")], ids=["plan", "member"]
)
def test_an_adopted_plan_that_is_removed_stops_a_build_and_a_check(
    order: Order, removed: str, place: str
) -> None:
    adopted(order, THREE)
    shutil.rmtree(order.root / RECORDS / removed)
    commit(order.root, "2026-05-02")
    (found,) = (each for each in assemble(order).findings if each.rule == "C20")
    assert (found.variant, found.level) == ("plan-removed", Level.ERROR)
    assert found.place.file == f"{RECORDS}/{place}".rstrip("/")
    told = check(order.root)
    assert "error   C20" in told
    assert "git restore --source a1b2c3d~ -- commitments/hilltown/2025" in told
    assert "hilltown: 2025" in pages_of(order)["changes/"]
    git(order.root, "restore", "--source", "HEAD~", "--", f"{RECORDS}/{removed}")
    assert "plan-removed" not in {each.variant for each in assemble(order).findings}
    assert "whole folder" not in check(order.root)


def test_a_check_knows_the_page_of_the_year_in_which_a_plan_was_removed(order: Order) -> None:
    shutil.rmtree(order.root / RECORDS / "hilltown")
    commit(order.root, "2026-05-02")
    history = history_of(order.root, order.today)
    checked = check_site(order.root, order.today, history=history)
    assert {each.address for each in checked.pages} == set(pages_of(order))


def test_a_record_that_came_late_is_noted_by_a_build(order: Order) -> None:
    timeline = f"{RECORDS}/{ONE}/cocreation/timeline.yml"
    put(order.root, f"{RECORDS}/{ONE}/plan.yml", "title: First plan\nkept_by: government\n")
    put(order.root, timeline, "published_on: 2026-03-02\n")
    commit(order.root, "2026-06-01")
    found = [each for each in assemble(order).findings if each.rule == "C18"]
    assert [each.place.file for each in found] == [timeline]
    assert found[0].args["recorded_on"] == "2026-06-01"


def check(root: Path, *options: str) -> str:
    words = [sys.executable, "-m", "openroadmap.cli", "check", "--as-of", "2026-11-23", *options]
    return subprocess.run(words, cwd=root, capture_output=True, text=True, check=False).stdout


def test_a_check_of_a_shallow_clone_says_how_to_get_the_rest(order: Order, tmp_path: Path) -> None:
    commit(order.root, "2026-04-01")
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{order.root}", "copy")
    told = check(tmp_path / "copy")
    assert "warning D02" in told
    assert "fetch-depth: 0" in told
    assert "D02" not in check(order.root)
    assert not (order.root / ".cache").exists(), "a check keeps nothing where no build did"


def test_a_check_of_one_file_says_nothing_of_the_history(tmp_path: Path) -> None:
    root = lay(tmp_path / "site")
    assert "note    D02" in check(root)
    assert "D02" not in check(root, CONTRACTS)


def test_an_assessment_without_the_history_says_so_beside_its_output(
    order: Order, tmp_path: Path
) -> None:
    commit(order.root, "2026-04-01")
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{order.root}", "copy")
    words = [sys.executable, "-m", "openroadmap.cli", "standards", "--format", "json"]
    told = subprocess.run(words, cwd=tmp_path / "copy", capture_output=True, text=True)
    assert "fetch-depth: 0" in told.stderr
    assert "fetch-depth" not in told.stdout


def test_what_git_says_of_other_files_is_no_part_of_a_key() -> None:
    day = date(2026, 3, 1)
    facts = GitFacts(History.FULL, {"a.yml": day, "b.yml": day}, {"a.yml": (day,)})
    other = GitFacts(History.FULL, {"a.yml": day}, {"a.yml": (day,), "b.yml": (day,)})
    assert key_of(facts, "m/p", ["a.yml"]) == key_of(other, "m/p", ["a.yml"])
    assert key_of(facts, "m/p", ["b.yml"]) != key_of(other, "m/p", ["b.yml"])
    assert key_of(NO_FACTS, "m/p", ["a.yml"]) != key_of(GitFacts(History.FULL), "m/p", ["a.yml"])


def test_what_is_gone_from_a_plan_or_was_changed_in_it_is_part_of_its_key_alone() -> None:
    day = date(2026, 3, 1)
    nothing, gone = GitFacts(History.FULL), Gone("m/p/x.yml", "update", "x", day, day)
    revised = {"a.yml": (Revision(day, Told.STATUS, "", "limited", "complete"),)}
    for facts in (
        GitFacts(History.FULL, gone={"m/p": (gone,)}),
        GitFacts(History.FULL, gone={"m/p": (replace(gone, code="limited"),)}),
        GitFacts(History.FULL, revised=revised),
    ):
        assert key_of(facts, "m/p", ["a.yml"]) != key_of(nothing, "m/p", ["a.yml"])
        assert key_of(facts, "m/q", ["b.yml"]) == key_of(nothing, "m/q", ["b.yml"])


def test_the_last_day_anything_can_have_happened_is_never_before_the_day_spoken_of(
    today: date,
) -> None:
    assert latest_day(date(2020, 1, 1)) > date(2020, 1, 1)
    assert latest_day(date(2199, 1, 1)) == date(2199, 1, 2)


def test_this_project_has_a_history_to_read(root: Path, today: date) -> None:
    """Or says why not: a copy without one is a note, a build service's a warning."""
    reading = history_of(root, today)
    assert reading.facts.published or reading.findings
