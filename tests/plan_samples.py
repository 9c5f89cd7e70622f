"""Plans to view and render: one full and invented, two as patchy as the pioneers' are."""

from __future__ import annotations

from openroadmap.model.commitment import Commitment
from openroadmap.model.member import Member, Plan
from openroadmap.model.process import Amendment, Forum, Mechanism, Meeting
from openroadmap.model.site import PlanContext, PlanRecords
from openroadmap.model.voices import Assessment, Update, View

OGP = "https://www.opengovpartnership.org"


def records(
    member: Member, plan: Plan, commitments: tuple[Commitment, ...], **more: object
) -> PlanRecords:
    context = PlanContext(member.id, member, {plan.id: plan})
    return PlanRecords(plan.id, context, plan=plan, commitments=commitments, **more)


def commitment(**fields: object) -> Commitment:
    return Commitment.model_validate({"id": "one", "title": "One promise", **fields})


def plan_of(*commitments: Commitment, **more: object) -> PlanRecords:
    """A small plan with nothing but what a test is about."""
    member = Member(id="m", name="Member")
    return records(member, Plan(id="p", title="Plan"), commitments, **more)


def update(**fields: object) -> Update:
    day = str(fields.get("date", "2026-06-30"))
    return Update.model_validate({"id": f"{day}-news", "date": day, "commitment": "one", **fields})


def rivermouth() -> PlanRecords:
    """Everything that a record can hold, in a place that does not exist."""
    member = Member.model_validate({
        "id": "rivermouth", "name": "Rivermouth", "level": "local", "country": "Exampleland",
        "joined_on": "2020", "lead": "Office of the Mayor", "population": "210,000 (2024)",
        "summary": "A port city of nine wards, twice flooded in ten years.",
        "site_url": "https://rivermouth.example/open", "ogp_url": f"{OGP}/members/",
        "events": [{"date": "2020-05", "title": "Joined OGP Local", "url": OGP}],
    })  # fmt: skip
    plan = Plan.model_validate({
        "id": "2025-2027", "title": "Second Open Government Action Plan 2025–2027",
        "level": "local", "kept_by": "government", "lead": "Office of the Mayor",
        "summary": "Four promises that people asked for after the floods of 2023.",
        "vision": "By 2030 every decision on public money can be followed by those it touches.",
        "starts_on": "2025-01-01", "ends_on": "2027-06-30", "submitted_on": "2025-01-15",
        "commitments_stated": "5", "monitoring_body": "University of Rivermouth",
        "cocreation": {
            "starts_on": "2024-05", "ends_on": "2024-11", "public_influence": "involve",
            "summary": "Nine ward assemblies, then two rounds of drafting with the forum.",
            "steps": ["Ideas were gathered in the wards.", "The forum weighed them by *published* criteria."],
            "counts": [{"what": "ideas", "number": "184"}, {"what": "people at assemblies", "number": "1320", "words": "some 1,300"}],
        },
        "endorsements": [{"organisation": "Harbour Residents' Union", "sector": "community_group", "endorsed_on": "2024-12-02"}],
        "parties": [{"organisation": "Open Port Lab", "sector": "civil_society", "role": "secretariat"}],
        "events": [{"date": "2025-01-15", "title": "Plan delivered to OGP"}, {"date": "2024-12", "title": "Plan endorsed by the forum"}],
        "results": ["Payments above 1,000 are online since May 2026."],
        "links": [{"title": "Plan as adopted (PDF)", "url": "https://rivermouth.example/plan.pdf", "published_on": "2025-01-15"}],
        "sources": [{"title": "Decision 14/2025 of the council", "url": "https://rivermouth.example/14-2025", "facts": ["starts_on", "ends_on", "title"]}],
        "notes": [{"about": ["ends_on"], "text": "OGP's page says August 2027.", "url": OGP}],
    })  # fmt: skip
    return records(
        member, plan, (_payments(), _hearings(), _drains(), _portal()),
        updates=_updates(), views=_views(), assessments=_assessments(),
        forum=_forum(), mechanisms=_mechanisms(), meetings=_meetings(),
        amendments=(Amendment.model_validate({
            "id": "2026-05-withdraw-portal", "date": "2026-05-01", "commitment": "portal", "kind": "withdraw",
            "reason": "The state has built the same portal for all cities.", "agreed_by_forum_on": "2026-04-20",
        }),),
        stories={"payments": "### How it began\n\nA baker asked in the second ward *who was paid* for the pumps.\n\n- The question went to the forum.\n- The forum made it a promise."},
    )  # fmt: skip


