"""Words after a number sign are told; remarks that lose nothing may stand."""

from __future__ import annotations

import pytest
from openroadmap.read import yaml
from openroadmap.read.yaml import read_yaml


@pytest.fixture(params=["libyaml", "python"], autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "python":
        monkeypatch.setattr(yaml, "CParser", None)
    elif yaml.CParser is None:
        pytest.skip("PyYAML has no libyaml here")


LOST = [
    ("title: Adopt #1 the Charter\n", 1, '"Adopt #1 the Charter"'),
    ("title: #1 the Charter\n", 1, '"#1 the Charter"'),
    ("a: b\ntitle: Open the register # 2 of 3\n", 2, '"Open the register # 2 of 3"'),
    ("title: Adopt # 1\n", 1, '"Adopt # 1"'),
    ('title: The "one" #1\n', 1, "'The \"one\" #1'"),
    ("title: Réunion à Łódź #1\n", 1, '"Réunion à Łódź #1"'),
    ("list:\n  - Item #2\n", 2, '"Item #2"'),
    ("text: one two\n  three #4\nb: c\n", 2, '"one two three #4"'),
    ("part: {name: Office #2\n  }\n", 1, '"Office #2"'),
]


@pytest.mark.parametrize(("text", "line", "quoted"), LOST, ids=repr)
def test_words_that_would_be_lost_are_told_with_the_line_put_right(
    text: str, line: int, quoted: str
) -> None:
    (found,) = read_yaml(text.encode(), "plan.yml").findings
    assert (found.rule, found.variant, found.place.line) == ("Y11", "lost", line)
    assert found.args["quoted"] == quoted
    typed = text.splitlines()[line - 1]
    assert typed[found.place.column - 1 :].lstrip().startswith("#")


@pytest.mark.parametrize(
    "text",
    [
        "starts_on: 2026-01  # draft\n",
        "starts_on: 2027-Q3 # draft\n",
        "completion: not_started # see the update\n",
        "ogp_id: ELG0006 # looked up\n",
        "url: https://example.org/a#b # looked up\n",
        "number: 3 #\n",
        "number: 3 ## three\n",
        "title: # to come\n",
        "milestones: # all of them\n  - id: m1 # first\n",
        'title: "Adopt #1 the Charter" # in quotes\n',
        "title: 'Adopt' #1\n",
        "text: |  # as typed\n  Adopt #1 the Charter\n",
        "text: >\n  Adopt #1\n",
        "# title: Adopt #1\na: b\n",
        "title: Adopt the Charter\n# a remark\nb: c\n",
        "title: C# and F#\n",
        "areas: [a, b] # two\n",
    ],
)
def test_a_remark_that_loses_nothing_may_stand(text: str) -> None:
    assert read_yaml(text.encode(), "plan.yml").findings == ()
