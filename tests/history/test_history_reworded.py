"""What was agreed, and which fields of a record were changed, is known without a word of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openroadmap.history import compared, revisions
from openroadmap.model.facts import Told
from repository import CONTRACTS, PLAN, Repository, begin, read

NAMED = "Anna Kowalska"
REPORT = f"{PLAN}/updates/2026-05-03-register.yml"
ONE = f"""\
date: 2026-05-03
title: {NAMED}
commitment: open-contracts
completion: limited
progress: {NAMED}
"""
CHANGE = f"{PLAN}/amendments/later.yml"
AGREED = f"""\
date: 2026-06-22
commitment: open-contracts
kind: modify
agreed:
  - field: milestones.m4.due_on
    says: 2027-03-31
  - field: title
    says: {NAMED}
  - field: supporting.civil_society
    names: [{NAMED}, Budget Watch]
  - field: {NAMED}
    says: 2027-03-31
agreed_by_forum_on: 2026-06-17
reason: {NAMED}
"""


@pytest.fixture
def repo(tmp_path: Path) -> Repository:
    repo = begin(tmp_path / "site")
    repo.commit("2026-01-10", {f"{PLAN}/plan.yml": "title: Plan\n", REPORT: ONE})
    return repo


def changes(repo: Repository, file: str) -> list[tuple[str, Told, str, str, str]]:
    every = read(repo.folder).facts.revised.get(file, ())
    return [
        (each.day.isoformat(), each.told, each.id, each.before, each.after)
        for each in every
        if each.told is not Told.FIELDS
    ]


def fields(repo: Repository, file: str = REPORT) -> list[tuple[str, str]]:
    every = read(repo.folder).facts.revised.get(file, ())
    return [(each.day.isoformat(), each.after) for each in every if each.told is Told.FIELDS]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("2027-03-31\n  - field: title", "2027-06-30\n  - field: title",
         (Told.AGREED, "milestones.m4.due_on", "2027-03-31", "2027-06-30")),
        ("    says: 2027-03-31\n  - field: title", "  - field: title",
         (Told.AGREED, "milestones.m4.due_on", "2027-03-31", "-")),
        ("  - field: milestones.m4.due_on\n    says: 2027-03-31\n", "",
         (Told.AGREED, "milestones.m4.due_on", "2027-03-31", "")),
        ("agreed:\n", "agreed:\n  - field: ends_on\n    says: 2028\n",
         (Told.AGREED, "ends_on", "", "2028")),
        ("date: 2026-06-22", "date: 2026-06-23", (Told.DATE, "", "2026-06-22", "2026-06-23")),
        ("kind: modify", "kind: correct", (Told.KIND, "", "modify", "correct")),
        ("commitment: open-contracts\n", "",
         (Told.COMMITMENT, "", "open-contracts", "-")),
        ("2026-06-17", "2026-07-17", (Told.FORUM, "", "2026-06-17", "2026-07-17")),
    ],
)  # fmt: skip
def test_what_was_agreed_is_told_with_both_sides(
    repo: Repository, old: str, new: str, told: tuple[Told, str, str, str]
) -> None:
    repo.commit("2026-07-10", {CHANGE: AGREED})
    repo.commit("2026-08-10", {CHANGE: AGREED.replace(old, new)})
    assert changes(repo, CHANGE) == [("2026-08-10", *told)]


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        (f"title\n    says: {NAMED}", "title\n    says: Maria Kowalska", "title"),
        (f"[{NAMED}, Budget Watch]", "[Budget Watch]", "supporting.civil_society"),
    ],
)
def test_of_words_that_were_agreed_only_a_digest_is_kept(
    repo: Repository, tmp_path: Path, old: str, new: str, field: str
) -> None:
    repo.commit("2026-07-10", {CHANGE: AGREED})
    repo.commit("2026-08-10", {CHANGE: AGREED.replace(old, new)})
    ((_, told, id, before, after),) = changes(repo, CHANGE)
    assert (told, id) == (Told.AGREED, field)
    assert before[:1] == after[:1] == "#"
    assert len(before) == len(after) == 17
    read(repo.folder, tmp_path / "cache")
    kept = "".join(file.read_text("utf-8") for file in (tmp_path / "cache").iterdir())
    assert "Kowalska" not in kept
    assert "Budget Watch" not in kept


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (f"    says: {NAMED}", f'    says: "{NAMED}"'),
        (f"    says: {NAMED}", "    says: >\n      Anna\n      Kowalska"),
        (f"[{NAMED}, Budget Watch]", f"[Budget Watch, {NAMED}]"),
    ],
)
def test_what_is_laid_out_anew_was_agreed_as_before(
    repo: Repository, old: str, new: str
) -> None:
    repo.commit("2026-07-10", {CHANGE: AGREED})
    repo.commit("2026-08-10", {CHANGE: AGREED.replace(old, new)})
    assert changes(repo, CHANGE) == []


def test_what_was_agreed_is_read_though_very_much_else_was_changed_since(
    repo: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo.commit("2026-07-10", {CHANGE: AGREED})
    repo.commit("2026-08-10", {CHANGE: AGREED.replace("modify", "correct")})
    repo.commit("2026-09-10", {REPORT: ONE.replace("limited", "complete")})
    monkeypatch.setattr(revisions, "MOST_GISTS", 2)
    assert changes(repo, CHANGE) == [("2026-08-10", Told.KIND, "", "modify", "correct")]
    assert changes(repo, REPORT) == []


def test_what_was_agreed_is_read_however_much_else_came_and_went(
    repo: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo.commit("2026-07-10", {CHANGE: AGREED})
    repo.commit("2026-08-10", {CHANGE: AGREED.replace("modify", "correct")})
    others = [f"{PLAN}/amendments/other-{number}.yml" for number in range(5)]
    repo.commit("2026-09-10", dict.fromkeys(others, AGREED))
    repo.commit("2026-09-11", {file: f"{AGREED}# {file}\n" for file in others})
    repo.commit("2026-09-12", {file: AGREED.replace("modify", "correct") for file in others})
    repo.commit("2026-09-13", dict.fromkeys(others))
    monkeypatch.setattr(revisions, "MOST_GISTS", 2)
    monkeypatch.setattr(compared, "MOST_PAIRS", 1)
    assert changes(repo, CHANGE) == [("2026-08-10", Told.KIND, "", "modify", "correct")]


def test_what_was_agreed_at_first_is_read_however_often_it_was_changed(
    repo: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To and fro count once, and the first of very many comes before those in between."""
    later = AGREED.replace("2027-03-31\n  - field: title", "2027-06-30\n  - field: title")
    repo.commit("2026-07-10", {CHANGE: AGREED})
    for day in range(10, 20):
        repo.commit(f"2026-08-{day}", {CHANGE: f"{later}# {day % 3}\n"})
    monkeypatch.setattr(revisions, "MOST_GISTS", 3)
    assert [each[1:] for each in changes(repo, CHANGE)] == [
        (Told.AGREED, "milestones.m4.due_on", "2027-03-31", "2027-06-30")
    ]


