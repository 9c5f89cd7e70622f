"""A record was updated on the days on which what it says changed, and on no others."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from openroadmap.history.same import says_the_same
from repository import BUDGETS, CONTRACTS, PLAN, Repository, begin, read, updated

RECORD = """\
title: Publish every public contract
lead: Ministry of Finance
starts_on: 2026-01-01
values: [transparency, participation]
problem: >
  Nobody outside can see
  what is bought.
milestones:
  - id: m1
    title: Open the register
"""


def swap(old: str, new: str) -> Callable[[str], str]:
    def change(text: str) -> str:
        assert old in text
        return text.replace(old, new)

    return change


FORM_ONLY = {
    "remarks": lambda text: f"# Reviewed in May\n{text}\n# the end\n",
    "a remark beside a value": swap("2026-01-01\n", "2026-01-01  # as agreed\n"),
    "quotation marks": swap("Ministry of Finance", '"Ministry of Finance"'),
    "an escape": swap("Ministry of Finance", '"Ministry \\u006ff Finance"'),
    "order of keys": lambda text: "".join(sorted_blocks(text)),
    "a list in lines": swap(
        "[transparency, participation]", "\n  - transparency\n  - participation"
    ),
    "wrapped elsewhere": swap("see\n  what", "see what"),
    "another kind of block": swap("problem: >\n", "problem: |-\n"),
    "an indent given by a digit": swap("problem: >\n", "problem: >2\n"),
    "indented further": swap("  - id: m1\n    title", "    -   id: m1\n        title"),
    "ends of lines": swap("\n", "\r\n"),
    "blank lines": swap("\n", "\n\n"),
    "a mark of the encoding": lambda text: f"\ufeff{text}",
}
SAYS_MORE = {
    "a word": swap("every public contract", "every contract"),
    "a word twice": swap("every public", "every every public"),
    "a sign": swap("Ministry of Finance", "Ministry-of Finance"),
    "a day": swap("2026-01-01", "2026-02-01"),
    "a number's last nought": swap("2026-01-01", "2026-01-010"),
    "a key": swap("lead:", "leads:"),
    "order of a list": swap("transparency, participation", "participation, transparency"),
    "a line less": swap("lead: Ministry of Finance\n", ""),
    "the level of a key": swap("    title: Open", "  - title: Open"),
    "nothing in words": swap("Ministry of Finance", '"null"'),
    "a word in a file with remarks": lambda text: f"# x\n{text}".replace("every", "each"),
}


def sorted_blocks(text: str) -> list[str]:
    """The record with its keys in another order."""
    blocks: list[str] = []
    for line in text.splitlines(keepends=True):
        if line.startswith(" "):
            blocks[-1] += line
        else:
            blocks.append(line)
    return sorted(blocks)


@pytest.mark.parametrize("change", FORM_ONLY.values(), ids=FORM_ONLY)
def test_another_form_says_the_same(change: Callable[[str], str]) -> None:
    changed = change(RECORD)
    assert changed != RECORD
    assert says_the_same(RECORD.encode(), changed.encode(), "a.yml")
    assert says_the_same(changed.encode(), RECORD.encode(), "a.yml")


@pytest.mark.parametrize("change", SAYS_MORE.values(), ids=SAYS_MORE)
def test_other_content_does_not_say_the_same(change: Callable[[str], str]) -> None:
    assert not says_the_same(RECORD.encode(), change(RECORD).encode(), "a.yml")
    assert not says_the_same(change(RECORD).encode(), RECORD.encode(), "a.yml")


def test_an_empty_value_and_the_word_null_say_the_same_but_not_in_quotation_marks() -> None:
    assert says_the_same(b"lead:\n", b"lead: null\n", "a.yml")
    assert not says_the_same(b"lead:\n", b'lead: "null"\n', "a.yml")


def test_a_file_that_cannot_be_read_says_what_its_words_say() -> None:
    assert says_the_same(b"title: [a\n", b"title:  [a\n\n", "a.yml")
    assert not says_the_same(b"title: [a\n", b"title: [a]\n", "a.yml")
    assert not says_the_same(b"\xff\xfe", b"title: a\n", "a.yml")


def test_of_a_story_only_the_spaces_do_not_count() -> None:
    assert says_the_same(b"# One\n\nTwo three\n", b"# One\r\n\r\nTwo\r\nthree", "a.md")
    assert not says_the_same(b"# One\n", b"One\n", "a.md")


texts = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), max_size=9)
values = st.recursive(
    texts, lambda inner: st.lists(inner) | st.dictionaries(texts, inner), max_leaves=8
)


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(texts, values, min_size=1), st.sampled_from(["", '"', "'", "|", ">"]))
def test_whatever_a_record_holds_it_says_the_same_in_another_style(
    data: dict[str, Any], style: str
) -> None:
    plain = yaml.safe_dump(data, allow_unicode=True).encode()
    other = yaml.safe_dump(
        data, default_style=style or None, default_flow_style=True, sort_keys=False, width=30
    ).encode()
    # What the reader refuses, such as the key "<<" (Y05), says what its bytes say.
    if not any(sign in other for sign in (b"? ", b"!!", b"<<")):
        assert says_the_same(plain, other, "a.yml")


@pytest.fixture
def repo(tmp_path: Path) -> Repository:
    return begin(tmp_path / "site")


def test_the_first_day_and_every_day_with_new_content_count_once(repo: Repository) -> None:
    repo.commit("2026-01-10", {CONTRACTS: RECORD})
    repo.commit("2026-02-10T01:00:00Z", {CONTRACTS: RECORD + "problem2: x\n"})
    repo.commit("2026-02-10T02:00:00Z", {CONTRACTS: RECORD + "problem2: y\n"})
    repo.commit("2026-03-10", {CONTRACTS: f"# {RECORD}\n" + RECORD + "problem2: y\n"})
    repo.commit("2026-04-10", {CONTRACTS: RECORD})
    assert updated(repo.folder, CONTRACTS) == ["2026-01-10", "2026-02-10", "2026-04-10"]


def test_a_robot_that_formats_everything_updates_nothing(repo: Repository) -> None:
    repo.commit("2026-01-10", {CONTRACTS: RECORD, BUDGETS: RECORD})
    repo.commit("2026-03-10", {CONTRACTS: "".join(sorted_blocks(RECORD)), BUDGETS: f"#\n{RECORD}"})
    assert updated(repo.folder, CONTRACTS) == ["2026-01-10"]
    assert updated(repo.folder, BUDGETS) == ["2026-01-10"]


def test_an_update_counts_from_its_merge(repo: Repository) -> None:
    repo.commit("2026-01-10", {CONTRACTS: RECORD})
    repo.git("checkout", "--quiet", "-b", "proposal")
    repo.commit("2026-01-20", {CONTRACTS: RECORD + "a: b\n"})
    repo.git("checkout", "--quiet", "main")
    repo.git("merge", "--quiet", "--no-ff", "proposal", at="2026-05-01T12:00:00Z")
    assert updated(repo.folder, CONTRACTS) == ["2026-01-10", "2026-05-01"]


def test_a_move_is_no_update_but_an_edit_on_the_way_is(repo: Repository) -> None:
    repo.commit("2026-01-10", {CONTRACTS: RECORD, BUDGETS: RECORD})
    moved = {path: path.replace(PLAN, "commitments/riverside/new") for path in (CONTRACTS, BUDGETS)}
    edited = {moved[BUDGETS]: RECORD.replace("every", "each")}
    repo.move("2026-02-10", PLAN, "commitments/riverside/new", edited)
    assert updated(repo.folder, moved[CONTRACTS]) == ["2026-01-10"]
    assert updated(repo.folder, moved[BUDGETS]) == ["2026-01-10", "2026-02-10"]


def test_a_translation_is_published_but_updates_nothing(repo: Repository) -> None:
    french = CONTRACTS.replace(".yml", ".fr.yml")
    story = CONTRACTS.replace(".yml", ".md")
    repo.commit("2026-01-10", {french: "title: Publier\n", story: "Once.\n"})
    repo.commit("2026-02-10", {french: "title: Ouvrir\n", story: "Once more.\n"})
    facts = read(repo.folder).facts
    assert french in facts.published
    assert french not in facts.updated
    assert [day.day for day in facts.updated[story]] == [10, 10]


def test_a_file_too_large_to_be_read_as_a_record_counts_as_changed(repo: Repository) -> None:
    """Nobody can say that it is as before."""
    repo.commit("2026-01-10", {CONTRACTS: "x" * 300_000, BUDGETS: RECORD})
    repo.commit("2026-02-10", {CONTRACTS: "y" * 300_000, BUDGETS: RECORD + "a: b\n"})
    assert updated(repo.folder, CONTRACTS) == ["2026-01-10", "2026-02-10"]
    assert updated(repo.folder, BUDGETS) == ["2026-01-10", "2026-02-10"]
