"""All commitments as small files for the filters: listings come in, JSON goes out.

The files are sent to phones, so what many commitments share stands once and is
referred to by its place. They are made for the page's own script and may change
with it; who wants the data takes the exports under ``/data/``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pydantic_core import to_json

from openroadmap.i18n import N_, Translator
from openroadmap.measure.progress import Lateness, State
from openroadmap.model.vocabulary import vocabulary
from openroadmap.views.finding.explore import listed_lateness
from openroadmap.views.labels import status_of, term
from openroadmap.views.listing import ListedCommitment, Listing

VERSION = 1

FIELDS = (
    "plan", "id", "number", "title", "institutions", "lead", "areas", "values", "status", "words",
    "lateness", "starts", "ends",
)  # fmt: skip
"""What is said of every commitment. The file has a column each, which packs a quarter smaller
than rows.

``plan``, ``institutions``, ``areas``, ``values``, ``status`` and ``lateness``
are places in the lists of those names, -1 for none. ``lead`` is 1 when the
first institution is the lead. ``words`` is a status in the report's own words.
"""

LATE = {
    Lateness.OVERDUE: N_("Overdue"),
    Lateness.DATE_PASSED: N_("Date passed, not known whether kept"),
    Lateness.DATE_DOUBTED: N_("Date doubtful, see the note"),
    Lateness.DATE_BEFORE_PLAN: N_("Date doubtful, before the plan begins"),
}


class _Places:
    """A list in which each thing stands once, and its places."""

    def __init__(self, known: Iterable[Any] = ()) -> None:
        self.places = {each: place for place, each in enumerate(known)}

    def __call__(self, each: Any) -> int:
        return self.places.setdefault(each, len(self.places))


def explore_index(listings: Sequence[Listing], words: Translator) -> bytes:
    """The index of commitments whose listings stand in the order of the site."""
    lists = {
        "areas": _Places(),
        "institutions": _Places(),
        "values": _Places(vocabulary("value").terms),
        "statuses": _Places(State),
        "lateness": _Places(),
    }
    rows = [
        _row(place, each, lists, words)
        for place, listing in enumerate(listings)
        for each in listing.commitments
    ]
    members = {
        each.member_id: [each.member_id, each.member, int(each.example)] for each in listings
    }
    places = {id: place for place, id in enumerate(members)}
    data = {
        "version": VERSION,
        "members": list(members.values()),
        "plans": [_plan(each, places) for each in listings],
        "areas": [[code, term("policy_area", code, words)] for code in lists["areas"].places],
        "institutions": list(lists["institutions"].places),
        "values": [[code, term("value", code, words)] for code in lists["values"].places],
        "statuses": [[code, status_of(code, words).word] for code in lists["statuses"].places],
        "late": [[code, words.gettext(label)] for code, label in LATE.items()],
        "lateness": [list(each) for each in lists["lateness"].places],
        "commitments": {
            name: [row[place] for row in rows] for place, name in enumerate(FIELDS)
        },
    }
    return to_json(data)


def explore_words(listings: Sequence[Listing]) -> bytes:
    """Where each word of the summaries stands: only who looks for a word needs it.

    Of each word the place of its first commitment in the index, then how much
    further on each next one stands: half as heavy as the words of each commitment.
    """
    every = [each for listing in listings for each in listing.commitments]
    found: dict[str, list[int]] = {}
    last: dict[str, int] = {}
    for place, each in enumerate(every):
        for word in each.summary_words.split():
            found.setdefault(word, []).append(place - last.get(word, 0))
            last[word] = place
    return to_json({"version": VERSION, "commitments": len(every), "words": found})


def _plan(each: Listing, members: Mapping[str, int]) -> list[Any]:
    """The place of its member, its id, its title, and from when to when it runs."""
    return [members[each.member_id], each.plan_id, each.plan, each.starts_on, each.ends_on]


def _row(
    plan: int, each: ListedCommitment, lists: dict[str, _Places], words: Translator
) -> list[Any]:
    """What ``FIELDS`` names, in that order."""
    late = each.lateness and (each.lateness, listed_lateness(each, words))
    return [
        plan,
        each.id,
        each.number,
        each.title,
        [lists["institutions"](name) for name in each.institutions],
        int(bool(each.lead)),
        [lists["areas"](code) for code in each.policy_areas],
        [lists["values"](code) for code in each.values],
        lists["statuses"](each.status),
        each.status_words,
        lists["lateness"](late) if late else -1,
        each.starts_on,
        each.ends_on,
    ]
