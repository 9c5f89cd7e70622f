"""A translation holds texts of its original and nothing else, each told by its data path."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openroadmap.findings import DataPath, Finding, Level
from openroadmap.i18n import translator
from openroadmap.model.fields import Record
from openroadmap.model.kinds import KIND
from openroadmap.read.marks import Marks
from openroadmap.read.refusals import MOST_FINDINGS
from openroadmap.read.shape import shape
from openroadmap.read.translation import read_translation
from openroadmap.read.yaml import read_yaml
from openroadmap.rules import tell

COMMITMENT = """\
title: Publish every contract
summary: All of them.
lead: Ministry of Finance
starts_on: 2026
policy_areas: [open-data]
values: {transparency: It opens information.}
milestones:
  - {id: m1, title: Draft, due_on: 2026-05}
  - {id: m2, title: Final}
links:
  - {title: Minutes, url: https://example.org}
"""
PLAN = "title: Plan\nresults:\n  - First\n  - Second\n"
ASSESSMENT = "by: irm\nresults:\n  open-data: {note: Well done., completion: limited}\n"


def original(kind: str, text: str) -> Record:
    read = read_yaml(text.encode(), "original.yml")
    record = shape(KIND[kind], "open-data", read.data, read.marks, "original.yml").record
    assert record is not None
    return record


def read(text: str, kind: str = "commitment", of: str = COMMITMENT) -> tuple[
    dict[DataPath, str], tuple[Finding, ...]
]:
    typed = read_yaml(text.encode(), "file.fr.yml")
    assert typed.data is not None, typed.findings
    return read_translation(typed.data, original(kind, of), typed.marks, "file.fr.yml")


def told(text: str, kind: str = "commitment", of: str = COMMITMENT) -> list[
    tuple[str, str, int, int]
]:
    found = read(text, kind, of)[1]
    return [(f.rule, f.variant, f.place.line, f.place.column) for f in found]


def test_texts_are_known_by_their_place_in_the_original() -> None:
    texts, found = read(
        "title: '  Publier tous les contrats '\nvalues:\n  transparency: Cela ouvre.\n"
        "milestones:\n  m2:\n    title: Version finale\n  m1:\n    title: Ébauche\n"
    )
    assert found == ()
    assert texts == {
        ("title",): "Publier tous les contrats",
        ("values", "transparency"): "Cela ouvre.",
        ("milestones", 1, "title"): "Version finale",
        ("milestones", 0, "title"): "Ébauche",
    }


def test_a_list_of_texts_is_translated_in_its_order() -> None:
    texts, found = read("results:\n  -\n  - Deuxième\n", "plan", PLAN)
    assert found == ()
    assert texts == {("results", 1): "Deuxième"}


def test_entries_of_a_mapping_are_translated_by_their_keys() -> None:
    texts, found = read("results:\n  open-data:\n    note: Bien.\n", "assessment", ASSESSMENT)
    assert found == ()
    assert texts == {("results", "open-data", "note"): "Bien."}


def test_what_is_left_empty_is_not_translated_yet() -> None:
    assert read("title:\nvalues:\nmilestones:\n  m1:\n") == ({}, ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Facts stand in the original only.
        ("starts_on: 2026\n", ("S07", "restated", 1, 1)),
        ("id: open-data\n", ("S07", "restated", 1, 1)),
        ("lead: Ministère des finances\n", ("S07", "restated", 1, 1)),
        ("policy_areas: [open-data]\n", ("S07", "restated", 1, 1)),
        ("links:\n  - title: Procès-verbal\n", ("S07", "restated", 1, 1)),
        ("sources:\n  - title: X\n", ("S07", "restated", 1, 1)),
        ("title: X\nmilestones:\n  m1:\n    due_on: 2026-06\n", ("S07", "restated", 4, 5)),
        ("milestones:\n  m1:\n    id: m1\n", ("S07", "restated", 3, 5)),
        # What the original does not have.
        ("milestones:\n  m9:\n    title: X\n", ("S07", "unknown-part", 2, 3)),
        ("problem: X\n", ("S07", "not-in-original", 1, 1)),
        ("values:\n  inclusion: X\n", ("S07", "not-in-original", 2, 3)),
        ("summry: X\n", ("S01", "nearest", 1, 1)),
        ("xyzzy: X\n", ("S01", "", 1, 1)),
        ("values:\n  transparncy: X\n", ("S01", "nearest", 2, 3)),
        # Forms.
        ("title: [X]\n", ("S03", "text-not-list", 1, 1)),
        ("title: {X: Y}\n", ("S03", "text-not-mapping", 1, 1)),
        ("values: X\n", ("S03", "mapping-not-text", 1, 1)),
        ("milestones: X\n", ("S03", "mapping-not-text", 1, 1)),
        ("milestones:\n  - {id: m1, title: X}\n", ("S03", "mapping-not-list", 1, 1)),
        ("milestones:\n  m1: X\n", ("S03", "mapping-not-text", 2, 3)),
        (f"title: {'x' * 601}\n", ("S06", "", 1, 1)),
    ],
)
def test_each_thing_that_does_not_belong_is_told_at_its_key(
    text: str, expected: tuple[str, str, int, int]
) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("results:\n  - A\n  - B\n  - C\n", ("S07", "not-in-original", 4, 5)),
        ("results:\n  - A\n  - {a: b}\n", ("S03", "text-not-mapping", 3, 5)),
        ("results: A\n", ("S03", "list-not-text", 1, 1)),
    ],
)
def test_a_list_of_texts_must_fit_the_originals(
    text: str, expected: tuple[str, str, int, int]
) -> None:
    assert told(text, "plan", PLAN) == [expected]


def test_a_part_of_which_the_original_has_none_is_told_and_not_passed_over() -> None:
    assert told("values:\n  inclusion: X\n", of="title: X\n") == [
        ("S07", "not-in-original", 1, 1)
    ]
    assert told("milestones:\n  m1:\n    title: X\n", of="title: X\n") == [
        ("S07", "not-in-original", 1, 1)
    ]


def test_a_mistyped_key_is_told_with_keys_that_may_be_translated() -> None:
    (finding,) = read("sumary: X\n")[1]
    assert finding.args["suggestion"] == "summary"
    known = str(finding.args["known"]).split(", ")
    assert "title" in known
    assert "milestones" in known
    assert not {"starts_on", "lead", "links", "policy_areas"} & set(known)


def test_one_slip_leaves_the_other_texts() -> None:
    texts, found = read("title: Publier\nstarts_on: 2027\nsummary: Tous.\n")
    assert set(texts) == {("title",), ("summary",)}
    assert [(f.rule, f.level) for f in found] == [("S07", Level.ERROR)]


def test_a_thousand_slips_are_told_fifty_times() -> None:
    text = "".join(f"key{n}: x\n" for n in range(1_000))
    assert len(read(text)[1]) == MOST_FINDINGS


NAMES = st.sampled_from(["title", "values", "milestones", "m1", "links", "results", "transparency"])
DATA = st.recursive(
    st.none() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=20,
)


@given(st.dictionaries(NAMES, DATA), st.sampled_from([COMMITMENT, "title: X\n"]))
def test_no_data_raises_and_every_finding_has_words(data: dict[str, Any], of: str) -> None:
    texts, found = read_translation(data, original("commitment", of), Marks(), "file.fr.yml")
    assert all(isinstance(text, str) for text in texts.values())
    assert all(tell(finding, translator("en")).what for finding in found)
