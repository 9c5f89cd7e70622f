"""The minimum requirements, of the forum and of the website: what decides each, in which state,
and in which words. Those of the co-creation have a room of their own."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from assessment_cases import (
    SOUND,
    TODAY,
    assessed,
    forum_meeting,
    said,
    sound,
    state,
    verdict,
)
from openroadmap.measure.assessment import Proof, State
from openroadmap.model.facts import GitFacts, History
from openroadmap.standards.pack import Group

EIGHT = ("1.1", "2.1", "2.2", "3.1", "3.2", "3.3", "4.1", "5.1")


def test_a_sound_plan_meets_all_eight() -> None:
    found = assessed(SOUND, TODAY)
    required = [each for each in found.verdicts if each.group is Group.REQUIRED]
    assert {each.requirement for each in required} == set(EIGHT)
    assert {each.requirement for each in required if each.state is not State.MET} == set()


def test_before_it_begins_nothing_is_missed() -> None:
    found = assessed(sound(meetings=[], updates=[], timeline=None), date(2025, 1, 1))
    states = {each.state for each in found.verdicts if each.group is Group.REQUIRED}
    assert State.NOT_MET not in states
    assert State.NOT_STARTED in states


# 1.1


@pytest.mark.parametrize(
    ("meetings", "day", "expected"),
    [
        (["2025-12-01"], date(2025, 12, 1), "met"),  # exactly six months after the start
        (["2025-12-02"], date(2025, 12, 2), "not_met"),
        (["2025-08-01"], date(2025, 10, 1), "met"),
        ([], date(2025, 9, 1), "on_track"),  # nothing due yet
        ([], date(2025, 10, 20), "at_risk"),  # due on 1 December, none planned
    ],
)
def test_the_forum_meets_every_six_months(
    meetings: list[str], day: date, expected: str
) -> None:
    held = [forum_meeting(each) for each in meetings]
    plan = {"submitted_on": None, "cocreation": {"starts_on": "2025-06-01"},
            "starts_on": None, "ends_on": None}  # fmt: skip
    assert state(sound(meetings=held, plan=plan), "1.1", day, "cocreation") == expected


def test_a_planned_meeting_takes_the_risk_away() -> None:
    day = date(2026, 9, 20)
    held = [forum_meeting(each) for each in ("2025-06-15", "2025-11-20", "2026-04-20")]
    planned = forum_meeting("2026-10-10", status="planned")
    assert state(sound(meetings=held), "1.1", day, "implementation") == "at_risk"
    assert state(sound(meetings=[*held, planned]), "1.1", day, "implementation") == "met"
    cancelled = {**planned, "status": "cancelled"}
    assert state(sound(meetings=[*held, cancelled]), "1.1", day, "implementation") == "at_risk"


def test_the_sentence_says_when_it_met_and_when_it_must() -> None:
    found = verdict(SOUND, "1.1", TODAY, "implementation")
    assert said(found) == (
        "The forum last met on 10 October 2026; it must meet again by 10 April 2027."
    )
    assert found.next is not None
    assert found.next.day == date(2027, 4, 10)
    assert found.records[0] == ("meeting", "m-2026-10-10")


def test_a_pause_that_was_too_long_stays_and_names_both_days() -> None:
    held = [forum_meeting(day) for day in ("2025-06-15", "2025-11-20", "2026-07-01", "2026-10-10")]
    found = verdict(sound(meetings=held), "1.1", TODAY, "implementation")
    assert found.state is State.NOT_MET
    assert not found.repairable
    assert said(found) == (
        "The forum met on 20 November 2025 and then on 1 July 2026; it had to meet again by "
        "20 May 2026, 6 months later."
    )


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"attendance": {"government": "3"}}, "nobody from civil society"),
        ({"attendance": {"civil_society": "3"}}, "nobody from government"),
        ({"attendance": None}, "who came is not recorded"),
        ({"minutes": None}, "its minutes are not published"),
        ({"minutes": {"url": "https://example.org", "published_on": "2026-12-01"}}, "minutes"),
    ],
)
def test_a_meeting_without_both_sides_and_minutes_does_not_count(
    change: dict[str, Any], reason: str
) -> None:
    last = forum_meeting("2026-10-10", **change)
    held = [*(forum_meeting(day) for day in ("2025-06-15", "2025-11-20", "2026-04-20")), last]
    found = verdict(sound(meetings=held), "1.1", TODAY, "implementation")
    assert found.state is State.NOT_MET
    assert reason in said(found)


def test_a_meeting_in_the_future_was_not_held() -> None:
    held = [forum_meeting(day) for day in ("2025-06-15", "2025-11-20", "2026-04-20", "2027-01-01")]
    assert state(sound(meetings=held), "1.1", TODAY, "implementation") == "not_met"


def test_rules_that_are_not_public_count_from_submission_on() -> None:
    forum = {**SOUND["forum"], "rules": None}
    forum = {name: value for name, value in forum.items() if value}
    assert state(sound(forum=forum), "1.1", date(2025, 9, 1), "cocreation") == "at_risk"
    assert state(sound(forum=forum), "1.1", TODAY, "cocreation") == "not_met"


def test_rules_that_leave_something_out_are_named() -> None:
    rules = {**SOUND["forum"]["rules"], "covers": ["remit"]}
    found = verdict(sound(forum={**SOUND["forum"], "rules": rules}), "1.1", TODAY, "cocreation")
    assert said(found) == (
        "The forum's published rules do not cover who takes part, how often it meets."
    )


def test_both_phases_are_decided_apart() -> None:
    held = [forum_meeting(day) for day in ("2025-06-15", "2025-11-20")]
    data = sound(meetings=held)
    assert state(data, "1.1", TODAY, "cocreation") == "met"
    assert state(data, "1.1", TODAY, "implementation") == "not_met"


# 2.1


def test_a_website_needs_somebody_who_vouches_for_it_lately() -> None:
    assert state(SOUND, "2.1", TODAY, "implementation") == "met"
    assert verdict(SOUND, "2.1", TODAY, "implementation").proof is Proof.ATTESTED
    assert state(SOUND, "2.1", date(2027, 4, 2), "implementation") == "at_risk"  # six months on
    assert "lately" in said(verdict(SOUND, "2.1", date(2027, 4, 2), "implementation"))
    assert state(sound(attestations=[]), "2.1", TODAY, "implementation") == "at_risk"


@pytest.mark.parametrize("name", ["site_url", "point_of_contact", "repository_url"])
def test_a_website_needs_its_parts(name: str) -> None:
    found = verdict(sound(plan={name: None}), "2.1", TODAY, "implementation")
    assert found.state is State.NOT_MET
    assert found.repairable


def test_a_website_without_encryption_is_none() -> None:
    assert state(sound(plan={"site_url": "http://example.org"}), "2.1", TODAY) == "not_met"


# 2.2


def test_a_closed_year_with_one_update_stays_not_met() -> None:
    updates = [{"id": "u", "date": "2026-03-01", "commitment": "registers"}]
    data = sound(updates=updates, meetings=[], forum=None, responses=[], timeline=None)
    found = verdict(data, "2.2", date(2027, 1, 15), "implementation")
    assert found.state is State.NOT_MET
    assert said(found) == (
        "Updates of the repository are recorded on 1 of 2 days from 1 January 2026 to "
        "31 December 2026."
    )


def test_updates_proven_by_git_are_the_better_proof() -> None:
    file = "commitments/m/p/commitments/registers.yml"
    facts = GitFacts(History.FULL, {}, {file: (date(2026, 2, 1), date(2026, 8, 1))})
    assert verdict(SOUND, "2.2", TODAY, "implementation", facts).proof is Proof.GIT
    assert verdict(SOUND, "2.2", TODAY, "implementation").proof is Proof.CLAIMED
    shallow = GitFacts(History.SHALLOW, {}, {file: (date(2026, 2, 1), date(2026, 8, 1))})
    assert verdict(SOUND, "2.2", TODAY, "implementation", shallow).proof is Proof.CLAIMED


def test_silence_of_half_a_year_is_a_risk() -> None:
    meetings = [each for each in SOUND["meetings"] if each["date"] < "2026-01-01"]
    found = verdict(sound(meetings=meetings), "2.2", date(2027, 3, 2), "implementation")
    assert found.state is State.AT_RISK
    assert "last updated on 1 September 2026" in said(found)


def test_each_commitment_needs_evidence_once_the_plan_has_run_a_year() -> None:
    second = {"id": "budgets", "title": "Explain the budget"}
    data = sound(commitments=[*SOUND["commitments"], second])
    found = verdict(data, "2.2", date(2027, 2, 1), "implementation")
    assert found.state is State.AT_RISK
    assert found.records == (("commitment", "budgets"),)
    assert state(data, "2.2", date(2026, 12, 1), "implementation") == "met"