def _payments() -> Commitment:
    return Commitment.model_validate({
        "id": "payments", "number": "1", "ogp_id": "XRIV0001",
        "title": "Publish every payment of the city above 1,000, with what it was for and who received it",
        "summary": "People could not find out who was paid after the floods. From 2026 each payment above 1,000 is published within thirty days, as open data and in a searchable list.",
        "problem": "After the floods of 2023 the city spent 41 million in eleven months. Requests for the list of payments took *four months* on average; traders and residents could not check whether pumps that were paid for had been delivered.",
        "causes": "Payments are kept in three systems that do not talk to each other.",
        "status_quo": "A yearly PDF lists totals by department.",
        "solution": "One register of payments, published monthly:\n\n- as open data, in CSV and JSON;\n- as a list that can be searched by receiver, ward and purpose;\n- with the contract that each payment belongs to.",
        "expected_results": "Anybody can see within thirty days what was paid to whom and for what.",
        "strategic_goal": "Every decision on public money can be followed.",
        "values": {"transparency": "Each payment can be seen.", "accountability": "The treasurer answers questions within ten days, in public."},
        "policy_areas": ["fiscal-openness", "open-data"], "sector": "Public finance",
        "lead": "City Treasury",
        "supporting": {"government": ["Office of the Mayor", "Audit Office"], "civil_society": ["Open Port Lab", "Harbour Residents' Union"], "other": ["University of Rivermouth"]},
        "starts_on": "2025-01-01", "ends_on": "2026-09-30",
        "budget": "140,000 from the city's own means.",
        "contact": {"title": "City Treasury, open data desk", "url": "https://rivermouth.example/treasury"},
        "links": [{"title": "Register of payments", "url": "https://rivermouth.example/payments", "published_on": "2026-05-14"}],
        "milestones": [
            {"id": "m1", "title": "Agree the fields of the register with the forum", "due_on": "2025-06-30", "deliverable": "A published list of fields", "lead": "City Treasury"},
            {"id": "m2", "title": "Publish the first twelve months of payments", "due_on": "2026-Q1", "deliverable": "The register, online as open data"},
            {"id": "m3", "title": "Link each payment to its contract", "due_on": "2026-09"},
            {"id": "m4", "title": "Answer questions in public", "due_label": "Ongoing"},
        ],
        "sources": [
            {"title": "Plan as adopted, page 12", "url": "https://rivermouth.example/plan.pdf", "facts": ["title", "problem", "lead", "starts_on", "ends_on"], "read_on": "2026-11-23"},
            {"title": "OGP page of the commitment", "url": f"{OGP}/members/", "facts": ["ogp_id", "ends_on", "supporting.government"], "note": "Read in part."},
        ],
        "notes": [{"about": ["ends_on"], "text": "The plan says September 2026; OGP's page says December 2026.", "url": OGP}],
    })  # fmt: skip


def _hearings() -> Commitment:
    return commitment(
        id="hearings", number="2", title="Hold a public hearing in every ward before the budget is voted",
        lead="City Council", starts_on="2025-03", ends_on="2026-11-30",
        problem="Only two of nine wards have ever seen a hearing.",
    )  # fmt: skip


def _drains() -> Commitment:
    return commitment(
        id="drains", number="3", title="Let residents report blocked drains and see what became of each report",
        ends_on="2027-06", lead="Department of Works",
    )  # fmt: skip


def _portal() -> Commitment:
    return commitment(
        id="portal", number="4", title="Build a portal for requests for information", lead="City Archive",
        ends_on="2026-12-31",
    )  # fmt: skip


