"""The hostile Markdown corpus, and the ways of turning a file of it into HTML.

In: the files under `markdown/`, in folders named after the attacks of the threat
model. Out: each as HTML in the ways that the tests compare: as a documentation
site would render it, that same HTML cleaned, and our own way for records and pages.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from markdown import Markdown

FOLDER = Path(__file__).parent / "markdown"


@dataclass(frozen=True, slots=True)
class HostileText:
    """One file: its name without the ending ("09-raw-html/script"), and what it holds."""

    name: str
    text: str

    @property
    def group(self) -> str:
        return self.name.partition("/")[0]


CORPUS = tuple(
    HostileText(file.relative_to(FOLDER).with_suffix("").as_posix(), file.read_text("utf-8"))
    for file in sorted(FOLDER.rglob("*.md"))
)
GROUPS = tuple(sorted({hostile.group for hostile in CORPUS}))


@cache
def trusting_parser() -> Markdown:
    """A parser as many documentation sites set it up, for authors that are trusted."""
    extensions = ("abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "toc")
    more = ("details", "superfences", "tabbed", "keys", "tasklist", "emoji", "tilde", "caret")
    return Markdown(
        extensions=[*extensions, "tables", *(f"pymdownx.{name}" for name in more)],
        extension_configs={
            "pymdownx.superfences": {
                "custom_fences": [{"name": "mermaid", "class": "mermaid", "format": _mermaid}]
            }
        },
    )


def trusting(text: str) -> str:
    """The text rendered without any care."""
    return trusting_parser().reset().convert(text)


def _mermaid(source: str, *_: object, **__: object) -> str:
    return f'<pre class="mermaid"><code>{source}</code></pre>'
