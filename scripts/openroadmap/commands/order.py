"""What is asked of a build, and what each part of it gives back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from datetime import date
from pathlib import Path
from typing import Any

from openroadmap import theme_dir
from openroadmap.commands import memo, stored
from openroadmap.findings import Finding
from openroadmap.immutable import immutable
from openroadmap.model.facts import NO_FACTS, GitFacts, Lost
from openroadmap.read.files import walk_packs
from openroadmap.render.page import Page


@immutable
class Made:
    """What a part of the site came to.

    ``pieces`` is what other parts of the site take of it, by name, as plain data or as a
    dataclass of plain data:
    "card" for the pages above it, "standing" for the comparison of all plans,
    "listing" for lists and numbers of the whole site, "news" for its changes and feeds,
    "boxed" for the file of its document and the letters in it that no font has,
    and bytes by "table/" and the name of a table for its lines of CSV.
    """

    findings: Iterable[Finding] = ()
    pages: Iterable[Page] = ()
    pieces: Mapping[str, Any] = field(default_factory=dict)
    files: Iterable[tuple[str, stored.Data]] = ()


@immutable
class Order:
    """What is to be built.

    ``name``, ``url`` and ``repo_url`` are the site's, ``licence`` is that of its texts and
    data; ``branch`` is the one that proposals go to and ``forge`` its kind where the address
    does not tell; ``pdf`` is the paper of each plan's document, "" for none;
    ``cache`` is the folder of earlier products, or None to do without;
    ``facts`` are read from the history when the site is assembled, ``lost`` are the plans
    that are gone by these, and ``templates`` is the stamp of its body templates then;
    ``search`` says whether the site has a page that searches it.
    """

    root: Path
    today: date
    lang: str = "en"
    name: str = "OpenRoadmap"
    url: str = ""
    repo_url: str = ""
    branch: str = "main"
    forge: str = ""
    licence: str = "CC BY 4.0"
    licence_url: str = "https://creativecommons.org/licenses/by/4.0/"
    pdf: str = ""
    cache: Path | None = None
    search: bool = True
    facts: GitFacts = field(default=NO_FACTS, compare=False)
    lost: tuple[Lost, ...] = field(default=(), compare=False)
    templates: bytes = field(default=b"", compare=False)

    @property
    def own_bodies(self) -> tuple[Path, ...]:
        """The adopter's own body templates, looked up before ours."""
        own = self.root / "theme" / "bodies"
        return (own,) if own.is_dir() and own != theme_dir() / "bodies" else ()

    @property
    def starts_anew(self) -> bool:
        """Whether everything is to be made, since no earlier build left anything."""
        return self.cache is not None and not (self.cache / "plans").is_dir()

    def lost_from(self, member: str) -> tuple[Lost, ...]:
        """The plans of a member that are gone."""
        return tuple(each for each in self.lost if each.member == member)

    def as_it_stands(self) -> Order:
        """The same at the beginning of a build, with its templates of now."""
        folders = [theme_dir() / "bodies", *self.own_bodies]
        return replace(self, templates=memo.stamp_of(folders))

    def stamp(self) -> bytes:
        """Everything but the plans and members that pages depend on."""
        said = (
            *(memo.FORM, self.today, self.lang, self.name, self.url, self.repo_url, self.branch),
            *(self.forge, self.licence, self.licence_url, self.pdf, self.search),
            walk_packs(self.root),
        )
        code = memo.stamp_of([Path(__file__).parents[1]])
        engine = (code, self.templates, memo.stamp_of_packages())
        return repr(tuple(map(str, said))).encode() + b"".join(engine)
