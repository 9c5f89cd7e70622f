"""The tables of the open data, made from the models: the one list of them.

Writers of CSV, the data package, the data dictionary and the tests all go by
it. Ids are told in full ("ontario/2017/open-data-charter"), so that one column
is enough to join two tables.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from inspect import getdoc

from openroadmap.i18n import N_
from openroadmap.immutable import immutable
from openroadmap.model.departure import Departure
from openroadmap.model.fields import Record
from openroadmap.model.kinds import KIND
from openroadmap.model.parts import Evidence, Note, Source
from openroadmap.model.table import table
from openroadmap.views.data.columns import GENERAL, Column, columns_of, with_bounds

FOLDER = "data/"
STATUS = "reported_status"
LATENESS = "computed_lateness"
SILENCE = "computed_no_news"
"""Columns whose codes are of no vocabulary of the records; see ``codes_of``."""
SOON = "computed_due_soon"

_ID = Column("id", N_("Id"), N_("Names the row, and joins it to other tables."), "id",
             required=True)  # fmt: skip
_MEMBER = Column("member", N_("Member"), N_("The id of the member it belongs to."), "id",
                 required=True, refers="members", is_proven=True)  # fmt: skip
_PLAN = Column("plan", N_("Action plan"), N_("The id of the plan it belongs to."), "id",
               required=True, refers="plans", is_proven=True)  # fmt: skip
_EXAMPLE = Column(
    "example", N_("Example"),
    N_("true when it is invented, to show how a plan can be kept. Leave these rows out of every "
       "count of real commitments."),
    "yes_no", required=True,
)  # fmt: skip
_PAGE = Column("page", N_("Page"), N_("The page of this site on which it can be read."), "url")
_JSON = Column("json", N_("JSON"), N_("The same and more, for programs."), "url")

_STANDING = (
    Column(
        STATUS, N_("Reported status"),
        N_("The status as last reported by the lead institution; withdrawn where an amendment "
           "says so. Nobody computed it."),
        "code", STATUS,
    ),
    Column("reported_status_words", N_("Reported status, in other words"),
           N_("The report's own words, where they are not on OGP's scale."), "text"),
    Column("reported_on", N_("Reported on"),
           N_("The date of the report that says so, or of the amendment that withdrew it."),
           "date"),
    Column("reported_since", N_("Reported since"),
           N_("From when on reports have said the same without a break."), "date"),
    Column("reported_by", N_("Reported by"),
           N_("The organisation that reported it, where the report names one."), "text"),
    Column(
        LATENESS, N_("Computed lateness"),
        N_("Computed from dates and from what was reported, as of the day beside it. Nobody "
           "reported it. Empty when its date has not passed or is not known, or when it is "
           "complete or withdrawn."),
        "code", LATENESS, computed=True,
    ),
    Column(SOON, N_("Due soon"),
           N_("true when it is due within 90 days and neither complete nor withdrawn; false also "
              "where no date is recorded. Of a date that is not exact the last day counts. Nobody "
              "reported it."),
           "yes_no", required=True, computed=True),
    Column(
        SILENCE, N_("No news for six months"),
        N_("Set when nothing was reported for six months on a commitment that is not finished, in "
           "a plan that has not ended. Nobody reported it."),
        "code", SILENCE, computed=True,
    ),
    Column("computed_on", N_("Computed on"),
           N_("The day for which the columns before it are computed."), "day", computed=True),
)  # fmt: skip
"""Where a commitment stands: what was reported, and what the calendar adds."""

_WORKED_OUT = frozenset({"change", "days", "amendments", "reason_recorded"})
"""What no record says of a difference from what was adopted."""
_COMPARED_ON = Column("computed_on", N_("Computed on"), N_("The day that it is compared on."),
                      "day", required=True, computed=True)  # fmt: skip

_OF_PART = (
    Column("table", N_("Table"), N_("The table of the row it belongs to."), "id", required=True),
    Column("row", N_("Row"), N_("The id of the row it belongs to, in that table."), "id",
           required=True),
    Column("field", N_("Field"), N_("The field of the record that it stands in."), "id",
           required=True),
)  # fmt: skip


@immutable
class Table:
    """One table of the open data.

    ``model`` is that of its rows. ``kind`` is the kind of record they come from,
    "" for parts of many kinds; ``field`` the field of that record they stand in,
    "" for the record itself.
    """

    name: str
    title: str
    model: type[Record]
    columns: tuple[Column, ...]
    kind: str = ""
    field: str = ""

    @property
    def path(self) -> str:
        return f"{FOLDER}{self.name}.csv"

    @property
    def description(self) -> str:
        """What a row is, in a sentence: the model's own."""
        return describe(self.model)

    @property
    def has_key(self) -> bool:
        """Whether its first column names a row and no other."""
        return self.columns[0] is _ID


