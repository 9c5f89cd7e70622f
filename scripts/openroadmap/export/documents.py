"""One JSON document a plan and one a commitment: records and their standing come in, text goes out.

Every record stands in one document: what is about a commitment in that
commitment's, all else in the plan's. What was reported and what is computed
stand apart. ``version`` grows when a field changes its meaning or goes away;
new fields may come at any time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from pydantic_core import to_json

from openroadmap.export.became import RECORD_HISTORY, became_of
from openroadmap.export.departures import Adopted
from openroadmap.export.json_text import plain, recorded
from openroadmap.export.reported import Reported, Standings
from openroadmap.history.differences import Difference
from openroadmap.history.drift import baseline_on
from openroadmap.model.commitment import Commitment
from openroadmap.model.site import PlanRecords
from openroadmap.model.voices import Assessment
from openroadmap.views.around import in_plan_order, member_name, plan_title
from openroadmap.views.data.tables import LATENESS, SILENCE, SOON, STATUS
from openroadmap.views.news.later import Later
from openroadmap.views.setting import JSON_FILE, commitment_address, plan_address, root_of

VERSION = 1
SCHEMAS = f"data/schemas/v{VERSION}/"
"""Where the schemas of this version are published."""

COMMITMENT_SCHEMA = "commitment-document.schema.json"
PLAN_SCHEMA = "plan-document.schema.json"


@dataclass(frozen=True, slots=True)
class DataPlace:
    """What every document says of the site: its address ("" if unknown), licence and day.

    Without the site's address links are relative to the document.
    """

    site_url: str
    licence: str
    licence_url: str
    today: date

    def root(self, address: str) -> str:
        """The way to the site's root from a document at an address."""
        return self.site_url or root_of(address)

    def head(self, schema: str, address: str) -> dict[str, Any]:
        """What the document at an address begins with."""
        return {
            "$schema": f"{self.root(address)}{SCHEMAS}{schema}",
            "version": VERSION,
            "as_of": self.today.isoformat(),
            "licence": {"title": self.licence, "url": self.licence_url},
        }


def documents(
    records: PlanRecords,
    standings: Standings,
    drift: Iterable[Difference],
    place: DataPlace,
    later: Iterable[Later] = (),
) -> Iterator[tuple[str, bytes]]:
    """The document of a plan and those of its commitments, by their paths."""
    adopted = Adopted(baseline_on(records, place.today), drift)
    became = became_of(later)
    whole = {**_plan(records, standings, adopted, place), RECORD_HISTORY: became.get("")}
    yield f"{plan_address(records)}{JSON_FILE}", _bytes(whole)
    about = _About(records)
    shared, plan = _shared(records), plan_address(records)
    for each in records.commitments:
        address = commitment_address(records, each.id)
        document = {
            **place.head(COMMITMENT_SCHEMA, address),
            "id": f"{records.context.member_id}/{records.id}/{each.id}",
            **shared,
            "links": _links(address, place.root(address), plan),
            "standing": _standing(standings.commitments[each.id]),
            "milestones": _milestones(each, standings),
            "adopted": adopted.of(each.id),
            "commitment": recorded(each),
            "story": records.stories.get(each.id),
            **about.commitment(each.id),
            RECORD_HISTORY: became.get(each.id),
        }
        yield f"{address}{JSON_FILE}", _bytes(document)


def _bytes(document: dict[str, Any]) -> bytes:
    """A document of plain data as one line of JSON, without what nothing is known of."""
    said = {name: value for name, value in document.items() if value or value is False}
    return to_json(said) + b"\n"


def _shared(records: PlanRecords) -> dict[str, Any]:
    """The member and the plan by name, and whether all of it is invented."""
    context = records.context
    name = member_name(context.member, context.member_id)
    return {
        "example": records.example,
        "member": {"id": context.member_id, "name": name},
        "plan": {"id": f"{context.member_id}/{records.id}", "title": plan_title(records)},
    }


def _links(address: str, root: str, plan: str = "") -> dict[str, str]:
    links = {"page": f"{root}{address}", "self": f"{root}{address}{JSON_FILE}"}
    if plan:
        links["plan"] = f"{root}{plan}{JSON_FILE}"
    return {**links, "data": f"{root}data/"}


@lru_cache(maxsize=8_192)
def _standing(told: Reported) -> dict[str, str | bool]:
    """What was reported, and beside it what follows from dates and reports. Not to be changed."""
    said = {
        STATUS: told.state.value,
        "reported_status_words": told.words,
        "reported_on": told.on,
        "reported_since": told.since,
        "reported_by": told.by,
        "completed_on": told.completed_on,
        LATENESS: told.lateness.value,
        SOON: told.soon,
        SILENCE: told.silence.value if told.silence else "",
    }
    return {name: value for name, value in said.items() if value or value is False}


def _milestones(commitment: Commitment, standings: Standings) -> list[dict[str, Any]]:
    """Where each milestone stands; what it is stands in the commitment's own record."""
    return [
        {"id": each.id, **_standing(standings.milestones[commitment.id, each.id])}
        for each in commitment.milestones
    ]


class _About:
    """What other records of a plan say about each commitment, sorted out once."""

    def __init__(self, records: PlanRecords) -> None:
        self.found: dict[str, dict[str, list[Any]]] = {}
        for name in ("updates", "views", "amendments"):
            for each in getattr(records, name):
                if each.commitment is not None:
                    self._add(each.commitment, name, recorded(each))
        for each in records.assessments:
            source = _source(each)
            for id, result in each.results.items():
                self._add(id, "results", {**source, "result": recorded(result)})
        for each in records.responses:
            for id in each.commitments:
                self._add(id, "responses", each.id)

    def _add(self, id: str, name: str, value: Any) -> None:
        self.found.setdefault(id, {}).setdefault(name, []).append(value)

    def commitment(self, id: str) -> dict[str, list[Any]]:
        return self.found.get(id, {})


_SOURCE = ("by", "organisation", "kind", "published_on", "url")
"""What is told of an assessment beside what it says of a commitment."""


def _source(assessment: Assessment) -> dict[str, Any]:
    said = recorded(assessment)
    return {"assessment": assessment.id, **{name: said[name] for name in _SOURCE if name in said}}


def _plan(
    records: PlanRecords, standings: Standings, adopted: Adopted, place: DataPlace
) -> dict[str, Any]:
    address, member = plan_address(records), records.context.member
    names = (
        *("forum", "timeline", "meetings", "outreach", "mechanisms"),
        *("contributions", "responses", "attestations", "assessments"),
    )
    return {
        **place.head(PLAN_SCHEMA, address),
        "id": f"{records.context.member_id}/{records.id}",
        "example": records.example,
        "links": _links(address, place.root(address)),
        "member": recorded(member) if member else {"id": records.context.member_id},
        "plan": records.plan and recorded(records.plan),
        "adopted": adopted.of(""),
        "commitments": list(_brief(records, standings, adopted, place.root(address))),
        "updates": [recorded(each) for each in records.updates if each.commitment is None],
        "amendments": [recorded(each) for each in records.amendments if each.commitment is None],
        **{name: plain(said) for name in names if (said := getattr(records, name))},
    }


def _brief(
    records: PlanRecords, standings: Standings, adopted: Adopted, root: str
) -> Iterator[dict[str, Any]]:
    """Each commitment by its title, with where it stands and where its own document lies."""
    for each in in_plan_order(records.commitments):
        yield {
            "id": each.id,
            "title": each.title,
            "links": _links(commitment_address(records, each.id), root),
            "standing": _standing(standings.commitments[each.id]),
            **adopted.number(each.id),
        }
