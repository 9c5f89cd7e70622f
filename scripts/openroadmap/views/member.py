"""The page of a member: who they are, and their action plans.

In come the member's record and the cards of its plans; out comes all that the
page shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from openroadmap.i18n import Translator
from openroadmap.immutable import immutable
from openroadmap.model.facts import Lost
from openroadmap.model.member import Member
from openroadmap.views.around import home_crumb, ways_for
from openroadmap.views.cards import PlanCard, newest_first, place_words, plans_words
from openroadmap.views.dates import words_for_any
from openroadmap.views.events import EventItem, view_events
from openroadmap.views.labels import absent, field_title
from openroadmap.views.parts import Crumb, Document, Foot, Text
from openroadmap.views.setting import Setting, member_file, root_of
from openroadmap.views.sources import Cited, SourceList, documents

_EXPECTED = ("summary", "country", "level", "joined_on", "lead", "ogp_url")


@immutable
class MemberView:
    """All that the page of a member shows."""

    kind: ClassVar[str] = "member"
    address: str
    """Its address from the site's root."""
    root: str
    """The way from the page to the site's root."""
    title: str
    """The member's name."""
    description: str
    """A sentence for search engines, Markdown."""
    source: str
    """The record's file in the repository."""
    crumbs: tuple[Crumb, ...]
    """Home."""
    place: str
    """Country and level, in words."""
    summary: Text | None
    """Who they are."""
    facts: tuple[Text, ...]
    """When it joined, lead institution and the like, each with its label."""
    plans: tuple[PlanCard, ...]
    """Its action plans, newest first."""
    plans_size: str
    """How many plans are recorded, and how many were removed, in words."""
    lost: tuple[str, ...]
    """Of each plan whose record was removed, that and when, in a sentence."""
    events: tuple[EventItem, ...]
    """Dated facts of its open government history, oldest first."""
    documents: tuple[Document, ...]
    """Documents and sites."""
    foot: Foot
    """What is not recorded, remarks, sources, and how to suggest a change."""


def view_member(
    id: str,
    member: Member | None,
    plans: Iterable[PlanCard],
    setting: Setting,
    lost: Sequence[Lost] = (),
) -> MemberView:
    """All that a member's page shows; ``member`` is None when its record cannot be read.

    ``lost`` are the plans whose records were removed.
    """
    words, record = setting.words, member or Member.trusted(id=id, name=id)
    numbered = SourceList(words)
    cited = numbered.add(record.sources, record.notes)
    address = f"{id}/"
    ordered = newest_first(plans)
    label = field_title(Member, "summary", words)
    return MemberView(
        address=address,
        root=root_of(address),
        title=record.name,
        description=record.summary or record.name,
        source=member_file(id),
        crumbs=(home_crumb(words, example=bool(record.example)),),
        place=place_words(member, words),
        summary=cited.text(label, record.summary, "summary") if record.summary else None,
        facts=tuple(_facts(record, cited, words)),
        plans=ordered,
        plans_size=plans_words(len(ordered), len(lost), words),
        lost=tuple(_lost(each, setting) for each in lost),
        events=view_events(record.events, words),
        documents=documents(record.links, root_of(address), words),
        foot=Foot(
            missing=absent(record, _EXPECTED, words),
            remarks=cited.rest(),
            sources=numbered.lines(),
            ways=ways_for(member_file(id), record.name, None, setting),
        ),
    )


def _facts(member: Member, cited: Cited, words: Translator) -> Iterator[Text]:
    """What fits on one line each."""
    if member.joined_on:
        joined = words_for_any(member.joined_on, words)
        yield cited.text(field_title(Member, "joined_on", words), joined, "joined_on")
    for name in ("lead", "population"):
        if getattr(member, name):
            yield cited.text(field_title(Member, name, words), getattr(member, name), name)
    for name in ("site_url", "ogp_url"):
        if getattr(member, name):
            url = getattr(member, name)
            yield cited.text(field_title(Member, name, words), url, name, url=url)


def _lost(lost: Lost, setting: Setting) -> str:
    words = setting.words
    if lost.last is None or lost.last > setting.today:
        return words.gettext(
            "The record of one plan, {plan}, is no longer in the repository.", plan=lost.id
        )
    return words.gettext(
        "The record of one plan, {plan}, was removed on {date}.",
        plan=lost.id, date=words.day(lost.last),
    )  # fmt: skip