def describe(model: type[Record]) -> str:
    """What a model says of itself in its first sentence."""
    return " ".join((getdoc(model) or "").partition("\n\n")[0].split())


def _refer(name: str, title: str, words: str, refers: str) -> Column:
    return Column(name, title, words, "id", required=True, refers=refers, is_proven=True)


_COMMITMENT = _refer("commitment", N_("Commitment"), N_("The id of the commitment."), "commitments")
_MILESTONE = _refer("milestone", N_("Milestone"), N_("The id of the milestone."), "milestones")
WITH_PAGE = ("members", "plans", "commitments")
"""The tables of whose rows each has a page; the others join by their ids."""
WITH_JSON = ("plans", "commitments")
"""The tables of whose rows each has a JSON file of its own."""
_OWNERS: dict[str, tuple[Column, ...]] = {
    "milestones": (_COMMITMENT,),
    "milestone_reports": (
        _refer("update", N_("Update"), N_("The id of the update that says it."), "updates"),
        _COMMITMENT,
        _MILESTONE,
    ),
    "results": (
        _refer("assessment", N_("Assessment"), N_("The id of the assessment."), "assessments"),
        _COMMITMENT,
    ),
}
"""The rows that a row of each table belongs to, beyond its member and plan."""


def _table(name: str, title: str, kind: str, field: str = "") -> Table:
    model = KIND[kind].model
    if field:
        model = table(model)[field].model or model
    columns = tuple(_columns(name, kind, field, model))
    return Table(name, title, model, columns, kind, field)


def _columns(name: str, kind: str, field: str, model: type[Record]) -> Iterator[Column]:
    if not field or name in _OWNERS:
        yield _ID
    if kind != "member":
        yield _MEMBER
        if kind != "plan":
            yield _PLAN
    yield from _OWNERS.get(name, ())
    yield _EXAMPLE
    yield from columns_of(model, frozenset({"id", "example"}))
    yield from standing_columns(name)
    if name in WITH_PAGE:
        yield _PAGE
    if name in WITH_JSON:
        yield _JSON


def standing_columns(table: str) -> Iterator[Column]:
    """Where each row of a table stands; of milestones, how long nothing was reported is unknown."""
    if table in ("commitments", "milestones"):
        told = (each for each in _STANDING if each.name != SILENCE or table == "commitments")
        yield from (each for column in told for each in with_bounds(column))


def _general(model: type[Record], name: str) -> Table:
    owners = (_MEMBER, replace(_PLAN, required=False), _EXAMPLE, *_OF_PART)
    titles = {Evidence: N_("Evidence and documents"), Source: N_("Sources"), Note: N_("Notes")}
    return Table(name, titles[model], model, (*owners, *columns_of(model)))


def _departures() -> Table:
    """What differs from what was adopted. A milestone that was dropped has no row of its own."""
    whose = replace(_COMMITMENT, required=False, description=N_(
        "The id of the commitment; empty for what the plan says of itself."
    ))  # fmt: skip
    step = replace(_MILESTONE, required=False, is_proven=False, description=N_(
        "The id of the milestone, where it is about one; it may have been dropped."
    ))  # fmt: skip
    own = (
        replace(each, computed=each.computed or each.name in _WORKED_OUT)
        for each in columns_of(Departure)
    )
    columns = (_MEMBER, _PLAN, whose, step, _EXAMPLE, *own, _COMPARED_ON)
    return Table("changes", N_("Changes since adoption"), Departure, columns)


TABLES: tuple[Table, ...] = (
    _table("commitments", N_("Commitments"), "commitment"),
    _table("milestones", N_("Milestones"), "commitment", "milestones"),
    _table("updates", N_("Updates"), "update"),
    _table("milestone_reports", N_("Reports on milestones"), "update", "milestones"),
    _table("views", N_("Views of civil society"), "view"),
    _table("assessments", N_("Assessments"), "assessment"),
    _table("results", N_("Results of assessments"), "assessment", "results"),
    _table("amendments", N_("Amendments"), "amendment"),
    _departures(),
    _table("plans", N_("Action plans"), "plan"),
    _table("members", N_("Members"), "member"),
    _table("contributions", N_("Contributions"), "contribution"),
    _table("responses", N_("Responses"), "response"),
    _table("meetings", N_("Meetings"), "meeting"),
    _table("forums", N_("Forums"), "forum"),
    _table("timelines", N_("Timetables of co-creation"), "timeline"),
    _table("opportunities", N_("Opportunities to take part"), "timeline", "opportunities"),
    _table("mechanisms", N_("Ways of gathering input"), "mechanism"),
    _table("outreach", N_("Outreach"), "outreach"),
    _table("attestations", N_("Attestations"), "attestation"),
    *(_general(model, name) for model, name in GENERAL.items()),
)
"""Every table, what readers ask for first at the top."""

TABLE = {each.name: each for each in TABLES}
