"""CSV that a spreadsheet cannot take for formulas: rows of cells in, text by RFC 4180 out.

A spreadsheet runs a cell that begins like a formula. Programs that split at
semicolons, as spreadsheets in much of Europe do, let a cell begin after each
semicolon, tab or line break of ours. So an apostrophe is put wherever a cell
could begin with a sign of a formula, be it behind quotes, or with an
apostrophe: every apostrophe in such a place was put there, and taking it away
gives back what was typed (``to_typed``). An empty line needs none: it is an
empty cell wherever a program splits, and what comes after it begins anew.

Every text is quoted and nothing else is, which takes a fifth of the time that
looking at each letter does.

There is no byte order mark. It would become part of the first column's name
in many programs, and joins would fail without a word; the page about the data
says how a spreadsheet is told that the file is UTF-8.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

SIGNS = "=+-@\t\r\n\0＝＋－＠'"
"""How a formula can begin, wide signs of East Asian keyboards too; and the apostrophe itself."""

_BREAKS = ";\t\r\n"
_FORMULA = f"\"*[{re.escape(SIGNS)}]"
_BEGINS = re.compile(_FORMULA)
_EMPTY_LINE = r"(?<=[\r\n])[\r\n]"
_BEGINS_ANEW = re.compile(f"[{_BREAKS}](?={_FORMULA})(?!{_EMPTY_LINE})")
_PUT = re.compile(f"(?:^|(?<=[{_BREAKS}]))'")
_FIRST = frozenset(f'{SIGNS}"')


def to_cell(text: str) -> str:
    """A text as a cell that no spreadsheet takes for a formula."""
    text = _BEGINS_ANEW.sub(r"\g<0>'", text)
    return f"'{text}" if _BEGINS.match(text) else text


def to_typed(cell: str) -> str:
    """The text that a cell was made of."""
    return _PUT.sub("", cell)


def quoted(text: str) -> str:
    """A text as it stands in the file: a cell that is no formula, in quotes.

    Most texts show at a glance that there is nothing to do.
    """
    if text[:1] in _FIRST or ";" in text or "\n" in text or "\t" in text or "\r" in text:
        text = to_cell(text)
    if '"' in text:
        text = text.replace('"', '""')
    return f'"{text}"'


def line(cells: Iterable[str]) -> str:
    """Cells as a line of the file; texts are quoted already, all else needs no quotes."""
    return f"{','.join(cells)}\r\n"
