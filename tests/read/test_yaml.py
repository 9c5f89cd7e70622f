"""Strict YAML: what is read, and what is refused with its place."""

from __future__ import annotations

import pytest
from openroadmap.findings import Level
from openroadmap.read import yaml
from openroadmap.read.objections import MAX_DEPTH, MAX_NODES
from openroadmap.read.refusals import FAULTS, MOST_FINDINGS, Refusals
from openroadmap.read.text import MAX_BYTES
from openroadmap.read.yaml import YamlFile, read_yaml, read_yaml_text

PARSERS = ["libyaml", "python"]


@pytest.fixture(params=PARSERS, autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test runs with PyYAML's parser in C and with the one in Python."""
    if request.param == "python":
        monkeypatch.setattr(yaml, "CParser", None)
    elif yaml.CParser is None:
        pytest.skip("PyYAML has no libyaml here")


def read(text: str | bytes) -> YamlFile:
    raw = text if isinstance(text, bytes) else text.encode()
    return read_yaml(raw, "plan.yml")


def told(text: str | bytes) -> list[tuple[str, str, int, int]]:
    """Code, variant, line and column of each finding."""
    return [
        (one.rule, one.variant, one.place.line, one.place.column) for one in read(text).findings
    ]


@pytest.mark.parametrize(
    "typed",
    [
        *("NO", "no", "Off", "on", "yes", "y", "true", "False"),
        *("12:30", "12:30:45", "22:22", "010", "0o17", "0x1F", "0b11", "1_000", "1,000"),
        *("1.10", ".5", "1e3", "-0", "+1", ".inf", ".NaN", "9" * 5000),
        *("2026-1-3", "2026-02-30", "2026-02-03T10:00:00Z", "2027-Q3"),
        *("NULL.", "nullable", "~quoted", "None", "=", "C:/plans", "a#b", "a:b", "-1", "?x"),
    ],
)
def test_a_scalar_is_the_text_as_typed(typed: str) -> None:
    file = read(f"value: {typed}\nlist:\n  - {typed}\n")
    assert file.findings == ()
    assert file.data == {"value": typed, "list": [typed]}


@pytest.mark.parametrize("typed", ["", "~", "null", "Null", "NULL", "# nothing yet"])
def test_a_plain_empty_scalar_is_none(typed: str) -> None:
    assert read(f"value: {typed}\nlist:\n  - {typed}\n").data == {"value": None, "list": [None]}


@pytest.mark.parametrize("typed", ["", "~", "null", "NO"])
def test_a_quoted_scalar_is_text_even_when_empty(typed: str) -> None:
    file = read(f"double: \"{typed}\"\nsingle: '{typed}'\n")
    assert file.data == {"double": typed, "single": typed}


def test_keys_are_text_too() -> None:
    assert read("on: a\n2026: b\n1.10: c\nnull: d\n").data == {
        "on": "a",
        "2026": "b",
        "1.10": "c",
        "null": "d",
    }


def test_text_may_be_folded_or_kept_line_by_line() -> None:
    file = read("kept: |\n  one\n  two\nfolded: >-\n  one\n  two\n")
    assert file.data == {"kept": "one\ntwo\n", "folded": "one two"}


def test_windows_line_ends_and_a_byte_order_mark_are_let_through() -> None:
    file = read(b"\xef\xbb\xbftitle: a\r\ntext: |\r\n  one\r\n  two\r\n")
    assert file.findings == ()
    assert file.data == {"title": "a", "text": "one\ntwo\n"}
    assert file.marks.key(("title",)) == (1, 1)
    assert file.marks.value(("text",)) == (2, 7)


def test_a_tab_may_part_words_but_not_indent() -> None:
    assert read("a:\tb\tc\n").data == {"a": "b\tc"}
    assert told("a:\n\tb: c\n") == [("Y02", "tab", 2, 1)]


def test_a_start_and_an_end_of_the_one_document_are_let_through() -> None:
    assert read("---\na: b\n...\n").data == {"a": "b"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: &x b\n", ("Y03", "anchor", 1, 4)),
        ("a: &x [b]\n", ("Y03", "anchor", 1, 4)),
        ("&x a: b\n", ("Y03", "anchor", 1, 1)),
        ("a: *x\n", ("Y03", "alias", 1, 4)),
        ("a:\n  - *x\n", ("Y03", "alias", 2, 5)),
        ("*x : b\n", ("Y03", "alias", 1, 1)),
        ("a: !!str b\n", ("Y04", "tag", 1, 4)),
        ("a: !!python/name:os.system b\n", ("Y04", "tag", 1, 4)),
        ("a: !ENV b\n", ("Y04", "tag", 1, 4)),
        ("a: ! b\n", ("Y04", "tag", 1, 4)),
        ("a:\n  b: !!set {c: d}\n", ("Y04", "tag", 2, 6)),
        ("!x a: b\n", ("Y04", "tag", 1, 1)),
        ("a: 1\n<<: {b: c}\n", ("Y05", "merge", 2, 1)),
        ("a: 1\n'<<': b\n", ("Y05", "merge", 2, 1)),
        ("a: 1\n---\nb: 2\n", ("Y07", "second-document", 2, 1)),
        ("a: 1\n...\n---\nb: 2\n", ("Y07", "second-document", 3, 1)),
        ("{a: b}: c\n", ("Y02", "key-not-text", 1, 1)),
        ("a: 1\n? [b]\n: c\n", ("Y02", "key-not-text", 2, 3)),
        ("a: {: b}\n", ("Y02", "empty-key", 1, 5)),
        ("a: 1\n?\n: b\n", ("Y02", "empty-key", 2, 2)),
        ("%TAG ! tag:example.org,2026:\n---\na: b\n", ("Y02", "directive", 1, 1)),
        ("%YAML 1.1\n---\na: b\n", ("Y02", "directive", 1, 1)),
        ("", ("Y10", "empty", 0, 0)),
        ("# nothing\n\n", ("Y10", "empty", 0, 0)),
        ("---\n", ("Y10", "empty", 0, 0)),
        ("~\n", ("Y10", "empty", 0, 0)),
        ("- a\n- b\n", ("Y10", "list", 1, 1)),
        ("\n[]\n", ("Y10", "list", 2, 1)),
        ("Only words.\n", ("Y10", "text", 1, 1)),
        ("a: \x00\n", ("Y01", "control", 1, 4)),
        ("a: b\rc: d\n", ("Y01", "line-end", 1, 5)),
        ("a: b\u2028c: d\n", ("Y01", "line-end", 1, 5)),
        ("a: b\n# \u202e hidden\n", ("Y01", "bidi", 2, 3)),
        ("a: é\u2066x\n", ("Y01", "bidi", 1, 5)),
        ("a: b\n\ufeffc: d\n", ("Y01", "invisible", 2, 1)),
        ("a: \ue000\n", ("Y01", "private", 1, 4)),
        ("a: \uffff\n", ("Y01", "noncharacter", 1, 4)),
        ("a: caf\ufffd\n", ("Y01", "damaged", 1, 7)),
        ('a: "\\u202e"\n', ("Y01", "bidi", 1, 4)),
        ('a: "\\x00"\n', ("Y01", "control", 1, 4)),
        ('a: "x\\u2028"\n', ("Y01", "line-end", 1, 4)),
        ('a: "x\\0"\n', ("Y02", "escape", 1, 6)),
        ('a: "x\\\\P \\P"\n', ("Y02", "escape", 1, 10)),
        ('a: "\\ud800"\n', ("Y01", "surrogate", 1, 4)),
        ('a: "\\U0000DFFF"\n', ("Y01", "surrogate", 1, 4)),
        ('"a\\u200b": b\n', ("Y01", "invisible", 1, 1)),
        ("a\u00a0b: c\n", ("Y01", "space-in-key", 1, 1)),
        ("a: 1\nb\u200dc: d\n", ("Y01", "mark-in-key", 2, 1)),
        (b"a: caf\xe9\n", ("Y01", "not-utf8", 1, 7)),
        (b"a: b\n\xed\xa0\x80: c\n", ("Y01", "not-utf8", 2, 1)),
        ("a: b\n".encode("utf-16"), ("Y01", "utf16", 1, 1)),
        ("a: b\n".encode("utf-32"), ("Y01", "utf16", 1, 1)),
    ],
)
def test_what_records_may_not_hold_is_refused_with_its_place(
    text: str | bytes, expected: tuple[str, str, int, int]
) -> None:
    assert told(text) == [expected]
    assert read(text).data is None


