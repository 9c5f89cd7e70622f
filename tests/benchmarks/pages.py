"""The same records as Markdown pages: a plan's records come in, Markdown goes out.

This is what somebody would write, or let a script write, for MkDocs as it
comes. Every text, table and link of a record is on its page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from records import PROSE, MadeMember, MadePlan

Data = dict[str, Any]

HEADINGS = {
    "problem": "Problem",
    "causes": "Causes",
    "status_quo": "Today",
    "solution": "Solution",
    "expected_results": "Expected results",
}


def words_of(code: str) -> str:
    """A code as a reader sees it."""
    return code.replace("_", " ").replace("-", " ").capitalize()


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    titles = list(head)
    lines = [titles, ["---"] * len(titles), *map(list, rows)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def link(document: Data) -> str:
    day = f" ({document['published_on']})" if "published_on" in document else ""
    return f"[{document['title']}]({document['url']}){day}"


def bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def page(title: str, description: str, blocks: Iterable[str]) -> str:
    head = f"---\ndescription: {description}\n---\n\n# {title}\n"
    return "\n\n".join([head, *(block for block in blocks if block)]) + "\n"


def commitment_page(member: MadeMember, plan: MadePlan, id: str) -> str:
    data = plan.commitments[id]
    return page(data["title"], data["title"], _commitment_blocks(member, plan, id, data))


def _commitment_blocks(
    member: MadeMember, plan: MadePlan, id: str, data: Data
) -> Iterator[str]:
    updates = [one for one in plan.updates.values() if one["commitment"] == id]
    yield f"[{member.member['name']}](../index.md) · [{plan.plan['title']}](index.md)"
    yield f"Commitment {data['number']}, {data['ogp_id']}. {_standing(updates)}"
    yield data["summary"]
    yield table(
        ("Lead institution", "Begins", "Ends", "Policy areas", "Budget"),
        [(data["lead"], data["starts_on"], data["ends_on"],
          ", ".join(map(words_of, data["policy_areas"])), data["budget"])],
    )  # fmt: skip
    for field in PROSE:
        yield f"## {HEADINGS[field]}\n\n{data[field]}"
    yield "## Milestones"
    yield table(("Step", "Deliverable", "Due", "Completion"), _steps(data, updates))
    yield "## Updates"
    for update in updates:
        yield from update_blocks(update)
    yield from _voices(plan, id)
    yield from _history(plan, id)
    yield "## Partners\n\n" + bullets(
        f"{words_of(side)}: {', '.join(names)}" for side, names in data["supporting"].items()
    )
    yield "## OGP values\n\n" + bullets(
        f"**{words_of(value)}**: {text}" for value, text in data["values"].items()
    )
    yield from sources(data)


def _standing(updates: list[Data]) -> str:
    if not updates:
        return "No report."
    return f"{words_of(updates[-1]['completion'])}, as reported on {updates[-1]['date']}."


def _steps(data: Data, updates: list[Data]) -> Iterator[tuple[str, ...]]:
    reported = {one["id"]: one for update in updates for one in update.get("milestones", ())}
    for step in data["milestones"]:
        report = reported.get(step["id"], {})
        state = words_of(report.get("completion", "not recorded"))
        documents = ", ".join(map(link, report.get("evidence", ())))
        yield step["title"], step["deliverable"], step["due_on"], f"{state} {documents}".strip()


def update_blocks(update: Data) -> Iterator[str]:
    yield f"### {update['date']}: {update['title']}"
    author = f"{update['author_organisation']}, {update['author_role']}"
    yield f"{words_of(update['completion'])}. {author}."
    yield update["progress"]
    yield update.get("challenges", "")
    yield bullets(map(link, update.get("evidence", ())))


def _voices(plan: MadePlan, id: str) -> Iterator[str]:
    views = [one for one in plan.views.values() if one["commitment"] == id]
    yield "## What others say" if views or plan.assessments else ""
    for view in views:
        yield f"### {view['by']['organisation']}, {view['date']}"
        yield f"{words_of(view['completion'])}. {view['text']}"
        yield bullets(map(link, view["evidence"]))
    for assessment in plan.assessments.values():
        result = assessment["results"][id]
        codes = ((words_of(key), words_of(text)) for key, text in result.items() if key != "note")
        yield f"### [{assessment['title']}]({assessment['url']})"
        yield table(("Question", "Answer"), codes)
        yield result["note"]


def _history(plan: MadePlan, id: str) -> Iterator[str]:
    """Which idea the commitment comes from, what was answered, and what changed since."""
    answers = [one for one in plan.responses.values() if id in one["commitments"]]
    for answer in answers:
        idea = plan.contributions[answer["contributions"][0]]
        yield f"## Where it comes from\n\n### {idea['received_on']}: {idea['title']}"
        yield idea["summary"]
        yield f"{words_of(answer['decision'])}, {answer['published_on']}. {answer['reason']}"
    for change in plan.amendments.values():
        if change["commitment"] == id:
            yield f"## Changed on {change['date']}\n\n{change['changes']} {change['reason']}"
    yield f"## As adopted on {plan.plan['adopted_on']}"
    yield bullets(f"{words_of(name)}: {text}" for name, text in plan.adopted.get(id, {}).items())


def sources(data: Data) -> Iterator[str]:
    yield "## Sources"
    yield bullets(
        f"[{one['title']}]({one['url']}), for {', '.join(map(words_of, one['facts']))}, "
        f"read on {one['read_on']}"
        for one in data["sources"]
    )


def plan_page(member: MadeMember, plan: MadePlan) -> str:
    return page(plan.plan["title"], plan.plan["title"], _plan_blocks(member, plan))


def _plan_blocks(member: MadeMember, plan: MadePlan) -> Iterator[str]:
    data, forum = plan.plan, plan.forum
    yield f"[{member.member['name']}](../index.md)"
    yield f"{data['summary']}\n\n{data['vision']}"
    yield f"{data['starts_on']} to {data['ends_on']}. Lead: {data['lead']}."
    yield "## Commitments"
    latest = {one["commitment"]: one["completion"] for one in plan.updates.values()}
    yield table(
        ("Number", "Commitment", "Lead", "Ends", "Completion"),
        (
            (one["number"], f"[{one['title']}]({id}.md)", one["lead"], one["ends_on"],
             words_of(latest.get(id, "no report")))
            for id, one in plan.commitments.items()
        ),
    )  # fmt: skip
    yield f"## {forum['name']}\n\n{forum['remit']}"
    yield bullets(f"{one['organisation']}, {words_of(one['sector'])}" for one in forum["members"])
    yield "## Co-creation\n\n" + data["cocreation"]["summary"]
    yield bullets(data["cocreation"]["steps"])
    yield "## Meetings"
    for meeting in plan.meetings.values():
        yield f"### {meeting['date']}: {meeting['title']}\n\n{meeting['summary']}"
    yield "## Reviews"
    for review in plan.assessments.values():
        yield f"[{review['title']}]({review['url']})\n\n{bullets(review['findings'])}"
    yield from sources(data)


def member_page(member: MadeMember) -> str:
    data = member.member
    plans = bullets(f"[{one.plan['title']}]({one.id}/index.md)" for one in member.plans)
    return page(data["name"], data["name"], [data["summary"], "## Plans", plans, *sources(data)])


def home_page(members: Iterable[MadeMember]) -> str:
    links = bullets(f"[{one.member['name']}]({one.id}/index.md)" for one in members)
    return page("Action plans", "Open government action plans", ["## Members", links])
