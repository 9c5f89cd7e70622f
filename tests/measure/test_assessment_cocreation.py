"""What is asked of the co-creation itself, and of its dates: states, and their words."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from assessment_cases import (
    EVIDENCE,
    OUTSIDE,
    SOUND,
    TODAY,
    attestation,
    results_meeting,
    said,
    sound,
    state,
    verdict,
)
from openroadmap.measure.assessment import Proof, State
from openroadmap.model.facts import GitFacts, History

# 3.1


@pytest.mark.parametrize(
    ("published", "starts", "day", "expected"),
    [
        ("2025-03-01", "2025-03-15", date(2025, 4, 1), "met"),  # exactly 14 days
        ("2025-03-02", "2025-03-15", date(2025, 4, 1), "not_met"),
        (None, "2025-06-01", date(2025, 3, 1), "not_started"),
        (None, "2025-06-01", date(2025, 5, 10), "at_risk"),
        (None, "2025-06-01", date(2025, 5, 19), "not_met"),
        ("2025-05", "2025-06-20", date(2025, 7, 1), "met"),
        ("2025-05", "2025-06-01", date(2025, 7, 1), "no_data"),
        ("2025-06", "2025-06-01", date(2025, 7, 1), "not_met"),
        ("2024-02-15", "2024-02-29", date(2024, 3, 1), "met"),  # a leap day
        ("2025-05-01", "2025-07", date(2025, 8, 1), "met"),
        ("2025-06-25", "2025-07", date(2025, 8, 1), "no_data"),
        ("2025-05-01", None, date(2025, 8, 1), "no_data"),
    ],
)
def test_the_timeline_is_public_two_weeks_before(
    published: str | None, starts: str | None, day: date, expected: str
) -> None:
    timeline = {**SOUND["timeline"], "published_on": published} if published else None
    cocreation = {"starts_on": starts} if starts else {}
    plan = {"cocreation": cocreation, "starts_on": None, "ends_on": None, "submitted_on": None}
    assert state(sound(timeline=timeline, plan=plan), "3.1", day) == expected


def test_a_late_timeline_is_told_in_days_and_can_be_mended_before_the_start() -> None:
    timeline = {**SOUND["timeline"], "published_on": "2025-05-23"}
    found = verdict(sound(timeline=timeline), "3.1", date(2025, 5, 24))
    assert said(found) == "The timeline was published 9 days before the start, 14 are needed."
    assert found.repairable
    assert found.at == ("published_on",)
    assert not verdict(sound(timeline=timeline), "3.1", TODAY).repairable


def test_a_timeline_without_opportunities_is_no_overview() -> None:
    timeline = {"published_on": "2025-05-01"}
    assert state(sound(timeline=timeline), "3.1", TODAY) == "not_met"
    assert state(sound(timeline=timeline), "3.1", date(2025, 5, 10)) == "at_risk"


def test_the_proof_of_the_timeline_is_the_best_there_is() -> None:
    assert verdict(SOUND, "3.1", TODAY).proof is Proof.CLAIMED
    copy = [{"title": "Copy", "published_on": "2025-05-01", "archived_url": "https://a.example"}]
    archived = {**SOUND["timeline"], "evidence": copy}
    assert verdict(sound(timeline=archived), "3.1", TODAY).proof is Proof.EXTERNAL
    file = "commitments/m/p/cocreation/timeline.yml"
    facts = GitFacts(History.FULL, {file: date(2025, 5, 2)})
    assert verdict(SOUND, "3.1", TODAY, facts=facts).proof is Proof.GIT
    late = GitFacts(History.FULL, {file: date(2025, 6, 2)})
    assert verdict(SOUND, "3.1", TODAY, facts=late).proof is Proof.CLAIMED


# 3.2


def test_outreach_counts_while_people_can_take_part() -> None:
    assert state(SOUND, "3.2") == "met"
    late = [{**SOUND["outreach"][0], "date": "2025-09-01"}]
    assert state(sound(outreach=late), "3.2") == "not_met"
    vague = [{**SOUND["outreach"][0], "date": "2025"}]
    assert state(sound(outreach=vague), "3.2") == "no_data"
    assert state(sound(outreach=[]), "3.2", date(2025, 7, 1)) == "at_risk"
    assert state(sound(outreach=[]), "3.2", date(2025, 5, 1)) == "on_track"


@pytest.mark.parametrize(
    "change", [{"evidence": []}, {"audiences": ["Civil servants"]}, {"audiences": []}]
)
def test_outreach_needs_evidence_and_an_audience(change: dict[str, Any]) -> None:
    step = {**SOUND["outreach"][0], **change}
    found = verdict(sound(outreach=[step]), "3.2", TODAY)
    assert found.state is State.NOT_MET
    assert "does not count" in said(found)


# 3.3


def test_a_mechanism_needs_somebody_outside_government_who_vouches() -> None:
    inside = {"organisation": "Ministry", "sector": "government", "role": "Director"}
    own = [
        attestation("3.3", "appropriate_period", "2025-09-10", by=inside),
        attestation("3.3", "range_of_stakeholders", "2025-09-10", by=inside),
    ]
    assert state(SOUND, "3.3") == "met"
    assert state(sound(attestations=own), "3.3") == "at_risk"
    assert state(sound(attestations=[]), "3.3") == "at_risk"
    assert state(sound(attestations=SOUND["attestations"][:1]), "3.3") == "at_risk"


@pytest.mark.parametrize(
    "change", [{"evidence": []}, {"by": {**OUTSIDE, "role": None}}, {"attested_on": "2024-01-01"}]
)
def test_an_attestation_needs_evidence_a_role_and_to_be_valid(change: dict[str, Any]) -> None:
    changed = {name: value for name, value in change.items() if name != "by"}
    if "by" in change:
        changed["by"] = {key: value for key, value in change["by"].items() if value}
    broken = [{**each, **changed} for each in SOUND["attestations"]]
    assert state(sound(attestations=broken), "3.3") == "at_risk"


def test_a_dispute_stands_beside_the_state() -> None:
    no = {**attestation("3.3", "appropriate_period", "2025-09-20", agrees="no"), "id": "no"}
    found = verdict(sound(attestations=[*SOUND["attestations"], no]), "3.3", TODAY)
    assert found.state is State.MET
    assert found.disputes == (("attestation", "no"),)


def test_a_plan_submitted_without_a_mechanism_misses_it() -> None:
    assert state(sound(mechanisms=[]), "3.3") == "not_met"
    assert state(sound(mechanisms=[]), "3.3", date(2025, 7, 1)) == "at_risk"


# 4.1


def test_answers_come_before_submission_with_a_reason() -> None:
    assert state(SOUND, "4.1") == "met"
    late = [SOUND["responses"][0], {**SOUND["responses"][1], "published_on": "2025-12-20"}]
    found = verdict(sound(responses=late), "4.1", TODAY)
    assert found.state is State.NOT_MET
    assert not found.repairable
    assert "1 of 2 contributions" in said(found)
    assert "5 days after that" in said(found)
    bare = {name: value for name, value in SOUND["responses"][1].items() if name != "reason"}
    assert state(sound(responses=[SOUND["responses"][0], bare]), "4.1") == "not_met"


def test_an_answer_before_its_contribution_is_none() -> None:
    early = [SOUND["responses"][0], {**SOUND["responses"][1], "published_on": "2025-07-01"}]
    assert state(sound(responses=early), "4.1") == "not_met"


@pytest.mark.parametrize(
    ("day", "expected"),
    [(date(2025, 9, 20), "on_track"), (date(2025, 10, 5), "at_risk"), (TODAY, "not_met")],
)
def test_answers_may_take_thirty_days_after_the_inputs(day: date, expected: str) -> None:
    assert state(sound(responses=[SOUND["responses"][0]]), "4.1", day) == expected


def test_one_report_on_all_is_enough() -> None:
    report = {"id": "report", "covers_all": "yes", "published_on": "2025-11-01"}
    assert state(sound(responses=[report]), "4.1") == "met"


def test_without_contributions_there_is_nothing_to_decide() -> None:
    assert state(sound(contributions=[], responses=[]), "4.1") == "no_data"


# 5.1


@pytest.mark.parametrize(
    ("meetings", "day", "expected"),
    [
        (["2026-05-01"], date(2027, 1, 1), "not_met"),
        (["2026-05-01", "2026-11-01"], date(2027, 1, 1), "on_track"),
        (["2026-05-01", "2026-05-01"], date(2027, 1, 1), "not_met"),  # the same day
        ([], date(2026, 9, 2), "at_risk"),
        ([], date(2026, 9, 1), "on_track"),
        (["2026-05-01", "2026-11-01", "2027-05-01", "2027-11-01"], date(2028, 2, 1), "met"),
    ],
)
def test_results_are_presented_twice_in_every_year(
    meetings: list[str], day: date, expected: str
) -> None:
    held = [
        {**results_meeting(each), "id": f"m{place}"} for place, each in enumerate(meetings)
    ]
    assert state(sound(meetings=held), "5.1", day) == expected


@pytest.mark.parametrize("name", ["presented", "comments_collected", "minutes", "attendance"])
def test_a_meeting_on_results_needs_its_parts(name: str) -> None:
    meeting = {key: value for key, value in results_meeting("2026-10-10").items() if key != name}
    held = [results_meeting("2026-04-20"), meeting]
    assert state(sound(meetings=held), "5.1", date(2027, 1, 1)) == "not_met"


def test_a_plan_of_four_years_has_four_years_to_count() -> None:
    held = [results_meeting(day) for day in ("2026-05-01", "2026-11-01")]
    held += [results_meeting(day) for day in ("2028-05-01", "2028-11-01")]
    data = sound(meetings=held, plan={"ends_on": "2029-12-31"})
    found = verdict(data, "5.1", date(2029, 2, 1))
    assert found.state is State.NOT_MET
    assert "1 January 2027" in said(found)


def test_a_plan_of_four_years_needs_a_refresh() -> None:
    four = {"ends_on": "2029-12-31"}
    assert state(sound(plan=four), "NP1", date(2026, 6, 1)) == "on_track"
    assert state(sound(plan=four), "NP1", date(2027, 8, 1)) == "at_risk"
    assert state(sound(plan=four), "NP1", date(2030, 1, 1)) == "not_met"
    assert state(sound(plan={**four, "refresh_on": "2028-01-10"}), "NP1") == "met"
    assert state(SOUND, "NP1") == "met"


# Early warnings


@pytest.mark.parametrize(
    ("ended", "submitted", "day", "expected"),
    [
        ("2024-12-31", "2025-12-31", TODAY, "met"),
        ("2024-12-30", "2025-12-31", TODAY, "not_met"),
        ("2024-12-31", None, date(2025, 6, 29), "on_track"),
        ("2024-12-31", None, date(2025, 6, 30), "at_risk"),
        ("2024-12-31", None, date(2026, 1, 1), "not_met"),
        (None, "2025-12-31", TODAY, "no_data"),
    ],
)
def test_the_plan_comes_within_a_year_of_the_last(
    ended: str | None, submitted: str | None, day: date, expected: str
) -> None:
    plan = {"previous_plan_ended_on": ended, "submitted_on": submitted}
    assert state(sound(plan=plan), "CP1", day) == expected


def test_an_ended_plan_warns_of_the_next() -> None:
    assert state(SOUND, "CP1", date(2028, 3, 1)) == "met"
    assert state(SOUND, "CP1", date(2028, 7, 1)) == "at_risk"
    assert state(SOUND, "CP1", date(2029, 1, 1)) == "not_met"


def test_a_missed_requirement_is_summed_up() -> None:
    found = verdict(sound(outreach=[], mechanisms=[]), "CP2", TODAY)
    assert found.state is State.NOT_MET
    assert said(found) == "Minimum requirements not met: 3.2, 3.3."


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 6, 1), "on_track"),
        (date(2027, 1, 2), "at_risk"),
        (date(2028, 1, 1), "not_met"),
    ],
)
def test_a_plan_without_progress_is_warned_at_half_time(day: date, expected: str) -> None:
    assert state(sound(updates=[]), "CP3", day) == expected
    nothing = [{"id": "u", "date": "2026-02-01", "commitment": "registers",
                "completion": "not_started", "evidence": EVIDENCE}]  # fmt: skip
    assert state(sound(updates=nothing), "CP3", day) == expected
