"""Parts that several kinds of record share: evidence, sources, notes, people by role."""

from openroadmap.model.fields import (
    DateField,
    Line,
    Name,
    Prose,
    Record,
    Url,
    Whole,
    code,
    many,
    may,
    must,
)


class Evidence(Record):
    """A document that proves something happened: a link, or a file beside the records."""

    title: Line = must("Title", "What the document is.", "Minutes of the public hearing")
    url: Url | None = may("Address", "Where it can be read.", "https://example.org/minutes")
    path: Line | None = may("File", "A file of the site instead of an address.", "/media/a.png")
    published_on: DateField | None = may(
        "Published on", "The date of the document. Evidence counts when it is dated.", "2026-05-14"
    )
    archived_url: Url | None = may(
        "Archived copy", "A copy that stays when the original disappears."
    )


class Source(Record):
    """Where facts of this record were taken from."""

    title: Line = must("Title", "The name of the page or document.", "OGP page of the commitment")
    url: Url | None = may("Address", "Where it can be read.", "https://www.opengovpartnership.org/")
    facts: tuple[Line, ...] = many(
        "Facts", "The fields of this record that come from this source.", ["title", "lead"]
    )
    read_on: DateField | None = may("Read on", "When the source was last read.", "2026-11-23")
    note: Prose | None = may("Note", "How the source is to be read, or what it leaves open.")


class Note(Record):
    """A remark that readers should see: sources that disagree, a value that was inferred."""

    about: tuple[Line, ...] = many("About", "The fields the remark is about.", ["ends_on"])
    text: Prose = must("Text", "The remark, in plain words.")
    url: Url | None = may("Address", "Where the other statement can be read.")


class Count(Record):
    """A number that a source states, with its own words where they are not exact."""

    what: Line = must("What", "What was counted, in the plural.", "votes")
    number: Whole = must("Number", "The number.", 800)
    words: Line | None = may("Words", "The source's own words.", "almost 800")
    url: Url | None = may("Address", "Where the number is stated.")


class Event(Record):
    """A dated fact of the history of a member or plan."""

    date: DateField = must("Date", "When it happened.", "2016-04")
    title: Line = must("Title", "What happened.", "Selected for the OGP pilot")
    url: Url | None = may("Address", "Where this is stated.")


class Party(Record):
    """Somebody in a role: an organisation and a seat, a person's name only where it is public."""

    organisation: Name = must("Organisation", "The organisation.", "Friends of the Nation")
    sector: code("sector") | None = may("Sector", "The sector it belongs to.", "civil_society")
    role: Name | None = may("Role", "The role or seat.", "Co-chair")
    name: Name | None = may("Name", "A public office holder's name, if needed.")


class Supporters(Record):
    """Who supports the lead institution, by sector as in OGP's template."""

    government: tuple[Name, ...] = many("Government", "Public bodies.", ["Ministry of Health"])
    civil_society: tuple[Name, ...] = many("Civil society", "Civil society organisations.")
    other: tuple[Name, ...] = many("Others", "Universities, companies, media.")
