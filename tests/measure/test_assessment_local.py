"""What local members are held to: requirements, recommended practice, deadlines, plan rules."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from assessment_cases import (
    EVIDENCE,
    OUTSIDE,
    SOUND,
    assessed,
    attestation,
    forum_meeting,
    said,
    sound,
    verdict,
)
from openroadmap.measure.assessment import Proof, State
from openroadmap.standards.pack import Group

TODAY = date(2026, 11, 23)


def state(data: Any, id: str, day: date = TODAY, phase: str | None = None) -> str:
    return verdict(data, id, day, phase).state.value


def test_a_sound_plan_meets_what_is_required() -> None:
    found = assessed(SOUND, TODAY, "local")
    required = {each.requirement: each.state for each in found.verdicts
                if each.group is Group.REQUIRED}  # fmt: skip
    assert required == dict.fromkeys(("L1.1", "L1.2", "L1.3", "L1.4"), State.MET)


# The forum


@pytest.mark.parametrize(
    ("change", "day", "expected"),
    [
        ({}, TODAY, "met"),
        ({"remit": None, "rules": None}, TODAY, "not_met"),
        ({"chairs": []}, TODAY, "not_met"),
        ({"chairs": []}, date(2025, 9, 1), "at_risk"),
        ({"established_on": "2026-01-01"}, TODAY, "not_met"),
        ({"established_on": "2025"}, TODAY, "no_data"),
        ({"established_on": None}, TODAY, "met"),  # a meeting shows that it was there
    ],
)
def test_a_forum_has_a_remit_and_members(change: Any, day: date, expected: str) -> None:
    forum = {**SOUND["forum"], **change}
    forum = {name: value for name, value in forum.items() if value}
    assert state(sound(forum=forum), "L1.1", day) == expected


def test_without_a_forum_it_depends_on_the_day() -> None:
    assert state(sound(forum=None), "L1.1", date(2025, 5, 1)) == "not_started"
    assert state(sound(forum=None), "L1.1", date(2025, 7, 1)) == "at_risk"
    assert state(sound(forum=None), "L1.1") == "not_met"


@pytest.mark.parametrize(
    ("sectors", "expected"),
    [
        (("government", "civil_society"), "met"),
        (("government", "academia"), "met"),
        (("government", "government"), "not_met"),
        (("civil_society", "civil_society"), "not_met"),
        (("government", None), "no_data"),
        (("government", "parliament"), "not_met"),
    ],
)
def test_two_sides_sit_in_the_forum(sectors: tuple[str | None, ...], expected: str) -> None:
    chairs = [{"organisation": f"O{n}", "sector": each} for n, each in enumerate(sectors)]
    chairs = [{key: value for key, value in each.items() if value} for each in chairs]
    assert state(sound(forum={**SOUND["forum"], "chairs": chairs}), "L1.2") == expected


@pytest.mark.parametrize(
    ("meetings", "day", "expected"),
    [
        ([forum_meeting("2025-06-15")], TODAY, "met"),
        ([forum_meeting("2025-05-30")], TODAY, "not_met"),  # before it began
        ([forum_meeting("2025-12-10")], TODAY, "not_met"),  # after it ended
        ([forum_meeting("2025")], TODAY, "no_data"),
        ([forum_meeting("2025-06-15", minutes=None)], TODAY, "not_met"),
        ([forum_meeting("2025-06-15", status="cancelled")], TODAY, "not_met"),
        ([], date(2025, 10, 30), "on_track"),
        ([], date(2025, 10, 31), "at_risk"),  # thirty days before the end
        ([forum_meeting("2025-11-20", status="planned")], date(2025, 11, 1), "on_track"),
    ],
)
def test_the_forum_meets_during_co_creation(meetings: Any, day: date, expected: str) -> None:
    assert state(sound(meetings=meetings), "L1.3", day) == expected


# Endorsement


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, "met"),
        ({"endorsed_on": "2025-12-15"}, "met"),  # on the day itself
        ({"endorsed_on": "2025-12-16"}, "not_met"),
        ({"endorsed_on": "2025-12"}, "no_data"),
        ({"endorsed_on": None}, "no_data"),
        ({"evidence": []}, "not_met"),
        ({"organisation": "Ministry", "sector": "government"}, "not_met"),
        ({"organisation": "Somebody else"}, "not_met"),
    ],
)
def test_the_other_side_of_the_forum_endorses_the_plan(change: Any, expected: str) -> None:
    one = {**SOUND["plan"]["endorsements"][0], **change}
    one = {name: value for name, value in one.items() if value}
    assert state(sound(plan={"endorsements": [one]}), "L1.4") == expected


def test_an_endorsement_may_be_vouched_for_by_others_than_the_government() -> None:
    bare = {"endorsements": []}
    vouched = [attestation("L1.4", "endorsed", "2026-01-05")]
    assert verdict(sound(plan=bare, attestations=vouched), "L1.4", TODAY).proof is Proof.ATTESTED
    own = [{**vouched[0], "by": {**OUTSIDE, "sector": "government"}}]
    assert state(sound(plan=bare, attestations=own), "L1.4") == "not_met"


@pytest.mark.parametrize(
    ("day", "expected"),
    [(date(2025, 11, 30), "on_track"), (date(2025, 12, 1), "at_risk")],
)
def test_an_endorsement_is_urgent_two_weeks_before_submission(day: date, expected: str) -> None:
    assert state(sound(plan={"endorsements": []}), "L1.4", day) == expected


# Recommended practice


def test_a_recommendation_counts_news_every_four_months() -> None:
    assert state(SOUND, "L2.1", date(2026, 5, 31), "implementation") == "met"
    assert state(SOUND, "L2.1", date(2026, 6, 1), "implementation") == "at_risk"  # due on 1 July
    updates = SOUND["updates"][:1]
    silent = sound(updates=updates, meetings=[])
    assert state(silent, "L2.1", date(2026, 7, 2), "implementation") == "not_met"
    assert verdict(silent, "L2.1", date(2026, 7, 2), "implementation").group is Group.RECOMMENDED


@pytest.mark.parametrize(
    ("papers", "expected"),
    [("2025-06-14", "met"), ("2025-06-15", "not_met"), (None, "no_data"), ("2025-06", "no_data")],
)
def test_papers_come_before_the_meeting(papers: str | None, expected: str) -> None:
    more = {"papers_published_on": papers} if papers else {}
    assert state(sound(meetings=[forum_meeting("2025-06-15", **more)]), "L2.2") == expected


@pytest.mark.parametrize(
    ("id", "claim"),
    [("L2.3", "open_to_all"), ("L2.5", "Iterative dialogue"), ("L2.6", "inclusive-forum")],
)
def test_what_only_people_can_tell_needs_somebody_outside_government(id: str, claim: str) -> None:
    said_so = [attestation(id, claim, "2025-11-01")]
    own = [{**said_so[0], "by": {**OUTSIDE, "sector": "government"}}]
    assert state(sound(attestations=said_so), id) == "met"
    assert state(sound(attestations=own), id) == "no_data"
    assert state(sound(attestations=[]), id) == "no_data"
    assert "Only the government" in said(verdict(sound(attestations=own), id, TODAY))


# Deadlines


@pytest.mark.parametrize(
    ("published", "day", "expected"),
    [
        ("2026-02-15", TODAY, "met"),  # exactly two months
        ("2026-02-16", TODAY, "not_met"),
        ("2026-02", TODAY, "no_data"),
        (None, date(2026, 1, 28), "on_track"),
        (None, date(2026, 1, 29), "at_risk"),  # 45 days after submission
        (None, date(2026, 2, 16), "not_met"),
        (None, date(2025, 12, 1), "not_started"),
    ],
)
def test_the_inception_assessment_has_two_months(
    published: str | None, day: date, expected: str
) -> None:
    report = {"id": "inception", "by": "monitoring_body", "kind": "inception"}
    reports = [{**report, "published_on": published}] if published else []
    assert state(sound(assessments=reports), "LD1", day) == expected


@pytest.mark.parametrize(
    ("published", "day", "expected"),
    [
        ("2026-10-30", TODAY, "met"),
        ("2026-10-31", TODAY, "not_met"),
        (None, date(2026, 10, 14), "on_track"),
        (None, date(2026, 10, 15), "at_risk"),
        (None, date(2026, 10, 31), "not_met"),
    ],
)
def test_a_complete_commitment_is_reported_on_within_a_month(
    published: str | None, day: date, expected: str
) -> None:
    done = [{"id": "u", "date": "2026-09-30", "commitment": "registers", "completion": "complete"}]
    report = {
        "id": "end", "by": "monitoring_body", "kind": "end_of_commitment",
        "results": {"registers": {"completion": "complete"}},
    }  # fmt: skip
    reports = [{**report, "published_on": published}] if published else []
    assert state(sound(updates=done, assessments=reports), "LD2", day) == expected


def test_without_a_complete_commitment_no_report_is_due() -> None:
    assert state(SOUND, "LD2") == "not_started"


# Rules of the plan


@pytest.mark.parametrize(("count", "expected"), [(5, "met"), (6, "not_met"), (0, "no_data")])
def test_a_plan_has_at_most_five_commitments(count: int, expected: str) -> None:
    commitments = [{"id": f"c{n}", "title": "A promise"} for n in range(count)]
    found = verdict(sound(commitments=commitments), "LP1", TODAY)
    assert found.state.value == expected
    assert found.group is Group.PLAN


def test_a_withdrawn_commitment_is_not_counted() -> None:
    commitments = [{"id": f"c{n}", "title": "A promise"} for n in range(6)]
    gone = [{"id": "w", "date": "2026-05-01", "commitment": "c0", "kind": "withdraw"}]
    assert state(sound(commitments=commitments, amendments=gone), "LP1") == "met"


@pytest.mark.parametrize(
    ("ends", "expected"),
    [("2026-12-31", "met"), ("2026-12-30", "not_met"), ("2027", "met"), ("2026", "no_data")],
)
def test_a_plan_runs_for_a_year(ends: str, expected: str) -> None:
    assert state(sound(plan={"ends_on": ends}), "LP2") == expected


@pytest.mark.parametrize(
    ("term", "expected"),
    [("2027-12-31", "met"), ("2027-12-30", "not_met"), (None, "no_data"), ("2027", "no_data")],
)
def test_a_plan_ends_within_the_term(term: str | None, expected: str) -> None:
    assert state(sound(plan={"term_ends_on": term}), "LP3") == expected


def test_the_monitoring_body_takes_part_in_no_commitment() -> None:
    assert state(SOUND, "LP4") == "met"
    assert state(sound(plan={"monitoring_body": None}), "LP4") == "not_met"
    helped = [{**SOUND["commitments"][0], "supporting": {"other": ["institute "]}}]
    found = verdict(sound(commitments=helped), "LP4", TODAY)
    assert found.state is State.NOT_MET
    assert found.records == (("plan", "p"), ("commitment", "registers"))
    vouched = [attestation("LP4", "independent_body", "2026-06-01")]
    assert verdict(sound(attestations=vouched), "LP4", TODAY).proof is Proof.ATTESTED


# Reports and badges


def test_what_a_report_answered_is_quoted_and_changes_nothing() -> None:
    report = {
        "id": "inception", "by": "monitoring_body", "kind": "inception", "title": "Inception",
        "published_on": "2026-02-01", "process": {"forum_exists": "no"},
    }  # fmt: skip
    found = verdict(sound(assessments=[report]), "L1.1", TODAY)
    assert found.state is State.MET
    assert "Asked the same, the report “Inception” answered: No." in said(found)
    assert ("assessment", "inception") in found.records


def test_a_badge_never_fails() -> None:
    bare = sound(forum=None, meetings=[], outreach=[], mechanisms=[], attestations=[])
    for data in (SOUND, bare):
        for day in (date(2025, 1, 1), TODAY, date(2029, 1, 1)):
            found = assessed(data, day, "local").verdicts
            states = {each.state for each in found if each.group is Group.BADGE}
            assert states <= {State.MET, State.NOT_STARTED, State.NO_DATA}


@pytest.mark.parametrize(
    ("id", "expected"), [("G2", "met"), ("G3", "not_started"), ("G1", "not_started")]
)
def test_a_step_beyond_is_taken_or_not(id: str, expected: str) -> None:
    found = assessed(SOUND, TODAY, "local").of(id)
    assert found.state.value == expected


def test_evidence_may_be_a_file_of_the_site() -> None:
    proof = [{"title": "Letter", "path": "/media/letter.pdf"}]
    assert proof != EVIDENCE
    vouched = [attestation("L2.3", "open_to_all", "2025-11-01", evidence=proof)]
    assert state(sound(attestations=vouched), "L2.3") == "met"
