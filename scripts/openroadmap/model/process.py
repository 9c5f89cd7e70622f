"""How a plan is made and followed: forum, meetings, timetable, contributions and answers."""

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
from openroadmap.model.parts import Count, Evidence, Note, Party, Source


class ForumRules(Record):
    """The forum's basic rules on participation."""

    url: Url | None = may("Address", "Where they can be read.")
    path: Line | None = may("File", "A file of the site instead of an address.")
    published_on: DateField | None = may("Published on", "When.", "2025-01-15")
    covers: tuple[code("forum_rule"), ...] = many(
        "Covers", "What the rules settle.", ["remit", "membership", "frequency"]
    )


class Forum(Record):
    """The multi-stakeholder forum: a space for dialogue between government and civil society."""

    id: Id = must("Id", "Always forum.", "forum")
    name: Line | None = may("Name", "Its name.", "Technical Secretariat for Open Government")
    established_on: DateField | None = may("Established on", "When.", "2015-10-15")
    remit: Prose | None = may("Remit", "What it is for.")
    rules: ForumRules | None = may("Rules", "Its basic rules on participation.")
    chairs: tuple[Party, ...] = many("Chairs", "Who chairs it.")
    members: tuple[Party, ...] = many("Members", "Who sits in it, by organisation.")
    secretariat: Name | None = may("Secretariat", "Who runs it.")
    summary: Prose | None = may("Summary", "What is known of it, in a few sentences.")
    sources: tuple[Source, ...] = many("Sources", "Where the facts of this record come from.")
    notes: tuple[Note, ...] = many("Notes", "Remarks for readers.")


class Attendance(Record):
    """How many people came, by side."""

    government: Whole | None = may("Government", "From government.", 4)
    civil_society: Whole | None = may("Civil society", "From civil society.", 6)
    other: Whole | None = may("Others", "Everybody else.", 2)


class Minutes(Record):
    """The published record of a meeting."""

    url: Url | None = may("Address", "Where they can be read.")
    path: Line | None = may("File", "A file of the site instead of an address.")
    published_on: DateField | None = may("Published on", "When.", "2026-03-20")


class Meeting(Record):
    """A meeting: planned, held or cancelled."""

    id: Id = must("Id", "The file's name: date and a word.", "2026-03-14-forum")
    date: DateField = must("Date", "The day.", "2026-03-14")
    title: Line | None = may("Title", "What it was.", "First forum meeting of the year")
    kind: code("meeting_kind") | None = may("Kind", "Which kind of meeting.", "forum")
    status: code("meeting_status") | None = may("State", "Planned, held or cancelled.", "held")
    place: Name | None = may("Place", "Where, or online.", "Online")
    open_to: code("openness") | None = may("Open to", "The public, or who was invited.", "public")
    attendance: Attendance | None = may("Attendance", "How many people came, by side.")
    agenda: Prose | None = may("Agenda", "What was to be discussed.")
    papers_published_on: DateField | None = may(
        "Papers published on", "When people could read the papers.", "2026-03-07"
    )
    minutes: Minutes | None = may("Minutes", "The published record.")
    presented: tuple[Id, ...] = many("Presented", "Ids of commitments or updates presented.")
    comments_collected: Whole | None = may("Comments", "How many comments were collected.", 12)
    summary: Prose | None = may("Summary", "What came of it.")
    evidence: tuple[Evidence, ...] = many("Evidence", "What proves it.")
    sources: tuple[Source, ...] = many("Sources", "Where the facts of this record come from.")


class Opportunity(Record):
    """One opportunity to take part."""

    title: Line = must("Title", "What people can do.", "Send your ideas")
    opens_on: DateField | None = may("Opens on", "First day.", "2026-02-01")
    closes_on: DateField | None = may("Closes on", "Last day.", "2026-03-01")
    mode: Line | None = may("Mode", "Online, in person, by post.", "Online")
    how: Prose | None = may("How", "What to do.")


class Timeline(Record):
    """The published timetable of co-creation and the opportunities to take part."""

    id: Id = must("Id", "Always timeline.", "timeline")
    published_on: DateField | None = may("Published on", "When people could read it.")
    opportunities: tuple[Opportunity, ...] = many("Opportunities", "When and how to take part.")
    evidence: tuple[Evidence, ...] = many("Evidence", "Where it was published.")
    sources: tuple[Source, ...] = many("Sources", "Where the facts of this record come from.")


class Outreach(Record):
    """Something done to let people know that they can take part."""

    id: Id = must("Id", "The file's name: date and a word.", "2026-01-20-radio")
    date: DateField | None = may("Date", "When.", "2026-01-20")
    title: Line = must("Title", "What it was.", "Radio programme on the new plan")
    channel: Line | None = may("Channel", "How people were reached.", "Radio")
    audiences: tuple[Name, ...] = many("Audiences", "Whom it was for.", ["Market traders"])
    summary: Prose | None = may("Summary", "What came of it.")
    evidence: tuple[Evidence, ...] = many("Evidence", "What proves it.")
    sources: tuple[Source, ...] = many("Sources", "Where the facts of this record come from.")


