"""The records that decide a requirement, as links: their keys come in, words and addresses go out.

A record leads to the part of a page that shows it. Where no page does, it
leads to its file in the repository; without a repository it is only named.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from openroadmap.i18n import N_, Translator
from openroadmap.model.dates import PartialDate
from openroadmap.model.fields import Record
from openroadmap.model.process import Attestation, Contribution, Mechanism, Outreach, Response
from openroadmap.model.site import PlanRecords, RecordKey
from openroadmap.views.dates import words_for_any
from openroadmap.views.labels import term
from openroadmap.views.setting import Setting, commitment_address, plan_address, record_file
from openroadmap.views.sources import documents
from openroadmap.views.standards.parts import Dispute, RecordLink
from openroadmap.views.voices import party_words

_NAMES = {
    "plan": N_("The plan's own record"),
    "forum": N_("The record of the forum"),
    "timeline": N_("The timeline of co-creation"),
    "commitment": N_("Commitment"),
    "update": N_("Progress report"),
    "assessment": N_("Report of a reviewer"),
    "meeting": N_("Meeting"),
    "outreach": N_("Outreach"),
    "mechanism": N_("Way to give input"),
    "contribution": N_("Contribution"),
    "response": N_("Reasoned response"),
    "attestation": N_("Attestation"),
    "amendment": N_("Amendment"),
    "view": N_("View of civil society"),
}
_LISTS = {
    "commitment": "commitments",
    "update": "updates",
    "assessment": "assessments",
    "meeting": "meetings",
    "outreach": "outreach",
    "mechanism": "mechanisms",
    "contribution": "contributions",
    "response": "responses",
    "attestation": "attestations",
    "amendment": "amendments",
    "view": "views",
}
_DATES = ("date", "opens_on", "published_on", "received_on", "attested_on")
_COCREATION = ("meeting", "outreach", "mechanism")
MOST = 5
"""Records named for one answer; of the rest it is said how many there are."""


def record_links(
    keys: Iterable[RecordKey], records: PlanRecords, setting: Setting
) -> tuple[RecordLink, ...]:
    every = tuple(dict.fromkeys(keys))
    links = [_link(key, records, setting) for key in every[:MOST]]
    if (more := len(every) - MOST) > 0:
        text = setting.words.ngettext("and {n} more record", "and {n} more records", more)
        links.append(RecordLink(text, "", ""))
    return tuple(links)


def disputes(
    keys: Iterable[RecordKey], records: PlanRecords, root: str, words: Translator
) -> Iterator[Dispute]:
    """What those who disagree say, in their own words."""
    for key in keys:
        said = find_record(key, records)
        if isinstance(said, Attestation):
            yield Dispute(
                who=party_words(said.by, words),
                date=words_for_any(said.attested_on, words),
                text=said.text or "",
                documents=documents(said.evidence, root, words),
            )


def find_record(key: RecordKey, records: PlanRecords) -> Record | None:
    """The record of a key; None when it is not there."""
    kind, id = key
    if kind not in _LISTS:
        single = getattr(records, kind, None)
        return single if isinstance(single, Record) else None
    return next((each for each in getattr(records, _LISTS[kind]) if each.id == id), None)


def _link(key: RecordKey, records: PlanRecords, setting: Setting) -> RecordLink:
    kind, id = key
    record = find_record(key, records)
    address = _address(kind, id, record, records) if record else ""
    url = ""
    if not address and setting.forge:
        url = setting.forge.file_url(record_file(records, kind, id))
    return RecordLink(_name(key, record, records, setting.words), address, url)


def record_name(key: RecordKey, records: PlanRecords, words: Translator) -> str:
    """What a record is, with its date or title."""
    return _name(key, find_record(key, records), records, words)


def _name(
    key: RecordKey, record: Record | None, records: PlanRecords, words: Translator
) -> str:
    name = words.gettext(_NAMES[key[0]]) if key[0] in _NAMES else key[0]
    title = _said(record, "title") or _topic(record, records)
    if key[0] == "meeting":
        name = title or term("meeting_kind", _said(record, "kind"), words) or name
    elif key[0] == "attestation" and isinstance(record, Attestation):
        name = words.gettext("{kind} of {who}", kind=name, who=record.by.organisation)
    elif title and key[0] != "plan":
        name = words.gettext("{kind}: {title}", kind=name, title=title)
    date = words_for_any(_day(record), words)
    return words.gettext("{name}, {date}", name=name, date=date) if date else name


def _topic(record: Record | None, records: PlanRecords) -> str:
    """What tells a record without a title from others of its kind and day, or ""."""
    if isinstance(record, Response):
        return _answered(record, records)
    if isinstance(record, Contribution | Mechanism | Outreach):
        return record.id
    of = _said(record, "commitment")
    if not of:
        return ""
    known = next((each for each in records.commitments if each.id == of), None)
    return (known.title or known.id) if known else ""


def _answered(response: Response, records: PlanRecords) -> str:
    """The contribution it answers where there is one; its own id where there are several."""
    if len(response.contributions) != 1:
        return response.id
    known = find_record(("contribution", response.contributions[0]), records)
    return _said(known, "title") or response.id


def _day(record: Record | None) -> PartialDate | None:
    found = (_said(record, name) for name in _DATES)
    return next((day for day in found if day is not None), None)


def _said(record: Record | None, name: str) -> Any:
    """What a record says in a field that not all kinds have."""
    return vars(record).get(name) if record else None


def _address(kind: str, id: str, record: Record, records: PlanRecords) -> str:
    """The part of a page that shows the record, or "" when none does."""
    plan, of = plan_address(records), _said(record, "commitment")
    if of and all(each.id != of for each in records.commitments):
        return ""  # it speaks of a commitment that is not there or cannot be read
    if kind in ("plan", "forum"):
        return plan if kind == "plan" else f"{plan}#forum"
    if kind == "commitment":
        return commitment_address(records, id)
    if kind == "update":
        return f"{commitment_address(records, of) if of else plan}#update-{id}"
    if kind == "assessment":
        return f"{plan}#assessment-{id}"
    if kind in _COCREATION or (kind == "timeline" and _said(record, "opportunities")):
        return f"{plan}#cocreation"
    if kind in ("amendment", "view"):
        return f"{commitment_address(records, of)}#{'voices' if kind == 'view' else 'changes'}"
    return ""
