"""Where the two pages lie on which things are found, and which kinds of page are searched.

Known to the publisher as well, which on most days needs nothing else of this room.
"""

from __future__ import annotations

from openroadmap.i18n import N_

EXPLORE = "explore/"
EXPLORE_INDEX = "explore/index.json"
"""The file with all commitments that the page's script asks for when somebody filters."""
EXPLORE_WORDS = "explore/words.json"
"""The file with the words of their summaries, asked for when somebody looks for a word."""

SEARCH = "search/"
SEARCH_INDEX = "search/pagefind/"
"""The folder of the search's index."""

GROUPS = {
    "commitment": N_("Commitments"),
    "plan": N_("Action plans"),
    "member": N_("Members"),
    "rule": N_("Rules and requirements"),
    "content": N_("About this site"),
}
"""Kinds of page in the reader's words."""

GROUP_OF = {
    "commitment": "commitment",
    "plan": "plan",
    "member": "member",
    "rule": "rule",
    "rules": "rule",
    "standards-rule": "rule",
    "content": "content",
    "home": "content",
    "data": "content",
    "dictionary": "content",
    "dictionary-table": "content",
}
"""The kinds of page that are searched, and under which name each is found."""

NOT_SEARCHED = frozenset(
    {
        *("explore", "progress", "progress-site", "changes", "changes-year", "standards-table"),
        *("standards", "calendar", "feeds", "search", "unreadable"),
    }
)
"""Lists that repeat what other pages say, and pages that say nothing of their own."""
