"""Plans for the tests of the assessment: a few words come in, the records of a plan go out.

``SOUND`` is a plan that meets everything: a test changes what it is about.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping
from datetime import date
from typing import Any

from openroadmap.i18n import translator
from openroadmap.measure.assessment import Assessment, Verdict, assess
from openroadmap.model.facts import GitFacts
from openroadmap.model.kinds import KIND
from openroadmap.model.member import Member, Plan
from openroadmap.model.site import PlanContext, PlanRecords
from openroadmap.standards.load import load_pack
from openroadmap.standards.sentences import say

TODAY = date(2026, 11, 23)

FOLDERS = {
    "commitments": "commitment", "updates": "update", "assessments": "assessment",
    "meetings": "meeting", "outreach": "outreach", "mechanisms": "mechanism",
    "contributions": "contribution", "responses": "response", "attestations": "attestation",
    "amendments": "amendment",
}  # fmt: skip
OUTSIDE = {"organisation": "Open Coast", "sector": "civil_society", "role": "Co-chair"}
EVIDENCE = [{"title": "A page", "url": "https://example.org/page"}]


def forum_meeting(day: str, **more: Any) -> dict[str, Any]:
    """A meeting that counts for 1.1."""
    return {
        "id": f"m-{day.lower()}", "date": day, "kind": "forum", "status": "held",
        "attendance": {"government": "3", "civil_society": "4"},
        "minutes": {"url": "https://example.org/minutes"}, **more,
    }  # fmt: skip


def results_meeting(day: str, **more: Any) -> dict[str, Any]:
    """A meeting that counts for 5.1."""
    fields = {"kind": "implementation", "presented": ["registers"], "comments_collected": "3"}
    return forum_meeting(day, **{**fields, **more})


def attestation(requirement: str, claim: str, day: str, **more: Any) -> dict[str, Any]:
    """Somebody outside government who vouches."""
    id = f"{requirement}-{claim}".lower().replace(".", "-").replace("_", "-").replace(" ", "-")
    return {
        "id": id, "requirement": requirement, "claim": claim, "by": OUTSIDE, "attested_on": day,
        "evidence": EVIDENCE, **more,
    }  # fmt: skip


SOUND: Mapping[str, Any] = {
    "plan": {
        "title": "A plan", "level": "national", "kept_by": "government",
        "starts_on": "2026-01-01", "ends_on": "2027-12-31", "submitted_on": "2025-12-15",
        "site_url": "https://example.org/ogp", "repository_url": "https://example.org/documents",
        "point_of_contact": {"title": "Contact", "url": "https://example.org/contact"},
        "monitoring_body": "Institute", "term_ends_on": "2028-06-30",
        "previous_plan_ended_on": "2025-12-31",
        "cocreation": {"starts_on": "2025-06-01", "ends_on": "2025-11-30"},
        "endorsements": [{
            "organisation": "Open Coast", "sector": "civil_society", "endorsed_on": "2025-12-01",
            "evidence": EVIDENCE,
        }],
    },
    "forum": {
        "remit": "To make the plan together.", "established_on": "2025-01-10",
        "rules": {
            "url": "https://example.org/rules", "published_on": "2025-01-15",
            "covers": ["remit", "membership", "frequency"],
        },
        "chairs": [{"organisation": "Ministry", "sector": "government"}, OUTSIDE],
    },
    "timeline": {
        "published_on": "2025-05-01",
        "opportunities": [
            {"title": "Ideas", "opens_on": "2025-06-10", "closes_on": "2025-08-31"}
        ],
    },
    "outreach": [{
        "id": "radio", "title": "Radio", "date": "2025-06-20", "channel": "Radio",
        "audiences": ["Market traders"], "evidence": EVIDENCE,
    }],
    "mechanisms": [{
        "id": "ideas", "title": "Ideas online", "opens_on": "2025-06-10",
        "closes_on": "2025-08-31", "channels": ["Online form"],
    }],
    "contributions": [
        {"id": "a", "received_on": "2025-06-20", "contributor_type": "citizen"},
        {"id": "b", "received_on": "2025-07-20", "contributor_type": "academia"},
    ],
    "responses": [
        {"id": "ra", "contributions": ["a"], "decision": "accepted", "published_on": "2025-10-01"},
        {"id": "rb", "contributions": ["b"], "decision": "not_accepted", "reason": "Too late.",
         "published_on": "2025-10-01"},
    ],
    "commitments": [{"id": "registers", "title": "Open the registers", "lead": "Ministry"}],
    "updates": [
        {"id": "u1", "date": "2026-03-01", "commitment": "registers", "completion": "limited"},
        {"id": "u2", "date": "2026-09-01", "commitment": "registers", "completion": "substantial"},
    ],
    "meetings": [
        forum_meeting("2025-06-15", papers_published_on="2025-06-08"),
        forum_meeting("2025-11-20", papers_published_on="2025-11-10"),
        results_meeting("2026-04-20", kind="forum"),
        results_meeting("2026-10-10", kind="forum"),
    ],
    "attestations": [
        attestation("3.3", "appropriate_period", "2025-09-10"),
        attestation("3.3", "range_of_stakeholders", "2025-09-10"),
        attestation("2.1", "public_and_reachable", "2025-11-01"),
        {**attestation("2.1", "public_and_reachable", "2026-10-01"), "id": "reach-2026"},
    ],
}  # fmt: skip


def sound(**changes: Any) -> dict[str, Any]:
    """The sound plan with whole kinds of record replaced; ``plan`` is merged key by key."""
    data = copy.deepcopy(dict(SOUND))
    data["plan"].update(changes.pop("plan", {}))
    data.update(changes)
    return data


def records(data: Mapping[str, Any], plans: Mapping[str, Plan] | None = None) -> PlanRecords:
    """The records of a plan out of plain data, as the reader would make them."""
    plan = Plan.validated({"id": "p", **_without_none(data["plan"])})
    context = PlanContext("m", Member(id="m", name="Member"), {"p": plan, **(plans or {})})
    lists = {
        name: tuple(KIND[kind].model.validated(each) for each in data.get(name) or ())
        for name, kind in FOLDERS.items()
    }
    single = {
        name: KIND[name].model.validated({"id": name, **data[name]})
        for name in ("forum", "timeline")
        if data.get(name)
    }
    return PlanRecords("p", context, plan=plan, **single, **lists)


def assessed(
    data: Mapping[str, Any], day: date, pack: str = "national-2022", facts: GitFacts | None = None
) -> Assessment:
    return assess(records(data), load_pack(pack), day, facts)


def verdict(
    data: Mapping[str, Any],
    id: str,
    day: date,
    phase: str | None = None,
    facts: GitFacts | None = None,
) -> Verdict:
    """The verdict on one requirement of either pack."""
    pack = "local" if id.startswith("L") else "national-2022"
    found = assessed(data, day, pack, facts)
    return next(
        each
        for each in found.verdicts
        if each.requirement == id and phase in (None, each.phase.value)
    )


def state(data: Any, id: str, day: date = TODAY, phase: str | None = None) -> str:
    """The state of a requirement, by its code."""
    return verdict(data, id, day, phase).state.value


def said(found: Verdict) -> str:
    """Why, in English, with the remarks."""
    english = translator("en")
    return " ".join(say(each, english) for each in (found.because, *found.remarks))


def _without_none(data: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in data.items() if value is not None}
