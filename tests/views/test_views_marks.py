"""What the history knows of reports, views and assessments stands beside them too."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from gone_samples import BEGUN, CHANGED, FOLDER, REMOVED, facts_of, gone
from openroadmap.i18n import translator
from openroadmap.measure.progress import measure_progress
from openroadmap.model.facts import OWN_WORDS, GitFacts, History, Revision, Told
from openroadmap.model.process import Amendment
from openroadmap.model.site import PlanRecords
from openroadmap.model.voices import Assessment, View
from openroadmap.views.commitment import CommitmentView, view_commitments
from openroadmap.views.news.later import Later, later_of
from openroadmap.views.news.marks import Mark, RemovedRecords
from openroadmap.views.news.plan import news_of
from openroadmap.views.plan import PlanView, view_plan
from openroadmap.views.setting import Setting
from page_samples import SETTING, progress_of
from plan_samples import commitment, plan_of, update

TODAY = SETTING.today
WORDS = translator("en")
CAME = date(2026, 5, 3)
REPORT = "updates/2026-05-03-news.yml"
STEPS = [{"id": "m1", "title": "Open the register"}]
NEWS = "m/p/changes/"


def status(before: str, after: str, day: date = CHANGED, id: str = "") -> Revision:
    return Revision(day, Told.MILESTONE if id else Told.STATUS, id, before, after)


def revised(*changes: Revision, file: str = REPORT, came: date = CAME) -> GitFacts:
    """The file came on a day and was changed later, as told."""
    days = (came, *(each.day for each in changes))
    return facts_of(there={file: tuple(dict.fromkeys(days))}, revised={file: changes})


def page(records: PlanRecords, facts: GitFacts, today: date = TODAY) -> CommitmentView:
    later = later_of(records, facts, today)
    progress = measure_progress(records, today)
    return next(view_commitments(records, progress, Setting(WORDS, today), later=later))


def overview(records: PlanRecords, facts: GitFacts) -> PlanView:
    later = later_of(records, facts, TODAY)
    return view_plan(records, measure_progress(records, TODAY), [], SETTING, later=later)


def reported(facts: GitFacts, today: date = TODAY, **fields: Any) -> CommitmentView:
    report = update(**{"date": "2026-05-03", "completion": "complete", **fields})
    return page(plan_of(commitment(milestones=STEPS), updates=(report,)), facts, today)


def view(**fields: Any) -> View:
    lab = {"organisation": "Lab", "sector": "civil_society"}
    given = {"id": "lab", "date": "2026-05-03", "commitment": "one", "by": lab, **fields}
    return View.validated(given)


def assessment(**fields: Any) -> Assessment:
    return Assessment.validated({"id": "irm", "by": "irm", **fields})


def lines(mark: Mark | None) -> tuple[str, ...]:
    return (*mark.lines, *mark.steps) if mark else ()


# Beside the record


def test_a_status_that_was_changed_later_is_told_wherever_it_stands() -> None:
    found = reported(revised(status("limited", "complete")))
    said = ("The status was changed on 1 August 2026; it was Limited.",)
    assert lines(found.mark) == lines(found.voices[0].statements[0].mark) == said
    assert lines(found.updates[0].mark) == said
    assert found.mark
    assert found.mark.earlier == ""


def test_a_milestone_is_told_by_its_title_at_the_report_alone() -> None:
    found = reported(revised(status("limited", "complete", id="m1")))
    assert lines(found.updates[0].mark) == (
        "The status of the milestone “Open the register” was changed on 1 August 2026; "
        "it was Limited.",
    )
    assert found.mark is found.voices[0].statements[0].mark is None


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (status("", "complete"), "The status was added on 1 August 2026."),
        (
            status(OWN_WORDS, "complete"),
            "The status was changed on 1 August 2026; it was Reported outside OGP’s scale.",
        ),
        (
            status("", "complete", id="m9"),
            "The status of the milestone “m9” was added on 1 August 2026.",
        ),
        (
            Revision(CHANGED, Told.DATE, "", "2026-04", "2026-05-03"),
            "The date was changed on 1 August 2026; it was April 2026.",
        ),
        (
            Revision(CHANGED, Told.DATE, "", "", "2026-05-03"),
            "The date was added on 1 August 2026.",
        ),
    ],
)
def test_each_kind_of_change_has_its_sentence(change: Revision, said: str) -> None:
    assert lines(reported(revised(change)).updates[0].mark) == (said,)


def test_the_newest_change_stands_there_and_leads_to_those_before() -> None:
    july = date(2026, 7, 1)
    facts = revised(status("not_started", "limited", july), status("limited", "complete"))
    found = reported(facts).updates[0].mark
    assert found == Mark(
        ("The status was changed on 1 August 2026; it was Limited.",),
        (),
        f"{NEWS}#records-2026-07-01",
    )


def test_what_was_changed_on_the_day_it_came_or_after_the_day_of_the_pages_is_no_change() -> None:
    assert reported(revised(status("limited", "complete", CAME))).updates[0].mark is None
    facts = revised(status("limited", "complete"))
    assert reported(facts, today=date(2026, 7, 31)).updates[0].mark is None


def test_several_changes_of_a_day_are_one_and_none_where_nothing_differs_in_the_end() -> None:
    there_and_back = revised(status("limited", "complete"), status("complete", "limited"))
    assert reported(there_and_back).updates[0].mark is None
    twice = revised(status("not_started", "limited"), status("limited", "complete"))
    said = "The status was changed on 1 August 2026; it was Not started."
    assert lines(reported(twice).updates[0].mark) == (said,)


def test_a_view_and_a_finding_are_marked_each_for_itself() -> None:
    there = {"views/lab.yml": (CAME, CHANGED), "assessments/irm.yml": (CAME, CHANGED)}
    changes = {
        "views/lab.yml": (status("not_started", "substantial"),),
        "assessments/irm.yml": (
            Revision(CHANGED, Told.RESULT, "one", "limited", "complete"),
            Revision(CHANGED, Told.RESULT, "two", "complete", "limited"),
        ),
    }
    results = {"one": {"completion": "complete"}, "two": {"completion": "limited"}}
    records = plan_of(
        commitment(), views=(view(completion="substantial"),),
        assessments=(assessment(results=results, published_on="2026-05-03"),),
    )  # fmt: skip
    found = page(records, facts_of(there=there, revised=changes))
    of_view, of_finding = (each.statements[0].mark for each in found.voices[1:])
    assert lines(of_view) == ("The status was changed on 1 August 2026; it was Not started.",)
    assert lines(of_finding) == ("The status was changed on 1 August 2026; it was Limited.",)


def test_a_withdrawal_is_not_marked_with_what_became_of_an_older_report() -> None:
    given = {"id": "a", "date": "2026-06-01", "commitment": "one", "kind": "withdraw"}
    report = update(date="2026-05-03", completion="complete")
    gone_now = (Amendment.validated(given),)
    records = plan_of(commitment(), updates=(report,), amendments=gone_now)
    found = page(records, revised(status("limited", "complete")))
    assert found.standing.status.code == "withdrawn"
    assert found.mark is None
    assert lines(found.updates[0].mark)


def test_what_came_long_after_its_date_says_so_as_the_news_do() -> None:
    facts = facts_of(there={REPORT: (date(2026, 6, 20),)})
    report = update(date="2026-05-03", completion="complete")
    records = plan_of(commitment(), updates=(report,))
    (news,) = (each for each in news_of(records, facts, SETTING).news if each.kind == "report")
    assert lines(page(records, facts).updates[0].mark) == (news.recorded,)
    assert news.recorded == "Recorded here on 20 June 2026."
    for day in (date(2026, 6, 3), BEGUN):
        assert page(records, facts_of(there={REPORT: (day,)})).updates[0].mark is None


def test_records_about_the_whole_plan_are_marked_on_its_own_page() -> None:
    there = {REPORT: (CAME, CHANGED), "assessments/irm.yml": (CAME, CHANGED)}
    changes = {
        REPORT: (status("limited", "complete"),),
        "assessments/irm.yml": (
            Revision(CHANGED, Told.DATE, "", "2026-02", "2026-05"),
            Revision(CHANGED, Told.RESULT, "one", "limited", "complete"),
        ),
    }
    report = update(date="2026-05-03", commitment=None, completion="complete")
    reviewed = assessment(published_on="2026-05", results={"one": {"completion": "complete"}})
    records = plan_of(commitment(), updates=(report,), assessments=(reviewed,))
    found = overview(records, facts_of(there=there, revised=changes))
    assert lines(found.updates[0].mark)
    assert lines(found.assessments[0].mark) == (
        "The date was changed on 1 August 2026; it was February 2026.",
    )


# Where records were removed


def test_what_was_removed_is_counted_by_kind_and_leads_to_its_day() -> None:
    facts = facts_of(
        gone("update", "2026-04-01-news", "2026-04-01", commitments=("one",), code="limited"),
        gone("view", "lab", "2026-04-01", commitments=("one",), last=CHANGED),
        gone("view", "elsewhere", "2026-04-01", commitments=("two",)),
        gone("meeting", "spring", "2026-04-01"),
        gone("contribution", "school-budgets"),
    )
    of_one = page(plan_of(commitment()), facts).removed_voices
    assert of_one
    assert of_one.size == "1 report, 1 view of civil society"
    assert [(each.text, each.address) for each in of_one.days] == [
        ("1 September 2026", f"{NEWS}#records-2026-09-01"),
        ("1 August 2026", f"{NEWS}#records-2026-08-01"),
    ]
    of_plan = overview(plan_of(commitment()), facts).removed_records
    assert of_plan
    assert of_plan.size == "1 report, 2 views of civil society"


def test_where_it_leads_the_changes_tell_of_it() -> None:
    facts = facts_of(
        gone("view", "lab", "2026-04-01", commitments=("one",)),
        gone("update", "early", "2025-12-01", first=BEGUN, last=BEGUN, commitments=("one",)),
    )
    records = plan_of(commitment())
    anchors = {each.permanent for each in news_of(records, facts, SETTING).news}
    found = page(records, facts).removed_voices
    assert found
    assert len(found.days) == 2
    assert {each.address for each in found.days} <= anchors


def test_a_finding_that_was_taken_out_of_a_report_is_counted_on_its_commitment_alone() -> None:
    file = "assessments/irm.yml"
    taken = Revision(CHANGED, Told.RESULT, "one", "limited", "")
    reviewed = assessment(published_on="2026-05", results={})
    records, facts = plan_of(commitment(), assessments=(reviewed,)), revised(taken, file=file)
    found = page(records, facts).removed_voices
    assert found
    assert found.size == "1 assessment"
    assert overview(records, facts).removed_records is None


def test_where_no_day_is_known_the_way_leads_to_all_changes() -> None:
    facts = facts_of(gone("view", "lab", commitments=("one",), first=None, last=None))
    found = page(plan_of(commitment()), facts).removed_voices
    assert isinstance(found, RemovedRecords)
    assert [each.address for each in found.days] == [NEWS]


def test_a_record_that_came_back_or_whose_place_another_took_is_not_gone() -> None:
    lost = gone("update", "2026-05-03-news", "2026-05-03", commitments=("one",))
    facts = facts_of(lost, there={REPORT: (REMOVED,)})
    assert reported(facts).removed_voices is None


# Without the whole history nothing is claimed.


@pytest.mark.parametrize("history", [History.NONE, History.SHALLOW])
def test_without_the_whole_history_nothing_is_claimed(history: History) -> None:
    found = reported(GitFacts(history))
    assert found.mark is found.removed_voices is found.updates[0].mark is None


def test_of_a_file_with_a_day_that_cannot_be_trusted_nothing_is_claimed() -> None:
    facts = revised(status("limited", "complete"))
    file = f"{FOLDER}/{REPORT}"
    known = {path: day for path, day in facts.published.items() if path != file}
    doubted = GitFacts(History.FULL, known, facts.updated, {}, facts.revised)
    assert reported(doubted).updates[0].mark is None


def test_they_come_in_the_order_of_their_days() -> None:
    facts = facts_of(
        gone("view", "lab", "2026-04-01", commitments=("one",), code="limited"),
        there={REPORT: (date(2026, 6, 20), CHANGED)},
        revised={REPORT: (status("limited", "complete"),)},
    )
    report = update(date="2026-05-03", completion="complete")
    found: tuple[Later, ...] = later_of(plan_of(commitment(), updates=(report,)), facts, TODAY)
    assert [(each.what.value, each.before, each.after) for each in found] == [
        ("recorded", "", ""), ("status", "limited", "complete"), ("removed", "limited", ""),
    ]  # fmt: skip


def test_a_report_that_was_rewritten_is_told_below_the_table_of_reports() -> None:
    """What came late changes nothing there, nor does what became of other voices."""
    report = update(date="2026-05-03", completion="complete")
    records = plan_of(commitment(), updates=(report,))
    removed = gone("update", "news", "2026-04-01", commitments=("one",), code="limited")
    other = gone("view", "lab", "2026-04-01", commitments=("one",), code="limited")
    changed = {REPORT: (status("limited", "complete"),)}
    there = {REPORT: (CAME, CHANGED)}
    for facts, told, address in (
        (facts_of(other, there={REPORT: (date(2026, 7, 20),)}), "", ""),
        (
            facts_of(there=there, revised=changed),
            "1 report was changed or removed after it was first recorded: the table shows what is "
            "recorded now.",
            "changes/#records-2026-08-01",
        ),
        (
            facts_of(removed, there=there, revised=changed),
            "2 reports were changed or removed after they were first recorded: the table shows "
            "what is recorded now.",
            "changes/",
        ),
    ):
        matrix = progress_of(records, later_of(records, facts, TODAY))[0].matrix
        assert (matrix.rewritten, matrix.changes) == (told, address)
