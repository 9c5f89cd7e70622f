"""A plan and its commitments as the lists and numbers of the whole site need them.

Codes and days, not words: pages of the whole site count, sort and filter them,
and put them into words when they are shown. Nothing but plain parts, so that a
build may keep them as JSON.
"""

from __future__ import annotations

import re
import string
from collections.abc import Sequence
from datetime import date

from openroadmap.immutable import immutable
from openroadmap.measure.progress import PlanProgress, State
from openroadmap.model.commitment import Commitment, Values
from openroadmap.model.dates import PartialDate
from openroadmap.model.fields import names_of
from openroadmap.model.reports import updates_by_commitment
from openroadmap.model.site import PlanRecords
from openroadmap.model.voices import Update
from openroadmap.views.around import in_plan_order, member_name, plan_title
from openroadmap.views.setting import commitment_address, plan_address


@immutable
class ListedCommitment:
    """A commitment as lists of the whole site need it."""

    id: str
    """Its id."""
    address: str
    """Its address from the site's root."""
    number: str
    """Its number in the plan as published, or its OGP id, or ""."""
    title: str
    """The promise in one sentence."""
    lead: str
    """The lead institution, or ""."""
    institutions: tuple[str, ...]
    """The lead and every institution a source names without saying which one leads."""
    policy_areas: tuple[str, ...]
    """Codes of OGP's policy areas; what is not in the list as it was written."""
    values: tuple[str, ...]
    """Codes of the OGP values it is said to serve."""
    status: str
    """A ``State``: where it stands as last reported by the lead."""
    status_words: str
    """The report's own words where it used no code, or ""."""
    lateness: str
    """A ``Lateness``: what the calendar adds."""
    starts_on: str
    """A date as exact as it is known, or ""."""
    ends_on: str
    """A date as exact as it is known, or ""."""
    ends_label: str
    """An end that is no date, in the record's words, or ""."""
    reported_on: str
    """The date of the lead's last report, or ""."""
    summary_words: str
    """The words of its summary that are not in its title, each once, in small letters."""
    milestones: int
    """How many milestones are promised: without those of a withdrawn commitment."""
    milestones_done: int
    """How many of them are reported complete."""
    milestones_withdrawn: int
    """How many were withdrawn with it."""


@immutable
class Listing:
    """A plan as lists of the whole site need it."""

    member_id: str
    """The member's folder name."""
    member: str
    """The member's name."""
    plan_id: str
    """The plan's folder name."""
    plan: str
    """The plan's title."""
    address: str
    """The plan's address from the site's root."""
    example: bool
    """True when it is invented, to show how it is done."""
    starts_on: str
    """A date as exact as it is known, or ""."""
    ends_on: str
    """A date as exact as it is known, or ""."""
    commitments: tuple[ListedCommitment, ...]
    """The commitments, in the plan's order."""


def listing_of(records: PlanRecords, progress: PlanProgress, today: date) -> Listing:
    """What the whole site needs to know of a plan, as of a day."""
    context, plan = records.context, records.plan
    reported = updates_by_commitment(records, today)
    return Listing(
        member_id=context.member_id,
        member=member_name(context.member, context.member_id),
        plan_id=records.id,
        plan=plan_title(records),
        address=plan_address(records),
        example=records.example,
        starts_on=_text(plan.starts_on) if plan else "",
        ends_on=_text(plan.ends_on) if plan else "",
        commitments=tuple(
            _listed(each, records, progress, _last(reported.get(each.id, ())))
            for each in in_plan_order(records.commitments)
        ),
    )


def _listed(
    commitment: Commitment, records: PlanRecords, progress: PlanProgress, reported_on: str
) -> ListedCommitment:
    standing = progress.commitments[commitment.id]
    lead = commitment.lead or ""
    states = [progress.milestones[commitment.id, each.id].state for each in commitment.milestones]
    gone = states.count(State.WITHDRAWN)
    return ListedCommitment(
        id=commitment.id,
        address=commitment_address(records, commitment.id),
        number=commitment.number or commitment.ogp_id or "",
        title=commitment.title,
        lead=lead,
        institutions=commitment.responsible,
        policy_areas=commitment.policy_areas,
        values=values_of(commitment),
        status=standing.state.value,
        status_words=standing.words,
        lateness=standing.lateness.value,
        starts_on=_text(commitment.starts_on),
        ends_on=_text(commitment.ends_on),
        ends_label=commitment.ends_label or "",
        reported_on=reported_on,
        summary_words=words_beside(commitment.title, commitment.summary or ""),
        milestones=len(states) - gone,
        milestones_done=states.count(State.COMPLETE),
        milestones_withdrawn=gone,
    )


_VALUES = names_of(Values)


def values_of(commitment: Commitment) -> tuple[str, ...]:
    """Codes of the OGP values it is said to serve, in OGP's order: explained or only named."""
    explained = commitment.values
    return tuple(
        name
        for name in _VALUES
        if name in commitment.values_named or (explained and getattr(explained, name))
    )


_ADDRESS = re.compile(r"\]\([^)\s]*|https?://\S+")
_AROUND = string.punctuation + "“”‘’«»‹›„…–—¿¡"


def words_beside(title: str, text: str) -> str:
    """Words of a Markdown text that a look at the title would not find, each once.

    Split at spaces alone: marks within a word are part of it in many languages.
    """
    known = title.lower()
    words = (each.strip(_AROUND) for each in _ADDRESS.sub(" ", text).lower().split())
    return " ".join(dict.fromkeys(each for each in words if each not in known))


def _last(updates: Sequence[Update]) -> str:
    return updates[-1].date.text if updates else ""


def _text(value: PartialDate | None) -> str:
    return value.text if value else ""
