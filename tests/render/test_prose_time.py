"""No text within the caps keeps the renderer busy: the shapes known to be slow, at the caps.

Each piece is repeated as often as the caps allow and filled up with words, before or
after it, so that the parser has the most to read for each.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from honest_markdown import AN_HONEST_FIELD, AN_HONEST_PAGE
from openroadmap.read.texts.caps import FIELD_CAPS, PAGE_CAPS, Caps, find_excess
from openroadmap.render.prose import markdown_to_html
from yardstick import Yardstick

# Times an honest text of the same size: about twice what the slowest shape takes.
FIELD_TIMES = 40
PAGE_TIMES = 36

SLOW = (
    *(
        "[",
        "![",
        "<![",
        "[a\n",
        "[*a*",
        "[a][",
        "[[a]",
        "[a](",
        "[a](<",
        "![a](",
        "[a](b(",
        "[a]:\n",
    ),
    *('[a](b "', '[a](b "c', "[a](b)", "a\n=\n", "a\n===\n", "# a\n", "# same\n\n", "# a #\n"),
    *("```a\n", "~~~a\n", "```\n", "> ", "- ", "- a\n", "1. a\n", "- a\n    - b\n", "- a\n\t"),
    *(
        "|a|b|\n",
        "|-|\n",
        "a|b\n-|-\n",
        "|`",
        "\\|",
        "*a*",
        "**a*b",
        "*a **b ",
        "***",
        "_a ",
        "__a_b ",
    ),
    *(
        "`a` ",
        "`",
        "`a `` ",
        "\\",
        "\\*",
        "&amp;",
        "&a",
        "<http:a>",
        "<a@b ",
        "<!",
        "<a ",
        "http://a ",
    ),
    *(
        "http://a_b",
        "http://a(",
        "a\n: b\n",
        "a\n\n: b\n\n",
        "    a\n",
        " a\n",
        "a  \n",
        "\t",
        "!",
        "~~a ~",
    ),
    *("^^a ^", "*[a]: b\n", "*(", "a\\\n", "--8<-- ", "$a$", "==a", "++a", "{: #a }"),
)


def largest(piece: str, caps: Caps, filled_after: bool, size: int) -> str:
    """As many of the pieces as pass the caps in a text of that size, the rest words."""

    def text_of(count: int) -> str:
        pieces = piece * count
        words = "word " * ((size - len(pieces)) // 5)
        return pieces + words if filled_after else words + pieces

    low, high = 0, size // len(piece)
    while low < high:
        middle = (low + high + 1) // 2
        if find_excess(text_of(middle), caps):
            high = middle - 1
        else:
            low = middle
    return text_of(low)


def rendering(text: str, page: bool = False) -> Callable[[], str]:
    return lambda: markdown_to_html(text, page)


@pytest.mark.parametrize("filled_after", [True, False], ids=["first", "last"])
@pytest.mark.parametrize("piece", SLOW)
def test_a_field_at_the_caps_is_rendered_at_once(piece: str, filled_after: bool) -> None:
    text = largest(piece, FIELD_CAPS, filled_after, FIELD_CAPS.characters)
    assert find_excess(text, FIELD_CAPS) is None
    AN_HONEST_FIELD.assert_at_most(FIELD_TIMES, rendering(text))


@pytest.mark.parametrize(
    "piece", ["[a](", "[", "```a\n", "a\n=\n", "# a\n", "# same\n\n", ":a\n", "\\"]
)
def test_a_page_at_the_caps_is_rendered_soon(piece: str) -> None:
    text = largest(piece, PAGE_CAPS, True, PAGE_CAPS.characters)
    assert find_excess(text, PAGE_CAPS) is None
    AN_HONEST_PAGE.assert_at_most(PAGE_TIMES, rendering(text, page=True))


@pytest.mark.parametrize("piece", SLOW)
def test_twice_the_text_takes_at_most_about_four_times_as_long(piece: str) -> None:
    half = FIELD_CAPS.characters // 2
    shorter = Yardstick(rendering(largest(piece, FIELD_CAPS, True, half)))
    shorter.assert_at_most(5, rendering(largest(piece, FIELD_CAPS, True, 2 * half)))


@pytest.mark.parametrize(
    "text",
    [
        *("[" * 100_000, "[a][" * 4_000, "![a](" * 4_000, "> " * 10_000, "# a\n\n" * 30_000),
        "".join("    " * depth + "- a\n" for depth in range(400)),
    ],
    ids=["brackets", "references", "pictures", "quotes", "headings", "lists"],
)
@pytest.mark.parametrize("page", [False, True], ids=["field", "page"])
def test_a_text_beyond_the_caps_is_shown_as_typed_without_parsing(text: str, page: bool) -> None:
    assert find_excess(text, PAGE_CAPS)
    AN_HONEST_FIELD.assert_at_most(5, rendering(text, page))
    shown = markdown_to_html(text, page)
    assert shown.startswith("<p>")
    assert "<a" not in shown
