"""What the page of a commitment says, decided before any template."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from openroadmap.i18n import translator
from openroadmap.measure.progress import measure_progress
from openroadmap.model.member import Plan
from openroadmap.model.process import Amendment
from openroadmap.model.site import PlanRecords
from openroadmap.model.voices import Assessment, View
from openroadmap.views.commitment import CommitmentView, view_commitment
from openroadmap.views.forge import Forge
from openroadmap.views.setting import Setting
from plan_samples import commitment, plan_of, sample, update

FORGE = Forge("github", "https://github.com/o/r")


def seen(records: PlanRecords, today: date, id: str = "one", **setting: Any) -> CommitmentView:
    found = next(each for each in records.commitments if each.id == id)
    place = Setting(translator("en"), today, **setting)
    return view_commitment(found, records, measure_progress(records, today), place)


def one(today: date, more: dict[str, Any] | None = None, **fields: Any) -> CommitmentView:
    return seen(plan_of(commitment(**fields), **(more or {})), today)


def assessment(**result: Any) -> Assessment:
    return Assessment.validated({"id": "r", "by": "irm", "results": {"one": result}})


def view(**fields: Any) -> View:
    lab = {"organisation": "Lab", "sector": "civil_society"}
    return View.validated(
        {"id": "v", "date": "2026-07-01", "commitment": "one", "by": lab, **fields}
    )


def test_the_five_unknowns_are_five_different_words(today: date) -> None:
    gone = Amendment.validated(
        {"id": "a", "date": "2026-05-01", "commitment": "one", "kind": "withdraw"}
    )
    words = [
        one(today).standing.status.word,
        one(today, {"updates": (update(completion="no_evidence_available"),)}).standing.status.word,
        one(today, {"updates": (update(completion="not_started"),)}).standing.status.word,
        one(today).voices[2].nothing.word,
        one(today, {"amendments": (gone,)}).standing.status.word,
    ]
    assert words == [
        "Not recorded", "No evidence available", "Not started", "Not assessed", "Withdrawn",
    ]  # fmt: skip


def test_who_transcribes_a_plan_does_not_say_that_nobody_assessed_it(today: date) -> None:
    plan = Plan.validated({"id": "p", "title": "Plan", "kept_by": "others"})
    records = PlanRecords("p", plan_of().context, plan, commitments=(commitment(),))
    found = seen(records, today)
    assert found.voices[2].nothing.word == "Not recorded"


def test_a_status_in_other_words_is_quoted(today: date) -> None:
    found = one(today, {"updates": (update(status_words="Implementing"),)})
    assert found.standing.status.word == "“Implementing”"


@pytest.mark.parametrize("gone", [False, True], ids=["running", "withdrawn"])
def test_a_report_without_a_status_is_no_silence(today: date, gone: bool) -> None:
    withdrawal = {"id": "a", "date": "2026-07-01", "commitment": "one", "kind": "withdraw"}
    amendments = (Amendment.validated(withdrawal),) if gone else ()
    more = {"updates": (update(progress="We met."),), "amendments": amendments}
    found = one(today, more, ends_on="2026-06")
    lead = found.voices[0]
    assert (found.updates_size, lead.reports) == ("1 report", "1 report")
    assert lead.empty == "No status is reported."
    assert found.standing.since == ("Withdrawn, 1 July 2026" if gone else "No status is reported")


def test_without_a_report_both_places_say_that_there_is_none(today: date) -> None:
    found = one(today)
    assert found.standing.since == "No progress report is recorded"
    assert (found.voices[0].empty, found.voices[0].reports) == (
        "No progress report is recorded.", "",
    )  # fmt: skip


def test_where_it_stands_says_who_said_so_and_since_when(today: date) -> None:
    updates = (
        update(date="2026-01-31", completion="limited", author_organisation="Treasury"),
        update(date="2026-06-30", completion="limited", author_organisation="Treasury"),
    )
    said = one(today, {"updates": updates}).standing.since
    assert said == "Reported by Treasury, 30 June 2026; unchanged since 31 January 2026"


def test_overdue_is_said_only_of_what_was_reported(today: date) -> None:
    late = one(today, {"updates": (update(completion="limited"),)}, ends_on="2026-09")
    silent = one(today, ends_on="2026-09")
    assert late.standing.overdue is True
    assert late.standing.lateness == "Overdue: was due September 2026"
    assert silent.standing.overdue is False
    assert "is not recorded" in silent.standing.lateness


def test_voices_that_differ_are_shown_to_differ_and_not_averaged(today: date) -> None:
    more = {"updates": (update(completion="complete"),), "views": (view(completion="limited"),)}
    found = one(today, more)
    assert found.scale.difference
    assert [each.statements[0].status.word for each in found.voices[:2]] == ["Complete", "Limited"]
    assert found.standing.status.word == "Complete"


@pytest.mark.parametrize("second", [{"completion": "complete"}, {"text": "Thanks."}])
def test_voices_that_agree_or_name_no_status_do_not_differ(
    today: date, second: dict[str, str]
) -> None:
    more = {"updates": (update(completion="complete"),), "views": (view(**second),)}
    assert one(today, more).scale.difference == ""


def test_not_recorded_is_no_opinion_to_differ_from(today: date) -> None:
    assert one(today, {"views": (view(completion="complete"),)}).scale.difference == ""


def test_the_newest_statement_of_a_voice_comes_first(today: date) -> None:
    views = (view(id="a", date="2025-01-01"), view(id="b", date="2026-01-01"))
    dates = [each.date for each in one(today, {"views": views}).voices[1].statements]
    assert dates == ["1 January 2026", "1 January 2025"]


def test_an_assessment_that_gives_no_completion_says_so(today: date) -> None:
    said = one(today, {"assessments": (assessment(verifiable="yes"),)}).voices[2].statements[0]
    assert said.status is None
    assert {fact.label: fact.text for fact in said.facts} == {
        "Verifiable": "Yes",
        "Completion": "Not recorded",
    }


def test_what_others_said_is_named_beside_where_it_stands(today: date) -> None:
    more = {"assessments": (assessment(completion_words="from limited to substantial"),)}
    heard = one(today, more).heard
    assert [(each.heading, each.size, each.said[0].status.word) for each in heard] == [
        ("Independent review", "", "“from limited to substantial”")
    ]


def test_no_organisation_s_view_hides_another_s(today: date) -> None:
    wardens = {"organisation": "River Wardens", "sector": "civil_society"}
    views = (
        view(id="a", date="2026-01-01", completion="limited", by=wardens),
        view(id="b", date="2026-05-01", completion="limited"),
        view(id="c", date="2026-06-01", completion="substantial"),
    )
    heard = one(today, {"views": views}).heard[0]
    assert heard.size == "2 views"
    assert [(each.status.word, each.by) for each in heard.said] == [
        ("Substantial", "Lab"), ("Limited", "River Wardens"),
    ]  # fmt: skip


def test_two_organisations_that_disagree_are_said_to_differ(today: date) -> None:
    wardens = {"organisation": "River Wardens", "sector": "civil_society"}
    views = (view(id="a", completion="limited", by=wardens), view(id="b", completion="complete"))
    assert "differ" in one(today, {"views": views}).scale.difference


def test_fields_carry_the_numbers_of_their_sources(today: date) -> None:
    sources = [
        {"title": "Plan", "facts": ["lead", "problem"]},
        {"title": "OGP page", "facts": ["problem", "supporting.government"]},
    ]
    found = one(today, lead="Treasury", problem="No list.", sources=sources,
                supporting={"government": ["Audit Office"]})  # fmt: skip
    assert found.facts[0].marks == (1,)
    assert found.problem[0].marks == (1, 2)
    assert found.partners_text.marks == (2,)
    assert [line.title for line in found.foot.sources] == ["Plan", "OGP page"]


def test_a_source_of_two_records_has_one_number(today: date) -> None:
    source = {"title": "Tracker", "url": "https://example.org/t", "facts": ["completion"]}
    updates = (update(completion="limited", sources=[source]),)
    found = one(today, {"updates": updates}, sources=[source])
    assert len(found.foot.sources) == 1
    assert found.updates[0].marks == (1,)


def test_a_note_stands_beside_its_field_and_once(today: date) -> None:
    notes = [{"about": ["starts_on", "ends_on"], "text": "Two ends are stated."}]
    found = one(today, starts_on="2025", ends_on="2026", notes=notes)
    assert found.facts[0].remarks[0].text == "Two ends are stated."
    assert found.foot.remarks == ()


def test_a_note_about_what_is_not_shown_is_not_lost(today: date) -> None:
    notes = [{"about": ["milestones"], "text": "The table was cut."}, {"text": "General."}]
    remarks = one(today, notes=notes).foot.remarks
    assert [each.text for each in remarks] == ["The table was cut.", "General."]


def test_what_is_not_recorded_is_named_once(today: date) -> None:
    missing = one(today, lead="Treasury", ends_label="Ongoing").foot.missing
    assert {"Problem", "Solution", "Milestones", "Starts on"} <= set(missing)
    assert not {"Lead institution", "Ends on"} & set(missing)
    assert len(missing) == len(set(missing))


def test_a_full_record_misses_nothing(today: date) -> None:
    assert seen(sample("rivermouth"), today, "payments").foot.missing == ()


def test_previous_and_next_follow_the_plan_with_ten_after_nine(today: date) -> None:
    numbers = ("9", "10", "8")
    records = plan_of(
        *(commitment(id=f"c{n}", title=f"Promise {n}", number=n) for n in numbers)
    )
    found = seen(records, today, "c9")
    assert found.previous is not None
    assert found.next is not None
    assert (found.previous.text, found.next.text) == ("Promise 8", "Promise 10")
    assert seen(records, today, "c8").previous is None
    assert seen(records, today, "c10").next is None


def test_ways_to_change_the_page_lead_to_its_file(today: date) -> None:
    ways = seen(plan_of(commitment()), today, forge=FORGE).foot.ways
    assert ways.edit_url == "https://github.com/o/r/edit/main/commitments/m/p/commitments/one.yml"
    assert ways.suggest_url.startswith("https://github.com/o/r/issues/new?title=Suggestion%3A%20One")
    assert "commitments%2Fm%2Fp%2Fcommitments%2Fone.yml" in ways.suggest_url


def test_without_a_repository_there_are_no_links_into_it(today: date) -> None:
    ways = one(today).foot.ways
    assert (ways.edit_url, ways.suggest_url) == ("", "")
    assert ways.file == "commitments/m/p/commitments/one.yml"


def test_a_milestone_shows_the_proof_given_with_its_last_report(today: date) -> None:
    rows = seen(sample("rivermouth"), today, "payments").milestones
    assert [row.status.word for row in rows] == ["Complete", "Complete", "Limited", "Not recorded"]
    assert [document.title for document in rows[0].documents] == ["List of fields"]
    assert [row.overdue for row in rows] == [False, False, True, False]


def test_a_file_of_the_site_is_linked_from_where_the_page_is(today: date) -> None:
    links = [{"title": "Minutes", "path": "/media/minutes 1.pdf"}]
    assert one(today, links=links).documents[0].url == "../../../media/minutes%201.pdf"


@pytest.mark.parametrize("number", ["²", "3 bis", "٣", "A-1.10", ""])
def test_any_number_has_a_place_in_the_order(today: date, number: str) -> None:
    records = plan_of(commitment(number=number), commitment(id="two", number="3"))
    found = seen(records, today)
    assert (found.previous is None) != (found.next is None)


def test_the_lead_of_a_withdrawn_commitment_is_still_heard(today: date) -> None:
    gone = Amendment.validated(
        {"id": "a", "date": "2026-07", "commitment": "one", "kind": "withdraw", "reason": "Built."}
    )
    found = one(today, {"updates": (update(completion="limited"),), "amendments": (gone,)})
    assert found.standing.since == "Withdrawn, July 2026"
    assert found.voices[0].statements[0].status.word == "Limited"
    assert found.voices[0].statements[0].caveat == "Last report before the withdrawal"
    assert found.drift is not None
    assert found.drift.changes[0].reason == "Built."


@pytest.mark.parametrize(
    ("due", "done", "words"),
    [
        ("2026-06", "2026-09-04", "done 4 September 2026, after its date"),
        ("2026-09-04", "2026-09-04", "done 4 September 2026"),
        ("2026-09-04", "2026-09", "done September 2026"),  # before or after: nobody knows
    ],
)
def test_a_step_done_after_its_date_says_so(today: date, due: str, done: str, words: str) -> None:
    steps = [{"id": "m1", "title": "Publish", "due_on": due}]
    report = update(milestones=[{"id": "m1", "completed_on": done}])
    assert one(today, {"updates": (report,)}, milestones=steps).milestones[0].done == words