def test_a_byte_of_another_encoding_is_told_with_the_letter_it_was() -> None:
    (finding,) = read(b"a: l\x92eau\n").findings
    assert finding.args == {"byte": "0x92", "likely": "’"}


def test_a_duplicate_key_names_both_lines_and_the_first_value_is_kept() -> None:
    file = read("id: a\nstatus:\n  of: [complete]\nid2: x\nstatus: limited\nid: b\n")
    assert file.data == {"id": "a", "status": {"of": ["complete"]}, "id2": "x"}
    assert [(one.path, dict(one.args)) for one in file.findings] == [
        (("status",), {"key": "status", "first_line": 2, "line": 5, "quoted": "…"}),
        (("id",), {"key": "id", "first_line": 1, "line": 6, "quoted": '"a"'}),
    ]


def test_a_duplicate_key_in_a_list_tells_its_path() -> None:
    (finding,) = read("steps:\n  - id: a\n  - id: b\n    due: c\n    id: d\n").findings
    assert finding.path == ("steps", 1, "id")
    assert finding.args["first_line"] == 3


def test_keys_that_differ_in_quotes_only_are_duplicates() -> None:
    assert told("a: 1\n'a': 2\n") == [("Y06", "duplicate", 2, 1)]


def test_text_that_is_not_composed_is_an_error_but_read() -> None:
    file = read("a: me\u0301tro\nb: re\u0301seau\n")
    assert file.data == {"a": "me\u0301tro", "b": "re\u0301seau"}
    (finding,) = file.findings
    assert (finding.rule, finding.variant) == ("Y01", "decomposed")
    assert finding.args == {"word": "métro", "codepoints": "U+0301", "lines": 2}


