"""The shape of the engine, held by tests: who may import whom, how long, who knows the clock."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ENGINE = ROOT / "scripts" / "openroadmap"
FILES = sorted(ENGINE.rglob("*.py"))

# A room imports only from rooms to its left; "" is the package's own __init__.
ROOMS = (
    *("", "immutable", "draft", "findings", "model", "i18n", "standards", "read", "history"),
    *("rules", "measure", "views", "render", "export", "report", "importers", "commands"),
    *("mkdocs_plugin", "cli", "__main__"),
)
# The rooms that meet the world: arguments, environment, clock.
DOORS = {"commands", "cli", "mkdocs_plugin", "__main__"}
CLOCK = {
    *("date.today", "datetime.now", "datetime.today", "datetime.utcnow", "time.time"),
    *("time.localtime", "time.gmtime", "time.strftime", "time.time_ns"),
}
TEXTS = {".html", ".css", ".js", ".svg"}
FILE_CEILING = 300
FUNCTION_CEILING = 60

every_file = pytest.mark.parametrize(
    "file", FILES, ids=[path.relative_to(ENGINE).as_posix() for path in FILES]
)


def room_of(file: Path) -> str:
    first = file.relative_to(ENGINE).parts[0].removesuffix(".py")
    return "" if first == "__init__" else first


def tree_of(file: Path) -> ast.Module:
    return ast.parse(file.read_text("utf-8"), str(file))


def imported(node: ast.AST, package: tuple[str, ...]) -> Iterator[str]:
    """The full names that one statement imports; `package` is where a leading dot starts."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        start = package[: len(package) - node.level + 1] if node.level else ()
        module = ".".join((*start, *filter(None, [node.module])))
        yield from (f"{module}.{alias.name}" for alias in node.names)


def imports_of(file: Path) -> list[tuple[int, str]]:
    package = ("openroadmap", *file.relative_to(ENGINE).parent.parts)
    return [
        (node.lineno, name)
        for node in ast.walk(tree_of(file))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in imported(node, package)
    ]


def room_named(name: str) -> str:
    """The room of an imported name: of `openroadmap.read.yaml.read_yaml`, `read`."""
    parts = name.split(".")
    return parts[1] if len(parts) > 1 and parts[1] in ROOMS else ""


def dotted(node: ast.expr) -> str:
    """`datetime.date.today` of the expression that says so; only the last two words count."""
    if isinstance(node, ast.Attribute):
        owner = dotted(node.value).rpartition(".")[2]
        return f"{owner}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else ""


def faults(found: list[str]) -> None:
    assert not found, "\n" + "\n".join(found)


@every_file
def test_a_room_has_a_place_in_the_row(file: Path) -> None:
    assert room_of(file) in ROOMS


@every_file
def test_a_room_imports_only_from_rooms_to_its_left(file: Path) -> None:
    here = ROOMS.index(room_of(file))
    faults(
        [
            f"{file.name}:{line} imports {name}, a room to its right"
            for line, name in imports_of(file)
            if name.startswith("openroadmap.") and ROOMS.index(room_named(name)) > here
        ]
    )


@every_file
def test_mkdocs_is_known_to_the_plugin_alone(file: Path) -> None:
    if room_of(file) != "mkdocs_plugin":
        faults(
            [
                f"{file.name}:{line} imports {name}"
                for line, name in imports_of(file)
                if name.split(".")[0] in {"mkdocs", "material"}
            ]
        )


@every_file
def test_the_clock_and_the_environment_are_known_at_the_doors_alone(file: Path) -> None:
    if room_of(file) not in DOORS:
        forbidden = CLOCK | {"os.environ", "os.getenv"}
        faults(
            [
                f"{file.name}:{node.lineno} asks for {dotted(node)}; make it an argument"
                for node in ast.walk(tree_of(file))
                if isinstance(node, ast.Attribute) and dotted(node) in forbidden
            ]
        )


@every_file
def test_print_is_for_the_command_line_alone(file: Path) -> None:
    if room_of(file) != "cli":
        faults(
            [
                f"{file.name}:{node.lineno} prints"
                for node in ast.walk(tree_of(file))
                if isinstance(node, ast.Call) and dotted(node.func) == "print"
            ]
        )


@every_file
def test_no_error_is_caught_without_a_name_or_swallowed(file: Path) -> None:
    handlers = [node for node in ast.walk(tree_of(file)) if isinstance(node, ast.ExceptHandler)]
    faults(
        [
            f"{file.name}:{handler.lineno} catches everything, or passes over what it caught"
            for handler in handlers
            if handler.type is None or all(isinstance(line, ast.Pass) for line in handler.body)
        ]
    )


@every_file
def test_a_file_can_be_read_in_one_sitting(file: Path) -> None:
    lines = len(file.read_text("utf-8").splitlines())
    assert lines <= FILE_CEILING, f"{file.name} has {lines} lines: does it hold two things?"


@every_file
def test_a_function_can_be_seen_at_once(file: Path) -> None:
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    faults(
        [
            f"{file.name}:{node.lineno} {node.name} is longer than {FUNCTION_CEILING} lines"
            for node in ast.walk(tree_of(file))
            if isinstance(node, functions)
            and (node.end_lineno or 0) - node.lineno >= FUNCTION_CEILING
        ]
    )


@every_file
def test_a_module_opens_with_what_comes_in_and_goes_out(file: Path) -> None:
    tree = tree_of(file)
    if tree.body:
        assert ast.get_docstring(tree), f"{file.name} does not say what it is"


def test_no_file_of_the_theme_holds_what_a_merge_left_behind() -> None:
    left = re.compile(r"^(?:<{7} |={7}$|>{7} )", re.MULTILINE)
    texts = [file for file in (ROOT / "theme").rglob("*.*") if file.suffix in TEXTS]
    assert len(texts) > 20
    faults([file.name for file in texts if left.search(file.read_text("utf-8"))])


def test_the_code_is_clean_to_ruff() -> None:
    words = [sys.executable, "-m", "ruff", "check", "--no-cache", "--quiet", "scripts", "tests"]
    report = subprocess.run(words, cwd=ROOT, capture_output=True, text=True)
    assert report.returncode == 0, report.stdout + report.stderr


# The tests above are only worth something if they can fail.


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("import openroadmap.cli", "openroadmap.cli"),
        ("from openroadmap import cli", "openroadmap.cli"),
        ("from ..cli import main", "openroadmap.cli.main"),
        ("from .. import cli", "openroadmap.cli"),
        ("from .yaml import read_yaml", "openroadmap.read.yaml.read_yaml"),
    ],
)
def test_an_import_is_understood_however_it_is_written(line: str, name: str) -> None:
    statement = ast.parse(line).body[0]
    assert list(imported(statement, ("openroadmap", "read"))) == [name]


def test_a_clock_is_recognised_under_its_longer_name() -> None:
    call = ast.parse("datetime.date.today()", mode="eval").body
    assert isinstance(call, ast.Call)
    assert dotted(call.func) in CLOCK
