"""What changed since adoption, on the page of a commitment: reasons, days, what is not known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from drift_samples import DAY, STEP, page, records
from gone_samples import REMOVED, facts_of, gone
from linked_block import data_of
from openroadmap.history.drift import NO_DRIFT, drift_of, with_removed
from openroadmap.history.freeze import freeze
from openroadmap.model.commitment import Commitment
from openroadmap.model.dates import parse_date
from openroadmap.model.facts import GitFacts, History
from openroadmap.model.process import Amendment
from openroadmap.render.html import open_bodies, render
from openroadmap.views.drift.plan import view_plan_drift
from openroadmap.views.news.plan import news_of
from openroadmap.views.setting import Setting
from page_samples import FORGE, WORDS
from plan_samples import commitment, plan_of, update


def test_a_milestone_keeps_the_date_that_was_adopted(today: date) -> None:
    now = {"milestones": [{**STEP, "due_on": "2026-12-31"}, {"id": "m2", "title": "New"}]}
    rows = page(records({"milestones": [STEP]}, now), today).milestones
    assert [row.adopted for row in rows] == ["first due 30 June 2026", "added after adoption"]


def test_what_no_amendment_explains_stands_apart(today: date) -> None:
    agreed = [{"field": "ends_on", "says": "2027"}]
    later = {"id": "a", "kind": "modify", "agreed": agreed, "reason": "A late tender."}
    of = records({"ends_on": "2026", "lead": "A"}, {"ends_on": "2027", "lead": "B"}, later)
    drift = page(of, today).drift
    assert drift is not None
    assert (drift.frozen, drift.size[:8]) == (
        "This record was frozen on 19 June 2025.", "2 things",
    )  # fmt: skip
    assert [each.sentence for each in drift.changes[0].differences] == [
        "The end date moved from 2026 to 2027."
    ]
    assert drift.changes[0].reason == "A late tender."
    assert [each.change for each in drift.unexplained] == ["Institutions changed"]


def test_each_agreed_change_keeps_what_it_changed_and_a_later_one_does_not_hide_it(
    today: date,
) -> None:
    first = {"id": "a", "kind": "modify", "agreed": [{"field": "lead", "says": "B"}]}
    second = {**first, "id": "b", "date": "2026-06-01",
              "agreed": [{"field": "lead", "says": "C"}]}  # fmt: skip
    drift = page(records({"lead": "A"}, {"lead": "C"}, second, first), today).drift
    assert drift is not None
    assert [[one.sentence for one in each.differences] for each in drift.changes] == [
        ["The lead institution changed from “A” to “B”."],
        ["The lead institution changed from “B” to “C”."],
    ]
    assert drift.unexplained == ()
    assert [each.sentence for each in drift.in_all] == [
        "The lead institution changed from “A” to “C”."
    ]


def test_an_agreed_change_that_changes_nothing_says_so(today: date) -> None:
    idle = {"id": "a", "kind": "modify", "changes": "The end moves.", "reason": "So."}
    drift = page(records({"lead": "A"}, {"lead": "A"}, idle), today).drift
    assert drift is not None
    assert drift.changes[0].nothing == "It changes nothing that was frozen."
    bare = page(plan_of(commitment(), amendments=(
        Amendment.validated({"commitment": "one", "date": "2026-05-01", **idle}),)), today)
    assert bare.drift is not None
    assert bare.drift.changes[0].nothing == "", "without a frozen plan nothing is known"


def proven(**updated: tuple[str, ...]) -> GitFacts:
    files = {
        "copy": "commitments/m/p/baseline.yml",
        "promise": "commitments/m/p/commitments/one.yml",
        "amendment": "commitments/m/p/amendments/a.yml",
    }
    days = {files[name]: tuple(map(date.fromisoformat, each)) for name, each in updated.items()}
    return GitFacts(History.FULL, {file: each[0] for file, each in days.items()}, days)


def test_an_agreed_change_whose_record_was_changed_says_so(today: date) -> None:
    agreed = {"id": "a", "kind": "modify", "agreed": [{"field": "lead", "says": "B"}]}
    of = records({"lead": "A"}, {"lead": "B"}, agreed)
    facts = proven(amendment=("2026-05-02", "2026-09-01"))
    said = page(of, today, facts=facts).drift
    assert said is not None
    assert said.changes[0].edited.endswith("was itself changed on 1 September 2026.")
    assert said.changes[0].edited in render(page(of, today, facts=facts), open_bodies(WORDS)).body


@pytest.mark.parametrize(
    ("promise", "is_late"),
    [
        (("2025-05-01",), False),
        (("2025-05-01", "2025-06-19"), False),
        (("2025-05-01", "2025-06-20"), True),
        (("2025-05-01", "2026-02-01"), False),
        (("2025-07-01",), False),
    ],
)
def test_a_plan_that_was_frozen_after_it_had_changed_says_so(
    promise: tuple[str, ...], is_late: bool, today: date
) -> None:
    facts = proven(copy=("2026-01-15",), promise=promise)
    drift = page(records({"lead": "A"}, {"lead": "A"}), today, facts=facts).drift
    assert drift is not None
    late = "The copy came into the repository on 15 January 2026, and promises had been changed"
    assert (late in drift.frozen) is is_late


def test_what_is_not_as_last_agreed_says_so(today: date) -> None:
    agreed = {"id": "a", "kind": "modify", "agreed": [{"field": "lead", "says": "B"}]}
    of = records({"lead": "A"}, {"lead": "C"}, agreed)
    drift = page(of, today).drift
    assert drift is not None
    (item,) = drift.unexplained
    assert item.stated == "The last agreed change, of 1 May 2026, says something else."
    assert item.stated in render(page(of, today), open_bodies(WORDS)).body


def test_one_that_says_nothing_was_agreed_is_not_shown_as_a_reason(today: date) -> None:
    of = records(
        {"lead": "A", "ends_on": "2026"},
        {"lead": "B", "ends_on": "2027"},
        {"id": "a", "kind": "modify", "reason": "A late tender."},
    )
    drift = page(of, today).drift
    assert drift is not None
    assert drift.changes[0].differences == ()
    assert len(drift.unexplained) == 2
    body = render(page(of, today), open_bodies(WORDS)).body
    assert "No agreed change says so" in body
    part = view_plan_drift(of, drift_of(of, today), Setting(WORDS, today))
    assert part is not None
    assert part.commitments[0].unexplained == "2 without a recorded reason"


def test_a_change_agreed_for_a_later_day_is_not_shown_yet(today: date) -> None:
    of = records({"lead": "A"}, {"lead": "A"}, {"id": "a", "kind": "modify", "date": "2030-01-01"})
    drift = page(of, today).drift
    assert drift is not None
    assert drift.changes == ()


def test_the_page_says_where_it_is_not_known_what_was_agreed_to_be_added(today: date) -> None:
    called = {"field": "milestones.m1.title", "says": STEP["title"]}
    added = {"id": "a", "kind": "modify", "agreed": [called], "reason": "Asked for."}
    drift = page(records({}, {"milestones": [STEP]}, added), today).drift
    assert drift is not None
    assert drift.later.startswith("The records do not say in full what was agreed to be added")
    whole = [called, {"field": "milestones.m1.due_on", "says": STEP["due_on"]}]
    held = page(records({}, {"milestones": [STEP]}, {**added, "agreed": whole}), today).drift
    assert held is not None
    assert held.later == ""


def test_a_promise_that_is_as_adopted_says_so(today: date) -> None:
    drift = page(records({"lead": "A"}, {"lead": "A"}), today).drift
    assert drift is not None
    assert drift.size == "Nothing in the promise differs from what was adopted."


def test_without_a_baseline_and_amendments_there_is_nothing_to_tell(today: date) -> None:
    of = plan_of(commitment())
    assert page(of, today).drift is None
    assert view_plan_drift(of, drift_of(of, today), Setting(WORDS, today)) is None


def test_a_submitted_plan_that_was_not_frozen_says_so(today: date) -> None:
    of = plan_of(commitment())
    plan = of.plan.but(submitted_on=DAY)
    part = view_plan_drift(replace(of, plan=plan), NO_DRIFT, Setting(WORDS, today))
    assert part is not None
    assert (part.frozen, part.size, part.own, part.commitments) == ("", "", None, ())


def test_a_plan_that_was_frozen_late_says_what_it_cannot_know(today: date) -> None:
    of = records({"lead": "A"}, {"lead": "A"})
    late = {"adopted_on": None, "submitted_on": parse_date("2024-12")}
    of = replace(of, plan=of.plan.but(**late))
    part = view_plan_drift(of, NO_DRIFT, Setting(WORDS, today))
    assert part is not None
    assert part.frozen == (
        "This record was frozen on 19 June 2025. The plan was submitted on December 2024; what "
        "changed before it was frozen is not known here."
    )


def test_the_page_of_a_record_that_is_gone_shows_what_was_adopted(today: date) -> None:
    adopted = freeze(plan_of(commitment(lead="A", milestones=[STEP])), DAY)
    of = with_removed(replace(plan_of(), baseline=adopted), today)
    view = page(of, today)
    assert view.address == "m/p/one/"
    assert view.removed.endswith("as it was frozen on 19 June 2025.")
    assert view.source == "commitments/m/p/baseline.yml"
    assert [row.title for row in view.milestones] == ["Open the register"]
    part = view_plan_drift(of, drift_of(of, today), Setting(WORDS, today))
    assert part is not None
    (card,) = part.commitments
    assert (card.changes, card.unexplained) == ("Record removed", "1 without a recorded reason")


def test_a_report_names_a_milestone_that_was_dropped(today: date) -> None:
    report = update(milestones=[{"id": "m1", "completion": "limited"}])
    of = records({"milestones": [STEP]}, {})
    (told_of,) = page(replace(of, updates=(report,)), today).updates
    assert [each.title for each in told_of.milestones] == ["Open the register"]


def test_the_commitment_restored_is_a_commitment(today: date) -> None:
    adopted = freeze(plan_of(commitment(lead="A")), DAY)
    (restored,) = with_removed(replace(plan_of(), baseline=adopted), today).commitments
    assert restored == Commitment.validated({"id": "one", "title": "One promise", "lead": "A"})


def test_what_was_adopted_is_text_and_nothing_else(today: date) -> None:
    evil = "<script>alert(1)</script> {{ 7 * 7 }} [x](javascript:alert(1))"
    of = records(
        {
            "solution": evil,
            "lead": evil,
            "ends_label": evil,
            "milestones": [{**STEP, "title": evil}],
        },
        {"solution": "A list."},
    )
    body = str(render(page(of, today), open_bodies(WORDS)).body)
    assert data_of(body), "and no other block that a browser could take for a script"
    assert body.count("<script") == 1
    assert "{{ 7 * 7 }}" in body
    assert 'href="javascript' not in body


# The day


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (("2025-06-01", "2026-02-03"), "3 February 2026"),
        (("2025-06-01", "2026-02-03", "2026-03-04", "2026-12-01"), "4 March 2026"),
        (("2025-06-01",), ""),
        ((), ""),
    ],
)
def test_what_nothing_explains_has_one_day_on_the_page_and_among_the_news(
    days: tuple[str, ...], said: str, today: date
) -> None:
    """Changes before the plan was frozen, and after the day of the pages, do not count."""
    of = records({"ends_on": "2026-06-30"}, {"ends_on": "2026-12-31"})
    file = "commitments/one.yml"
    facts = facts_of(there={file: tuple(map(date.fromisoformat, days))} if days else {})
    part = page(of, today, facts=facts).drift
    assert part
    assert part.day == said
    setting = Setting(WORDS, today, FORGE)
    found = news_of(of, facts, setting, drift_of(of, today, facts=facts))
    assert [each.date for each in found.news if each.kind == "drift"] == ([said] if said else [])
    assert len(found.unexplained) == (not said)
    shown = render(page(of, today, facts=facts), open_bodies(WORDS)).body
    assert (said or "Date not recorded") in shown


def test_a_commitment_whose_record_is_gone_changed_on_the_day_on_which_it_went(
    today: date,
) -> None:
    adopted = replace(plan_of(), baseline=freeze(plan_of(commitment()), DAY))
    facts = facts_of(gone("commitment", "one"))
    drift = drift_of(with_removed(adopted, today), today, facts=facts)
    assert drift.days["one"] == REMOVED