class Mechanism(Record):
    """A way in which input was gathered."""

    id: Id = must("Id", "The file's name.", "online-ideas")
    title: Line = must("Title", "What it was.", "Ideas online")
    opens_on: DateField | None = may("Opens on", "First day.", "2026-02-01")
    closes_on: DateField | None = may("Closes on", "Last day.", "2026-03-01")
    channels: tuple[Line, ...] = many("Channels", "How people could take part.", ["Online form"])
    open_to: code("openness") | None = may("Open to", "The public, or who was invited.", "public")
    summary: Prose | None = may("Summary", "How it worked and what came of it.")
    counts: tuple[Count, ...] = many("Counts", "Ideas, votes, participants.")
    evidence: tuple[Evidence, ...] = many("Evidence", "What proves it.")
    sources: tuple[Source, ...] = many("Sources", "Where the facts of this record come from.")
    notes: tuple[Note, ...] = many("Notes", "Remarks for readers.")


class Contribution(Record):
    """What somebody proposed."""

    id: Id = must("Id", "The file's name.", "2026-02-14-school-budgets")
    received_on: DateField = must("Received on", "When it came in.", "2026-02-14")
    title: Line | None = may("Title", "The proposal in one sentence.")
    via: Line | None = may("By way of", "How it came in.", "Workshop")
    contributor_type: code("sector") | None = may("From", "Sector of who proposed.", "citizen")
    contributor: Name | None = may("Contributor", "A name, only with consent to publish.")
    consent_to_publish: YesNo | None = may("Consent to publish the name", "yes or no.", "no")
    summary: Prose | None = may("Summary", "What was proposed.")
    sources: tuple[Source, ...] = many("Sources", "Where the facts of this record come from.")


class Response(Record):
    """The reasoned answer to one or more contributions."""

    id: Id = must("Id", "The file's name.", "school-budgets")
    contributions: tuple[Id, ...] = many("Contributions", "Ids of what it answers.")
    covers_all: YesNo | None = may("Covers all", "yes for one report on all contributions.")
    decision: code("decision") | None = may("Decision", "What was decided.", "partly_accepted")
    reason: Prose | None = may("Reason", "Why. Needed unless accepted.")
    commitments: tuple[Id, ...] = many("Commitments", "Ids of commitments it led to.")
    published_on: DateField | None = may("Published on", "When people could read it.")
    evidence: tuple[Evidence, ...] = many("Evidence", "Where it was published.")
    sources: tuple[Source, ...] = many("Sources", "Where the facts of this record come from.")


class Attestation(Record):
    """What only a person can vouch for, by role and organisation, dated, with an expiry."""

    id: Id = must("Id", "The file's name.", "appropriate-period-observatory")
    requirement: Line = must("Requirement", "The requirement it speaks of.", "3.3")
    claim: Line = must("Claim", "What is vouched for.", "appropriate_period")
    agrees: YesNo | None = may("Agrees", "no when the claim is disputed.", "yes")
    by: Party = must("By", "Who vouches.")
    attested_on: DateField = must("Attested on", "When.", "2026-04-02")
    valid_until: DateField | None = may("Valid until", "When it expires.", "2027-04-02")
    text: Prose | None = may("Text", "In their words.")
    evidence: tuple[Evidence, ...] = many("Evidence", "At least one link.")


ON_WHOLE_COMMITMENTS = ("add", "withdraw", "resume")
"""Kinds of amendment that are of a commitment as a whole, and never of the plan itself."""


class Agreed(Record):
    """What one field of the promise says since an agreed change."""

    field: Line = must(
        "Field",
        "A field as it is typed in the record; of a milestone with its id before it; or a whole "
        "milestone that is dropped.",
        "milestones.m4.due_on",
    )
    says: Prose | None = may(
        "Says",
        "The text, name or date it has since then. Left out, with names, it says nothing any more.",
        "2026-12-31",
    )
    names: tuple[Name, ...] = many("Names", "The whole list, where it is a list of names.")


class Amendment(Record):
    """A change of the plan agreed after its adoption."""

    id: Id = must("Id", "The file's name.", "2026-05-withdraw-portal")
    date: DateField = must("Date", "When it took effect.", "2026-05-01")
    commitment: Id | None = may(
        "Commitment", "The commitment it changes; left out where it changes the plan itself.",
        "open-contracts",
    )
    kind: code("amendment_kind") = must(
        "Kind",
        "A commitment added, withdrawn or taken up again, its promise changed, or a slip of the "
        "record put right.",
        "modify",
    )
    agreed: tuple[Agreed, ...] = many(
        "Agreed", "What the promise says since then, field by field: the reason counts for these."
    )
    reason: Prose | None = may("Reason", "Why.")
    changes: Prose | None = may("Changes", "What changed, in plain words.")
    agreed_by_forum_on: DateField | None = may(
        "Agreed by the forum on", "When the forum agreed.", "2026-04-20"
    )
    evidence: tuple[Evidence, ...] = many("Evidence", "The decision.")
    sources: tuple[Source, ...] = many("Sources", "Where the facts of this record come from.")
