"""All commitments in one list, with what the filters above it need: listings come in, pages go out.

The list is complete without JavaScript; it goes on over several pages where
there are many, so that each stays light. Members stand in the order of their
names, examples last, and nothing is ranked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from math import ceil
from typing import ClassVar

from openroadmap.i18n import N_, Translator
from openroadmap.immutable import immutable
from openroadmap.measure.progress import Lateness, Standing, State
from openroadmap.model.dates import parse_date
from openroadmap.standards.sentences import NN_
from openroadmap.views.around import home_crumb
from openroadmap.views.cards import commitments_and_invented, commitments_words
from openroadmap.views.finding.counted import Counted, counted_forms
from openroadmap.views.finding.lookup import EXPLORE
from openroadmap.views.labels import lateness_words, status_of
from openroadmap.views.listing import ListedCommitment, Listing
from openroadmap.views.parts import Crumb, Status
from openroadmap.views.setting import Setting, root_of

ROWS = 250
"""Commitments a page: with every line as long as lines get, it then stays below 100 KB."""

FACETS = {
    "member": N_("Member"),
    "plan": N_("Action plan"),
    "status": N_("Status"),
    "late": N_("Past its date"),
    "area": N_("Policy area"),
    "institution": N_("Institution"),
    "value": N_("OGP value"),
    "invented": N_("Invented examples"),
}
"""What commitments can be filtered by: the name in the page's address, and in words. Of examples,
"no" leaves them out and "yes" shows nothing else; a site without any does not show the filter."""

COUNTED = {
    "found": NN_(
        "{n} of {total} commitments matches", "{n} of {total} commitments match"
    ),
    "invented": NN_("{n} of {total} invented", "{n} of {total} invented"),
    "only": NN_("{n} invented", "{n} invented"),
    "show": NN_("Show {n} commitment", "Show {n} commitments"),
    "more": NN_("Show {n} more", "Show {n} more"),
    "rest": NN_(
        "{n} more in this list. Type above to find it.",
        "{n} more in this list. Type above to find them.",
    ),
}
"""Sentences with a number that only the reader's browser knows."""


@immutable
class Facet:
    """One thing to filter by."""

    name: str
    """What it is called in the page's address."""
    label: str
    """What it is called in words."""


@immutable
class ExploreLine:
    """A commitment in the list."""

    address: str
    """Its address from the site's root."""
    number: str
    """Its number in the plan as published, or ""."""
    title: str
    """The promise in one sentence."""
    lead: str
    """The lead institution, or ""."""
    status: Status
    """Where it stands as last reported by the lead."""
    lateness: str
    """What the calendar adds, in a sentence, or ""."""
    overdue: bool
    """True when it was reported unfinished and its date has passed."""


@immutable
class ExplorePlan:
    """A plan in the list."""

    title: str
    """The plan's title."""
    address: str
    """Its address from the site's root."""
    size: str
    """How many commitments it has, in words."""
    goes_on: bool
    """True when it began on the page before."""
    commitments: tuple[ExploreLine, ...]
    """Its commitments on this page, in the plan's order."""


@immutable
class ExploreMember:
    """A member in the list."""

    name: str
    """The member's name."""
    address: str
    """Its address from the site's root."""
    example: bool
    """True when it is invented, to show how it is done."""
    plans: tuple[ExplorePlan, ...]
    """Its plans on this page, newest first."""


@immutable
class ExploreView:
    """All that a page of the list shows."""

    kind: ClassVar[str] = "explore"
    address: str
    """Its address from the site's root."""
    root: str
    """The way from the page to the site's root."""
    title: str
    """What the page is called."""
    description: str
    """A sentence for search engines and at the head of the page."""
    source: str
    """Always "": no single record."""
    crumbs: tuple[Crumb, ...]
    """Home, and on further pages the first one."""
    size: str
    """How many commitments there are in all, in words."""
    index: str
    """The file that the filters need, from the site's root; "" on further pages."""
    index_words: str
    """The file that looking for a word needs besides, from the site's root."""
    search: str
    """The page that searches all texts, from the site's root, or ""."""
    facets: tuple[Facet, ...]
    """What commitments can be filtered by; none on further pages."""
    counted: tuple[Counted, ...]
    """Sentences that the filters fill in; none on further pages."""
    states: tuple[str, ...]
    """Every state a commitment can be in, by its code."""
    members: tuple[ExploreMember, ...]
    """The members whose commitments stand on this page."""
    before: Crumb | None
    """The page before this one."""
    after: Crumb | None
    """The page after this one."""


