"""Progress as reported, lateness as computed, and five unknowns that stay apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from openroadmap.measure.progress import Lateness, Standing, State, measure_progress
from openroadmap.model.member import Plan
from openroadmap.model.process import Amendment
from openroadmap.model.site import PlanRecords
from openroadmap.model.voices import Assessment, View
from plan_samples import commitment, plan_of, update

TODAY = date(2026, 11, 23)


def standing(records: PlanRecords, today: date = TODAY) -> Standing:
    return measure_progress(records, today).commitments["one"]


def withdrawal(**fields: str) -> Amendment:
    return Amendment.validated(
        {"id": "a", "date": "2026-05-01", "commitment": "one", "kind": "withdraw", **fields}
    )


def test_without_a_report_nothing_is_recorded() -> None:
    assert standing(plan_of(commitment())).state is State.NOT_RECORDED


@pytest.mark.parametrize(
    "code", ["not_started", "limited", "substantial", "complete", "no_evidence_available"]
)
def test_a_reported_completion_is_taken_as_it_is(code: str) -> None:
    assert standing(plan_of(commitment(), updates=(update(completion=code),))).state == code


def test_the_unknowns_stay_apart() -> None:
    reported = [
        standing(plan_of(commitment(), updates=(update(completion=code),))).state
        for code in ("not_started", "no_evidence_available")
    ]
    unreported = standing(plan_of(commitment())).state
    withdrawn = standing(plan_of(commitment(), amendments=(withdrawal(),))).state
    assert len({*reported, unreported, withdrawn, State.NOT_ASSESSED}) == 5


def test_neither_civil_society_nor_reviewers_change_the_status() -> None:
    view = View.validated(
        {"id": "v", "date": "2026-07-01", "commitment": "one", "completion": "complete",
         "by": {"organisation": "Lab"}}
    )  # fmt: skip
    report = Assessment.validated(
        {"id": "r", "by": "irm", "results": {"one": {"completion": "complete"}}}
    )
    records = plan_of(commitment(), views=(view,), assessments=(report,))
    assert standing(records).state is State.NOT_RECORDED


@pytest.mark.parametrize(
    ("ends", "code", "noted", "expected"),
    [
        ("2026-01-31", None, True, Lateness.DATE_DOUBTED),
        ("2026-01-31", "no_evidence_available", True, Lateness.DATE_DOUBTED),
        ("2026-01-31", "limited", True, Lateness.OVERDUE),  # no note takes a report back
        ("2026-01-31", "complete", True, Lateness.NONE),
        ("2027-01-31", None, True, Lateness.NONE),
        ("2025-06", None, False, Lateness.DATE_BEFORE_PLAN),
        ("2025-06", "limited", False, Lateness.DATE_BEFORE_PLAN),
        ("2025", None, False, Lateness.DATE_PASSED),  # it may mean December
    ],
)
def test_a_doubtful_end_is_called_that(
    ends: str, code: str | None, noted: bool, expected: Lateness
) -> None:
    notes = [{"about": ["title", "ends_on"], "text": "Probably a slip."}] if noted else []
    told = (update(completion=code),) if code else ()
    records = replace(
        plan_of(commitment(ends_on=ends, notes=notes), updates=told),
        plan=Plan(id="p", title="Plan", starts_on="2025-07-01"),
    )
    assert standing(records).lateness is expected


def test_the_newest_report_counts_whatever_the_order_of_files() -> None:
    updates = (
        update(id="a", date="2026-06-30", completion="substantial"),
        update(id="b", date="2026-01-31", completion="limited"),
    )
    found = standing(plan_of(commitment(), updates=updates))
    assert (found.state, found.update) == (State.SUBSTANTIAL, updates[0])


def test_a_report_that_names_no_status_leaves_the_last_one() -> None:
    updates = (
        update(date="2026-01-31", completion="limited"),
        update(date="2026-06-30", progress="Work goes on."),
    )
    assert standing(plan_of(commitment(), updates=updates)).update == updates[0]


def test_since_is_the_first_of_the_reports_that_say_the_same() -> None:
    updates = tuple(
        update(date=day, completion=code)
        for day, code in (
            ("2025-01-31", "limited"), ("2025-07-31", "not_started"),
            ("2026-01-31", "limited"), ("2026-07-31", "limited"),
        )
    )  # fmt: skip
    found = standing(plan_of(commitment(), updates=updates))
    assert str(found.since) == "2026-01-31"
    assert found.update == updates[3]


def test_reports_of_later_days_are_not_known_yet() -> None:
    updates = (
        update(date="2025-06-30", completion="limited"),
        update(date="2026-06-30", completion="complete"),
    )
    records = plan_of(commitment(), updates=updates)
    assert standing(records, date(2026, 1, 1)).state is State.LIMITED


def test_a_status_in_other_words_is_kept_and_not_translated_into_a_code() -> None:
    found = standing(plan_of(commitment(), updates=(update(status_words="Implementing"),)))
    assert (found.state, found.words) == (State.OWN_WORDS, "Implementing")


def test_a_withdrawn_commitment_is_neither_late_nor_anything_else() -> None:
    records = plan_of(
        commitment(ends_on="2025"),
        updates=(update(completion="limited"),),
        amendments=(withdrawal(),),
    )
    found = standing(records)
    assert (found.state, found.lateness) == (State.WITHDRAWN, Lateness.NONE)


def test_a_withdrawal_counts_from_its_date() -> None:
    records = plan_of(commitment(), amendments=(withdrawal(),))
    assert standing(records, date(2026, 4, 30)).state is State.NOT_RECORDED
    assert standing(records, date(2026, 5, 1)).state is State.WITHDRAWN


@pytest.mark.parametrize("kind", ["add", "modify"])
def test_other_amendments_withdraw_nothing(kind: str) -> None:
    records = plan_of(commitment(), amendments=(withdrawal(kind=kind),))
    assert standing(records).state is State.NOT_RECORDED


@pytest.mark.parametrize(
    ("ends", "code", "expected"),
    [
        ("2026-11-22", "limited", Lateness.OVERDUE),
        ("2026-11-22", "not_started", Lateness.OVERDUE),
        ("2026-11-23", "limited", Lateness.NONE),
        ("2026-11", "limited", Lateness.NONE),
        ("2026", "limited", Lateness.NONE),
        ("2026-Q3", "limited", Lateness.OVERDUE),
        ("2025", "complete", Lateness.NONE),
        ("2025", None, Lateness.DATE_PASSED),
        ("2025", "no_evidence_available", Lateness.DATE_PASSED),
        (None, "limited", Lateness.NONE),
    ],
)
def test_overdue_is_what_was_reported_unfinished_and_whose_last_day_is_over(
    ends: str | None, code: str | None, expected: Lateness
) -> None:
    updates = (update(completion=code),) if code else ()
    dates = {"ends_on": ends} if ends else {}
    assert standing(plan_of(commitment(**dates), updates=updates)).lateness is expected


def milestone(due: str, *reports: dict[str, str]) -> Standing:
    step = {"id": "m1", "title": "Step", "due_on": due}
    updates = tuple(
        update(date=f"2026-0{month}-01", milestones=[{"id": "m1", **report}])
        for month, report in enumerate(reports, start=1)
    )
    records = plan_of(commitment(milestones=[step]), updates=updates)
    return measure_progress(records, TODAY).milestones["one", "m1"]


def test_a_milestone_has_the_status_last_reported_of_it() -> None:
    assert milestone("2026-06", {"completion": "limited"}).state is State.LIMITED
    assert milestone("2026-06").state is State.NOT_RECORDED


def test_a_day_of_completion_says_that_a_milestone_is_complete() -> None:
    found = milestone("2026-03", {"completed_on": "2026-02-14"})
    assert (found.state, str(found.completed_on)) == (State.COMPLETE, "2026-02-14")
    assert found.lateness is Lateness.NONE


def test_the_day_of_completion_outlives_later_reports_of_the_same() -> None:
    found = milestone("2026", {"completed_on": "2026-02-14"}, {"completion": "complete"})
    assert str(found.completed_on) == "2026-02-14"


def test_a_milestone_reopened_has_no_day_of_completion() -> None:
    found = milestone("2026-03", {"completed_on": "2026-02-14"}, {"completion": "limited"})
    assert (found.completed_on, found.lateness) == (None, Lateness.OVERDUE)


def test_commitments_are_counted_by_state_in_the_order_of_the_scale() -> None:
    records = plan_of(
        *(commitment(id=id) for id in ("a", "b", "c", "d")),
        updates=(
            update(id="1", commitment="a", completion="complete"),
            update(id="2", commitment="b", completion="not_started"),
        ),
    )
    counted = measure_progress(records, TODAY).counts()
    assert counted == ((State.NOT_STARTED, 1), (State.COMPLETE, 1), (State.NOT_RECORDED, 2))


def test_what_is_withdrawn_keeps_the_last_report_there_was() -> None:
    last = update(completion="limited")
    found = standing(plan_of(commitment(), updates=(last,), amendments=(withdrawal(),)))
    assert (found.state, found.update) == (State.WITHDRAWN, last)
