"""The usual mistakes in YAML, each told by its likeliest cause and at the line to mend."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from openroadmap.findings import Finding
from openroadmap.read import yaml
from openroadmap.read.refusals import FAULTS
from openroadmap.read.yaml import read_yaml

BRACKETS = {"bracket": "[", "closing": "]"}
BRACES = {"bracket": "{", "closing": "}"}

# What was typed; variant, line, column and arguments of the one finding.
MISTAKES: list[tuple[str, str, int, int, Mapping[str, str | int]]] = [
    # a colon in unquoted text
    ("a: b\ntitle: Open data: now\n", "colon", 2, 17, {"key": "title", "value": "Open data: now"}),
    ("- x\n", "list", 1, 1, {}),
    ("list:\n  - id: a: b\n", "colon", 2, 10, {"key": "id", "value": "a: b"}),
    (
        "text: We promise\n  three things: a, b\n",
        "colon",
        2,
        15,
        {"key": "text", "value": "three things: a, b"},
    ),
    ("title: “Open: now”\n", "curly-quote", 1, 13, {"key": "title", "value": "“Open: now”"}),
    ("title: « Open: now »\n", "curly-quote", 1, 14, {"key": "title", "value": "« Open: now »"}),
    # no colon, or no space after it
    ("title:Open\n", "no-space-after-colon", 1, 1, {"text": "title:Open"}),
    ("title:Open\nid: b\n", "no-space-after-colon", 1, 1, {"text": "title:Open"}),
    ("id: b\ntitle:Open\nend: c\n", "no-space-after-colon", 2, 1, {"text": "title:Open"}),
    ("title:\u00a0Open\n", "other-space", 1, 1, {"corrected": "title: Open"}),
    ("id: b\ntitle:\u202fOpen\nend: c\n", "other-space", 2, 1, {"codepoint": "U+202F"}),
    ("id: b\ntitle Open\nend: c\n", "missing-colon", 2, 1, {"text": "title Open"}),
    ("id: b\nend\n", "missing-colon", 2, 1, {"text": "end"}),
    ("Our plan\nid: b\n", "missing-colon", 1, 1, {"text": "Our plan"}),
    ("text: one\ntwo goes on\nid: b\n", "missing-colon", 2, 1, {"text": "two goes on"}),
    (": b\n", "empty-key", 1, 1, {}),
    # quotes
    ('id: b\ntitle: "Open\nend: c\n', "unclosed-quote", 2, 8, {"quote": '"'}),
    ("title: 'Open\n---\n", "unclosed-quote", 1, 8, {"quote": "'"}),
    ('title: "Open\nend: "c"\n', "unclosed-quote", 1, 8, {"quote": '"'}),
    ('title: "Open" data\n', "after-quote", 1, 15, {"quote": '"'}),
    ("lead: 'Citizen's Office'\n", "after-quote", 1, 16, {"quoted": '"Citizen\'s Office"'}),
    ("title: 'it's late'\n", "after-quote", 1, 12, {"quote": "'"}),
    ('title: "Open": now\n', "after-quote", 1, 14, {"quote": '"'}),
    ('a: "b" "c"\n', "after-quote", 1, 8, {"quote": '"'}),
    ('path: "C:\\Plans"\n', "escape", 1, 10, {"escape": "\\P"}),
    ('path: "C:\\Users"\n', "escape", 1, 10, {"escape": "\\U"}),
    ('a: "\\u20"\n', "escape", 1, 5, {"escape": "\\u"}),
    ('a: "\\UFFFFFFFF"\n', "escape", 1, 5, {"escape": "\\U"}),
    ('a: "\\U00110000"\n', "escape", 1, 5, {"escape": "\\U"}),
    # text that begins with a sign of YAML's own
    ("owner: @ministry\n", "reserved", 1, 8, {"character": "@"}),
    ("share: %20\n", "reserved", 1, 8, {"character": "%"}),
    ("code: `x`\n", "reserved", 1, 7, {"character": "`"}),
    ("text: > we promise\n", "block-text", 1, 7, {"character": ">"}),
    ("text: | we promise\n", "block-text", 1, 7, {"character": "|"}),
    ("title: [Draft] Plan\n", "after-bracket", 1, 16, {"closing": "]"}),
    ("title: {x} Plan\n", "after-bracket", 1, 12, {"closing": "}"}),
    ("title: ] Plan\n", "stray", 1, 8, {"character": "]"}),
    ("title: , Plan\n", "stray", 1, 8, {"character": ","}),
    ("title: *Important* note\n", "alias", 1, 8, {"name": "Important*"}),
    ("title: *Important note\n", "alias", 1, 8, {"name": "Important"}),
    ("title: & more\n", "anchor", 1, 8, {"name": ""}),
    ("title: !Important note\n", "tag", 1, 8, {"tag": "!Important"}),
    # brackets
    ("a: [b, c\nd: e\n", "unclosed-bracket", 1, 4, BRACKETS),
    ("a: [b, c\n", "unclosed-bracket", 1, 4, BRACKETS),
    ("a: {b: c\nd: e\n", "unclosed-bracket", 1, 4, BRACES),
    ('a: ["b" "c"]\n', "in-bracket", 1, 9, BRACKETS),
    ("a: {b: c d: e}\n", "in-bracket", 1, 11, BRACES),
    # lines at the wrong depth
    (
        "title: Open\n  end: c\n",
        "too-deep-line",
        2,
        3,
        {"spaces": 2, "above": 0, "line_above": 1},
    ),
    (
        "a:\n  - id: b\n     end: c\n",
        "too-deep-line",
        3,
        6,
        {"spaces": 5, "above": 2, "line_above": 2},
    ),
    (
        "a:\n    b: 1\n\n    # c\n  d: 2\n",
        "indentation",
        5,
        3,
        {"spaces": 2, "above": 4, "line_above": 2},
    ),
    (
        "a:\n  - b\n - c\n",
        "indentation",
        3,
        2,
        {"spaces": 1, "above": 2, "line_above": 2},
    ),
    ("a:\n\tb: c\n", "tab", 2, 1, {}),
    ("a:\n  b: c\n \td: e\n", "tab", 3, 2, {}),
    ("a: b\n\tc\n", "tab", 2, 1, {}),
    ("a: |\n\tb\n", "tab", 2, 1, {}),
    # lists and keys mixed
    ("themes: - water\n", "list-beside-key", 1, 9, {}),
    ("a: 1\n- b\n", "dash-among-keys", 2, 1, {}),
    ("a:\n  - b\n  c: d\n", "key-among-dashes", 3, 3, {}),
    # left over from git
    (
        "id: a\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> theirs\n",
        "conflict",
        2,
        1,
        {"marker": "<<<<<<< HEAD"},
    ),
    ("id: a\nb: 2\n>>>>>>> theirs\nc: d\n", "conflict", 3, 1, {"marker": ">>>>>>> theirs"}),
]


def the_finding(text: str) -> Finding:
    (finding,) = read_yaml(text.encode(), "plan.yml").findings
    return finding


@pytest.fixture(params=["libyaml", "python"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "python":
        monkeypatch.setattr(yaml, "CParser", None)
    elif yaml.CParser is None:
        pytest.skip("PyYAML has no libyaml here")


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    ("text", "variant", "line", "column", "args"), MISTAKES, ids=[repr(row[0]) for row in MISTAKES]
)
def test_a_usual_mistake_is_told_by_its_cause(
    text: str, variant: str, line: int, column: int, args: Mapping[str, str | int]
) -> None:
    found = the_finding(text)
    assert (found.variant, found.place.line, found.place.column) == (variant, line, column)
    assert args.items() <= found.args.items()


def test_every_mistake_has_its_case_here() -> None:
    tried = {variant for _, variant, *_ in MISTAKES}
    elsewhere = {"key-not-text", "directive", "other"}
    assert {variant for rule, variant in FAULTS if rule == "Y02"} - elsewhere <= tried


@pytest.mark.parametrize("text", [row[0] for row in MISTAKES], ids=repr)
def test_the_sentence_of_a_fault_is_given_all_its_arguments(text: str) -> None:
    found = the_finding(text)
    assert set(found.args) == set(FAULTS[found.rule, found.variant])


@pytest.mark.parametrize(
    "text",
    [
        "url: https://example.org:8080/a?b=c#d\n",
        "time: 12:30\n",
        "note: it's late\n",
        'note: the "open" plan\n',
        "note: 50 % of 3 * 4 & more! [sic] {x} @home\n",
        "range: 1 - 2\n",
        "text: one\n  two, goes on\n  - three\n",
        "a:\n- b\n- c\n",
        "a: |\n  title: Open: now\n   deeper\n\n  <<<<<<< HEAD\n",
        "a: # why\n  b\n",
        '"key: with colon": b\n',
        "path: C:\\Users\n",
    ],
)
def test_what_only_looks_like_a_mistake_is_read(text: str) -> None:
    file = read_yaml(text.encode(), "plan.yml")
    assert file.findings == ()
    assert file.data is not None


def test_a_long_line_is_told_in_part() -> None:
    found = the_finding("title: Open: " + "data " * 100 + "\n")
    value = found.args["value"]
    assert isinstance(value, str)
    assert value.startswith("Open: data")
    assert len(value) == 60
