"""Our pages as MkDocs wants them: a `Page` comes in, an MkDocs file with its page goes out.

They differ from MkDocs' own in that nothing is read or converted any more, and
in that a thousand of them cost next to nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage

from openroadmap.immutable import immutable

if TYPE_CHECKING:
    from openroadmap.render.page import Page
    from openroadmap.views.forge import Forge

FAST = "openroadmap/fast"
"""The name under which our environment keeps the splicer; no such file exists."""


@immutable
class Base:
    """What all pages of a site have in common.

    ``site_url`` ends in a slash or is empty.
    """

    site_dir: str
    site_url: str
    site_path: str
    forge: Forge | None
    date: str
    fast: bool


class SiteFile(File):
    """A file in memory that pretends to stand in the docs folder; its page is `SitePage`."""

    def __init__(self, uri: str, base: Base) -> None:
        # File's own constructor normalises paths that are already in normal form.
        self.src_uri = uri
        self.src_dir = None
        self.dest_dir = base.site_dir
        self.use_directory_urls = True
        self.inclusion = InclusionLevel.NOT_IN_NAV
        self.generated_by = "openroadmap"
        self.abs_src_path = None
        self._content = ""


class SitePage(MkDocsPage):
    """``alike`` are the pages that are made with this one, which MkDocs does not get."""

    def __init__(self, ours: Page, base: Base) -> None:
        # Page's own constructor parses addresses that are built from clean parts here.
        address = ours.address
        file = self.file = SiteFile(address + "index.md", base)
        file.page = self
        file.dest_uri = address + "index.html"
        file.url = address or "./"
        file.abs_dest_path = f"{base.site_dir}/{address}index.html"
        file.edit_uri = ours.source or None
        self.ours = ours
        self.title = ours.title
        self.description = ours.description
        self.kind = ours.kind
        self.lang = ours.lang
        self.canonical_url = base.site_url + address if base.site_url else None
        self.abs_url = base.site_path + address if base.site_url else None
        self._forge = base.forge if ours.source else None
        self.update_date = base.date
        self.children = self.previous_page = self.next_page = None
        self.active = False
        self.markdown = ""
        self.content = ours.body
        self.panel = ""
        self.toc = ()
        self.meta: dict[str, Any] = {"template": FAST} if base.fast else {}
        self.alike: list[SitePage] = []

    @property
    def has_edit_url(self) -> bool:
        return self._forge is not None

    @property
    def edit_url(self) -> str | None:
        """Worked out when it is asked for: few pages show it in their frame."""
        return self._forge.edit_url(self.ours.source) if self._forge else None

    def read_source(self, config: object) -> None:
        """There is no source: the body is ready."""

    def render(self, config: object, files: object) -> None:
        """There is nothing to convert: the body is ready."""
