"""Every kind of record, and where its files lie. The one list of kinds."""

from __future__ import annotations

from dataclasses import dataclass

from openroadmap.model.commitment import Commitment
from openroadmap.model.fields import Record
from openroadmap.model.member import Member, Plan
from openroadmap.model.process import (
    Amendment,
    Attestation,
    Contribution,
    Forum,
    Mechanism,
    Meeting,
    Outreach,
    Response,
    Timeline,
)
from openroadmap.model.voices import Assessment, Update, View


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record.

    ``folder`` is its folder inside the plan, "" for the plan's own folder.
    ``file`` is the fixed file name of a kind of which there is only one, and
    "" for a kind with one file a record.
    """

    name: str
    model: type[Record]
    folder: str
    file: str = ""


KINDS: tuple[Kind, ...] = (
    Kind("member", Member, "", "member.yml"),
    Kind("plan", Plan, "", "plan.yml"),
    Kind("commitment", Commitment, "commitments"),
    Kind("update", Update, "updates"),
    Kind("view", View, "views"),
    Kind("assessment", Assessment, "assessments"),
    Kind("forum", Forum, "", "forum.yml"),
    Kind("meeting", Meeting, "meetings"),
    Kind("timeline", Timeline, "cocreation", "timeline.yml"),
    Kind("outreach", Outreach, "outreach"),
    Kind("mechanism", Mechanism, "mechanisms"),
    Kind("contribution", Contribution, "contributions"),
    Kind("response", Response, "responses"),
    Kind("attestation", Attestation, "attestations"),
    Kind("amendment", Amendment, "amendments"),
)

KIND: dict[str, Kind] = {kind.name: kind for kind in KINDS}