def test_faults_that_leave_no_doubt_are_told_at_once() -> None:
    text = "a: &x 1\nb: !y 2\n<<: *x\na: *x\nd: {e: 1, e: 2}\n"
    assert told(text) == [
        ("Y03", "anchor", 1, 4),
        ("Y04", "tag", 2, 4),
        ("Y05", "merge", 3, 1),
        ("Y06", "duplicate", 4, 1),
        ("Y06", "duplicate", 5, 11),
    ]


def test_an_anchor_and_its_aliases_are_one_fault() -> None:
    assert told("a: &x 1\nb: *x\nc: [*x, *x]\n") == [("Y03", "anchor", 1, 4)]


def test_faults_before_a_syntax_error_are_told_with_it() -> None:
    assert told("a: 1\na: 2\nb: c: d\n") == [
        ("Y06", "duplicate", 2, 1),
        ("Y02", "colon", 3, 5),
    ]


def test_a_character_is_told_once_a_line() -> None:
    assert told("a: \u200bb\u200bc\nd: \u200be\n") == [
        ("Y01", "invisible", 1, 4),
        ("Y01", "invisible", 2, 4),
    ]


def nested(depth: int) -> str:
    """A file of so many mappings and lists in one another."""
    return "a: " + "[" * (depth - 1) + "]" * (depth - 1)


def test_depth_is_bounded() -> None:
    assert read(nested(MAX_DEPTH)).findings == ()
    assert told(nested(MAX_DEPTH + 1)) == [("Y08", "deep", 1, MAX_DEPTH + 3)]


@pytest.mark.parametrize(
    "text",
    [
        "? " * 3_000,
        "a:\n  " + "- " * 3_000,
        "a: " + "{a: 1, a: " * 3_000,
        "a: " + "{<<: " * 3_000,
        "a: " + "{? " * 3_000,
        "a: " + "[{? [" * 3_000,
    ],
)
def test_depth_is_bounded_in_parts_that_are_refused_anyway(text: str) -> None:
    assert ("Y08", "deep") in {code[:2] for code in told(text)}


def test_the_number_of_nodes_is_bounded() -> None:
    many = MAX_NODES - 3  # beside them: the root, one key, one list
    assert read("a: [" + "b, " * many + "]").findings == ()
    assert told("a: [\n" + "b, " * (many + 1) + "]") == [("Y09", "nodes", 2, 3 * many + 1)]


def test_nodes_that_are_refused_anyway_are_counted() -> None:
    half = MAX_NODES // 2
    assert read("a: 1\n" * (half - 1)).data == {"a": "1"}
    assert read("a: 1\n" * (half + 1)).data is None


def test_size_is_bounded() -> None:
    fits = b"a: " + b"b" * (MAX_BYTES - 3)
    assert read(fits).findings == ()
    (finding,) = read(fits + b"b").findings
    assert (finding.rule, finding.variant) == ("Y09", "bytes")
    assert finding.args == {"size": MAX_BYTES + 1, "limit": MAX_BYTES}


def test_only_the_first_faults_of_a_file_are_told_but_all_count() -> None:
    file = read("a: 1\n" * (MOST_FINDINGS + 10) + "b: &x 2\n")
    assert len(file.findings) == MOST_FINDINGS
    assert file.data is None  # the anchor is not told, yet what it says is in doubt


def test_every_finding_is_an_error_of_this_file() -> None:
    for finding in read("a: &x 1\na: 2\n").findings:
        assert (finding.level, finding.place.file) == (Level.ERROR, "plan.yml")


def test_text_that_was_decoded_before_is_read_with_its_own_findings() -> None:
    refusals = Refusals("page.md")
    refusals.add("Y06", "duplicate", (1, 1), key="x", first_line=1, line=1)
    file = read_yaml_text("\ntitle: a\ntitle: b\n", refusals)
    assert [one.place.line for one in file.findings] == [1, 3]
    assert file.data == {"title": "a"}


def test_every_fault_belongs_to_one_of_eleven_codes() -> None:
    assert {rule for rule, _ in FAULTS} == {f"Y{number:02}" for number in range(1, 12)}
