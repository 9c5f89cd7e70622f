"""Hostile YAML is refused: at once, at the right line, and never with a crash."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from openroadmap.read import yaml
from openroadmap.read.text import MAX_BYTES
from openroadmap.read.yaml import YamlFile, read_yaml
from yardstick import Yardstick

CORPUS = Path(__file__).parents[1] / "hostile" / "yaml"
FILES = sorted(CORPUS.glob("*.yml"))
HARMLESS = {"Y06.duplicate", "Y01.decomposed"}  # to be mended, but no doubt about the rest


def filled(unit: str, before: str = "", after: str = "") -> bytes:
    """As many of a unit as a file may hold."""
    room = MAX_BYTES - len((before + after).encode())
    return (before + unit * (room // len(unit.encode())) + after).encode()


def numbered(line: str, count: int, before: str = "", after: str = "") -> bytes:
    return (before + "".join(line.format(number) for number in range(count)) + after).encode()


# Made here because they are large: what must come of each, and the bytes.
LARGE: dict[str, tuple[str, bytes]] = {
    "brackets": ("Y08.deep.1", filled("[", "a: ")),
    "brackets, one a line": ("Y08.deep.12", filled("[\n ", "a: ")),
    "braces": ("Y02.key-not-text.1", filled("{", "a: ")),
    "lists in mappings": ("Y08.deep.1", filled("{a: [", "a: ")),
    "dashes": ("Y08.deep.2", filled("- ", "a:\n  ")),
    "mappings as keys": ("Y02.key-not-text.2", filled("? ", "a:\n  ")),
    "depth within a duplicate": ("Y06.duplicate.1", filled("a: 1, a: {", "a: {")),
    "brackets, closed at once": ("Y02.after-bracket.1", filled("[]", "a: ")),
    "anchors": ("Y03.anchor.1", numbered("k{0}: &a{0} x\n", 9_000)),
    "aliases": ("Y03.alias.1", filled("*x, ", "a: [", "]")),
    "merge keys": ("Y05.merge.1", filled("<<:\n")),
    "tags": ("Y04.tag.1", filled("!x a, ", "a: [", "]")),
    "tag handles": (
        "Y02.directive.1",
        numbered("%TAG !e{0}! tag:x,2026:\n", 9_000, "", "---\na: b"),
    ),
    "tag handles below": ("Y02.directive.3", numbered("%TAG !e{0}! x:\n", 9_000, "a: b\n...\n")),
    "documents": ("Y07.second-document.3", filled("---\na: b\n")),
    "duplicates": ("Y06.duplicate.2", filled("a: 1\n")),
    "duplicates of many keys": ("Y06.duplicate.9001", numbered("k{0}: 1\n", 9_000) * 2),
    "many keys": ("Y09.nodes.10000", numbered("key{0}:\n", 20_000)),
    "many items": ("Y09.nodes.1", filled("a,", "a: [", "]")),
    "one byte too many": ("Y09.bytes.0", filled("b", "a: ") + b"b"),
    "ten megabytes": ("Y09.bytes.0", b"a: " + b"b" * 10_000_000),
    "brackets beyond the limit": ("Y09.bytes.0", b"[" * 1_000_000),
    "no end of a quote": ("Y02.unclosed-quote.1", filled("word\n ", 'a: "')),
    "colons": ("Y02.colon.1", filled("a: ")),
    "spaces before a colon": ("Y02.too-deep-line.2", filled(" ", "a: b\n  c", ": d")),
    "stars": ("Y03.alias.1", filled("*", "a: ")),
    "conflicts": ("Y02.conflict.2", filled("<<<<<<< x\n", "a: b\n")),
    "tabs": ("Y02.tab.2", filled("\t", "a:\n")),
    "NUL": ("Y01.control.1", filled("\0")),
    "turned text": ("Y01.bidi.1", filled("\u202e", "a: ")),
    "turned text by escapes": ("Y01.bidi.1", filled('"\\u202e", ', "a: [", "]")),
    "marks out of order": ("Y01.stacked.1", filled("\u0315", "a: b", "\u0316" * 60_000)),
    "marks by escapes": ("Y01.stacked.1", filled("\\u0315\\u0316", 'a: "', '"')),
    "words in pieces": ("Y01.decomposed.1", filled("e\u0301 ", "a: ")),
}


# Held against an honest file of the largest size, read by the same parser.
HONEST = numbered("key{0}: a value of some words\n", 8_000)
TIMES = {"libyaml": 8, "python": 2.5}
TIMES_SMALL = 0.1
YARDSTICKS = {name: Yardstick(lambda: read_yaml(HONEST, "plan.yml")) for name in TIMES}


@pytest.fixture(params=list(TIMES))
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "python":
        monkeypatch.setattr(yaml, "CParser", None)
    elif yaml.CParser is None:
        pytest.skip("PyYAML has no libyaml here")
    name: str = request.param
    return name


def read_in_time(raw: bytes, parser: str, times: float) -> YamlFile:
    files: list[YamlFile] = []
    YARDSTICKS[parser].assert_at_most(times, lambda: files.append(read_yaml(raw, "plan.yml")))
    return files[0]


def first(file: YamlFile) -> str:
    finding = file.findings[0]
    return f"{finding.rule}.{finding.variant}.{finding.place.line}"


def assert_refused(file: YamlFile, expected: str) -> None:
    assert first(file) == expected
    assert (file.data is None) == (expected.rpartition(".")[0] not in HARMLESS)


def test_the_corpus_is_there() -> None:
    assert len(FILES) >= 60


def test_the_yardstick_is_an_honest_file_of_the_largest_size() -> None:
    assert 0.9 * MAX_BYTES < len(HONEST) <= MAX_BYTES
    assert read_yaml(HONEST, "plan.yml").findings == ()


@pytest.mark.parametrize("file", FILES, ids=[file.name for file in FILES])
def test_a_hostile_file_is_refused_at_its_line(file: Path, parser: str) -> None:
    expected = file.stem.partition(".")[2]
    assert_refused(read_in_time(file.read_bytes(), parser, TIMES_SMALL), expected)


@pytest.mark.parametrize("name", LARGE)
def test_a_large_hostile_file_is_refused_in_time(name: str, parser: str) -> None:
    expected, raw = LARGE[name]
    assert first(read_in_time(raw, parser, TIMES[parser])) == expected


@pytest.mark.parametrize("unit", ["[", "{", "- ", "? ", "[{", "{a: ", "a: [", "! [", "&a ["])
def test_a_hundred_thousand_levels_do_not_break_the_process(unit: str) -> None:
    """In a process of its own: a parser in C that runs out of stack takes the process with it."""
    program = (
        "from openroadmap.read.yaml import read_yaml\n"
        f"file = read_yaml(b'a: ' + {unit.encode()!r} * 100_000, 'plan.yml')\n"
        "assert file.data is None and file.findings\n"
        "raw = b'a:\\n ' + "
        f"{unit.encode()!r} * (260_000 // {len(unit)})\n"
        "assert read_yaml(raw, 'plan.yml').data is None\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    "unit", ["[", "{a: ", "- ", "a: ", "*x ", "'", "\\", "e\u0301", "a\n", "#\n", "<<: ", "? "]
)
def test_the_time_grows_no_faster_than_the_file(unit: str) -> None:
    """A file costs about what 16 files of a sixteenth cost; 16 times that if with the square."""

    def read(size: int) -> None:
        read_yaml(("a: " + unit * (size // len(unit.encode()))).encode(), "plan.yml")

    sixteen = Yardstick(lambda: [read(MAX_BYTES // 16) for _ in range(16)])
    sixteen.assert_at_most(2.5, lambda: read(MAX_BYTES - 8))
