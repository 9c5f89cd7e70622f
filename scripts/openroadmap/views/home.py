"""The home page: the members and their plans, below the words of ``content/index.md``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from openroadmap.i18n import Translator
from openroadmap.immutable import immutable
from openroadmap.views.cards import MemberCard
from openroadmap.views.setting import Setting


@immutable
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
    """The members with their plans, by name; examples last."""
    members_size: str
    """How many members there are, examples counted apart, in words."""


def view_home(
    members: Iterable[MemberCard], setting: Setting, description: str = ""
) -> HomeView:
    ordered = tuple(sorted(members, key=lambda each: (each.example, each.name.casefold())))
    size = _size(ordered, setting.words)
    return HomeView("", "", setting.name, description, "content/index.md", ordered, size)


def _size(members: tuple[MemberCard, ...], words: Translator) -> str:
    """Examples are counted apart: nobody should read of more governments than there are."""
    examples = sum(member.example for member in members)
    size = words.ngettext("{n} member", "{n} members", len(members) - examples)
    if not examples:
        return size
    more = words.ngettext("{n} example", "{n} examples", examples)
    return words.gettext("{members} and {examples}", members=size, examples=more)
