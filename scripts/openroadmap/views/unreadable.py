"""The page that stands in for a record that cannot be read: what is wrong and where."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from openroadmap.findings import rule_address
from openroadmap.immutable import immutable
from openroadmap.views.around import home_crumb
from openroadmap.views.findings import ToldFinding
from openroadmap.views.parts import Crumb
from openroadmap.views.setting import Setting, root_of


@immutable
class Fault:
    """One finding that keeps the record from being read."""

    code: str
    """The rule's code."""
    address: str
    """The rule's page, from the site's root."""
    line: str
    """The line in the file, in words, or ""."""
    what: str
    """What is wrong."""
    fix: str
    """How to put it right."""
    example: str
    """A few lines of YAML to copy, or ""."""


@immutable
class UnreadableView:
    """All that the page in place of an unreadable record shows."""

    kind: ClassVar[str] = "unreadable"
    address: str
    """The address the record's page has."""
    root: str
    """The way from the page to the site's root."""
    title: str
    """What the page is called."""
    description: str
    """A sentence for search engines."""
    source: str
    """The record's file in the repository."""
    crumbs: tuple[Crumb, ...]
    """Home."""
    faults: tuple[Fault, ...]
    """What is wrong, from the top of the file."""


def view_unreadable(
    address: str, file: str, told: Iterable[ToldFinding], setting: Setting
) -> UnreadableView:
    words = setting.words
    title = words.gettext("This record cannot be read yet")
    return UnreadableView(
        address=address,
        root=root_of(address),
        title=title,
        description=title,
        source=file,
        crumbs=(home_crumb(words),),
        faults=tuple(
            Fault(
                code=sentence.code,
                address=rule_address(sentence.code),
                line=words.gettext("Line {line}", line=finding.place.line)
                if finding.place.line
                else "",
                what=sentence.what,
                fix=sentence.fix,
                example=sentence.example,
            )
            for finding, sentence in told
        ),
    )
