"""Which check decides what: the name a pack gives, and the function it stands for."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from openroadmap.measure.assessment.badges import (
    events_around,
    quarterly_forum,
    several_channels,
    shared_chair,
    varied_members,
)
from openroadmap.measure.assessment.case import Case
from openroadmap.measure.assessment.deadlines import end_of_commitment, inception_assessment
from openroadmap.measure.assessment.dialogue import regular_dialogue
from openroadmap.measure.assessment.early_warnings import all_required, next_plan, some_progress
from openroadmap.measure.assessment.endorsement import endorsement
from openroadmap.measure.assessment.forum import cocreation_meeting, forum_exists, forum_sides
from openroadmap.measure.assessment.implementation import open_implementation
from openroadmap.measure.assessment.mechanism import input_mechanism
from openroadmap.measure.assessment.notice import advance_notice
from openroadmap.measure.assessment.outcomes import Outcome
from openroadmap.measure.assessment.outreach import outreach
from openroadmap.measure.assessment.papers import papers_before
from openroadmap.measure.assessment.people import people
from openroadmap.measure.assessment.plan_rules import (
    commitment_count,
    monitoring_body,
    plan_length,
    refresh,
    within_term,
)
from openroadmap.measure.assessment.repository import repository, site_updates
from openroadmap.measure.assessment.responses import reasoned_response
from openroadmap.measure.assessment.verdicts import Verdict
from openroadmap.measure.assessment.website import public_site
from openroadmap.standards.pack import PEOPLE

Check = Callable[[Case], Outcome]
Sum = Callable[[Case, tuple[Verdict, ...]], Outcome]

CHECKS: Mapping[str, Check] = {
    "regular_dialogue": regular_dialogue,
    "public_site": public_site,
    "repository": repository,
    "advance_notice": advance_notice,
    "outreach": outreach,
    "input_mechanism": input_mechanism,
    "reasoned_response": reasoned_response,
    "open_implementation": open_implementation,
    "forum_exists": forum_exists,
    "forum_sides": forum_sides,
    "cocreation_meeting": cocreation_meeting,
    "endorsement": endorsement,
    "site_updates": site_updates,
    "papers_before": papers_before,
    "inception_assessment": inception_assessment,
    "end_of_commitment": end_of_commitment,
    "commitment_count": commitment_count,
    "plan_length": plan_length,
    "within_term": within_term,
    "monitoring_body": monitoring_body,
    "refresh": refresh,
    "next_plan": next_plan,
    "some_progress": some_progress,
    "quarterly_forum": quarterly_forum,
    "shared_chair": shared_chair,
    "varied_members": varied_members,
    "several_channels": several_channels,
    "events_around": events_around,
    PEOPLE: people,
}
"""Checks on records; ``people`` looks at attestations alone."""

SUMS: Mapping[str, Sum] = {"all_required": all_required}
"""Checks on the verdicts of the requirements before them."""
