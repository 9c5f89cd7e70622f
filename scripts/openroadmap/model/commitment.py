"""The promise: a commitment with its milestones (OGP's commitment template, 2022 and local)."""

from openroadmap.model.fields import (
    DateField,
    Id,
    Line,
    Name,
    Prose,
    Record,
    code,
    many,
    may,
    must,
)
from openroadmap.model.parts import Evidence, Note, Source, Supporters


class Values(Record):
    """How the commitment serves each value of OGP, in a sentence each."""

    transparency: Prose | None = may("Transparency", "How it opens information.")
    participation: Prose | None = may("Civic participation", "How people take part.")
    accountability: Prose | None = may("Public accountability", "How officials answer.")
    technology: Prose | None = may(
        "Technology and innovation", "Counts only in addition to one of the first three."
    )
    inclusion: Prose | None = may(
        "Inclusion", "Counts only in addition to one of the first three."
    )


class Milestone(Record):
    """A step of a commitment whose result can be verified."""

    id: Id = must("Id", "Short and stable; updates refer to it.", "m1")
    title: Line = must("Title", "The step, in one sentence.", "Publish the draft register")
    deliverable: Prose | None = may(
        "Deliverable", "What will exist when it is done.", "The register, online as open data"
    )
    starts_on: DateField | None = may("Starts on", "When work begins.", "2026-01")
    due_on: DateField | None = may(
        "Due on", "When it will be done: a year, quarter, month or day.", "2026-Q3"
    )
    due_label: Line | None = may("Due, in words", "For a deadline that is no date.", "Ongoing")
    lead: Name | None = may("Lead", "The institution that answers for it.")
    supporting: tuple[Name, ...] = many("Supporting", "Who helps.")


class Promise(Record):
    """What a commitment promises: the part that is frozen when its plan is adopted."""

    id: Id = must("Id", "The file's name without its ending.", "open-contracts")
    title: Line = must("Title", "The promise in one sentence.", "Publish every public contract")
    summary: Prose | None = may("Summary", "Two or three sentences for a hurried reader.")
    problem: Prose | None = may("Problem", "The public problem it addresses, and for whom.")
    causes: Prose | None = may("Causes", "What causes the problem.")
    status_quo: Prose | None = may("How things are today", "How things are before the commitment.")
    solution: Prose | None = may("Solution", "What will be done.")
    expected_results: Prose | None = may("Expected results", "What will be different for people.")
    strategic_goal: Prose | None = may(
        "Long-term goal", "The goal of the strategic vision it serves (local members)."
    )
    values: Values | None = may("OGP values", "How it serves each value, in a sentence each.")
    lead: Name | None = may("Lead institution", "The one institution that answers for it.")
    supporting: Supporters | None = may("Partners", "Who supports the lead, by sector.")
    institutions: tuple[Name, ...] = many(
        "Institutions", "Institutions a source names without saying which one leads."
    )
    starts_on: DateField | None = may("Starts on", "When it begins.", "2026-01-01")
    ends_on: DateField | None = may("Ends on", "When it will be kept.", "2027-12-31")
    ends_label: Line | None = may("Ends, in words", "For an end that is no date.", "Ongoing")
    budget: Prose | None = may("Budget", "What it costs and who pays.")
    milestones: tuple[Milestone, ...] = many("Milestones", "The steps, each verifiable.")


class Commitment(Promise):
    """One promise of an action plan. Its progress is reported in updates, never here."""

    ogp_id: Line | None = may("OGP id", "The id on OGP's website.", "ELG0006")
    number: Line | None = may("Number", "Its number in the plan as published.", "3")
    values_named: tuple[code("value"), ...] = many(
        "Values named", "Values the source names without saying how.", ["participation"]
    )
    policy_areas: tuple[code("policy_area"), ...] = many(
        "Policy areas", "OGP's policy areas.", ["open-data", "public-participation"]
    )
    sector: Line | None = may("Sector", "The primary sector, in the plan's own words.")
    links: tuple[Evidence, ...] = many("Links", "Documents and sites about the commitment.")
    contact: Evidence | None = may("Contact", "A public contact page or office, never a person.")
    origin_contributions: tuple[Id, ...] = many(
        "Comes from", "Ids of the contributions it came from."
    )
    sources: tuple[Source, ...] = many("Sources", "Where the facts of this record come from.")
    notes: tuple[Note, ...] = many("Notes", "Remarks for readers, such as sources that disagree.")

    @property
    def responsible(self) -> tuple[str, ...]:
        """The lead, and every institution that a source names without saying which one leads."""
        return tuple(dict.fromkeys(filter(None, (self.lead, *self.institutions))))
