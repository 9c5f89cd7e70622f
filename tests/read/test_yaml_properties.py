"""Whatever is typed: reading ends, says what it read, and can point at it."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from openroadmap.findings import DataPath
from openroadmap.read import yaml
from openroadmap.read.characters import check_characters, find_decomposed
from openroadmap.read.marks import Value
from openroadmap.read.refusals import FAULTS
from openroadmap.read.yaml import YamlFile, read_yaml
from yardstick import Yardstick

# Fragments in which YAML finds a meaning, to be strung together.
SIGNS = [
    *(": ", ":", "- ", "-", "? ", "?", "[", "]", "{", "}", ",", "# ", "#", "&a ", "*a", "!t "),
    *("<<: ", "|", ">", "|-", ">2", "'", '"', "''", "\\", "\\u00e9", "\\ud800", "\\x", "\\P"),
    *("\n", "\n  ", "\n- ", "\n\n", "\t", " ", "a", "b: c", "title", "NO", "~", "é", "e\u0301"),
    *("%TAG ", "---", "...", "\u202e", "\u00a0", "\r\n", "\r", "\x00", "\ufeff", "@", "`", "😀"),
    *("\n<<<<<<< ", '"\\U00110000"'),
]
typed = st.lists(st.sampled_from(SIGNS), max_size=40).map("".join)

clean = st.text(max_size=12).filter(
    lambda text: not any(check_characters(text, prose=True)) and not find_decomposed(text)
)
clean_keys = st.text(min_size=1, max_size=8).filter(
    lambda text: (
        text != "<<" and not any(check_characters(text, prose=False)) and not find_decomposed(text)
    )
)
values: st.SearchStrategy[Value] = st.recursive(
    clean | st.none(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(clean_keys, inner, max_size=4),
    max_leaves=20,
)
records = st.dictionaries(clean_keys, values, min_size=1, max_size=5)

# The parser that the fixture chooses is the same for all examples; no example has a deadline.
any_time = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


PARSERS = ["libyaml", "python"]


@pytest.fixture(params=PARSERS)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "python":
        monkeypatch.setattr(yaml, "CParser", None)
    elif yaml.CParser is None:
        pytest.skip("PyYAML has no libyaml here")
    name: str = request.param
    return name


def holds_together(file: YamlFile) -> None:
    """What is true of every file read: a reason for each refusal, known by its name."""
    assert file.findings or file.data is not None
    for finding in file.findings:
        assert set(finding.args) == set(FAULTS[finding.rule, finding.variant])


# Some forty signs, each of twelve characters at most, held against honest lines of some 16 kB.
LINES = b"".join(b"key%d: a value of some words\n" % number for number in range(500))
YARDSTICKS = {name: Yardstick(lambda: read_yaml(LINES, "plan.yml")) for name in PARSERS}


@any_time
@given(typed)
def test_any_text_is_read_or_refused_in_words(parser: str, text: str) -> None:
    raw = text.encode("utf-8", "surrogatepass")
    YARDSTICKS[parser].assert_at_most(1, lambda: holds_together(read_yaml(raw, "plan.yml")))


@pytest.mark.usefixtures("parser")
@any_time
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused_in_words(raw: bytes) -> None:
    holds_together(read_yaml(raw, "plan.yml"))


@any_time
@given(typed)
def test_a_finding_stands_within_the_file(text: str) -> None:
    lines = text.replace("\r\n", "\n").removeprefix("\ufeff").split("\n")
    for finding in read_yaml(text.encode(), "plan.yml").findings:
        place = finding.place
        assert place.line <= len(lines)
        if place.line:
            assert 1 <= place.column <= len(lines[place.line - 1]) + 1


def in_quotes(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def written(value: Value, indent: int = 0) -> str:
    """Any data as YAML that leaves no doubt: texts in double quotes, one entry a line."""
    margin = "\n" + "  " * indent
    if isinstance(value, dict) and value:
        lines = (f"{in_quotes(key)}: {written(one, indent + 1)}" for key, one in value.items())
        return margin + margin.join(lines)
    if isinstance(value, list) and value:
        return "".join(f"{margin}- {written(one, indent + 1)}" for one in value)
    return "" if value is None else json.dumps(value, ensure_ascii=False)


def paths(value: Value, path: DataPath = ()) -> Iterator[tuple[DataPath, Value]]:
    """Every path of the data, with what is there."""
    yield path, value
    if isinstance(value, dict):
        for key, one in value.items():
            yield from paths(one, (*path, key))
    elif isinstance(value, list):
        for number, one in enumerate(value):
            yield from paths(one, (*path, number))


@pytest.mark.usefixtures("parser")
@any_time
@given(records)
def test_what_was_written_is_what_is_read(record: dict[str, Value]) -> None:
    assume(max(len(path) for path, _ in paths(record)) < 12)
    file = read_yaml(written(record).encode(), "plan.yml")
    assert file.findings == ()
    assert file.data == record
    assert list(file.data) == list(record)


@any_time
@given(records)
def test_every_mark_points_at_what_it_says(record: dict[str, Value]) -> None:
    assume(max(len(path) for path, _ in paths(record)) < 12)
    text = written(record)
    file = read_yaml(text.encode(), "plan.yml")
    marks = file.marks
    lines = text.split("\n")
    for path, value in paths(record):
        line, column = marks.value(path)
        if isinstance(value, str):
            assert lines[line - 1][column - 1 :].startswith(in_quotes(value))
        if path and isinstance(path[-1], str):
            line, column = marks.key(path)
            assert lines[line - 1][column - 1 :].startswith(in_quotes(path[-1]) + ":")
