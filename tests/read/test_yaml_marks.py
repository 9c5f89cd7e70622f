"""Every key and value can be found again in its file."""

from __future__ import annotations

import sys

import pytest
from openroadmap.findings import DataPath
from openroadmap.read.marks import Marks
from openroadmap.read.yaml import read_yaml
from yardstick import Yardstick

RECORD = """\
# A comment, and a blank line

title: Ouvrir les données à tous — «\u00a0vraiment\u00a0»
lead:
  name: Finance
  roles: [owner, {of: data, "é à": now}]
empty:
milestones:
- id: a
  due: 2027-01
-   - deep
    - {}
- text: |
    two
    lines
status: complete
status: {of: [1, 2, 3]}
last: "end"
"""
FILE = read_yaml(RECORD.encode(), "plan.yml")


def after(place: tuple[int, int]) -> str:
    """What the file says from a place to the end of the line."""
    line, column = place
    return RECORD.split("\n")[line - 1][column - 1 :]


@pytest.mark.parametrize(
    ("path", "key", "value"),
    [
        (("title",), "title: Ouvrir", "Ouvrir les données"),
        (("lead",), "lead:", "name: Finance"),
        (("lead", "name"), "name: Finance", "Finance"),
        (("lead", "roles"), "roles: [", "[owner"),
        (("lead", "roles", 0), "owner,", "owner,"),
        (("lead", "roles", 1), "{of:", "{of:"),
        (("lead", "roles", 1, "of"), "of: data", "data,"),
        (("lead", "roles", 1, "é à"), '"é à": now', "now}"),
        (("milestones",), "milestones:", "- id: a"),
        (("milestones", 0), "id: a", "id: a"),
        (("milestones", 0, "due"), "due: 2027", "2027-01"),
        (("milestones", 1), "- deep", "- deep"),
        (("milestones", 1, 0), "deep", "deep"),
        (("milestones", 1, 1), "{}", "{}"),
        (("milestones", 2, "text"), "text: |", "|"),
        (("status",), "status: complete", "complete"),
        (("last",), 'last: "end"', '"end"'),
    ],
)
def test_a_path_leads_to_its_key_and_its_value(path: DataPath, key: str, value: str) -> None:
    assert after(FILE.marks.key(path)).startswith(key)
    assert after(FILE.marks.value(path)).startswith(value)


def test_an_empty_value_stands_right_after_its_key() -> None:
    assert FILE.marks.key(("empty",)) == (7, 1)
    assert FILE.marks.value(("empty",)) == (7, 7)


def test_columns_count_characters_and_not_bytes() -> None:
    file = read_yaml('{"é😀": "à", b: c}'.encode(), "plan.yml")
    assert file.marks.value(("é😀",)) == (1, 8)
    assert file.marks.key(("b",)) == (1, 13)


@pytest.mark.parametrize(
    ("missing", "parent"),
    [
        (("nothing",), ()),
        (("lead", "contact"), ("lead",)),
        (("lead", "contact", "phone", 3), ("lead",)),
        (("title", "short"), ("title",)),
        (("milestones", 0, "starts"), ("milestones", 0)),
        (("milestones", 9), ("milestones",)),
        (("milestones", "0"), ("milestones",)),
        (("lead", 0), ("lead",)),
    ],
)
def test_what_is_missing_is_looked_for_at_its_parent(missing: DataPath, parent: DataPath) -> None:
    assert FILE.marks.value(missing) == FILE.marks.value(parent)
    assert FILE.marks.key(missing) == FILE.marks.key(parent)


def test_the_record_itself_stands_at_its_first_key() -> None:
    assert FILE.marks.value(()) == FILE.marks.key(()) == (3, 1)


def test_a_file_that_was_refused_has_no_place_but_itself() -> None:
    marks = read_yaml(b"a: &x b\n", "plan.yml").marks
    assert marks.value(("a",)) == marks.key(()) == (0, 0)


def test_marks_of_other_data_lead_nowhere_rather_than_fail() -> None:
    marks = Marks({"a": {"b": "c"}}, [0, 0, 3])
    assert marks.value(("a", "b")) == (0, 0)


def test_a_file_of_many_lines_has_marks_too() -> None:
    file = read_yaml(b"\n" * 200_000 + b"a: b\n", "plan.yml")
    assert file.marks.value(("a",)) == (200_001, 4)


def test_a_large_file_is_searched_like_a_small_one() -> None:
    text = "list:\n" + "".join(f"  - id: i{number}\n    of: [a]\n" for number in range(3_000))
    marks = read_yaml(text.encode(), "plan.yml").marks
    assert marks.value(("list", 2_999, "of", 0)) == (6_001, 10)
    assert marks.key(("list", 1, "of")) == (5, 5)
    assert marks.key(("list", 1, "to")) == marks.key(("list", 1)) == (4, 5)
    assert marks.value(("list", 3_000)) == (2, 3)


def test_marks_of_a_usual_file_are_small() -> None:
    entry = "  - id: step\n    title: Publish\n    due: 2027-01\n    url: https://example.org\n"
    marks = read_yaml(("milestones:\n" + entry * 22).encode(), "plan.yml").marks
    held = [getattr(marks, name) for name in marks.__slots__ if name != "_data"]
    assert sum(map(sys.getsizeof, [marks, *held])) < 2_000


@pytest.mark.parametrize("text", [f"list: [a{', a' * 6_000}]\n", "list:\n" + "- a\n" * 4_900])
def test_the_places_of_many_items_take_about_as_long_as_in_the_strict_reader(text: str) -> None:
    """Whatever is wrong in a file may be wrong in each item of a long list."""

    def find_all(given: str) -> None:
        file = read_yaml(given.encode(), "plan.yml")
        assert isinstance(file.data, dict)
        found = [file.marks.value(("list", number)) for number in range(len(file.data["list"]))]
        assert len(set(found)) > 4_000

    Yardstick(lambda: find_all(f"---\n{text}")).assert_at_most(5, lambda: find_all(text))
