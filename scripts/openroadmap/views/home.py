"""The home page: the members and their plans, below the words of ``content/index.md``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from openroadmap.views.cards import MemberCard
from openroadmap.views.setting import Setting


@dataclass(frozen=True, slots=True)
class HomeView:
    """All that the home page shows below its prose."""

    kind: ClassVar[str] = "home"
    address: str
    """Always ""."""
    root: str
    """Always ""."""
    title: str
    """The site's name."""
    description: str
    """A sentence for search engines, Markdown."""
    source: str
    """The file of the prose."""
    members: tuple[MemberCard, ...]
    """The members with their plans, by name."""
    members_size: str
    """How many members there are, in words."""


def view_home(
    members: Iterable[MemberCard], setting: Setting, description: str = ""
) -> HomeView:
    ordered = tuple(sorted(members, key=lambda member: member.name.casefold()))
    size = setting.words.ngettext("{n} member", "{n} members", len(ordered))
    return HomeView("", "", setting.name, description, "content/index.md", ordered, size)
