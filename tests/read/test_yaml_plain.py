"""What the quick reader of plain YAML takes, the strict reader reads the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from openroadmap.export.record_yaml import write_yaml
from openroadmap.findings import DataPath
from openroadmap.read.marks import Marks, Value
from openroadmap.read.plain import read_plain
from openroadmap.read.refusals import Refusals
from openroadmap.read.text import read_text
from openroadmap.read.yaml import YamlFile, _read_strictly, read_yaml

ROOT = Path(__file__).parents[2]
RECORDS = sorted((ROOT / "commitments").rglob("*.yml"))
SIGNS = (
    *("", " ", "  ", "\n", "\n\n", "\n ", "\n  ", "\n    ", "\t", "\r"),
    *("\x85", "\u2028", "\ufeff"),
    *("-", "- ", "\n- ", "\n  - ", ":", ": ", ":\n", ": a: b", "?", "? ", ",", "[", "]", "{", "}"),
    *("#", " #", "\n#", "\n # a", "&a ", "*a", "!", "!!str ", "|", ">", "|-", ">-"),
    *("|+", "|2", ">1-"),
    *("'", '"', "''", '""', "\\", '"\\n"', "'a'", '"a"', "%", "%TAG", "@", "`", "~", "null", "---"),
    *("\n---\n", "\n...\n", "<<: ", "<<", "=", "a: ", "a:\n", "key: x\n", "\u0301"),
    *("[a, b]", "[a, b", "[a,b]", '["a, b"]', '["a", null]', "[null]", "[]", "{a: b}", "id: id\n"),
)
TEXTS = (
    "a: b\n",
    "a:\n  b: c\n  d:\n    - e\n    - f: g\n      h: >-\n        one\n        two\n"
    "\n        three\ni: 1\n",
    "a:\n- b\n- c: d\n  e:\n  - f\ng: |\n  one\n\n  two\nh: 'i'\nj: \"k\"\nl: [m, \"n o\"]\n",
    "# comment\na: null\nb-c:\n  2025: x\n\n# another\nd: >\n  one\n  two\n\n",
)


def strictly(text: str) -> YamlFile:
    refusals = Refusals("x.yml")
    let_through = read_text(text.encode(), refusals)
    if let_through is None:
        return YamlFile(None, Marks(), refusals.findings)
    return _read_strictly(let_through, refusals, 1)


def assert_the_same(text: str) -> None:
    read, strict = read_yaml(text.encode(), "x.yml"), strictly(text)
    assert (read.data, read.findings) == (strict.data, strict.findings)
    for path in paths(strict.data):
        assert read.marks.both(path) == strict.marks.both(path)


def paths(value: Value, path: DataPath = ()) -> Iterator[DataPath]:
    """Every path of the data, and after each what is not there."""
    yield path
    steps: Iterable[tuple[str | int, Value]] = ()
    if isinstance(value, dict):
        steps = value.items()
    elif isinstance(value, list):
        steps = enumerate(value)
    for step, part in steps:
        yield from paths(part, (*path, step))
    yield from ((*path, "none"), (*path, 99), (*path, -1))


def mutated(text: str, random: Random) -> str:
    for _ in range(random.randint(1, 3)):
        at = random.randrange(len(text) + 1)
        to = at + random.choice((0, 0, 0, 1, 2, 5, 20))
        text = text[:at] + random.choice(SIGNS) + text[to:]
    return text


@pytest.mark.parametrize("text", TEXTS)
def test_plain_texts_are_read(text: str) -> None:
    assert read_plain(text) is not None
    assert_the_same(text)


def test_nearly_all_records_are_plain() -> None:
    texts = [path.read_text("utf-8") for path in RECORDS]
    for text in texts:
        assert_the_same(text)
    read = sum(read_plain(text) is not None for text in texts)
    assert read > 0.9 * len(texts)


@pytest.mark.parametrize(
    "text",
    [
        "a: b",
        "a:\n",
        "a: b\na: c\n",
        "a: b: c\n",
        "a: b # c\n",
        "a:  b\n",
        "a: b\n  c\n",
        "a: b\n  c: d\n",
        "a: &b c\n",
        "a: *b\n",
        "a: !b c\n",
        "a: {b: c}\n",
        "a: |2\n   b\n",
        "a: >-\n\n  b\n",
        "a: >-\n  b\n    c\n",
        "a: >-\nb: c\n",
        "a: 'it''s'\n",
        'a: "b\\n"\n',
        "---\na: b\n",
        "a: b\n...\n",
        "%TAG ! x\na: b\n",
        "<<: a\n",
        "? a\n: b\n",
        "- a\n",
        "a\n",
        "a: -\n",
        "a:\n  - - b\n",
        "a:\n    b: c\n  d: e\n",
        "a:\n - b\n  - c\n",
        "a: b\r\n",
        "a:\tb\n",
        "a: [b, c: d]\n",
        "a: [b,\n  c]\n",
        "\ufeffa: b\n",
        "a: b\u2028c: d\n",
        "".join(f"{' ' * depth}a:\n" for depth in range(12)) + f"{' ' * 12}b: c\n",
        f"a: {'b' * 20_000}\n",
        f"{'a' * 1_025}: b\n",
        f"x:\n  - {'k' * 1_100}: v\n",
    ],
)
def test_anything_else_is_left_to_the_strict_reader(text: str) -> None:
    assert read_plain(text) is None


@given(st.sampled_from(TEXTS), st.randoms(use_true_random=False))
def test_a_changed_text_is_read_the_same_or_left_alone(text: str, random: Random) -> None:
    assert_the_same(mutated(text, random))


@given(st.sampled_from(RECORDS), st.randoms(use_true_random=False))
def test_a_changed_record_is_read_the_same_or_left_alone(path: Path, random: Random) -> None:
    assert_the_same(mutated(path.read_text("utf-8"), random))


@given(st.text(st.sampled_from("ab:-# \n\t'\"[],>|{}&*!%null"), max_size=60))
@example("a:\n  \n  b: c\n")
@example("a: >-\n  b\n \nc: d\n")
@example("a:\n- b\n\n\n- c\n#\n")
def test_any_text_is_read_the_same_or_left_alone(text: str) -> None:
    assert_the_same(f"{text}\n")


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1)
KEYS = st.text(st.sampled_from("abcdefgh_"), min_size=1, max_size=8)
DATA = st.recursive(
    WORDS, lambda inner: st.lists(inner, min_size=1, max_size=3)
    | st.dictionaries(KEYS, inner, min_size=1, max_size=3), max_leaves=12,
)  # fmt: skip


@given(st.dictionaries(KEYS, DATA, min_size=1, max_size=5))
def test_what_we_write_is_read_the_same_or_left_alone(data: dict[str, object]) -> None:
    assert_the_same(write_yaml(data, ""))
