"""The history proves a date only by what a record has said since then."""

from __future__ import annotations

from datetime import date

from assessment_cases import SOUND, results_meeting, said, sound, verdict
from openroadmap.measure.assessment import Proof, State, Verdict
from openroadmap.model.facts import GitFacts, History

TODAY = date(2026, 11, 23)
TIMELINE_FILE = "commitments/m/p/cocreation/timeline.yml"


def changed(file: str, *days: date) -> GitFacts:
    return GitFacts(History.FULL, {file: days[0]}, {file: days})


def test_a_timeline_filled_in_later_proves_nothing_earlier() -> None:
    early, soon, late = date(2025, 4, 1), date(2025, 5, 8), date(2025, 7, 1)
    filled = changed(TIMELINE_FILE, early, late)
    assert verdict(SOUND, "3.1", TODAY, facts=filled).proof is Proof.CLAIMED
    in_time = changed(TIMELINE_FILE, early, soon)
    assert verdict(SOUND, "3.1", TODAY, facts=in_time).proof is Proof.GIT


def test_a_timeline_without_a_day_that_changed_too_late_cannot_be_told() -> None:
    data = sound(timeline={"opportunities": SOUND["timeline"]["opportunities"]})
    early, soon, late = date(2025, 4, 1), date(2025, 5, 8), date(2025, 7, 1)
    found = verdict(data, "3.1", TODAY, facts=changed(TIMELINE_FILE, early, late))
    assert (found.state, found.proof) == (State.NO_DATA, Proof.NONE)
    assert "it has changed since 18 May 2025" in said(found)
    found = verdict(data, "3.1", TODAY, facts=changed(TIMELINE_FILE, early, soon))
    assert (found.state, found.proof) == (State.MET, Proof.GIT)
    found = verdict(data, "3.1", TODAY, facts=changed(TIMELINE_FILE, late))
    assert found.state is State.NOT_MET


def test_a_meeting_written_down_before_it_took_place_is_not_proven() -> None:
    held = results_meeting("2026-04-20")
    file = f"commitments/m/p/meetings/{held['id']}.yml"
    data = sound(meetings=[held])

    def proof(*days: date) -> Proof:
        return verdict(data, "5.1", TODAY, facts=changed(file, *days)).proof

    assert proof(date(2026, 3, 1)) is Proof.CLAIMED
    assert proof(date(2026, 3, 1), date(2026, 4, 22)) is Proof.GIT
    assert proof(date(2026, 3, 1), date(2027, 4, 22)) is Proof.CLAIMED


def test_an_answer_without_a_day_that_changed_too_late_cannot_be_told() -> None:
    answer = {"id": "all", "covers_all": "true"}
    data = sound(responses=[answer])
    file = "commitments/m/p/responses/all.yml"
    early, late = date(2025, 10, 1), date(2026, 2, 1)
    assert verdict(data, "4.1", TODAY, facts=changed(file, early)).proof is Proof.GIT
    found = verdict(data, "4.1", TODAY, facts=changed(file, early, late))
    assert (found.state, found.proof) == (State.NO_DATA, Proof.NONE)


def test_who_changes_an_old_contribution_brings_no_news() -> None:
    """The day on which a record came is one; 2.2, of the repository, counts what was updated."""
    data = sound(updates=SOUND["updates"][:1], meetings=[])
    file = f"commitments/m/p/contributions/{data['contributions'][0]['id']}.yml"
    came, edited = date(2025, 5, 20), date(2026, 4, 20)
    day = date(2026, 7, 2)

    def found(id: str, *days: date) -> Verdict:
        return verdict(data, id, day, "implementation", facts=changed(file, *days))

    assert found("L2.1", came, edited).state is State.NOT_MET
    assert found("L2.1", came, edited) == found("L2.1", came)
    assert found("L2.1", edited).state is State.MET
    assert "There was news on 20 April 2026" in said(found("L2.1", edited))
    assert found("2.2", came, edited) != found("2.2", came)