def _updates() -> tuple[Update, ...]:
    return (
        update(id="2025-07-10-fields", date="2025-07-10", commitment="payments", completion="limited",
               title="Fields agreed with the forum", progress="The forum agreed 23 fields on 26 June.",
               author_organisation="City Treasury",
               milestones=[{"id": "m1", "completion": "complete", "completed_on": "2025-06-26",
                            "evidence": [{"title": "List of fields", "url": "https://rivermouth.example/fields", "published_on": "2025-07-01"}]}]),
        update(id="2026-05-31-register", date="2026-05-31", commitment="payments", completion="substantial",
               title="Twelve months of payments are online", author_organisation="City Treasury", author_role="Point of contact",
               progress="The register went online on 14 May with 9,412 payments of 2025.",
               challenges="Contracts before 2024 exist on paper only.",
               milestones=[{"id": "m2", "completion": "complete", "completed_on": "2026-05-14"}, {"id": "m3", "completion": "limited"}],
               evidence=[{"title": "Register of payments", "url": "https://rivermouth.example/payments", "published_on": "2026-05-14", "archived_url": "https://archive.example/1"}]),
        update(id="2026-06-01-hearings", date="2026-06-01", commitment="hearings", completion="not_started",
               challenges="The by-law on hearings is not voted yet.", author_organisation="City Council"),
        update(id="2026-06-30-plan", date="2026-06-30", commitment=None, title="First year in review",
               progress="Two of four commitments moved. The forum met five times."),
    )  # fmt: skip


def _views() -> tuple[View, ...]:
    return (View.model_validate({
        "id": "2026-07-01-lab", "date": "2026-07-01", "commitment": "payments", "completion": "limited",
        "by": {"organisation": "Open Port Lab", "sector": "civil_society", "role": "member of the forum"},
        "text": "The list is online, but a third of the payments name no purpose. That was the promise.",
        "evidence": [{"title": "Our count of empty purposes", "url": "https://lab.example/count", "published_on": "2026-06-28"}],
    }),)  # fmt: skip


def _assessments() -> tuple[Assessment, ...]:
    return (Assessment.model_validate({
        "id": "2026-inception", "by": "monitoring_body", "organisation": "University of Rivermouth",
        "kind": "inception", "published_on": "2026-03", "url": "https://university.example/inception",
        "findings": ["The forum exists and meets.", "Ambition is high for one commitment."],
        "process": {"forum_exists": "yes", "forum_multi_stakeholder": "unclear", "meeting_during_cocreation": "yes"},
        "totals": {"commitments": "4", "relevant": "4"},
        "results": {"payments": {"verifiable": "yes", "relevance": "yes", "relevant_to": ["transparency"], "ambition": "high", "note": "Clear steps that anybody can check."}},
        "sources": [{"title": "Inception report", "url": "https://university.example/inception", "facts": ["results", "findings"]}],
    }),)  # fmt: skip


def _forum() -> Forum:
    return Forum.model_validate({
        "id": "forum", "name": "Open Rivermouth Forum", "established_on": "2021-02-10",
        "remit": "To prepare, follow and discuss the action plan.", "secretariat": "Open Port Lab",
        "chairs": [{"organisation": "Office of the Mayor", "role": "co-chair"}, {"organisation": "Open Port Lab", "role": "co-chair"}],
        "members": [{"organisation": "City Treasury", "sector": "government"}, {"organisation": "Harbour Residents' Union", "sector": "community_group"}, {"organisation": "Open Port Lab", "sector": "civil_society"}],
        "rules": {"url": "https://rivermouth.example/rules", "published_on": "2021-03-01", "covers": ["remit", "membership"]},
    })  # fmt: skip


def _mechanisms() -> tuple[Mechanism, ...]:
    return (Mechanism.model_validate({
        "id": "wards", "title": "Ward assemblies", "opens_on": "2024-05", "closes_on": "2024-07",
        "channels": ["In person"], "open_to": "public", "counts": [{"what": "ideas", "number": "131"}],
    }),)  # fmt: skip


