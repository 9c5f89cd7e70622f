"""A text and a parser's error come in; where the parser stopped, and what is there, goes out."""

from __future__ import annotations

from dataclasses import field

from yaml.error import Mark, YAMLError
from yaml.events import Event

from openroadmap.immutable import immutable


@immutable
class Mistake:
    """What a complaint most probably means. Line and column count from 1."""

    variant: str
    at: tuple[int, int]
    args: dict[str, str | int] = field(default_factory=dict)
    rule: str = "Y02"


@immutable
class Scene:
    """The text and where the parser stopped in it. Lines and columns count from 0."""

    lines: list[str]
    line: int
    column: int
    problem: str
    context: str
    context_line: int
    context_column: int
    last: Event | None

    @property
    def text(self) -> str:
        return self.lines[self.line]

    @property
    def character(self) -> str:
        return self.text[self.column : self.column + 1]

    @property
    def opening(self) -> str:
        """The character at which the part began that the parser was in."""
        return self.lines[self.context_line][self.context_column : self.context_column + 1]

    @property
    def here(self) -> tuple[int, int]:
        return self.line + 1, self.column + 1

    @property
    def start(self) -> tuple[int, int]:
        return self.context_line + 1, self.context_column + 1

    @property
    def begins_line(self) -> bool:
        return not self.text[: self.column].strip()

    def above(self) -> int:
        """The nearest line above that says something, or the line itself."""
        for number in range(self.line - 1, -1, -1):
            if self.lines[number].strip() and not self.lines[number].lstrip().startswith("#"):
                return number
        return self.line


def look_at(text: str, error: YAMLError, last: Event | None) -> Scene:
    """Take down where the parser stopped. The two parsers leave out different things."""
    lines = text.split("\n")
    mark = getattr(error, "problem_mark", None)
    line, column = _within(lines, mark)
    context_line, context_column = _within(lines, getattr(error, "context_mark", None) or mark)
    return Scene(
        lines,
        line,
        column,
        getattr(error, "problem", None) or "",
        getattr(error, "context", None) or "",
        context_line,
        context_column,
        last,
    )


def _within(lines: list[str], mark: Mark | None) -> tuple[int, int]:
    """A place in the text: the end of the file means the end of the last line that has words."""
    line, column = (mark.line, mark.column) if mark else (0, 0)
    if not any(one.strip(" ") for one in lines[line:]):
        line = max((number for number, one in enumerate(lines) if one.strip(" ")), default=0)
        column = len(lines[line])
    return line, column
