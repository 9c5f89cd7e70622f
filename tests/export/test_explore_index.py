"""The index of the filters says the same as the listings, once, and stays small."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from itertools import accumulate
from random import Random
from typing import Any

from openroadmap.export.explore import FIELDS, explore_index, explore_words
from openroadmap.i18n import translator
from openroadmap.views.listing import Listing, words_beside
from page_samples import listings

WORDS = translator("en")
MOST = 200_000
"""Bytes over the wire of the index of 5,000 commitments."""
MOST_WORDS = 300_000
"""Bytes over the wire of the words of their summaries; both together stay below 500 KB."""


def read(data: bytes) -> list[dict[str, Any]]:
    """The commitments of an index, with the lists they refer to put back in."""
    index = json.loads(data)
    found = []
    columns = index["commitments"]
    for row in zip(*columns.values(), strict=True):
        each = dict(zip(columns, row, strict=True))
        member, plan, title, starts, ends = index["plans"][each["plan"]]
        member_id, name, example = index["members"][member]
        lists = (("institutions", "institutions"), ("areas", "areas"), ("values", "values"))
        for key, among in lists:
            each[key] = [index[among][place] for place in each[key]]
        each["status"] = index["statuses"][each["status"]]
        each["lateness"] = index["lateness"][each["lateness"]] if each["lateness"] >= 0 else None
        each["plan"] = {"address": f"{member_id}/{plan}/", "title": title, "member": name,
                        "example": bool(example), "starts": starts, "ends": ends}  # fmt: skip
        found.append(each)
    return found


def test_the_index_says_what_the_listings_say() -> None:
    made = listings()
    rows = read(explore_index(made, WORDS))
    pairs = [(plan, each) for plan in made for each in plan.commitments]
    assert len(rows) == len(pairs) > 8
    for row, (plan, each) in zip(rows, pairs, strict=True):
        assert row["plan"] == {
            "address": plan.address, "title": plan.plan, "member": plan.member,
            "example": plan.example, "starts": plan.starts_on, "ends": plan.ends_on,
        }  # fmt: skip
        assert row["plan"]["address"] + row["id"] + "/" == each.address
        assert (row["title"], row["number"]) == (each.title, each.number)
        assert row["institutions"] == list(each.institutions)
        assert bool(row["lead"]) == bool(each.lead)
        assert [code for code, _ in row["areas"]] == list(each.policy_areas)
        assert [code for code, _ in row["values"]] == list(each.values)
        assert row["status"][0] == each.status
        assert row["words"] == each.status_words
        assert (row["lateness"] or ["", ""])[0] == each.lateness
        assert (row["starts"], row["ends"]) == (each.starts_on, each.ends_on)


def test_each_word_of_the_summaries_leads_to_its_commitments() -> None:
    made = listings()
    data = json.loads(explore_words(made))
    every = [each for plan in made for each in plan.commitments]
    found: list[set[str]] = [set() for _ in every]
    for word, steps in data["words"].items():
        for place in accumulate(steps):
            found[place].add(word)
    assert found == [set(each.summary_words.split()) for each in every]
    assert data["commitments"] == len(every)
    assert any({"people", "floods", "list"} <= words for words in found)


def test_words_are_each_there_once_without_marks_and_addresses() -> None:
    text = "The **Board's** plan: [see it](https://example.org/x_y), and see “l'Été” https://e.org."
    assert words_beside("Our Plan", text) == "the board's see it and l'été"


def test_marks_within_a_word_do_not_part_it() -> None:
    assert words_beside("", "हिन्दी में। 公共") == "हिन्दी में। 公共"


def test_codes_come_with_their_words() -> None:
    index = json.loads(explore_index(listings(), WORDS))
    assert ["limited", "Limited"] in index["statuses"]
    assert ["not_recorded", "Not recorded"] in index["statuses"]
    assert ["participation", "Civic participation"] in index["values"]
    assert index["late"][0] == ["overdue", "Overdue"]
    assert tuple(index["commitments"]) == FIELDS


def test_without_a_commitment_the_index_is_empty_and_whole() -> None:
    index = json.loads(explore_index([], WORDS))
    assert (index["commitments"]["id"], index["members"], index["plans"]) == ([], [], [])


def site(commitments: int) -> list[Listing]:
    """Plans of 40 commitments: titles of eight words, ids of five, hundreds of institutions.

    As in any language, few words stand in most titles and most words in few.
    """
    chance, given = Random(1), listings()[0]
    letters = "abcdefghijklmnoprstuvw"
    words = ["".join(chance.choices(letters, k=chance.randint(3, 9))) for _ in range(3_000)]
    weights = [1 / rank for rank in range(1, len(words) + 1)]
    lines = []
    for _ in range(commitments):
        title = " ".join(chance.choices(words, weights, k=8))
        lines.append(replace(
            given.commitments[0], id="-".join(title.split()[:5]), title=title.capitalize(),
            institutions=(f"Ministry of {words[chance.randint(0, 600)]}",), lateness="overdue",
            policy_areas=tuple(chance.sample(("open-data", "youth", "justice", "audits"), 2)),
            summary_words=words_beside(title, " ".join(chance.choices(words, weights, k=40))),
            ends_on=f"202{chance.randint(0, 5)}-{chance.randint(1, 12):02}", status="limited",
        ))  # fmt: skip
    return [
        replace(
            given, member_id=f"m{n}", plan_id="p",
            commitments=tuple(lines[n * 40 : n * 40 + 40]),
        )
        for n in range(commitments // 40)
    ]  # fmt: skip


def test_five_thousand_commitments_of_any_words_stay_within_the_weight() -> None:
    made = site(5_000)
    data = explore_index(made, WORDS)
    assert len(read(data)) == 5_000
    assert len(gzip.compress(data, 6)) < MOST
    assert len(gzip.compress(explore_words(made), 6)) < MOST_WORDS
