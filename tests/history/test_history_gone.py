"""A record that is gone is known by its days and by what it was, and by none of its words."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from openroadmap.history import revisions
from openroadmap.history.read_gist import GISTED, gist_of
from openroadmap.model.facts import OWN_WORDS, Gone, Told
from openroadmap.model.kinds import KINDS, record_at, record_file
from repository import CONTRACTS, LATEST, PLAN, Repository, begin, read

REPORT = f"{PLAN}/updates/2026-05-03-register.yml"
NAMED = "Anna Kowalska"
ONE = f"""\
date: 2026-05-03
title: {NAMED}
commitment: open-contracts
completion: limited
progress: {NAMED}
milestones:
  - id: m1
    completion: not_started
    note: {NAMED}
"""
TWO = ONE.replace("completion: limited", "completion: complete")
WHOLE = {f"{PLAN}/plan.yml": "title: Plan\n", CONTRACTS: "title: Publish every contract\n"}
JANUARY, FEBRUARY, MARCH = date(2026, 1, 10), date(2026, 2, 10), date(2026, 3, 10)


@pytest.fixture
def repo(tmp_path: Path) -> Repository:
    repo = begin(tmp_path / "site")
    repo.commit("2026-01-10", {**WHOLE, REPORT: ONE})
    return repo


def lost(repo: Repository, folder: str = PLAN) -> tuple[Gone, ...]:
    return read(repo.folder).facts.gone.get(folder, ())


def changes(repo: Repository, file: str = REPORT) -> list[tuple[str, Told, str, str, str]]:
    every = read(repo.folder).facts.revised.get(file, ())
    return [
        (each.day.isoformat(), each.told, each.id, each.before, each.after)
        for each in every
        if each.told is not Told.FIELDS
    ]


# What is gone


def test_a_record_that_is_gone_is_known_by_its_days_and_what_it_was(repo: Repository) -> None:
    repo.commit("2026-02-10", {REPORT: TWO})
    repo.commit("2026-03-10", {REPORT: None})
    (gone,) = lost(repo)
    assert (gone.file, gone.kind, gone.id) == (REPORT, "update", "2026-05-03-register")
    assert (gone.first, gone.changed, gone.last) == (JANUARY, (FEBRUARY,), MARCH)
    assert gone.dated
    assert (gone.dated.text, gone.commitments, gone.code) == (
        "2026-05-03", ("open-contracts",), "complete",
    )  # fmt: skip


def test_none_of_its_words_is_kept(repo: Repository, tmp_path: Path) -> None:
    repo.commit("2026-02-10", {REPORT: TWO})
    repo.commit("2026-03-10", {REPORT: None})
    cache = tmp_path / "cache"
    facts = read(repo.folder, cache).facts
    told = repr(facts) + "".join(file.read_text("utf-8") for file in cache.iterdir())
    assert not [word for word in NAMED.split() if word in told]
    assert read(repo.folder, cache).facts == facts, "also from what is kept"


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.name not in ("member", "plan")])
def test_every_kind_of_record_is_told(repo: Repository, kind: Any) -> None:
    file = record_file("riverside", "2026-2027", kind.name, "some-record")
    assert record_at(file) == (PLAN, kind.name, kind.file.removesuffix(".yml") or "some-record")
    repo.commit("2026-02-10", {file: "date: 2026-01-01\n"})
    assert lost(repo) == ()
    repo.commit("2026-03-10", {file: None})
    assert [(each.file, each.last) for each in lost(repo)] == [(file, MARCH)]


def test_translations_stories_and_what_is_no_record_are_not_told(repo: Repository) -> None:
    others = (
        f"{PLAN}/commitments/open-contracts.fr.yml",
        f"{PLAN}/commitments/open-contracts.md",
        f"{PLAN}/updates/Not An Id.yml",
        f"{PLAN}/other.yml",
        "commitments/riverside/member.yml",
    )
    repo.commit("2026-02-10", dict.fromkeys(others, "x: y\n"))
    repo.commit("2026-03-10", dict.fromkeys(others, None))
    assert read(repo.folder).facts.gone == {}


def test_what_came_back_is_not_gone(repo: Repository) -> None:
    repo.commit("2026-02-10", {REPORT: None})
    repo.commit("2026-03-10", {REPORT: TWO})
    assert lost(repo) == ()
    assert changes(repo) == [("2026-03-10", Told.STATUS, "", "limited", "complete")]


def test_what_went_a_second_time_went_on_the_second_day(repo: Repository) -> None:
    repo.commit("2026-02-10", {REPORT: None})
    repo.commit("2026-03-10", {REPORT: ONE})
    repo.commit("2026-04-10", {REPORT: None})
    assert [(each.first, each.last) for each in lost(repo)] == [(JANUARY, date(2026, 4, 10))]


def test_what_was_only_renamed_is_not_gone(repo: Repository) -> None:
    repo.move("2026-02-10", REPORT, f"{PLAN}/updates/2026-05-03-other.yml")
    assert lost(repo) == ()


def test_nothing_is_gone_from_a_plan_whose_folder_moved(repo: Repository) -> None:
    repo.move("2026-02-10", PLAN, "commitments/riverside/2026")
    assert read(repo.folder).facts.gone == {}


def test_what_was_gone_before_its_plan_moved_is_gone_from_where_the_plan_lies(
    repo: Repository,
) -> None:
    repo.commit("2026-02-10", {REPORT: None})
    repo.move("2026-03-10", PLAN, "commitments/riverside/2026")
    assert lost(repo) == ()
    (gone,) = lost(repo, "commitments/riverside/2026")
    assert gone.file == "commitments/riverside/2026/updates/2026-05-03-register.yml"
    assert gone.last == FEBRUARY


def test_what_moved_to_another_plan_is_gone_from_the_first(repo: Repository) -> None:
    """Otherwise a report could be hidden in a plan that nobody reads."""
    other = "commitments/riverside/2020"
    repo.commit("2026-02-01", {f"{other}/plan.yml": "title: Old\n"})
    repo.move("2026-02-10", REPORT, f"{other}/updates/2026-05-03-register.yml")
    assert [(each.file, each.last) for each in lost(repo)] == [(REPORT, FEBRUARY)]
    assert lost(repo, other) == ()


def test_a_record_whose_name_another_took_is_gone(repo: Repository) -> None:
    other = f"{PLAN}/updates/2026-06-01-better.yml"
    repo.commit("2026-02-01", {other: "date: 2026-06-01\n"})
    repo.commit("2026-02-10", {REPORT: None})
    repo.move("2026-03-10", other, REPORT)
    assert [(each.file, each.last) for each in lost(repo)] == [(REPORT, FEBRUARY)]


def test_a_plan_whose_folder_was_removed_is_gone_with_all_its_records(repo: Repository) -> None:
    repo.commit("2026-02-10", dict.fromkeys((*WHOLE, REPORT)))
    repo.commit("2026-03-10", {"commitments/riverside/2020/plan.yml": "title: Other\n"})
    facts = read(repo.folder).facts
    assert facts.gone.keys() == {PLAN}
    assert {each.kind for each in facts.gone[PLAN]} == {"plan", "commitment", "update"}


def test_of_a_day_that_cannot_be_trusted_nothing_is_said(repo: Repository) -> None:
    repo.commit("2099-02-10", {REPORT: None})
    (gone,) = lost(repo)
    assert (gone.first, gone.last) == (JANUARY, None)
    assert gone.last is None, f"later than {LATEST}"


@pytest.mark.parametrize("broken", ["", "- [\n", "\x00", "date: soon\n", "x" * 300_000])
def test_what_was_spoilt_before_it_went_is_known_by_what_it_was_before(
    repo: Repository, broken: str
) -> None:
    repo.commit("2026-02-10", {REPORT: broken})
    assert lost(repo) == ()
    repo.commit("2026-03-10", {REPORT: None})
    (gone,) = lost(repo)
    assert gone.dated
    assert (gone.dated.text, gone.commitments) == ("2026-05-03", ("open-contracts",))


def test_of_very_many_the_latest_are_looked_at_and_all_are_known(
    repo: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(revisions, "MOST_GISTS", 2)
    files = {f"{PLAN}/updates/report-{n}.yml": f"date: 2026-01-0{n}\n" for n in range(1, 6)}
    repo.commit("2026-02-01", files)
    for n, file in enumerate(files):
        repo.commit(f"2026-03-0{n + 1}", {file: None})
    assert [bool(each.dated) for each in lost(repo)] == [False, False, False, True, True]


def test_a_part_of_a_history_says_nothing_of_what_is_gone(repo: Repository, tmp_path: Path) -> None:
    repo.commit("2026-02-10", {REPORT: None})
    repo.git("clone", "--quiet", "--depth=1", f"file://{repo.folder}", str(tmp_path / "copy"))
    facts = read(tmp_path / "copy").facts
    assert facts.gone == facts.revised == {}


# What changed


def test_what_changed_is_told_in_codes_and_dates(repo: Repository) -> None:
    other = TWO.replace("not_started", "limited").replace("date: 2026-05-03", "date: 2026-05-10")
    repo.commit("2026-02-10", {REPORT: other})
    assert changes(repo) == [
        ("2026-02-10", Told.DATE, "", "2026-05-03", "2026-05-10"),
        ("2026-02-10", Told.STATUS, "", "limited", "complete"),
        ("2026-02-10", Told.MILESTONE, "m1", "not_started", "limited"),
    ]


def test_other_words_are_no_change_that_is_told(repo: Repository) -> None:
    repo.commit("2026-02-10", {REPORT: ONE.replace("Anna", "Maria")})
    assert changes(repo) == []
    assert read(repo.folder).facts.updated[REPORT] == (JANUARY, FEBRUARY)


def test_a_status_that_changed_while_nobody_could_read_it_is_told(repo: Repository) -> None:
    repo.commit("2026-02-10", {REPORT: "- [\n"})
    repo.commit("2026-03-10", {REPORT: TWO})
    assert changes(repo) == [("2026-03-10", Told.STATUS, "", "limited", "complete")]


def test_a_record_keeps_what_changed_in_it_when_it_moves_and_when_it_goes(
    repo: Repository,
) -> None:
    repo.commit("2026-02-10", {REPORT: TWO})
    repo.move("2026-03-10", PLAN, "commitments/riverside/2026")
    there = "commitments/riverside/2026/updates/2026-05-03-register.yml"
    told = [("2026-02-10", Told.STATUS, "", "limited", "complete")]
    assert changes(repo, there) == told
    repo.commit("2026-04-10", {there: None})
    assert changes(repo, there) == told


def test_findings_of_an_assessment_are_told_by_commitment(repo: Repository) -> None:
    file = f"{PLAN}/assessments/2026-irm.yml"
    before = "published_on: 2026\nresults:\n  open-contracts:\n    completion: limited\n"
    repo.commit("2026-02-10", {file: before})
    repo.commit("2026-03-10", {file: before.replace("limited", "substantial")})
    told = ("2026-03-10", Told.RESULT, "open-contracts", "limited", "substantial")
    assert changes(repo, file) == [told]


@pytest.mark.parametrize(
    ("kind", "text", "code"),
    [
        ("update", "status_words: Implementing\n", OWN_WORDS),
        ("update", f"completion: {NAMED}\n", ""),
        ("view", "completion: limited\n", "limited"),
        ("meeting", "status: planned\n", "planned"),
        ("amendment", "kind: withdraw\n", "withdraw"),
        ("amendment", f"kind: {NAMED}\n", ""),
        ("response", "decision: accepted\n", ""),
    ],
)
def test_a_code_is_one_of_its_vocabulary_or_none(kind: str, text: str, code: str) -> None:
    gist = gist_of(kind, text.encode())
    assert gist
    assert gist.code == code


keys = st.sampled_from((
    "date", "published_on", "commitment", "commitments", "completion", "status", "kind",
    "milestones", "results", "minutes", "id", "x",
))  # fmt: skip
leaves = st.sampled_from((NAMED, "", "2026-05-03", "limited", "one", "- x", "null", "~"))
values = st.recursive(
    leaves,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=300)
@given(st.dictionaries(keys, values, min_size=1, max_size=6), st.sampled_from(sorted(GISTED)))
def test_whatever_a_record_holds_it_comes_to_no_words_of_its_own(data: Any, kind: str) -> None:
    gist = gist_of(kind, yaml.safe_dump(data, default_flow_style=False).encode())
    assert NAMED not in repr(gist)
