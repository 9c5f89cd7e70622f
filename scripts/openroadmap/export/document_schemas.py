"""The JSON Schemas of the documents of plans and commitments, for programs that read them.

Records in a document follow the schemas of the records, to which these refer.
They allow further fields: a new field is no new version.
"""

from __future__ import annotations

from typing import Any

from openroadmap.export.became import RECORD_HISTORY
from openroadmap.export.documents import COMMITMENT_SCHEMA, PLAN_SCHEMA, VERSION
from openroadmap.model.kinds import ID_PATTERN
from openroadmap.views.data.codes import codes_of
from openroadmap.views.data.tables import LATENESS, SILENCE, SOON, STATUS
from openroadmap.views.news.later import KINDS, What

_ONE = ID_PATTERN.strip("^$")
_TEXT: dict[str, Any] = {"type": "string"}
_ID = {"type": "string", "pattern": ID_PATTERN}
_DAY = {"type": "string", "format": "date"}
_DATE = {"type": "string", "description": "2027, 2027-Q3, 2027-09 or 2027-09-30."}

_STANDING = {
    STATUS: {
        "enum": list(codes_of(STATUS).terms),
        "description": "As last reported by the lead institution, or withdrawn by an amendment.",
    },
    f"{STATUS}_words": {**_TEXT, "description": "The report's own words, not on OGP's scale."},
    "reported_on": _DATE,
    "reported_since": _DATE,
    "reported_by": _TEXT,
    "completed_on": _DATE,
    LATENESS: {
        "enum": list(codes_of(LATENESS).terms),
        "description": "Computed from dates and from what was reported, as of as_of. Nobody "
        "reported it.",
    },
    SOON: {
        "type": "boolean",
        "description": "Computed: due within 90 days of as_of, neither complete nor withdrawn.",
    },
}
_OF_COMMITMENT = {
    **_STANDING,
    SILENCE: {
        "enum": list(codes_of(SILENCE).terms),
        "description": "Computed: unfinished, in a plan that has not ended, and nothing was "
        "reported for six months. Absent otherwise.",
    },
}


_SIDE = {
    "type": ["string", "array"],
    "items": _TEXT,
    "description": "A text, a date as recorded, or a list of names. Of what came or went, its day.",
}


def document_schemas() -> dict[str, dict[str, Any]]:
    """The schema of each kind of document, by its file name (JSON Schema draft-07)."""
    return {COMMITMENT_SCHEMA: _commitment(), PLAN_SCHEMA: _plan()}


def _commitment() -> dict[str, Any]:
    title = "Commitment: its record, where it stands, and what is said of it"
    milestone = _object({"id": _ID, **_STANDING}, "id", STATUS)
    result = _object(
        {
            "assessment": _ID,
            "by": _TEXT,
            "organisation": _TEXT,
            "kind": _TEXT,
            "published_on": _DATE,
            "url": _TEXT,
            "result": {"$ref": "assessment.schema.json#/definitions/Result"},
        },
        *("assessment", "by", "result"),
    )
    own = {
        "id": _path(3),
        "member": _object({"id": _ID, "name": _TEXT}, "id", "name"),
        "plan": _object({"id": _path(2), "title": _TEXT}, "id", "title"),
        "links": _links("page", "self", "plan", "data"),
        "standing": _object(_OF_COMMITMENT, STATUS),
        "milestones": _list(milestone),
        "adopted": _adopted(),
        "commitment": _record("commitment"),
        "story": {**_TEXT, "description": "A longer text in Markdown."},
        "updates": _list(_record("update")),
        "views": _list(_record("view")),
        "amendments": _list(_record("amendment")),
        "results": _list(result),
        "responses": _list(_ID),
        RECORD_HISTORY: _record_history(),
    }
    needed = ("id", "member", "plan", "links", "standing", "commitment")
    return _document(title, own, *needed)