Row = tuple[Listing, int]
"""A plan and the place of one of its commitments."""


def in_site_order(listings: Iterable[Listing]) -> list[Listing]:
    """Members by name, examples last; of each member the newest plan first."""
    newest = sorted(listings, key=lambda each: (each.starts_on, each.plan_id), reverse=True)
    return sorted(newest, key=lambda each: (each.example, each.member.casefold(), each.member_id))


def view_explore(
    listings: Sequence[Listing], index: str, setting: Setting, *, words: str = "", search: str = ""
) -> tuple[ExploreView, ...]:
    """The list on as many pages as it needs; the first is there even without a commitment.

    ``listings`` stand in the order of the site, and ``index`` is the address of
    the file that the filters need, ``words`` of the one with words of summaries,
    ``search`` of the page that searches, if any.
    """
    rows = [(each, place) for each in listings for place in range(len(each.commitments))]
    invented = sum(each.example for each, _ in rows)
    pages = _Pages(len(rows), invented, index, words, search, setting)
    return tuple(
        pages.page(place, rows[place * ROWS : (place + 1) * ROWS])
        for place in range(page_count(len(rows)))
    )


def page_count(commitments: int) -> int:
    return max(1, ceil(commitments / ROWS))


def explore_address(place: int) -> str:
    return EXPLORE if place == 0 else f"{EXPLORE}{place + 1}/"


@immutable
class _Pages:
    """What the pages of the list have in common."""

    total: int
    examples: int
    index: str
    index_words: str
    search: str
    setting: Setting

    def page(self, place: int, rows: Sequence[Row]) -> ExploreView:
        words, address = self.setting.words, explore_address(place)
        facets = {} if place else FACETS
        counted = () if place else counted_forms(COUNTED, words)
        return ExploreView(
            address=address,
            root=root_of(address),
            title=words.gettext("Explore the commitments"),
            description=words.gettext(
                "Find a commitment among all action plans: by member, status, policy area, "
                "institution, OGP value, time, or by a word."
            ),
            source="",
            crumbs=(home_crumb(words), *((self._name(0),) if place else ())),
            size=commitments_and_invented(self.total, self.examples, words),
            index="" if place or not self.total else self.index,
            index_words="" if place else self.index_words,
            search="" if place else self.search,
            facets=tuple(Facet(name, words.gettext(label)) for name, label in facets.items()),
            counted=counted,
            states=tuple(state.value for state in State),
            members=tuple(_members(rows, words)),
            before=self._name(place - 1) if place else None,
            after=self._name(place + 1) if place + 1 < page_count(self.total) else None,
        )

    def _name(self, place: int) -> Crumb:
        words = self.setting.words
        shown = words.gettext("Page {n}", n=words.number(place + 1))
        return Crumb(shown, explore_address(place))


def _members(rows: Sequence[Row], words: Translator) -> Iterator[ExploreMember]:
    for _, of_member in groupby(rows, key=lambda row: row[0].member_id):
        plans = [list(of_plan) for _, of_plan in groupby(of_member, key=lambda row: row[0].plan_id)]
        first = plans[0][0][0]
        yield ExploreMember(
            name=first.member,
            address=f"{first.member_id}/",
            example=first.example,
            plans=tuple(_plan(each, words) for each in plans),
        )


def _plan(rows: Sequence[Row], words: Translator) -> ExplorePlan:
    listing, start = rows[0]
    return ExplorePlan(
        title=listing.plan,
        address=listing.address,
        size=commitments_words(len(listing.commitments), words),
        goes_on=start > 0,
        commitments=tuple(_line(listing.commitments[place], words) for _, place in rows),
    )


def _line(each: ListedCommitment, words: Translator) -> ExploreLine:
    return ExploreLine(
        address=each.address,
        number=each.number,
        title=each.title,
        lead=each.lead,
        status=status_of(each.status, words, each.status_words),
        lateness=listed_lateness(each, words),
        overdue=each.lateness == Lateness.OVERDUE,
    )


def listed_lateness(each: ListedCommitment, words: Translator) -> str:
    """What the calendar adds to a commitment, in a sentence, or ""."""
    if not each.lateness:
        return ""
    due = words.partial(parse_date(each.ends_on))
    return lateness_words(Standing(State(each.status), Lateness(each.lateness)), due, words)
