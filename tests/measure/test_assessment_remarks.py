"""What is said beside a state helps: it is about what was meant to count and did not."""

from __future__ import annotations

from datetime import date

from assessment_cases import forum_meeting, results_meeting, said, sound, verdict

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