def _plan() -> dict[str, Any]:
    title = "Action plan: its record, its commitments in brief, and how it was made"
    brief = _object(
        {
            "id": _ID,
            "title": _TEXT,
            "links": _links("page", "self", "data"),
            "standing": _object(_OF_COMMITMENT, STATUS),
        },
        *("id", "title", "links", "standing"),
    )
    brief["properties"]["changes_since_adoption"] = {"type": "integer", "minimum": 0}
    lists = {
        "meetings": "meeting", "outreach": "outreach", "mechanisms": "mechanism",
        "contributions": "contribution", "responses": "response",
        "attestations": "attestation", "assessments": "assessment", "updates": "update",
        "amendments": "amendment",
    }  # fmt: skip
    own = {
        "id": _path(2),
        "links": _links("page", "self", "data"),
        "member": _record("member"),
        "plan": _record("plan"),
        "adopted": _adopted(),
        "commitments": _list(brief),
        "forum": _record("forum"),
        "timeline": _record("timeline"),
        **{name: _list(_record(kind)) for name, kind in lists.items()},
        RECORD_HISTORY: _record_history(),
    }
    return _document(title, own, "id", "links", "member")


def _adopted() -> dict[str, Any]:
    """What was frozen when the plan was adopted, and what differs since."""
    change = _object(
        {
            "change": {"enum": list(codes_of("change").terms)},
            "title": {**_TEXT, "description": "As it was called when adopted."},
            "milestone": _ID,
            "field": {**_TEXT, "description": "As an amendment names it: milestones.m4.due_on."},
            "before": _SIDE,
            "after": _SIDE,
            "days": {"type": "integer", "description": "By how many days a date moved."},
            "amendments": {**_list(_ID), "description": "The agreed changes that explain it."},
            "reason_recorded": {"type": "boolean"},
        },
        *("change", "title", "reason_recorded"),
    )
    frozen = "true where its promise was frozen as adopted, to be compared with."
    own = {
        "frozen": {"type": "boolean", "description": frozen},
        "frozen_on": _DATE,
        "changes": _list(change),
    }
    words = "Computed. Without changes nothing is known; an empty list says that nothing differs."
    return {**_object(own, "frozen"), "description": words}


def _record_history() -> dict[str, Any]:
    """What became of reports, views, assessments and agreed changes, and of the texts beside
    these and the promises."""
    side = {
        **_TEXT,
        "description": "A date, a code (several with spaces between), own_words (in other words), "
        "the kind of an agreed change, the id of a commitment or of a requirement. Absent where "
        "it was none, or words.",
    }
    one = _object(
        {
            "day": {**_DAY, "description": "Absent where it cannot be trusted."},
            "kind": {"enum": [*KINDS.values()]},
            "id": _ID,
            "what": {"enum": [each.value for each in What]},
            "milestone": {**_ID, "description": "That whose status it is."},
            "field": {**_TEXT, "description": "That of the promise of which it was agreed, "
                      "or that of the record which has another code or other words."},
            "language": {**_TEXT, "description": "That of a text beside the record, as fr."},
            "before": side,
            "after": side,
        },
        *("kind", "id", "what"),
    )
    words = (
        "What the history of the repository proves, oldest first: a record was recorded over 31 "
        "days after its date, its status, date, code, words or author, what was agreed or when the "
        "forum agreed was changed on a later day than it came (added: of a field it had said "
        "nothing before), it came to speak of the commitment (result), dropped it or was moved to "
        "or from it, or it was removed; its longer story (story) or a text in another "
        "language (translation) was changed or removed. Without the whole history nothing is known."
    )
    return {**_list(one), "description": words}


def _document(title: str, own: dict[str, Any], *needed: str) -> dict[str, Any]:
    head = {
        "$schema": _TEXT,
        "version": {"const": VERSION},
        "as_of": _DAY,
        "licence": _object({"title": _TEXT, "url": _TEXT}, "title", "url"),
        "example": {
            "type": "boolean",
            "description": "true when it is invented. Leave it out of every count.",
        },
    }
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": title,
        **_object({**head, **own}, *head, *needed),
    }


def _object(properties: dict[str, Any], *required: str) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(required)}


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def _record(kind: str) -> dict[str, Any]:
    return {"$ref": f"{kind}.schema.json"}


def _links(*names: str) -> dict[str, Any]:
    words = "Absolute where the site says where it is published, else relative to the document."
    return {**_object(dict.fromkeys(names, _TEXT), *names), "description": words}


def _path(parts: int) -> dict[str, Any]:
    return {"type": "string", "pattern": f"^{'/'.join([_ONE] * parts)}$"}
