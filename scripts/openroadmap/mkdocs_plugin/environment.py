"""The Jinja environment of the frame: folders of templates come in, an environment goes out.

It differs from MkDocs' own in four ways: it escapes by default, it leaves out
what our pages do without, it publishes no file of a theme but those in
`assets/`, and it keeps compiled templates.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, pass_context
from jinja2.ext import Extension

from openroadmap.mkdocs_plugin.pages import FAST

if TYPE_CHECKING:
    from jinja2 import Template
    from jinja2.runtime import Context

    from openroadmap.mkdocs_plugin.shells import Shells

PUBLISHED = (".css", ".js", ".svg", ".png", ".jpg", ".webp", ".ico", ".woff2")
"""Kinds of file that a theme's `assets/` may hold for the site."""

UNUSED = (
    r'<input class="md-toggle"[^>]*>',  # checkboxes as menu buttons: not reachable by keyboard
    r'<label class="md-overlay"[^>]*></label>',
    r'<div data-md-component="skip">.*?</div>',  # only there when a page has headings; ours always
    r'<div class="md-dialog" data-md-component="dialog">\s*<div[^>]*></div>\s*</div>',
    r'\{% include "partials/javascripts/(?:base|content)\.html" %\}',  # inline scripts
)
"""Parts of Material's `base.html` that stand outside its blocks and cannot be overridden."""

_UNUSED = re.compile("|".join(UNUSED), re.DOTALL)
_INDENT = re.compile(r"\n\s+")


class WithoutUnusedParts(Extension):
    """Takes the parts named above out of Material's base template before it is compiled, and
    out of all templates the indentation and empty lines that are there for those who write."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        used = _UNUSED.sub("", source) if name == "base.html" else source
        return _INDENT.sub("\n", used)


class FrameEnvironment(Environment):
    """``folders`` are looked through in order; ``theirs`` holds those whose assets we skip.
    ``compiled`` keeps compiled templates between runs."""

    def __init__(
        self, folders: list[str], theirs: frozenset[str], compiled: BytecodeCache | None
    ) -> None:
        super().__init__(
            loader=FileSystemLoader(folders),
            extensions=[WithoutUnusedParts],
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            bytecode_cache=compiled,
        )
        self.asset_folders = [folder for folder in folders if folder not in theirs]
        self.shells: Shells | None = None
        digest = cache(self._digest)
        self.filters["url"] = relative
        self.filters["asset"] = _asset_filter(digest)
        self.filters["script_tag"] = str
        self.tests["asset"] = lambda path: bool(digest(path))

    def get_template(self, name: Any, *args: Any, **kwargs: Any) -> Template:
        """MkDocs asks for a page's template here; the splicer answers under its own name."""
        if name == FAST and self.shells is not None:
            return self.shells  # type: ignore[return-value]
        return super().get_template(name, *args, **kwargs)

    def list_templates(
        self, extensions: Any = None, filter_func: Callable[[str], bool] | None = None
    ) -> list[str]:
        """MkDocs copies what is listed here to the site; it would list 15,000 icons."""
        found = {path for folder in self.asset_folders for path in _assets(folder)}
        return sorted(path for path in found if filter_func is None or filter_func(path))

    def _digest(self, path: str) -> str:
        """A few letters that change with the file, "" when there is none."""
        for folder in self.asset_folders:
            file = Path(folder, path)
            if file.is_file():
                return hashlib.blake2b(file.read_bytes(), digest_size=4).hexdigest()
        return ""


def _assets(folder: str) -> Iterator[str]:
    for here, _, names in os.walk(os.path.join(folder, "assets")):  # noqa: PTH118
        below = Path(here).relative_to(folder).as_posix()
        for name in names:
            if name.endswith(PUBLISHED):
                yield f"{below}/{name}"


@pass_context
def relative(context: Context, address: str) -> str:
    """The way from this page to an address of the site.

    Always up to the root and down again, so that it depends on nothing but the
    depth of the page: one rendering serves all pages of that depth.
    """
    address = str(address)
    if address.startswith(("/", "#")) or re.match(r"[a-z][a-z0-9+.-]*:", address):
        return address
    return f"{context['base_url'].rstrip('/')}/{address}"


def _asset_filter(digest: Callable[[str], str]) -> Callable[[Context, str], str]:
    @pass_context
    def asset(context: Context, path: str) -> str:
        """An asset's address; it changes with the file, so browsers never keep an old one."""
        return f"{relative(context, path)}?{digest(path)}"

    return asset
