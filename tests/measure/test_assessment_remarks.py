"""What is said beside a state helps: it is about what was meant to count and did not."""

from __future__ import annotations

from datetime import date

from assessment_cases import forum_meeting, results_meeting, said, sound, verdict
from openroadmap.measure.assessment import State

TODAY = date(2026, 11, 23)


def test_an_ordinary_meeting_of_the_forum_was_not_meant_to_present_results() -> None:
    data = sound(meetings=[forum_meeting("2026-06-15")])
    assert "does not count" not in said(verdict(data, "5.1", TODAY))
    meant = sound(meetings=[results_meeting("2026-06-15", presented=[])])
    words = said(verdict(meant, "5.1", TODAY))
    assert "15 June 2026 does not count, because what was presented is not recorded" in words


def test_only_meetings_of_the_year_that_decides_are_spoken_of() -> None:
    early = results_meeting("2025-12-20", presented=[])
    words = said(verdict(sound(meetings=[early]), "5.1", TODAY))
    assert "does not count" not in words


def test_a_cancelled_meeting_is_named_and_two_on_one_day_are_explained() -> None:
    off = results_meeting("2026-06-15", status="cancelled", minutes=None)
    twice = [results_meeting("2026-07-01", id=id) for id in ("a", "b")]
    words = said(verdict(sound(meetings=[off, *twice]), "5.1", TODAY))
    assert "15 June 2026 was cancelled." in words
    assert "Two meetings on one day count once." in words


def test_what_nobody_vouched_for_in_time_is_not_at_risk_for_ever() -> None:
    after = date(2028, 2, 1)
    found = verdict(sound(attestations=[]), "2.1", after, "implementation")
    assert (found.state, found.todo, found.repairable) == (State.NO_DATA, None, False)
    assert "at the end of this phase nobody vouched" in said(found)


def test_a_met_rule_of_local_plans_has_nothing_beyond_mending() -> None:
    for id in ("LP1", "LP2", "LP3"):
        found = verdict(sound(), id, TODAY)
        assert (found.state, found.repairable) == (State.MET, True)


def test_the_sum_of_the_requirements_can_be_mended_when_its_parts_can() -> None:
    broken = sound(timeline=None)
    found = verdict(broken, "CP2", TODAY)
    assert (found.state, found.repairable, found.todo) == (State.NOT_MET, False, None)
    open_still = sound(plan={"site_url": None})
    found = verdict(open_still, "CP2", TODAY)
    assert (found.state, found.repairable) == (State.NOT_MET, True)


def test_a_finding_on_the_repository_lies_at_a_record_of_the_time_judged() -> None:
    making = verdict(sound(), "2.2", TODAY, "cocreation")
    assert ("update", "u2") not in making.records
    assert "in every year" not in said(making)
    silent = verdict(sound(updates=[], meetings=[]), "2.2", TODAY, "implementation")
    assert silent.records[0] == ("plan", "p")
