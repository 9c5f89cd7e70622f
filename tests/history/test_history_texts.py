"""A longer story or a translation that is written anew or taken away is known by its day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openroadmap.history import compared
from openroadmap.model.facts import NOTHING, Told
from openroadmap.model.kinds import Beside, beside
from repository import BUDGETS, CONTRACTS, PLAN, Repository, begin, gone_files, read

STORY, FRENCH = CONTRACTS.replace(".yml", ".md"), CONTRACTS.replace(".yml", ".fr.yml")
STORY_FRENCH = CONTRACTS.replace(".yml", ".fr.md")
REPORT = f"{PLAN}/updates/2026-05-03-register.yml"
REPORT_SPANISH = REPORT.replace(".yml", ".es.yml")
NAMED = "Anna Kowalska"
TOLD = f"## How it began\n\n{NAMED} asked for *every* contract.\n"
TITLE = "title: Publier tous les marchés\n"
WHOLE = {
    f"{PLAN}/plan.yml": "title: Plan\n",
    CONTRACTS: "title: Publish every contract\n",
    BUDGETS: "title: Publish the budget\n",
    REPORT: "date: 2026-05-03\ncommitment: open-contracts\ntitle: Opened\n",
}
TEXTS = {
    STORY: TOLD,
    FRENCH: TITLE,
    STORY_FRENCH: "Elle a demandé.\n",
    REPORT_SPANISH: "title: Abierto\n",
}
CHANGED, REMOVED = "changed", "removed"


@pytest.fixture
def repo(tmp_path: Path) -> Repository:
    repo = begin(tmp_path / "site")
    repo.commit("2026-01-10", {**WHOLE, **TEXTS})
    return repo


def told(repo: Repository, file: str = CONTRACTS) -> list[tuple[str, str, str, str]]:
    """Day, kind of text, language and what became of it."""
    return [
        (
            each.day.isoformat(), each.told.value, each.id,
            REMOVED if each.after == NOTHING else CHANGED,
        )
        for each in read(repo.folder).facts.revised.get(file, ())
        if each.told in (Told.STORY, Told.TRANSLATION)
    ]  # fmt: skip


EVERY = [
    (STORY, CONTRACTS, "story", ""),
    (STORY_FRENCH, CONTRACTS, "story", "fr"),
    (FRENCH, CONTRACTS, "translation", "fr"),
    (REPORT_SPANISH, REPORT, "translation", "es"),
]


@pytest.mark.parametrize(("text", "record", "kind", "lang"), EVERY)
def test_a_text_that_is_written_anew_or_taken_away_is_told_of_its_record(
    repo: Repository, text: str, record: str, kind: str, lang: str
) -> None:
    repo.commit("2026-02-10", {text: "title: Quite another thing\n"})
    assert told(repo, record) == [("2026-02-10", kind, lang, CHANGED)]
    repo.commit("2026-03-10", {text: None})
    assert told(repo, record) == [
        ("2026-02-10", kind, lang, CHANGED), ("2026-03-10", kind, lang, REMOVED),
    ]  # fmt: skip
    repo.commit("2026-04-10", {text: TEXTS[text]})
    assert (REMOVED in [each[-1] for each in told(repo, record)]) is False, "it is back"
    assert told(repo, record)[-1] == ("2026-04-10", kind, lang, CHANGED), "as another than it went"


@pytest.mark.parametrize(
    ("text", "laid_out_anew"),
    [
        (STORY, "## How it began\nAnna Kowalska\nasked  for\n*every* contract."),
        (FRENCH, "# en français\ntitle: >-\n  Publier tous\n  les marchés\n"),
    ],
)
def test_mere_layout_is_no_change(repo: Repository, text: str, laid_out_anew: str) -> None:
    repo.commit("2026-02-10", {text: laid_out_anew})
    assert told(repo) == []


def test_a_text_that_comes_later_hides_nothing_and_may_be_put_right_on_its_day(
    repo: Repository,
) -> None:
    german = CONTRACTS.replace(".yml", ".de.yml")
    repo.commit("2026-02-10T08:00:00Z", {german: "title: Vertrage\n"})
    repo.commit("2026-02-10T20:00:00Z", {german: "title: Verträge\n"})
    assert told(repo) == []
    repo.commit("2026-02-11", {german: "title: Keine Verträge\n"})
    assert told(repo) == [("2026-02-11", "translation", "de", CHANGED)]


def test_what_a_record_says_is_as_old_as_before_when_its_translation_changes(
    repo: Repository,
) -> None:
    """A date that the history proves is not weakened by words in another language."""
    repo.commit("2026-02-10", {REPORT_SPANISH: "title: Nada\n"})
    facts = read(repo.folder).facts
    assert [day.isoformat() for day in facts.updated[REPORT]] == ["2026-01-10"]
    assert REPORT_SPANISH not in facts.updated


# Attacks: a text is moved away, renamed, emptied, hidden by its record or by many others


def test_a_story_that_is_laid_beside_another_commitment_is_gone_from_the_first(
    repo: Repository,
) -> None:
    repo.move("2026-02-10", STORY, BUDGETS.replace(".yml", ".md"))
    assert told(repo) == [("2026-02-10", "story", "", REMOVED)]
    assert told(repo, BUDGETS) == []


def test_a_story_that_is_called_a_translation_is_gone(repo: Repository) -> None:
    repo.move("2026-02-10", STORY, CONTRACTS.replace(".yml", ".de.md"))
    assert told(repo) == [("2026-02-10", "story", "", REMOVED)]


def test_a_record_that_is_renamed_takes_what_became_of_its_texts_along(repo: Repository) -> None:
    """Nor is a text told that keeps its words; one that does not come along is gone."""
    new = CONTRACTS.replace("open-", "all-")
    moved = {new.replace(".yml", ".md"): "Nothing began.\n", STORY: None}
    french = {new.replace(".yml", ".fr.yml"): TITLE, FRENCH: None}
    repo.move("2026-02-10", CONTRACTS, new, {**moved, **french, STORY_FRENCH: None})
    assert sorted(told(repo, new)) == [
        ("2026-02-10", "story", "", CHANGED), ("2026-02-10", "story", "fr", REMOVED),
    ]  # fmt: skip


def test_what_went_before_its_record_was_renamed_or_its_plan_moved_is_told_there(
    repo: Repository,
) -> None:
    repo.commit("2026-02-10", {STORY: None})
    new = CONTRACTS.replace("open-", "all-")
    repo.move("2026-03-10", CONTRACTS, new)
    removed = ("2026-02-10", "story", "", REMOVED)
    assert removed in told(repo, new)
    repo.move("2026-04-10", PLAN, PLAN.replace("2026-2027", "2026"))
    assert removed in told(repo, new.replace("2026-2027", "2026"))


def test_a_text_that_moves_with_its_plan_and_changes_on_the_way_is_told(repo: Repository) -> None:
    there = PLAN.replace("2026-2027", "2026")
    repo.move("2026-02-10", PLAN, there, {STORY.replace(PLAN, there): "Nothing began.\n"})
    assert told(repo, CONTRACTS.replace(PLAN, there)) == [("2026-02-10", "story", "", CHANGED)]


def test_an_emptied_text_is_told(repo: Repository) -> None:
    repo.commit("2026-02-10", {STORY: "", FRENCH: "# nothing\n"})
    assert sorted(each[1:] for each in told(repo)) == [
        ("story", "", CHANGED), ("translation", "fr", CHANGED),
    ]  # fmt: skip


def test_a_text_replaced_by_a_link_is_gone(repo: Repository) -> None:
    (repo.folder / STORY).unlink()
    (repo.folder / STORY).symlink_to("open-contracts.fr.md")
    repo.commit("2026-02-10", {})
    assert told(repo) == [("2026-02-10", "story", "", REMOVED)]


def test_a_text_that_goes_with_its_record_is_not_told_beside_that(repo: Repository) -> None:
    repo.commit("2026-02-10", {STORY: "Nothing began.\n"})
    repo.commit("2026-03-10", {CONTRACTS: None, STORY: None, FRENCH: None, STORY_FRENCH: None})
    assert told(repo) == [("2026-02-10", "story", "", CHANGED)]
    assert [*gone_files(read(repo.folder).facts)] == [CONTRACTS]


def test_what_was_merged_counts_from_its_merge(repo: Repository) -> None:
    repo.git("checkout", "--quiet", "-b", "proposal")
    repo.commit("2026-02-01", {STORY: "Nothing began.\n"})
    repo.git("checkout", "--quiet", "main")
    repo.commit("2026-02-02", {BUDGETS: "title: Publish all budgets\n"})
    repo.git("merge", "--quiet", "--no-ff", "proposal", at="2026-03-10T12:00:00Z")
    assert told(repo) == [("2026-03-10", "story", "", CHANGED)]


def test_translations_take_no_place_from_records_among_very_many(
    repo: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The record alone is compared, and of the translations it is not known what they changed."""
    repo.commit("2026-02-10", {CONTRACTS: "title: Publish a few contracts\n"})
    laid_out_anew = {FRENCH: f"# en\n{TITLE}", REPORT_SPANISH: "# es\ntitle: Abierto\n"}
    repo.commit("2026-03-10", laid_out_anew)
    assert told(repo) == told(repo, REPORT) == []
    monkeypatch.setattr(compared, "MOST_PAIRS", 1)
    facts = read(repo.folder).facts
    assert facts.fields_on(CONTRACTS, date(2026, 2, 10)) == ("title",)
    assert told(repo) == [("2026-03-10", "translation", "fr", CHANGED)]
    assert told(repo, REPORT) == [("2026-03-10", "translation", "es", CHANGED)]