def test_the_fields_that_were_changed_are_known_by_their_names(repo: Repository) -> None:
    """Not those that were only laid out anew, nor what is no field."""
    other = ONE.replace(f"progress: {NAMED}", 'progress: "Anna"').replace("limited", "complete")
    repo.commit("2026-02-10", {REPORT: other.replace(f"title: {NAMED}", f'title: "{NAMED}"')})
    repo.commit("2026-03-10", {REPORT: f"{other}evidence: [x]\nanna_kowalska: x\n"})
    assert fields(repo) == [
        ("2026-02-10", "completion progress"),
        ("2026-03-10", "evidence"),
    ]


@pytest.mark.parametrize(
    ("file", "old", "new", "names"),
    [
        (CONTRACTS, "title: A\nlead: B\n", "lead: C\ntitle: A\n", ["lead"]),
        (f"{PLAN}/plan.yml", "title: A\n", "title: A\nends_on: 2027\n", ["ends_on"]),
        (f"{PLAN}/forum.yml", "title: A\n", "title: B\n", []),
        (f"{PLAN}/contributions/a.yml", "title: A\n", "title: B\n", ["title"]),
    ],
)
def test_kinds_that_are_named_tell_their_own_fields(
    repo: Repository, file: str, old: str, new: str, names: list[str]
) -> None:
    repo.commit("2026-02-10", {file: old})
    repo.commit("2026-03-10", {file: new})
    told = [each for day, each in fields(repo, file) if day == "2026-03-10"]
    assert told == names
    assert date(2026, 3, 10) in read(repo.folder).facts.updated[file]


STEPS = "milestones:\n- id: m1\n  completion: limited\n  note: Out\n"
FOUND = "results:\n  open-contracts:\n    completion: limited\n    text: Out\n"
REVIEW = f"{PLAN}/assessments/irm.yml"


@pytest.mark.parametrize(
    ("file", "old", "new", "names"),
    [
        (REPORT, STEPS, STEPS.replace("limited", "complete"), []),
        (REPORT, STEPS, STEPS.replace("limited", "complete").replace("Out", "Open"),
         ["milestones"]),
        (REPORT, STEPS, STEPS.replace("limited", "as ever"), ["milestones"]),
        (REPORT, STEPS.replace("m1", "M 1"),
         STEPS.replace("m1", "M 1").replace("limited", "complete"), ["milestones"]),
        (REPORT, STEPS, STEPS.replace("  completion: limited\n", ""), []),
        (REPORT, STEPS, f"{STEPS}- id: m2\n", ["milestones"]),
        (REVIEW, FOUND, FOUND.replace("limited", "complete"), []),
        (REVIEW, FOUND, FOUND.replace("Out", "Open"), ["results"]),
        (REVIEW, FOUND, "results:\n", ["results"]),
    ],
)  # fmt: skip
def test_a_field_is_not_named_where_its_statuses_alone_were_changed(
    repo: Repository, file: str, old: str, new: str, names: list[str]
) -> None:
    """These are told with both sides; whatever else differs in it is not, and it is named."""
    repo.commit("2026-02-10", {file: f"date: 2026-05-03\n{old}"})
    repo.commit("2026-03-10", {file: f"date: 2026-05-03\n{new}"})
    assert [each for day, each in fields(repo, file) if day == "2026-03-10"] == names
    told = {each[1] for each in changes(repo, file) if each[0] == "2026-03-10"}
    assert told or names, "nothing passes untold"
    assert date(2026, 3, 10) in read(repo.folder).facts.updated[file]
