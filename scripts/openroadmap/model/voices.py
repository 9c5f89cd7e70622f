"""Who says how far a commitment is: the lead, civil society, and those who assess."""

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
    names_of,
)
from openroadmap.model.parts import Evidence, Note, Party, Source


class MilestoneReport(Record):
    """What an update says of one milestone."""

    id: Id = must("Milestone", "The id of the milestone.", "m1")
    completion: code("completion") | None = may("Completion", "How far it is.", "complete")
    completed_on: DateField | None = may("Completed on", "When it was done.", "2026-05-14")
    note: Prose | None = may("Note", "A word on it.")
    evidence: tuple[Evidence, ...] = many("Evidence", "What proves it.")


class Update(Record):
    """A dated progress report by the lead institution."""

    id: Id = must("Id", "The file's name: date and a word.", "2026-06-30-register")
    date: DateField = must("Date", "The day the report speaks of.", "2026-06-30")
    title: Line | None = may("Title", "The news in one sentence.")
    commitment: Id | None = may(
        "Commitment", "The commitment's id; absent when about the whole plan.", "open-contracts"
    )
    completion: code("completion") | None = may("Completion", "How far it is.", "limited")
    status_words: Line | None = may(
        "Status, as published", "A status in the source's own words, not on OGP's scale."
    )
    progress: Prose | None = may("Progress", "What was done.")
    challenges: Prose | None = may("Challenges", "What stands in the way.")
    milestones: tuple[MilestoneReport, ...] = many("Milestones", "What is new of each.")
    evidence: tuple[Evidence, ...] = many("Evidence", "What proves it.")
    author_organisation: Name | None = may("Author", "The organisation that reports.")
    author_role: Name | None = may("Role", "The role of who reports.", "Point of contact")
    sources: tuple[Source, ...] = many("Sources", "Where the facts of this record come from.")
    notes: tuple[Note, ...] = many("Notes", "Remarks for readers.")


class View(Record):
    """A dated view of civil society on a commitment."""

    id: Id = must("Id", "The file's name: date and a word.", "2026-07-01-observatory")
    date: DateField = must("Date", "The day of the view.", "2026-07-01")
    commitment: Id = must("Commitment", "The commitment's id.", "open-contracts")
    by: Party = must("By", "The organisation that speaks.")
    completion: code("completion") | None = may("Completion", "How far it is, in their view.")
    text: Prose | None = may("Text", "The view, in their words.")
    evidence: tuple[Evidence, ...] = many("Evidence", "What it rests on.")
    sources: tuple[Source, ...] = many("Sources", "Where the facts of this record come from.")


class Result(Record):
    """What an assessment says of one commitment, in OGP's codes."""

    verifiable: code("verifiable") | None = may("Verifiable", "IRM code.", "yes")
    relevance: code("relevance") | None = may("Relevance", "IRM code.", "yes")
    relevant_to: tuple[code("value"), ...] = many("Relevant to", "The values named.")
    ambition: code("ambition") | None = may("Ambition", "As OGP's pages show it.", "high")
    potential_impact: code("potential_impact") | None = may(
        "Potential impact", "IRM code, plans before 2020."
    )
    potential_for_results: code("potential_for_results") | None = may(
        "Potential for results", "IRM code, plans since 2020."
    )
    completion: code("completion") | None = may("Completion", "IRM code.", "substantial")
    completion_words: Line | None = may(
        "Completion, as published", "Where the report's words are not one code."
    )
    opened_government: code("opened_government") | None = may(
        "Did it open government?", "IRM code, plans before 2020.", "marginal"
    )
    early_results: code("early_results") | None = may(
        "Early results", "IRM code, plans since 2020."
    )
    starred: YesNo | None = may("Starred", "Starred commitment of the older method.")
    note: Prose | None = may("Note", "What the report says, in our words.")

    @property
    def is_judgement(self) -> bool:
        """Whether it judges anything: a note may say that the report shows no finding."""
        said = (getattr(self, name) for name in names_of(type(self)) if name != "note")
        return any(each not in (None, (), "not_assessed") for each in said)


class Process(Record):
    """What an assessment says of the process."""

    forum_exists: code("answer") | None = may("Forum exists", "Local question 1.1.", "unclear")
    forum_multi_stakeholder: code("answer") | None = may(
        "Forum is multi-stakeholder", "Local question 1.2."
    )
    meeting_during_cocreation: code("answer") | None = may(
        "A meeting during co-creation", "Local question 1.3."
    )
    endorsed: code("answer") | None = may("Endorsed by stakeholders", "Local question 1.4.")
    acted_contrary_to_process: code("answer") | None = may(
        "Acted contrary to process", "As the IRM found."
    )
    public_influence: code("public_influence") | None = may(
        "Public influence", "Level on the IAP2 scale.", "collaborate"
    )


class Totals(Record):
    """Numbers a report gives for the whole plan, commitment by commitment not known."""

    commitments: Whole | None = may("Commitments", "How many were assessed.")
    relevant: Whole | None = may("Relevant", "Relevant to OGP values.")
    transformative: Whole | None = may("Transformative", "Potentially transformative.")
    potentially_starred: Whole | None = may("Potentially starred", "At the design stage.")
    starred: Whole | None = may("Starred", "Starred commitments.")
    not_started: Whole | None = may("Not started", "Completion.")
    limited: Whole | None = may("Limited", "Completion.")
    substantial: Whole | None = may("Substantial", "Completion.")
    complete: Whole | None = may("Complete", "Completion.")
    opened_major: Whole | None = may("Major", "Opened government to a major degree.")
    opened_outstanding: Whole | None = may("Outstanding", "Opened government outstandingly.")


class Assessment(Record):
    """A report by the IRM, a monitoring body, the Support Unit or another evaluator."""

    id: Id = must("Id", "The file's name.", "2018-irm-final")
    by: code("assessor") = must("By", "Who assessed.", "irm")
    organisation: Name | None = may("Organisation", "The evaluator's organisation.")
    kind: code("assessment_kind") | None = may("Kind", "Which report.", "final_report")
    title: Line | None = may("Title", "The report's title.")
    published_on: DateField | None = may("Published on", "When.", "2018")
    url: Url | None = may("Address", "Where it can be read.")
    findings: tuple[Prose, ...] = many("Findings", "What it says, in our words.")
    process: Process | None = may("Process", "What it says of the process.")
    totals: Totals | None = may("Totals", "Numbers for the whole plan.")
    results: dict[Id, Result] = may(
        "Results", "What it says of each commitment, by its id.", default={}
    )
    sources: tuple[Source, ...] = many("Sources", "Where the facts of this record come from.")
    notes: tuple[Note, ...] = many("Notes", "Remarks for readers.")


VoiceRecord = Update | View | Assessment
"""A record in which somebody says how a commitment stands."""
