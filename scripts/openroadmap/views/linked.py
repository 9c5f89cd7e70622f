"""What a page says of itself to programs, in the words of schema.org: a view comes in, plain data.

Only what is recorded is said, and dates as exactly as they are recorded. An
invented plan is not told of as if it were one: of its pages only the way back is.
Addresses are whole where that of the site is known, else they lead from the page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from openroadmap.immutable import immutable
from openroadmap.model.dates import PartialDate, Precision
from openroadmap.views.finding.lookup import SEARCH
from openroadmap.views.setting import root_of

if TYPE_CHECKING:
    from openroadmap.model.commitment import Commitment
    from openroadmap.model.member import Plan
    from openroadmap.model.site import PlanRecords
    from openroadmap.views.commitment import CommitmentView
    from openroadmap.views.data.page import DataView
    from openroadmap.views.home import HomeView
    from openroadmap.views.parts import Crumb
    from openroadmap.views.plan import PlanView

Node = dict[str, Any]
"""A thing of schema.org, its type first; what is not recorded has no key."""

CONTEXT = "https://schema.org"


@immutable
class LinkedSite:
    """The site of the pages: ``url`` ends in a slash, or is "" when it is not known.

    ``search`` says whether the site has a page that searches it.
    """

    url: str = ""
    name: str = ""
    licence_url: str = ""
    search: bool = False


UNKNOWN = LinkedSite()
"""A site of which nothing is known."""


@immutable
class Work:
    """What is said of a plan or a commitment beside its title, its summary and its address."""

    leads: tuple[str, ...]
    """The institutions that answer for it, as recorded."""
    period: str
    """When it begins and ends, as an interval of ISO 8601, or ""."""


@immutable
class _Page:
    """A page as the functions below need it; ``description`` is plain text, or ""."""

    address: str
    description: str
    lang: str
    site: LinkedSite

    def at(self, address: str) -> str:
        """Where a page or file of the site lies."""
        return (self.site.url or root_of(self.address) or "./") + address


def linked_data(view: Any, description: str, lang: str, site: LinkedSite) -> Node:
    """All that the page of a view says to programs, {} for nothing; ``description`` is plain."""
    said = description if view.description != view.title else ""
    page = _Page(view.address, said, lang, site)
    things = [_THING[view.kind](view, page)] if view.kind in _THING else []
    if crumbs := getattr(view, "crumbs", ()):  # pages that an editor begins have none
        things.append(way_back(crumbs, view.title, page))
    known = [each for each in things if each]
    return {"@context": CONTEXT, "@graph": known} if known else {}


def way_back(crumbs: Iterable[Crumb], title: str, page: _Page) -> Node:
    """The way from the home page to this one."""
    steps = [*((each.text, each.address) for each in crumbs), (title, page.address)]
    items = [
        {"@type": "ListItem", "position": place, "name": name, "item": page.at(address)}
        for place, (name, address) in enumerate(steps, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def commitment(view: CommitmentView, page: _Page) -> Node:
    """The promise; schema.org has no word for one, so it is a text that is part of the plan's."""
    plan = view.crumbs[-1]
    said = page.description if view.summary else ""  # the page's own is then of the problem
    part_of = {"@type": "CreativeWork", "@id": page.at(plan.address), "name": plan.text}
    return _work(view.title, said, view.work, page, identifier=view.ogp_id, isPartOf=part_of)


def plan(view: PlanView, page: _Page) -> Node:
    """The plan as a text."""
    return _work(view.title, page.description, view.work, page)


def data(view: DataView, page: _Page) -> Node:
    """The tables as a data set."""
    files = [
        {
            "@type": "DataDownload", "name": each.title,
            "contentUrl": page.at(each.address), "encodingFormat": "text/csv",
        }
        for each in view.tables
    ]  # fmt: skip
    return _known(
        {
            "@type": "Dataset",
            "url": page.at(view.address),
            "name": page.site.name,
            "description": page.description,
            "inLanguage": page.lang,
            "license": view.licence_url,
            "distribution": files,
        }
    )


def home(view: HomeView, page: _Page) -> Node:
    """The site, and how it is searched, for which a whole address is needed."""
    action = {
        "@type": "SearchAction",
        "target": {"@type": "EntryPoint", "urlTemplate": f"{page.at(SEARCH)}?q={{words}}"},
        "query-input": "required name=words",
    }
    searched = page.site.search and page.site.url
    return _known(
        {
            "@type": "WebSite",
            "url": page.at(view.address),
            "name": page.site.name,
            "inLanguage": page.lang,
            "potentialAction": action if searched else None,
        }
    )


_THING: Mapping[str, Callable[[Any, _Page], Node]] = {
    "commitment": commitment,
    "plan": plan,
    "data": data,
    "home": home,
}
"""What a page is about, by the kind of its view."""


def _work(
    name: str, description: str, work: Work | None, page: _Page, **more: object
) -> Node:
    if work is None:
        return {}
    address = page.at(page.address)
    return _known(
        {
            "@type": "CreativeWork",
            "@id": address,
            "url": address,
            "name": name,
            "description": description,
            **more,
            "provider": [{"@type": "Organization", "name": each} for each in work.leads],
            "temporalCoverage": work.period,
            "inLanguage": page.lang,
            "license": page.site.licence_url,
        }
    )


def _known(node: Node) -> Node:
    return {key: value for key, value in node.items() if value}


def work_of(
    promise: Plan | Commitment, leads: Iterable[str | None], records: PlanRecords
) -> Work | None:
    """What is said of a plan or a commitment; None of an invented one."""
    if records.example:
        return None
    return Work(tuple(filter(None, leads)), interval(promise.starts_on, promise.ends_on))


def interval(starts_on: PartialDate | None, ends_on: PartialDate | None) -> str:
    """Both as ISO 8601 writes an interval, an unknown end left empty; "" when both are unknown.

    It knows no quarters: one begins with its first month and ends with its last.
    """
    if not (starts_on or ends_on):
        return ""
    first = _moment(starts_on, starts_on.first.isoformat()) if starts_on else ""
    last = _moment(ends_on, ends_on.last.isoformat()) if ends_on else ""
    return f"{first}/{last}"


def _moment(date: PartialDate, day: str) -> str:
    return day[: len("2027-09")] if date.precision == Precision.QUARTER else date.text
