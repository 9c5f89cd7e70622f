"""The lines of a promise mean in a plan as adopted what they mean in the commitment's file."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from made_promises import LINES, PROSE, made
from openroadmap.export.record_yaml import write_yaml
from openroadmap.model.commitment import Promise
from openroadmap.model.fields import names_of
from openroadmap.read.plain import read_plain
from openroadmap.read.promise_lines import promise_lines

PROMISED = frozenset(names_of(Promise)) - {"id"}
BETWEEN = st.sampled_from(["", "", "", "\n", "\n\n", "# why\n", "#\n\n", "  \n", "  # in\n"])
"""What people put between lines; the last two are not plain everywhere."""
OTHERS = st.fixed_dictionaries(
    {}, optional={"number": LINES, "links": st.lists(LINES, min_size=1), "notes": PROSE}
)
"""What a commitment says besides its promise."""
DASHED = "title: T\nmilestones:\n- id: a\n  title: A\n# b\n- id: b\n  title: B\nnumber: 3\n"


@st.composite
def texts(draw: st.DrawFn) -> str:
    """The text of a commitment, with all kinds of things between its lines."""
    data = draw(made(Promise)) | draw(OTHERS)
    order = draw(st.permutations(sorted(data)))
    lines = write_yaml({name: data[name] for name in order}).splitlines(keepends=True)
    return "".join(draw(BETWEEN) + line for line in lines) + draw(BETWEEN)


def said(text: str) -> dict[str, Any] | None:
    """What plain YAML says of the promise; None where it is not plain."""
    read = read_plain(text)
    return read and {name: value for name, value in read.items() if name in PROMISED}


@given(texts())
@example(DASHED)
@example("title: T\nsummary: |\n  One.\n\n  - Two.\n\n\nproblem: >-\n  Three\n  four.\n")
@example("# A remark\nnumber: 3\ntitle: T\n")
@example('title: "title: T"\nnotes:\n  - about: [title]\n    text: No.\nlead: L\n')
def test_the_lines_say_further_in_what_they_say_at_the_margin(text: str) -> None:
    assume(said(text))
    item = f"commitments:\n  - id: x\n{promise_lines(text)}    digest: d\n"
    assert read_plain(item) == {"commitments": [{"id": "x", **(said(text) or {}), "digest": "d"}]}


def test_they_are_the_very_lines_without_what_is_no_promise() -> None:
    text = (
        "# Ours.\nogp_id: EX1\ntitle: Plant trees\nsummary: >-\n  In every\n  street.\n\n"
        "  And soon.\n# To be agreed:\nlinks:\n  - title: x\n    url: https://example.org/\n"
        "lead: Parks\n"
    )
    assert promise_lines(text) == (
        "    title: Plant trees\n    summary: >-\n      In every\n      street.\n\n"
        "      And soon.\n    lead: Parks\n"
    )


@pytest.mark.parametrize("text", [DASHED, DASHED.replace("# b\n", "")])
def test_a_list_at_the_margin_belongs_to_its_entry(text: str) -> None:
    assert promise_lines(text) == (
        "    title: T\n    milestones:\n    - id: a\n      title: A\n    - id: b\n      title: B\n"
    )
