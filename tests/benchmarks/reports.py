"""What is said of made-up commitments later on: a commitment comes in, reports on it go out.

About half of the commitments have an update. What an update claims is borne
out as the rules ask: evidence with its date, and every milestone of what is
complete.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from random import Random
from typing import Any

from words import BODIES, GROUPS, Writer

Data = dict[str, Any]

LEVELS = ("not_started", "limited", "limited", "substantial", "substantial", "complete")


def report_for(commitment: Data, year: int, chance: Random) -> Data | None:
    """The bare facts of an update, or nothing for every other commitment."""
    if chance.random() < 0.5:
        return None
    completion = chance.choice(LEVELS)
    latest = f"{year + 1}-{chance.randint(1, 9):02}-{chance.randint(1, 28):02}"
    return {"completion": completion, "date": latest}


def make_update(id: str, commitment: Data, report: Data, writer: Writer) -> tuple[str, Data]:
    completion, day = report["completion"], report["date"]
    data: Data = {
        "date": day,
        "title": writer.sentence("progress"),
        "commitment": id,
        "completion": completion,
        "progress": writer.sentences("progress", 50),
    }
    if completion in ("not_started", "limited"):
        data["challenges"] = writer.sentences("challenges", 20)
    milestones = list(_milestones(commitment, completion, day, writer))
    if milestones:
        data["milestones"] = milestones
    if completion != "not_started":
        data["evidence"] = [_evidence(writer, day)]
    data["author_organisation"] = commitment["lead"]
    data["author_role"] = "Point of contact"
    return f"{day}-{id}"[:80].rstrip("-"), data


def _milestones(
    commitment: Data, completion: str, day: str, writer: Writer
) -> Iterator[Data]:
    steps = commitment["milestones"]
    done = {"complete": len(steps), "substantial": len(steps) // 2}.get(completion, 0)
    for index, step in enumerate(steps):
        if index < done:
            yield {
                "id": step["id"],
                "completion": "complete",
                "completed_on": day,
                "evidence": [_evidence(writer, day)],
            }
        elif completion != "not_started" and index == done:
            yield {"id": step["id"], "completion": "limited"}


def _evidence(writer: Writer, day: str) -> Data:
    number = writer.chance.randint(1000, 9999)
    return {
        "title": f"Minutes and report number {number}",
        "url": f"https://example.org/evidence/{number}",
        "published_on": day,
    }


def make_view(id: str, year: int, writer: Writer) -> tuple[str, Data]:
    day = f"{year + 1}-{writer.chance.randint(1, 10):02}-15"
    data: Data = {
        "date": day,
        "commitment": id,
        "by": {"organisation": writer.one(GROUPS), "sector": "civil_society"},
        "completion": writer.chance.choice(("limited", "substantial")),
        "text": writer.sentences("view", 40),
        "evidence": [_evidence(writer, day)],
    }
    return f"{day}-{id}"[:80].rstrip("-"), data


def make_idea(id: str, data: Data, year: int, writer: Writer) -> tuple[tuple[str, Data], ...]:
    """What somebody proposed and the answer to it, each by its id; the commitment names it."""
    day = f"{year - 1}-05-{writer.chance.randint(1, 28):02}"
    idea, answer = f"{day}-{id}"[:80].rstrip("-"), f"on-{id}"[:80].rstrip("-")
    data["origin_contributions"] = [idea]
    proposed = {
        "received_on": day,
        "title": writer.sentence("problem").rstrip("."),
        "via": "Workshop",
        "contributor_type": "civil_society",
        "summary": writer.sentences("problem", 40),
    }
    answered = {
        "contributions": [idea],
        "decision": writer.chance.choice(("accepted", "partly_accepted")),
        "reason": writer.sentences("solution", 25),
        "commitments": [id],
        "published_on": f"{year - 1}-09-10",
    }
    return (idea, proposed), (answer, answered)


def make_amendment(id: str, data: Data, year: int, writer: Writer) -> tuple[str, Data, str]:
    """A change of the lead after adoption: the amendment's id, its record, and the lead before."""
    before, data["lead"] = data["lead"], writer.one(BODIES)
    return f"{year}-09-01-{id}"[:80].rstrip("-"), {
        "date": f"{year}-09-01",
        "commitment": id,
        "kind": "modify",
        "agreed": [{"field": "lead", "says": data["lead"]}],
        "changes": f"The lead passes to {data['lead']}.",
        "reason": writer.sentence("solution"),
        "agreed_by_forum_on": f"{year}-08-20",
    }, before


def make_assessment(
    commitments: Mapping[str, Data],
    reports: Mapping[str, Data | None],
    year: int,
    writer: Writer,
) -> tuple[str, Data]:
    results = {id: _result(reports[id], writer) for id in commitments}
    return f"{year + 1}-review", {
        "by": "monitoring_body",
        "organisation": "Institute of Statistics",
        "kind": "midterm_review",
        "title": f"Review of the plan of {year}",
        "published_on": f"{year + 1}-10-20",
        "url": f"https://example.org/reviews/{year}",
        "findings": [writer.sentence("finding") for _ in range(4)],
        "results": results,
    }


def _result(report: Data | None, writer: Writer) -> Data:
    data = {
        "verifiable": "yes",
        "relevance": "yes",
        "potential_for_results": writer.chance.choice(("modest", "substantial", "unclear")),
        "early_results": writer.chance.choice(("no_early_results", "moderate", "significant")),
        "note": writer.sentence("finding"),
    }
    return data | ({"completion": report["completion"]} if report else {})


def make_meetings(commitments: list[str], year: int, writer: Writer) -> Iterator[tuple[str, Data]]:
    for month in sorted(writer.chance.sample(range(1, 11), writer.chance.randint(3, 5))):
        day = f"{year + 1}-{month:02}-14"
        presented = writer.chance.sample(commitments, min(3, len(commitments)))
        yield f"{day}-forum", {
            "date": day,
            "title": "Meeting of the forum",
            "kind": "forum",
            "status": "held",
            "place": "Online",
            "open_to": "public",
            "attendance": {"government": "5", "civil_society": "7", "other": "2"},
            "agenda": writer.sentences("progress", 25),
            "papers_published_on": f"{year + 1}-{month:02}-03",
            "minutes": {
                "url": f"https://example.org/minutes/{day}",
                "published_on": f"{year + 1}-{month:02}-24",
            },
            "presented": presented,
            "comments_collected": str(writer.chance.randint(0, 30)),
            "summary": writer.sentences("progress", 30),
        }
