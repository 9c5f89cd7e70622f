"""Who promises, and in which plan: members and action plans."""

from openroadmap.model.fields import (
    DateField,
    Id,
    Line,
    Name,
    Prose,
    Record,
    Url,
    Whole,
    YesNo,
    code,
    many,
    may,
    must,
)
from openroadmap.model.parts import Count, Event, Evidence, Note, Party, Source


class Member(Record):
    """A government that takes part in OGP."""

    id: Id = must("Id", "The folder's name.", "elgeyo-marakwet")
    name: Name = must("Name", "The member's name.", "Elgeyo Marakwet")
    example: YesNo | None = may(
        "Example", "yes for an invented member; every page of it and of its plans says so.", "yes"
    )
    level: code("level") | None = may("Level", "National or local.", "local")
    country: Name | None = may("Country", "The country, in English.", "Kenya")
    joined_on: DateField | None = may("Joined OGP", "When it joined.", "2016")
    lead: Name | None = may("Lead institution", "The body in charge of OGP.")
    summary: Prose | None = may("Summary", "Who they are, in two or three sentences.")
    population: Line | None = may("Population", "As a source states it, with the year.")
    site_url: Url | None = may("OGP website", "The member's own OGP website.")
    ogp_url: Url | None = may("OGP page", "The member's page on OGP's website.")
    events: tuple[Event, ...] = many("Events", "Dated facts of its open government history.")
    links: tuple[Evidence, ...] = many("Links", "Documents and sites.")
    sources: tuple[Source, ...] = many("Sources", "Where the facts of this record come from.")
    notes: tuple[Note, ...] = many("Notes", "Remarks for readers.")


class Endorsement(Record):
    """A stakeholder of the forum stands behind the plan."""

    organisation: Name = must("Organisation", "Who endorses.", "Friends of the Nation")
    sector: code("sector") | None = may("Sector", "Its sector.", "civil_society")
    name: Name | None = may("Name", "A public office holder's name, if needed.")
    endorsed_on: DateField | None = may("Endorsed on", "When.", "2024-11-20")
    evidence: tuple[Evidence, ...] = many("Evidence", "Where this can be seen.")


class Cocreation(Record):
    """How the plan was made together."""

    starts_on: DateField | None = may("Starts on", "When co-creation began.", "2024-09-17")
    ends_on: DateField | None = may("Ends on", "When it ended.", "2024-12-06")
    summary: Prose | None = may("Summary", "How people took part, in a few sentences.")
    steps: tuple[Prose, ...] = many("Steps", "What was done, in order.")
    counts: tuple[Count, ...] = many("Counts", "Ideas, votes, meetings, participants.")
    public_influence: code("public_influence") | None = may(
        "Public influence", "The level an assessment gave, on the IAP2 scale.", "collaborate"
    )


class PlanPromise(Record):
    """What a plan says of itself as a promise: the part that is frozen when it is adopted."""

    id: Id = must("Id", "The folder's name.", "2025-2027")
    title: Line = must("Title", "The plan's title.", "Third Open Government Action Plan")
    vision: Prose | None = may("Strategic vision", "The long-term aim (local members).")
    lead: Name | None = may("Lead institution", "Who answers for the plan.")
    leads: tuple[Name, ...] = many("Other leads", "Further leading institutions.")
    starts_on: DateField | None = may("Starts on", "The first day of the plan.", "2025-03")
    ends_on: DateField | None = may("Ends on", "The last day of the plan.", "2027-06")


class Plan(PlanPromise):
    """One action plan of a member."""

    example: YesNo | None = may(
        "Example", "yes for an invented plan; every page of it says so.", "yes"
    )
    example_on: DateField | None = may(
        "Example shown as of",
        "The day from which an invented plan stands still. Any other plan goes on by the calendar.",
        "2026-11-23",
    )
    level: code("level") | None = may("Level", "National or local rules apply.", "local")
    profile: code("profile") | None = may(
        "Rules", "The OGP rules the process is held against; by default those of the level.",
        "local",
    )
    ambition: code("profile") | None = may(
        "Ambition", "Further rules a member holds itself to without having to.", "national-2022"
    )
    kept_by: code("keeper") | None = may(
        "Kept by", "The government itself, or others who transcribed it.", "government"
    )
    keeper: Line | None = may("Keeper", "Who they are, when others keep it.")
    summary: Prose | None = may("Summary", "What the plan is for, in a few sentences.")
    duration_until: DateField | None = may(
        "End of the stated duration",
        "The end stated in OGP's field 'duration', where it is given.",
        "2027-08",
    )
    submitted_on: DateField | None = may("Submitted on", "Delivered to OGP.", "2025-03-06")
    adopted_on: DateField | None = may("Adopted on", "Adopted by the government.")
    previous_plan: Id | None = may("Previous plan", "Folder name of the plan before.", "2018-2020")
    previous_plan_ended_on: DateField | None = may(
        "Previous plan ended on", "The end of the plan before.", "2020-08-31"
    )
    refresh_on: DateField | None = may("Refresh on", "Midway refresh of a four-year plan.")
    term_ends_on: DateField | None = may(
        "Government's term of office ends", "End of the term of office (local)."
    )
    commitments_stated: Whole | None = may(
        "Commitments stated", "How many commitments the plan has, as a source states it.", 5
    )
    point_of_contact: Evidence | None = may(
        "Point of contact", "A public contact page or office, never a person's address."
    )
    monitoring_body: Name | None = may("Monitoring body", "The independent body (local).")
    site_url: Url | None = may("OGP website", "The plan's page on the member's site.")
    repository_url: Url | None = may("Repository", "Where the documents are kept.")
    cocreation: Cocreation | None = may("Co-creation", "How the plan was made together.")
    endorsements: tuple[Endorsement, ...] = many("Endorsements", "Who stands behind the plan.")
    parties: tuple[Party, ...] = many("People involved", "Other organisations and their roles.")
    events: tuple[Event, ...] = many("Events", "Dated facts of the plan's history.")
    results: tuple[Prose, ...] = many("Results", "What came of the plan, as sources tell it.")
    links: tuple[Evidence, ...] = many("Links", "Documents and sites.")
    sources: tuple[Source, ...] = many("Sources", "Where the facts of this record come from.")
    notes: tuple[Note, ...] = many("Notes", "Remarks for readers.")