def test_no_word_of_a_text_is_kept(repo: Repository, tmp_path: Path) -> None:
    repo.commit("2026-02-10", {STORY: f"{NAMED} asks again.\n"})
    repo.commit("2026-03-10", {STORY: None})
    cache = tmp_path / "cache"
    facts = read(repo.folder, cache).facts
    kept = repr(facts) + "".join(file.read_text("utf-8") for file in cache.iterdir())
    assert not [word for word in NAMED.split() if word in kept]
    assert read(repo.folder, cache).facts == facts, "also from what is kept"


@pytest.mark.parametrize(
    ("file", "found"),
    [
        (STORY, Beside(CONTRACTS, is_story=True, lang="")),
        (STORY_FRENCH, Beside(CONTRACTS, is_story=True, lang="fr")),
        (f"{PLAN}/plan.pt-BR.yml", Beside(f"{PLAN}/plan.yml", is_story=False, lang="pt-BR")),
        (CONTRACTS, None),
        (f"{PLAN}/README.md", None),
        (REPORT.replace(".yml", ".md"), None),
        (CONTRACTS.replace(".yml", ".french.yml"), None),
        ("commitments/riverside/member.fr.yml", None),
        (f"{PLAN}/commitments/Not An Id.md", None),
    ],
)
def test_what_lies_beside_which_record(file: str, found: Beside | None) -> None:
    assert beside(file) == found
