"""Which feeds the site has, in plain words: what plans hand on comes in, pages go out.

The feeds of commitments are not listed; each stands on its commitment's page.
Institutions have pages of their own, because a large site has very many.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from math import ceil
from typing import ClassVar

from openroadmap.i18n import N_, Translator
from openroadmap.immutable import immutable
from openroadmap.views.around import home_crumb
from openroadmap.views.labels import term
from openroadmap.views.news.changes_site import NewsPiece
from openroadmap.views.news.piece import CHANGES
from openroadmap.views.parts import Crumb
from openroadmap.views.setting import Setting, root_of
from openroadmap.views.slugs import slug_of

FEEDS = "feeds/"
INSTITUTIONS = "feeds/institutions/"
AREAS = "feeds/policy-areas/"
ROWS = 400
"""Institutions a page, which then stays well below 100 KB."""


@immutable
class FeedLine:
    """One feed."""

    text: str
    """What it tells of."""
    path: str
    """Its path from the site's root, without ".xml" and ".json"."""
    page: str
    """The page it belongs to, from the site's root, or "" for none."""


@immutable
class FeedGroup:
    """Feeds of one kind."""

    anchor: str
    """Where they stand on the page."""
    heading: str
    """What they have in common."""
    size: str
    """How many there are."""
    lines: tuple[FeedLine, ...]
    """The feeds, by name."""


@immutable
class FeedsView:
    """A page that lists feeds."""

    kind: ClassVar[str] = "feeds"
    address: str
    """Its address from the site's root."""
    root: str
    """The way from the page to the site's root."""
    title: str
    """What the page is called."""
    description: str
    """A sentence for search engines, Markdown."""
    source: str
    """Always ""."""
    crumbs: tuple[Crumb, ...]
    """The way back."""
    explains: bool
    """True where the page says what a feed is."""
    groups: tuple[FeedGroup, ...]
    """The feeds."""
    more: Crumb | None
    """The page of the institutions' feeds."""
    before: Crumb | None
    """The page before it in the same list."""
    after: Crumb | None
    """The page after it in the same list."""


@immutable
class Shared:
    """An institution or a policy area whose news of all plans make one feed."""

    slug: str
    """Its word in addresses."""
    names: tuple[str, ...]
    """The names, or the code, as records have them."""
    title: str
    """What it is called."""


def institutions_of(pieces: Iterable[NewsPiece]) -> tuple[Shared, ...]:
    """The institutions of all plans but invented ones; the commonest spelling names each."""
    found: dict[str, Counter[str]] = {}
    for each in pieces:
        if not each.example:
            for name in each.institutions:
                found.setdefault(slug_of(name), Counter())[name] += 1
    return _by_title(
        Shared(slug, tuple(sorted(names)), min(names, key=lambda name: (-names[name], name)))
        for slug, names in found.items()
    )


def areas_of(pieces: Iterable[NewsPiece], words: Translator) -> tuple[Shared, ...]:
    """The policy areas of all plans but invented ones."""
    codes = {code for each in pieces if not each.example for code in each.policy_areas}
    return _by_title(
        Shared(slug_of(code), (code,), term("policy_area", code, words)) for code in sorted(codes)
    )


def _by_title(shared: Iterable[Shared]) -> tuple[Shared, ...]:
    return tuple(sorted(shared, key=lambda each: (each.title.casefold(), each.slug)))


def feeds_address(place: int) -> str:
    """The address of a page of institutions, from 0."""
    return f"{INSTITUTIONS}{place + 1}/" if place else INSTITUTIONS


def institution_pages(institutions: int) -> int:
    """How many pages they fill; none where there are none."""
    return ceil(institutions / ROWS)


def view_feeds(
    pieces: Sequence[NewsPiece],
    institutions: Sequence[Shared],
    areas: Sequence[Shared],
    setting: Setting,
) -> Iterator[FeedsView]:
    """The page of all feeds, then the institutions' pages."""
    words = setting.words
    more = None
    if institutions:
        size = words.ngettext("{n} institution", "{n} institutions", len(institutions))
        more = Crumb(size, INSTITUTIONS)
    yield FeedsView(
        address=FEEDS,
        root=root_of(FEEDS),
        title=words.gettext("Feeds"),
        description=words.gettext("Follow a plan or a commitment without an account."),
        source="",
        crumbs=(home_crumb(words),),
        explains=True,
        groups=tuple(filter(None, _groups(pieces, areas, setting))),
        more=more,
        before=None,
        after=None,
    )
    pages = [_page_crumb(each, words) for each in range(institution_pages(len(institutions)))]
    for place, _ in enumerate(pages):
        shown = institutions[place * ROWS : (place + 1) * ROWS]
        yield FeedsView(
            address=feeds_address(place),
            root=root_of(feeds_address(place)),
            title=words.gettext("Feeds of institutions"),
            description=words.gettext("Follow what an institution does for its commitments."),
            source="",
            crumbs=(home_crumb(words), Crumb(words.gettext("Feeds"), FEEDS)),
            explains=False,
            groups=(_group("institutions", _shared_lines(shown, INSTITUTIONS), words),),
            more=None,
            before=pages[place - 1] if place else None,
            after=pages[place + 1] if place + 1 < len(pages) else None,
        )


def _page_crumb(place: int, words: Translator) -> Crumb:
    return Crumb(words.gettext("Page {n}", n=words.number(place + 1)), feeds_address(place))


def _groups(
    pieces: Sequence[NewsPiece], areas: Sequence[Shared], setting: Setting
) -> Iterator[FeedGroup | None]:
    words = setting.words
    yield _group("site", (FeedLine(setting.name, "feed", CHANGES),), words)
    ordered = sorted(
        pieces, key=lambda each: (each.example, each.member.casefold(), each.plan.casefold())
    )
    plans = (
        FeedLine(f"{each.member}: {each.plan}", f"{each.address}feed", each.address)
        for each in ordered
    )
    yield _group("plans", tuple(plans), words)
    yield _group("areas", _shared_lines(areas, AREAS), words)


def _shared_lines(shared: Iterable[Shared], folder: str) -> tuple[FeedLine, ...]:
    return tuple(FeedLine(each.title, f"{folder}{each.slug}", "") for each in shared)


_HEADINGS = {
    "site": N_("Everything"),
    "plans": N_("Action plans"),
    "areas": N_("Policy areas"),
    "institutions": N_("Institutions"),
}


def _group(anchor: str, lines: tuple[FeedLine, ...], words: Translator) -> FeedGroup | None:
    if not lines:
        return None
    size = words.ngettext("{n} feed", "{n} feeds", len(lines))
    return FeedGroup(anchor, words.gettext(_HEADINGS[anchor]), size, lines)
