"""What templates may use is what is documented, and nothing is documented in vain."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any

import openroadmap.views
from jinja2.compiler import CodeGenerator
from openroadmap.i18n import translator
from openroadmap.render.html import open_bodies, render
from page_samples import every_view, home_view

ROOM = Path(openroadmap.views.__file__).parent

# Fields that no template places, and who uses them instead.
ELSEWHERE = {
    "address": "the publisher: where the page lies",
    "source": "the publisher: the file behind the page",
    "description": "the renderer: cut to the length that search engines show",
    "number": "the sum of findings on the plan",
    "id": "the build, which keeps cards and news by their id",
    "starts": "the order of lists",
    "title": "the frame: every page's title",
    "notice_brief": "the style sheet of a printed plan: the head of every page",
    "kind": "counting and telling news apart",
    "day": "the order of news",
    "quarter": "the periods of news",
    "edited": "feeds: when an entry was last changed",
    "is_new_status": "counting reports with a new status",
    "is_removed": "counting news whose record was removed",
    "is_weighty": "the order of lines, and which of them stay on a full page",
    "commitments": "the sum on the member's card; the feeds of commitments",
    "institutions": "the feeds of institutions",
    "policy_areas": "the feeds of policy areas",
    "work": "the renderer: what programs are told of the page",
    "kept_by": "shown at the foot of a page and at the head of a plan",
}
# Working values of the views room itself that no template sees.
NOT_SHOWN = {
    *("Setting", "Forge", "Told", "CheckWords", "Account"),
    *("Scene", "Drawn"),  # of a timeline
    *("Duty", "Standing", "StandingPack", "StandingAnswer"),  # for calendars and the comparison
    *("PlanTally", "TallyStep", "FirstSteps", "Axis"),
    *("Listing", "ListedCommitment"),  # for lists and numbers of the whole site
    *("Coming", "ComingPlan"),  # for calendars
    *("LinkedSite", "Work"),  # for programs that read a page
    *("Column", "Table"),  # for the open data, its package and its dictionary
    *("NewsPiece", "PlanNews", "Shared"),  # what the pages of changes and feeds are made of
    *("Touched", "Later"),  # what lines of news, and marks beside records, are made of
}


def documented() -> Iterator[tuple[str, str, str]]:
    """Class, field and documentation of every dataclass in the room."""
    for file in sorted(ROOM.rglob("*.py")):
        for node in ast.parse(file.read_text("utf-8")).body:
            shown = isinstance(node, ast.ClassDef) and node.decorator_list
            if shown and node.name not in NOT_SHOWN and not node.name.startswith("_"):
                yield from _fields(node)


def _fields(node: ast.ClassDef) -> Iterator[tuple[str, str, str]]:
    for line, after in zip(node.body, [*node.body[1:], None], strict=True):
        if isinstance(line, ast.AnnAssign) and "ClassVar" not in ast.unparse(line.annotation):
            text = after.value if isinstance(after, ast.Expr) else None
            words = text.value if isinstance(text, ast.Constant) else ""
            yield node.name, ast.unparse(line.target), str(words)


@cache
def views() -> tuple[Any, ...]:
    return (*every_view(), home_view())


@cache
def used() -> frozenset[tuple[str, str]]:
    """Class and attribute of everything that the templates ask of the views' own classes."""
    seen: set[tuple[str, str]] = set()
    bodies = open_bodies(translator("en"))
    ask = bodies.environment.getattr

    def recording(thing: Any, name: str) -> Any:
        if is_dataclass(thing):
            seen.add((type(thing).__name__, name))
        return ask(thing, name)

    # Our templates ask a view directly; here they go through the environment, as Jinja's own do.
    asking = type("Asking", (bodies.environment.code_generator_class,), {
        "visit_Getattr": CodeGenerator.visit_Getattr,
    })  # fmt: skip
    bodies.environment.code_generator_class = asking
    bodies.environment.getattr = recording  # type: ignore[method-assign]
    for view in views():
        render(view, bodies)
    return frozenset(seen)


def test_every_field_of_a_page_says_what_it_is() -> None:
    silent = [f"{name}.{field}" for name, field, words in documented() if not words.strip()]
    assert silent == []


def test_templates_use_every_documented_field() -> None:
    placed = used()
    unused = [
        f"{name}.{field}"
        for name, field, _ in documented()
        if (name, field) not in placed and field not in ELSEWHERE
    ]
    assert unused == []


def test_templates_use_nothing_but_fields() -> None:
    known = {(name, field) for name, field, _ in documented()}
    foreign = {"Example", "Snippet"}  # of the rules' pages, documented in their own room
    assert {each for each in used() if each[0] not in foreign} - known == set()


def test_pages_are_plain_data_all_the_way_down() -> None:
    plain = (str, int, bool, type(None))

    def odd(value: Any) -> Iterator[Any]:
        if is_dataclass(value):
            for field in fields(value):
                yield from odd(getattr(value, field.name))
        elif isinstance(value, tuple):
            for item in value:
                yield from odd(item)
        elif not isinstance(value, plain):
            yield value

    assert [found for view in views() for found in odd(view)] == []
