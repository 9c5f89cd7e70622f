"""A commitment's longer story is plain text without a head of its own."""

from __future__ import annotations

import pytest
from openroadmap.read.story import read_story

FILE = "commitments/austin/2024/commitments/housing.md"


def test_a_story_is_its_text() -> None:
    story = read_story(b"# Homes\r\n\r\nFor all.\r\n", FILE)
    assert (story.text, story.findings) == ("# Homes\n\nFor all.\n", ())


@pytest.mark.parametrize(
    "raw",
    [b"---\ntitle: X\n---\nFor all.\n", b"---\r\ntitle: X\r\n---\r\n", b"--- \ntitle: X\n", b"---"],
)
def test_a_head_of_facts_is_refused_because_facts_belong_in_the_record(raw: bytes) -> None:
    story = read_story(raw, FILE)
    (finding,) = story.findings
    assert story.text is None
    assert (finding.rule, finding.variant) == ("F08", "in-story")
    assert (finding.place.file, finding.place.line, finding.place.column) == (FILE, 1, 1)


def test_a_line_further_down_is_only_a_line() -> None:
    assert read_story(b"For all.\n\n---\n\nMore.\n", FILE).findings == ()


@pytest.mark.parametrize(
    ("raw", "rule", "variant"),
    [
        (b"caf\xe9\n", "Y01", "not-utf8"),
        ("safe\u202etxt".encode(), "Y01", "bidi"),
        (b"bell\x07", "Y01", "control"),
        (b"x" * (256 * 1024 + 1), "Y09", "bytes"),
    ],
)
def test_what_is_no_clean_text_is_refused(raw: bytes, rule: str, variant: str) -> None:
    story = read_story(raw, FILE)
    assert story.text is None
    assert [(f.rule, f.variant) for f in story.findings] == [(rule, variant)]


def test_an_empty_story_is_no_fault() -> None:
    assert read_story(b"", FILE).findings == ()
