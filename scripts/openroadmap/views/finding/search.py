"""The page that searches the whole site: what it shows before anybody has typed a word.

The search itself is Pagefind's, whose index is made at the end of a build; see
``mkdocs_plugin/search.py``.
"""

from __future__ import annotations

from typing import ClassVar

from openroadmap.i18n import N_
from openroadmap.immutable import immutable
from openroadmap.measure.progress import State
from openroadmap.standards.sentences import NN_
from openroadmap.views.around import home_crumb
from openroadmap.views.finding.counted import Counted, counted_forms
from openroadmap.views.finding.explore import COUNTED as COUNTED_THERE
from openroadmap.views.finding.explore import Facet
from openroadmap.views.finding.lookup import EXPLORE, SEARCH, SEARCH_INDEX
from openroadmap.views.parts import Crumb
from openroadmap.views.setting import Setting, root_of

FACETS = {
    "kind": N_("Kind of page"),
    "member": N_("Member"),
    "status": N_("Status"),
    "area": N_("Policy area"),
}
"""What results can be filtered by: the name in the page's address, and in words."""

COUNTED = {
    "found": NN_("{n} page found", "{n} pages found"),
    "with": NN_("{n} page found with {words}", "{n} pages found with {words}"),
    "more": COUNTED_THERE["more"],
    "rest": COUNTED_THERE["rest"],
}

@immutable
class SearchView:
    """All that the search page shows before anybody has typed a word."""

    kind: ClassVar[str] = "search"
    address: str
    """Its address from the site's root."""
    root: str
    """The way from the page to the site's root."""
    title: str
    """What the page is called."""
    description: str
    """A sentence for search engines."""
    source: str
    """Always "": no single record."""
    crumbs: tuple[Crumb, ...]
    """Home."""
    index: str
    """The folder of the index, from the site's root."""
    explore: str
    """The address of the list of all commitments."""
    facets: tuple[Facet, ...]
    """What results can be filtered by."""
    counted: tuple[Counted, ...]
    """Sentences that the search fills in."""
    states: tuple[str, ...]
    """Every state a commitment can be in, by its code."""


def view_search(setting: Setting) -> SearchView:
    words = setting.words
    return SearchView(
        address=SEARCH,
        root=root_of(SEARCH),
        title=words.gettext("Search this site"),
        description=words.gettext(
            "Search every commitment, action plan, member and rule, and the pages about this site."
        ),
        source="",
        crumbs=(home_crumb(words),),
        index=SEARCH_INDEX,
        explore=EXPLORE,
        facets=tuple(Facet(name, words.gettext(label)) for name, label in FACETS.items()),
        counted=counted_forms(COUNTED, words),
        states=tuple(state.value for state in State),
    )
