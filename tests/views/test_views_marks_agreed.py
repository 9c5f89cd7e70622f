"""What the history knows of agreed changes stands at the promise, as with reports."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from gone_samples import BEGUN, CHANGED, REMOVED, facts_of, gone
from openroadmap.history.drift import drift_of
from openroadmap.history.freeze import freeze
from openroadmap.i18n import translator
from openroadmap.measure.progress import measure_progress
from openroadmap.model.dates import parse_date
from openroadmap.model.facts import GitFacts, Revision, Told
from openroadmap.model.member import Plan
from openroadmap.model.process import Amendment
from openroadmap.model.site import PlanRecords
from openroadmap.views.commitment import CommitmentView, view_commitments
from openroadmap.views.drift.plan import PlanDrift, view_plan_drift
from openroadmap.views.drift.promise import AgreedChange
from openroadmap.views.news.later import later_of
from openroadmap.views.news.marks import RemovedRecords
from openroadmap.views.news.plan import news_of
from openroadmap.views.plan import view_plan
from openroadmap.views.setting import Setting
from plan_samples import commitment, plan_of

TODAY = date(2026, 11, 23)
SETTING = Setting(translator("en"), TODAY)
CAME = date(2026, 6, 22)
FILE = "amendments/later.yml"
NEWS = "m/p/changes/"
STEPS = [
    {"id": "m1", "title": "Open the register", "due_on": "2026-12-31"},
    {"id": "m2", "title": "Publish it", "due_on": "2027-03-31"},
]
MOVED = [{**STEPS[0], "due_on": "2027-06-30"}, STEPS[1]]
SAYS = {"field": "milestones.m1.due_on", "says": "2027-06-30"}


def amendment(**fields: Any) -> Amendment:
    given = {"id": "later", "date": "2026-06-22", "commitment": "one", "kind": "modify"}
    return Amendment.validated({**given, "agreed": [SAYS], **fields})


def moved(now: list[dict[str, Any]] = MOVED, **fields: Any) -> PlanRecords:
    """A promise of two milestones that an agreed change moved, or what else it says of them."""
    adopted = freeze(plan_of(commitment(milestones=STEPS)), parse_date("2026-01-01"))
    promise = commitment(milestones=now)
    return replace(plan_of(promise, amendments=(amendment(**fields),)), baseline=adopted)


def revised(*changes: Revision, came: date = CAME, file: str = FILE) -> GitFacts:
    """The agreed change came on a day and was changed later, as told."""
    days = (came, *(each.day for each in changes))
    return facts_of(there={file: tuple(dict.fromkeys(days))}, revised={file: changes})


def agreed(before: str, after: str, field: str = SAYS["field"], day: date = CHANGED) -> Revision:
    return Revision(day, Told.AGREED, field, before, after)


def page(records: PlanRecords, facts: GitFacts, today: date = TODAY) -> CommitmentView:
    progress, later = measure_progress(records, today), later_of(records, facts, today)
    drift = drift_of(records, today, facts=facts)
    setting = Setting(SETTING.words, today)
    return next(view_commitments(records, progress, setting, drift, later))


def change(records: PlanRecords, facts: GitFacts, today: date = TODAY) -> AgreedChange:
    drift = page(records, facts, today).drift
    assert drift
    return drift.changes[-1]


def beside(records: PlanRecords, facts: GitFacts) -> list[str]:
    """What is said beside each line of what the agreed change changed."""
    return [each.recorded for each in change(records, facts).differences]


def marked(records: PlanRecords, facts: GitFacts) -> tuple[str, ...]:
    mark = change(records, facts).mark
    return mark.lines if mark else ()


def removed(records: PlanRecords, facts: GitFacts) -> RemovedRecords | None:
    drift = page(records, facts).drift
    return drift.removed if drift else None


# The record of an agreed change


@pytest.mark.parametrize(
    ("came", "said"),
    [
        (date(2026, 7, 23), ()),
        (date(2026, 7, 24), ("Recorded here on 24 July 2026.",)),
        (BEGUN, ()),
    ],
)
def test_an_agreed_change_that_came_long_after_its_date_says_so_as_the_news_do(
    came: date, said: tuple[str, ...]
) -> None:
    records, facts = moved(), revised(came=came)
    (news,) = (each for each in news_of(records, facts, SETTING).news if each.kind == "amendment")
    assert marked(records, facts) == said == tuple(filter(None, (news.recorded,)))


@pytest.mark.parametrize(
    ("revision", "said"),
    [
        (
            Revision(CHANGED, Told.DATE, "", "2026-06-01", "2026-06-22"),
            "The date was changed on 1 August 2026; it was 1 June 2026.",
        ),
        (
            Revision(CHANGED, Told.FORUM, "", "", "2026-06-17"),
            "The day on which the forum agreed was added on 1 August 2026.",
        ),
        (
            Revision(CHANGED, Told.FORUM, "", "2026-06-01", "2026-06-17"),
            "The day on which the forum agreed was changed on 1 August 2026; it was 1 June 2026.",
        ),
    ],
)
def test_a_date_of_it_that_was_changed_later_is_told(revision: Revision, said: str) -> None:
    assert marked(moved(), revised(revision)) == (said,)


@pytest.mark.parametrize("told", [Told.KIND, Told.FIELDS])
def test_of_what_else_was_changed_only_that_it_was_is_told(told: Told) -> None:
    found = change(moved(), revised(Revision(CHANGED, told, "", "correct", "modify")))
    assert found.mark is None
    assert found.edited == "What is recorded of this change was itself changed on 1 August 2026."


def test_an_agreed_change_of_the_plan_itself_is_marked_on_its_overview() -> None:
    adopted = freeze(plan_of(), parse_date("2026-01-01"))
    says = [{"field": "ends_on", "says": "2028"}]
    records = replace(
        plan_of(amendments=(amendment(commitment=None, agreed=says),)),
        plan=Plan.validated({"id": "p", "title": "Plan", "ends_on": "2028"}),
        baseline=adopted,
    )
    facts = revised(agreed("", "2028", "ends_on", date(2026, 9, 1)), came=date(2026, 8, 1))
    found = view_plan_drift(
        records, drift_of(records, TODAY, facts=facts), SETTING, later_of(records, facts, TODAY)
    )
    assert isinstance(found, PlanDrift)
    assert found.own
    (only,) = found.own.changes
    assert only.mark
    assert only.mark.lines == ("Recorded here on 1 August 2026.",)
    assert [each.recorded for each in only.differences] == [
        "Added to the record on 1 September 2026."
    ]


# What it says of a field


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ("", "Added to the record on 1 August 2026."),
        ("2027-03-31", "Changed in the record on 1 August 2026; it was 31 March 2027."),
        ("-", "Changed in the record on 1 August 2026."),
        ("#12ab", "Changed in the record on 1 August 2026."),
    ],
)
def test_what_came_to_be_agreed_of_a_field_stands_beside_its_line(before: str, said: str) -> None:
    assert beside(moved(), revised(agreed(before, "2027-06-30"))) == [said]


def test_only_the_line_of_that_field_is_marked() -> None:
    now = [MOVED[0], {**STEPS[1], "due_on": "2027-09-30"}]
    says = [SAYS, {"field": "milestones.m2.due_on", "says": "2027-09-30"}]
    facts = revised(agreed("", "2027-09-30", "milestones.m2.due_on"))
    assert beside(moved(now, agreed=says), facts) == ["", "Added to the record on 1 August 2026."]


def test_a_milestone_whose_parts_were_all_added_later_was_added_later() -> None:
    """One that got only some of its words later had been told before."""
    new = {"id": "m10", "title": "Ask the users", "due_on": "2027-06-30"}
    says = [{"field": f"milestones.m10.{name}", "says": new[name]} for name in ("title", "due_on")]
    records = moved([*STEPS, new], agreed=says)
    title, due = (
        agreed("", after, f"milestones.m10.{name}")
        for name, after in (("title", "#12ab"), ("due_on", "2027-06-30"))
    )
    assert beside(records, revised(title, due)) == ["Added to the record on 1 August 2026."]
    assert beside(records, revised(due)) == ["Changed in the record on 1 August 2026."]


def test_a_milestone_that_is_dropped_as_a_whole_is_marked_and_no_other_of_like_name() -> None:
    facts = revised(agreed("", "-", "milestones.m1"))
    dropped = moved([STEPS[1]], agreed=[{"field": "milestones.m1"}])
    assert beside(dropped, facts) == ["Added to the record on 1 August 2026."]
    new = {"id": "m10", "title": "Ask the users", "due_on": "2027-06-30"}
    says = [{"field": "milestones.m10.title", "says": "Ask the users"}]
    assert beside(moved([*STEPS, new], agreed=says), facts) == [""]


def test_the_newest_change_stands_there_and_leads_to_those_before() -> None:
    july = date(2026, 7, 1)
    facts = revised(agreed("", "2027-03-31", day=july), agreed("2027-03-31", "2027-06-30"))
    found = change(moved(), facts)
    assert [each.recorded for each in found.differences] == [
        "Changed in the record on 1 August 2026; it was 31 March 2027."
    ]
    assert found.mark
    assert (found.mark.lines, found.mark.earlier) == ((), f"{NEWS}#records-2026-07-01")


def test_what_was_changed_on_the_day_it_came_or_after_the_day_of_the_pages_is_no_change() -> None:
    assert beside(moved(), revised(agreed("", "2027-06-30", day=CAME))) == [""]
    found = change(moved(), revised(agreed("", "2027-06-30")), today=date(2026, 7, 31))
    assert [each.recorded for each in found.differences] == [""]


# Where agreed changes were removed


def test_those_that_were_removed_are_counted_where_the_others_stand() -> None:
    """Apart from what was said on the commitment's page, together on the plan's."""
    facts = facts_of(
        gone("amendment", "a", "2026-04-01", commitments=("one",), code="modify"),
        gone("amendment", "b", "2026-04-02", commitments=("one",), code="modify", last=CHANGED),
        gone("amendment", "of-plan", "2026-04-02", code="modify"),
        gone("view", "lab", "2026-04-01", commitments=("one",)),
    )
    voices = page(moved(), facts).removed_voices
    assert voices
    assert voices.size == "1 view of civil society"
    found = removed(moved(), facts)
    assert found
    assert found.size == "2 agreed changes"
    assert [each.address for each in found.days] == [
        f"{NEWS}#records-2026-09-01", f"{NEWS}#records-2026-08-01",
    ]  # fmt: skip
    records = moved()
    later = later_of(records, facts, TODAY)
    progress = measure_progress(records, TODAY)
    whole = view_plan(records, progress, [], SETTING, later=later).removed_records
    assert whole
    assert whole.size == "1 view of civil society, 3 agreed changes"


def test_they_are_told_where_nothing_was_frozen_and_none_is_left() -> None:
    facts = facts_of(gone("amendment", "a", "2026-04-01", commitments=("one",), last=REMOVED))
    assert page(plan_of(commitment()), facts_of()).drift is None
    found = removed(plan_of(commitment()), facts)
    assert found
    assert found.size == "1 agreed change"


def test_one_that_speaks_of_another_commitment_since_is_missed_where_it_was() -> None:
    """And not where it came back to."""
    away = Revision(CHANGED, Told.COMMITMENT, "", "one", "two")
    promises = commitment(), commitment(id="two")
    records = plan_of(*promises, amendments=(amendment(commitment="two"),))
    found = removed(records, revised(away))
    assert found
    assert found.size == "1 agreed change"
    back = Revision(REMOVED, Told.COMMITMENT, "", "two", "one")
    came_back = plan_of(*promises, amendments=(amendment(),))
    assert removed(came_back, revised(away, back)) is None