def _meetings() -> tuple[Meeting, ...]:
    return (Meeting.model_validate({
        "id": "2024-09-12-forum", "date": "2024-09-12", "kind": "forum", "status": "held", "place": "Town hall",
        "attendance": {"government": "6", "civil_society": "9"}, "summary": "The forum chose five of 184 ideas.",
    }),)  # fmt: skip


def ontario() -> PlanRecords:
    """Three commitments with a reported status that is not on OGP's scale, and final findings."""
    member = Member.model_validate({"id": "ontario", "name": "Ontario", "country": "Canada", "level": "local", "joined_on": "2016"})
    plan = Plan.model_validate({
        "id": "2017", "title": "Ontario's commitments for the 2017 pilot", "kept_by": "others", "keeper": "the OpenRoadmap project",
        "starts_on": "2017", "ends_on": "2017", "commitments_stated": "3",
        "cocreation": {"counts": [{"what": "ideas", "number": "270"}, {"what": "votes", "number": "800", "words": "almost 800"}],
                       "steps": ["Ideas online in four areas", "A public vote", "Workshops on the top ideas"]},
        "notes": [{"about": ["cocreation"], "text": "Another article says 46 ideas; ontario.ca's number is shown."}],
        "sources": [{"title": "Ontario.ca: open government partnership program", "url": "https://www.ontario.ca/page/open-government-partnership-program", "facts": ["cocreation"]}],
    })  # fmt: skip
    titles = {
        "ont0001": "Adopt the International Open Data Charter and make data open by default",
        "ont0002": "Give young people more opportunities to contribute, through a digital tool built with them",
        "ont0003": "Embed open government in the daily work of the public service through a guide and training",
    }
    commitments = tuple(
        commitment(id=id, ogp_id=id.upper(), title=title, ends_on="2017-12", lead="Treasury Board Secretariat",
                   policy_areas=["public-participation"],
                   sources=[{"title": f"OGP page of {id.upper()}", "url": f"{OGP}/members/ontario-canada/", "facts": ["title", "lead"]}])
        for id, title in titles.items()
    )  # fmt: skip
    report = Assessment.model_validate({
        "id": "2017-irm-final", "by": "irm", "kind": "final_report", "title": "Ontario Final IRM Report 2017",
        "results": {id: {"verifiable": "yes", "relevance": "yes", "ambition": "high", "opened_government": "major"} for id in titles},
    })  # fmt: skip
    told = tuple(update(id=f"2017-{id}", date="2017", commitment=id, status_words="Implementing") for id in titles)
    return records(member, plan, commitments, updates=told, assessments=(report,))


def jalisco() -> PlanRecords:
    """Little more than titles, as much of the real record is."""
    member = Member.model_validate({"id": "jalisco", "name": "Jalisco", "country": "Mexico", "level": "local"})
    plan = Plan.model_validate({"id": "2019-2021", "title": "Second local action plan 2019–2021", "kept_by": "others", "commitments_stated": "8"})
    titles = ("Transparency and accountability of social programs", "New model for judge selection", "Platform for reporting on public service delivery")
    patchy = tuple(commitment(id=f"jal{n:04}", ogp_id=f"JAL{n:04}", title=title) for n, title in enumerate(titles, start=9))
    reversed_dates = commitment(
        id="mxjl0001", title="Annex to judgments in clear language for priority groups", starts_on="2021-09", ends_on="2021-05",
        institutions=["Supreme Tribunal of Justice of Jalisco", "UNIVA"], values_named=["transparency", "participation"],
        notes=[{"about": ["starts_on", "ends_on"], "text": "OGP's page gives an end before the start."}],
    )  # fmt: skip
    report = Assessment.model_validate({
        "id": "eoc", "by": "monitoring_body", "kind": "end_of_commitment",
        "results": {"mxjl0001": {"completion_words": "from limited to substantial"}},
    })  # fmt: skip
    return records(member, plan, (*patchy, reversed_dates), assessments=(report,))
