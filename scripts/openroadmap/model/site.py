"""The records gathered: a site of members, a member's plans, a plan's records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from openroadmap.immutable import immutable
from openroadmap.model.baseline import Baseline
from openroadmap.model.commitment import Commitment
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

RecordKey = tuple[str, str]
"""(kind, id): names a record within its plan, ("commitment", "open-contracts")."""


@immutable
class PlanContext:
    """What a plan's rules and pages need of its surroundings: its member and sister plans.

    ``plans`` holds every readable plan record of the member by folder name.
    """

    member_id: str
    member: Member | None
    plans: Mapping[str, Plan]


@immutable
class PlanRecords:
    """Every readable record of one plan. A record that could not be read is simply absent.

    Tuples are in the order of ids, which is the order of file names.
    ``stories`` holds the longer Markdown text of a commitment by its id;
    ``texts`` the translations: (kind, id, language) to data path to text.
    ``removed`` are ids of commitments that stand here as they were adopted,
    since their own records are gone.
    """

    id: str
    context: PlanContext
    plan: Plan | None = None
    forum: Forum | None = None
    timeline: Timeline | None = None
    baseline: Baseline | None = None
    commitments: tuple[Commitment, ...] = ()
    updates: tuple[Update, ...] = ()
    views: tuple[View, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    outreach: tuple[Outreach, ...] = ()
    mechanisms: tuple[Mechanism, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    responses: tuple[Response, ...] = ()
    attestations: tuple[Attestation, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    stories: Mapping[str, str] = field(default_factory=dict)
    texts: Mapping[tuple[str, str, str], Mapping[tuple[str | int, ...], str]] = field(
        default_factory=dict
    )
    removed: frozenset[str] = frozenset()

    @property
    def transcribed(self) -> bool:
        """True when others than the government keep this plan's records."""
        return self.plan is not None and self.plan.kept_by == "others"

    @property
    def example(self) -> bool:
        """True when the member or the plan is invented, to show how it is done."""
        member = self.context.member
        return bool(member and member.example) or bool(self.plan and self.plan.example)

    def day(self, today: date) -> date:
        """The day the plan is judged by: today, but an invented plan may stand still."""
        still = self.plan.example_on if self.plan and self.example else None
        return min(today, still.last) if still else today

    @property
    def submitted(self) -> bool:
        """True when the plan has been delivered or adopted."""
        return self.plan is not None and (
            self.plan.submitted_on is not None or self.plan.adopted_on is not None
        )
